"""Deliveries and write-offs by scan and by keys, on the real office over a real file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models.store_errors import store_error
from app.services.inventory.drafts import list_drafts
from app.services.inventory.posted import list_documents
from app.services.inventory.values import DocumentKind, Reason
from app.services.purchasing.suppliers import close_supplier, list_suppliers
from app.ui.owner.stock.documents_page import DocumentsPage
from app.ui.owner.stock.texts import read_day
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.goods import MILK, WATER
from tests.support.office import TestOffice, make_office
from tests.support.stockroom import Stockroom

WATER_CODE, MILK_CODE, UNKNOWN = WATER.codes[0], MILK.codes[0], "6999999999994"


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path)
    yield made
    made.close()


@pytest.fixture
def room(office: TestOffice) -> Stockroom:
    return Stockroom(office.stocked)


@pytest.fixture
def page(office: TestOffice, room: Stockroom) -> DocumentsPage:
    room.supplier("华联批发")
    page = office.open("receiving")
    assert isinstance(page, DocumentsPage)
    return page


def lines(page: DocumentsPage) -> list[tuple[str, str]]:
    model = page.editor.lines.rows_model()
    return [(model.row_at(at).name[:2], str(model.row_at(at).quantity)) for at in range(model.rowCount())]


def test_a_scan_begins_a_delivery_and_a_second_one_counts(office: TestOffice, page: DocumentsPage) -> None:
    office.scan(WATER_CODE)
    office.scan(MILK_CODE)
    office.scan(WATER_CODE)

    assert page.top is page.editor
    assert lines(page) == [("农夫", "2"), ("伊利", "1")]
    assert page.editor.lines.current_row() == 0
    assert page.editor.entry.hasFocus()


def test_a_whole_delivery_by_keys_alone(office: TestOffice, page: DocumentsPage, room: Stockroom) -> None:
    office.press("Ctrl+N")
    office.type(WATER_CODE)
    office.press("Return", "Return")
    office.type("24")
    office.press("Return")
    office.type("2.00")
    office.press("Return", "Return")
    office.type("260501")
    office.press("Return")
    office.type("L7")
    office.press("Return")
    assert page.editor.entry.hasFocus()
    assert "48.00" in page.editor.total.text()
    office.press("Ctrl+S")

    assert (room.on_hand("water"), room.cost("water")) == (Quantity.of(24), 200)
    assert page.top is page.list
    with office.stocked.shop.store.read() as read:
        (row,) = list_documents(read).rows
    assert (row.kind, row.amount) == (DocumentKind.RECEIPT, Money(4800))
    assert page.list.model.rowCount() == 1


def test_the_cost_of_all_is_kept_to_the_cent(office: TestOffice, page: DocumentsPage, room: Stockroom) -> None:
    office.scan(WATER_CODE)
    office.press("Return")
    office.type("7")
    office.press("Return", "Return")
    office.type("10.01")
    office.press("Return")
    office.press("Ctrl+S")

    with office.stocked.shop.store.read() as read:
        assert list_documents(read).rows[0].amount == Money(1001)
    assert room.cost("water") == 143


def test_what_is_typed_and_not_confirmed_counts_before_the_next_scan(office: TestOffice, page: DocumentsPage) -> None:
    office.scan(WATER_CODE)
    office.press("Return")
    office.type("12")
    office.scan(MILK_CODE)

    assert lines(page) == [("农夫", "12"), ("伊利", "1")]


def test_supplier_and_note_number(office: TestOffice, page: DocumentsPage, room: Stockroom) -> None:
    office.scan(WATER_CODE)
    editor = page.editor
    editor.supplier.setFocus()
    office.press("Down")
    editor.note.setFocus()
    office.type("HL-77")
    office.press("Ctrl+S")

    with office.stocked.shop.store.read() as read:
        (row,) = list_documents(read).rows
    assert (row.company, row.note_number) == ("华联批发", "HL-77")


def test_undo_takes_the_delivery_back(office: TestOffice, page: DocumentsPage, room: Stockroom) -> None:
    office.scan(WATER_CODE)
    office.press("Ctrl+S")
    assert room.on_hand("water") == Quantity.of(1)
    office.press("Ctrl+Z")

    assert room.on_hand("water") == Quantity(0)
    assert page.list.model.rowCount() == 2


def test_an_unknown_article_is_put_on_sale_or_skipped(office: TestOffice, page: DocumentsPage, room: Stockroom) -> None:
    office.scan(WATER_CODE)
    office.scan(UNKNOWN)
    assert page.editor.is_asking
    office.press("Escape")
    assert (page.editor.is_asking, len(lines(page))) == (False, 1)

    office.scan(UNKNOWN)
    office.type("Biscuits")
    office.press("Return")
    office.type("8.90")
    office.press("Ctrl+S")

    assert lines(page) == [("农夫", "1"), ("Bi", "1")]
    assert not page.editor.is_asking
    office.scan(UNKNOWN)
    assert lines(page)[1] == ("Bi", "2")


def test_a_name_without_a_code_is_searched(office: TestOffice, page: DocumentsPage) -> None:
    office.press("Ctrl+N")
    office.type("yl")
    office.press("Return")
    assert page.editor.is_asking
    office.press("Return")
    assert lines(page) == [("伊利", "1")]

    office.type("zzzz")
    office.press("Return")
    assert "Nothing found" in page.editor.problem.text()


@pytest.mark.parametrize("typed", ["0", "1.5", "-3", "abc"])
def test_a_quantity_that_cannot_be_is_told_and_changes_nothing(
    office: TestOffice, page: DocumentsPage, typed: str
) -> None:
    office.scan(WATER_CODE)
    office.press("Return")
    office.press("Delete")
    office.type(typed)
    office.press("Return")

    assert lines(page) == [("农夫", "1")]
    assert "cannot be" in page.editor.problem.text()
    office.scan(WATER_CODE)
    assert not page.editor.problem.isVisible()


def test_a_day_that_is_none_is_told(office: TestOffice, page: DocumentsPage) -> None:
    office.scan(WATER_CODE)
    page.editor.fields.expiry.setFocus()
    office.type("260231")
    office.press("Return")

    assert "no day" in page.editor.problem.text()
    assert page.editor.lines.rows_model().row_at(0).expires_on is None


def test_up_down_and_delete_from_the_code_field(office: TestOffice, page: DocumentsPage) -> None:
    office.scan(WATER_CODE)
    office.scan(MILK_CODE)
    office.press("Up", "Delete")

    assert lines(page) == [("伊利", "1")]
    assert page.editor.lines.current_row() == 0
    office.press("Delete", "Delete")
    assert lines(page) == []
    assert not page.editor.book_button.isEnabled()


def test_leaving_keeps_the_delivery_and_several_wait(office: TestOffice, page: DocumentsPage) -> None:
    office.scan(WATER_CODE)
    office.press("Escape")
    office.press("Ctrl+N")
    office.type(MILK_CODE)
    office.press("Return", "Escape")
    assert page.list.model.rowCount() == 2

    office.press("Down", "Return")
    assert len(lines(page)) == 1
    with office.stocked.shop.store.read() as read:
        assert len(list_drafts(read)) == 2


def test_a_draft_is_dropped_after_a_question(office: TestOffice, page: DocumentsPage) -> None:
    office.scan(WATER_CODE)
    page.editor.drop_button.click()
    office.prompter.answer(False)
    assert page.top is page.editor
    page.editor.drop_button.click()
    office.prompter.answer(True)

    assert page.top is page.list
    assert page.list.model.rowCount() == 0


def test_a_booked_delivery_is_looked_at_and_taken_back(
    office: TestOffice, page: DocumentsPage, room: Stockroom
) -> None:
    posted = room.receive(room.line("water", 5, 500))
    office.open("receiving", posted.document_id)
    assert page.top is page.posted
    assert page.posted.lines.rows_model().rowCount() == 1
    page.posted.take_back_button.click()
    office.prompter.answer(True)

    assert room.on_hand("water") == Quantity(0)
    office.open("receiving", posted.document_id)
    assert not page.posted.take_back_button.isVisible()
    assert "taken back" in page.heading()


def test_a_refusal_is_told_and_the_document_stays(office: TestOffice) -> None:
    page = office.open("stock_waste")
    assert isinstance(page, DocumentsPage)
    office.scan(WATER_CODE)
    office.press("Ctrl+S")

    assert "reason" in office.prompter.current
    assert page.top is page.editor
    page.editor.reason.setFocus()
    office.press("Down", "Down")
    page.editor.entry.setFocus()
    office.press("Ctrl+S")
    with office.stocked.shop.store.read() as read:
        (row,) = list_documents(read).rows
    assert (row.kind, row.reason) == (DocumentKind.WASTE, Reason.DAMAGED.value)


def test_a_figure_is_corrected_downwards(office: TestOffice, room: Stockroom) -> None:
    room.receive(room.line("water", 5, 500))
    page = office.open("stock_waste")
    assert isinstance(page, DocumentsPage)
    page.begin(DocumentKind.CORRECTION)
    office.type(WATER_CODE)
    office.press("Return", "Return")
    office.type("-2")
    office.press("Return")
    page.editor.own_words.setFocus()
    office.type("x")
    page.editor.reason.setFocus()
    office.press("End")
    office.press("Ctrl+S")

    assert room.on_hand("water") == Quantity.of(3)


def test_everything_speaks_chinese_at_once(office: TestOffice, page: DocumentsPage) -> None:
    office.scan(WATER_CODE)
    english = page.editor.book_button.text()
    office.speak("zh_CN")
    office.speak("en")

    assert page.editor.book_button.text() == english
    assert lines(page) == [("农夫", "1")]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-05-01", date(2026, 5, 1)),
        ("2026/5/1", date(2026, 5, 1)),
        ("2026年5月1日", date(2026, 5, 1)),
        ("20260501", date(2026, 5, 1)),
        ("260501", date(2026, 5, 1)),
        ("26.5.1", date(2026, 5, 1)),
        ("  ", None),
    ],
)
def test_days_as_people_type_them(typed: str, day: date | None) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize("typed", ["x", "2026", "2026-13-01", "260231", "1-2", "²0260501", "1-2-3-4"])
def test_what_is_no_day(typed: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        read_day(typed)


def test_what_could_not_be_kept_is_not_shown_as_if_it_were(
    office: TestOffice, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.scan(WATER_CODE)

    def fails(*_: object) -> None:
        raise store_error("SQLITE_FULL")

    monkeypatch.setattr("app.ui.owner.stock.document_presenter.save_draft", fails)
    office.scan(WATER_CODE)
    office.scan(MILK_CODE)

    assert lines(page) == [("农夫", "1")]
    assert page.editor.lines.current_row() == 0
    assert "SQLITE_FULL" in office.prompter.current or "full" in office.prompter.current


def test_a_booking_that_fails_leaves_the_document_on_the_screen(
    office: TestOffice, page: DocumentsPage, room: Stockroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.scan(WATER_CODE)

    def fails(*_: object, **__: object) -> None:
        raise store_error("SQLITE_FULL")

    with monkeypatch.context() as patch:
        patch.setattr("app.services.inventory.post.drop_draft", fails)
        office.press("Ctrl+S")
    assert page.top is page.editor
    assert (room.on_hand("water"), lines(page)) == (Quantity(0), [("农夫", "1")])

    office.press("Ctrl+S")
    assert room.on_hand("water") == Quantity.of(1)


def test_closing_the_supplier_meanwhile_is_told(office: TestOffice, page: DocumentsPage, room: Stockroom) -> None:
    office.scan(WATER_CODE)
    page.editor.supplier.setFocus()
    office.press("Down")
    with office.stocked.shop.store.action(office.stocked.shop.owner, "supplier") as uow:
        close_supplier(uow, list_suppliers(uow).rows[0].supplier_id)
    office.press("Ctrl+S")

    assert "supplier" in office.prompter.current
    assert page.top is page.editor
