"""The list of sales: every way of finding, pages without gaps, and no walk through the whole file."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.catalogue.drafts import ProductDraft
from app.services.common.uow import Reader
from app.services.members.cards import add_card, close_card
from app.services.payments.plan import TenderKind
from app.services.reports.sale_filter import KindFilter, SaleFilter
from app.services.reports.sale_sources import SaleKey
from app.services.reports.sales import SaleRow, SaleTotals, all_sales, list_sales, total_sales
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.bench.reports import History as Bulk
from tests.bench.reports import fill
from tests.services.reports.history import History
from tests.support.goods import stock_shop
from tests.support.shop import make_shop


def found(history: History, wanted: SaleFilter) -> list[str]:
    with history.look() as read:
        page = list_sales(read, wanted, with_totals=True)
        assert page.totals is not None
        assert page.totals.count == len(page.rows)
        assert page.totals.net == Money.total(row.total for row in page.rows)
        return [row.number for row in page.rows]


@pytest.fixture
def week(history: History) -> History:
    """Receipts 1 to 7: see the times and goods."""
    li = history.stocked.enrol("13800138000", "李明")
    history.at("2026-01-05 09:10")
    history.sell(("water", 1))  # 1: 2.00
    history.sell(("noodles", 1), ("water", 2), member=li)  # 2: 20.90
    history.at("2026-01-06 01:30")  # still the 5th
    history.sell(("milk", 1), by=history.shop.owner, other=(TenderKind.WECHAT, 99_999))  # 3: 59.90
    history.at("2026-01-06 10:00")
    sale = history.sell(("apples", 2), ("milk", 1), member=li)  # 4: 22.00 + 49.90
    history.refund(sale, (2, 1))  # 5: -49.90
    history.close()
    history.at("2026-01-07 10:00")
    history.open()
    history.sell(("water", 6))  # 6: 12.00
    history.sell(("water", 1), ("noodles", 1))  # 7: 18.90
    return history


def test_newest_first_with_what_the_list_shows(week: History) -> None:
    with week.look() as read:
        rows = list_sales(read, SaleFilter()).rows
    assert [row.number[-1] for row in rows] == list("7654321")
    fifth, fourth, third = rows[2:5]
    assert (fifth.is_refund, fifth.total, fifth.cashier) == (True, Money(-4_990), "王老板")
    assert (fourth.given_back, fourth.total, fourth.line_count, fourth.discount) == (
        Money(-4_990), Money(7_190), 2, Money(1_000),
    )  # fmt: skip
    assert fourth.member is not None
    assert (fourth.member.name, fourth.member.phone) == ("李明", "138****8000")
    assert (third.tenders, third.business_date, third.till_code) == (("wechat",), date(2026, 1, 5), "T1")


def test_each_filter_and_all_of_them_together(week: History) -> None:
    with week.look() as read:
        rows = {row.number[-1]: row for row in list_sales(read, SaleFilter()).rows}
    member = rows["2"].member
    assert member is not None
    water, milk = (week.stocked.items[name].product_id for name in ("water", "milk"))
    first_shift = shift_of(week, "1")
    cases = {
        "321": SaleFilter(from_date=date(2026, 1, 5), until_date=date(2026, 1, 5)),
        "7654": SaleFilter(from_date=date(2026, 1, 6)),
        "542": SaleFilter(member=member.member_id),
        "7621": SaleFilter(product=water),
        "5 43": SaleFilter(product=milk),
        "53": SaleFilter(staff=week.shop.owner.staff_id),
        "5": SaleFilter(kind=KindFilter.REFUND),
        "764321": SaleFilter(kind=KindFilter.SALE),
        "543": SaleFilter(least=Money(4_990)),
        "61": SaleFilter(most=Money(1_200)),
        "7": SaleFilter(least=Money(1_201), most=Money(1_890)),
        "54321": SaleFilter(shift=first_shift),
        "4": SaleFilter(member=member.member_id, product=milk, kind=KindFilter.SALE, shift=first_shift),
        "": SaleFilter(member=member.member_id, from_date=date(2026, 1, 7)),
    }
    for numbers, wanted in cases.items():
        assert "".join(number[-1] for number in found(week, wanted)) == numbers.replace(" ", ""), wanted


def shift_of(history: History, end: str) -> Id:
    from sqlalchemy import select

    from app.models.sales import Sale

    with history.look() as read:
        shift_id = read.connection.execute(select(Sale.shift_id).where(Sale.number.endswith(end))).scalars().first()
    assert shift_id is not None
    return shift_id


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("T1-000004", "4"),
        ("t1-000004", "4"),
        ("Ｔ１－０００００４", "4"),
        ("000004", "4"),
        ("4", "4"),
        ("04", "4"),
        ("8", ""),
        ("李明", "542"),
        ("8000", "542"),
        ("lm", "542"),
        ("农夫山泉", "7621"),
        ("nfsq", "7621"),
        ("6921168509256", "7621"),
        ("12.00", "6"),
        ("12", "6"),
        ("￥49.90", "5"),
        ("-49.90", "5"),
        ("nothing like it", ""),
        ("   ", "7654321"),
    ],
)
def test_any_text_people_type(week: History, text: str, numbers: str) -> None:
    assert "".join(number[-1] for number in found(week, SaleFilter(text))) == numbers


def test_text_and_filters_hold_together(week: History) -> None:
    milk = week.stocked.items["milk"].product_id
    assert found(week, SaleFilter("李明", until_date=date(2026, 1, 5))) == ["T1-000002"]
    assert found(week, SaleFilter("李明", product=milk, kind=KindFilter.SALE)) == ["T1-000004"]


def test_the_end_of_a_long_number(history: History) -> None:
    posted = [history.sell(("water", 1)) for _ in range(23)]
    assert found(history, SaleFilter("3")) == [posted[at - 1].number for at in (23, 13, 3)]
    assert found(history, SaleFilter("13")) == [posted[12].number]
    assert found(history, SaleFilter("T1-000003")) == [posted[2].number]


def test_an_article_on_two_lines_is_one_sale(history: History) -> None:
    sold = history.sell(("apples", Quantity(735)), ("apples", Quantity(500)))
    assert len(sold.lines) == 2
    wanted = SaleFilter(product=history.stocked.items["apples"].product_id)
    assert found(history, wanted) == found(history, SaleFilter("苹果")) == [sold.number]
    with history.look() as read:
        assert list_sales(read, wanted, limit=1).next is None


def test_a_lost_card_and_a_closed_article_still_find_their_sales(history: History) -> None:
    member = history.stocked.enrol("13911112222", "王芳")
    card_id = history.do(lambda uow: add_card(uow, member.member_id, "SK80000001"))
    sold = history.sell(("water", 1), member=member)
    history.do(lambda uow: close_card(uow, card_id, "lost"), history.shop.owner)
    assert found(history, SaleFilter("SK80000001")) == [sold.number]


@given(text=st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_text_is_safe(bulk: Reader, text: str) -> None:
    list_sales(bulk, SaleFilter(text), limit=3)


@pytest.mark.parametrize(
    "text", ['"', "'; DROP TABLE sale; --", "%", "_", "*", "NEAR(", "-", "\x00", "９" * 70, "\ud800"]
)
def test_texts_that_mean_something_elsewhere(bulk: Reader, text: str) -> None:
    list_sales(bulk, SaleFilter(text), limit=3)


# A larger file, written in bulk


SALES = 3_000


@pytest.fixture(scope="module")
def bulk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Many sales over many days."""
    stocked = stock_shop(make_shop(tmp_path_factory.mktemp("bulk")))
    for number in range(30):
        stocked.add(f"g{number}", ProductDraft(f"商品{number:02d}号", codes=(), price=Money(500)))
    for number in range(8):
        stocked.enrol(f"1380013{number:04d}", f"会员{number}")
    shop = stocked.shop
    shop.database.close()
    fill(shop.path, shop, Bulk(SALES, 4, 60))
    with shop.store.read() as read:
        yield read
    shop.close()


