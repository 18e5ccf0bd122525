"""Pictures of the window in both languages and two sizes, of the receipts, and the page that lists them."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from app.services.devices.profile import CHINESE_80
from app.services.receipts.parts import Receipt
from app.services.receipts.picture import render_png
from app.services.receipts.plain import as_plain_text
from app.tour.moves import Picture
from app.tour.waiting import let_events_run
from app.ui.kit.words import CHINESE, ENGLISH, Words
from app.ui.shell.main_window import MainWindow

LARGE, SMALL = (1366, 768), (1024, 768)
_SHORT = {CHINESE: "zh", ENGLISH: "en"}
_COLUMNS = 48
_QUICK = 80
"""Compressed a little: the pictures are many and nobody keeps them."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture that was taken.

    Attributes:
        caption: In the language of the picture.
        step: The step of the script it belongs to.
    """

    file: str
    caption: str
    step: str


class Camera:
    """Takes pictures of one window; the language in use is given back afterwards."""

    def __init__(self, window: MainWindow, words: Words, out: Path) -> None:
        self._window, self._words, self._out = window, words, out
        self.shots: list[Shot] = []
        self._number = 0

    def take(self, picture: Picture, step: str) -> None:
        """One picture in each language, and in a smaller window where asked."""
        self._number += 1
        before = self._words.language
        for language in (CHINESE, ENGLISH):
            self._words.set_language(language)
            self._grab(picture, step, f"{self._number:02d}-{picture.name}-{_SHORT[language]}.png", LARGE)
            if picture.small:
                self._grab(picture, step, f"{self._number:02d}-{picture.name}-1024-{_SHORT[language]}.png", SMALL)
        self._words.set_language(before)
        let_events_run()

    def _grab(self, picture: Picture, step: str, file: str, size: tuple[int, int]) -> None:
        if (self._window.width(), self._window.height()) != size:
            self._window.resize(*size)
        let_events_run()
        self._window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).save(
            str(self._out / file), quality=_QUICK
        )
        if size != LARGE:
            self._window.resize(*LARGE)
        caption = QCoreApplication.translate("tour", picture.caption)
        self.shots.append(Shot(file, caption, step))


def draw_paper(receipt: Receipt, path: Path) -> None:
    """A paper as a picture and as text, beside its bytes."""
    path.with_suffix(".png").write_bytes(render_png(receipt, CHINESE_80))
    path.with_suffix(".txt").write_text(as_plain_text(receipt, _COLUMNS), encoding="utf-8")


def write_index(out: Path, shots: list[Shot], papers: list[Path]) -> Path:
    """A page with every picture and paper."""
    figures = [_figure(shot.file, f"{shot.file}: {shot.caption}", shot.step) for shot in shots]
    for paper in papers:
        name = paper.relative_to(out).as_posix()
        figures.append(_figure(name.replace(".bin", ".png"), f"{name} ({paper.stat().st_size} bytes)", "paper"))
    page = _PAGE.format(figures="\n".join(figures))
    index = out / "index.html"
    index.write_text(page, encoding="utf-8")
    return index


def _figure(file: str, caption: str, title: str) -> str:
    safe_file, safe_caption, safe_title = html.escape(file), html.escape(caption), html.escape(title)
    return (
        f'<figure><a href="{safe_file}"><img src="{safe_file}" alt="" loading="lazy"></a>'
        f"<figcaption><b>{safe_title}</b><br>{safe_caption}</figcaption></figure>"
    )


_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Shuke: a day at the till</title>
<style>
body {{ font: 15px sans-serif; margin: 2em; background: #f2f3f5; color: #1c2733; }}
figure {{ display: inline-block; margin: 0 1em 1.5em 0; vertical-align: top; width: 480px; }}
img {{ max-width: 480px; max-height: 620px; border: 1px solid #ccd3da; background: white; }}
</style>
<h1>Shuke: a day at the till</h1>
{figures}
"""
