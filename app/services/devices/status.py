"""Asking a printer how it is, without believing the wrong bytes: DLE EOT in ESC/POS, ESC ! ? in TSPL.

python-escpos 3.1 reads an empty answer as "plenty of paper" and takes bytes of an automatic status report
for the answer. Here old bytes are drained first and only a byte with the fixed bits of a DLE EOT answer is
accepted.
"""

from __future__ import annotations

from app.services.devices.links import Link, drain, read_matching
from app.services.devices.profile import PrinterProfile, Speech
from app.services.devices.protocols import PrinterState

_FIXED_BITS, _FIXED_VALUE = 0x93, 0x12

PRINTER, OFFLINE_CAUSE, FAULT, PAPER = 1, 2, 3, 4

_OFFLINE_BIT = 0x08
_COVER_BIT = 0x04
_PAPER_STOP_BIT = 0x20
_FAULT_BITS = 0x28  # knife, and faults that need a technician; 0x40 mends itself
_PAPER_END_BITS = 0x60
_PAPER_LOW_BITS = 0x0C

_TSPL_ASK = b"\x1b!?"
_TSPL_STATES = (
    (0x01, PrinterState.COVER_OPEN),
    (0x04, PrinterState.NO_PAPER),
    (0x02, PrinterState.ERROR),  # jam
    (0x08, PrinterState.ERROR),  # ribbon
    (0x80, PrinterState.ERROR),
    (0x10, PrinterState.OFFLINE),  # paused
)
_TSPL_PRINTING = 0x20


class Asking:
    """How a printer of this profile is asked."""

    def __init__(self, profile: PrinterProfile) -> None:
        self._ask = ask_label_printer if profile.speaks is Speech.TSPL else ask_status

    def __call__(self, link: Link, timeout_s: float) -> PrinterState:
        return self._ask(link, timeout_s)


def ask_status(link: Link, timeout_s: float) -> PrinterState:
    """The printer's state; `unknown` when a query got no answer in time or only bytes that are none.

    Raises:
        OSError: the connection itself failed.
    """
    drain(link)
    paper = _query(link, PAPER, timeout_s)
    if paper is None:
        return PrinterState.UNKNOWN
    if paper & _PAPER_END_BITS:
        return PrinterState.NO_PAPER
    printer = _query(link, PRINTER, timeout_s)
    if printer is None:
        return PrinterState.UNKNOWN
    if printer & _OFFLINE_BIT:
        return _why_offline(link, timeout_s)
    return PrinterState.PAPER_LOW if paper & _PAPER_LOW_BITS else PrinterState.READY


def ask_label_printer(link: Link, timeout_s: float) -> PrinterState:
    """The same of a label printer: one byte, no bit of it fixed, so only the first one behind a drain counts.

    Raises:
        OSError: the connection itself failed.
    """
    drain(link)
    _say(link, _TSPL_ASK, timeout_s)
    answer = read_matching(link, timeout_s, 0x00, 0x00)
    if answer is None:
        return PrinterState.UNKNOWN
    found = (state for bit, state in _TSPL_STATES if answer & bit)
    return next(found, PrinterState.READY if answer & ~_TSPL_PRINTING == 0 else PrinterState.UNKNOWN)


def _why_offline(link: Link, timeout_s: float) -> PrinterState:
    cause = _query(link, OFFLINE_CAUSE, timeout_s) or 0
    if cause & _PAPER_STOP_BIT:
        return PrinterState.NO_PAPER
    if cause & _COVER_BIT:
        return PrinterState.COVER_OPEN
    fault = _query(link, FAULT, timeout_s) or 0
    return PrinterState.ERROR if fault & _FAULT_BITS else PrinterState.OFFLINE


def _query(link: Link, what: int, timeout_s: float) -> int | None:
    _say(link, bytes((0x10, 0x04, what)), timeout_s)
    return read_matching(link, timeout_s, _FIXED_BITS, _FIXED_VALUE)


def _say(link: Link, question: bytes, timeout_s: float) -> None:
    left = memoryview(question)
    while left:
        left = left[link.write(left, timeout_s) :]
