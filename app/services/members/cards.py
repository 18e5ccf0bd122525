"""Cards and QR codes that name a member: given out, and closed when they are lost; never deleted."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from app.models.members import Card
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.members.codes import new_member_code
from app.values.barcode import clean_code
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.text import clean_words

MOST_REASON = 60


class CardTaken(UserError):
    """An open card has this code already."""

    text = QT_TRANSLATE_NOOP("errors", "This card already belongs to a member. Please take another one.")


@dataclass(frozen=True, slots=True)
class CardRow:
    """An open card of a member; `kind` is `qr` for our own code, `card` for a printed one."""

    card_id: Id
    code: str
    kind: str


def open_cards(read: Reader, member_id: Id) -> tuple[CardRow, ...]:
    """What this member can be named by, the oldest first."""
    rows = read.connection.execute(
        select(Card.id, Card.code, Card.kind)
        .where(Card.member_id == member_id, Card.closed_at.is_(None))
        .order_by(Card.id)
    )
    return tuple(CardRow(row.id, row.code, row.kind) for row in rows)


def give_card(uow: UnitOfWork, member_id: Id, code: str = "") -> Id:
    """Give a member a card: a printed one by its code, or a fresh QR for an empty code.

    Raises:
        GrantNeeded
        CardTaken: the code names somebody already.
    """
    require(uow, Permission.ENROL_MEMBER)
    plain = clean_code(code)
    open_one = select(Card.id).where(Card.code == plain, Card.closed_at.is_(None))
    if plain and uow.connection.execute(open_one).first() is not None:
        raise CardTaken()
    card_id = add_card(uow, member_id, plain)
    audit.record(uow, "card_given", subject=("card", card_id))
    return card_id


def add_card(uow: UnitOfWork, member_id: Id, code: str = "") -> Id:
    """The row of a card, for services that have checked its code.

    Raises:
        GrantNeeded
    """
    require(uow, Permission.ENROL_MEMBER)
    card_id, plain = new_id(), clean_code(code)
    row = {
        "id": card_id,
        "row_version": 1,
        "updated_at": uow.now,
        "updated_by": uow.actor.staff_id,
        "code": plain or new_member_code(),
        "kind": "card" if plain else "qr",
        "member_id": member_id,
    }
    uow.connection.execute(insert(Card), row)
    uow.changed.add(Topic.MEMBERS)
    return card_id


def close_card(uow: UnitOfWork, card_id: Id, reason: str = "lost") -> None:
    """A card that was lost or replaced names nobody any more; closing it twice changes nothing."""
    require(uow, Permission.ENROL_MEMBER)
    reason = clean_words(reason, MOST_REASON)
    closed = uow.connection.execute(
        update(Card)
        .where(Card.id == card_id, Card.closed_at.is_(None))
        .values(
            closed_at=uow.now,
            close_reason=reason,
            row_version=Card.row_version + 1,
            updated_at=uow.now,
            updated_by=uow.actor.staff_id,
        )
    )
    if closed.rowcount:
        audit.record(uow, "card_closed", subject=("card", card_id), detail={"reason": reason})
        uow.changed.add(Topic.MEMBERS)
