"""What every page of the back office is given."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from app.services.checkout.desk import Desk
from app.services.common.actor import Actor
from app.services.common.office import Office
from app.services.common.uow import Reader, UnitOfWork
from app.services.settings.service import Settings, load_settings
from app.ui.kit.bus import ChangeBus
from app.ui.kit.jobs import Report, Runner
from app.ui.kit.keys import KeyMap
from app.ui.kit.notices import NoticeKind
from app.ui.kit.prompter import Prompter
from app.ui.kit.scan_filter import ScanFilter
from app.ui.kit.words import Words
from app.values.errors import ShukeError

Said = str | Callable[[], str]


@dataclass(frozen=True, slots=True)
class DemoWish:
    """How the demo shop is made, on a worker, and opened in place of this one."""

    make: Callable[[Report], None]
    open: Callable[[], None]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class OfficeContext:
    """Services and tools of the office.

    Attributes:
        office: The checked door to the data file.
        desk: People and drawer of this till.
        jobs: Long work that writes (an import, a backup); one piece after the other.
        reading: Lists and figures; does not wait behind `jobs`.
        bus: Tells which topics a commit changed.
        prompter: Notices and questions.
        go: Opens a page of the office by its key; the subject is handed to its `opened`.
        has_page: Whether the office has a page of that key for this person.
        offer_undo: Says what was done in the bar at the foot, with the way back.
        demo: The way into the demo shop; None inside it.
        refund: Leaves the office for the till's refund of the receipt with that number; None where there is no till.
    """

    office: Office
    desk: Desk
    words: Words
    jobs: Runner
    reading: Runner
    bus: ChangeBus
    prompter: Prompter
    key_map: KeyMap
    scan_filter: ScanFilter
    go: Callable[[str, object], None] = field(default=lambda key, subject: None)
    has_page: Callable[[str], bool] = field(default=lambda key: False)
    offer_undo: Callable[[Said, Callable[[], object] | None], None] = field(default=lambda said, undo: None)
    demo: DemoWish | None = None
    refund: Callable[[str], None] | None = None

    @property
    def actor(self) -> Actor:
        """Who is here."""
        return self.office.actor

    def read(self) -> AbstractContextManager[Reader]:
        """A snapshot to read from, on any thread: `with context.read() as read: list_goods(read, ...)`."""
        return self.office.read()

    def action(self, kind: str) -> AbstractContextManager[UnitOfWork]:
        """One user action, committed when the block ends: `with context.action("product") as uow: ...`."""
        return self.office.action(kind)

    def settings(self) -> Settings:
        """The shop's choices of this moment."""
        with self.office.read() as read:
            return load_settings(read, scope=self.office.actor.till_id.hex())

    def tell(self, problem: Exception) -> None:
        """Say a failure in the bar at the top; what is no failure of ours is a bug and goes on as one."""
        if not isinstance(problem, ShukeError):
            raise problem
        self.prompter.notice(lambda: self.words.tell(problem), NoticeKind.PROBLEM)

    def told(self) -> Told:
        """Say a failure of the block in the bar at the top; the code after the block goes on."""
        return Told(self.tell)


class Told:
    """A block whose failures are said; bugs go on as bugs."""

    def __init__(self, tell: Callable[[Exception], None]) -> None:
        self._tell = tell

    def __enter__(self) -> Told:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: object) -> bool:
        del kind, trace
        if not isinstance(problem, ShukeError):
            return False
        self._tell(problem)
        return True
