"""The list of shifts, and the X or Z of each as it was or would be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select, tuple_

from app.models.organisation import Staff, Till
from app.models.shifts import Shift, ShiftClose
from app.services.checkout.paper import paper_language, shop_header
from app.services.checkout.shift_paper import z_data
from app.services.checkout.shop_rules import sale_rules
from app.services.common.uow import Reader
from app.services.receipts.compose_z import compose_z_report
from app.services.receipts.parts import Receipt
from app.services.receipts.words import Language
from app.services.settings.service import load_settings
from app.services.shifts.figures import ShiftFigures, figures_from_json
from app.services.shifts.report import closed_figures, shift_figures
from app.values.ids import Id
from app.values.money import Money

PAGE = 50


@dataclass(frozen=True, slots=True)
class ShiftFilter:
    """Which shifts; everything given must hold. Dates are those on which a shift was opened."""

    from_date: date | None = None
    until_date: date | None = None
    till: Id | None = None
    staff: Id | None = None


@dataclass(frozen=True, slots=True)
class ShiftKey:
    """The cursor of a page of shifts."""

    at: datetime
    shift_id: Id


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift in the list.

    Attributes:
        figures: As printed for a closed one, as they stand now for an open one.
    """

    shift_id: Id
    number: int
    till_code: str
    business_date: date
    opened_at: datetime
    opened_by: str
    figures: ShiftFigures

    @property
    def is_open(self) -> bool:
        """Nobody has counted yet."""
        return self.figures.closing is None

    @property
    def closed_at(self) -> datetime | None:
        """When it was counted."""
        return self.figures.closing.closed_at if self.figures.closing else None

    @property
    def closed_by(self) -> str:
        """Who counted it."""
        return self.figures.closing.closed_by if self.figures.closing else ""

    @property
    def over_short(self) -> Money | None:
        """Counted less expected; None while it is open."""
        return self.figures.closing.over_short if self.figures.closing else None


@dataclass(frozen=True, slots=True)
class ShiftsPage:
    """A page of the list, newest first; `next` is None on the last one."""

    rows: tuple[ShiftRow, ...]
    next: ShiftKey | None


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """The X of an open shift or the Z of a closed one, as figures and as paper."""

    figures: ShiftFigures
    paper: Receipt

    @property
    def is_final(self) -> bool:
        """A Z: nothing in it changes any more."""
        return self.figures.closing is not None


_SHIFTS = (
    select(Shift.__table__, Till.code.label("till_code"), Staff.name.label("opened_by"), ShiftClose.z_report)
    .join(Till, Till.id == Shift.till_id)
    .outerjoin(Staff, Staff.id == Shift.staff_id)
    .outerjoin(ShiftClose, ShiftClose.closed_shift_id == Shift.id)
    .order_by(Shift.at.desc(), Shift.id.desc())
)


def list_shifts(read: Reader, wanted: ShiftFilter, *, page: ShiftKey | None = None, limit: int = PAGE) -> ShiftsPage:
    """The shifts that fit, newest first; `page` is `next` of the page before."""
    query = _SHIFTS
    if wanted.from_date is not None:
        query = query.where(Shift.business_date >= wanted.from_date)
    if wanted.until_date is not None:
        query = query.where(Shift.business_date <= wanted.until_date)
    if wanted.till is not None:
        query = query.where(Shift.till_id == wanted.till)
    if wanted.staff is not None:
        query = query.where(Shift.staff_id == wanted.staff)
    if page is not None:
        query = query.where(tuple_(Shift.at, Shift.id) < (page.at, page.shift_id))
    found = read.connection.execute(query.limit(limit + 1)).all()
    rows = tuple(_row(read, row) for row in found[:limit])
    following = ShiftKey(rows[-1].opened_at, rows[-1].shift_id) if len(found) > limit else None
    return ShiftsPage(rows, following)


def all_shifts(read: Reader, wanted: ShiftFilter) -> Iterator[ShiftRow]:
    """Every shift that fits, for a file."""
    at: ShiftKey | None = None
    while True:
        page = list_shifts(read, wanted, page=at)
        yield from page.rows
        at = page.next
        if at is None:
            return


def _row(read: Reader, row: Row[*tuple[Any, ...]]) -> ShiftRow:
    figures = shift_figures(read, row.id) if row.z_report is None else figures_from_json(row.z_report)
    return ShiftRow(
        shift_id=row.id,
        number=row.number_seq,
        till_code=row.till_code,
        business_date=row.business_date,
        opened_at=row.at,
        opened_by=row.opened_by or "",
        figures=figures,
    )


def shift_report(read: Reader, shift_id: Id, *, language: Language | None = None) -> ShiftReport:
    """X while the shift is open, computed now; Z once it is closed, as it was printed.

    The words are those of the shop's receipts, or of `language`.

    Raises:
        LookupError: no such shift, which is a bug of the caller.
    """
    rules = sale_rules(load_settings(read))
    figures = closed_figures(read, shift_id) or shift_figures(read, shift_id)
    shop_id = read.connection.execute(select(Shift.shop_id).where(Shift.id == shift_id)).scalar_one()
    header = shop_header(read, shop_id, rules)
    said = language or paper_language(rules)
    return ShiftReport(figures, compose_z_report(z_data(figures, rules.zone), header, language=said))
