"""Labels: gathered by scan, by name and from what is due; saved as sheets, printed on a socket, noted, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.services.labels.due import due_count
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.tour.waiting import let_events_run, wait_for
from app.ui.owner.labels.jobs import PRINTER, PRODUCT, SHELF
from app.ui.owner.labels.labels_page import LabelsPage
from app.ui.owner.pages import PAGES
from tests.services.devices.loopback import LoopbackPrinter, free_port, prints
from tests.support.goods import APPLES, MILK, NOODLES, UNPRICED, WATER
from tests.support.office import TestOffice, make_office


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, [page for page in PAGES if page.key == "labels"])
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> LabelsPage:
    page = office.open("labels")
    assert isinstance(page, LabelsPage)
    return page


def lines(page: LabelsPage) -> list[tuple[str, int]]:
    return [(line.goods.name, line.copies) for line in page.presenter.lines]


def due(office: TestOffice) -> int:
    with office.stocked.shop.store.read() as read:
        return due_count(read)


def set_up_printer(office: TestOffice, port: int) -> None:
    shop = office.stocked.shop
    with shop.store.action(shop.owner, "setting") as uow:
        change_setting(uow, declared.LABEL_PRINTER.key, f"tcp:127.0.0.1:{port}")


def save_as(office: TestOffice, path: Path) -> None:
    """Type a file name into the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.setText(str(path))
    office.press("Return")
    let_events_run()


def choose(page: LabelsPage, *, kind: str | None = None, output: str | None = None) -> None:
    for box, value in ((page.options.kind, kind), (page.options.output, output)):
        if value is not None:
            box.setCurrentIndex(box.findData(value))


def test_all_due_labels_are_taken_by_one_button(office: TestOffice, page: LabelsPage) -> None:
    assert page.due_button.text() == "Take all due (4)"
    office.typist.tap(page.due_button)
    let_events_run()

    assert sorted(name for name, _ in lines(page)) == sorted([MILK.name, WATER.name, NOODLES.name, APPLES.name])
    assert page.total.text() == "4 labels"
    assert page.options.picture.picture_size.width() == 909


def test_scans_count_up_and_unknown_codes_are_said(office: TestOffice, page: LabelsPage) -> None:
    office.scan(WATER.codes[0])
    office.scan(WATER.codes[0])
    office.scan(NOODLES.codes[0])
    assert lines(page) == [(WATER.name, 2), (NOODLES.name, 1)]

    office.scan("4006381333931")
    assert "4006381333931" in office.prompter.current


def test_keys_change_copies_and_remove(office: TestOffice, page: LabelsPage) -> None:
    office.scan(WATER.codes[0])
    office.scan(NOODLES.codes[0])
    office.press("Down", "+", "+", "-", "Up", "+")
    assert lines(page) == [(WATER.name, 2), (NOODLES.name, 2)]

    office.press("Delete")
    assert lines(page) == [(NOODLES.name, 2)]
    office.press("Up", "-", "-", "-")
    assert lines(page) == [(NOODLES.name, 1)], "never none"


def test_copies_can_be_typed(office: TestOffice, page: LabelsPage) -> None:
    office.scan(WATER.codes[0])
    page.copies.setFocus()
    office.press("Ctrl+A")
    office.type("24")
    assert lines(page) == [(WATER.name, 24)]
    assert page.total.text() == "24 labels"
    office.press("Return")
    assert page.entry.hasFocus()


def test_a_name_takes_one_article_or_lets_choose(office: TestOffice, page: LabelsPage) -> None:
    office.type("nfsq")
    office.press("Return")
    assert lines(page) == [(WATER.name, 1)]

    office.stocked.add("water2", type(WATER)("农夫山泉 5L", codes=("6921168500888",), price=WATER.price))
    office.type("nfsq")
    office.press("Return")
    assert page.top is page.chooser
    assert page.chooser.model.rowCount() == 2
    office.press("Return", "Return")
    assert page.top is not page.chooser
    assert len(lines(page)) in (1, 2)

    office.type("zzz")
    office.press("Return")
    assert "zzz" in office.prompter.current


def test_the_chooser_takes_several_at_once(office: TestOffice, page: LabelsPage) -> None:
    office.press("F2")
    assert page.chooser.model.total == 4
    office.press("Down", "Ctrl+A", "Return")
    assert len(lines(page)) == 4

    office.press("F2")
    office.typist.tap(page.chooser.chips["due"])
    let_events_run()
    assert page.chooser.model.total == 5, "all goods, the one without a price too"


