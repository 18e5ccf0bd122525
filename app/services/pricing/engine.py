"""The price of a whole basket, every time from the start; of lines that have not changed only the tax is asked again.

unit price (shelf, member, label, typed) -> line rules -> tax split. The order and the worked numbers are in
docs/pricing.md. Nothing is rounded twice: a line is rounded once, shares are split by largest remainder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from app.services.catalogue.items import TaxKind
from app.services.pricing.basket import Basket, BasketLine
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.money import ZERO, Money
from app.values.quantity import Quantity
from app.values.remembered import Remembered
from app.values.rounding import divide_half_up, split_largest_remainder


class PriceSource(StrEnum):
    """Where a line's price comes from."""

    SHELF = "shelf"
    MEMBER = "member"
    LABEL = "label"
    TYPED = "typed"
    MISSING = "missing"


REASONS = {
    PriceSource.MEMBER: QT_TRANSLATE_NOOP("reasons", "Member price"),
    PriceSource.TYPED: QT_TRANSLATE_NOOP("reasons", "Price changed"),
}
"""Why a line costs less than its shelf price."""


@dataclass(frozen=True, slots=True)
class Discount:
    """What one rule took off one line.

    Attributes:
        rule: `member` or `typed`; promotions add theirs.
        label: Marked source text of the reason.
        amount: Positive.
    """

    rule: str
    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its price.

    Attributes:
        list_price: What the shelf says for one unit.
        unit_price: What is asked for one unit.
        gross: list_price times quantity, or what the label says.
        net: gross less discounts; contains inclusive tax.
        tax: The line's share of its class's tax.
        total: What the line adds to what is to be paid.
    """

    line: BasketLine
    quantity: Quantity
    list_price: Money
    unit_price: Money
    source: PriceSource
    gross: Money
    discounts: tuple[Discount, ...]
    net: Money
    tax: Money

    @property
    def discount(self) -> Money:
        """All that was taken off."""
        return Money.total(discount.amount for discount in self.discounts)

    @property
    def total(self) -> Money:
        """Net, and exclusive tax on top."""
        return self.net if self.line.item.tax.inclusive else self.net + self.tax

    @property
    def cost(self) -> Money | None:
        """What the line cost the shop, if known."""
        cost = self.line.item.unit_cost
        return None if cost is None else cost.times(self.quantity)


@dataclass(frozen=True, slots=True)
class TaxShare:
    """The tax of one class.

    Attributes:
        base: The amount without tax.
    """

    kind: TaxKind
    base: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class PricedBasket:
    """A basket with its prices; all sums are sums of the lines."""

    basket: Basket
    lines: tuple[PricedLine, ...]
    taxes: tuple[TaxShare, ...]
    gross: Money
    discount: Money
    net: Money
    tax: Money
    total: Money

    @property
    def item_count(self) -> int:
        """Pieces; a weighed article counts as one."""
        return sum(1 if line.line.item.by_weight else line.quantity.milli // 1000 for line in self.lines)

    @property
    def is_sellable(self) -> bool:
        """Something is in it, and nothing in it is unknown, without a price or without a weight."""
        lacking = any(line.line.lacks_price or line.line.lacks_weight for line in self.lines)
        empty = any(line.quantity.milli <= 0 for line in self.lines)
        return bool(self.lines) and not self.basket.unknown and not lacking and not empty


def price(basket: Basket) -> PricedBasket:
    """Price the whole basket."""
    price_line = _PRICE_FOR_ANYBODY if basket.member is None else _PRICE_FOR_A_MEMBER
    lines, taxes = _with_taxes([price_line(line) for line in basket.lines])
    # Of each line, the net is the gross less what was taken off, and its taxes add up to those of its class.
    gross, net = Money(sum([line.gross.minor for line in lines])), Money(sum([line.net.minor for line in lines]))
    return PricedBasket(
        basket=basket,
        lines=lines,
        taxes=taxes,
        gross=gross,
        discount=gross - net,
        net=net,
        tax=Money.total(share.tax for share in taxes),
        total=net + Money.total(share.tax for share in taxes if not share.kind.inclusive),
    )


def _price_line(line: BasketLine, *, is_member: bool) -> PricedLine:
    item = line.item
    if item.label_amount is not None and line.manual_price is None:
        shelf = item.price or ZERO
        quantity = line.quantity or _quantity_for(item.label_amount, shelf)
        return _line(line, quantity, shelf, shelf, PriceSource.LABEL, item.label_amount, item.label_amount)
    shelf = item.price if item.price is not None else (line.manual_price or ZERO)
    asked, source = _asked_price(line, shelf, is_member=is_member)
    listed = max(shelf, asked)
    quantity = line.quantity
    return _line(line, quantity, listed, asked, source, listed.times(quantity), asked.times(quantity))


def _asked_price(line: BasketLine, shelf: Money, *, is_member: bool) -> tuple[Money, PriceSource]:
    if line.manual_price is not None:
        return line.manual_price, PriceSource.TYPED
    if line.item.price is None:
        return ZERO, PriceSource.MISSING
    special = line.item.member_price
    if is_member and special is not None and special < shelf:
        return special, PriceSource.MEMBER
    return shelf, PriceSource.SHELF


def _quantity_for(amount: Money, unit_price: Money) -> Quantity:
    """An estimate, since the label carries only the amount; one unit where there is no price to divide by."""
    # Never nothing: what has no quantity could not be refunded.
    return Quantity(max(divide_half_up(amount.minor * 1000, unit_price.minor), 1)) if unit_price else Quantity(1000)


def _line(
    line: BasketLine,
    quantity: Quantity,
    listed: Money,
    asked: Money,
    source: PriceSource,
    gross: Money,
    net: Money,
) -> PricedLine:
    off = gross - net
    discounts = (Discount(source.value, REASONS[source], off),) if off else ()
    return PricedLine(line, quantity, listed, asked, source, gross, discounts, net, ZERO)


_PRICE_FOR_ANYBODY = Remembered(partial(_price_line, is_member=False))
_PRICE_FOR_A_MEMBER = Remembered(partial(_price_line, is_member=True))


class _Taxed:
    """A line with the tax it was given last: the next scan mostly gives it the same."""

    __slots__ = ("line",)

    def __init__(self, line: PricedLine) -> None:
        self.line = line


_TAXED: Remembered[PricedLine, _Taxed] = Remembered(_Taxed)


def _with_tax(line: PricedLine, minor: int) -> PricedLine:
    last = _TAXED(line)
    taxed = last.line
    if taxed.tax.minor != minor:
        taxed = last.line = _taxed_line(line, Money(minor))
    return taxed


def _taxed_line(line: PricedLine, tax: Money) -> PricedLine:
    """As `replace`, which takes three times as long."""
    return PricedLine(
        line.line,
        line.quantity,
        line.list_price,
        line.unit_price,
        line.source,
        line.gross,
        line.discounts,
        line.net,
        tax,
    )


def _with_taxes(drafts: Sequence[PricedLine]) -> tuple[tuple[PricedLine, ...], tuple[TaxShare, ...]]:
    """Tax is counted once for each class and rate, and split back over its lines by largest remainder.

    A class whose rate was changed while the basket lay on hold stands in it twice, as it was told each time.
    """
    kinds: dict[tuple[str, int, bool], list[int]] = {}
    for at, line in enumerate(drafts):
        tax_kind = line.line.item.tax
        kinds.setdefault((tax_kind.code, tax_kind.rate.bp, tax_kind.inclusive), []).append(at)
    lines, shares = list(drafts), []
    for places in kinds.values():
        kind = drafts[places[0]].line.item.tax
        nets = [drafts[at].net.minor for at in places]
        net = Money(sum(nets))
        tax = kind.rate.contained_in(net) if kind.inclusive else kind.rate.on_top_of(net)
        if tax:
            for at, minor in zip(places, split_largest_remainder(tax.minor, nets), strict=True):
                lines[at] = _with_tax(drafts[at], minor)
        shares.append(TaxShare(kind, net - tax if kind.inclusive else net, tax))
    return tuple(lines), tuple(shares)
