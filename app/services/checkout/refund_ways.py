"""Which way money goes back: as it came, and never more by one way than that way took in this sale.

Pure. Electronic ways come first, cash pays the rest, rounded as cash is. Worked numbers: docs/refunds.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.services.payments.plan import CashRule, TenderKind
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import ZERO, Money


class NotPaidThatWay(UserError):
    """A way that took nothing in this sale, or has given all of it back."""

    text = QT_TRANSLATE_NOOP(
        "errors", "Nothing can go back that way. Give it back the way it was paid, or in cash with the owner's leave."
    )


@dataclass(frozen=True, slots=True)
class Way:
    """What goes back by one way; above zero."""

    kind: TenderKind
    amount: Money


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sale took by one way, and what of it went back before."""

    kind: TenderKind
    took: Money
    back: Money = ZERO

    @property
    def left(self) -> Money:
        """What can still go back; nothing where leave was given to pay out more."""
        return max(self.took - self.back, ZERO)


@dataclass(frozen=True, slots=True)
class Takings:
    """How a sale was paid, way by way in the order of its rows, and what came back of its total before.

    Attributes:
        given_back: The totals of all refunds so far, before any rounding.
    """

    taken: tuple[Taken, ...] = ()
    given_back: Money = ZERO

    @property
    def left(self) -> Money:
        """What is left of all that was paid."""
        return Money.total(one.took - one.back for one in self.taken)

    @property
    def kinds(self) -> tuple[TenderKind, ...]:
        """Ways by which something can still go back."""
        return tuple(one.kind for one in self.taken if one.left)

    @property
    def left_in_cash(self) -> Money:
        """What cash took and has not given back: more of it is electronic money made into cash."""
        return Money.total(one.left for one in self.taken if one.kind is TenderKind.CASH)

    def ways(
        self, amount: Money, rule: CashRule, *, completes: bool, wish: TenderKind | None = None
    ) -> tuple[Way, ...]:
        """How `amount` goes back.

        Args:
            completes: Nothing of the sale is left after it, so all that is left of what was paid goes back.
            wish: This electronic way before the others, or cash for all of it; None is the way it came.

        Raises:
            NotPaidThatWay
        """
        if wish not in (None, TenderKind.CASH, *self.kinds):
            raise NotPaidThatWay()
        due = self.left if completes else min(amount, self.left)
        made = [] if wish is TenderKind.CASH else self._electronic(due, wish)
        electronic = Money.total(way.amount for way in made)
        most = self.left - electronic
        if wish is not TenderKind.CASH:
            most = min(most, self.left_in_cash)
        cash = rule.payable(most)
        if not completes:
            cash = min(self._rounded_cash(amount, electronic, rule), cash)
        return (*made, Way(TenderKind.CASH, cash)) if cash else tuple(made)

    def _electronic(self, due: Money, wish: TenderKind | None) -> list[Way]:
        made = []
        for one in sorted(self.taken, key=lambda one: one.kind is not wish):
            now = min(one.left, due)
            if one.kind is not TenderKind.CASH and now:
                made.append(Way(one.kind, now))
                due -= now
        return made

    def _rounded_cash(self, amount: Money, electronic: Money, rule: CashRule) -> Money:
        """What all refunds so far come to less what was handed out, rounded: so the roundings telescope."""
        handed_out = Money.total(one.back for one in self.taken) + electronic
        return rule.rounded(max(self.given_back + amount - handed_out, ZERO))
