"""The picture of a sheet shows labels where the PDF puts them."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from app.services.labels.preview import PREVIEW_DOTS, preview_sheet
from app.services.labels.sheets import SHEETS
from app.services.labels.values import ShelfLabel, dots
from app.values.money import Money

LABEL = ShelfLabel("农夫山泉", Money(200), "550ml", "6921168509256")


def picture(count: int, *, sheet: str, start_at: int = 1) -> Image.Image:
    return Image.open(io.BytesIO(preview_sheet([LABEL] * count, SHEETS[sheet], start_at=start_at)))


def darkness(image: Image.Image, sheet: str, place: int) -> int:
    """Dark dots inside the label with this number."""
    layout = SHEETS[sheet]
    left, top = layout.place(place)
    box = [dots(edge, PREVIEW_DOTS) for edge in (left, top, left + layout.size.width_um, top + layout.size.height_um)]
    room = image.crop((box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2))
    return sum(count for value, count in enumerate(room.histogram()) if value < 128)


@pytest.mark.parametrize("sheet", sorted(SHEETS))
def test_labels_begin_at_the_chosen_place_and_end_with_the_sheet(sheet: str) -> None:
    image = picture(3, sheet=sheet, start_at=2)
    assert image.size == (909, 1286)
    filled = [place for place in range(SHEETS[sheet].count) if darkness(image, sheet, place) > 50]
    assert filled == [1, 2, 3]


def test_more_labels_than_the_sheet_has_places_fill_it() -> None:
    sheet = "a4-14-99.1x38.1"
    image = picture(40, sheet=sheet)
    assert all(darkness(image, sheet, place) > 50 for place in range(14))


@pytest.mark.parametrize("start_at", [0, 25])
def test_a_place_the_sheet_does_not_have_is_refused(start_at: int) -> None:
    with pytest.raises(ValueError, match="places 1 to 24"):
        picture(1, sheet="a4-24-70x36", start_at=start_at)
