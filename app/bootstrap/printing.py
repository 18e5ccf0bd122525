"""Paper behind the screens: the one printing thread, what became of each paper, and the lights that tell of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.services.checkout.printer import printer_of
from app.services.common.actor import Actor
from app.services.common.topics import Topic
from app.services.devices.protocols import Printer, PrintProblem, problem_error
from app.services.receipts.queue import JobState, purge_payloads, recover_spool
from app.services.receipts.worker import JobReport, PrintWorker
from app.services.settings import declared
from app.services.settings.service import Settings
from app.services.staff.founding import nobody_at
from app.ui.shell.status_strip import DeviceState, Light
from app.values.errors import UserError
from app.values.ids import Id

if TYPE_CHECKING:
    from app.bootstrap.folder import Opened
    from app.services.checkout.session import CheckoutSession
    from app.ui.cashier.build import CashierPages
    from app.ui.kit.words import Words
    from app.ui.shell.main_window import MainWindow

log = logging.getLogger(__name__)


class Till(Protocol):
    """The running till as its printing sees it."""

    window: MainWindow
    words: Words
    session: CheckoutSession | None

    @property
    def made_cashier(self) -> CashierPages | None:
        """The pages to tell of a paper, if they were made."""
        ...

    def show_changed(self, topics: frozenset[Topic]) -> None:
        """Let the screens look again."""
        ...

    def report_bug(self, problem: Exception) -> None:
        """Keep what went wrong for whoever mends it."""
        ...


class Printing(QObject):
    """Prints what waits in the spool.

    Signals:
        printed: What became of a print job; crosses from the printing thread to the screen's.
    """

    printed = Signal(object)

    def __init__(self, till: Till, opened: Opened) -> None:
        super().__init__(till.window)
        self._till, self._opened = till, opened
        self._problem: PrintProblem | None = None
        self._told_job: Id | None = None
        self._printer = self._chosen()
        self._worker = PrintWorker(
            lambda: opened.store.act(self._actor(), "printing"),
            self._printer,
            told=self.printed.emit,
            bug=till.report_bug,
        )
        self.printed.connect(self._on_printed)

    def start(self) -> None:
        """Settle what the last run left in doubt, then print what waits."""
        with self._opened.store.action(self._actor(), "printing") as uow:
            recover_spool(uow)
            purge_payloads(uow)
        self._worker.start()

    def stop(self) -> None:
        """Print what is being printed, and nothing more."""
        self._worker.stop()

    def wake(self) -> None:
        """There is something new in the spool."""
        self._worker.wake()

    def use_settings(self) -> None:
        """Print where the settings say now, from the next paper on."""
        printer = self._chosen()
        if printer != self._printer:
            self._printer, self._problem = printer, None
            self._worker.use(printer)
            self.show_states()

    def show_states(self) -> None:
        """Say in the strip how till, printer and drawer are."""
        status, settings = self._till.window.status, self._settings()
        status.show_state(DeviceState("till", Light.OK, self.tr("This till is fine")))
        if not settings.get(declared.PRINTER):
            printer = DeviceState("printer", Light.OFF, self.tr("No printer"))
        elif self._problem is not None:
            said = self._till.words.tell(problem_error(self._problem))
            printer = DeviceState("printer", Light.TROUBLE, self.tr("Printer"), said)
        else:
            printer = DeviceState("printer", Light.OK, self.tr("Printer"))
        status.show_state(printer)
        has_drawer = settings.get(declared.DRAWER) and bool(settings.get(declared.PRINTER))
        drawer_words = self.tr("Cash drawer") if has_drawer else self.tr("No drawer")
        status.show_state(DeviceState("drawer", Light.OK if has_drawer else Light.OFF, drawer_words))

    def _settings(self) -> Settings:
        assert self._till.session is not None
        return self._till.session.settings

    def _actor(self) -> Actor:
        return nobody_at(self._opened.till())

    def _chosen(self) -> Printer | None:
        try:
            return printer_of(self._settings())
        except UserError as problem:
            log.warning("printer: %s", problem)
            return None

    def _on_printed(self, report: JobReport) -> None:
        self._problem = report.problem
        self.show_states()
        if self._till.made_cashier is not None:
            self._tell(self._till.made_cashier, report)
        self._till.show_changed(report.changed)

    def _tell(self, cashier: CashierPages, report: JobReport) -> None:
        """Say once per paper what went wrong; the worker goes on trying by itself."""
        if report.state is JobState.UNKNOWN:
            cashier.offer_unsure_prints()
        elif report.problem is not None and report.job.id != self._told_job:
            cashier.show_printer_problem()
            self._told_job = report.job.id
