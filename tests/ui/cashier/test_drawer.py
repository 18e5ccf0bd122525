"""The drawer and the shift, paper, and the sheet of keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.receipts.queue import JobState, OfferedJob
from app.services.shifts.open import OpenShift
from app.values.ids import Id, new_id
from app.values.money import Money
from tests.support.shop import CASHIER_PIN, OWNER_PIN
from tests.support.till import NOODLES, WATER, TestTill


def test_the_drawer_without_a_sale_is_granted_and_said(till: TestTill) -> None:
    till.press("F9", "1")
    till.type(OWNER_PIN)
    till.press("Return")
    assert till.top == ""
    assert "drawer" in till.notice


def test_cash_in_and_out_want_a_reason(till: TestTill) -> None:
    till.press("F9", "2")
    till.type("50")
    till.press("Return", "Return")
    panel = till.pages.panels.cash
    assert "reason" in panel.form._fields["reason"].problem.text()
    assert till.top == "cash"
    till.type("change")
    till.press("Return")
    assert till.top == ""
    assert till.desk.shift_summary().drawer.expected == Money(25_000)


def test_x_report_is_shown(till: TestTill) -> None:
    till.sell(WATER)
    till.press("F9", "4")
    assert till.top == "paper"
    assert "2.00" in till.pages.panels.paper.view.sheet.text()
    till.press("Escape", "Escape")
    assert till.top == ""


def test_closing_shows_over_or_short_only_after_the_count(till: TestTill) -> None:
    closed: list[bool] = []
    till.pages.shift_closed.connect(lambda: closed.append(True))
    till.sell(WATER)
    till.press("F9", "5")
    panel = till.pages.panels.close_shift
    assert "202" not in panel.title.text() + panel.hint.text() + panel.confirm.text()
    till.type("201")
    till.press("Return")
    assert till.desk.shift() is not None, "the first Enter only asks"
    till.press("Return")
    assert till.desk.shift() is None
    assert panel.outcome.text() == "-¥1.00"
    assert panel.verdict.text() == "Short"
    assert not closed
    till.press("Return")
    assert closed == [True]


def test_a_count_by_pieces_adds_up(till: TestTill) -> None:
    till.press("F9", "5")
    panel = till.pages.panels.close_shift
    panel.pieces[0].setFocus()
    till.type("2")
    assert panel.total_edit.money() == Money(20_000)
    till.press("Return", "Return")
    assert till.desk.shift() is None
    assert panel.verdict.text() == "✓ Exactly right"


def test_a_shift_does_not_close_over_goods_in_the_basket(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F9", "5")
    assert till.top == "till"
    assert till.notice


def test_changing_ones_pin(till: TestTill) -> None:
    till.press("F9", "6")
    for pin in (CASHIER_PIN, "730518", "730519"):
        till.type(pin)
        till.press("Return")
    assert "differ" in till.pages.panels.pin.form._fields["again"].problem.text()
    edit = till.pages.panels.pin._pins[2]
    edit.setFocus()
    edit.clear()
    till.type("730518")
    till.press("Return")
    assert till.top == ""
    assert "PIN" in till.notice


def test_opening_the_shift_with_a_quick_float(till: TestTill) -> None:
    till.desk.close_shift(Money(20_000))
    opened: list[OpenShift] = []
    till.pages.shift_opened.connect(opened.append)
    till.window.show_page("open_shift")
    QTest.mouseClick(till.pages.open_shift.quick[3], Qt.MouseButton.LeftButton)
    till.scan(WATER)
    assert till.rows == []
    assert till.pages.open_shift.edit.text() == "300.00"
    till.press("Return")
    assert [shift.float_amount for shift in opened] == [Money(30_000)]


def test_reprint_prints_the_last_and_pressed_again_asks_which(till: TestTill) -> None:
    first = till.sell(WATER)
    till.sell(NOODLES)
    till.press("F10")
    assert till.top == ""
    assert "COPY" in till.notice
    till.press("F10")
    assert till.top == "paper"
    assert "16.90" in till.pages.panels.paper.view.sheet.text()
    till.type(first)
    till.press("Return")
    assert "2.00" in till.pages.panels.paper.view.sheet.text()
    till.press("Return")
    assert till.top == ""
    assert "COPY" in till.notice


def test_reprint_before_any_sale_is_told(till: TestTill) -> None:
    till.press("F10")
    assert till.notice
    assert till.top == ""


def test_the_key_sheet_shows_what_works_and_lets_scans_through(till: TestTill) -> None:
    till.press("F1")
    assert till.top == "keys"
    till.scan(WATER)
    assert till.top == ""
    assert till.rows == ["农夫山泉饮用天然水"]
    till.press("Space", "F1")
    assert till.top == "keys"
    till.press("Escape")
    assert till.top == "payment"
    assert till.pages.panels.payment.amount_edit.hasFocus()


def test_keys_of_things_that_do_not_exist_yet_do_nothing(till: TestTill) -> None:
    till.scan(WATER)
    till.press("F6", "F12")
    assert till.top == ""
    assert till.rows == ["农夫山泉饮用天然水"]


def offer(till: TestTill, monkeypatch: pytest.MonkeyPatch, *numbers: str) -> list[tuple[Id, bool]]:
    """Two papers in doubt; the answers are collected."""
    jobs = tuple(OfferedJob(new_id(), "sale", None, number, "", 1, JobState.UNKNOWN, None) for number in numbers)
    answers: list[tuple[Id, bool]] = []
    monkeypatch.setattr(till.session, "unsure_prints", lambda: jobs)
    monkeypatch.setattr(till.session, "settle_print", lambda job, *, printed: answers.append((job, printed)))
    till.pages.offer_unsure_prints()
    return answers


def test_papers_in_doubt_are_asked_for_one_after_the_other(till: TestTill, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = offer(till, monkeypatch, "T1-000001", "T1-000002")
    assert till.top == "unsure"
    assert "T1-000001" in till.pages.panels.unsure.question.text()
    till.press("1")
    assert "T1-000002" in till.pages.panels.unsure.question.text()
    till.press("2")
    assert [printed for _job, printed in answers] == [True, False]
    assert till.top == ""


def test_a_scan_goes_past_the_question_and_f10_asks_again(till: TestTill, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = offer(till, monkeypatch, "T1-000001")
    till.scan(WATER)
    assert till.rows == ["农夫山泉饮用天然水"]
    assert till.top == ""
    till.press("F10")
    assert till.top == "unsure"
    assert not answers
