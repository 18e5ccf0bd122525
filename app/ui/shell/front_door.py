"""Who may come in: first run, signing in, locking. What happens behind the door is the sale screen's matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.services.common.actor import Role
from app.services.staff.people import StaffEntry
from app.services.staff.sign_in import SignInResult
from app.ui.kit.jobs import Runner
from app.ui.kit.words import Words
from app.ui.shell.first_run import FirstRunView, SetUpAnswers
from app.ui.shell.main_window import FIRST_RUN, SIGN_IN, MainWindow
from app.ui.shell.sign_in import SignInView, StaffChoice
from app.values.errors import ShukeError
from app.values.ids import Id


class People(Protocol):
    """What the door asks of the desk."""

    shop_name: str

    def staff(self) -> tuple[StaffEntry, ...]:
        """Who can sign in."""
        ...

    def sign_in(self, staff_id: Id, pin: str) -> SignInResult:
        """Check a PIN; slow."""
        ...


@dataclass(frozen=True, slots=True)
class Places:
    """What the door calls when somebody passes it.

    Attributes:
        come_in: Somebody signed in.
        go_out: The till was locked.
        holds_basket: Whether an open basket waits.
    """

    come_in: Callable[[SignInResult], None]
    go_out: Callable[[], None]
    holds_basket: Callable[[], bool]


class FrontDoor(QObject):
    """Presenter of the sign-in page."""

    def __init__(self, window: MainWindow, people: People, words: Words, jobs: Runner, places: Places) -> None:
        super().__init__(window)
        self._window, self._people, self._words, self._jobs, self._places = window, people, words, jobs, places
        self._last: Id | None = None
        self._view = SignInView(words)
        window.add_page(SIGN_IN, self._view)
        self._view.sign_in_requested.connect(self._on_view_sign_in_requested)
        self._view.language_toggle_requested.connect(words.toggle_language)
        words.language_changed.connect(self._on_words_language_changed)
        window.lock_requested.connect(self.lock)

    def show(self) -> None:
        """Ask who is there."""
        self._view.show_shop(self._people.shop_name)
        self._offer()
        self._view.show_basket_kept(self._places.holds_basket())
        self._view.clear_pin()
        self._window.show_page(SIGN_IN)

    def lock(self) -> None:
        """Leave the till without leaving the basket."""
        if self._window.current_page() in (SIGN_IN, FIRST_RUN):
            return
        self._places.go_out()
        self.show()

    def _offer(self, chosen: bytes | None = None) -> None:
        roles = {Role.OWNER: self.tr("Owner"), Role.CASHIER: self.tr("Cashier")}
        choices = [StaffChoice(entry.staff_id, entry.name, roles[entry.role]) for entry in self._people.staff()]
        self._view.show_staff(choices, chosen or self._last)

    def _on_view_sign_in_requested(self, staff_id: bytes, pin: str) -> None:
        self._view.show_busy(True)
        wanted = Id(staff_id)
        self._jobs.run(
            lambda report: self._people.sign_in(wanted, pin),
            then=lambda result: self._answered(wanted, result),
            failed=self._failed,
        )

    def _answered(self, staff_id: Id, result: SignInResult) -> None:
        self._view.show_busy(False)
        if result.actor is None:
            assert result.problem is not None
            self._view.show_problem(self._words.tell(result.problem))
            return
        self._last = staff_id
        self._view.clear_pin()
        self._places.come_in(result)

    def _failed(self, problem: Exception) -> None:
        self._view.show_busy(False)
        if not isinstance(problem, ShukeError):
            raise problem
        self._view.show_problem(self._words.tell(problem))

    def _on_words_language_changed(self, code: str) -> None:
        del code
        if self._window.current_page() == SIGN_IN:
            chosen = self._view.chosen()
            self._offer(chosen.staff_id if chosen is not None else None)


class FirstRun(QObject):
    """Presenter of the page that an empty directory opens with.

    Signals:
        done: The shop is founded.
    """

    done = Signal()

    def __init__(
        self,
        window: MainWindow,
        words: Words,
        jobs: Runner,
        found: Callable[[SetUpAnswers], None],
    ) -> None:
        super().__init__(window)
        self._words, self._jobs, self._found = words, jobs, found
        self._view = FirstRunView(words)
        window.add_page(FIRST_RUN, self._view)
        self._view.set_up_requested.connect(self._on_view_set_up_requested)
        window.show_page(FIRST_RUN)

    def _on_view_set_up_requested(self, answers: SetUpAnswers) -> None:
        self._view.show_busy(True)
        self._jobs.run(lambda report: self._found(answers), then=self._founded, failed=self._failed)

    def _founded(self, _: None) -> None:
        self._view.show_busy(False)
        self.done.emit()

    def _failed(self, problem: Exception) -> None:
        self._view.show_busy(False)
        if not isinstance(problem, ShukeError):
            raise problem
        self._view.show_problem(self._words.tell(problem))
