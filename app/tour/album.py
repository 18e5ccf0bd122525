"""Pictures of every screen: the cashier's main states and every page of the back office, on a demo shop, off screen."""

from __future__ import annotations

import html
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from app.bootstrap.folder import FILE_NAME, has_file, open_folder, prepare_folder
from app.bootstrap.program import TillProgram, make_application
from app.services.catalogue.listing import GoodsFilter, list_goods
from app.services.exchange import demo
from app.services.exchange.demo_history import make_demo_file
from app.tour.books import Books
from app.tour.typist import Hand, Typist
from app.tour.waiting import let_events_run, wait_for
from app.ui.kit.theme import DARK, LIGHT, Theme, apply_theme, current_theme
from app.ui.kit.words import CHINESE, ENGLISH
from app.values.clock import Clock, ManualClock

Say = Callable[[str], None]
EVENING = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)
"""The demo shop has just closed: its last day is today."""
COLOURS = 96
"""Enough for flat widgets and smooth letters; a picture is then some twenty kilobytes."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at the screens."""

    language: str
    theme: Theme
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """Name of the folder: `zh-light-1366`."""
        return f"{self.language[:2]}-{self.theme.name}-{self.size[0]}"


SIZES = ((1366, 768), (1024, 768))
EVERY_LOOK = tuple(
    Look(language, theme, size) for theme in (LIGHT, DARK) for language in (CHINESE, ENGLISH) for size in SIZES
)
USUAL_LOOKS = (
    Look(CHINESE, LIGHT, SIZES[0]),
    Look(ENGLISH, LIGHT, SIZES[1]),
    Look(ENGLISH, DARK, SIZES[0]),
    Look(CHINESE, DARK, SIZES[1]),
)
"""Each language, theme and size twice, each pair of them once."""


def make_album(
    out: Path,
    data: Path,
    looks: Sequence[Look],
    say: Say,
    *,
    clock: Clock | None = None,
    only: Sequence[str] = (),
) -> int:
    """Take every picture in every look; how many there are.

    Args:
        data: Gets the demo shop if it holds none.
        only: Keys of the office's pages, without the till; none for everything.
    """
    with _program(data, clock or ManualClock(EVENING)) as (program, typist):
        album = _Album(program, typist, out, looks)
        album.take_all(say, frozenset(only))
        write_page(out, album.files)
        return len(album.files)


