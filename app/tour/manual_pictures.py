"""The pictures of docs/manual: one for each page and language, from the tour, the album and the first page of all."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage

from app.bootstrap.folder import FILE_NAME, open_folder, prepare_folder
from app.bootstrap.program import TillProgram, make_application
from app.services.exchange.demo_history import make_demo_file
from app.tour.album import Look, make_album
from app.tour.cast import MORNING
from app.tour.day import play_day
from app.tour.moves import Step
from app.tour.script import DAY
from app.tour.waiting import let_events_run, wait_for
from app.ui.kit.theme import LIGHT
from app.ui.kit.words import CHINESE, ENGLISH
from app.ui.shell.help.pages import language_folder
from app.values.clock import ManualClock

Say = Callable[[str], None]
SIZE: Final = (1366, 768)
WIDTH: Final = 1000
COLOURS: Final = 64
MOST_BYTES: Final = 60_000
DEMO_DAYS: Final = 21
EVENING: Final = timedelta(hours=13)
"""From the tour's morning to the evening of the demo shop's last day."""
FIRST_RUN: Final = "first_run"
FROM_TOUR: Final[Mapping[str, str]] = {
    "drawer_shift": "count",
    "grant": "grant",
    "hold": "held",
    "index": "keys",
    "members": "member",
    "paying": "note",
    "price_weight": "weight",
    "receipts": "reprint",
    "refund": "refund",
    "sale": "sale",
    "sign_in": "sign-in",
    "trouble": "unknown",
}
FROM_ALBUM: Final[Mapping[str, str]] = {
    "backup": "backup",
    "devices": "devices",
    "goods": "goods",
    "home": "home",
    "import": "imports",
    "labels": "labels-due",
    "log": "log",
    "people": "people",
    "quick_keys": "quick_keys",
    "receiving": "receiving-new",
    "sales": "sales",
    "settings": "settings",
    "stock": "on_hand",
    "stock_take": "stock_count-new",
}


def make_manual_pictures(
    out: Path,
    say: Say,
    *,
    data: Path | None = None,
    script: Sequence[Step] = DAY,
    from_album: Mapping[str, str] = FROM_ALBUM,
    days: int = DEMO_DAYS,
) -> list[str]:
    """Take every picture; returns the names of pages of the manual whose screen was not found.

    Args:
        out: `docs/manual/pictures`; pictures there are replaced.
        data: Where the demo shop is made; otherwise it is thrown away.
        from_album: Pages of the manual and the album's pictures for them.
        days: History of the demo shop.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="shuke-manual-", ignore_cleanup_errors=True) as scratch:
        room = Path(scratch)
        _take_first_run(room / "first", out)
        _forget_words()
        shop = data or room / "data"
        _make_demo(shop, days)
        clock = ManualClock(MORNING + EVENING)
        looks = [Look(language, LIGHT, SIZE) for language in (CHINESE, ENGLISH)]
        only = [picture.partition("-")[0] for picture in from_album.values()]
        make_album(room / "album", shop, looks, say, clock=clock, only=only)
        _forget_words()
        # The tour last: its words stay with the application, and would speak in the others' pictures.
        play_day(room / "tour", script, say)
        return _take_over(room / "album", out, from_album) + _take_over(room / "tour", out, FROM_TOUR)


def _forget_words() -> None:
    """Delete what was given up, now: with the words go their translators."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _make_demo(folder: Path, days: int) -> None:
    prepare_folder(folder)
    make_demo_file(folder / FILE_NAME, MORNING.date() + timedelta(days=1), days=days)


def _take_over(made: Path, out: Path, wanted: Mapping[str, str]) -> list[str]:
    """Bring pictures in under the names of their pages; returns pages that lack one."""
    missing = []
    for page, name in sorted(wanted.items()):
        for language in (CHINESE, ENGLISH):
            found = _find(made, name, language_folder(language))
            if found is None:
                missing.append(page)
                break
            shrink(found, out / f"{language_folder(language)}-{page}.png")
    return missing


def _find(made: Path, name: str, language: str) -> Path | None:
    """`12-sale-zh.png` of a tour, `zh-light-1366/04-sale.png` of an album."""
    patterns = (f"[0-9][0-9]-{name}-{language}.png", f"{language}-*/[0-9][0-9]-{name}.png")
    return next((path for pattern in patterns for path in sorted(made.glob(pattern))), None)


def shrink(source: Path, target: Path) -> None:
    """A narrower picture with fewer colours, small enough to be shipped."""
    with Image.open(source) as image:
        height = image.height * WIDTH // image.width
        narrow = image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    for colours in (COLOURS, COLOURS // 2, COLOURS // 4):
        narrow.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
        if target.stat().st_size <= MOST_BYTES:
            return


def _take_first_run(folder: Path, out: Path) -> None:
    opened = open_folder(folder, ManualClock(MORNING))
    make_application(sys.argv[:1])
    program = TillProgram(opened)
    before = program.words.language
    program.start()
    program.window.resize(*SIZE)
    program.window.show()
    wait_for("the window", program.window.isVisible)
    for language in (CHINESE, ENGLISH):
        program.words.set_language(language)
        let_events_run()
        whole = folder / f"{language}.png"
        program.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).save(str(whole))
        shrink(whole, out / f"{language_folder(language)}-{FIRST_RUN}.png")
    program.words.set_language(before)
    program.close()
    for part in (program.window, program, program.words):
        part.deleteLater()
        let_events_run()
