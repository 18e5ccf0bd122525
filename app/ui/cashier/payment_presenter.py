"""Taking the money: digits are always the amount, Enter is cash, and nothing is paid twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.services.checkout.post import AlreadySold
from app.services.payments.plan import BelowSmallestCoin, CashDue, PaymentPlan, TenderKind
from app.ui.cashier import texts
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import Cue, Mood, PanelName
from app.ui.cashier.texts import Said, said
from app.values.errors import ShukeError, UserError
from app.values.money import Money


@dataclass(frozen=True, slots=True)
class Preview:
    """What Enter would do now.

    Attributes:
        change: Goes back to the customer; None when the amount is only a part.
        remaining: Still to pay after it.
        due: What cash must come to, where the amount lies just below it; nothing can be taken then.
    """

    change: Money | None
    remaining: Money
    due: Money | None = None


class PaymentScreen(Protocol):
    """The payment panel as its presenter sees it."""

    def show_plan(self, plan: PaymentPlan) -> None:
        """Show what is due and what was taken; empty the amount."""
        ...

    def show_preview(self, preview: Preview | None) -> None:
        """Show what Enter would do; None for an amount that cannot be taken."""
        ...

    def amount(self) -> Money | None:
        """What was typed; None for nothing."""
        ...

    def set_amount(self, amount: Money | None) -> None:
        """Put an amount into the field."""
        ...

    def ask_reference(self, kind: TenderKind, amount: Money) -> None:
        """Ask for the optional number of an electronic payment."""
        ...

    def leave_reference(self) -> None:
        """Back to the amount."""
        ...

    def reference(self) -> str:
        """What was noted."""
        ...

    def show_careful(self, what: Said | ShukeError | None) -> None:
        """Say what must be looked at before Enter is pressed again; None for nothing."""
        ...


class PaymentPresenter:
    """Builds a plan tender by tender and pays once it is settled."""

    def __init__(self, counter: Counter, screen: PaymentScreen) -> None:
        self._counter, self._screen = counter, screen
        self._plan: PaymentPlan | None = None
        self._kind: TenderKind | None = None
        self._other_amount: Money | None = None
        self._confirmed: PaymentPlan | None = None

    @property
    def plan(self) -> PaymentPlan | None:
        """How far paying is; None while nobody pays."""
        return self._plan

    def start(self, plan: PaymentPlan) -> None:
        """Open the panel for a basket."""
        self._show(plan)
        self._counter.screen.open_panel(PanelName.PAYMENT)

    def on_amount_changed(self, amount: Money | None) -> None:
        """Another amount stands in the field."""
        self._confirmed = None
        self._show_preview(amount)

    def on_note(self, note: Money) -> None:
        """A banknote was tapped: it adds to what was handed over."""
        typed = self._screen.amount()
        self._screen.set_amount(note if typed is None else typed + note)

    def on_enter(self) -> None:
        """Cash, or the electronic payment that waits for its number."""
        plan = self._plan
        if plan is None:
            return
        if self._kind is not None:
            self._take_other(plan, self._kind)
            return
        taken = self._try(lambda: plan.with_cash(self._screen.amount()))
        if taken is not None and not self._asks_again(taken):
            self._go_on(taken)

    def on_other(self, kind: TenderKind) -> None:
        """A card or a mobile payment of the typed amount, or of all that remains."""
        plan = self._plan
        if plan is None or (kind is self._kind and self._kind is not None):
            return
        amount = self._other_amount if self._kind is not None else self._screen.amount()
        if self._try(lambda: plan.with_other(kind, amount)) is None:
            return
        self._kind, self._other_amount = kind, amount
        self._screen.show_careful(None)
        self._screen.ask_reference(kind, plan.remaining if amount is None else amount)

    def on_remove_last(self) -> None:
        """Take back the last part payment."""
        if self._plan is not None and self._plan.tenders:
            self._show(self._plan.without_last())

    def put_away(self) -> None:
        """Somebody else comes to the till; nothing was taken yet."""
        self._plan = None
        self._leave_reference()

    def back(self) -> bool:
        """Esc: from the number to the amount; False when the panel itself should close."""
        if self._kind is None:
            self._plan = None
            return False
        self._leave_reference()
        return True

    def _take_other(self, plan: PaymentPlan, kind: TenderKind) -> None:
        taken = self._try(lambda: plan.with_other(kind, self._other_amount, self._screen.reference()))
        if taken is not None:
            self._leave_reference()
            self._go_on(taken)

    def _go_on(self, plan: PaymentPlan) -> None:
        if not plan.is_settled:
            self._show(plan)
            return
        try:
            sale = self._counter.session.pay(plan)
        except AlreadySold as problem:
            self._leave_for_lines(problem)
        except ShukeError as problem:
            self._counter.refuse(problem)
        else:
            self._plan = None
            self._counter.sold(sale)

    def _leave_for_lines(self, problem: AlreadySold) -> None:
        """Part of the basket is paid: the cashier must take lines away, and reads which sale it was meanwhile."""
        self._plan = None
        self._counter.screen.close_panels()
        self._counter.refresh()
        self._counter.screen.play(Cue.STOP)
        self._counter.tell(problem, Mood.PROBLEM, stay=True)

    def _asks_again(self, taken: PaymentPlan) -> bool:
        """Change over the largest note is a slip of the finger more often than not."""
        if taken.change <= self._counter.session.largest_note() or self._confirmed == taken:
            return False
        self._confirmed = taken
        self._counter.screen.clear_notice()
        given = next(tender.given for tender in reversed(taken.tenders) if tender.kind is TenderKind.CASH)
        self._screen.show_careful(said(texts.CHANGE_IS_LARGE, change=taken.change, given=given))
        return True

    def _show_preview(self, amount: Money | None) -> None:
        """Say what Enter would do with an amount, or why it could do nothing."""
        plan, preview, why = self._plan, None, None
        if plan is None:
            return
        try:
            taken = plan.with_cash(amount)
            preview = Preview(taken.change if taken.is_settled else None, taken.remaining)
        except CashDue:
            preview = Preview(None, plan.remaining, due=plan.cash_due)
        except BelowSmallestCoin as problem:
            why = problem
        except UserError:
            pass  # the panel asks for another amount
        self._screen.show_careful(why)
        self._screen.show_preview(preview)

    def _try(self, work: Callable[[], PaymentPlan]) -> PaymentPlan | None:
        try:
            return work()
        except UserError as problem:
            self._screen.show_careful(problem)
            return None

    def _show(self, plan: PaymentPlan) -> None:
        self._plan, self._kind, self._other_amount, self._confirmed = plan, None, None, None
        self._screen.leave_reference()
        self._screen.show_plan(plan)
        self._show_preview(None)

    def _leave_reference(self) -> None:
        self._kind, self._other_amount = None, None
        self._screen.leave_reference()