class _Album:
    """Goes through the screens once and takes each in every look."""

    def __init__(self, program: TillProgram, typist: Typist, out: Path, looks: Sequence[Look]) -> None:
        self._program, self._typist, self._out, self._looks = program, typist, out, tuple(looks)
        self._number = 0
        self.files: list[str] = []

    def take_all(self, say: Say, only: frozenset[str]) -> None:
        """The door, the till, the office."""
        self._door(is_taken=not only)
        if not only:
            self._till()
            say(f"{len(self.files):>4}  the till")
        for key in self._office_pages():
            if not only or key in only:
                self._page(key)
                say(f"{len(self.files):>4}  {key}")

    def _door(self, *, is_taken: bool) -> None:
        if is_taken:
            self._take("sign-in")
        self._press("Down")
        self._typist.type(demo.OWNER_PIN)
        self._press("Return")
        if self._program.window.current_page() == "open_shift":
            if is_taken:
                self._take("open-shift")
            self._typist.type("200")
            self._press("Return")

    def _till(self) -> None:
        codes, card = self._scanned()
        self._take("sale-empty")
        for code in codes:
            self._typist.scan(code)
            self._settle()
        if card:
            self._typist.scan(card)
            self._settle()
        self._take("sale")
        for key, name in (("F1", "keys"), ("F2", "search"), ("F3", "member"), ("F8", "refund"), ("F9", "drawer")):
            self._press(key)
            self._take(name)
            self._press("Esc", "Esc")
        self._press("Space")
        self._take("payment")
        self._press("Return")
        self._take("change")

    def _office_pages(self) -> tuple[str, ...]:
        self._press("Ctrl+B")
        door = self._program.office_door
        assert door is not None
        assert door.screen is not None
        return door.screen.page_keys()

    def _page(self, key: str) -> None:
        door = self._program.office_door
        assert door is not None
        assert door.screen is not None
        screen = door.screen
        screen.go(key)
        self._settle()
        self._take(key)
        view = screen.view(key)
        for name, open_state in view.picture_states():
            open_state()
            self._settle()
            self._take(f"{key}-{name}")
            self._close_dialogs()
        view.close_levels()

    # Within

    def _scanned(self) -> tuple[list[str], str]:
        """A few goods with a barcode and a price, and a member's card."""
        assert self._program.desk is not None
        with self._program.desk.store.read() as read:
            rows = list_goods(read, GoodsFilter()).rows
        codes = [row.code for row in rows if row.code and row.price is not None and not row.by_weight]
        return codes[:24:4], Books(self._program.desk.store).card_of(demo.MEMBERS[0][0])

    def _press(self, *keys: str) -> None:
        for key in keys:
            self._typist.press(key)
            self._settle()

    def _settle(self) -> None:
        let_events_run()
        wait_for("an answer", lambda: not self._program.jobs.running_count)
        door = self._program.office_door
        if door is not None:
            wait_for("a list", lambda: not door.reading.running_count)
        let_events_run()

    def _close_dialogs(self) -> None:
        while (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
            let_events_run()

    def _take(self, name: str) -> None:
        self._number += 1
        window, words, application = self._program.window, self._program.words, QApplication.instance()
        assert isinstance(application, QApplication)
        # Forth and back: another theme styles every widget again, which takes longest.
        for look in self._looks if self._number % 2 else reversed(self._looks):
            if words.language != look.language:
                words.set_language(look.language)
            if current_theme() is not look.theme:
                apply_theme(application, look.theme)
            window.resize(*look.size)
            self._settle()
            file = f"{look.name}/{self._number:02d}-{name}.png"
            _save(_picture(self._program), self._out / file)
            self.files.append(file)


def _picture(program: TillProgram) -> QPixmap:
    """The window with what stands open over it."""
    window = program.window
    picture = window.grab()
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        painter = QPainter(picture)
        painter.drawPixmap(window.mapFromGlobal(dialog.mapToGlobal(dialog.rect().topLeft())), dialog.grab())
        painter.end()
    return picture


def _save(picture: QPixmap, path: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


@contextmanager
def _program(data: Path, clock: Clock) -> Iterator[tuple[TillProgram, Typist]]:
    if not has_file(data):
        prepare_folder(data)
        make_demo_file(data / FILE_NAME, clock.now().date() + timedelta(days=1))
    opened = open_folder(data, clock)
    make_application(sys.argv[:1])
    hand = Hand()
    program = TillProgram(opened, scan_filter=hand.scan_filter())
    program.start()
    program.window.resize(*SIZES[0])
    program.window.show()
    program.window.activateWindow()
    wait_for("the window", program.window.isActiveWindow)
    before = program.words.language
    try:
        yield program, Typist(program.window, hand)
    finally:
        program.words.set_language(before)
        program.close()
        for part in (program.window, program, program.words):
            part.deleteLater()
            let_events_run()


def write_page(out: Path, files: Sequence[str]) -> Path:
    """A page that shows every picture, the looks of one screen beside each other."""
    rows: dict[str, list[str]] = {}
    for file in files:
        rows.setdefault(file.rpartition("/")[2].removesuffix(".png"), []).append(file)
    parts = []
    for name, pictures in rows.items():
        escaped = [html.escape(file) for file in sorted(pictures)]
        shown = "".join(f'<a href="{file}"><img src="{file}" alt="{file}" loading="lazy"></a>' for file in escaped)
        parts.append(f"<h2>{html.escape(name)}</h2>\n<p>{shown}</p>")
    page = out / "index.html"
    page.write_text(_PAGE.format(parts="\n".join(parts)), encoding="utf-8")
    return page


_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Shuke: every screen</title>
<style>
body {{ font: 15px sans-serif; margin: 2em; background: #f2f3f5; color: #1c2733; }}
img {{ width: 440px; margin: 0 8px 8px 0; border: 1px solid #ccd3da; vertical-align: top; }}
h2 {{ font-size: 16px; margin: 1em 0 0.4em; }}
</style>
<h1>Shuke: every screen</h1>
{parts}
"""
