"""Prices of whole baskets: what must hold for any basket, and the worked numbers of docs/pricing.md."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.catalogue.items import NO_TAX, TaxKind
from app.services.pricing.basket import Basket, BasketFull, BasketLine, BasketMember
from app.services.pricing.engine import PriceSource, price
from app.values.money import ZERO, Money
from app.values.quantity import ONE, Quantity
from app.values.rates import Rate
from tests.services.pricing.strategies import FOOD, KEY, MEMBER, OPENED, SALES_TAX, VAT, baskets, item


def basket_of(*lines: BasketLine, member: BasketMember | None = None) -> Basket:
    return Basket(KEY, OPENED, lines, member=member, next_line_id=len(lines) + 1)


@given(baskets())
def test_the_parts_always_add_up(basket: Basket) -> None:
    priced = price(basket)

    assert len(priced.lines) == len(basket.lines)
    for line in priced.lines:
        assert line.gross - line.discount == line.net
        assert all(off.amount.minor > 0 for off in line.discounts)
        assert line.gross.minor >= line.net.minor >= 0
        assert line.tax.minor >= 0
    assert priced.gross - priced.discount == priced.net
    assert priced.total == Money.total(line.total for line in priced.lines)
    assert priced.tax == Money.total(line.tax for line in priced.lines) == Money.total(tax.tax for tax in priced.taxes)


@given(baskets())
def test_the_tax_of_a_class_is_reckoned_once_and_its_base_fits_the_lines(basket: Basket) -> None:
    priced = price(basket)

    assert len({share.kind for share in priced.taxes}) == len(priced.taxes)
    for share in priced.taxes:
        of_class = [line for line in priced.lines if line.line.item.tax == share.kind]
        net = Money.total(line.net for line in of_class)
        if share.kind.inclusive:
            assert share.base + share.tax == net == Money.total(line.total for line in of_class)
            assert share.tax == share.kind.rate.contained_in(net)
        else:
            assert share.base == net
            assert share.tax == share.kind.rate.on_top_of(net)
            assert Money.total(line.total for line in of_class) == net + share.tax


@given(baskets(with_unknown=False))
def test_being_a_member_never_costs_more(basket: Basket) -> None:
    stranger = price(replace(basket, member=None))

    assert price(basket.with_member(MEMBER)).net.minor <= stranger.net.minor


@given(baskets())
def test_pricing_twice_is_pricing_once(basket: Basket) -> None:
    """The whole basket is priced again from the start: odoo 276300 added a discount line at every scan."""
    assert price(price(basket).basket) == price(basket)


@given(baskets(), st.data())
def test_what_was_priced_before_makes_no_difference(basket: Basket, data: st.DataObject) -> None:
    """Lines are kept with their prices from scan to scan: a basket of fresh copies must come to the same."""
    for count in data.draw(st.lists(st.integers(0, len(basket.lines)), max_size=4)):
        price(replace(basket, lines=basket.lines[:count]))
        price(replace(basket, lines=basket.lines[:count], member=MEMBER))

    copied = replace(basket, lines=tuple(replace(line) for line in basket.lines))
    assert price(basket) == price(copied)


@given(st.integers(1, 100_000), st.integers(1, 9_999_999))
def test_a_line_is_rounded_half_up_once(unit_minor: int, milli: int) -> None:
    weighed = BasketLine(1, item(price=Money(unit_minor), by_weight=True), Quantity(milli))

    assert price(basket_of(weighed)).total.minor == (2 * unit_minor * milli + 1000) // 2000


def test_a_member_pays_the_member_price_and_the_receipt_says_why() -> None:
    milk = item(price=Money(5990), member_price=Money(4990))
    (line,) = price(basket_of(BasketLine(1, milk, Quantity.of(2)), member=MEMBER)).lines

    assert (line.list_price, line.unit_price, line.source) == (Money(5990), Money(4990), PriceSource.MEMBER)
    assert (line.gross, line.net) == (Money(11_980), Money(9_980))
    assert [(off.rule, off.label, off.amount) for off in line.discounts] == [("member", "Member price", Money(2_000))]


def test_a_member_price_above_the_shelf_price_is_left_alone() -> None:
    milk = item(price=Money(4990), member_price=Money(5990))
    (line,) = price(basket_of(BasketLine(1, milk, ONE), member=MEMBER)).lines

    assert (line.net, line.source, line.discounts) == (Money(4990), PriceSource.SHELF, ())


def test_a_price_typed_higher_is_no_negative_discount() -> None:
    (line,) = price(basket_of(BasketLine(1, item(price=Money(500)), ONE, Money(700)))).lines

    assert (line.list_price, line.gross, line.net, line.discounts) == (Money(700), Money(700), Money(700), ())


def test_a_price_typed_lower_is_a_discount_with_its_reason() -> None:
    (line,) = price(basket_of(BasketLine(1, item(price=Money(500)), Quantity.of(3), Money(400)))).lines

    assert (line.gross, line.net) == (Money(1500), Money(1200))
    assert [(off.rule, off.amount) for off in line.discounts] == [("typed", Money(300))]


def test_an_amount_label_is_charged_to_the_fen() -> None:
    """The scale rounded already: 0.735 kg at 11.00 is 8.085, and the label says 8.08."""
    apples = item(price=Money(1100), by_weight=True, label_amount=Money(808))
    priced = price(basket_of(BasketLine(1, apples, Quantity(0))))
    (line,) = priced.lines

    assert (line.net, line.gross, line.source) == (Money(808), Money(808), PriceSource.LABEL)
    assert line.quantity == Quantity(735)
    assert priced.item_count == 1
    assert priced.is_sellable


def test_an_amount_label_of_an_article_without_a_price_still_sells() -> None:
    apples = item(price=Money(0), by_weight=True, label_amount=Money(808))
    (line,) = price(basket_of(BasketLine(1, apples, Quantity(0)))).lines

    assert (line.net, line.quantity) == (Money(808), ONE)


def test_inclusive_tax_is_counted_once_a_class_and_split_back() -> None:
    """Worked number of docs/pricing.md: three lines of 3.33 at 13 % contain 1.15, not 3 x 0.38 = 1.14."""
    three = [BasketLine(at, item(at, Money(333), tax=VAT), ONE) for at in (1, 2, 3)]
    priced = price(basket_of(*three))

    assert priced.total == Money(999)
    assert [line.tax for line in priced.lines] == [Money(39), Money(38), Money(38)]
    assert [(share.base, share.tax) for share in priced.taxes] == [(Money(884), Money(115))]


def test_exclusive_tax_comes_on_top_once() -> None:
    """Worked number of docs/pricing.md: 3 x 0.33 at 8.25 % is 0.08 on top, 1.07 in all."""
    three = [BasketLine(at, item(at, Money(33), tax=SALES_TAX), ONE) for at in (1, 2, 3)]
    priced = price(basket_of(*three))

    assert (priced.net, priced.tax, priced.total) == (Money(99), Money(8), Money(107))
    assert [line.total for line in priced.lines] == [Money(36), Money(36), Money(35)]


def test_classes_are_kept_apart() -> None:
    priced = price(
        basket_of(
            BasketLine(1, item(1, Money(1130), tax=VAT), ONE),
            BasketLine(2, item(2, Money(1090), tax=FOOD), ONE),
            BasketLine(3, item(3, Money(100)), ONE),
        )
    )

    assert {share.kind.code: share.tax for share in priced.taxes} == {
        "vat13": Money(130),
        "vat9": Money(90),
        "none": ZERO,
    }


def test_one_code_with_two_rates_is_two_shares() -> None:
    """A rate that changed while a basket was on hold: each line keeps what it was told."""
    old, new = TaxKind("vat", "VAT", Rate(1300), True), TaxKind("vat", "VAT", Rate(900), True)
    priced = price(
        basket_of(BasketLine(1, item(1, Money(1130), tax=old), ONE), BasketLine(2, item(2, Money(1090), tax=new), ONE))
    )

    assert [share.tax for share in priced.taxes] == [Money(130), Money(90)]


@pytest.mark.parametrize(
    ("line", "sellable"),
    [
        (BasketLine(1, item(price=None), ONE), False),
        (BasketLine(1, item(price=None), ONE, Money(300)), True),
        (BasketLine(1, item(price=ZERO), ONE), True),
        (BasketLine(1, item(by_weight=True), Quantity(0)), False),
        (BasketLine(1, item(by_weight=True), Quantity(1)), True),
    ],
)
def test_a_missing_price_or_weight_blocks_payment(line: BasketLine, sellable: bool) -> None:
    assert price(basket_of(line)).is_sellable is sellable


def test_an_unknown_code_blocks_payment_until_it_is_cleared() -> None:
    basket = basket_of(BasketLine(1, item(), ONE)).with_unknown("4711")

    assert not price(basket).is_sellable
    assert price(basket.without_line(basket.touched)).is_sellable


def test_an_empty_basket_is_not_sellable() -> None:
    assert not price(basket_of()).is_sellable
    assert price(basket_of()).total == ZERO


def test_a_pack_is_one_unit_at_its_own_price() -> None:
    """A pack's barcode names its own unit and price: erpnext 11995 sold the single's price."""
    pack = item(price=Money(5990), factor=Quantity.of(16), unit_cost=Money(4500), tax=NO_TAX)
    (line,) = price(basket_of(BasketLine(1, pack, Quantity.of(2)))).lines

    assert (line.net, line.cost) == (Money(11_980), Money(9_000))


def test_500_lines_is_the_most() -> None:
    basket = basket_of()
    for number in range(500):
        basket = basket.with_item(item(number), ONE)
    with pytest.raises(BasketFull):
        basket.with_item(item(501), ONE)
