"""What all presenters of the sale screen share: the session, the screen, and how failures and grants are met."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.services.checkout.values import SaleKind
from app.services.common.permissions import GrantNeeded
from app.ui.cashier import texts
from app.ui.cashier.names import Cue, Mood, PanelName
from app.ui.cashier.texts import Said
from app.values.errors import ShukeError

if TYPE_CHECKING:
    from app.services.checkout.session import CheckoutSession
    from app.services.checkout.session_values import SaleView
    from app.services.checkout.values import PostedSale
    from app.services.common.actor import Grant, Permission

T = TypeVar("T")


class Screen(Protocol):
    """The sale screen as presenters see it."""

    @property
    def top_panel(self) -> PanelName | None:
        """What is open on top."""
        ...

    @property
    def is_done_shown(self) -> bool:
        """Whether the change of the last sale is on the screen."""
        ...

    def show_sale(self, view: SaleView) -> None:
        """Show a basket."""
        ...

    def show_done(self, sale: PostedSale) -> None:
        """Show the change of a committed sale."""
        ...

    def hide_done(self) -> None:
        """The next customer came."""
        ...

    def chosen_line(self) -> int:
        """The number of the chosen line; 0 for none."""
        ...

    def choose_line(self, line_id: int) -> None:
        """Choose the line of that number."""
        ...

    def move_choice(self, step: int) -> None:
        """Choose the line above or below."""
        ...

    def typed_text(self) -> str:
        """What stands in the scan box."""
        ...

    def set_typed(self, text: str) -> None:
        """Put text into the scan box."""
        ...

    def open_panel(self, name: PanelName, *, over: bool = False) -> None:
        """Open a panel, alone or over the one that is open."""
        ...

    def close_panel(self) -> None:
        """One level back."""
        ...

    def close_panels(self) -> None:
        """Back to the lines."""
        ...

    def tell(self, what: Said | ShukeError, mood: Mood, *, stay: bool = False) -> None:
        """Show a sentence that nobody must answer."""
        ...

    def clear_notice(self) -> None:
        """Take the sentence away."""
        ...

    def clear_problem(self) -> None:
        """Take a refusal away; any other sentence stays."""
        ...

    def play(self, cue: Cue) -> None:
        """Sound a tone."""
        ...


class Granter(Protocol):
    """Asks for another person's leave."""

    def ask(self, permission: Permission, then: Callable[[Grant], None]) -> None:
        """Ask for a PIN; `then` gets the grant for one action, or is never called."""
        ...


class Counter:
    """The till's counter: one session, one screen, one way to fail.

    Attributes:
        view: The basket as it was shown last.
    """

    def __init__(self, session: CheckoutSession, screen: Screen) -> None:
        self.session, self.screen = session, screen
        self.view = session.view
        self._granter: Granter | None = None

    def set_granter(self, granter: Granter) -> None:
        """Who asks for leave."""
        self._granter = granter

    def show(self, view: SaleView) -> None:
        """Show a basket."""
        self.view = view
        self.screen.show_sale(view)

    def refresh(self) -> None:
        """Show the session's basket as it is now."""
        self.show(self.session.view)

    def tell(self, what: Said | ShukeError, mood: Mood = Mood.INFO, *, stay: bool = False) -> None:
        """Show a sentence."""
        self.screen.tell(what, mood, stay=stay)

    def attempt(self, work: Callable[[], T]) -> T | None:
        """Do something that may be refused; the refusal is told and None comes back."""
        try:
            return work()
        except ShukeError as problem:
            self.refuse(problem)
            return None

    def refuse(self, why: Said | ShukeError) -> None:
        """Say why something is not done, to eye and ear."""
        self.screen.play(Cue.STOP)
        self.tell(why, Mood.PROBLEM)

    def change(self, work: Callable[[], SaleView]) -> bool:
        """Change the basket and show it; False when it was refused."""
        view = self.attempt(work)
        if view is None:
            return False
        self.show_changed(view)
        return True

    def show_changed(self, view: SaleView) -> None:
        """The basket was changed: what was refused before is history."""
        self.screen.hide_done()
        self.screen.clear_problem()
        self.show(view)

    def with_leave(
        self,
        work: Callable[[Grant | None], T],
        then: Callable[[T], None],
        failed: Callable[[ShukeError], None] | None = None,
    ) -> None:
        """Do something that may need another person's leave; `then` gets the result once it is done."""

        def again(grant: Grant) -> None:
            self._finish(lambda: work(grant), then, failed)

        try:
            result = work(None)
        except GrantNeeded as needed:
            if self._granter is None:
                self.refuse(needed)
            else:
                self._granter.ask(needed.permission, again)
        except ShukeError as problem:
            (failed or self.refuse)(problem)
        else:
            then(result)

    def _finish(
        self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[ShukeError], None] | None
    ) -> None:
        try:
            result = work()
        except ShukeError as problem:
            (failed or self.refuse)(problem)
        else:
            then(result)

    def sold(self, sale: PostedSale) -> None:
        """A sale or refund was committed: show its change. A refund leaves the open basket as it was."""
        self.screen.close_panels()
        self.show(self.session.view if sale.kind is SaleKind.SALE else self.session.refresh_last())
        self.screen.show_done(sale)
        self.screen.clear_notice()
        self.screen.play(Cue.DONE)

    def refused_scan(self, code: str) -> None:
        """A code came while it could mean nothing good."""
        paying = self.screen.top_panel is PanelName.PAYMENT
        self.refuse(texts.said(texts.FINISH_PAYING if paying else texts.FINISH_TASK, code=code))
