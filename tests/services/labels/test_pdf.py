from __future__ import annotations

import pypdfium2
import pytest

from app.services.labels.pdf import render_sheets
from app.services.labels.sheets import A4_HEIGHT_UM, A4_WIDTH_UM, SHEETS, SheetLayout
from tests.services.labels.goods import ALL, DUMPLINGS, MILK, SAUCE, WATER, spellings
from tests.services.labels.reading import codes_on, ink, pages

BY_24 = SHEETS["a4-24-70x36"]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_code_of_a_full_sheet_scans_back(sheet: SheetLayout) -> None:
    # The smallest label holds no house code of seven signs.
    labels = [label for label in ALL if label.code != "AB-1234" or sheet.size.width_um > 40_000]
    wanted = [labels[at % len(labels)] for at in range(sheet.count)]
    (page,) = pages(render_sheets(wanted, sheet))
    for at, label in enumerate(wanted):
        found = codes_on(page.crop(_box(sheet, at)))
        assert found == [] if not label.code else found[0] in spellings(label.code), (at, label.name, found)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_labels_stay_in_their_places(sheet: SheetLayout) -> None:
    """Each alone on the page: nothing dark outside its own label."""
    for at in (1, sheet.count):
        (page,) = pages(render_sheets([SAUCE], sheet, start_at=at), dots_per_inch=150)
        left, top, right, bottom = _box(sheet, at - 1, dots_per_inch=150)
        found = ink(page)
        assert (found[0] > left, found[1] > top, found[2] < right, found[3] < bottom) == (True,) * 4


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_sheet_fits_its_paper(sheet: SheetLayout) -> None:
    left, top = sheet.place(sheet.count - 1)

    assert left + sheet.size.width_um <= A4_WIDTH_UM
    assert top + sheet.size.height_um <= A4_HEIGHT_UM
    assert abs((A4_HEIGHT_UM - top - sheet.size.height_um) - sheet.top_um) <= 2_000


def test_a_sheet_begun_before_is_gone_on_with_and_a_full_one_turned() -> None:
    first, second = pages(render_sheets([MILK, WATER, DUMPLINGS], BY_24, start_at=23))

    assert codes_on(first) == sorted([MILK.code, WATER.code])
    assert codes_on(second.crop(_box(BY_24, 0))) == [DUMPLINGS.code]


@pytest.mark.parametrize("place", [0, 25, -1])
def test_a_place_that_is_none_is_refused(place: int) -> None:
    with pytest.raises(ValueError, match="places 1 to 24"):
        render_sheets([MILK], BY_24, start_at=place)


def test_cut_marks_are_off_until_asked_for() -> None:
    (plain,), (marked,) = pages(render_sheets([MILK], BY_24)), pages(render_sheets([MILK], BY_24, cut_marks=True))
    box = _box(BY_24, 0)

    assert ink(plain)[2] < box[2]
    assert ink(marked)[2] >= box[2]
    assert codes_on(marked) == [MILK.code]


def test_the_font_goes_with_the_file_and_the_words_can_be_found() -> None:
    pdf = render_sheets([MILK], BY_24)
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_bounded()
    document.close()

    assert "伊利纯牛奶" in text
    assert "￥59.90" in text
    assert b"/FontFile2" in pdf
    assert len(pdf) < 200_000


def _box(sheet: SheetLayout, at: int, *, dots_per_inch: int = 300) -> tuple[int, int, int, int]:
    left, top = sheet.place(at)
    edges = (left, top, left + sheet.size.width_um, top + sheet.size.height_um)
    return tuple(edge * dots_per_inch // 25_400 for edge in edges)  # type: ignore[return-value]
