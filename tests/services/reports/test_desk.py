"""Who may look, what leaves the shop masked, and what is written down when it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.services.common.permissions import GrantNeeded, NobodySignedIn, NoLongerHere
from app.services.receipts.words import Language
from app.services.reports.control import count_by_cashier
from app.services.reports.desk import ControlFilter, DayFilter, Reports, Wanted, style_of, tables_of
from app.services.reports.export import UnknownEnding
from app.services.reports.logs import LogFilter
from app.services.reports.sale_filter import SaleFilter
from app.services.reports.shifts import ShiftFilter
from app.services.reports.table import check_cell
from app.services.reports.words import EN, ZH
from app.services.staff.founding import nobody_at, operator_at
from app.services.staff.people import close_staff
from app.values.errors import NotAllowed
from tests.services.reports.history import History

MONDAY = date(2026, 1, 5)
EVERY: tuple[Wanted, ...] = (
    DayFilter(MONDAY),
    SaleFilter(from_date=MONDAY),
    ShiftFilter(),
    LogFilter(),
    ControlFilter(MONDAY, MONDAY),
)


@pytest.fixture
def sold(history: History) -> History:
    member = history.stocked.enrol("13800138000", "李明华")
    sale = history.sell(("water", 1), ("milk", 1), member=member)
    history.refund(sale, (1, 1))
    return history


LOOKS: tuple[Callable[[Reports], object], ...] = (
    lambda reports: reports.sales(SaleFilter()),
    lambda reports: reports.totals(SaleFilter()),
    lambda reports: reports.day(),
    lambda reports: reports.shifts(ShiftFilter()),
    lambda reports: reports.log(LogFilter()),
    lambda reports: reports.control(ControlFilter(MONDAY, MONDAY)),
    lambda reports: reports.sale(reports.actor.shop_id),
    lambda reports: reports.shift(reports.actor.shop_id),
)


@pytest.mark.parametrize("at", range(len(LOOKS)))
def test_only_the_owner_looks(sold: History, at: int) -> None:
    shop = sold.shop
    for actor, problem in (
        (shop.cashier, GrantNeeded),
        (nobody_at(shop.till), NobodySignedIn),
    ):
        with pytest.raises(problem):
            LOOKS[at](Reports(shop.store, actor))
    sold.do(lambda uow: close_staff(uow, shop.cashier.staff_id), shop.owner)  # type: ignore[arg-type]
    with pytest.raises(NoLongerHere):
        LOOKS[at](Reports(shop.store, shop.cashier))
    if at < 6:
        LOOKS[at](Reports(shop.store, shop.owner))
        LOOKS[at](Reports(shop.store, operator_at(shop.till)))


def test_a_cashier_writes_no_file(sold: History, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for personal in (False, True):
        for wanted in EVERY:
            with pytest.raises(NotAllowed):
                Reports(sold.shop.store, sold.shop.cashier).write(wanted, folder / "a.csv", personal=personal)
    with pytest.raises(NotAllowed):
        Reports(sold.shop.store, sold.shop.cashier).write_shift(sold.shop.cashier.shift_id, folder / "a.pdf")  # type: ignore[arg-type]
    assert list(folder.iterdir()) == []
    assert exports(sold) == []


def exports(history: History) -> list[dict[str, object]]:
    with history.look() as read:
        rows = read.connection.execute(select(AuditEvent.detail).where(AuditEvent.action == "members_exported"))
        return [json.loads(detail) for (detail,) in rows]


def test_names_and_phones_leave_masked(sold: History, tmp_path: Path) -> None:
    reports, path = Reports(sold.shop.store, sold.shop.owner), tmp_path / "a.csv"
    reports.write(SaleFilter(), path)
    said = path.read_text("utf-8-sig")
    assert "李**" in said
    assert "138****8000" in said
    assert "李明华" not in said
    assert "13800138000" not in said
    assert exports(sold) == []


def test_whole_names_leave_only_when_asked_for_and_that_is_written_down(sold: History, tmp_path: Path) -> None:
    reports, path = Reports(sold.shop.store, sold.shop.owner), tmp_path / "a.csv"
    reports.write(SaleFilter(), path, personal=True)
    said = path.read_text("utf-8-sig")
    assert "李明华" in said
    assert "13800138000" in said
    assert exports(sold) == [{"as": "csv"}]
    with pytest.raises(UnknownEnding):
        reports.write(SaleFilter(), tmp_path / "a.doc", personal=True)
    assert len(exports(sold)) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_report_as_every_file(sold: History, tmp_path: Path, language: Language) -> None:
    reports = Reports(sold.shop.store, sold.shop.owner)
    for at, wanted in enumerate(EVERY):
        for ending in ("csv", "xlsx", "pdf"):
            path = tmp_path / f"{at}.{ending}"
            reports.write(wanted, path, language=language)
            assert path.stat().st_size > 50
    book = openpyxl.load_workbook(tmp_path / "0.xlsx")
    assert len(book.worksheets) == 7
    amounts = book.worksheets[0]
    assert amounts["B2"].value == 59.90 - 10 + 2 - 2
    assert amounts.title.startswith(EN.day if language == "en" else ZH.day)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_columns_have_names_of_their_own_and_cells_their_kinds(sold: History, language: Language) -> None:
    """A JSON row is named by its columns, so none may be called as another."""
    with sold.look() as read:
        style = style_of(read, sold.shop.owner, language)
        for wanted in EVERY:
            for table in tables_of(read, wanted, style):
                titles = [column.title for column in table.columns]
                assert len(set(titles)) == len(titles), titles
                for row in table.rows:
                    for column, cell in zip(table.columns, row, strict=True):
                        check_cell(column, cell)
                assert not table.footer or len(table.footer) == len(titles)


def test_both_languages_say_everything() -> None:
    from dataclasses import fields

    for field in fields(EN):
        english, chinese = getattr(EN, field.name), getattr(ZH, field.name)
        assert english, field.name
        assert chinese, field.name
    assert EN.actions.keys() == ZH.actions.keys()


def test_a_closed_owner_sees_nothing(sold: History) -> None:
    gone = replace(sold.shop.owner, staff_id=None)
    with pytest.raises(NobodySignedIn):
        Reports(sold.shop.store, gone).day()


def test_counts_of_a_shop_without_days(sold: History) -> None:
    with sold.look() as read:
        assert count_by_cashier(read, date(2020, 1, 1), date(2020, 1, 2)) == ()
