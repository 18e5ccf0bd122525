"""A file is dropped, its columns are looked at and changed, it is tried, imported, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import func, select

from app.models.catalogue import Product
from app.models.members import Member
from app.services.catalogue.current import current_products
from app.services.catalogue.find import find_item
from app.services.common.store import Store
from app.services.exchange.desk import Imports, LocalImports
from app.services.exchange.fields import Field, ImportKind
from app.services.exchange.pieces import Pace
from app.tour.waiting import let_events_run
from app.ui.kit.jobs import Cancelled, Job, Report
from app.ui.owner.context import OfficeContext
from app.ui.owner.imports.imports_page import ImportsPage
from app.ui.owner.pages import Group, OfficePage
from app.ui.owner.view import OfficeView
from app.values.barcode import ScaleRule
from tests.support.office import TestOffice, make_office

TEXT = "条码,品名,本店售价,库存\n6908512108211,可乐,3.50,5\n6908512109218,雪碧,x,5\n,饼干,2,1\n"


def _make(context: OfficeContext) -> OfficeView:
    def here() -> Imports:
        return LocalImports(context.office.store, context.actor, Pace(rest_s=0))

    return ImportsPage(context, here)


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    page = OfficePage("imports", "Import", Group.SHOP, _make)
    (tmp_path / "shop").mkdir()
    made = make_office(tmp_path / "shop", [page])
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> ImportsPage:
    page = office.open("imports")
    assert isinstance(page, ImportsPage)
    return page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "goods.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def drop(page: ImportsPage, *paths: Path) -> bool:
    """Drag files over the area and let go; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(page.drop_area, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(page.drop_area, QDropEvent(QPointF(20, 20), copy, data, left, none))
    let_events_run()
    return True


def goods(store: Store) -> dict[str, str]:
    with store.read() as read:
        ids = read.connection.execute(select(Product.id).where(Product.closed_at.is_(None))).scalars().all()
        return {one.draft.name: str(one.draft.price) for one in current_products(read, ids).values()}


def columns(page: ImportsPage) -> list[str]:
    return [choice.currentText() for choice in page.sheet.mapping.choices]


def choose(page: ImportsPage, at: int, field: str) -> None:
    choice = page.sheet.mapping.choices[at]
    choice.setCurrentIndex(choice.findData(field))
    let_events_run()


def findings(page: ImportsPage) -> list[tuple[str, int]]:
    return [(row.column, row.row) for row in page.sheet.findings.rows_model().rows()]


def test_a_dropped_file_is_tried_at_once_and_nothing_is_stored(
    office: TestOffice, page: ImportsPage, file: Path
) -> None:
    store = office.stocked.shop.store
    before = goods(store)
    assert drop(page, file)
    assert page.top is page.sheet
    assert page.heading() == "goods.csv"
    assert columns(page) == ["Barcode", "Name", "Price", "Stock (not imported)"]
    assert page.sheet.counts.text() == "3 rows: 2 new, 0 changed, 0 as before, 1 left out"
    assert findings(page)[0] == ("本店售价", 3)
    assert page.sheet.kind.currentData() == ImportKind.PRODUCTS
    assert goods(store) == before


@pytest.mark.parametrize("what", ["two", "folder", "nothing"])
def test_only_one_file_is_taken(page: ImportsPage, file: Path, tmp_path: Path, what: str) -> None:
    paths = {"two": (file, file), "folder": (tmp_path,), "nothing": ()}[what]
    assert not drop(page, *paths)
    assert page.top is not page.sheet


def test_imported_by_keys_and_taken_back_by_ctrl_z(office: TestOffice, page: ImportsPage, file: Path) -> None:
    store = office.stocked.shop.store
    before = goods(store)
    drop(page, file)
    assert page.sheet.run_button.hasFocus()
    office.press("Space")
    assert set(goods(store)) - set(before) == {"可乐", "饼干"}
    assert page.sheet.counts.text() == "Imported: 2 new, 0 changed; 0 were as before, 1 left out"
    assert office.screen.undo_bar.text() == page.sheet.counts.text()
    office.press("Ctrl+Z")
    assert goods(store) == before
    assert "was taken back" in office.prompter.notices[-1][0]
    assert page.sheet.run_button.isEnabled()  # it can be imported again
    office.press("Esc")
    assert page.top is not page.sheet
    assert [row.state for row in page.list.model.rows()] == ["undone"]


def test_a_column_is_changed_and_tried_again(office: TestOffice, page: ImportsPage, file: Path) -> None:
    drop(page, file)
    choose(page, 2, "")
    assert page.sheet.counts.text() == "3 rows: 3 new, 0 changed, 0 as before, 0 left out"
    choose(page, 3, Field.PRICE)
    assert page.presenter.mapping is not None
    assert page.presenter.mapping.guessed == frozenset()
    page.sheet.run_button.click()
    assert goods(office.stocked.shop.store)["可乐"] == "5.00"


def test_without_a_name_there_is_nothing_to_import_and_the_page_says_so(page: ImportsPage, file: Path) -> None:
    drop(page, file)
    choose(page, 1, "")
    assert not page.sheet.run_button.isEnabled()
    assert "name of the goods" in page.sheet.counts.text()
    choose(page, 1, Field.NAME)
    assert page.sheet.run_button.isEnabled()


def test_the_same_file_as_members(office: TestOffice, page: ImportsPage, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("名称,手机\n王,13900139000\n", encoding="utf-8")
    drop(page, path)
    page.sheet.kind.setCurrentIndex(page.sheet.kind.findData(ImportKind.MEMBERS))
    let_events_run()
    assert page.sheet.counts.text().startswith("1 rows: 1 new")
    page.sheet.run_button.click()
    with office.stocked.shop.store.read() as read:
        phones = read.connection.execute(select(Member.phone)).scalars().all()
    assert "13900139000" in phones


def test_what_cannot_be_read_is_told_and_the_list_stays(office: TestOffice, page: ImportsPage, tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    drop(page, path)
    assert page.top is not page.sheet
    assert "is not a table" in office.prompter.notices[-1][0]
    assert page.presenter.busy is None


def test_rows_left_out_are_saved_as_a_workbook(
    office: TestOffice, page: ImportsPage, file: Path, tmp_path: Path
) -> None:
    drop(page, file)
    page.sheet.save_button.click()
    let_events_run()
    dialog = office.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "left.xlsx"))
    dialog.close()
    let_events_run()
    assert (tmp_path / "left.xlsx").read_bytes().startswith(b"PK")
    assert (
        office.prompter.notices[-1][0] == "1 rows with their reasons are in left.xlsx. Mend them there and import it."
    )


def test_an_earlier_import_is_taken_back_from_the_list(office: TestOffice, page: ImportsPage, file: Path) -> None:
    store = office.stocked.shop.store
    before = goods(store)
    drop(page, file)
    page.sheet.run_button.click()
    office.press("Esc")
    assert not page.undo_button.isEnabled()
    page.list.table.select_row(0)
    assert page.undo_button.isEnabled()
    page.undo_button.click()
    assert "2 new records are closed" in office.prompter.questions[-1]
    office.prompter.answer(False)
    assert goods(store) != before
    page.undo_button.click()
    office.prompter.answer(True)
    assert goods(store) == before
    page.list.table.select_row(0)
    assert not page.undo_button.isEnabled()


def test_what_was_sold_since_is_told(office: TestOffice, page: ImportsPage, file: Path) -> None:
    drop(page, file)
    page.sheet.run_button.click()
    stocked = office.stocked
    with stocked.shop.store.read() as read:
        item = find_item(read, "6908512108211", rule=ScaleRule())
    assert item is not None
    stocked.items["new"] = item
    stocked.sell(("new", 1))
    office.press("Ctrl+Z")
    assert "可乐" in office.prompter.notices[-1][0]
    assert "stays" in office.prompter.notices[-1][0]
    assert "可乐" in goods(stocked.shop.store)


class _Later:
    """Keeps work back until it is asked for."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Job, Callable[[], None]]] = []

    def run(
        self,
        work: Callable[[Report], object],
        *,
        then: Callable[[object], None],
        failed: Callable[[Exception], None],
        uses_db: bool = True,
    ) -> Job:
        del uses_db, failed
        job = Job()

        def do() -> None:
            try:
                answer = work(job.report)
            except Cancelled:
                job.ended.emit()
                return
            then(answer)

        self.waiting.append((job, do))
        return job

    def go_on(self) -> None:
        _, do = self.waiting.pop(0)
        do()
        let_events_run()


def test_stop_leaves_nothing_and_the_page_is_ready_again(office: TestOffice, page: ImportsPage, file: Path) -> None:
    later = _Later()
    object.__setattr__(page._context, "jobs", later)
    store = office.stocked.shop.store
    before = goods(store)
    drop(page, file)
    later.go_on()
    later.go_on()
    page.sheet.run_button.click()
    assert page.sheet.progress.isVisible()
    assert not page.sheet.run_button.isEnabled()
    office.press("Esc")  # not away from what is running
    assert page.top is page.sheet
    assert "still running" in office.prompter.notices[-1][0]
    page.sheet.progress.cancel_button.click()
    later.go_on()
    assert goods(store) == before
    assert "Stopped" in office.prompter.notices[-1][0]
    assert page.sheet.run_button.isEnabled()
    page.sheet.run_button.click()
    later.go_on()
    assert len(goods(store)) == len(before) + 2


def test_choosing_a_file_by_the_button(office: TestOffice, page: ImportsPage, file: Path) -> None:
    assert page.drop_area.button.hasFocus()
    office.press("Space")
    dialog = office.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()
    let_events_run()
    assert page.top is page.sheet


def test_a_path_handed_over_by_another_page_is_opened(office: TestOffice, file: Path) -> None:
    page = office.open("imports", file)
    assert page.heading() == "goods.csv"


def test_the_words_follow_the_language(office: TestOffice, page: ImportsPage, file: Path) -> None:
    drop(page, file)
    office.speak("zh_CN")
    office.speak("en")
    assert columns(page) == ["Barcode", "Name", "Price", "Stock (not imported)"]
    assert page.presenter.mapping is not None
    assert page.presenter.mapping.places[Field.PRICE] == 2
    with office.stocked.shop.store.read() as read:
        assert read.connection.execute(select(func.count()).select_from(Product)).scalar_one() == 5
