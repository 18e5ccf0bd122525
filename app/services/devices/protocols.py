"""What the spool asks of a printer, and the words in which a printer's troubles are told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.services.devices.profile import PrinterProfile
from app.values.errors import QT_TRANSLATE_NOOP, DeviceError


class SendOutcome(StrEnum):
    """What is known of a job after it was handed to a printer.

    `nothing_sent`: not one byte left the till: it is safe to try again.
    `unknown`: a part may have been sent: a person must look at the paper.
    `sent`: the connection took every byte; that is not yet paper.
    `confirmed`: the printer itself said that it came to the end of the job.
    """

    NOTHING_SENT = "nothing_sent"
    UNKNOWN = "unknown"
    SENT = "sent"
    CONFIRMED = "confirmed"


class PrintProblem(StrEnum):
    """Why a job did not simply go through; stored with the job, told by `problem_error`."""

    NO_PRINTER = "no_printer"
    NOT_FOUND = "not_found"
    NO_ANSWER = "no_answer"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    STALLED = "stalled"
    BROKEN_OFF = "broken_off"
    STOPPED = "stopped"
    TOO_LATE = "too_late"
    NOT_DRAWN = "not_drawn"


@dataclass(frozen=True, slots=True)
class SendResult:
    """What became of one job.

    Attributes:
        outcome: What may be done next.
        problem: Why, when it did not simply go through.
        detail: The machine's own words, for the log only.
    """

    outcome: SendOutcome
    problem: PrintProblem | None = None
    detail: str = ""


class PrinterState(StrEnum):
    """What a printer says of itself; `unknown` when it gave no answer that can be trusted."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    ERROR = "error"
    UNKNOWN = "unknown"

    @property
    def can_print(self) -> bool:
        """Whether a job may be started; a printer that says nothing is not held back here."""
        return self in (PrinterState.READY, PrinterState.PAPER_LOW, PrinterState.UNKNOWN)


class Printer(Protocol):
    """A place where finished jobs go. Used by one thread; every job has its own connection."""

    @property
    def name(self) -> str:
        """How people call it, as `Network 192.168.1.50:9100`."""
        ...

    @property
    def profile(self) -> PrinterProfile:
        """What it can do."""
        ...

    def send(self, data: bytes) -> SendResult:
        """Hand over one whole job. Never raises for trouble with the device."""
        ...

    def status(self) -> PrinterState:
        """Ask how it is. Never raises for trouble with the device."""
        ...


class PrinterMissing(DeviceError):
    """No printer has been set up."""

    text = QT_TRANSLATE_NOOP(
        "errors", "No receipt printer is set up. The receipt is saved; press F10 to print it later."
    )


class PrinterNotFound(DeviceError):
    """No connection."""

    text = QT_TRANSLATE_NOOP("errors", "The printer is not connected. The receipt is saved and prints when it is back.")


class PrinterSilent(DeviceError):
    """Connected, but no answer to a status query."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The printer does not answer. The receipt is saved; switch the printer off and on."
    )


class PrinterOutOfPaper(DeviceError):
    """Paper end."""

    text = QT_TRANSLATE_NOOP("errors", "The printer is out of paper. The receipt is saved; put in a new roll.")


class PrinterCoverOpen(DeviceError):
    """Cover open."""

    text = QT_TRANSLATE_NOOP("errors", "The printer's cover is open. The receipt is saved; close the cover.")


class PrinterOffline(DeviceError):
    """It says that it cannot print."""

    text = QT_TRANSLATE_NOOP("errors", "The printer reports a fault. The receipt is saved; look at its lamps.")


class PrintStalled(DeviceError):
    """It stopped taking bytes in the middle of a job."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The printer stopped in the middle. Look at the paper and say whether the receipt came out."
    )


class PrintBrokenOff(DeviceError):
    """The connection died in the middle of a job."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The connection to the printer broke. Look at the paper and say whether the receipt came out.",
    )


class PrintInterrupted(DeviceError):
    """The till stopped in the middle of a job."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The till stopped while printing. Look at the paper and say whether the receipt came out."
    )


class DrawerTooLate(DeviceError):
    """An old drawer pulse is never sent."""

    text = QT_TRANSLATE_NOOP("errors", "The drawer was not opened. Open it with the key or press F9.")


class ReceiptNotDrawn(DeviceError):
    """Our own rendering failed."""

    text = QT_TRANSLATE_NOOP("errors", "The receipt could not be drawn for this printer. The sale itself is safe.")


_ERRORS: dict[PrintProblem, type[DeviceError]] = {
    PrintProblem.NO_PRINTER: PrinterMissing,
    PrintProblem.NOT_FOUND: PrinterNotFound,
    PrintProblem.NO_ANSWER: PrinterSilent,
    PrintProblem.NO_PAPER: PrinterOutOfPaper,
    PrintProblem.COVER_OPEN: PrinterCoverOpen,
    PrintProblem.OFFLINE: PrinterOffline,
    PrintProblem.STALLED: PrintStalled,
    PrintProblem.BROKEN_OFF: PrintBrokenOff,
    PrintProblem.STOPPED: PrintInterrupted,
    PrintProblem.TOO_LATE: DrawerTooLate,
    PrintProblem.NOT_DRAWN: ReceiptNotDrawn,
}


def problem_error(problem: PrintProblem) -> DeviceError:
    """The sentence for a stored problem, to be told to the cashier."""
    return _ERRORS[problem]()
