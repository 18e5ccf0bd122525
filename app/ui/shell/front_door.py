"""Who may come in: signing in, locking, a forgotten PIN. What happens behind the door is the sale screen's matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject

from app.services.common.actor import Role
from app.services.staff.people import StaffEntry
from app.services.staff.recovery import RecoveryResult
from app.services.staff.sign_in import SignInResult
from app.ui.kit.jobs import Runner
from app.ui.kit.words import Words
from app.ui.shell.main_window import FIRST_RUN, RECOVER, SIGN_IN, MainWindow
from app.ui.shell.recover_view import RecoverView
from app.ui.shell.recovery_code_panel import print_on_panel
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

    def recover(self, staff_id: Id, code: str, new_pin: str) -> RecoveryResult:
        """Choose a new PIN with the code from the paper; slow."""
        ...

    def print_recovery_code(self, code: str, person: str) -> None:
        """Put a code on paper; slow."""
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
        self._view.forgotten_requested.connect(self._on_view_forgotten_requested)
        self._recovers: tuple[Id, str] | None = None
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
        if self._window.current_page() in (SIGN_IN, FIRST_RUN, RECOVER):
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

    # A forgotten PIN

    def _on_view_forgotten_requested(self, staff_id: bytes, name: str) -> None:
        self._recovers = Id(staff_id), name
        self._recover_view().begin(name)
        self._window.show_page(RECOVER)

    def _recover_view(self) -> RecoverView:
        """The page, made when it is first needed."""
        if not self._window.has_page(RECOVER):
            made = RecoverView()
            made.recover_requested.connect(self._on_recover_requested)
            made.closed.connect(self.show)
            made.panel.print_requested.connect(self._on_print_requested)
            made.panel.confirmed.connect(self.show)
            self._window.add_page(RECOVER, made)
        page = self._window.page(RECOVER)
        assert isinstance(page, RecoverView)
        return page

    def _on_recover_requested(self, code: str, pin: str) -> None:
        assert self._recovers is not None
        staff_id = self._recovers[0]
        self._recover_view().show_busy(True)
        self._jobs.run(
            lambda report: self._people.recover(staff_id, code, pin),
            then=self._on_recovered,
            failed=self._on_recover_failed,
        )

    def _on_recovered(self, result: RecoveryResult) -> None:
        view = self._recover_view()
        view.show_busy(False)
        if result.problem is not None:
            view.show_problem(self._words.tell(result.problem))
            return
        self._last = self._recovers[0] if self._recovers is not None else None
        view.show_next_code(result.next_code)

    def _on_recover_failed(self, problem: Exception) -> None:
        view = self._recover_view()
        view.show_busy(False)
        if not isinstance(problem, ShukeError):
            raise problem
        view.show_problem(self._words.tell(problem))

    def _on_print_requested(self) -> None:
        assert self._recovers is not None
        panel, name = self._recover_view().panel, self._recovers[1]
        code = panel.code
        print_on_panel(panel, self._words, self._jobs, lambda: self._people.print_recovery_code(code, name))
