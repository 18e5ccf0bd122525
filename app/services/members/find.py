"""Finding a member: by card or QR, last four digits, number, name, pinyin or initials. Numbers are masked in lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, text

from app.models.members import Card, Member, MemberAlias
from app.models.types import IdType
from app.services.common import audit
from app.services.common.search_terms import exact_query, loose_query, prefix_query, words_of
from app.services.common.uow import Reader, UnitOfWork
from app.services.members.phones import (
    LEAST_TAIL,
    BadPhone,
    country_of,
    is_same_phone,
    normalise_phone,
    search_digits,
)
from app.services.members.view import MemberView, member_view
from app.values.barcode import clean_code
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.text import fold_width, mask_phone

MOST_TAILS = 500
"""Members with the same last four digits that are looked at; a shop of 100,000 has about ten."""


class CardLost(UserError):
    """A closed card was shown."""

    text = QT_TRANSLATE_NOOP(
        "errors", "This card was reported lost or replaced. Please find the member by phone, and keep the card."
    )


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member in a list."""

    member_id: Id
    number: str
    name: str
    address_form: str
    phone_masked: str


def find_by_code(read: Reader, code: str) -> MemberView | None:
    """Whom a scanned card or QR names; None when it is no card of ours.

    Raises:
        CardLost: it was closed.
    """
    plain = clean_code(code)
    codes = {"codes": sorted({plain, plain.upper()})}
    card = read.connection.execute(_OPEN_CARD, codes).first()
    if card is not None:
        return member_view(read, card.member_id, card_id=card.id)
    if read.connection.execute(_CLOSED_CARD, codes).first() is not None:
        raise CardLost()
    return None


def find_members(read: Reader, typed: str, *, limit: int = 20) -> tuple[MemberRow, ...]:
    """Members by what somebody typed, the surest first; any text is safe and an empty one finds nobody.

    Digits are the end of a phone (four or more) or a member's count; words are names as written or as spoken.
    Merged members are shown as the one they became.
    """
    digits = search_digits(typed)
    stages = _by_digits(read, digits, limit) if digits else _by_words(read, typed, limit)
    found: dict[Id, MemberRow] = {}
    for ids in stages:
        for row in _rows(read, ids):
            found.setdefault(row.member_id, row)
        if len(found) >= limit:
            break
    return tuple(found.values())[:limit]


def find_same_phone(read: Reader, typed: str) -> tuple[MemberRow, ...]:
    """Members who already have this number, so that the screen can ask; nobody for a number that is none."""
    try:
        phone = normalise_phone(typed, country_of(read))
    except BadPhone:
        return ()
    same = select(Member.id).where(Member.phone == phone).order_by(Member.enrolled_at).limit(MOST_TAILS)
    return _rows(read, read.connection.execute(same).scalars().all())


def log_lookup(uow: UnitOfWork, member_id: Id, how: str) -> None:
    """Note who looked at whom, and by what kind of way (`code`, `search` ...): never what was typed."""
    audit.record(uow, "member_looked_up", subject=("member", member_id), detail={"how": how})


def _by_digits(read: Reader, digits: str, limit: int) -> Iterator[Sequence[Id]]:
    tails: list[Id] = []
    if len(digits) >= LEAST_TAIL:
        rows = read.connection.execute(_BY_LAST4, {"last4": digits[-4:], "most": MOST_TAILS})
        tails = [row.id for row in rows if is_same_phone(row.phone, digits)]
        yield tails[: limit * 2]
    # A count is meant only where no phone ends so: four digits must not find a second member by chance.
    if not tails:
        yield _match(read, exact_query((digits.lstrip("0") or "0",)), limit)


def _by_words(read: Reader, typed: str, limit: int) -> Iterator[Sequence[Id]]:
    number = fold_width(typed).upper()[:40]
    if number.isprintable():
        yield read.connection.execute(_BY_NUMBER, {"number": number}).scalars().all()
    words = words_of(typed)
    if not words:
        return
    for query in dict.fromkeys((exact_query(words), prefix_query(words), loose_query(words))):
        yield _match(read, query, limit)


def _match(read: Reader, query: str, limit: int) -> Sequence[Id]:
    return read.connection.execute(_MATCH, {"query": query, "most": limit}).scalars().all()


def _rows(read: Reader, ids: Sequence[Id]) -> tuple[MemberRow, ...]:
    """Open members in the order of `ids`, merged ones as what they became."""
    if not ids:
        return ()
    kept = tuple(dict.fromkeys(_survivors(read, ids)))
    rows = {row.id: row for row in read.connection.execute(_ROWS, {"ids": kept})}
    return tuple(
        MemberRow(row.id, row.number, row.name, row.address_form, mask_phone(row.phone))
        for row in (rows[member_id] for member_id in kept if member_id in rows)
    )


def _survivors(read: Reader, ids: Sequence[Id]) -> list[Id]:
    into: dict[Id, Id] = {}
    fresh: set[Id] = set(ids)
    while fresh:
        found = read.connection.execute(_ALIASES, {"ids": sorted(fresh)}).all()
        into |= {row.from_member_id: row.to_member_id for row in found}
        fresh = {row.to_member_id for row in found} - into.keys()
    return [_follow(into, member_id) for member_id in ids]


def _follow(into: dict[Id, Id], member_id: Id) -> Id:
    seen: set[Id] = set()
    while member_id in into and member_id not in seen:
        seen.add(member_id)
        member_id = into[member_id]
    return member_id


_HAS_CODE = Card.code.in_(bindparam("codes", expanding=True))
# Two queries: the unique index of codes knows open cards only.
_OPEN_CARD = select(Card.id, Card.member_id).where(_HAS_CODE, Card.closed_at.is_(None))
_CLOSED_CARD = select(Card.id).where(_HAS_CODE, Card.closed_at.is_not(None)).limit(1)
_BY_LAST4 = (
    select(Member.id, Member.phone)
    .where(Member.phone_last4 == bindparam("last4"), Member.closed_at.is_(None))
    .limit(bindparam("most"))
)
_BY_NUMBER = select(Member.id).where(Member.number == bindparam("number"))
_MATCH = text(
    "SELECT member_search_doc.member_id FROM member_search "
    "JOIN member_search_doc ON member_search_doc.doc_id = member_search.rowid "
    "WHERE member_search MATCH :query ORDER BY member_search.rowid DESC LIMIT :most"
).columns(member_id=IdType())
_ROWS = select(Member.id, Member.number, Member.name, Member.address_form, Member.phone).where(
    Member.id.in_(bindparam("ids", expanding=True)), Member.closed_at.is_(None)
)
_ALIASES = (
    select(MemberAlias.from_member_id, MemberAlias.to_member_id)
    .where(MemberAlias.from_member_id.in_(bindparam("ids", expanding=True)))
    .order_by(MemberAlias.at, MemberAlias.id)
)
