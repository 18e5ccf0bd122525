"""The worker against printers of memory, and against real sockets that stall, refuse and die."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.services.common.uow import UnitOfWork
from app.services.devices.escpos_printer import NetworkPrinter, Patience
from app.services.devices.fakes import MemoryPrinter
from app.services.devices.profile import CHINESE_80, RASTER_80, PrinterProfile
from app.services.devices.protocols import Printer, PrinterState, PrintProblem, SendOutcome, SendResult
from app.services.receipts import queue
from app.services.receipts.escpos import render, render_drawer_pulse
from app.services.receipts.parts import Barcode, Receipt, ReceiptKind, Text
from app.services.receipts.queue import JobState
from app.services.receipts.worker import NOTHING_TO_DO_S, JobReport, PrintWorker
from app.values.errors import StoreError
from app.values.ids import Id
from tests.services.devices.loopback import READY, LoopbackPrinter, answers, dies_after, free_port, prints, stalls
from tests.services.receipts.builders import sale_receipt
from tests.support.shop import Shop, make_shop

QUICK = Patience(connect_s=5, write_s=0.3, job_s=20, answer_s=0.3, marker_s=0.3, settle_s=0.3)


@dataclass(frozen=True)
class LongPaper:
    """A network printer whose jobs are longer than what the two systems' buffers hold."""

    inner: NetworkPrinter
    name: str = "long"

    @property
    def profile(self) -> PrinterProfile:
        return self.inner.profile

    def send(self, data: bytes) -> SendResult:
        return self.inner.send(data * 5_000)

    def status(self) -> PrinterState:
        return self.inner.status()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = make_shop(tmp_path)
    yield shop
    shop.close()


class Spool:
    """A worker on a shop's spool, stepped by the test."""

    def __init__(self, shop: Shop, printer: Printer | None) -> None:
        self.shop = shop
        self.reports: list[JobReport] = []
        self.bugs: list[Exception] = []
        self.worker = PrintWorker(self.open_uow, printer, told=self.reports.append, bug=self.bugs.append)

    def open_uow(self) -> AbstractContextManager[UnitOfWork]:
        return self.shop.store.act(replace(self.shop.cashier, origin="print worker"), "print")

    def put(self, receipt: Receipt | None = None, *, drawer: bool = False) -> Id:
        with self.open_uow() as uow:
            job = queue.enqueue_drawer(uow) if drawer else queue.enqueue_receipt(uow, None, receipt or sale_receipt())
            uow.commit()
        return job

    def run_dry(self) -> float:
        """Step until there is nothing more to do at this moment."""
        for _ in range(50):
            if idle_s := self.worker.step():
                return idle_s
        raise AssertionError("the worker never comes to rest")

    @property
    def states(self) -> list[JobState]:
        return [report.state for report in self.reports]

    @property
    def problems(self) -> list[PrintProblem | None]:
        return [report.problem for report in self.reports]


def network(port: int) -> NetworkPrinter:
    return NetworkPrinter("127.0.0.1", port, CHINESE_80, QUICK)


def test_drawer_then_receipt(shop: Shop) -> None:
    printer = MemoryPrinter(CHINESE_80)
    spool = Spool(shop, printer)
    spool.put()
    spool.put(drawer=True)

    assert spool.run_dry() == NOTHING_TO_DO_S
    assert printer.jobs == [render_drawer_pulse(CHINESE_80), render(sale_receipt(), CHINESE_80)]
    assert spool.states == [JobState.SENT, JobState.SENT]


def test_the_paper_is_rendered_for_the_printer_it_meets(shop: Shop) -> None:
    spool = Spool(shop, MemoryPrinter(CHINESE_80))
    spool.put()
    other = MemoryPrinter(RASTER_80)
    spool.worker.use(other)
    spool.run_dry()

    assert other.jobs == [render(sale_receipt(), RASTER_80)]


def test_without_a_printer_papers_fail_at_once_and_do_not_pile_up(shop: Shop) -> None:
    spool = Spool(shop, None)
    spool.put()
    spool.run_dry()
    printer = MemoryPrinter()
    spool.worker.use(printer)
    spool.run_dry()

    assert spool.states == [JobState.FAILED]
    assert spool.problems == [PrintProblem.NO_PRINTER]
    assert printer.jobs == []


