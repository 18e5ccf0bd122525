"""Presenters are plain Python: they load no Qt, and decide the same on a screen of paper."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.services.catalogue.items import NO_TAX, ScannedItem
from app.services.checkout.post import AlreadySold
from app.services.checkout.refund_ways import Way
from app.services.checkout.values import RefundableLine, RefundableSale, RefundPart, RefundQuote, SaleKind
from app.services.common.actor import Grant, Permission
from app.services.common.permissions import GrantNeeded
from app.services.payments.plan import BelowSmallestCoin, CashRule, PaymentPlan, TenderKind
from app.services.pricing.basket import Basket
from app.services.pricing.engine import price
from app.ui.cashier.counter import Counter
from app.ui.cashier.grant_presenter import GrantPresenter
from app.ui.cashier.names import PanelName
from app.ui.cashier.payment_presenter import PaymentPresenter, Preview
from app.ui.cashier.refund_presenter import RefundPresenter, RefundState
from app.ui.cashier.rows import RowState, rows_of
from app.ui.kit.jobs import Report
from app.values.clock import ManualClock
from app.values.errors import NotAllowed, ShukeError, StoreError
from app.values.ids import new_id
from app.values.money import Money
from app.values.quantity import NONE, ONE
from app.values.rounding import CashRounding
from tests.support.grants import forged_leave

PRESENTERS = sorted(Path("app/ui/cashier").glob("*_presenter.py"))


class Paper:
    """A screen that writes down what it is told; every method may be called with anything."""

    def __init__(self, **answers: object) -> None:
        self.told: list[tuple[str, tuple[object, ...]]] = []
        self.__dict__.update(answers)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def note(*values: object, **named: object) -> None:
            self.told.append((name, (*values, *named.values())))

        return note

    def last(self, name: str) -> tuple[object, ...]:
        """What it was told last by this name."""
        return next(values for told, values in reversed(self.told) if told == name)


def item(name: str, minor: int | None, *, by_weight: bool = False) -> ScannedItem:
    return ScannedItem(
        product_id=new_id(),
        sale_unit_id=new_id(),
        code="",
        name=name,
        spec="",
        unit_name="",
        by_weight=by_weight,
        tax=NO_TAX,
        price=None if minor is None else Money(minor),
    )


def test_no_presenter_loads_qt() -> None:
    names = ", ".join(f"app.ui.cashier.{path.stem}" for path in PRESENTERS)
    check = f"import sys, {names}; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert len(PRESENTERS) >= 11
    assert subprocess.run([sys.executable, "-c", check], check=False, timeout=60).returncode == 0


def test_rows_stand_in_the_order_of_scanning_with_their_states() -> None:
    basket = Basket(new_id(), ManualClock().now())
    basket = basket.with_item(item("a", 200), ONE).with_unknown("999").with_item(item("b", None), ONE)
    basket = basket.with_item(item("c", 1100, by_weight=True), NONE)
    rows = rows_of(price(basket))
    assert [(row.number, row.name, row.state) for row in rows] == [
        (1, "a", RowState.SELLABLE),
        (2, "999", RowState.UNKNOWN),
        (3, "b", RowState.NEEDS_PRICE),
        (4, "c", RowState.NEEDS_WEIGHT),
    ]
    assert [row.total for row in rows] == [Money(200), None, None, None]


# Payment


def paying(
    total: int, *, amount: Money | None = None, fails: Exception | None = None, rule: CashRule | None = None
) -> tuple[PaymentPresenter, Paper, Paper, list[PaymentPlan]]:
    paid: list[PaymentPlan] = []

    def pay(plan: PaymentPlan) -> object:
        if fails is not None:
            raise fails
        paid.append(plan)
        return SimpleNamespace(kind=SaleKind.SALE)

    session = SimpleNamespace(view=None, largest_note=lambda: Money(10_000), pay=pay)
    screen = Paper(top_panel=PanelName.PAYMENT)
    panel = Paper(amount=lambda: amount, reference=lambda: "77")
    presenter = PaymentPresenter(Counter(session, screen), panel)  # type: ignore[arg-type]
    presenter.start(PaymentPlan(Money(total), rule or CashRule()))
    return presenter, panel, screen, paid


def test_enter_with_an_empty_amount_is_exact_and_only_once() -> None:
    presenter, _panel, screen, paid = paying(1234)
    presenter.on_enter()
    presenter.on_enter()
    assert len(paid) == 1
    assert paid[0].given == Money(1234)
    assert screen.last("show_done")


def test_a_failed_commit_keeps_the_plan_so_that_enter_tries_again() -> None:
    presenter, _panel, screen, paid = paying(500, fails=StoreError("SQLITE_FULL"))
    presenter.on_enter()
    assert not paid
    assert presenter.plan == PaymentPlan(Money(500))
    assert isinstance(screen.last("tell")[0], StoreError)


def test_the_preview_says_change_rest_or_nothing() -> None:
    presenter, panel, _screen, _paid = paying(500)
    for typed, change, rest in (
        (None, Money(0), Money(0)),
        (Money(600), Money(100), Money(0)),
        (Money(200), None, Money(300)),
    ):
        presenter.on_amount_changed(typed)
        (preview,) = panel.last("show_preview")
        assert (preview.change, preview.remaining) == (change, rest)  # type: ignore[attr-defined]
    presenter.on_amount_changed(Money(0))
    assert panel.last("show_preview") == (None,)


def test_rounding_is_settled_in_cash_only() -> None:
    presenter, _panel, _screen, paid = paying(1234, rule=CashRule(step=10))
    presenter.on_enter()
    assert [(tender.kind, tender.amount.minor) for tender in paid[0].tenders] == [
        (TenderKind.CASH, 1230),
        (TenderKind.ROUNDING, 4),
    ]


def test_a_reference_goes_with_an_electronic_payment() -> None:
    presenter, panel, _screen, paid = paying(800)
    presenter.on_other(TenderKind.ALIPAY)
    assert panel.last("ask_reference") == (TenderKind.ALIPAY, Money(800))
    assert not paid
    presenter.on_enter()
    assert [(tender.kind, tender.reference) for tender in paid[0].tenders] == [(TenderKind.ALIPAY, "77")]


# Grants


class Later:
    """Jobs that are done when the test says so."""

    def __init__(self) -> None:
        self.finish: Callable[[], None] = lambda: None

    def run(self, work: Callable[[Report], Any], *, then: Callable[[Any], None], failed: Callable[[Exception], None], uses_db: bool = True) -> Any:  # fmt: skip
        """Keep the work."""
        del uses_db

        def finish() -> None:
            try:
                answer = work(Report())
            except Exception as problem:
                failed(problem)
            else:
                then(answer)

        self.finish = finish
        return None


def granting(answer: Grant | Exception) -> tuple[Counter, GrantPresenter, Paper, Later, list[str]]:
    happened: list[str] = []

    def grant(pin: str, permission: Permission) -> Grant:
        del pin, permission
        if isinstance(answer, Exception):
            raise answer
        return answer

    counter = Counter(SimpleNamespace(view=None), Paper(top_panel=None))  # type: ignore[arg-type]
    jobs, panel = Later(), Paper()
    presenter = GrantPresenter(
        counter,
        SimpleNamespace(grant=grant),  # type: ignore[arg-type]
        jobs,
        panel,
        lambda is_paused: happened.append("pause" if is_paused else "go on"),
    )
    counter.set_granter(presenter)
    return counter, presenter, panel, jobs, happened


LEAVE = forged_leave(Permission.CHANGE_PRICE)


def test_scans_wait_from_the_pin_until_what_it_was_for_is_done() -> None:
    counter, presenter, _panel, jobs, happened = granting(LEAVE)

    def work(grant: Grant | None) -> str:
        if grant is None:
            raise GrantNeeded(Permission.CHANGE_PRICE)
        happened.append(f"done with {grant.granted_by_name}")
        return "view"

    counter.with_leave(work, happened.append)
    presenter.on_pin("275163")
    presenter.on_pin("275163")
    assert presenter.back(), "while the PIN is checked, Esc does nothing"
    jobs.finish()
    assert happened == ["pause", "done with 王老板", "view", "go on"]


def test_a_refused_pin_does_nothing_and_can_be_typed_again() -> None:
    counter, presenter, panel, jobs, happened = granting(NotAllowed())

    def work(grant: Grant | None) -> str:
        if grant is None:
            raise GrantNeeded(Permission.OPEN_DRAWER)
        return "opened"

    counter.with_leave(work, happened.append)
    presenter.on_pin("000000")
    jobs.finish()
    assert happened == ["pause", "go on"]
    assert isinstance(panel.last("show_refusal")[0], NotAllowed)
    assert not presenter.back(), "Esc closes the panel"


def test_esc_forgets_what_the_grant_was_for() -> None:
    counter, presenter, _panel, jobs, happened = granting(LEAVE)

    def work(grant: Grant | None) -> str:
        raise GrantNeeded(Permission.OPEN_DRAWER)

    counter.with_leave(work, happened.append)
    assert not presenter.back()
    presenter.on_pin("275163")
    jobs.finish()
    assert happened == []


def test_a_bug_behind_a_pin_is_not_hidden() -> None:
    _counter, presenter, _panel, jobs, _happened = granting(RuntimeError("bug"))
    presenter.ask(Permission.OPEN_DRAWER, lambda grant: None)
    presenter.on_pin("275163")
    with pytest.raises(RuntimeError):
        jobs.finish()


def test_an_answer_that_comes_after_the_till_was_locked_does_nothing() -> None:
    counter, presenter, _panel, jobs, happened = granting(LEAVE)
    counter.with_leave(lambda grant: _needs(grant, happened), lambda result: None)
    presenter.on_pin("275163")
    presenter.put_away()
    presenter.ask(Permission.OPEN_DRAWER, lambda grant: happened.append("the next person's"))
    jobs.finish()
    assert happened == ["pause", "go on"]


def _needs(grant: Grant | None, happened: list[str]) -> None:
    if grant is None:
        raise GrantNeeded(Permission.CHANGE_PRICE)
    happened.append("done")


def test_a_grant_that_served_once_serves_no_second_action() -> None:
    counter, presenter, panel, jobs, _happened = granting(LEAVE)
    used: list[Grant | None] = []

    def work(grant: Grant | None) -> None:
        used.append(grant)
        if grant is None:
            raise GrantNeeded(Permission.CHANGE_PRICE)

    for _ in range(2):
        counter.with_leave(work, lambda result: None)
        presenter.on_pin("275163")
        jobs.finish()
    assert used == [None, LEAVE, None, LEAVE]
    assert len([told for told, _values in panel.told if told == "ask"]) == 2


def test_a_grant_that_came_too_late_is_told() -> None:
    counter, presenter, _panel, jobs, _happened = granting(LEAVE)
    told: list[ShukeError] = []

    def work(grant: Grant | None) -> None:
        raise GrantNeeded(Permission.CHANGE_PRICE)

    counter.with_leave(work, lambda result: None, told.append)
    presenter.on_pin("275163")
    jobs.finish()
    assert [type(problem) for problem in told] == [GrantNeeded]


UP = CashRule(step=100, mode=CashRounding.UP)


def test_between_the_rest_and_what_coins_can_pay_the_due_amount_is_said() -> None:
    presenter, panel, _screen, paid = paying(1250, rule=UP)
    presenter.on_amount_changed(Money(1260))
    (preview,) = panel.last("show_preview")
    assert preview == Preview(None, Money(1250), due=Money(1300))
    presenter.on_enter()
    assert not paid or paid[0].given == Money(1300)


def test_a_rest_below_the_smallest_coin_is_explained() -> None:
    presenter, panel, _screen, _paid = paying(1002, rule=CashRule(step=10), amount=Money(1000))
    presenter.on_other(TenderKind.CARD)
    presenter.on_enter()
    assert isinstance(panel.last("show_careful")[0], BelowSmallestCoin)
    presenter.on_enter()
    assert isinstance(panel.last("show_careful")[0], BelowSmallestCoin)


def test_a_sold_basket_leads_back_to_its_lines() -> None:
    presenter, _panel, screen, _paid = paying(500, fails=AlreadySold(number="T1-000001", total=Money(300)))
    presenter.on_enter()
    assert presenter.plan is None
    assert isinstance(screen.last("tell")[0], AlreadySold)
    assert screen.last("close_panels") == ()
    assert [told for told, _values in screen.told].count("show_done") == 0


def quoted(sale: RefundableSale, parts: tuple[RefundPart, ...], wish: TenderKind | None) -> RefundQuote:
    """All of it by the way that is wished for."""
    return RefundQuote(sale.total, (Way(wish or sale.paid_with[0], sale.total),), 0, parts)


def refunding(*paid_with: TenderKind) -> tuple[RefundPresenter, Paper, Paper]:
    line = RefundableLine(new_id(), "a", "", False, ONE, ONE, Money(500), Money(500))
    sale = RefundableSale(new_id(), "T1-000001", ManualClock().now(), Money(500), None, (line,), paid_with)
    session = SimpleNamespace(view=None, quote_refund=quoted)
    screen, panel = Paper(top_panel=None), Paper(chosen=lambda: 0)
    presenter = RefundPresenter(Counter(session, screen), panel)  # type: ignore[arg-type]
    presenter.open_with(sale)
    return presenter, panel, screen


CASH, CARD, WECHAT = TenderKind.CASH, TenderKind.CARD, TenderKind.WECHAT


@pytest.mark.parametrize(
    ("paid_with", "kinds"),
    [
        ((CASH,), (CASH,)),
        ((WECHAT,), (CASH, WECHAT)),
        ((CARD, WECHAT), (CASH, CARD, WECHAT)),
        ((WECHAT, CASH), (CASH, WECHAT)),
    ],
)
def test_the_usual_way_back_is_left_to_the_session_and_another_one_is_asked_for(
    paid_with: tuple[TenderKind, ...], kinds: tuple[TenderKind, ...]
) -> None:
    presenter, panel, _screen = refunding(*paid_with)
    (state,) = panel.last("show_refund")
    assert (ways_of(state), state.kinds) == ([paid_with[0]], kinds)  # type: ignore[attr-defined]
    presenter.on_kind(TenderKind.ALIPAY)
    assert ways_of(panel.last("show_refund")[0]) == [paid_with[0]], "it took nothing by Alipay"
    presenter.on_kind(CASH)
    assert ways_of(panel.last("show_refund")[0]) == [CASH]


def ways_of(state: object) -> list[TenderKind]:
    assert isinstance(state, RefundState)
    return [way.kind for way in state.quote.ways]
