"""The sheet of keys on paper: by Ctrl+P on the receipt printer, by Ctrl+S as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.checkout.key_paper import KeySection, compose_key_sheet
from app.services.receipts.parts import Receipt
from app.services.receipts.plain import as_plain_text
from app.services.receipts.queue import claim_next
from app.ui.kit.dialog import Dialog
from app.ui.kit.keys import KeyMap
from app.ui.kit.words import ENGLISH, Words
from app.ui.shell.key_sheet import KeySheetDialog
from app.ui.shell.key_sheet_page import as_html
from app.ui.shell.main_window import MainWindow
from app.values.errors import UserError
from tests.support.till import TestTill, make_till

SECTIONS = [KeySection("While selling", (("F4", "Hold"), ("Space", "Pay"))), KeySection("Anywhere", (("F11", "Lock"),))]


class PrintedNot(UserError):
    """A failure of the test."""

    text = "The paper is gone."


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    words = Words()
    words.set_language(ENGLISH)
    made = MainWindow(words, KeyMap.default())
    qtbot.addWidget(made, before_close_func=lambda one: setattr(one, "_may_close", True))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    for dialog in made.findChildren(Dialog):
        dialog.done(0)


def open_sheet(window: MainWindow) -> KeySheetDialog:
    window.show_keys()
    sheet = window.findChild(KeySheetDialog)
    assert sheet is not None
    return sheet


def test_ctrl_p_prints_every_key_of_the_sheet(window: MainWindow) -> None:
    printed: list[tuple[str, Sequence[KeySection]]] = []
    window.print_keys = lambda title, sections: printed.append((title, sections))
    QTest.keyClick(open_sheet(window), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert [title for title, _ in printed] == ["All keys"]
    lines = [line for section in printed[0][1] for line in section.lines]
    assert {("F4", "Hold"), ("Space", "Pay"), ("F11", "Lock"), ("Ctrl+S", "Save")} <= set(lines)
    assert "being printed" in window.notices.text()


def test_without_a_shop_nothing_can_be_printed(window: MainWindow) -> None:
    sheet = open_sheet(window)
    asked: list[object] = []
    sheet.print_requested.connect(lambda *what: asked.append(what))
    QTest.keyClick(sheet, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert asked == []


def test_why_it_was_not_printed_is_said(window: MainWindow) -> None:
    def refuse(title: str, sections: Sequence[KeySection]) -> None:
        raise PrintedNot()

    window.print_keys = refuse
    open_sheet(window).print_sheet()

    assert window.notices.text() == "The paper is gone."


def test_the_page_holds_every_key(window: MainWindow, tmp_path: Path) -> None:
    sheet = open_sheet(window)
    sheet.save_to(tmp_path / "keys.pdf")
    page = pypdfium2.PdfDocument(tmp_path / "keys.pdf")
    text = " ".join(page[0].get_textpage().get_text_range().split())
    height = max(
        page[0].get_textpage().get_charbox(at)[3] - page[0].get_textpage().get_charbox(at)[1] for at in range(40)
    )
    pages = len(page)
    page.close()

    assert pages == 1

    assert all(
        word in text for word in ("All keys", "While selling", "Hold", "Back office", "Ctrl+B", "Ctrl+Z Undo")
    ), text
    assert height > 6, "letters of a size that people read, in points"


def test_a_page_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.shell.key_sheet.write_key_page", lambda path, title, sections: False)
    sheet = open_sheet(window)
    sheet.save_to(tmp_path / "keys.pdf")

    assert "keys.pdf" in sheet.problem_line.text()
    assert window.findChild(KeySheetDialog) is sheet


def test_names_are_no_markup() -> None:
    assert "<b>&lt;b&gt;</b>" in as_html("Keys", [KeySection("A", (("<b>", "&"),))])


def test_on_paper_a_line_has_meaning_and_key() -> None:
    paper = compose_key_sheet("All keys", SECTIONS, language="en")
    lines = as_plain_text(paper, 32).splitlines()

    assert any(line.startswith("Hold") and line.endswith("F4") for line in lines)
    assert Receipt.from_json(paper.to_json()) == paper


@pytest.fixture
def till(qapp: QApplication, tmp_path: Path) -> Iterator[TestTill]:
    made = make_till(tmp_path)
    yield made
    made.close()


def test_the_desk_queues_the_paper_for_whoever_sells(till: TestTill) -> None:
    till.desk.print_key_sheet("All keys", SECTIONS)
    with till.shop.store.action(till.desk.actor, "printing") as uow:
        job = claim_next(uow)

    assert job is not None
    assert Receipt.from_json(job.payload or "") == compose_key_sheet("All keys", SECTIONS, language="zh")
