from __future__ import annotations

import pytest
from PIL import Image

from app.services.labels.draw import draw_label, render_label_png
from app.services.labels.layout import Setting
from app.services.labels.tspl import bitmap, render_tspl
from app.services.labels.values import CodeNotPrintable, Label, LabelSize, LabelStock, LabelTooSmall, ProductLabel
from tests.services.labels.goods import ALL, DUMPLINGS, GUM, MILK, spellings
from tests.services.labels.reading import codes_on, ink, read_tspl

STOCKS = [
    LabelStock(LabelSize.parse(size), resolution) for size in ("40x30", "60x40", "70x38") for resolution in (203, 300)
]


def name_of(stock: LabelStock) -> str:
    return f"{stock.size}-{stock.dots_per_inch}"


@pytest.mark.parametrize("stock", STOCKS, ids=name_of)
@pytest.mark.parametrize("label", ALL, ids=lambda label: label.code)
def test_the_code_on_the_bitmap_scans_back(label: Label, stock: LabelStock) -> None:
    _, (printed,) = read_tspl(render_tspl([(label, 1)], stock))
    found = codes_on(printed.image)

    assert set(found) <= spellings(label.code)
    assert bool(found) == bool(label.code)


@pytest.mark.parametrize("stock", STOCKS, ids=name_of)
@pytest.mark.parametrize("label", ALL, ids=lambda label: label.code)
def test_nothing_is_cut_off_at_the_edge(label: Label, stock: LabelStock) -> None:
    """A millimetre of light all around: label printers are not exact."""
    image = draw_label(label, Setting(stock.size, stock.dots_per_inch))
    left, top, right, bottom = ink(image)
    millimetre = stock.dots_per_inch // 26

    assert min(left, top, image.width - right, image.height - bottom) >= millimetre


def test_the_paper_is_told_before_the_labels() -> None:
    stock = LabelStock(LabelSize(52_500, 29_700), 300, 3_000)
    head, labels = read_tspl(render_tspl([(MILK, 2), (GUM, 1)], stock))

    assert head == "SIZE 52.5 mm,29.7 mm\r\nGAP 3 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\n"
    assert [label.copies for label in labels] == [2, 1]
    assert codes_on(labels[0].image) == [MILK.code]


def test_the_padding_of_a_row_stays_light() -> None:
    width, data = bitmap(Image.new("1", (3, 2), 0))

    assert (width, data) == (1, b"\x1f\x1f")


def test_a_picture_for_people_is_the_same_label() -> None:
    png = render_label_png(MILK, STOCKS[0])

    assert png.startswith(b"\x89PNG")
    assert draw_label(MILK, Setting(STOCKS[0].size, 203)).size == (320, 240)


@pytest.mark.parametrize("copies", [0, -1, 1000])
def test_senseless_numbers_of_copies_are_refused(copies: int) -> None:
    with pytest.raises(ValueError, match="copies"):
        render_tspl([(MILK, copies)], STOCKS[0])


def test_bars_too_fine_to_read_are_refused_with_a_sentence() -> None:
    long_code = ProductLabel("手工水饺", "HOUSE-CODE-1234567890")
    with pytest.raises(LabelTooSmall) as refused:
        render_tspl([(long_code, 1)], LabelStock(LabelSize(25_500, 20_000)))

    assert "HOUSE-CODE-1234567890 does not fit a label of 25.5 x 20 mm" in str(refused.value)


@pytest.mark.parametrize("code", ["条码", "a\nb", "é"])
def test_a_code_that_bars_cannot_show_is_refused(code: str) -> None:
    with pytest.raises(CodeNotPrintable):
        render_tspl([(ProductLabel("手工水饺", code), 1)], STOCKS[0])


def test_chinese_needs_no_font_of_the_printer() -> None:
    """Every byte behind the first CLS belongs to pictures and plain commands."""
    job = render_tspl([(DUMPLINGS, 1)], STOCKS[0])

    assert b"TEXT" not in job
    assert b"BARCODE" not in job