def pages(read: Reader, wanted: SaleFilter, limit: int) -> Iterator[SaleRow]:
    at: SaleKey | None = None
    for _ in range(10_000):
        page = list_sales(read, wanted, page=at, limit=limit)
        assert len(page.rows) <= limit
        yield from page.rows
        at = page.next
        if at is None:
            return
        assert len(page.rows) == limit
    raise AssertionError("the pages never end")


def test_pages_join_without_gap_or_double(bulk: Reader) -> None:
    numbers = [row.number for row in pages(bulk, SaleFilter(), 171)]
    assert numbers == [f"T1-{number:06d}" for number in range(SALES, 0, -1)]
    assert [row.number for row in all_sales(bulk, SaleFilter(), page_length=400)] == numbers


@st.composite
def filters(draw: st.DrawFn, read: Reader | None = None) -> SaleFilter:
    days = st.none() | st.integers(-3, 65).map(lambda at: date(2024, 1, 1) + timedelta(days=at))
    amounts = st.none() | st.integers(0, 26_000).map(Money)
    return SaleFilter(
        text=draw(st.sampled_from(["", "", "7", "42", "商品", "会员3", "0005", "12.40"])),
        from_date=draw(days),
        until_date=draw(days),
        least=draw(amounts),
        most=draw(amounts),
        kind=draw(st.sampled_from(KindFilter)),
    )


