"""What the spool asks of a printer, and the words in which a printer's troubles are told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

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
    NOT_ALLOWED = "not_allowed"
    BUSY = "busy"
    NO_LIBRARY = "no_library"
    WRONG_SYSTEM = "wrong_system"
    QUEUE_STOPPED = "queue_stopped"
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


@dataclass(frozen=True, slots=True)
class PrinterLook:
    """What a look at a printer brought.

    Attributes:
        state: What it says of itself.
        problem: Why it could not even be asked; None when a connection was made.
    """

    state: PrinterState
    problem: PrintProblem | None = None


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


@runtime_checkable
class LookedAt(Protocol):
    """A printer that can also say why it cannot be reached."""

    def look(self) -> PrinterLook:
        """Open a connection, ask, close it. Prints nothing, never raises for trouble with the device."""
        ...


def look_at(printer: Printer) -> PrinterLook:
    """State and reason, as far as this kind of printer tells them."""
    return printer.look() if isinstance(printer, LookedAt) else PrinterLook(printer.status())


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


class PrinterForbidden(DeviceError):
    """The system does not let this person open the device."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The till may not open the printer: the computer forbids it. The receipt is saved; the manual's page "
        "on printing says which group or rule is needed.",
    )


class PrinterBusy(DeviceError):
    """Another program holds the device."""

    text = QT_TRANSLATE_NOOP("errors", "Another program holds the printer. The receipt is saved; close that program.")


class PrinterLibraryMissing(DeviceError):
    """libusb, or on Windows its driver for this device."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The computer lacks the driver library for USB printers (libusb). The receipt is saved; install it, or "
        "choose the printer by another kind of address.",
    )


class PrinterOfAnotherSystem(DeviceError):
    """A Windows printer on Linux, a CUPS queue on Windows, or no CUPS at all."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "This computer does not have that kind of print queue. The receipt is saved; choose another printer in "
        "the settings.",
    )


class PrintQueueStopped(DeviceError):
    """The computer's own queue is paused or takes no jobs."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The computer's print queue is stopped. The receipt is saved; start the queue again."
    )


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
    PrintProblem.NOT_ALLOWED: PrinterForbidden,
    PrintProblem.BUSY: PrinterBusy,
    PrintProblem.NO_LIBRARY: PrinterLibraryMissing,
    PrintProblem.WRONG_SYSTEM: PrinterOfAnotherSystem,
    PrintProblem.QUEUE_STOPPED: PrintQueueStopped,
    PrintProblem.STALLED: PrintStalled,
    PrintProblem.BROKEN_OFF: PrintBrokenOff,
    PrintProblem.STOPPED: PrintInterrupted,
    PrintProblem.TOO_LATE: DrawerTooLate,
    PrintProblem.NOT_DRAWN: ReceiptNotDrawn,
}


def problem_error(problem: PrintProblem) -> DeviceError:
    """The sentence for a stored problem, to be told to the cashier."""
    return _ERRORS[problem]()


_STATE_WORDS: dict[PrinterState, str] = {
    PrinterState.READY: QT_TRANSLATE_NOOP("devices", "ready"),
    PrinterState.PAPER_LOW: QT_TRANSLATE_NOOP("devices", "paper nearly out"),
    PrinterState.NO_PAPER: QT_TRANSLATE_NOOP("devices", "out of paper"),
    PrinterState.COVER_OPEN: QT_TRANSLATE_NOOP("devices", "cover open"),
    PrinterState.OFFLINE: QT_TRANSLATE_NOOP("devices", "not connected or switched off"),
    PrinterState.ERROR: QT_TRANSLATE_NOOP("devices", "reports a fault"),
    PrinterState.UNKNOWN: QT_TRANSLATE_NOOP("devices", "connected; it does not say more"),
}


def state_words(state: PrinterState) -> str:
    """A state as marked English words; the top floor translates them in the context `devices`."""
    return _STATE_WORDS[state]


_PROBLEM_WORDS: dict[PrintProblem, str] = {
    PrintProblem.NO_PRINTER: QT_TRANSLATE_NOOP("devices", "none set up"),
    PrintProblem.NOT_FOUND: QT_TRANSLATE_NOOP("devices", "not connected"),
    PrintProblem.NO_ANSWER: QT_TRANSLATE_NOOP("devices", "does not answer"),
    PrintProblem.NO_PAPER: QT_TRANSLATE_NOOP("devices", "out of paper"),
    PrintProblem.COVER_OPEN: QT_TRANSLATE_NOOP("devices", "cover open"),
    PrintProblem.OFFLINE: QT_TRANSLATE_NOOP("devices", "switched off or at fault"),
    PrintProblem.NOT_ALLOWED: QT_TRANSLATE_NOOP("devices", "this user may not open it"),
    PrintProblem.BUSY: QT_TRANSLATE_NOOP("devices", "another program holds it"),
    PrintProblem.NO_LIBRARY: QT_TRANSLATE_NOOP("devices", "libusb or its driver is missing"),
    PrintProblem.WRONG_SYSTEM: QT_TRANSLATE_NOOP("devices", "this computer has no such print queues"),
    PrintProblem.QUEUE_STOPPED: QT_TRANSLATE_NOOP("devices", "its print queue is stopped"),
    PrintProblem.STALLED: QT_TRANSLATE_NOOP("devices", "stopped in the middle"),
    PrintProblem.BROKEN_OFF: QT_TRANSLATE_NOOP("devices", "the connection broke"),
    PrintProblem.STOPPED: QT_TRANSLATE_NOOP("devices", "the till stopped while printing"),
    PrintProblem.TOO_LATE: QT_TRANSLATE_NOOP("devices", "came too late"),
    PrintProblem.NOT_DRAWN: QT_TRANSLATE_NOOP("devices", "could not be drawn"),
}


def problem_words(problem: PrintProblem) -> str:
    """A problem in a few marked English words, for lists; `problem_error` has the whole sentence."""
    return _PROBLEM_WORDS[problem]
