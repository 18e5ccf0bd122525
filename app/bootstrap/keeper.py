"""Keeps the data safe behind the screens: backups when they are due, a look at the file, a warning in time.

Everything slow happens on a worker of its own, so that neither a scan nor a PIN waits for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.backup.health import BackupHealth, backup_health, is_backup_due
from app.services.backup.set_aside import set_aside_damaged
from app.services.backup.state import load_state
from app.services.backup.watch import Watch
from app.services.common.store import Store
from app.ui.kit.backup_words import last_good_words, warning_words
from app.ui.kit.bus import ChangeBus
from app.ui.kit.jobs import Jobs, Report, Runner
from app.ui.kit.notices import NoticeKind
from app.ui.kit.words import Words
from app.ui.shell.damaged_dialog import DamagedDialog
from app.ui.shell.main_window import MainWindow
from app.ui.shell.status_strip import DeviceState, Light
from app.values.clock import business_date, monotonic
from app.values.errors import ShukeError

if TYPE_CHECKING:
    from app.bootstrap.folder import Opened
    from app.services.backup.watch_file import FileLook

log = logging.getLogger(__name__)

LOOK_MS: Final = 60_000
QUIET: Final = timedelta(minutes=10)
"""So long nobody sold anything before the whole file is looked through: it takes the machine's breath."""
FINISH_S: Final = 20.0
"""So long a backup in the making is waited for when the window is closed; the next start makes it then."""


@dataclass(frozen=True, slots=True)
class News:
    """What one round brought.

    Attributes:
        look: At the file, if there was one.
        has_backup: A backup was made.
    """

    health: BackupHealth
    look: FileLook | None
    has_backup: bool = False


class Till(Protocol):
    """The running till as its keeper sees it."""

    window: MainWindow
    words: Words
    bus: ChangeBus

    def stop(self) -> None:
        """Let nothing write any more."""
        ...

    def close(self) -> None:
        """End."""
        ...


def keep_data(program: Till, opened: Opened, bug: Callable[[Exception], None]) -> Keeper:
    """Keep the data of a till; a damaged file ends its work."""
    keeper = Keeper(opened.store, program.window, program.words, program.bus, bug=bug)

    def stop_for_good(said: str) -> None:
        health = keeper.health
        program.stop()
        note = set_aside_damaged(opened.store.database.path, said, opened.store.clock.now())
        last_good = last_good_words(program.words, health) if health is not None else ""
        dialog = DamagedDialog(note.folder, last_good, program.window)
        dialog.finished.connect(program.close)
        dialog.open()

    def on_damaged(said: str) -> None:
        # The round that found it must be over before its worker is stopped.
        QTimer.singleShot(0, partial(stop_for_good, said))

    keeper.damaged.connect(on_damaged)
    return keeper


