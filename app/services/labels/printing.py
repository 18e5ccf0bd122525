"""Sending labels to the label printer: at once and watched by whoever asked, so without the receipts' spool."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.devices.connect import connect_printer
from app.services.devices.profile import PrinterProfile, Speech
from app.services.devices.protocols import Printer, PrintProblem, SendOutcome, SendResult
from app.services.labels.tspl import render_tspl
from app.services.labels.values import YUAN, Label, LabelSize, LabelStock, Language, MoneyStyle
from app.services.settings import declared
from app.services.settings.service import Settings
from app.values.errors import QT_TRANSLATE_NOOP, DeviceError


class LabelPrinterMissing(DeviceError):
    """None is set up."""

    text = QT_TRANSLATE_NOOP("errors", "No label printer is set up. Choose one in the settings, or print sheets (PDF).")


class LabelPrinterAway(DeviceError):
    """No connection, or no answer."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The label printer does not answer. No label was printed; look at its cable and lamps, then try again.",
    )


class LabelsOut(DeviceError):
    """End of the roll."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The label printer has no labels left. Nothing was printed; put in a new roll and try again."
    )


class LabelPrinterOpen(DeviceError):
    """The head or cover is open."""

    text = QT_TRANSLATE_NOOP("errors", "The label printer is open. Nothing was printed; close its cover and try again.")


class LabelPrinterClosedToUs(DeviceError):
    """The computer stands between: rights, another program, a missing library, a stopped queue."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The computer does not let the till use the label printer. Nothing was printed; `main.py devices` says why.",
    )


class LabelsInDoubt(DeviceError):
    """It broke in the middle."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The label printer stopped in the middle. Count the labels that came out and print the others again."
    )


_ERRORS: dict[PrintProblem, type[DeviceError]] = {
    PrintProblem.NO_PAPER: LabelsOut,
    PrintProblem.COVER_OPEN: LabelPrinterOpen,
    **dict.fromkeys(
        (
            PrintProblem.NOT_ALLOWED,
            PrintProblem.BUSY,
            PrintProblem.NO_LIBRARY,
            PrintProblem.WRONG_SYSTEM,
            PrintProblem.QUEUE_STOPPED,
        ),
        LabelPrinterClosedToUs,
    ),
}


def label_printer_of(settings: Settings) -> Printer | None:
    """The label printer of this till; None when none is set up.

    Raises:
        PrinterAddressWrong
    """
    profile = PrinterProfile(speaks=Speech.TSPL, answers_status=settings.get(declared.LABEL_ANSWERS))
    return connect_printer(settings.get(declared.LABEL_PRINTER), profile)


def label_stock(settings: Settings) -> LabelStock:
    """The roll that is in it."""
    size = LabelSize.parse(settings.get(declared.LABEL_SIZE))
    return LabelStock(size, settings.get(declared.LABEL_DPI), settings.get(declared.LABEL_GAP) * 1000)


def print_labels(
    printer: Printer | None,
    labels: Sequence[tuple[Label, int]],
    stock: LabelStock,
    *,
    money: MoneyStyle = YUAN,
    language: Language = "zh",
) -> SendResult:
    """Send labels, each with its number of copies, as one job; slow, so never on the screen's thread.

    Raises:
        LabelPrinterMissing, LabelPrinterAway, LabelsOut, LabelPrinterOpen, LabelPrinterClosedToUs: nothing was printed.
        LabelsInDoubt: a part was.
        LabelTooSmall, CodeNotPrintable: before anything was sent.
    """
    if printer is None:
        raise LabelPrinterMissing()
    result = printer.send(render_tspl(labels, stock, money=money, language=language))
    if result.outcome is SendOutcome.UNKNOWN:
        raise LabelsInDoubt()
    if result.outcome is SendOutcome.NOTHING_SENT:
        raise _ERRORS.get(result.problem or PrintProblem.NOT_FOUND, LabelPrinterAway)()
    return result