def test_a_paper_that_cannot_be_drawn_stops_no_other(shop: Shop) -> None:
    printer = MemoryPrinter(RASTER_80)
    spool = Spool(shop, printer)
    spool.put(Receipt(ReceiptKind.RECEIPT, (Barcode("W" * 24), Text("x"))))
    printer.profile = replace(RASTER_80, dots=192, columns=24)
    spool.put(Receipt(ReceiptKind.RECEIPT, (Text("牛奶"),)))
    spool.run_dry()

    assert spool.states == [JobState.FAILED, JobState.SENT]
    assert spool.problems == [PrintProblem.NOT_DRAWN, None]
    assert len(spool.bugs) == 1
    assert len(printer.jobs) == 1


def test_it_says_how_long_there_is_nothing_to_do(shop: Shop) -> None:
    spool = Spool(shop, MemoryPrinter())
    spool.worker.use(network(free_port()))
    spool.put()

    assert spool.run_dry() == 2.0
    shop.clock.tick(timedelta(seconds=2))
    assert spool.run_dry() == 4.0


def test_a_working_printer(shop: Shop) -> None:
    with LoopbackPrinter(prints) as loopback:
        spool = Spool(shop, network(loopback.port))
        spool.put()
        spool.run_dry()
        assert loopback.finished.wait(20)

    assert spool.states == [JobState.SENT]
    assert loopback.printed == [render(sale_receipt(), CHINESE_80)]


def test_refused_is_tried_again_until_the_printer_is_back(shop: Shop) -> None:
    spool = Spool(shop, network(free_port()))
    job = spool.put()
    spool.run_dry()
    shop.clock.tick(timedelta(seconds=2))
    spool.run_dry()
    assert spool.states == [JobState.QUEUED, JobState.QUEUED]

    shop.clock.tick(timedelta(seconds=4))
    with LoopbackPrinter(prints) as loopback:
        spool.worker.use(network(loopback.port))
        spool.run_dry()
        assert loopback.finished.wait(20)

    assert spool.states[-1] is JobState.SENT
    assert [report.job.id for report in spool.reports] == [job] * 3
    assert loopback.printed == [render(sale_receipt(), CHINESE_80)]


def test_a_call_tries_a_pausing_paper_at_once_and_only_once(shop: Shop) -> None:
    spool = Spool(shop, network(free_port()))
    job = spool.put()
    spool.run_dry()
    spool.put()

    assert spool.worker.step(eager=True) == 0
    assert spool.run_dry() == 4.0
    assert [report.job.id for report in spool.reports] == [job, job]


def test_no_paper_waits_for_paper(shop: Shop) -> None:
    talks = replace(CHINESE_80, answers_status=True)
    with LoopbackPrinter(answers({**READY, 4: 0x72})) as loopback:
        spool = Spool(shop, NetworkPrinter("127.0.0.1", loopback.port, talks, QUICK))
        spool.put()
        spool.run_dry()
        assert spool.states == [JobState.QUEUED]
        assert spool.problems == [PrintProblem.NO_PAPER]
        loopback.behave = answers(READY)
        shop.clock.tick(timedelta(seconds=2))
        spool.run_dry()

    assert spool.states == [JobState.QUEUED, JobState.SENT]
    assert loopback.printed == [b"", render(sale_receipt(), talks)]


@pytest.mark.parametrize("trouble", ["stalls", "dies"])
def test_doubt_is_never_tried_again_by_itself(shop: Shop, trouble: str) -> None:
    behave = stalls if trouble == "stalls" else dies_after(10_000)
    with LoopbackPrinter(behave, small_window=True) as loopback:
        spool = Spool(shop, LongPaper(network(loopback.port)))
        spool.put()
        spool.run_dry()
        assert spool.states == [JobState.UNKNOWN]
        for _ in range(5):
            shop.clock.tick(timedelta(hours=1))
            spool.run_dry()

        assert loopback.connections == 1

    assert spool.states == [JobState.UNKNOWN]
    assert spool.problems == [PrintProblem.STALLED if trouble == "stalls" else PrintProblem.BROKEN_OFF]


