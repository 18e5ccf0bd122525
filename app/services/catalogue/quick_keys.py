"""Goods that are sold by a touch: pages of keys in the shop's order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, Select, func, insert, or_, select, update

from app.models.catalogue import Product, QuickKey, QuickKeyPage, SaleUnit
from app.services.catalogue.drafts import MAX_WORD, check_text
from app.services.catalogue.edit import default_unit
from app.services.catalogue.find import UnknownSaleUnit
from app.services.catalogue.names import reference_columns
from app.services.catalogue.prices import PriceListCode, money_or_none, price_now
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money

PLACES: Final = 30
"""Keys on a page: five rows of six."""
MOST_PAGES: Final = 12
TONES: Final = ("", "good", "careful", "problem", "chosen")


class QuickPageMissing(UserError):
    """The page was taken away meanwhile."""

    text = QT_TRANSLATE_NOOP("errors", "This page of quick keys is no longer there. Nothing was changed.")


class QuickPageNameMissing(UserError):
    """A page without a name could not be chosen."""

    text = QT_TRANSLATE_NOOP("errors", "A page of quick keys needs a name.")


class TooManyQuickPages(UserError):
    """More pages than a cashier finds anything on."""

    text = QT_TRANSLATE_NOOP("errors", "There can be at most {most} pages of quick keys.")


class NoSuchPlace(UserError):
    """A place outside the page."""

    text = QT_TRANSLATE_NOOP("errors", "A page has {most} places.")


@dataclass(frozen=True, slots=True)
class QuickKeyView:
    """One key.

    Attributes:
        position: 0 to `PLACES` - 1.
        sale_unit_id: What it sells.
        label: What stands on it: its own words, else the product's name.
        price: Shelf price of now; None when nobody gave one.
        tone: One of `TONES`.
    """

    key_id: Id
    position: int
    product_id: Id
    sale_unit_id: Id
    label: str
    own_label: str
    price: Money | None
    by_weight: bool
    tone: str


@dataclass(frozen=True, slots=True)
class QuickPageView:
    """A page with its keys."""

    page_id: Id
    name: str
    keys: tuple[QuickKeyView, ...]

    def at(self, position: int) -> QuickKeyView | None:
        """The key at a place."""
        return next((key for key in self.keys if key.position == position), None)


@dataclass(frozen=True, slots=True)
class QuickKeyDraft:
    """What a place shall sell.

    Attributes:
        sale_unit_id: None for the product's usual unit.
        label: Empty for the product's name.
    """

    product_id: Id
    sale_unit_id: Id | None = None
    label: str = ""
    tone: str = ""


def quick_pages(read: Reader) -> tuple[QuickPageView, ...]:
    """Every page in order; keys of closed goods are left out."""
    keys: dict[Id, list[QuickKeyView]] = {}
    for row in read.connection.execute(_KEYS, {"now": read.now}):
        shown = keys.setdefault(row.page_id, [])
        if not shown or shown[-1].position != row.position:
            shown.append(_key(row))
    pages = read.connection.execute(
        select(QuickKeyPage.id, QuickKeyPage.name)
        .where(QuickKeyPage.closed_at.is_(None))
        .order_by(QuickKeyPage.position, QuickKeyPage.id)
    )
    return tuple(QuickPageView(row.id, row.name, tuple(keys.get(row.id, ()))) for row in pages)


def add_quick_page(uow: UnitOfWork, name: str) -> Id:
    """A further page at the end.

    Raises:
        QuickPageNameMissing, TooManyQuickPages
    """
    require(uow, Permission.EDIT_CATALOGUE)
    cleaned = _checked_name(name)
    count, last = uow.connection.execute(
        select(func.count(), func.coalesce(func.max(QuickKeyPage.position), 0)).where(QuickKeyPage.closed_at.is_(None))
    ).one()
    if count >= MOST_PAGES:
        raise TooManyQuickPages(most=MOST_PAGES)
    columns = reference_columns(uow)
    uow.connection.execute(insert(QuickKeyPage), {**columns, "name": cleaned, "position": last + 1})
    return _noted(uow, "quick_page_added", Id(columns["id"]))


def rename_quick_page(uow: UnitOfWork, page_id: Id, name: str) -> None:
    """Call a page something else.

    Raises:
        QuickPageNameMissing, QuickPageMissing
    """
    require(uow, Permission.EDIT_CATALOGUE)
    _change_page(uow, page_id, name=_checked_name(name))
    _noted(uow, "quick_page_renamed", page_id)


def move_quick_page(uow: UnitOfWork, page_id: Id, step: int) -> None:
    """Before (-1) or behind (1) its neighbour; at the end nothing happens.

    Raises:
        QuickPageMissing
    """
    require(uow, Permission.EDIT_CATALOGUE)
    order = [page.page_id for page in quick_pages(uow)]
    if page_id not in order:
        raise QuickPageMissing()
    at = order.index(page_id)
    to = max(0, min(len(order) - 1, at + step))
    order.insert(to, order.pop(at))
    for position, moved in enumerate(order, start=1):
        _change_page(uow, moved, position=position)
    _noted(uow, "quick_page_moved", page_id)


def close_quick_page(uow: UnitOfWork, page_id: Id) -> None:
    """Take a page away; its keys go with it.

    Raises:
        QuickPageMissing
    """
    require(uow, Permission.EDIT_CATALOGUE)
    _change_page(uow, page_id, closed_at=uow.now)
    _noted(uow, "quick_page_closed", page_id)


def reopen_quick_page(uow: UnitOfWork, page_id: Id) -> None:
    """Bring a page back with its keys."""
    require(uow, Permission.EDIT_CATALOGUE)
    uow.connection.execute(
        update(QuickKeyPage).where(QuickKeyPage.id == page_id).values(closed_at=None, **_newer(uow, QuickKeyPage))
    )
    _noted(uow, "quick_page_reopened", page_id)


def put_quick_key(uow: UnitOfWork, page_id: Id, position: int, draft: QuickKeyDraft) -> Id:
    """Let a place sell something; what was there before goes.

    Raises:
        QuickPageMissing, NoSuchPlace, UnknownProduct, UnknownSaleUnit, TextTooLong
    """
    require(uow, Permission.EDIT_CATALOGUE)
    _check_place(uow, page_id, position)
    default_unit(uow, draft.product_id)
    if draft.sale_unit_id is not None:
        _check_unit(uow, draft)
    _close_keys(uow, page_id, position)
    columns = reference_columns(uow)
    own = {
        "page_id": page_id,
        "position": position,
        "product_id": draft.product_id,
        "sale_unit_id": draft.sale_unit_id,
        "label": check_text(draft.label, MAX_WORD),
        "tone": draft.tone if draft.tone in TONES else "",
    }
    uow.connection.execute(insert(QuickKey), {**columns, **own})
    return _noted(uow, "quick_key_set", Id(columns["id"]), product=draft.product_id.hex())


def clear_quick_key(uow: UnitOfWork, page_id: Id, position: int) -> None:
    """Empty a place; an empty one is no error."""
    require(uow, Permission.EDIT_CATALOGUE)
    _close_keys(uow, page_id, position)
    _noted(uow, "quick_key_cleared", page_id, position=position)


def move_quick_key(uow: UnitOfWork, page_id: Id, position: int, to: int) -> None:
    """Move a key to another place of its page; what is there changes places with it.

    Raises:
        QuickPageMissing, NoSuchPlace
    """
    require(uow, Permission.EDIT_CATALOGUE)
    for place in (position, to):
        _check_place(uow, page_id, place)
    these = (QuickKey.page_id == page_id, QuickKey.closed_at.is_(None))
    moved = uow.connection.execute(
        select(QuickKey.id, QuickKey.position).where(*these, QuickKey.position.in_((position, to)))
    ).all()
    for row in moved:
        place = to if row.position == position else position
        uow.connection.execute(
            update(QuickKey).where(QuickKey.id == row.id).values(position=place, **_newer(uow, QuickKey))
        )
    _noted(uow, "quick_key_moved", page_id, position=position, to=to)


def _key(row: Row[Any]) -> QuickKeyView:
    return QuickKeyView(
        key_id=row.id,
        position=row.position,
        product_id=row.product_id,
        sale_unit_id=row.unit_id,
        label=row.label or row.name,
        own_label=row.label,
        price=money_or_none(row.price_minor),
        by_weight=row.sold_by == "weight",
        tone=row.tone,
    )


def _checked_name(name: str) -> str:
    cleaned = check_text(name, MAX_WORD)
    if not cleaned:
        raise QuickPageNameMissing()
    return cleaned


def _check_place(read: Reader, page_id: Id, position: int) -> None:
    page = select(QuickKeyPage.id).where(QuickKeyPage.id == page_id, QuickKeyPage.closed_at.is_(None))
    if read.connection.execute(page).first() is None:
        raise QuickPageMissing()
    if not 0 <= position < PLACES:
        raise NoSuchPlace(most=PLACES)


def _check_unit(read: Reader, draft: QuickKeyDraft) -> None:
    unit = select(SaleUnit.id).where(
        SaleUnit.id == draft.sale_unit_id, SaleUnit.product_id == draft.product_id, SaleUnit.closed_at.is_(None)
    )
    if read.connection.execute(unit).first() is None:
        raise UnknownSaleUnit()


def _close_keys(uow: UnitOfWork, page_id: Id, position: int) -> None:
    uow.connection.execute(
        update(QuickKey)
        .where(QuickKey.page_id == page_id, QuickKey.position == position, QuickKey.closed_at.is_(None))
        .values(closed_at=uow.now, **_newer(uow, QuickKey))
    )


def _change_page(uow: UnitOfWork, page_id: Id, **columns: object) -> None:
    done = uow.connection.execute(
        update(QuickKeyPage)
        .where(QuickKeyPage.id == page_id, QuickKeyPage.closed_at.is_(None))
        .values(**columns, **_newer(uow, QuickKeyPage))
    )
    if done.rowcount == 0:
        raise QuickPageMissing()


def _newer(uow: UnitOfWork, model: type[Any]) -> dict[str, Any]:
    return {"row_version": model.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}


def _noted(uow: UnitOfWork, action: str, subject: Id, **detail: object) -> Id:
    audit.record(uow, action, subject=("quick_key", subject), detail=detail)
    uow.changed.add(Topic.CATALOGUE)
    return subject


_KEYS: Select[*tuple[Any, ...]] = (
    select(
        QuickKey.id,
        QuickKey.page_id,
        QuickKey.position,
        QuickKey.product_id,
        QuickKey.label,
        QuickKey.tone,
        SaleUnit.id.label("unit_id"),
        Product.name,
        Product.sold_by,
        price_now(PriceListCode.SHELF).label("price_minor"),
    )
    .join(Product, Product.id == QuickKey.product_id)
    .join(SaleUnit, SaleUnit.product_id == Product.id)
    .where(
        QuickKey.closed_at.is_(None),
        Product.closed_at.is_(None),
        SaleUnit.closed_at.is_(None),
        or_(SaleUnit.id == QuickKey.sale_unit_id, (QuickKey.sale_unit_id.is_(None)) & SaleUnit.is_default),
    )
    .order_by(QuickKey.page_id, QuickKey.position, QuickKey.id.desc())
)
