"""What went out of a basket again: the owner asks for it, whichever key took it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.services.common import audit
from app.services.common.uow import UnitOfWork
from app.services.pricing.engine import PricedBasket
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import NONE


@dataclass(frozen=True, slots=True)
class Void:
    """Goods that were in the basket and are not any more."""

    product_id: Id
    amount: Money


def voids_between(before: PricedBasket, after: PricedBasket) -> Iterator[Void]:
    """Lines that shrank or went, each with what that was worth at the price asked."""
    left = {line.line.line_id: line for line in after.lines}
    for line in before.lines:
        remaining = left.get(line.line.line_id)
        gone = line.quantity - (remaining.quantity if remaining is not None else NONE)
        if gone > NONE:
            worth = line.net if remaining is None else line.unit_price.times(gone)
            yield Void(line.line.item.product_id, worth)


def note_voids(uow: UnitOfWork, before: PricedBasket, after: PricedBasket) -> None:
    """Write down what went out, and the unknown codes that were cleared, which are worth nothing."""
    for void in voids_between(before, after):
        audit.record(uow, "line_removed", subject=("product", void.product_id), amount=void.amount)
    cleared = len(before.basket.unknown) - len(after.basket.unknown)
    if cleared > 0:
        audit.record(uow, "unknown_cleared", detail={"codes": cleared})
