"""Open and held baskets as rows, so that a power cut gives the cashier the basket back."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, delete, func, select

from app.models.sales import BasketDraft, Sale
from app.services.common.prepared import Prepared
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.common.upsert import insert_for
from app.services.pricing.basket import Basket
from app.services.pricing.codec import basket_from_json, basket_to_json
from app.services.pricing.engine import price
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.text import clean_words

MOST_HELD = 50


class TooManyHeld(UserError):
    """Every list has a limit."""

    text = QT_TRANSLATE_NOOP("errors", "{count} baskets are on hold already. Recall and finish one first.")


class DraftState(StrEnum):
    """Open on the screen, or put aside."""

    OPEN = "open"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class HeldBasket:
    """A basket put aside."""

    basket_key: Id
    hold_no: int
    label: str
    held_at: datetime
    line_count: int
    total: Money


_UNSOLD = ~select(Sale.id).where(Sale.basket_key == BasketDraft.basket_key).exists()
"""A basket that was sold is never offered again, whatever became of its draft."""


def save_open(uow: UnitOfWork, basket: Basket) -> None:
    """Store the open basket as it is now; an empty one leaves no row."""
    if basket.is_empty:
        drop_draft(uow, basket.key)
    else:
        _put(uow, basket, DraftState.OPEN, None, "")


def hold_basket(uow: UnitOfWork, basket: Basket, *, label: str = "") -> int:
    """Put the basket aside and return its number on the list.

    Raises:
        TooManyHeld
    """
    held = select(func.count(), func.max(BasketDraft.hold_no)).where(
        BasketDraft.till_id == uow.actor.till_id, BasketDraft.state == DraftState.HELD
    )
    count, highest = uow.connection.execute(held).one()
    if count >= MOST_HELD:
        raise TooManyHeld(count=count)
    number: int = (highest or 0) + 1
    _put(uow, basket, DraftState.HELD, number, clean_words(label, 40))
    uow.changed.add(Topic.BASKETS)
    return number


def recall_basket(uow: UnitOfWork, basket_key: Id) -> Basket | None:
    """Take a held basket back to the screen; None when it is gone."""
    row = uow.connection.execute(
        select(BasketDraft.payload).where(
            BasketDraft.basket_key == basket_key, BasketDraft.till_id == uow.actor.till_id
        )
    ).scalar_one_or_none()
    if row is None:
        return None
    basket = basket_from_json(row)
    _put(uow, basket, DraftState.OPEN, None, "")
    uow.changed.add(Topic.BASKETS)
    return basket


def held_baskets(read: Reader, till_id: Id) -> tuple[HeldBasket, ...]:
    """Baskets put aside on this till, oldest first; a row that cannot be read is left for `verify`."""
    rows = read.connection.execute(
        select(BasketDraft)
        .where(BasketDraft.till_id == till_id, BasketDraft.state == DraftState.HELD, _UNSOLD)
        .order_by(BasketDraft.hold_no)
    )
    found = []
    for row in rows:
        try:
            basket = basket_from_json(row.payload)
        except (ValueError, KeyError, TypeError):
            continue
        total = price(basket).total
        count = len(basket.lines) + len(basket.unknown)
        found.append(HeldBasket(row.basket_key, row.hold_no, row.label, row.updated_at, count, total))
    return tuple(found)


def open_basket(read: Reader, till_id: Id) -> Basket | None:
    """The basket that was on the screen when the till stopped."""
    payload = read.connection.execute(
        select(BasketDraft.payload)
        .where(BasketDraft.till_id == till_id, BasketDraft.state == DraftState.OPEN, _UNSOLD)
        .order_by(BasketDraft.updated_at.desc())
        .limit(1)
    ).scalar_one_or_none()
    if payload is None:
        return None
    try:
        return basket_from_json(payload)
    except (ValueError, KeyError, TypeError):
        return None


_DROP = Prepared(delete(BasketDraft).where(BasketDraft.basket_key == bindparam("key")))


def drop_draft(uow: UnitOfWork, basket_key: Id) -> None:
    """Forget a draft: it was sold or emptied."""
    _DROP.run(uow.connection, {"key": basket_key})


_COLUMNS = ("till_id", "state", "hold_no", "label", "held_by", "payload", "updated_at")


@functools.cache
def _upsert(dialect: str) -> Prepared:
    row = insert_for(dialect)(BasketDraft)
    put = row.on_conflict_do_update(
        index_elements=[BasketDraft.basket_key], set_={name: row.excluded[name] for name in _COLUMNS}
    )
    return Prepared(put)


def _put(uow: UnitOfWork, basket: Basket, state: DraftState, hold_no: int | None, label: str) -> None:
    _upsert(uow.connection.dialect.name).run(
        uow.connection,
        {
            "basket_key": basket.key,
            "till_id": uow.actor.till_id,
            "state": state.value,
            "hold_no": hold_no,
            "label": label,
            "held_by": uow.actor.staff_id,
            "payload": basket_to_json(basket),
            "updated_at": uow.now,
        },
    )
