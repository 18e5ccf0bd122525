"""What a code or a choice in a list turns into: everything the till must know to sell it, in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import ONE, Quantity
from app.values.rates import Rate


@dataclass(frozen=True, slots=True)
class TaxKind:
    """A tax class as it stood when the item was found.

    Attributes:
        inclusive: Prices contain the tax (China, EU); else it comes on top (US).
    """

    code: str
    name: str
    rate: Rate
    inclusive: bool


NO_TAX = TaxKind("none", "", Rate(0), inclusive=True)


@dataclass(frozen=True, slots=True)
class ScannedItem:
    """A sale unit with its prices of this moment.

    Attributes:
        code: The code that found it; empty when it was chosen from a list.
        by_weight: Price is per kilogram and quantity is kilograms.
        factor: How many of the product's own units one sale unit holds.
        price: Shelf price; None when nobody has given one yet.
        member_price: Price for members, where there is one.
        unit_cost: Cost of one sale unit; None when unknown.
        cost_estimated: The cost comes from the category's margin.
        label_quantity: Weight that a scale label carried.
        label_amount: Amount that a scale label carried.
    """

    product_id: Id
    sale_unit_id: Id
    code: str
    name: str
    spec: str
    unit_name: str
    by_weight: bool
    tax: TaxKind
    price: Money | None
    member_price: Money | None = None
    factor: Quantity = ONE
    family_id: Id | None = None
    category_id: Id | None = None
    unit_cost: Money | None = None
    cost_estimated: bool = False
    earns_points: bool = True
    label_quantity: Quantity | None = None
    label_amount: Money | None = None
