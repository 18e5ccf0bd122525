"""A printer on a pseudo terminal: a real character device of this machine with a thread behind it."""

from __future__ import annotations

import contextlib
import os
import select
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.services.devices.talker import Talker

PATIENT_S = 20.0


@dataclass
class Terminal:
    """Both ends; `path` is what a till opens."""

    path: str
    master: int
    slave: int
    talker: Talker
    heard: threading.Event


@contextmanager
def terminal(talker: Talker | None = None, *, reads: bool = True, dies_after: int | None = None) -> Iterator[Terminal]:
    """A printer that reads and answers; or never reads; or hangs up after so many bytes."""
    master, slave = os.openpty()
    tty.setraw(slave)
    found = Terminal(os.ttyname(slave), master, slave, talker or Talker(), threading.Event())
    stop_read, stop_write = os.pipe()
    thread = threading.Thread(target=_serve, args=(found, stop_read, dies_after))
    if reads:
        thread.start()
    try:
        yield found
    finally:
        os.write(stop_write, b".")
        if reads:
            thread.join(PATIENT_S)
        for descriptor in (master, slave, stop_read, stop_write):
            with contextlib.suppress(OSError):
                os.close(descriptor)
        assert not thread.is_alive()


def _serve(found: Terminal, stop: int, dies_after: int | None) -> None:
    while True:
        ready = select.select([found.master, stop], [], [], PATIENT_S)[0]
        if found.master in ready:
            data = os.read(found.master, 65536 if dies_after is None else dies_after)
            os.write(found.master, found.talker.hear(data))
            found.heard.set()
            if dies_after is not None and len(found.talker.printed) >= dies_after:
                os.close(found.master)
                return
        elif stop in ready or not ready:
            return
