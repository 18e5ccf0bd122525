"""Where sales are looked for: one query for each way of finding, each able to walk an index and stop early."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, tuple_

from app.models.members import Card, MemberAlias
from app.models.organisation import Till
from app.models.sales import Sale, SaleLine
from app.models.shifts import Shift, ShiftClose
from app.services.catalogue.search import search_items
from app.services.common.uow import Reader
from app.services.members.find import find_members
from app.services.reports.sale_filter import KindFilter, SaleFilter
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.values.barcode import clean_code
from app.values.ids import Id
from app.values.money import Money
from app.values.text import fold_width

MOST_TEXT = 64
MOST_GOODS = 20
"""A word that fits more goods is searched in the sales of the best of them."""
MOST_MEMBERS = 20
MOST_ENDINGS = 500
"""Receipts with the same last digits that are looked at, the newest of each till and epoch first."""
_END = re.compile(r"(?:.*-)?([0-9]{1,9})")
Query = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class SaleKey:
    """The place of a sale in the list; also the cursor of a page."""

    business_date: date
    at: datetime
    sale_id: Id

    def order(self) -> tuple[date, datetime, Id]:
        """Newest is greatest."""
        return (self.business_date, self.at, self.sale_id)


@dataclass(frozen=True, slots=True)
class SaleSource:
    """A query over `sale` with all conditions but the page's.

    Attributes:
        day: The business date by which the source's index walks.
        is_broad: May fit any number of sales, so that it is walked a stretch of days at a time: SQLite would rather
            sort a million sales than walk the index of days backwards.
    """

    query: Query
    day: Any = Sale.business_date
    is_broad: bool = False

    def after(self, page: SaleKey | None) -> Query:
        """Newest first, from behind `page` on."""
        query = self.query.order_by(self.day.desc(), Sale.at.desc(), Sale.id.desc())
        if page is None:
            return query
        key, place = tuple_(self.day, Sale.at, Sale.id), (page.business_date, page.at, page.sale_id)
        return query.where(self.day <= page.business_date, key < tuple_(*_as_literals(place)))


def _as_literals(place: tuple[date, datetime, Id]) -> tuple[ColumnElement[Any], ...]:
    day, at, sale_id = place
    return literal(day), literal(at, Sale.at.type), literal(sale_id, Sale.id.type)


def key_columns() -> tuple[Any, ...]:
    """What a `SaleKey` is made of."""
    return (Sale.business_date, Sale.at, Sale.id)


def sources_of(read: Reader, wanted: SaleFilter) -> list[SaleSource]:
    """The queries whose answers together are the list; none where nothing can fit."""
    rest = _conditions(read, wanted)
    # Half of a broken character is nothing that the database could be asked for.
    text = fold_width(wanted.text.encode("utf-8", "ignore").decode())[:MOST_TEXT].strip()
    if not text:
        return _plain_sources(wanted, rest)
    # What is found by text is narrowed by the article, where one is given, too.
    if wanted.product is not None:
        rest = [*rest, _sells(wanted.product)]
    return list(_text_sources(read, text, wanted, rest))


def _plain_sources(wanted: SaleFilter, rest: list[ColumnElement[bool]]) -> list[SaleSource]:
    if wanted.product is not None:
        return [_of_product(wanted.product, wanted, rest)]
    is_broad = wanted.member is None and wanted.shift is None
    return [SaleSource(select(Sale.id).where(*rest), is_broad=is_broad)]


def _conditions(read: Reader, wanted: SaleFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.from_date is not None:
        found.append(Sale.business_date >= wanted.from_date)
    if wanted.until_date is not None:
        found.append(Sale.business_date <= wanted.until_date)
    if wanted.member is not None:
        found.append(Sale.member_id.in_(_with_merged(read, [wanted.member])))
    if wanted.staff is not None:
        found.append(Sale.staff_id == wanted.staff)
    if wanted.till is not None:
        found.append(Sale.till_id == wanted.till)
    if wanted.kind is not KindFilter.ALL:
        found.append(Sale.kind == wanted.kind.value)
    if wanted.least is not None:
        found.append(func.abs(Sale.total_minor) >= wanted.least.minor)
    if wanted.most is not None:
        found.append(func.abs(Sale.total_minor) <= wanted.most.minor)
    if wanted.shift is not None:
        found.append(_in_shift(read, wanted.shift))
    return found


def _in_shift(read: Reader, shift_id: Id) -> ColumnElement[bool]:
    """Sales of the shift; its places in the journal let the index skip all before and after."""
    head = read.connection.execute(
        select(Shift.till_id, Shift.epoch, Shift.journal_seq).where(Shift.id == shift_id)
    ).one_or_none()
    if head is None:
        return Sale.shift_id == shift_id
    close = read.connection.execute(
        select(ShiftClose.epoch, ShiftClose.journal_seq).where(ShiftClose.closed_shift_id == shift_id)
    ).one_or_none()
    place = tuple_(Sale.epoch, Sale.journal_seq)
    bounds = [Sale.till_id == head.till_id, place >= tuple_(literal(head.epoch), literal(head.journal_seq))]
    if close is not None:
        bounds.append(place <= tuple_(literal(close.epoch), literal(close.journal_seq)))
    ids = select(Sale.id).where(*bounds, Sale.shift_id == shift_id)
    return Sale.id.in_(ids)


def _text_sources(read: Reader, text: str, wanted: SaleFilter, rest: list[ColumnElement[bool]]) -> Iterator[SaleSource]:
    yield SaleSource(select(Sale.id).where(Sale.number == text.upper(), *rest))
    if by_end := _by_end(read, text):
        yield SaleSource(select(Sale.id).where(or_(*by_end), *rest))
    for member_id in _members_of(read, text):
        yield SaleSource(select(Sale.id).where(Sale.member_id == member_id, *rest))
    for product_id in _goods_of(read, text):
        yield _of_product(product_id, wanted, rest)
    if (amount := _amount_of(read, text)) is not None:
        yield SaleSource(select(Sale.id).where(Sale.total_minor.in_((amount.minor, -amount.minor)), *rest))


def _of_product(product_id: Id, wanted: SaleFilter, rest: Sequence[ColumnElement[bool]]) -> SaleSource:
    """Sales of an article, walked along the article's own lines; a sale with two lines of it comes once."""
    line, earlier = SaleLine.__table__, SaleLine.__table__.alias("earlier")
    again = select(earlier.c.id).where(
        earlier.c.sale_id == line.c.sale_id, earlier.c.product_id == product_id, earlier.c.line_no < line.c.line_no
    )
    query = select(Sale.id).join(line, line.c.sale_id == Sale.id).where(line.c.product_id == product_id, *rest)
    if wanted.from_date is not None:
        query = query.where(line.c.business_date >= wanted.from_date)
    if wanted.until_date is not None:
        query = query.where(line.c.business_date <= wanted.until_date)
    return SaleSource(query.where(~again.exists()), line.c.business_date)


