"""`main.py screens --out DIR`: a picture of every screen in both languages and themes; `docs/screens` is made by it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path


def screens(out: Path, *, data: Path | None = None, every: bool = False, only: Sequence[str] = ()) -> int:
    """Take the pictures on a demo shop of their own; 0 when all were taken.

    Args:
        data: A data directory for the demo shop that is kept; otherwise it is thrown away.
        only: Keys of the office's pages; none for everything.
        every: All eight looks instead of the four that show each language, theme and size twice.
    """
    # Qt reads this when the application is made, so it must be said before anything imports it.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.tour.album import EVERY_LOOK, USUAL_LOOKS, make_album

    looks = EVERY_LOOK if every else USUAL_LOOKS
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="shuke-screens-", ignore_cleanup_errors=True) as scratch:
        count = make_album(out, data or Path(scratch) / "data", looks, _say, only=only)
    print(f"screens: {count} pictures in {out}, shown by {out / 'index.html'}")
    return 0


def _say(line: str) -> None:
    print(line, flush=True)


def manual_pictures(out: Path, *, data: Path | None = None) -> int:
    """Take the pictures of the manual, `docs/manual/pictures`; 1 when a page's screen could not be found."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.tour.manual_pictures import make_manual_pictures

    missing = make_manual_pictures(out, _say, data=data)
    for page in missing:
        print(f"no picture for the page {page}")
    return int(bool(missing))
