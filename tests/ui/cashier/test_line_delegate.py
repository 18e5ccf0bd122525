"""A figure may become smaller, but never lose a digit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from app.ui.cashier.line_delegate import FIGURE_PX, NAME_PX, SMALL_PX, fitting_font, with_tail
from app.ui.kit.fonts import app_font
from tests.support.till import MEMBER_CARD, MILK, TestTill

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
