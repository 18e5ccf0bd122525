"""What somebody who looks for a way around would try; each was possible once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.models.audit import AuditEvent
from app.models.sales import Sale
from app.services.backup.verify import verify_store
from app.services.checkout.desk import Desk
from app.services.checkout.drafts import MOST_HELD
from app.services.checkout.post import AlreadySold, NoShift, post_sale
from app.services.checkout.session import CheckoutSession
from app.services.checkout.values import RefundPart
from app.services.common.permissions import GrantNeeded, NobodySignedIn
from app.services.members.enrol import PhoneKnown
from app.services.payments.plan import BadTenders, Tender, TenderKind
from app.services.pricing.basket import BadQuantity, LabelFixed, LineGone
from app.services.shifts.open import current_shift
from app.services.staff.founding import nobody_at
from app.values.barcode import make_scale_label
from app.values.errors import StoreError
from app.values.money import ZERO, Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from tests.support.commits import commit_fails
from tests.support.goods import Stocked

WATER, MILK = "6921168509256", "6907992512105"


def audited(stocked: Stocked, action: str) -> list[int | None]:
    with stocked.shop.store.read() as read:
        query = select(AuditEvent.amount_minor).where(AuditEvent.action == action).order_by(AuditEvent.id)
        return list(read.connection.execute(query).scalars())


def sales(stocked: Stocked) -> int:
    with stocked.shop.store.read() as read:
        return read.connection.execute(select(func.count()).select_from(Sale)).scalar_one()


def test_many_small_refunds_meet_the_limit_of_one(stocked: Stocked, session: CheckoutSession) -> None:
    for _ in range(10):
        session.scan(MILK)
    sale = session.pay(session.plan().with_cash())
    first = session.open_refund(sale.number)
    one = (RefundPart(first.lines[0].line_id, Quantity.of(1)),)
    assert session.refund(first, one).total == Money(-5990)
    with pytest.raises(GrantNeeded):
        session.refund(session.open_refund(sale.number), one)


def test_cash_for_a_card_payment_needs_leave(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(WATER)
    sale = session.pay(session.plan().with_other(TenderKind.CARD))
    opened = session.open_refund(sale.number)
    with pytest.raises(GrantNeeded):
        session.refund(opened, opened.whole, TenderKind.CASH)
    assert session.refund(opened, opened.whole).tenders[0].kind is TenderKind.CARD


def test_a_closed_drawer_takes_and_gives_nothing(stocked: Stocked, session: CheckoutSession) -> None:
    """An actor who was told of a shift long ago sells into nothing."""
    session.scan(WATER)
    sale = session.pay(session.plan().with_cash())
    stale = session.actor
    desk = Desk(stocked.shop.store)
    desk.actor = stocked.shop.cashier
    desk.close_shift(Money(20_200))
    session.scan(WATER)
    with pytest.raises(NoShift):
        session.pay(session.plan().with_cash())
    opened = session.open_refund(sale.number)
    for actor in (stale, replace(stale, shift_id=None)):
        session.actor = actor
        with pytest.raises(NoShift):
            session.refund(opened, opened.whole)
    assert not verify_store(stocked.shop.database).findings


def test_a_paid_basket_with_more_in_it_is_not_the_paid_sale(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(WATER)
    paid = stocked.basket(("water", 1))
    draft = stocked.paid(replace(paid, key=session.view.priced.basket.key))
    sale = stocked.post(draft)
    session.scan(MILK)
    with pytest.raises(AlreadySold):
        session.pay(session.plan().with_cash())
    session.remove(1)
    assert session.pay(session.plan().with_cash()).total == Money(5990)
    assert sales(stocked) == 2
    assert sale.total == Money(200)


def test_a_basket_that_was_sold_is_offered_to_nobody(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(WATER)
    key = session.view.priced.basket.key
    other = CheckoutSession(stocked.shop.store, stocked.shop.cashier)
    assert other.view.recovered
    session.hold()
    stocked.post(stocked.paid(replace(stocked.basket(("water", 1)), key=key)))
    assert session.held() == ()


@pytest.mark.parametrize(
    "tenders",
    [
        (Tender(TenderKind.ROUNDING, Money(200), ZERO),),
        (Tender(TenderKind.CARD, Money(9_200), Money(9_200)), Tender(TenderKind.CASH, Money(-9_000), Money(-9_000))),
    ],
)
def test_money_out_of_nothing_is_refused(stocked: Stocked, tenders: tuple[Tender, ...]) -> None:
    draft = replace(stocked.paid(stocked.basket(("water", 1))), tenders=tenders)
    with stocked.shop.store.act(stocked.shop.cashier, "sale") as uow, pytest.raises(BadTenders):
        post_sale(uow, draft)


def test_a_label_worth_less_than_half_a_gram_can_be_refunded(stocked: Stocked, session: CheckoutSession) -> None:
    from app.services.catalogue.drafts import ProductDraft

    stocked.add("saffron", ProductDraft("藏红花", plu="00078", price=Money(128_000_00), by_weight=True))
    session.scan(make_scale_label("00078", 50))
    sale = session.pay(session.plan().with_cash())
    assert sale.lines[0].quantity.milli >= 1
    opened = session.open_refund(sale.number)
    assert session.refund(opened, opened.whole).total == Money(-50)


def test_the_price_of_a_label_is_the_labels(stocked: Stocked, session: CheckoutSession) -> None:
    found = session.scan(make_scale_label("00012", 1250))
    session.actor = stocked.shop.owner
    with pytest.raises(LabelFixed):
        session.change_price(found.line_id, Money(1))


def test_goods_that_leave_the_basket_leave_a_trace(stocked: Stocked, session: CheckoutSession) -> None:
    session.set_pending(Quantity.of(10))
    line = session.scan(WATER).line_id
    session.set_quantity(line, Quantity.of(1))
    session.step(line, 3)
    session.undo()
    session.remove(line)
    session.scan("4711")
    session.remove(session.view.priced.basket.unknown[0].line_id)
    assert audited(stocked, "line_removed") == [1_800, 600, 200]
    assert len(audited(stocked, "unknown_cleared")) == 1


@pytest.mark.parametrize("milli", [0, -1_000, -8_000, 10_000_000])
def test_a_scan_never_takes_away(session: CheckoutSession, milli: int) -> None:
    with pytest.raises(BadQuantity):
        session.set_pending(Quantity(milli))


def test_a_line_that_is_none_is_told_and_not_crashed_on(stocked: Stocked, session: CheckoutSession) -> None:
    session.actor = stocked.shop.owner
    session.scan("4711")
    for line in (99, session.view.priced.basket.unknown[0].line_id):
        for wrong in (
            lambda at=line: session.set_quantity(at, Quantity.of(2)),
            lambda at=line: session.step(at, 1),
            lambda at=line: session.change_price(at, Money(1)),
            lambda at=line: session.give_first_price(at, Money(1)),
        ):
            with pytest.raises(LineGone):
                wrong()


def test_nobody_moves_a_basket_at_a_locked_till(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(WATER)
    session.actor = nobody_at(stocked.shop.till, shift_id=session.actor.shift_id)
    for attempt in (lambda: session.scan(WATER), session.hold, lambda: session.remove(1), session.undo):
        with pytest.raises(NobodySignedIn):
            attempt()


def test_a_full_list_of_held_baskets_can_still_be_recalled(session: CheckoutSession) -> None:
    for _ in range(MOST_HELD):
        session.scan(WATER)
        session.hold()
    session.scan(MILK)
    session.recall()
    assert len(session.held()) == MOST_HELD


def test_a_member_is_enrolled_and_named_or_neither(stocked: Stocked, session: CheckoutSession) -> None:
    session.scan(WATER)
    with commit_fails(stocked.shop.database, took_effect=False), pytest.raises(StoreError):
        session.enrol("13912345678")
    assert session.find_members("5678") == ()
    assert session.enrol("13912345678").member is not None
    with pytest.raises(PhoneKnown):
        session.enrol("13912345678")


def test_an_article_priced_and_undone_can_be_scanned_again(stocked: Stocked, session: CheckoutSession) -> None:
    session.actor = stocked.shop.owner
    line = session.scan("6920907800173").line_id
    session.give_first_price(line, Money(500))
    session.undo()
    session.scan("6920907800173")
    assert session.view.priced.is_sellable
    assert session.plan().total == Money(1000)


@pytest.mark.parametrize("took_effect", [True, False])
def test_every_action_knows_whether_it_was_stored(stocked: Stocked, took_effect: bool) -> None:
    """COMMIT unknown: cash paid out twice, a shift that was closed on the disk only, a basket nowhere."""
    shop = stocked.shop
    desk = Desk(shop.store)
    desk.actor = shop.cashier
    before = cash(stocked)
    with commit_fails(shop.database, took_effect=took_effect):
        if took_effect:
            desk.pay_out(Money(5_000), "水费")
        else:
            with pytest.raises(StoreError):
                desk.pay_out(Money(5_000), "水费")
    assert cash(stocked) == before - (5_000 if took_effect else 0)
    shop.clock.tick(timedelta(minutes=1))
    with commit_fails(shop.database, took_effect=took_effect):
        if took_effect:
            desk.close_shift(Money(15_000))
            assert desk.shift() is None
            assert desk.actor.shift_id is None
        else:
            with pytest.raises(StoreError):
                desk.close_shift(Money(15_000))
            assert desk.shift() is not None
            assert desk.actor.shift_id is not None


@pytest.mark.parametrize("took_effect", [True, False])
def test_a_recall_knows_whether_it_was_stored(stocked: Stocked, session: CheckoutSession, took_effect: bool) -> None:
    session.scan(MILK)
    session.hold()
    with commit_fails(stocked.shop.database, took_effect=took_effect):
        if took_effect:
            assert len(session.recall().priced.lines) == 1
        else:
            with pytest.raises(StoreError):
                session.recall()
            assert len(session.held()) == 1
    with stocked.shop.store.read() as read:
        assert current_shift(read, stocked.shop.till.till_id) is not None


def cash(stocked: Stocked) -> int:
    from app.services.shifts.cash import cash_in_drawer

    with stocked.shop.store.read() as read:
        return cash_in_drawer(read, stocked.shop.till.till_id).minor


def test_a_rate_that_changed_while_the_basket_was_on_hold(stocked: Stocked) -> None:
    """One class, two rates and a new name in one basket: each line keeps what it was told."""
    water = stocked.items["water"]
    stocked.items["milk"] = replace(stocked.items["milk"], tax=replace(water.tax, rate=Rate(900)))
    stocked.items["noodles"] = replace(stocked.items["noodles"], tax=replace(water.tax, name="new name"))
    sale = stocked.sell(("water", 1), ("milk", 1), ("noodles", 1))
    assert sorted(tax.rate_bp for tax in sale.taxes) == [900, 1300]
    back = stocked.refund(sale)
    assert sum(tax.tax.minor for tax in (*sale.taxes, *back.taxes)) == 0
    assert not verify_store(stocked.shop.database).findings
