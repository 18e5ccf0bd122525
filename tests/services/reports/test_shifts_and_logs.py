"""The list of shifts, X and Z as paper; who did what, and who does it more than the others."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from app.services.checkout.after_sales import AfterSales
from app.services.checkout.session import CheckoutSession
from app.services.common.actor import Actor, Permission
from app.services.reports.control import ODD_LEAST, CashierControl, count_by_cashier
from app.services.reports.logs import LogFilter, LogKind, LogRow, all_log, list_log
from app.services.reports.sale_view import open_sale
from app.services.reports.shifts import ShiftFilter, all_shifts, list_shifts, shift_report
from app.services.shifts.report import closed_figures, shift_figures
from app.services.staff.sign_in import make_grant
from app.values.money import ZERO, Money
from tests.services.reports.history import History
from tests.support.goods import WATER

MONDAY = date(2026, 1, 5)


def till(history: History, actor: Actor | None = None) -> CheckoutSession:
    return CheckoutSession(history.shop.store, actor or history.shop.cashier)


def log(history: History, *kinds: LogKind, **more: object) -> list[LogRow]:
    with history.look() as read:
        return list(list_log(read, LogFilter(kinds, **more)).rows)  # type: ignore[arg-type]


def control(history: History) -> dict[str, CashierControl]:
    with history.look() as read:
        return {person.name: person for person in count_by_cashier(read, MONDAY, date(2026, 1, 31))}


# Shifts


def test_shifts_newest_first_as_printed_or_as_they_stand(history: History) -> None:
    history.at("2026-01-05 09:00")
    history.sell(("water", 1))
    history.close(20_100)
    history.at("2026-01-06 09:00")
    second = history.open()
    history.sell(("milk", 1))
    with history.look() as read:
        new, old = list_shifts(read, ShiftFilter()).rows
        assert (new.is_open, new.closed_by, new.over_short) == (True, "", None)
        assert new.figures == shift_figures(read, second)
        assert (old.number, old.opened_by, old.closed_by, old.over_short) == (1, "小李", "小李", Money(-100))
        assert old.figures == closed_figures(read, old.shift_id)
        assert [row.number for row in all_shifts(read, ShiftFilter(until_date=MONDAY))] == [1]
        assert list_shifts(read, ShiftFilter(staff=history.shop.owner.staff_id)).rows == ()
        page = list_shifts(read, ShiftFilter(), limit=1)
        assert page.next is not None
        assert list_shifts(read, ShiftFilter(), page=page.next, limit=1).rows == (old,)


def test_x_and_z_in_both_languages(history: History) -> None:
    history.sell(("water", 1))
    shift_id = history.shop.cashier.shift_id
    assert shift_id is not None
    with history.look() as read:
        x = shift_report(read, shift_id, language="en")
    assert not x.is_final
    assert "X REPORT" in x.paper.to_json()
    history.close()
    with history.look() as read:
        z = shift_report(read, shift_id)
        assert z.figures == closed_figures(read, shift_id)
        with pytest.raises(LookupError):
            shift_report(read, history.shop.till.till_id)
    assert z.is_final
    assert "交班报表" in z.paper.to_json()


def test_a_z_as_pdf_says_what_the_paper_says(history: History, tmp_path: Path) -> None:
    from app.services.reports.desk import Reports

    history.sell(("water", 1))
    shift_id = history.shop.cashier.shift_id
    assert shift_id is not None
    history.close(20_200)
    path = tmp_path / "z.pdf"
    Reports(history.shop.store, history.shop.owner).write_shift(shift_id, path)
    assert b"/FontFile2" in path.read_bytes()
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here: what the page says was not read")
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    for words in ("熟客便利店", "交班报表", "T1-000001", "202.00"):
        assert words in said


# The log


def test_every_kind_of_row_with_both_names(history: History) -> None:
    session = till(history)
    session.scan("6921168509256")
    session.scan("6907992512105")
    line = session.view.priced.lines[0].line.line_id
    session.change_price(line, Money(150), history.leave(Permission.CHANGE_PRICE))
    session.remove(session.view.priced.lines[1].line.line_id)
    history.shop.clock.tick()
    AfterSales(history.shop.store, history.shop.cashier).open_drawer(history.leave(Permission.OPEN_DRAWER))
    history.shop.clock.tick()
    sale = history.sell(("milk", 2))
    history.refund(sale, grant=history.leave(Permission.REFUND_OVER_LIMIT))

    (drawer,) = log(history, LogKind.NO_SALE)
    assert (drawer.staff, drawer.granted_by, drawer.till_code, drawer.amount) == ("小李", "王老板", "T1", None)
    (price,) = log(history, LogKind.PRICE)
    assert (price.subject, price.amount, price.granted_by) == (WATER.name, Money(-50), "王老板")
    (void,) = log(history, LogKind.VOID)
    assert (void.subject, void.amount, void.granted_by) == ("伊利纯牛奶", Money(5_990), "")
    (refund,) = log(history, LogKind.REFUND)
    assert (refund.subject, refund.receipt, refund.amount) == ("T1-000001", "T1-000002", Money(11_980))
    assert refund.sale_id is not None
    assert [row.action for row in log(history, LogKind.GRANT)] == ["refund", "no_sale", "price_changed"]
    assert [row.action for row in log(history)] == ["refund", "no_sale", "line_removed", "price_changed"]
    with history.look() as read:
        assert open_sale(read, refund.sale_id).granted_by == "王老板"


def test_leave_refused_stands_in_the_log(history: History) -> None:
    owner = history.shop.owner.staff_id
    history.do(lambda uow: make_grant(uow, "000001", Permission.OPEN_DRAWER, staff_id=owner))
    (refused,) = log(history, LogKind.GRANT)
    assert (refused.action, refused.staff, refused.granted_by) == ("grant_refused", "小李", "")
    assert refused.note == "open_drawer, wrong PIN"
    assert control(history)["小李"].grants_refused == 1


def test_the_log_by_person_and_by_day_and_in_pages(history: History) -> None:
    chen = history.hire("小陈", "918273")
    for day in (5, 6, 7):
        for actor in (history.shop.cashier, chen):
            history.at(f"2026-01-{day + 1:02d} 01:00")  # belongs to the evening before
            session = till(history, actor)
            session.scan("6921168509256")
            session.remove(session.view.priced.lines[0].line.line_id)
    assert len(log(history, LogKind.VOID)) == 6
    assert {row.staff for row in log(history, staff=chen.staff_id)} == {"小陈"}
    some = log(history, from_date=date(2026, 1, 6), until_date=date(2026, 1, 6))
    assert [row.business_date.day for row in some] == [6, 6]
    with history.look() as read:
        every = [row.row_id for row in list_log(read, LogFilter()).rows]
        assert [row.row_id for row in all_log(read, LogFilter(), page_length=1)] == every
        assert [row.row_id for row in all_log(read, LogFilter(), page_length=4)] == every
        assert len(every) == 6


# Counts


def test_counts_and_rates_by_hand(history: History) -> None:
    for _ in range(3):
        history.sell(("water", 1))
    history.sell(("milk", 1), typed=5_000)
    session = till(history)
    session.scan("6921168509256")
    session.remove(session.view.priced.lines[0].line.line_id)
    li = control(history)["小李"]

    assert (li.sale_count, li.turnover, li.discounted) == (4, Money(5_600), Money(990))
    void = li.of(LogKind.VOID)
    assert (void.times, void.amount, void.per_hundred) == (1, Money(200), 2_500)
    assert li.of(LogKind.NO_SALE).times == 0
    assert li.of(LogKind.NO_SALE).amount == ZERO
    assert not li.is_odd


@pytest.mark.parametrize(
    ("sales", "voids", "is_odd"),
    [(10, ODD_LEAST, True), (20, ODD_LEAST, True), (21, ODD_LEAST, False), (1, ODD_LEAST - 1, False)],
)
def test_the_odd_one_out_is_seen(history: History, sales: int, voids: int, is_odd: bool) -> None:
    """Beside somebody who took out 5 lines in 40 sales: twice as often is odd, a little less is not."""
    chen = history.hire("小陈", "918273")
    for actor, sold, removed in ((history.shop.cashier, 40, 5), (chen, sales, voids)):
        for _ in range(sold):
            history.sell(("water", 1), by=actor)
        for _ in range(removed):
            session = till(history, actor)
            session.scan("6921168509256")
            session.remove(session.view.priced.lines[0].line.line_id)
    people = control(history)
    assert people["小陈"].of(LogKind.VOID).is_odd is is_odd
    assert not people["小李"].is_odd
    assert not people["小陈"].of(LogKind.REFUND).is_odd


def test_who_did_without_selling_has_no_rate(history: History) -> None:
    sale = history.sell(("water", 1))
    history.refund(sale)
    owner = control(history)["王老板"]
    assert (owner.sale_count, owner.of(LogKind.REFUND).times, owner.of(LogKind.REFUND).per_hundred) == (0, 1, None)


# One sale


def test_a_sale_with_all_that_happened_to_it(history: History) -> None:
    li = history.stocked.enrol(name="李明")
    sale = history.sell(("water", 3), ("milk", 1), member=li)
    history.shop.clock.tick()
    back = history.refund(sale, (1, 2))
    AfterSales(history.shop.store, history.shop.cashier).reprint(sale.sale_id)
    with history.look() as read:
        view, refund = open_sale(read, sale.sale_id), open_sale(read, back.sale_id)
    assert view.posted == sale
    assert view.member is not None
    assert (view.member.name, view.member.phone) == ("李明", "138****8000")
    assert [(part.number, part.total) for part in view.refunds] == [(back.number, Money(-400))]
    assert [(copy.at, copy.cashier) for copy in view.reprints] == [(history.shop.clock.now(), "小李")]
    assert {line: quantity.milli for line, quantity in view.given_back.items()} == {sale.lines[0].line_id: 2_000}
    assert view.kept == Money(600 + 4_990 - 400)
    assert (view.original, view.granted_by) == (None, "")
    assert refund.original is not None
    assert (refund.original.number, refund.refunds, refund.reprints) == (sale.number, (), ())
