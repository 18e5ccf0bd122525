"""Paying as a pure value: tenders are added until nothing remains; rounding is a row of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import ZERO, Money
from app.values.rounding import CashRounding, round_to_step
from app.values.text import fold_width

MOST_GIVEN = Money(100_000_000)
MOST_TENDERS = 20
MOST_REFERENCE = 32


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


class CashDue(UserError):
    """Between what remains and what cash must pay where the shop rounds up."""

    text = QT_TRANSLATE_NOOP("errors", "In cash {due} is due.")


class BelowSmallestCoin(UserError):
    """The rest of a part payment that no coin can pay; forgiving it would be a discount."""

    text = QT_TRANSLATE_NOOP(
        "errors", "{remaining} is less than the smallest coin. Please take it the same way as the rest."
    )


class BadTenders(UserError):
    """Rows that no paying can produce."""

    text = QT_TRANSLATE_NOOP("errors", "These payments do not fit together. Please go back and take the money again.")


@dataclass(frozen=True, slots=True)
class CashRule:
    """How cash meets the smallest coin: `step` minor units, and which way."""

    step: int = 1
    mode: CashRounding = CashRounding.NEAREST

    def rounded(self, amount: Money) -> Money:
        """The amount that can be paid in cash."""
        return Money(round_to_step(amount.minor, self.step, self.mode))

    def payable(self, amount: Money) -> Money:
        """The amount as coins can give it back: rounded, but never above it."""
        rounded = self.rounded(amount)
        return rounded if rounded <= amount else Money(round_to_step(amount.minor, self.step, CashRounding.DOWN))


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


def clean_reference(typed: str) -> str:
    """The number of an electronic payment as it may stand in a fact: letters, digits and hyphens, no words."""
    kept = (char for char in fold_width(typed) if char.isascii() and (char.isalnum() or char == "-"))
    return "".join(kept)[:MOST_REFERENCE]


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
            BadAmount, CashDue, BelowSmallestCoin, TooManyTenders
        """
        remaining, due = self.remaining, self.cash_due
        if not remaining:
            return self
        if not due and self.tenders and all(tender.kind is not TenderKind.CASH for tender in self.tenders):
            raise BelowSmallestCoin(remaining=remaining)
        handed = due if given is None else given
        if handed > MOST_GIVEN or (handed.minor <= 0 and due):
            raise BadAmount(most=MOST_GIVEN)
        if handed < remaining and handed < due:
            return self._with(Tender(TenderKind.CASH, handed, handed))
        if handed < due:
            raise CashDue(due=due)
        plan = self._with(Tender(TenderKind.CASH, due, handed, handed - due)) if due else self
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
        return self._with(Tender(kind, paid, paid, reference=clean_reference(reference)))

    def without_last(self) -> PaymentPlan:
        """Take back the last part payment."""
        return replace(self, tenders=self.tenders[:-1])

    def _with(self, tender: Tender) -> PaymentPlan:
        if len(self.tenders) >= MOST_TENDERS:
            raise TooManyTenders()
        return replace(self, tenders=(*self.tenders, tender))


def check_tenders(total: Money, tenders: tuple[Tender, ...], rule: CashRule) -> None:
    """Pass if these rows can be how a sale was paid; the last look before they are written.

    Raises:
        BadTenders: an amount below zero, change that is not cash, rounding beyond the rule or beside no cash.
    """
    paid = [tender for tender in tenders if tender.kind is not TenderKind.ROUNDING]
    rounding = [tender for tender in tenders if tender.kind is TenderKind.ROUNDING]
    sound = all(_is_sound(tender) for tender in paid) and len(rounding) <= 1
    if rounding:
        by_cash = any(tender.kind is TenderKind.CASH and tender.amount for tender in paid)
        row = rounding[0]
        small = abs(row.amount.minor) < rule.step
        sound = sound and small and not row.given and not row.change and (by_cash or row.amount == total)
    if not sound or Money.total(tender.amount for tender in tenders) != total:
        raise BadTenders()


def _is_sound(tender: Tender) -> bool:
    change_fits = tender.change.minor >= 0 and (tender.kind is TenderKind.CASH or not tender.change)
    return tender.amount.minor > 0 and change_fits and tender.amount == tender.given - tender.change
