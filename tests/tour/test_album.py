"""The pictures of the screens: small files of the right size, one for each look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from app.tour.album import EVERY_LOOK, SIZES, USUAL_LOOKS, make_album
from app.ui.kit.theme import DARK, LIGHT, apply_theme
from app.ui.kit.words import CHINESE, ENGLISH
from tests.support.running_till import make_demo

LARGEST_BYTES = 80_000


@pytest.fixture
def _plain(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp)
    qapp.setStyleSheet("")


def test_the_usual_looks_show_each_pair_once() -> None:
    assert {look.name for look in USUAL_LOOKS} <= {look.name for look in EVERY_LOOK}
    assert {(look.language, look.theme.name) for look in USUAL_LOOKS} == set(
        product((CHINESE, ENGLISH), (LIGHT.name, DARK.name))
    )
    assert {(look.theme.name, look.size) for look in USUAL_LOOKS} == set(product((LIGHT.name, DARK.name), SIZES))
    assert {(look.language, look.size) for look in USUAL_LOOKS} == set(product((CHINESE, ENGLISH), SIZES))


@pytest.mark.deep
@pytest.mark.usefixtures("_plain")
def test_a_page_is_taken_in_every_look_with_its_states(tmp_path: Path) -> None:
    told: list[str] = []
    out = tmp_path / "screens"
    count = make_album(out, make_demo(tmp_path / "data"), USUAL_LOOKS, told.append, only=("goods",))
    pictures = sorted(out.glob("*/*.png"))

    assert count == len(pictures) == 4 * 3
    assert {path.parent.name for path in pictures} == {look.name for look in USUAL_LOOKS}
    for look in USUAL_LOOKS:
        grounds = []
        for path in sorted((out / look.name).glob("*.png")):
            with Image.open(path) as image:
                assert image.size == look.size
                assert image.mode == "P"
                grounds.append(image.convert("RGB").getpixel((look.size[0] - 2, look.size[1] - 2)))
            assert path.stat().st_size < LARGEST_BYTES
        assert len(set(grounds)) == 1
        (shade,) = set(grounds)
        assert (sum(shade) < 3 * 80) == (look.theme is DARK)  # type: ignore[arg-type]
    page = (out / "index.html").read_text(encoding="utf-8")
    assert all(f"{path.parent.name}/{path.name}" in page for path in pictures)
    assert [line.split()[-1] for line in told] == ["goods"]


@pytest.mark.deep
@pytest.mark.usefixtures("_plain")
def test_every_screen_can_be_taken(tmp_path: Path) -> None:
    count = make_album(tmp_path / "out", make_demo(tmp_path / "data"), USUAL_LOOKS[:1], lambda line: None)

    assert count > 20
