"""Paying as a pure value: tenders are added until nothing remains; rounding is a row of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import ZERO, Money
from app.values.rounding import CashRounding, round_to_step

MOST_GIVEN = Money(100_000_000)
MOST_TENDERS = 20
MOST_REFERENCE = 64


class TenderKind(StrEnum):
    """A way of paying, as it is stored; words for people live on the top floor."""

    CASH = "cash"
    CARD = "card"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    ROUNDING = "rounding"


class BadAmount(UserError):
    """An amount nobody can pay with."""

    text = QT_TRANSLATE_NOOP("errors", "Please type an amount above zero and not above {most}.")


class TooMuch(UserError):
    """Only cash gives change."""

    text = QT_TRANSLATE_NOOP("errors", "Only {remaining} remains to be paid; this way of paying gives no change.")


class TooManyTenders(UserError):
    """Every list has a limit."""

    text = QT_TRANSLATE_NOOP("errors", "That is too many part payments. Remove one first.")


@dataclass(frozen=True, slots=True)
class CashRule:
    """How cash meets the smallest coin: `step` minor units, and which way."""

    step: int = 1
    mode: CashRounding = CashRounding.NEAREST

    def rounded(self, amount: Money) -> Money:
        """The amount that can be paid in cash."""
        return Money(round_to_step(amount.minor, self.step, self.mode))


@dataclass(frozen=True, slots=True)
class Tender:
    """One row of paying.

    Attributes:
        amount: What it settles of the total; the rows add up to the total.
        given: What the customer handed over.
        change: What came back.
        reference: What the cashier noted of an electronic payment.
    """

    kind: TenderKind
    amount: Money
    given: Money
    change: Money = ZERO
    reference: str = ""


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """What is to be paid and how far it is."""

    total: Money
    cash: CashRule = CashRule()
    tenders: tuple[Tender, ...] = ()

    @property
    def remaining(self) -> Money:
        """What the tenders have not settled yet."""
        return self.total - Money.total(tender.amount for tender in self.tenders)

    @property
    def cash_due(self) -> Money:
        """What remains, as cash can pay it."""
        return self.cash.rounded(self.remaining)

    @property
    def is_settled(self) -> bool:
        """Nothing remains."""
        return not self.remaining

    @property
    def change(self) -> Money:
        """What goes back to the customer."""
        return Money.total(tender.change for tender in self.tenders)

    @property
    def given(self) -> Money:
        """What the customer handed over in all."""
        return Money.total(tender.given for tender in self.tenders)

    @property
    def rounding(self) -> Money:
        """What rounding settles: above zero in the customer's favour."""
        return Money.total(tender.amount for tender in self.tenders if tender.kind is TenderKind.ROUNDING)

    def with_cash(self, given: Money | None = None) -> PaymentPlan:
        """Take cash; None is the exact sum. Less than is due is a part payment.

        Raises:
            BadAmount, TooManyTenders
        """
        due = self.cash_due
        handed = due if given is None else given
        if handed > MOST_GIVEN or (handed.minor <= 0 and due):
            raise BadAmount(most=MOST_GIVEN)
        if handed < due:
            return self._with(Tender(TenderKind.CASH, handed, handed))
        remaining = self.remaining
        plan = self._with(Tender(TenderKind.CASH, due, handed, handed - due)) if handed else self
        rounding = remaining - due
        return plan._with(Tender(TenderKind.ROUNDING, rounding, ZERO)) if rounding else plan

    def with_other(self, kind: TenderKind, amount: Money | None = None, reference: str = "") -> PaymentPlan:
        """Take a card or a mobile payment that was made on another device; None is all that remains.

        Raises:
            BadAmount, TooMuch, TooManyTenders
        """
        if kind in (TenderKind.CASH, TenderKind.ROUNDING):
            raise ValueError(f"{kind} is not noted this way")
        paid = self.remaining if amount is None else amount
        if paid.minor <= 0:
            raise BadAmount(most=self.remaining)
        if paid > self.remaining:
            raise TooMuch(remaining=self.remaining)
        return self._with(Tender(kind, paid, paid, reference=reference.strip()[:MOST_REFERENCE]))

    def without_last(self) -> PaymentPlan:
        """Take back the last part payment."""
        return replace(self, tenders=self.tenders[:-1])

    def _with(self, tender: Tender) -> PaymentPlan:
        if len(self.tenders) >= MOST_TENDERS:
            raise TooManyTenders()
        return replace(self, tenders=(*self.tenders, tender))