def test_after_doubt_the_next_receipt_prints_and_the_answer_no_prints_a_copy(shop: Shop) -> None:
    printer = MemoryPrinter(CHINESE_80)
    printer.answers.append(SendResult(SendOutcome.UNKNOWN, PrintProblem.STALLED))
    spool = Spool(shop, printer)
    job = spool.put()
    spool.run_dry()
    spool.put()
    spool.run_dry()
    with spool.open_uow() as uow:
        queue.answer_unknown(uow, job, printed=False)
        uow.commit()
    spool.run_dry()

    original, copy = render(sale_receipt(), CHINESE_80), render(sale_receipt(copy_no=1), CHINESE_80)
    assert printer.jobs == [original, original, copy]
    assert spool.states == [JobState.UNKNOWN, JobState.SENT, JobState.SENT]


def test_a_pulse_that_failed_never_opens_the_drawer_later(shop: Shop) -> None:
    spool = Spool(shop, network(free_port()))
    spool.put(drawer=True)
    spool.run_dry()
    printer = MemoryPrinter()
    spool.worker.use(printer)
    shop.clock.tick(timedelta(minutes=5))
    spool.run_dry()

    assert spool.states == [JobState.FAILED]
    assert printer.jobs == []


def test_a_till_that_dies_while_sending_leaves_doubt_and_prints_nothing_twice(shop: Shop) -> None:
    class Dies(MemoryPrinter):
        def send(self, data: bytes) -> SendResult:
            self.jobs.append(data)
            raise SystemExit  # the process is gone before it can write down what happened

    printer = Dies(CHINESE_80)
    spool = Spool(shop, printer)
    spool.put()
    with pytest.raises(SystemExit):
        spool.worker.step()

    restarted = Spool(shop, printer)
    with restarted.open_uow() as uow:
        assert queue.recover_spool(uow) == 1
        uow.commit()
    restarted.run_dry()
    assert len(printer.jobs) == 1


def test_a_full_disk_behind_the_last_byte_prints_nothing_twice(shop: Shop) -> None:
    printer = MemoryPrinter()
    spool = Spool(shop, printer)
    spool.put()
    calls = 0

    @contextmanager
    def fails_once() -> Iterator[UnitOfWork]:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise StoreError("SQLITE_FULL")
        with spool.open_uow() as uow:
            yield uow

    spool.worker.open_uow = fails_once
    with pytest.raises(StoreError):
        spool.worker.step()
    spool.run_dry()

    assert len(printer.jobs) == 1
    assert spool.states == [JobState.SENT]


def test_the_thread_prints_when_called_and_ends_when_told(shop: Shop) -> None:
    printer, printed = MemoryPrinter(), threading.Semaphore(0)
    spool = Spool(shop, printer)
    spool.worker.told = lambda report: printed.release()
    spool.worker.start()
    try:
        for _ in range(3):
            spool.put()
            spool.worker.wake()
            assert printed.acquire(timeout=20)
    finally:
        assert spool.worker.stop(20)

    assert len(printer.jobs) == 3


def test_the_thread_survives_trouble_with_the_file_and_bugs(shop: Shop) -> None:
    spool = Spool(shop, MemoryPrinter())
    troubles: list[Exception] = [ZeroDivisionError(), StoreError("SQLITE_BUSY")]
    told, printed = threading.Semaphore(0), threading.Semaphore(0)

    def open_uow() -> AbstractContextManager[UnitOfWork]:
        if troubles:
            told.release()
            raise troubles.pop()
        return spool.open_uow()

    spool.worker.open_uow = open_uow
    spool.worker.told = lambda report: printed.release()
    spool.put()
    spool.worker.start()
    try:
        for _ in range(2):
            assert told.acquire(timeout=20)
            spool.worker.wake()
        assert printed.acquire(timeout=20)
    finally:
        assert spool.worker.stop(20)

    assert [type(bug) for bug in spool.bugs] == [ZeroDivisionError]


def test_a_worker_that_never_started_can_be_stopped(shop: Shop) -> None:
    assert Spool(shop, None).worker.stop()
