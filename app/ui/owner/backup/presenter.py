"""What the page of backups does. No Qt widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from app.services.backup.drill import DrillResult, run_drill
from app.services.backup.health import BackupHealth, backup_health
from app.services.backup.make import BackupMade, make_backup
from app.services.backup.show_key import ShownKey, print_key, show_key
from app.services.backup.target import ListedBackup, is_unused, list_backups, target_folder
from app.services.backup.watch import Step, Stopped, Watch
from app.services.devices.protocols import SendResult
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.services.staff.founding import this_till
from app.ui.kit.jobs import Job, Report
from app.ui.kit.notices import NoticeKind
from app.ui.owner.backup import texts
from app.ui.owner.backup.texts import made_words, office
from app.ui.owner.context import OfficeContext
from app.values.errors import DeviceError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Overview:
    """How it stands.

    Attributes:
        backups: Those of this till, newest first; what their headers say.
    """

    health: BackupHealth
    backups: tuple[ListedBackup, ...]


class BackupScreen(Protocol):
    """What the presenter asks of the page."""

    def show_overview(self, overview: Overview) -> None:
        """How it stands."""

    def show_working(self, is_working: bool) -> None:
        """A backup or drill runs, or none."""

    def follow(self, job: Job, step_of: Callable[[], Step]) -> None:
        """Show how far it is."""

    def show_key(self, key: ShownKey) -> None:
        """The key, to be copied by hand."""


class BackupPresenter:
    """Decides; everything slow runs on the worker for devices, so that nobody's PIN waits for it."""

    def __init__(self, context: OfficeContext, page: BackupScreen) -> None:
        self._context, self._page = context, page
        self._store = context.office.store
        self._step = Step.COPY
        self.is_working = False

    @property
    def folder(self) -> Path:
        """Where backups go."""
        return target_folder(self._context.settings(), self._data_folder)

    @property
    def _data_folder(self) -> Path:
        return self._store.database.path.parent

    def look(self) -> None:
        """Read how it stands; a share that does not answer must not hold the screen up."""

        def work(report: Report) -> Overview:
            del report
            health = backup_health(self._store)
            return Overview(health, self._listed(Path(health.folder)))

        self._context.jobs.run(work, then=self._page.show_overview, failed=self._context.tell, uses_db=False)

    def make(self) -> None:
        """Back up now."""

        def work(report: Report) -> BackupMade:
            return make_backup(self._store, watch=self._watch(report))

        self._run(work, self._on_made)

    def drill(self) -> None:
        """Try whether the newest backup would come back."""

        def work(report: Report) -> DrillResult:
            return run_drill(self._store, watch=self._watch(report))

        self._run(work, self._on_drilled)

    def stopped(self) -> None:
        """Somebody pressed Stop; what was begun is thrown away."""
        self._end()
        self._context.prompter.notice(office(texts.STOPPED), NoticeKind.INFO)

    def choose_folder(self, folder: Path | None) -> None:
        """Let backups go to a folder; None is the one beside the data."""
        before = self._context.settings().get(declared.BACKUP_FOLDER)
        chosen = "" if folder is None or folder == self._data_folder / "backups" else str(folder)
        if self._choose(chosen):
            said = texts.FOLDER_CHOSEN if chosen else texts.FOLDER_DEFAULT
            self._context.offer_undo(lambda: office(said).format(folder=chosen), lambda: self._choose(before))

    def show_key(self) -> None:
        """The key on the screen; the audit notes who saw it."""
        with self._context.told():
            self._page.show_key(show_key(self._store, self._context.actor))
            self.look()

    def print_key(self) -> None:
        """The key on receipt paper; the audit notes who printed it."""
        actor = self._context.actor

        def work(report: Report) -> SendResult:
            del report
            return print_key(self._store, actor)

        self._context.jobs.run(work, then=self._on_key_printed, failed=self._context.tell, uses_db=False)

    # Within

    def _listed(self, folder: Path) -> tuple[ListedBackup, ...]:
        if is_unused(folder, self._data_folder):
            return ()
        with self._context.read() as read:
            till = this_till(read)
        try:
            return list_backups(folder, till=till)
        except DeviceError:
            return ()  # the health says that the folder is not there

    def _watch(self, report: Report) -> Watch:
        def tell(step: Step, done: int, total: int) -> None:
            self._step = step
            report(done, total)

        return Watch(tell, report.cancelled)

    def _run(self, work: Callable[[Report], T], then: Callable[[T], None]) -> None:
        if self.is_working:
            return
        self.is_working, self._step = True, Step.COPY
        self._page.show_working(True)

        def done(answer: T) -> None:
            self._end()
            then(answer)

        def failed(problem: Exception) -> None:
            self._end()
            if not isinstance(problem, Stopped):
                self._context.tell(problem)

        job = self._context.jobs.run(work, then=done, failed=failed, uses_db=False)
        if self.is_working:
            self._page.follow(job, lambda: self._step)

    def _end(self) -> None:
        self.is_working = False
        self._page.show_working(False)
        self.look()

    def _on_made(self, made: BackupMade) -> None:
        self._context.offer_undo(lambda: made_words(made), None)

    def _on_drilled(self, result: DrillResult) -> None:
        kind = NoticeKind.GOOD if result.is_good else NoticeKind.PROBLEM
        words = self._context.words
        note = backup_health(self._store).last_drill
        self._context.prompter.notice(lambda: texts.drill_words(words, note)[0], kind)

    def _on_key_printed(self, result: SendResult) -> None:
        del result
        self._context.offer_undo(lambda: office(texts.KEY_PRINTED), None)
        self.look()

    def _choose(self, folder: str) -> bool:
        is_done = False
        with self._context.told():
            with self._context.action("setting") as uow:
                change_setting(uow, declared.BACKUP_FOLDER.key, folder)
            is_done = True
        self.look()
        return is_done
