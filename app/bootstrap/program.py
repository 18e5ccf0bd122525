"""A till on the screen: one data directory, one window, one printing thread."""

from __future__ import annotations

import gc
import logging
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.bootstrap.folder import LOG_NAME, Opened, found, has_founded, refresh_day
from app.services.checkout.desk import Desk
from app.services.checkout.paper import sign_of
from app.services.checkout.printer import printer_of
from app.services.checkout.session import CheckoutSession
from app.services.common.actor import Actor, Role
from app.services.common.store import CLOCK_TOLERANCE
from app.services.common.topics import Topic
from app.services.devices.protocols import Printer, PrintProblem, problem_error
from app.services.receipts.queue import JobState, purge_payloads, recover_spool
from app.services.receipts.worker import JobReport, PrintWorker
from app.services.settings import declared
from app.services.settings.service import change_own_language
from app.services.staff.founding import FoundingDraft, nobody_at
from app.services.staff.people import StaffDraft, add_owner, has_owner
from app.services.staff.shop import rename_shop
from app.services.staff.sign_in import SignInResult
from app.ui.kit.bus import ChangeBus
from app.ui.kit.fonts import load_fonts
from app.ui.kit.jobs import Jobs
from app.ui.kit.keys import KeyMap
from app.ui.kit.notices import NoticeKind
from app.ui.kit.scan_filter import ScanFilter
from app.ui.kit.sounds import Sounds
from app.ui.kit.theme import apply_theme
from app.ui.kit.words import CHINESE, ENGLISH, Words
from app.ui.shell.crash_dialog import CrashHook
from app.ui.shell.first_run import SetUpAnswers
from app.ui.shell.front_door import FirstRun, FrontDoor, Places
from app.ui.shell.main_window import OPEN_SHIFT, SALE, MainWindow
from app.ui.shell.status_strip import DeviceState, Light, Place
from app.values.errors import UserError
from app.values.ids import Id

if TYPE_CHECKING:
    from app.ui.cashier.build import CashierPages

log = logging.getLogger(__name__)

FIRST_PAINT_MS = 40
"""Time for the first page to be painted before the next ones are made."""
IDLE_MS = 20_000
"""After this long without an action the write-ahead log is folded into the file."""
SCREEN_LANGUAGE = {"zh": CHINESE, "en": ENGLISH}
SETTING_LANGUAGE = {screen: setting for setting, screen in SCREEN_LANGUAGE.items()}


def settle_collector() -> None:
    """Leave what lives as long as the program out of every later search for garbage, and search less often.

    A search through everything takes longer than a frame and would come in the middle of a scan.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


class _Relay(QObject):
    """Brings what happened in other threads to the screen's.

    Signals:
        committed: Topics of a commit.
        printed: What became of a print job.
    """

    committed = Signal(frozenset)
    printed = Signal(object)


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, with the bundled fonts and our theme."""
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(arguments)
    application.setApplicationName("shuke")
    load_fonts()
    apply_theme(application)
    return application


