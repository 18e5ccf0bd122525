"""`main.py devices`: what is plugged in, and jobs by which a shop tries its printers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.bootstrap.folder import Opened, open_folder
from app.services.checkout.printer import label_money, printer_of, queue_drawer_test, queue_test_page
from app.services.common.instance import AlreadyRunning, InstanceLock
from app.services.common.uow import UnitOfWork
from app.services.devices.discover import FoundDevice, find_devices, kind_words
from app.services.devices.discover_network import neighbours, own_address
from app.services.devices.protocols import Printer, problem_error, problem_words
from app.services.labels.printing import label_printer_of, label_stock, print_labels
from app.services.labels.values import Language, ShelfLabel, UnitPrice
from app.services.receipts.queue import JobState
from app.services.receipts.worker import JobReport, PrintWorker
from app.services.settings import declared
from app.services.staff.founding import nobody_at
from app.values.ids import Id
from app.values.money import Money

TEST_LABEL = ShelfLabel(
    "测试标签 Test label", Money(1280), "500g", "6901234567892", Money(1180), UnitPrice(Money(2560), "kg")
)


def list_devices(*, network: bool) -> int:
    """Print what is plugged in; with `network` also who answers on port 9100 in the neighbourhood."""
    found = find_devices(network=neighbours(own_address()) if network else ())
    for device in found:
        print(_line(device))
    if not found:
        print("nothing found; a printer on the network is only looked for with --network")
    return 0


def print_test_page(folder: Path) -> int:
    """Send the test page through the spool.

    Raises:
        NoData, PrinterAddressWrong
    """
    return _through_the_spool(folder, "test_page", queue_test_page)


def open_drawer(folder: Path) -> int:
    """Send one pulse through the spool; the audit notes it.

    Raises:
        NoData, PrinterAddressWrong
    """
    return _through_the_spool(folder, "no_sale", queue_drawer_test)


def print_test_label(folder: Path) -> int:
    """Print one label on the label printer.

    Raises:
        NoData, PrinterAddressWrong, DeviceError
    """
    opened = open_folder(folder, must_exist=True)
    try:
        settings = opened.settings()
    finally:
        opened.close()
    language: Language = "en" if settings.get(declared.RECEIPT_LANGUAGE) == "en" else "zh"
    money = label_money(settings)
    print_labels(label_printer_of(settings), [(TEST_LABEL, 1)], label_stock(settings), money=money, language=language)
    print("the label printer took the label")
    return 0


def _line(device: FoundDevice) -> str:
    state = "can be used" if device.problem is None else problem_words(device.problem)
    return f"{device.address or '(types as a keyboard)':<32}  {kind_words(device.kind):<16}  {device.words}: {state}"


def _through_the_spool(folder: Path, action: str, queue_job: Callable[[UnitOfWork], Id]) -> int:
    """Store a job; print it here, unless a till runs that does."""
    opened = open_folder(folder, must_exist=True)
    lock = InstanceLock(folder)
    try:
        printer = printer_of(opened.settings())
        with opened.store.action(opened.operator(), action) as uow:
            job = queue_job(uow)
        lock.take()
        report = _print_until(opened, job, printer)
    except AlreadyRunning:
        print("the job waits; the till that is running prints it")
        return 0
    finally:
        lock.release()
        opened.close()
    return _tell(report)


def _print_until(opened: Opened, job: Id, printer: Printer | None) -> JobReport | None:
    """Print what waits, up to this job or the first paper that cannot be sent; what became of the last one."""
    told: list[JobReport] = []
    actor = nobody_at(opened.till())
    worker = PrintWorker(lambda: opened.store.act(actor, "printing"), printer, told=told.append)
    while worker.step(eager=True) == 0:
        if told and (told[-1].job.id == job or told[-1].state is JobState.QUEUED):
            break
    return told[-1] if told else None


def _tell(report: JobReport | None) -> int:
    if report is None:
        print("nothing was sent: the job came too late")
        return 1
    if report.problem is not None:
        print(problem_error(report.problem))
        return 1
    print(f"the printer took it ({report.state})")
    return 0
