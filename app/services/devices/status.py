"""DLE EOT: asking an ESC/POS printer how it is, without believing the wrong bytes.

python-escpos 3.1 reads an empty answer as "plenty of paper" and takes bytes of an automatic status report
for the answer. Here old bytes are drained first and only a byte with the fixed bits of a DLE EOT answer is
accepted.
"""

from __future__ import annotations

import contextlib
import socket

from app.services.devices.protocols import PrinterState
from app.values.clock import monotonic

_FIXED_BITS, _FIXED_VALUE = 0x93, 0x12
_MOST_FOREIGN_BYTES = 64

PRINTER, OFFLINE_CAUSE, FAULT, PAPER = 1, 2, 3, 4

_OFFLINE_BIT = 0x08
_COVER_BIT = 0x04
_PAPER_STOP_BIT = 0x20
_FAULT_BITS = 0x28  # knife, and faults that need a technician; 0x40 mends itself
_PAPER_END_BITS = 0x60
_PAPER_LOW_BITS = 0x0C


def ask_status(connection: socket.socket, timeout_s: float) -> PrinterState:
    """The printer's state; `unknown` when a query got no answer in time or only bytes that are none.

    Raises:
        OSError: the connection itself failed.
    """
    drain(connection)
    paper = _ask(connection, PAPER, timeout_s)
    if paper is None:
        return PrinterState.UNKNOWN
    if paper & _PAPER_END_BITS:
        return PrinterState.NO_PAPER
    printer = _ask(connection, PRINTER, timeout_s)
    if printer is None:
        return PrinterState.UNKNOWN
    if printer & _OFFLINE_BIT:
        return _why_offline(connection, timeout_s)
    return PrinterState.PAPER_LOW if paper & _PAPER_LOW_BITS else PrinterState.READY


def _why_offline(connection: socket.socket, timeout_s: float) -> PrinterState:
    cause = _ask(connection, OFFLINE_CAUSE, timeout_s) or 0
    if cause & _PAPER_STOP_BIT:
        return PrinterState.NO_PAPER
    if cause & _COVER_BIT:
        return PrinterState.COVER_OPEN
    fault = _ask(connection, FAULT, timeout_s) or 0
    return PrinterState.ERROR if fault & _FAULT_BITS else PrinterState.OFFLINE


def _ask(connection: socket.socket, what: int, timeout_s: float) -> int | None:
    connection.settimeout(timeout_s)
    connection.sendall(bytes((0x10, 0x04, what)))
    return read_matching(connection, timeout_s, _FIXED_BITS, _FIXED_VALUE)


def read_matching(connection: socket.socket, timeout_s: float, mask: int, value: int) -> int | None:
    """The first byte whose fixed bits are right; None when time is over or the line was closed."""
    deadline = monotonic() + timeout_s
    for _ in range(_MOST_FOREIGN_BYTES):
        left_s = deadline - monotonic()
        if left_s <= 0:
            return None
        connection.settimeout(left_s)
        try:
            answer = connection.recv(1)
        except TimeoutError:
            return None
        if not answer:
            return None
        if answer[0] & mask == value:
            return answer[0]
    return None


def drain(connection: socket.socket) -> None:
    """Throw away what the printer said unasked."""
    connection.settimeout(0)
    with contextlib.suppress(BlockingIOError):
        for _ in range(_MOST_FOREIGN_BYTES):
            if not connection.recv(256):
                return
