"""One person's leave for one action of another: a PIN is asked for, used once and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from app.services.common.actor import Grant, Permission
from app.ui.cashier.names import PanelName
from app.values.errors import ShukeError

if TYPE_CHECKING:
    from app.services.checkout.desk import Desk
    from app.ui.cashier.counter import Counter
    from app.ui.kit.jobs import Report, Runner


class GrantScreen(Protocol):
    """The PIN panel as its presenter sees it."""

    def ask(self, permission: Permission) -> None:
        """Say what leave is asked for; the PIN is empty."""
        ...

    def show_busy(self, is_busy: bool) -> None:
        """A PIN is being checked."""
        ...

    def show_refusal(self, problem: ShukeError) -> None:
        """Say why not; the PIN is empty again."""
        ...


class GrantPresenter:
    """Asks for a PIN; what was to be done is done with the grant, or not at all."""

    def __init__(
        self, counter: Counter, desk: Desk, jobs: Runner, screen: GrantScreen, pause: Callable[[bool], None]
    ) -> None:
        """`pause` keeps scans waiting while a PIN is checked."""
        self._counter, self._desk, self._jobs, self._screen, self._pause = counter, desk, jobs, screen, pause
        self._permission: Permission | None = None
        self._then: Callable[[Grant], None] | None = None
        self._is_checking = False

    def ask(self, permission: Permission, then: Callable[[Grant], None]) -> None:
        """Open the panel over what is open."""
        self._permission, self._then = permission, then
        self._screen.ask(permission)
        self._counter.screen.open_panel(PanelName.GRANT, over=True)

    def on_pin(self, pin: str) -> None:
        """A PIN was typed and confirmed."""
        permission = self._permission
        if permission is None or self._is_checking:
            return
        self._set_checking(True)

        def work(report: Report) -> Grant:
            del report
            return self._desk.grant(pin, permission)

        then = self._then
        self._jobs.run(
            work,
            then=lambda grant: self._on_granted(grant, then),
            failed=lambda problem: self._on_failed(problem, then),
        )

    def back(self) -> bool:
        """Esc: nothing is done. While a PIN is being checked the panel stays."""
        if self._is_checking:
            return True
        self._permission = self._then = None
        return False

    def put_away(self) -> None:
        """Somebody else comes to the till: an answer that is still awaited does nothing any more."""
        self._permission = self._then = None

    def _on_granted(self, grant: Grant, then: Callable[[Grant], None] | None) -> None:
        if then is None or then is not self._then:
            self._set_checking(False)
            return
        self._then = self._permission = None
        self._counter.screen.close_panel()
        self._set_checking(False, then=lambda: then(grant))

    def _on_failed(self, problem: Exception, then: Callable[[Grant], None] | None) -> None:
        is_awaited = then is not None and then is self._then
        self._set_checking(False)
        if not isinstance(problem, ShukeError):
            raise problem
        if is_awaited:
            self._screen.show_refusal(problem)

    def _set_checking(self, is_checking: bool, then: Callable[[], None] = lambda: None) -> None:
        """Scans wait while a PIN is checked, and until what it was for is done."""
        self._is_checking = is_checking
        self._screen.show_busy(is_checking)
        if is_checking:
            self._pause(True)
            return
        try:
            then()
        finally:
            self._pause(False)
