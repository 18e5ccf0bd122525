"""Random goods and baskets."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from app.services.catalogue.items import NO_TAX, ScannedItem, TaxKind
from app.services.pricing.basket import Basket, BasketLine, BasketMember, UnknownCode
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate

OPENED = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
KEY = Id(bytes(15) + b"\x01")
MEMBER = BasketMember(Id(bytes(15) + b"\x02"), Id(bytes(15) + b"\x03"))
VAT = TaxKind("vat13", "增值税", Rate(1300), inclusive=True)
FOOD = TaxKind("vat9", "增值税", Rate(900), inclusive=True)
SALES_TAX = TaxKind("us", "Sales tax", Rate(825), inclusive=False)

amounts = st.integers(0, 100_000).map(Money)
tax_kinds = st.sampled_from([NO_TAX, VAT, FOOD, SALES_TAX])
ids = st.binary(min_size=16, max_size=16).map(Id)


FIVE = Money(500)


def item(number: int = 1, price: Money | None = FIVE, **values: object) -> ScannedItem:
    """A simple item."""
    facts: dict[str, object] = {
        "product_id": Id(bytes(14) + number.to_bytes(2, "big")),
        "sale_unit_id": Id(b"\x01" + bytes(13) + number.to_bytes(2, "big")),
        "code": f"69{number:011d}",
        "name": f"商品{number}",
        "spec": "500ml",
        "unit_name": "瓶",
        "by_weight": False,
        "tax": NO_TAX,
        "price": price,
    }
    return ScannedItem(**{**facts, **values})  # type: ignore[arg-type]


@st.composite
def items(draw: st.DrawFn, number: int) -> ScannedItem:
    """Any item that a look-up may give."""
    by_weight = draw(st.booleans())
    price = draw(st.none() | amounts)
    label = draw(st.none() | amounts) if by_weight else None
    return item(
        number,
        price,
        by_weight=by_weight,
        tax=draw(tax_kinds),
        member_price=draw(st.none() | amounts),
        factor=Quantity.of(draw(st.integers(1, 24))),
        family_id=draw(st.none() | ids),
        category_id=draw(st.none() | ids),
        unit_cost=draw(st.none() | amounts),
        cost_estimated=draw(st.booleans()),
        earns_points=draw(st.booleans()),
        label_amount=label,
        label_quantity=draw(st.none() | st.integers(1, 9_999).map(Quantity)) if label is None and by_weight else None,
        name=draw(st.text(min_size=1, max_size=12)),
    )


@st.composite
def lines(draw: st.DrawFn, number: int) -> BasketLine:
    """A line of any item."""
    thing = draw(items(number))
    if thing.by_weight:
        quantity = thing.label_quantity or Quantity(draw(st.integers(0, 20_000)))
    else:
        quantity = Quantity.of(draw(st.integers(1, 99)))
    return BasketLine(number, thing, quantity, draw(st.none() | amounts))


@st.composite
def baskets(draw: st.DrawFn, *, with_unknown: bool = True) -> Basket:
    """A basket as scanning, typing and naming could have made it."""
    count = draw(st.integers(0, 8))
    made = tuple(draw(lines(number)) for number in range(1, count + 1))
    codes = draw(st.lists(st.text(min_size=1, max_size=20), max_size=2)) if with_unknown else []
    unknown = tuple(UnknownCode(count + 1 + at, code) for at, code in enumerate(codes))
    member = draw(st.none() | st.builds(BasketMember, ids, ids, st.none() | ids, st.none() | ids, st.none() | ids))
    return Basket(KEY, OPENED, made, unknown, member, draw(st.integers(0, count)), count + len(codes) + 1)
