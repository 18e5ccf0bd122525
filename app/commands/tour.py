"""`main.py tour --out DIR`: a scripted day on the real windows, off screen; leaves pictures, receipts and data."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.tour.moves import Step


def tour(out: Path, *, data: Path | None = None, script: Sequence[Step] | None = None, on_screen: bool = False) -> int:
    """Play the day; 0 when every total was as the script says.

    Args:
        data: An empty data directory elsewhere than in `out`.
        script: Another one than the whole day.
        on_screen: Use the display that is there; otherwise Qt draws without one.

    Raises:
        NotEmpty, ShopThere: the folders hold other things.
        NotAsScripted, NeverCame, NotSound: something differed; the sentence names the step.
    """
    if not on_screen:
        # Qt reads this when the application is made, so it must be said before anything imports it.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.tour.day import play_day
    from app.tour.script import DAY

    day = DAY if script is None else script
    done = play_day(out, day, lambda line: print(line, flush=True), data=data)
    print(f"verify: {done.checked} rows, all is well")
    print(f"paper: {done.papers} receipts and reports in {out / 'paper'}")
    print(f"page: {done.index}")
    print(f"tour: {done.steps} steps, all as the script says; {done.pictures} pictures in {out}")
    return 0