class TillProgram(QObject):
    """Everything that a running till consists of.

    Attributes:
        window: The one window.
        desk: People and drawer; None until the shop is founded.
        session: The open basket; None until the shop is founded.
        scan_filter: Takes scans wherever the focus is.

    Signals:
        ended: The window was closed for good.
    """

    ended = Signal()

    def __init__(self, opened: Opened, *, language: str | None = None, scan_filter: ScanFilter | None = None) -> None:
        super().__init__()
        self._opened, self._asked_language = opened, language
        self._store = opened.store
        self.words = Words()
        self.key_map = KeyMap.default()
        self.window = MainWindow(self.words, self.key_map)
        self.scan_filter = scan_filter or ScanFilter(self)
        self.sounds = Sounds()
        self.jobs = Jobs(self)
        self.bus = ChangeBus(self)
        self.desk: Desk | None = None
        self.session: CheckoutSession | None = None
        self._cashier: CashierPages | None = None
        self.worker: PrintWorker | None = None
        self._print_problem: PrintProblem | None = None
        self._told_job: Id | None = None
        self._relay = _Relay(self)
        self._relay.committed.connect(self._on_committed)
        self._relay.printed.connect(self._on_printed)
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._on_idle)
        self._behind = QTimer(self)
        self._behind.setInterval(FIRST_PAINT_MS)
        self._behind.setSingleShot(True)
        self._behind.timeout.connect(self._on_behind)
        self.window.close_requested.connect(self.close)
        self.crash_hook = CrashHook(lambda: self.window, opened.folder / LOG_NAME, self)
        self.crash_hook.close_requested.connect(self.close)

    def start(self) -> None:
        """Show the first page there is something to do on."""
        self.words.set_language(SCREEN_LANGUAGE[self._asked_language or self._first_language()])
        self.scan_filter.start()
        if self._needs_set_up():
            first = FirstRun(self.window, self.words, self.jobs, self._set_up)
            first.done.connect(self._open_till)
        else:
            self._open_till()

    def close(self) -> None:
        """Print what is being printed, then end; the open basket waits on the disk."""
        self._idle.stop()
        self._behind.stop()
        self.scan_filter.stop()
        self._store.committed = lambda topics: None
        if self.worker is not None:
            self.worker.stop()
        self.jobs.close()
        self._opened.close()
        self.window.allow_close()
        self.ended.emit()

    # Founding

    def _first_language(self) -> str:
        if not has_founded(self._opened):
            return declared.LANGUAGE.default
        return self._opened.settings().get(declared.LANGUAGE)

    def _needs_set_up(self) -> bool:
        if not has_founded(self._opened):
            return True
        with self._store.read() as read:
            return not has_owner(read)

    def _set_up(self, answers: SetUpAnswers) -> None:
        """Found the shop, or give one that was made by an import its owner. Runs on the worker: the hash is slow."""
        language = SETTING_LANGUAGE[answers.language]
        if has_founded(self._opened):
            with self._store.action(self._opened.operator(), "owner") as uow:
                add_owner(uow, StaffDraft(answers.owner_name, Role.OWNER, answers.pin))
                rename_shop(uow, answers.shop_name)
                change_own_language(uow, language)
            return
        draft = FoundingDraft(
            answers.shop_name, owner_name=answers.owner_name, owner_pin=answers.pin, language=language
        )
        found(self._opened, draft)

    # Wiring

    def _open_till(self) -> None:
        refresh_day(self._store)
        now, seen = self._store.clock.now(), self._store.seen_at
        self._store.committed = self._relay.committed.emit
        self.desk = Desk(self._store)
        self.session = CheckoutSession(self._store, self.desk.actor)
        self.desk.moved = self._on_moved
        self._use_settings()
        self._start_printing()
        self.words.language_changed.connect(self._on_language_changed)
        places = Places(self._come_in, self._go_out, lambda: not self._session().view.priced.basket.is_empty)
        self.door = FrontDoor(self.window, self.desk, self.words, self.jobs, places)
        self._show_place()
        self._show_states()
        self.door.show()
        # The pages behind the door are made once the first one is painted: nobody waits for them.
        self._behind.start()
        if seen is not None and now < seen - CLOCK_TOLERANCE:
            self._tell_clock(now, seen)

    @property
    def cashier(self) -> CashierPages | None:
        """The pages behind the door, made now if they were not yet; None until the shop is founded."""
        if self._cashier is None and self.session is not None and self.desk is not None:
            self._cashier = self._build_cashier(self.session, self.desk)
        return self._cashier

    def _build_cashier(self, session: CheckoutSession, desk: Desk) -> CashierPages:
        from app.ui.cashier.build import build_cashier

        pages = build_cashier(
            session, desk, self.words, self.jobs, self.bus, self.scan_filter, self.sounds, self.key_map
        )
        self.window.add_page(SALE, pages.sale)
        self.window.add_page(OPEN_SHIFT, pages.open_shift)
        pages.shift_opened.connect(self._on_shift_opened)
        pages.shift_closed.connect(self._on_shift_closed)
        pages.lock_requested.connect(self.door.lock)
        settle_collector()
        return pages

    def _on_behind(self) -> None:
        assert self.cashier is not None

    def _tell_clock(self, now: datetime, seen: datetime) -> None:
        """Selling goes on; but receipts and reports would carry a wrong time."""

        def said() -> str:
            text = self.tr(
                "The computer's clock seems wrong: it shows {now}, the last entry is of {seen}. "
                "Please check date and time. Selling goes on."
            )
            return text.format(now=self.words.moment(now), seen=self.words.moment(seen))

        self.window.prompter.notice(said, NoticeKind.CAREFUL, stay=True)

    def _session(self) -> CheckoutSession:
        assert self.session is not None
        return self.session

    def _use_settings(self) -> None:
        session = self._session()
        session.reload_settings()
        rules = session.rules
        # Screens write the half-width sign, paper the full-width one.
        self.words.use(zone=rules.zone, sign=sign_of(rules.currency).replace("￥", "¥"), exponent=rules.exponent)

    def _start_printing(self) -> None:
        printing = self._printing_actor()
        with self._store.action(printing, "printing") as uow:
            recover_spool(uow)
            purge_payloads(uow)
        self._used_printer = self._printer()
        self.worker = PrintWorker(
            lambda: self._store.act(self._printing_actor(), "printing"),
            self._used_printer,
            told=self._relay.printed.emit,
            bug=self._report_bug,
        )
        self.worker.start()

    def _printing_actor(self) -> Actor:
        return nobody_at(self._opened.till())

    def _printer(self) -> Printer | None:
        try:
            return printer_of(self._session().settings)
        except UserError as problem:
            log.warning("printer: %s", problem)
            return None

    def _use_printer(self) -> None:
        """Print where the settings say now, from the next paper on."""
        printer = self._printer()
        if self.worker is not None and printer != self._used_printer:
            self._used_printer, self._print_problem = printer, None
            self.worker.use(printer)
            self._show_states()

    def _report_bug(self, problem: Exception) -> None:
        self.crash_hook.report(type(problem), problem, problem.__traceback__)

    # What happens

    def _come_in(self, result: SignInResult) -> None:
        assert self.desk is not None
        assert self.cashier is not None
        assert result.actor is not None
        self.desk.take_place(result.actor)
        if self.desk.shift() is None:
            self.window.show_page(OPEN_SHIFT)
        else:
            self._sell()

    def _sell(self) -> None:
        assert self.cashier is not None
        self.window.show_page(SALE)
        self.cashier.start()

    def _on_shift_opened(self, shift: object) -> None:
        del shift
        self._sell()

    def _on_shift_closed(self) -> None:
        self._go_out()
        self.door.show()

    def _go_out(self) -> None:
        """Nothing of this person is left open for the next one."""
        assert self.desk is not None
        assert self.cashier is not None
        self.cashier.put_away()
        self.desk.sign_out()

    def _on_moved(self, actor: Actor) -> None:
        self._session().actor = actor
        self._show_place()

    def _on_committed(self, topics: frozenset[Topic]) -> None:
        self._idle.start()
        if Topic.PRINTING in topics and self.worker is not None:
            self.worker.wake()
        if Topic.SETTINGS in topics:
            self._use_settings()
            self._use_printer()
        if Topic.SHIFTS in topics:
            self._show_place()
        self.bus.publish(frozenset(topic.value for topic in topics))

    def _on_printed(self, report: JobReport) -> None:
        self._print_problem = report.problem
        self._show_states()
        if self._cashier is not None:
            self._tell_printed(self._cashier, report)
        self.bus.publish(frozenset(topic.value for topic in report.changed))

    def _tell_printed(self, cashier: CashierPages, report: JobReport) -> None:
        """Say once per paper what went wrong; the worker goes on trying by itself."""
        if report.state is JobState.UNKNOWN:
            cashier.offer_unsure_prints()
        elif report.problem is not None and report.job.id != self._told_job:
            cashier.show_printer_problem()
            self._told_job = report.job.id

    def _on_idle(self) -> None:
        self.jobs.run(lambda report: self._store.database.checkpoint(), then=lambda _: None, failed=self._report_bug)

    def _on_language_changed(self, code: str) -> None:
        assert self.desk is not None
        self.desk.set_language(SETTING_LANGUAGE[code])
        self._show_place()
        self._show_states()

    def _show_place(self) -> None:
        desk = self.desk
        if desk is None:
            return
        shift = desk.shift()
        words = self.tr("Shift {number}").format(number=shift.number) if shift else self.tr("No shift")
        till = self.tr("Till {code}").format(code=desk.till_code)
        self.window.status.show_place(Place(desk.shop_name, till, desk.actor.staff_name, words))

    def _show_states(self) -> None:
        settings, problem = self._session().settings, self._print_problem
        self.window.status.show_state(DeviceState("till", Light.OK, self.tr("This till is fine")))
        if not settings.get(declared.PRINTER):
            printer = DeviceState("printer", Light.OFF, self.tr("No printer"))
        elif problem is not None:
            printer = DeviceState("printer", Light.TROUBLE, self.tr("Printer"), self.words.tell(problem_error(problem)))
        else:
            printer = DeviceState("printer", Light.OK, self.tr("Printer"))
        self.window.status.show_state(printer)
        has_drawer = settings.get(declared.DRAWER) and bool(settings.get(declared.PRINTER))
        drawer_words = self.tr("Cash drawer") if has_drawer else self.tr("No drawer")
        self.window.status.show_state(DeviceState("drawer", Light.OK if has_drawer else Light.OFF, drawer_words))
