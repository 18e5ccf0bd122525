"""Ninety days of the demo shop, posted through the real services on a scratch file and moved into place when whole."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher
from sqlalchemy import select, update

from app.models import migrate
from app.models.catalogue import Category, Family, Product, SaleUnit
from app.models.database import Database
from app.models.printing import PrintJob
from app.services.catalogue.find import item_of_unit
from app.services.catalogue.items import ScannedItem
from app.services.checkout.post import post_sale
from app.services.checkout.refund import post_refund
from app.services.checkout.shop_rules import sale_rules
from app.services.checkout.values import PostedSale, RefundDraft, RefundPart, SaleDraft, SaleRules
from app.services.common.actor import Actor, Role
from app.services.common.store import DayRule, Store
from app.services.common.uow import Reader, UnitOfWork
from app.services.exchange.demo import ALL_GOODS, found_demo_shop
from app.services.exchange.demo_people import PER_CENT, Household, make_households
from app.services.exchange.demo_plan import Habits, PlannedSale, Shelf, plan_day
from app.services.inventory.post import post_stock_document
from app.services.inventory.values import DocumentKind, Reason, StockDraftValue, StockLineDraft
from app.services.members.enrol import EnrolDraft, enrol_member
from app.services.members.view import MemberView
from app.services.payments.plan import PaymentPlan, TenderKind
from app.services.pricing.basket import Basket, BasketMember
from app.services.pricing.engine import price
from app.services.receipts.queue import JobState
from app.services.settings.service import load_settings
from app.services.shifts.cash import cash_in_drawer, pay_out
from app.services.shifts.close import CashCount, close_shift
from app.services.shifts.open import open_shift
from app.services.staff.founding import this_till
from app.services.staff.people import list_staff
from app.services.staff.pins import PIN_HASHING
from app.values.clock import ManualClock
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import Quantity

SEED = 20_261
DAYS, MEMBERS, STRANGERS = 90, 55, 30
DELIVERY_DAYS = (1, 4)
KEPT_ON_SHELF = Quantity.of(12)
NOTES = (Money(1_000), Money(2_000), Money(5_000), Money(10_000))
Progress = Callable[[int, int], None]
"""Told how many days of how many are done; may raise to stop."""


@dataclass(slots=True)
class _Play:
    """What the whole history shares."""

    store: Store
    clock: ManualClock
    chance: random.Random
    rules: SaleRules
    cashier: Actor
    owner: Actor
    items: dict[str, ScannedItem]
    shelf: Shelf
    households: Sequence[Household]
    suppliers: dict[str, Id]
    members: dict[int, MemberView] = field(default_factory=dict)
    habits: Habits = field(default_factory=Habits)
    sold: Counter[str] = field(default_factory=Counter)


def make_demo_file(
    path: Path,
    today: date,
    *,
    days: int = DAYS,
    hashing: PasswordHasher = PIN_HASHING,
    progress: Progress = lambda done, all_days: None,
) -> None:
    """Make the data file of a demo shop whose last day was yesterday; where it breaks off, no file is left.

    Args:
        path: The file to make; there must be none.
    """
    scratch = path.with_name(path.name + ".making")
    _remove(scratch)
    database = Database(scratch)
    # A file that nobody sees before it is whole need not survive a power cut line by line.
    database.relax()
    try:
        migrate.upgrade(database)
        clock = ManualClock()
        zone = ZoneInfo("Asia/Shanghai")
        store = Store(database, clock, DayRule(zone, 4))
        clock.at = _moment(today - timedelta(days=days + 1), 9 * 60, zone)
        owner = found_demo_shop(store, hashing=hashing, goods=ALL_GOODS)
        play = _begin(store, clock, owner, days)
        _fill_shelves(play)
        for day in range(days):
            on = today - timedelta(days=days - day)
            if on.weekday() in DELIVERY_DAYS:
                play.clock.at = _moment(on, 6 * 60 + 50, zone)
                _take_delivery(play, on)
            _play_day(play, day, on, zone)
            progress(day + 1, days)
        database.close()
        scratch.replace(path)
    except BaseException:
        database.close()
        raise
    finally:
        _remove(scratch)


def _begin(store: Store, clock: ManualClock, owner: Actor, days: int) -> _Play:
    chance = random.Random(SEED)
    with store.read() as read:
        till = this_till(read)
        rules = sale_rules(load_settings(read, scope=till.till_id.hex()))
        cashier = next(person for person in list_staff(read) if person.role is Role.CASHIER)
        items, shelf = _shelf(read)
        suppliers = {f"{row.name} {row.spec}": row.supplier_id for row in read.connection.execute(_SUPPLIERS)}
    actor = Actor(
        till.shop_id, till.till_id, till.till_code, cashier.staff_id, cashier.name, Role.CASHIER, origin=owner.origin
    )
    households = make_households(chance, count=MEMBERS, days=days)
    return _Play(store, clock, chance, rules, actor, owner, items, shelf, households, suppliers)


def _shelf(read: Reader) -> tuple[dict[str, ScannedItem], Shelf]:
    """All priced goods by the key that the plan calls them by: the place in the order of their names."""
    items: dict[str, ScannedItem] = {}
    by_category: dict[str, list[str]] = {}
    by_family: dict[str, list[str]] = {}
    weighed = set()
    for row in read.connection.execute(_GOODS):
        item, key = item_of_unit(read, row.id), f"{row.name} {row.spec}"
        if item.price is None:
            continue
        items[key] = item
        by_category.setdefault(row.category, []).append(key)
        by_family.setdefault(row.family, []).append(key)
        if item.by_weight:
            weighed.add(key)
    return items, Shelf(by_category, by_family, frozenset(weighed))


_GOODS = (
    select(SaleUnit.id, Product.name, Product.spec, Category.name.label("category"), Family.name.label("family"))
    .join(Product, Product.id == SaleUnit.product_id)
    .join(Category, Category.id == Product.category_id)
    .join(Family, Family.id == Product.family_id)
    .where(SaleUnit.is_default)
    .order_by(Product.name, Product.spec)
)


def _fill_shelves(play: _Play) -> None:
    """Everything that is on the shelves when the shop begins to use the till."""
    lines = [_delivered(play, key, KEPT_ON_SHELF) for key in play.items]
    _post(play, StockDraftValue(new_id(), DocumentKind.OPENING, tuple(lines)))


def _take_delivery(play: _Play, on: date) -> None:
    """Each supplier brings what was sold since; now and then something forgotten, and something is broken."""
    wanted: dict[Id, list[StockLineDraft]] = {}
    for key, milli in sorted(play.sold.items()):
        if play.chance.randrange(PER_CENT) < 4:
            continue
        quantity = Quantity(milli if key in play.shelf.weighed else -(-milli // 1000) * 1000)
        wanted.setdefault(play.suppliers[key], []).append(_delivered(play, key, quantity))
        del play.sold[key]
    for supplier, lines in wanted.items():
        number = f"{on:%y%m%d}-{play.chance.randrange(100, 999)}"
        draft = StockDraftValue(new_id(), DocumentKind.RECEIPT, tuple(lines), company_id=supplier, note_number=number)
        _post(play, draft)
    with play.store.read() as read:
        # From here on a sale costs what the new average says.
        play.items = {key: item_of_unit(read, item.sale_unit_id) for key, item in play.items.items()}
    if play.chance.randrange(3) == 0:
        item = play.items[play.chance.choice(sorted(play.items))]
        line = StockLineDraft(item.product_id, Quantity.of(1))
        _post(play, StockDraftValue(new_id(), DocumentKind.WASTE, (line,), reason=Reason.DAMAGED))


def _delivered(play: _Play, key: str, quantity: Quantity) -> StockLineDraft:
    """At about the usual cost, as suppliers' prices move."""
    item = play.items[key]
    if item.unit_cost is None:
        return StockLineDraft(item.product_id, quantity)
    cost = item.unit_cost.minor * (PER_CENT + play.chance.randint(-3, 4)) // PER_CENT
    return StockLineDraft(item.product_id, quantity, amount=Money(cost * quantity.milli // 1000))


def _post(play: _Play, draft: StockDraftValue) -> None:
    with play.store.action(play.owner, "stock") as uow:
        post_stock_document(uow, draft)


_SUPPLIERS = select(Product.name, Product.spec, Product.supplier_id)


def _play_day(play: _Play, day: int, on: date, zone: ZoneInfo) -> None:
    play.clock.at = _moment(on, 7 * 60 + 30, zone)
    with play.store.action(play.cashier, "shift_opened") as uow:
        shift = open_shift(uow, Money(20_000))
    actor, owner = replace(play.cashier, shift_id=shift.shift_id), replace(play.owner, shift_id=shift.shift_id)
    for sale in _customers(play, day, on):
        play.clock.at = max(play.clock.at, _moment(on, sale.minute, zone)) + timedelta(
            seconds=play.chance.randrange(50)
        )
        posted = _sell(play, actor, sale)
        if sale.comes_back:
            play.clock.tick(timedelta(minutes=2))
            _give_back(play, owner, posted)
    if on.weekday() == 0:
        with play.store.action(actor, "cash") as uow:
            pay_out(uow, Money(3_000), "清洁用品")
    play.clock.at = max(play.clock.at, _moment(on, 21 * 60 + 45, zone))
    off = Money(play.chance.choice((0, 0, 0, 0, 0, 0, -100, -500, 50, 200)))
    with play.store.action(actor, "shift_closed") as uow:
        close_shift(uow, CashCount(cash_in_drawer(uow, actor.till_id) + off))
        _file_papers(uow)


def _customers(play: _Play, day: int, on: date) -> tuple[PlannedSale, ...]:
    return plan_day(
        play.chance,
        day,
        weekday=on.weekday(),
        strangers=STRANGERS,
        households=play.households,
        habits=play.habits,
        shelf=play.shelf,
    )


def _sell(play: _Play, actor: Actor, sale: PlannedSale) -> PostedSale:
    basket = Basket(new_id(), play.clock.now())
    for key, milli in sale.wants:
        basket = basket.with_item(play.items[key], Quantity(milli))
        play.sold[key] += milli
    if sale.household is not None:
        member = _member(play, actor, sale.household)
        basket = basket.with_member(BasketMember(member.member_id, member.account_id, member.household_id))
    priced = price(basket)
    draft = SaleDraft(priced, _paid(play, priced.total, sale.way).tenders, play.rules)
    with play.store.action(actor, "sale") as uow:
        return post_sale(uow, draft)


def _member(play: _Play, actor: Actor, at: int) -> MemberView:
    if at not in play.members:
        house = play.households[at]
        with play.store.action(actor, "enrol") as uow:
            play.members[at] = enrol_member(uow, EnrolDraft(phone=house.phone, name=house.name))
    return play.members[at]


def _paid(play: _Play, total: Money, way: TenderKind) -> PaymentPlan:
    plan = PaymentPlan(total, play.rules.cash)
    if way is not TenderKind.CASH:
        return plan.with_other(way)
    note = next((note for note in NOTES if note >= total), None)
    return plan.with_cash(note if play.chance.randrange(4) else None)


def _give_back(play: _Play, owner: Actor, sale: PostedSale) -> None:
    part = RefundPart(sale.lines[0].line_id, sale.lines[0].quantity)
    with play.store.action(owner, "refund") as uow:
        post_refund(uow, RefundDraft(new_id(), sale.sale_id, (part,), play.rules))


def _file_papers(uow: UnitOfWork) -> None:
    """What was printed in a day that never was must not come out of the first real printer."""
    waiting = update(PrintJob).where(PrintJob.state == JobState.QUEUED.value)
    uow.connection.execute(waiting.values(state=JobState.SENT.value, payload=None, sent_at=uow.now))


def _moment(on: date, minute: int, zone: ZoneInfo) -> datetime:
    return datetime(on.year, on.month, on.day, minute // 60, minute % 60, tzinfo=zone).astimezone(UTC)


def _remove(scratch: Path) -> None:
    for path in scratch.parent.glob(f"{scratch.name}*"):
        path.unlink()
