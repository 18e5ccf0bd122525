"""A report becomes a file: kind, place, progress, what is already there, and what leaves with names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.services.reports.export import CSV, PDF, XLSX
from app.services.reports.sale_filter import SaleFilter
from app.ui.kit.jobs import Cancelled, Job, Report
from app.ui.owner.report_file import ReportFiles, file_name, report_writer
from app.ui.owner.sales.sales_page import SalesPage
from tests.support.demo_week import YESTERDAY, demo_shop
from tests.support.office import TestOffice, make_office
from tests.support.places import choose_place

DAY = SaleFilter(from_date=YESTERDAY, until_date=YESTERDAY)


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, stocked=demo_shop(tmp_path))
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> SalesPage:
    page = office.open("sales", DAY)
    assert isinstance(page, SalesPage)
    return page


def choose(files: ReportFiles, ending: str, *, personal: bool = False) -> QFileDialog:
    assert files.kind_dialog is not None
    files.kind_dialog.kinds[ending].setChecked(True)
    files.kind_dialog.personal.setChecked(personal)
    files.kind_dialog.accept()
    assert files.place_dialog is not None
    return files.place_dialog


@pytest.mark.parametrize(("ending", "begins"), [(CSV, b"\xef\xbb\xbf"), (XLSX, b"PK"), (PDF, b"%PDF-")])
def test_the_list_that_is_shown_becomes_a_file(
    office: TestOffice, page: SalesPage, tmp_path: Path, ending: str, begins: bytes
) -> None:
    office.press("Ctrl+E")
    dialog = choose(page.files, ending)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert Path(dialog.selectedFiles()[0]).name == f"Sales 2026-07-19{ending}"
    choose_place(dialog, tmp_path / f"out{ending}")

    assert (tmp_path / f"out{ending}").read_bytes().startswith(begins)
    assert office.prompter.notices[-1][0] == f"Saved: {tmp_path / f'out{ending}'}"
    assert not page.progress.isVisible()


def test_names_stay_masked_unless_they_are_asked_for_and_that_is_written_down(
    office: TestOffice, page: SalesPage, tmp_path: Path
) -> None:
    def written() -> list[str]:
        with office.stocked.shop.store.read() as read:
            return list(
                read.connection.execute(
                    select(AuditEvent.detail).where(AuditEvent.action == "members_exported")
                ).scalars()
            )

    member = next(row.member for row in page.list.model.rows() if row.member is not None and row.member.name)
    for name, personal in (("masked", False), ("whole", True)):
        office.press("Ctrl+E")
        assert page.files.kind_dialog is not None
        assert page.files.kind_dialog.personal.isVisible()
        choose_place(choose(page.files, CSV, personal=personal), tmp_path / f"{name}.csv")
    masked = (tmp_path / "masked.csv").read_text("utf-8-sig")
    whole = (tmp_path / "whole.csv").read_text("utf-8-sig")

    assert member.name not in masked
    assert member.name in whole
    assert written() == ['{"as": "csv"}']


def test_a_file_that_is_there_is_replaced_only_by_leave(office: TestOffice, page: SalesPage, tmp_path: Path) -> None:
    there = tmp_path / "out.csv"
    there.write_text("old")
    office.press("Ctrl+E")
    choose_place(choose(page.files, CSV), there)
    assert "“out.csv” is there already" in office.prompter.questions[-1]
    office.prompter.answer(False)
    assert there.read_text() == "old"
    office.press("Ctrl+E")
    choose_place(choose(page.files, CSV), there)
    office.prompter.answer(True)

    assert there.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_place_that_cannot_be_written_is_told(office: TestOffice, page: SalesPage, tmp_path: Path) -> None:
    page.files.write(tmp_path / "none" / "out.csv", report_writer(page._context, DAY))
    assert "cannot be written" in office.prompter.notices[-1][0]


def test_stopping_leaves_no_file(office: TestOffice, page: SalesPage, tmp_path: Path) -> None:
    report = Report()
    report.cancel()
    with pytest.raises(Cancelled):
        report_writer(page._context, DAY)(tmp_path / "out.csv", report)
    assert list(tmp_path.glob("*out*")) == []


class Waiting:
    """Work that has not begun yet."""

    def run(
        self,
        work: Callable[[Report], object],
        *,
        then: Callable[[object], None],
        failed: Callable[[Exception], None],
        uses_db: bool = True,
    ) -> Job:
        """Never."""
        del work, then, failed, uses_db
        return Job()


def test_while_it_is_written_it_can_be_stopped(office: TestOffice, page: SalesPage, tmp_path: Path) -> None:
    page.progress.run(Waiting(), lambda report: None, "Writing", then=lambda _: None, failed=lambda _: None)  # type: ignore[arg-type]
    assert page.progress.isVisible()
    page.progress.cancel_button.click()

    assert not page.progress.isVisible()
    assert office.prompter.notices[-1][0] == "Stopped. No file was written."


def test_the_language_of_the_file_is_that_of_the_screen(office: TestOffice, page: SalesPage, tmp_path: Path) -> None:
    for language, word in (("en", "Receipt"), ("zh_CN", "单号")):
        office.speak(language)
        report_writer(page._context, DAY)(tmp_path / "out.csv", Report())
        assert word in (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[0]


def test_enter_goes_on_and_esc_gives_up(office: TestOffice, page: SalesPage) -> None:
    office.press("Ctrl+E")
    dialog = page.files.kind_dialog
    assert dialog is not None
    dialog.reject()
    assert page.files.place_dialog is None


def test_names_of_files_hold_nothing_that_a_system_refuses() -> None:
    assert file_name("X T1/7", "", "2026-01-05") == "X T1-7 2026-01-05"
    assert file_name('a<b>:"|?*\\') == "a-b-------"
