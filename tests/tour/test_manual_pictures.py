"""The manual's pictures come from the tour, the album and the first start, each under its page's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from app.tour.manual_pictures import MOST_BYTES, WIDTH, make_manual_pictures
from app.tour.script import DAY


@pytest.mark.deep
def test_pictures_of_both_languages_are_taken_and_what_is_missing_is_named(qapp: QApplication, tmp_path: Path) -> None:
    said: list[str] = []
    missing = make_manual_pictures(tmp_path, said.append, script=DAY[:2], from_album={"goods": "goods"}, days=1)
    made = {path.name for path in tmp_path.glob("*.png")}

    assert made == {f"{language}-{page}.png" for language in ("zh", "en") for page in ("first_run", "goods", "sign_in")}
    assert {"paying", "refund", "sale"} <= set(missing)
    assert "sign_in" not in missing
    # The navigation's words are at the left: where both languages said the same, one of them was not in use.
    for page, part in (("goods", (0, 40, 140, 400)), ("sign_in", (0, 0, 1000, 500)), ("first_run", (0, 0, 1000, 500))):
        with Image.open(tmp_path / f"zh-{page}.png") as chinese, Image.open(tmp_path / f"en-{page}.png") as english:
            assert chinese.convert("L").crop(part).tobytes() != english.convert("L").crop(part).tobytes(), page
    for path in tmp_path.glob("*.png"):
        with Image.open(path) as image:
            assert image.width == WIDTH
        assert path.stat().st_size <= MOST_BYTES
