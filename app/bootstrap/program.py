"""A till on the screen: one data directory, one window, one printing thread."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.bootstrap.behind import BehindFirstPage
from app.bootstrap.collector import settle_collector
from app.bootstrap.demo_door import DemoDoor, demo_folder, is_demo, make_demo
from app.bootstrap.first_start import set_up_shop, sign_owner_in
from app.bootstrap.folder import LOG_NAME, Opened, has_founded, refresh_day
from app.bootstrap.keeper import Keeper, keep_data
from app.bootstrap.look import follow_look
from app.bootstrap.office_door import OfficeDoor
from app.bootstrap.printing import Printing
from app.services.checkout.desk import Desk
from app.services.checkout.paper import sign_of
from app.services.checkout.session import CheckoutSession
from app.services.common.actor import Actor
from app.services.common.store import CLOCK_TOLERANCE
from app.services.common.topics import Topic
from app.services.settings import declared
from app.services.staff.people import has_owner
from app.services.staff.sign_in import SignInResult
from app.ui.kit.bus import ChangeBus
from app.ui.kit.fonts import load_fonts
from app.ui.kit.jobs import Jobs, Report
from app.ui.kit.keys import KeyMap
from app.ui.kit.notices import NoticeKind
from app.ui.kit.scan_filter import ScanFilter
from app.ui.kit.sounds import Sounds
from app.ui.kit.theme import apply_theme
from app.ui.kit.words import CHINESE, ENGLISH, Words
from app.ui.owner.context import DemoWish
from app.ui.shell.crash_dialog import CrashHook
from app.ui.shell.first_run import SetUpAnswers
from app.ui.shell.first_run_presenter import FirstRun, Founders
from app.ui.shell.front_door import FrontDoor, Places
from app.ui.shell.main_window import OPEN_SHIFT, SALE, MainWindow
from app.ui.shell.status_strip import Place

if TYPE_CHECKING:
    from app.ui.cashier.build import CashierPages

log = logging.getLogger(__name__)

IDLE_MS = 20_000
"""After this long without an action the write-ahead log is folded into the file."""
SET_UP = "set_up"
"""The page of the office that goes on where the first page ends."""
SCREEN_LANGUAGE = {"zh": CHINESE, "en": ENGLISH}
SETTING_LANGUAGE = {screen: setting for setting, screen in SCREEN_LANGUAGE.items()}


class _Relay(QObject):
    """Brings what happened in other threads to the screen's.

    Signals:
        committed: Topics of a commit.
    """

    committed = Signal(frozenset)


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
        reopen_at: The data directory that is to be opened when this program has ended; None ends everything.
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
        self.office_door: OfficeDoor | None = None
        self.keeper: Keeper | None = None
        self._is_stopped = False
        self.reopen_at: Path | None = None
        self.printing: Printing | None = None
        self._relay = _Relay(self)
        self._relay.committed.connect(self._on_committed)
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._on_idle)
        self._behind = BehindFirstPage(self.window, self._on_behind)
        self.window.close_requested.connect(self.close)
        self.crash_hook = CrashHook(lambda: self.window, opened.folder / LOG_NAME, self)
        self.crash_hook.close_requested.connect(self.close)

    def start(self) -> None:
        """Show the first page there is something to do on."""
        self.words.set_language(SCREEN_LANGUAGE[self._asked_language or self._first_language()])
        self.scan_filter.start()
        if self._needs_set_up():
            self._first = FirstRun(self.window, self.words, self.jobs, Founders(self._set_up, self._make_demo))
            self._first.done.connect(self._on_founded)
            self._first.demo_made.connect(self._on_demo_made)
        else:
            self._open_till()
        if is_demo(self._opened.folder):
            self._demo_door = DemoDoor(self, self._opened.folder)
            self._demo_door.tell_people()

    def close(self) -> None:
        """Print what is being printed, then end; the open basket waits on the disk."""
        self.stop()
        self.window.allow_close()
        self.ended.emit()

    def stop(self) -> None:
        """Let nothing write any more and let go of the file; the window stays."""
        if self._is_stopped:
            return
        self._is_stopped = True
        self._idle.stop()
        self._behind.stop()
        self.scan_filter.stop()
        self._store.committed = lambda topics: None
        if self.printing is not None:
            self.printing.stop()
        if self.office_door is not None:
            self.office_door.close()
        self.jobs.close()
        if self.keeper is not None:
            self.keeper.close()
        self._opened.close()

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
        set_up_shop(self._opened, answers, SETTING_LANGUAGE[answers.language])

    def _on_founded(self, answers: SetUpAnswers) -> None:
        """The owner is here already: they go on with the set-up in the office."""
        self._open_till()
        desk = self.desk
        assert desk is not None
        self.jobs.run(lambda report: sign_owner_in(desk, answers), then=self._begin_set_up, failed=self.report_bug)

    def _begin_set_up(self, result: SignInResult) -> None:
        if result.actor is not None and self.office_door is not None:
            self._come_in(result)
            self.office_door.enter(SET_UP)

    # Demo shop

    def _make_demo(self, report: Report) -> None:
        make_demo(self._opened.folder, self._store.clock.now().astimezone().date(), report)

    def _on_demo_made(self) -> None:
        self.reopen(demo_folder(self._opened.folder))

    def demo_wish(self) -> DemoWish | None:
        """The way into the demo shop; None inside it."""
        return None if is_demo(self._opened.folder) else DemoWish(self._make_demo, self._on_demo_made)

    def reopen(self, folder: Path) -> None:
        """End, and open another data directory in place of this one."""
        self.reopen_at = folder
        QTimer.singleShot(0, self.close)

    # Wiring

    def _open_till(self) -> None:
        refresh_day(self._store)
        now, seen = self._store.clock.now(), self._store.seen_at
        self._store.committed = self._relay.committed.emit
        self.desk = Desk(self._store)
        self.session = CheckoutSession(self._store, self.desk.actor)
        self.desk.moved = self._on_moved
        self._use_settings()
        self.printing = Printing(self, self._opened)
        self.printing.start()
        self.words.language_changed.connect(self._on_language_changed)
        places = Places(self._come_in, self._go_out, lambda: not self._session().view.priced.basket.is_empty)
        self.door = FrontDoor(self.window, self.desk, self.words, self.jobs, places)
        self.office_door = OfficeDoor(self)
        self.window.print_keys = self.desk.print_key_sheet
        self.keeper = keep_data(self, self._opened, self.report_bug)
        self._show_place()
        self.printing.show_states()
        self.door.show()
        # The pages behind the door are made once the first one is painted: nobody waits for them.
        self._behind.ask()
        if seen is not None and now < seen - CLOCK_TOLERANCE:
            self._tell_clock(now, seen)

    @property
    def made_cashier(self) -> CashierPages | None:
        """The pages behind the door, if they were made already."""
        return self._cashier

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
        pages.manual_requested.connect(self.window.show_manual)
        self.scan_filter.scanned.connect(self.window.close_manual)
        pages.open_shift.office_requested.connect(self.window.office_requested)
        settle_collector()
        return pages

    def _on_behind(self) -> None:
        assert self.cashier is not None
        assert self.keeper is not None
        self.keeper.begin()

    def _tell_clock(self, now: datetime, seen: datetime) -> None:
        """Selling goes on; but receipts and reports would carry a wrong time."""

        def said() -> str:
            text = self.tr(
                "The computer's clock seems wrong: it shows {now}, the last entry is of {seen}. "
                "Please check date and time. Selling goes on."
            )
            return text.format(now=self.words.moment(now), seen=self.words.moment(seen))

        self.window.prompter.notice(said, NoticeKind.CAREFUL, stay=True)

    def show_changed(self, topics: frozenset[Topic]) -> None:
        """Let the screens look again at these parts of the shop."""
        self.bus.publish(frozenset(topic.value for topic in topics))

    def _session(self) -> CheckoutSession:
        assert self.session is not None
        return self.session

    def _use_settings(self) -> None:
        session = self._session()
        session.reload_settings()
        follow_look(session.settings)
        rules = session.rules
        # Screens write the half-width sign, paper the full-width one.
        self.words.use(zone=rules.zone, sign=sign_of(rules.currency).replace("￥", "¥"), exponent=rules.exponent)

    def report_bug(self, problem: Exception) -> None:
        """Keep what went wrong for whoever mends it, and say it."""
        self.crash_hook.report(type(problem), problem, problem.__traceback__)

    # What happens

    def _come_in(self, result: SignInResult) -> None:
        assert self.desk is not None
        assert self.cashier is not None
        assert result.actor is not None
        self.desk.take_place(result.actor)
        self.to_till()

    def to_till(self) -> None:
        """Sell, or open the shift first."""
        assert self.desk is not None
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
        if self.keeper is not None:
            self.keeper.wake()
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
        if Topic.PRINTING in topics and self.printing is not None:
            self.printing.wake()
        if Topic.SETTINGS in topics:
            self._use_settings()
            if self.printing is not None:
                self.printing.use_settings()
        if Topic.SHIFTS in topics:
            self._show_place()
        self.show_changed(topics)

    def _on_idle(self) -> None:
        self.jobs.run(lambda report: self._store.database.checkpoint(), then=lambda _: None, failed=self.report_bug)

    def _on_language_changed(self, code: str) -> None:
        assert self.desk is not None
        self.desk.set_language(SETTING_LANGUAGE[code])
        self._show_place()
        if self.printing is not None:
            self.printing.show_states()

    def _show_place(self) -> None:
        desk = self.desk
        if desk is None:
            return
        shift = desk.shift()
        words = self.tr("Shift {number}").format(number=shift.number) if shift else self.tr("No shift")
        till = self.tr("Till {code}").format(code=desk.till_code)
        self.window.status.show_place(Place(desk.shop_name, till, desk.actor.staff_name, words))
        if self.office_door is not None:
            self.office_door.show_entry()