class Keeper(QObject):
    """Asked once a minute, and when a shift was closed.

    Attributes:
        health: How it stood when it was last looked at; None before that.

    Signals:
        damaged: SQLite finds the file damaged. arg: its words. Nothing may be stored in it any more.
        looked: A round is over.
    """

    damaged = Signal(str)
    looked = Signal()

    def __init__(
        self,
        store: Store,
        window: MainWindow,
        words: Words,
        bus: ChangeBus,
        *,
        bug: Callable[[Exception], None],
        runner: Runner | None = None,
    ) -> None:
        super().__init__(window)
        self._store, self._window, self._words, self._bug = store, window, words, bug
        self._jobs = Jobs(self) if runner is None else None
        self._runner: Runner = runner or self._jobs  # type: ignore[assignment]
        self.health: BackupHealth | None = None
        self._is_busy = self._is_woken = self._is_closed = False
        self._has_warned = False
        self._acted_at: datetime | None = None
        self._stop_at: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.wake)
        words.language_changed.connect(self._on_language_changed)
        bus.changed.connect(self._on_changed)

    @property
    def is_busy(self) -> bool:
        """Whether a round runs."""
        return self._is_busy

    def begin(self) -> None:
        """Behind the first page: a quick look at the file; backups come with the first minute."""
        self._timer.start()
        self._run(self._first_look)

    def wake(self) -> None:
        """See what is due, now or as soon as the round that runs is over."""
        if self._is_closed:
            return
        if self._is_busy:
            self._is_woken = True
            return
        self._run(self._round)

    def close(self) -> None:
        """Wait a moment for a backup in the making, and do nothing more."""
        self._is_closed, self._stop_at = True, monotonic() + FINISH_S
        self._timer.stop()
        if self._jobs is not None:
            self._jobs.close()

    # On the worker

    def _first_look(self, report: Report) -> News:
        from app.services.backup.watch_file import quick_look

        del report
        return News(backup_health(self._store), quick_look(self._store))

    def _round(self, report: Report) -> News:
        """One thing that is due, the backup first."""
        # Imported here: what seals a backup would hold up the first window.
        from app.services.backup.make import DataDamaged, make_backup
        from app.services.backup.watch_file import night_look, quick_look

        del report
        look: FileLook | None = None
        has_backup = False
        if is_backup_due(self._store):
            try:
                make_backup(self._store, watch=Watch(is_stopped=self._must_stop))
                has_backup = True
            except DataDamaged:
                look = quick_look(self._store)
            except ShukeError as problem:
                log.warning("backup: %s", problem)  # the state keeps it, the screens tell it
        elif self._is_time_to_look_through():
            look = night_look(self._store)
        return News(backup_health(self._store), look, has_backup)

    def _must_stop(self) -> bool:
        return self._stop_at is not None and monotonic() > self._stop_at

    def _is_time_to_look_through(self) -> bool:
        """Once in a business day, while nobody sells: at night, or before the day's first sale."""
        now, day = self._store.clock.now(), self._store.day
        if self._acted_at is not None and now - self._acted_at < QUIET:
            return False
        last = load_state(self._store.database.path.parent).looked_through_at
        if last is None or last > now:
            return True
        return business_date(last, day.zone, day.end_hour) < business_date(now, day.zone, day.end_hour)

    # On the screen's thread

    def _run(self, work: Callable[[Report], News]) -> None:
        self._is_busy = True
        self._runner.run(work, then=self._on_done, failed=self._on_failed)

    def _on_done(self, news: News) -> None:
        self._is_busy = False
        self.health = news.health
        self._show()
        if news.look is not None and not news.look.is_whole:
            self._timer.stop()
            self._is_closed = True
            self.damaged.emit(news.look.damage)
        self._go_on()

    def _on_failed(self, problem: Exception) -> None:
        self._is_busy = False
        if isinstance(problem, ShukeError):
            log.warning("looking after the data: %s", problem)
        else:
            self._bug(problem)
        self._go_on()

    def _go_on(self) -> None:
        self.looked.emit()
        if self._is_woken and not self._is_closed:
            self._is_woken = False
            self.wake()

    def _on_changed(self, topics: object, initiator: object) -> None:
        del topics, initiator
        self._acted_at = self._store.clock.now()

    def _on_language_changed(self) -> None:
        self._show()

    def _show(self) -> None:
        """The light in the strip; and once, when it goes out, a sentence."""
        health = self.health
        if health is None:
            return
        warning = warning_words(self._words, health)
        if warning:
            state = DeviceState("backup", Light.TROUBLE, self.tr("Backup too old"), warning)
        else:
            light = Light.OK if health.last_good is not None else Light.OFF
            state = DeviceState("backup", light, self.tr("Backup"), last_good_words(self._words, health))
        self._window.status.show_state(state)
        if warning and not self._has_warned:
            self._window.prompter.notice(lambda: warning_words(self._words, health), NoticeKind.CAREFUL)
        self._has_warned = bool(warning)
