"""A figure may become smaller, but never lose a digit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPixmap

from app.ui.cashier.line_painter import (
    FIGURE_PX,
    MOST_DRAWN,
    NAME_PX,
    SMALL_PX,
    LinePainter,
    RowLook,
    fitting_font,
    with_tail,
)
from app.ui.cashier.rows import LineRow
from app.ui.kit.fonts import app_font
from tests.support.till import MEMBER_CARD, MILK, SAUCE, UNKNOWN, WATER, TestTill

NARROWEST_SUBTOTAL = 108 - 16


@pytest.mark.parametrize("text", ["0.00", "1,358.02", "39,860.10", "129,999.00", "1,111,111.11", "-88,888.88"])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("width", range(NARROWEST_SUBTOTAL, NARROWEST_SUBTOTAL + 40, 7))
def test_amounts_are_never_shortened(qapp: object, text: str, bold: bool, width: int) -> None:
    font = fitting_font(text, width, bold=bold)
    assert QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width) == text


def test_an_ordinary_price_is_in_full_size(qapp: object) -> None:
    assert fitting_font("149.90", NARROWEST_SUBTOTAL, bold=True).pixelSize() == FIGURE_PX


def test_a_pack_size_stands_whole_behind_the_reason_or_not_at_all(qapp: object) -> None:
    metrics = QFontMetrics(app_font(SMALL_PX))
    whole = "-10.00 Member price  250ml×16"
    room = metrics.horizontalAdvance(whole)

    assert with_tail("-10.00 Member price", "250ml×16", metrics, room) == whole
    assert with_tail("-10.00 Member price", "250ml×16", metrics, room - 1) == "-10.00 Member price"
    assert with_tail("550ml", "", metrics, 0) == "550ml"


@pytest.mark.parametrize(("text", "room"), [("500", 40 - 16), ("-1,099,999.89", 128 - 16), ("7", 40 - 16)])
def test_numbers_and_discounts_are_never_shortened(qapp: object, text: str, room: int) -> None:
    font = fitting_font(text, room, bold=False, largest=NAME_PX)
    assert QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room) == text
    assert font.pixelSize() <= NAME_PX


def test_a_line_says_which_figures_must_stay_whole(till: TestTill) -> None:
    till.scan(MEMBER_CARD, MILK)
    texts = till.pages.sale.table._texts
    row = till.pages.sale.table.rows_model().row_at(0)
    assert texts.cell(row, "number").is_figure
    assert texts.cell(row, "discount").is_figure
    assert texts.cell(row, "discount").text == "-10.00"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Name and choice of each row that is drawn rather than copied."""
    found: list[tuple[str, bool]] = []
    draw = LinePainter._drawing

    def note(self: LinePainter, row: LineRow, look: RowLook, *, is_chosen: bool) -> QPixmap:
        found.append((row.name, is_chosen))
        return draw(self, row, look, is_chosen=is_chosen)

    monkeypatch.setattr(LinePainter, "_drawing", note)
    return found


def test_a_scan_draws_the_new_row_and_the_one_chosen_before(till: TestTill, drawn: list[tuple[str, bool]]) -> None:
    table = till.pages.sale.table
    till.scan(WATER, MILK)
    table.viewport().grab()
    drawn.clear()

    till.scan(SAUCE)
    table.viewport().grab()
    assert drawn == [("伊利纯牛奶", False), ("海天金标生抽", True)]

    table.viewport().grab()
    assert len(drawn) == 2, "what has not changed is copied"


def test_another_language_draws_every_row_again(till: TestTill, drawn: list[tuple[str, bool]]) -> None:
    table = till.pages.sale.table
    till.scan(WATER, UNKNOWN)
    english = table.viewport().grab().toImage()
    drawn.clear()

    till.words.toggle_language()
    other = table.viewport().grab().toImage()
    assert {name for name, _ in drawn} == {"农夫山泉饮用天然水", UNKNOWN}
    assert other != english


def test_it_keeps_no_more_pictures_than_it_may(till: TestTill, drawn: list[tuple[str, bool]]) -> None:
    painter = till.pages.sale.table._painter
    till.scan(WATER)
    table = till.pages.sale.table
    row, look = table.rows_model().row_at(0), table._look()
    for number in range(MOST_DRAWN + 20):
        assert not painter.picture(replace(row, number=number), look, is_chosen=False).isNull()
    assert len(painter._drawn) == MOST_DRAWN

    drawn.clear()
    painter.picture(replace(row, number=MOST_DRAWN + 19), look, is_chosen=False)
    assert drawn == [], "the latest is kept"


def test_headings_are_left_alone_when_another_row_is_chosen(till: TestTill) -> None:
    table = till.pages.sale.table
    till.scan(WATER, MILK)
    table.select_row(0)
    assert table.current_row() == 0
    assert not table.horizontalHeader().selectionModel().hasSelection()