def test_another_page_sends_goods(office: TestOffice, page: LabelsPage) -> None:
    items = office.stocked.items
    office.open("labels", items["water"].product_id)
    office.open("labels", (items["milk"].product_id, items["noodles"].product_id))
    assert [name for name, _ in lines(page)] == [WATER.name, MILK.name, NOODLES.name]


def test_saved_sheets_are_a_pdf_and_labels_are_no_longer_due(
    office: TestOffice, page: LabelsPage, tmp_path: Path
) -> None:
    office.press("Ctrl+S")
    assert "nothing to print" in office.prompter.current
    office.typist.tap(page.due_button)
    let_events_run()
    office.press("Ctrl+S")
    path = tmp_path / "labels.pdf"
    save_as(office, path)

    assert path.read_bytes().startswith(b"%PDF-")
    assert office.screen.undo_bar.text().startswith("4 labels are in labels.pdf.")
    assert due(office) == 0
    assert page.due_button.text() == "Take all due (0)"
    office.press("Ctrl+Z")
    assert due(office) == 4
    assert page.due_button.isEnabled()


def test_a_file_that_cannot_be_written_marks_nothing(office: TestOffice, page: LabelsPage, tmp_path: Path) -> None:
    office.scan(WATER.codes[0])
    (tmp_path / "taken").mkdir()
    page.presenter.save_pdf(tmp_path / "taken")
    assert "cannot be written" in office.prompter.current
    assert due(office) == 4


def test_goods_without_price_or_code_are_named(office: TestOffice, page: LabelsPage, tmp_path: Path) -> None:
    office.scan(UNPRICED.codes[0])
    page.presenter.save_pdf(tmp_path / "none.pdf")
    assert UNPRICED.name in office.prompter.current
    assert not (tmp_path / "none.pdf").exists()

    choose(page, kind=PRODUCT)
    page.presenter.take_products([office.stocked.items["apples"].product_id])
    page.presenter.save_pdf(tmp_path / "goods.pdf")
    assert APPLES.name in office.prompter.current
    assert (tmp_path / "goods.pdf").exists()
    assert due(office) == 4, "labels of the goods themselves say nothing about the shelf"


def test_the_label_printer_gets_every_copy(office: TestOffice, page: LabelsPage) -> None:
    office.scan(WATER.codes[0])
    office.scan(WATER.codes[0])
    office.scan(NOODLES.codes[0])
    with LoopbackPrinter(prints) as printer:
        set_up_printer(office, printer.port)
        choose(page, kind=SHELF, output=PRINTER)
        assert page.options.picture.picture_size.width() == 320, "one label of 40 mm at 203 dpi"
        office.press("Ctrl+S")
        wait_for("the labels", lambda: any(printer.printed))
        sent = b"".join(printer.printed)
    assert sent.count(b"PRINT 1,2\r\n") == 1
    assert sent.count(b"PRINT 1,1\r\n") == 1
    assert office.screen.undo_bar.text() == "The label printer took 3 labels."
    assert due(office) == 2


def test_a_label_printer_that_is_away_marks_nothing(office: TestOffice, page: LabelsPage) -> None:
    office.scan(WATER.codes[0])
    set_up_printer(office, free_port())
    choose(page, output=PRINTER)
    office.press("Ctrl+S")
    assert "does not answer" in office.prompter.current
    assert due(office) == 4


def test_sheet_begins_where_it_is_told_and_no_further_than_it_has_places(office: TestOffice, page: LabelsPage) -> None:
    office.scan(WATER.codes[0])
    page.options.start_at.setFocus()
    office.press("Ctrl+A")
    office.type("99")
    assert page.presenter.choice.start_at == 24
    page.options.cut_marks.setFocus()
    office.press("Space")
    assert page.presenter.choice.cut_marks


def test_emptying_the_list_can_be_taken_back(office: TestOffice, page: LabelsPage) -> None:
    office.scan(WATER.codes[0])
    office.typist.tap(page.clear_button)
    let_events_run()
    assert lines(page) == []
    assert page.options.picture.picture_size.isEmpty()
    office.press("Ctrl+Z")
    assert lines(page) == [(WATER.name, 1)]


def test_the_words_follow_the_language_and_choices_stay(office: TestOffice, page: LabelsPage) -> None:
    choose(page, kind=PRODUCT, output=PRINTER)
    office.speak("zh_CN")
    office.speak("en")
    assert (page.options.choice().kind, page.options.choice().output) == (PRODUCT, PRINTER)
