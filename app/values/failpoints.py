"""Named places where tests let the program fail or die, as TiKV and FreeBSD do it; nothing happens in the shop.

`reach(name)` costs one comparison when no test listens.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

_listener: Callable[[str], None] | None = None
KILL_VARIABLE = "SHUKE_FAILPOINT"


def reach(name: str) -> None:
    """Tell a listening test that the program is at `name`."""
    if _listener is not None:
        _listener(name)


def listen(listener: Callable[[str], None] | None) -> None:
    """Let `listener` hear every place reached; None stops it."""
    global _listener
    _listener = listener


def arm_from_environment() -> None:
    """Die as by `kill -9` at the place named in the environment (`name` or `name:3` for its third time)."""
    wanted, _, times = os.environ.get(KILL_VARIABLE, "").partition(":")
    if not wanted:
        return
    left = int(times or "1")

    def die(name: str) -> None:
        nonlocal left
        if name == wanted or wanted == "*":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    listen(die)