def _sells(product_id: Id) -> ColumnElement[bool]:
    sold = SaleLine.__table__.alias("sold")
    return select(sold.c.id).where(sold.c.sale_id == Sale.id, sold.c.product_id == product_id).correlate(Sale).exists()


def _by_end(read: Reader, text: str) -> list[ColumnElement[bool]]:
    """Receipts whose number ends with these digits, by till and epoch, which the index of numbers begins with."""
    match = _END.fullmatch(text)
    if match is None:
        return []
    digits = match[1]
    step, first = 10 ** len(digits), int(digits)
    found: list[ColumnElement[bool]] = []
    for till_id, epoch, last in _counters(read):
        newest = last - (last - first) % step
        numbers = list(range(newest, 0, -step))[:MOST_ENDINGS] if newest > 0 else []
        # The short number itself is always meant, however many longer ones end so.
        numbers = list(dict.fromkeys([*numbers, *([first] if 0 < first <= last else [])]))
        if numbers:
            found.append(and_(Sale.till_id == till_id, Sale.epoch == epoch, Sale.number_seq.in_(numbers)))
    return found


def _counters(read: Reader) -> Iterator[tuple[Id, int, int]]:
    """Each till and epoch with its newest number; every step is one look into the index."""
    for till_id in read.connection.execute(select(Till.id)).scalars().all():
        epoch = read.connection.execute(select(func.max(Sale.epoch)).where(Sale.till_id == till_id)).scalar_one()
        while epoch is not None:
            here = (Sale.till_id == till_id, Sale.epoch == epoch)
            last = read.connection.execute(select(func.max(Sale.number_seq)).where(*here)).scalar_one()
            yield till_id, epoch, last
            before = select(func.max(Sale.epoch)).where(Sale.till_id == till_id, Sale.epoch < epoch)
            epoch = read.connection.execute(before).scalar_one()


def _members_of(read: Reader, text: str) -> list[Id]:
    """Members by name, phone end, number or card, closed cards too: an old sale was theirs."""
    plain = clean_code(text)
    cards = select(Card.member_id).where(Card.code.in_((plain, plain.upper())))
    found = [row.member_id for row in find_members(read, text, limit=MOST_MEMBERS)]
    return _with_merged(read, list(dict.fromkeys([*read.connection.execute(cards).scalars(), *found])))


def _with_merged(read: Reader, ids: list[Id]) -> list[Id]:
    """The members and all files that were merged into them; sales keep the file they were posted under."""
    known, fresh = dict.fromkeys(ids), ids
    while fresh:
        merged = select(MemberAlias.from_member_id).where(MemberAlias.to_member_id.in_(fresh))
        fresh = [found for found in read.connection.execute(merged).scalars() if found not in known]
        known |= dict.fromkeys(fresh)
    return list(known)


def _goods_of(read: Reader, text: str) -> list[Id]:
    return list(dict.fromkeys(item.product_id for item in search_items(read, text, limit=MOST_GOODS)))


def _amount_of(read: Reader, text: str) -> Money | None:
    try:
        amount = Money.parse(text, load_settings(read).get(declared.CURRENCY_EXPONENT))
    except ValueError:
        return None
    return Money(abs(amount.minor))