@given(wanted=filters(), pick=st.integers(0, 10**6), limit=st.integers(1, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_list_is_what_a_plain_look_at_every_row_finds(
    bulk: Reader, wanted: SaleFilter, pick: int, limit: int
) -> None:
    chance = random.Random(pick)
    every = every_sale(bulk)
    if chance.random() < 0.3:
        wanted = replace(wanted, member=chance.choice([row[1] for row in every if row[1] is not None]))
    if chance.random() < 0.3:
        wanted = replace(wanted, staff=chance.choice(every)[2])
    if chance.random() < 0.3:
        wanted = replace(wanted, product=chance.choice(sorted(chance.choice(every)[6])))
    expected = [row for row in every if fits(bulk, row, wanted)]
    got = list_sales(bulk, wanted, limit=limit)
    assert [row.number for row in got.rows] == [row[0] for row in expected[:limit]]
    assert (got.next is not None) == (len(expected) > limit)
    totals = total_sales(bulk, wanted)
    assert totals.count == len(expected)
    assert totals.net.minor == sum(row[4] for row in expected)
    assert totals.refunds.minor == sum(row[4] for row in expected if row[5] == "refund")


Plain = tuple[str, Id | None, Id, date, int, str, frozenset[Id]]
_EVERY: list[Plain] = []


def every_sale(read: Reader) -> list[Plain]:
    """All sales, newest first: number, member, staff, day, total, kind, articles."""
    from sqlalchemy import select

    from app.models.sales import Sale, SaleLine

    if not _EVERY:
        goods: dict[Id, set[Id]] = {}
        for sale_id, product_id in read.connection.execute(select(SaleLine.sale_id, SaleLine.product_id)):
            goods.setdefault(sale_id, set()).add(product_id)
        query = select(
            Sale.number, Sale.member_id, Sale.staff_id, Sale.business_date, Sale.total_minor, Sale.kind, Sale.id
        ).order_by(Sale.number.desc())
        _EVERY.extend((*row[:6], frozenset(goods[row[6]])) for row in read.connection.execute(query))
    return _EVERY


def fits(read: Reader, row: Plain, wanted: SaleFilter) -> bool:
    _, member, staff, day, total, kind, goods = row
    return (
        (wanted.from_date is None or day >= wanted.from_date)
        and (wanted.until_date is None or day <= wanted.until_date)
        and (wanted.member is None or member == wanted.member)
        and (wanted.staff is None or staff == wanted.staff)
        and (wanted.product is None or wanted.product in goods)
        and (wanted.least is None or abs(total) >= wanted.least.minor)
        and (wanted.most is None or abs(total) <= wanted.most.minor)
        and wanted.kind in ("all", kind)
        and (not wanted.text or text_fits(read, row, wanted.text))
    )


def text_fits(read: Reader, row: Plain, text: str) -> bool:
    """The four meanings of a text, told apart by the words this test uses."""
    number, member, _, _, total, _, goods = row
    members, articles, amount = meanings(read, text)
    return (
        (text.isdigit() and number.endswith(text))
        or member in members
        or bool(goods & articles)
        or abs(total) == amount
    )


_MEANINGS: dict[str, tuple[set[Id], set[Id], int | None]] = {}


def meanings(read: Reader, text: str) -> tuple[set[Id], set[Id], int | None]:
    """Members, articles and the amount that a text may mean."""
    from app.services.catalogue.search import search_items
    from app.services.members.find import find_members
    from app.services.reports.sale_sources import MOST_GOODS

    if text not in _MEANINGS:
        members = {found.member_id for found in find_members(read, text)}
        articles = {item.product_id for item in search_items(read, text, limit=MOST_GOODS)}
        try:
            amount: int | None = Money.parse(text).minor
        except ValueError:
            amount = None
        _MEANINGS[text] = (members, articles, amount)
    return _MEANINGS[text]


def test_an_empty_shop_has_an_empty_list(history: History) -> None:
    assert found(history, SaleFilter()) == []
    with history.look() as read:
        assert total_sales(read, SaleFilter("x")) == SaleTotals()
