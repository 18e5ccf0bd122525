from __future__ import annotations

from collections import deque
from dataclasses import replace

import pytest

from app.services.devices.addresses import UsbAddress
from app.services.devices.escpos_printer import NetworkPrinter, Patience
from app.services.devices.fakes import MemoryPrinter
from app.services.devices.profile import PrinterProfile, Speech
from app.services.devices.protocols import PrintProblem, SendOutcome, SendResult
from app.services.devices.usb_printer import UsbPrinter
from app.services.labels.printing import (
    LabelPrinterAway,
    LabelPrinterClosedToUs,
    LabelPrinterMissing,
    LabelPrinterOpen,
    LabelsInDoubt,
    LabelsOut,
    label_printer_of,
    label_stock,
    print_labels,
)
from app.services.labels.values import LabelSize, LabelStock, LabelTooSmall
from app.services.settings import declared
from app.services.settings.service import Settings
from app.values.errors import DeviceError
from tests.services.devices.loopback import LoopbackPrinter, prints
from tests.services.devices.talker import Talker
from tests.services.devices.usb_bus import Bus, UsbDevice
from tests.services.labels.goods import MILK, SAUCE, WATER
from tests.services.labels.reading import codes_on, read_tspl

STOCK = LabelStock()
TSPL = PrinterProfile(speaks=Speech.TSPL, answers_status=True)
QUICK = Patience(answer_s=0.2, settle_s=0.2)


def test_the_settings_name_printer_and_roll() -> None:
    assert label_printer_of(Settings({})) is None
    assert label_stock(Settings({})) == LabelStock(LabelSize(40_000, 30_000), 203, 2_000)

    chosen = Settings(
        {
            declared.LABEL_PRINTER.key: "usb:1234:5678",
            declared.LABEL_ANSWERS.key: True,
            declared.LABEL_SIZE.key: "60x40",
            declared.LABEL_DPI.key: 300,
            declared.LABEL_GAP.key: 0,
        }
    )
    assert label_printer_of(chosen) == UsbPrinter(UsbAddress(0x1234, 0x5678), TSPL)
    assert label_stock(chosen) == LabelStock(LabelSize(60_000, 40_000), 300, 0)


def test_every_size_that_can_be_chosen_is_one() -> None:
    for size in declared.LABEL_SIZE.choices:
        assert str(LabelSize.parse(size)) == size


def test_labels_arrive_over_a_socket_and_scan() -> None:
    with LoopbackPrinter(prints) as loopback:
        printer = NetworkPrinter("127.0.0.1", loopback.port, replace(TSPL, answers_status=False), QUICK)
        result = print_labels(printer, [(MILK, 3), (WATER, 1)], STOCK)
        assert loopback.finished.wait(20)

    _, labels = read_tspl(loopback.printed[0])
    assert result.outcome is SendOutcome.SENT
    assert [(codes_on(label.image), label.copies) for label in labels] == [([MILK.code], 3), ([WATER.code], 1)]


@pytest.mark.parametrize(
    ("status", "error"),
    [(0x04, LabelsOut), (0x01, LabelPrinterOpen), (0x02, LabelPrinterAway), (None, LabelPrinterAway)],
)
def test_what_the_label_printer_says_is_told(status: int | None, error: type[DeviceError]) -> None:
    device = UsbDevice(talker=Talker(label_status=status))
    printer = UsbPrinter(UsbAddress(device.vendor, device.product), TSPL, QUICK, Bus(device))
    with pytest.raises(error):
        print_labels(printer, [(MILK, 1)], STOCK)

    assert device.talker.printed == b""


def test_a_ready_label_printer_prints() -> None:
    device = UsbDevice(talker=Talker(label_status=0))
    printer = UsbPrinter(UsbAddress(device.vendor, device.product), TSPL, QUICK, Bus(device))
    print_labels(printer, [(MILK, 1)], STOCK)

    assert codes_on(read_tspl(device.talker.printed)[1][0].image) == [MILK.code]


@pytest.mark.parametrize(
    ("outcome", "problem", "error"),
    [
        (SendOutcome.UNKNOWN, PrintProblem.STALLED, LabelsInDoubt),
        (SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND, LabelPrinterAway),
        (SendOutcome.NOTHING_SENT, PrintProblem.NOT_ALLOWED, LabelPrinterClosedToUs),
        (SendOutcome.NOTHING_SENT, PrintProblem.QUEUE_STOPPED, LabelPrinterClosedToUs),
        (SendOutcome.NOTHING_SENT, None, LabelPrinterAway),
    ],
)
def test_every_outcome_has_a_sentence(
    outcome: SendOutcome, problem: PrintProblem | None, error: type[DeviceError]
) -> None:
    printer = MemoryPrinter(answers=deque([SendResult(outcome, problem)]))
    with pytest.raises(error):
        print_labels(printer, [(MILK, 1)], STOCK)


def test_without_a_printer_it_is_said_so() -> None:
    with pytest.raises(LabelPrinterMissing):
        print_labels(None, [(MILK, 1)], STOCK)


def test_a_label_that_cannot_be_drawn_sends_nothing() -> None:
    printer = MemoryPrinter()
    with pytest.raises(LabelTooSmall):
        print_labels(printer, [(MILK, 1), (SAUCE, 1)], LabelStock(LabelSize(25_000, 20_000)))

    assert printer.jobs == []
