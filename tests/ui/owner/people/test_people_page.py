"""The staff page by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.services.common.actor import Role
from app.services.staff.people import ChangeStaff, StaffEntry, change_staff, list_staff
from app.services.staff.pins import check_pin
from app.services.staff.sign_in import pin_of
from app.ui.owner.pages import PAGES
from app.ui.owner.people.people_page import PeoplePage
from app.values.money import Money
from app.values.rates import Rate
from tests.support.office import TestOffice, make_office
from tests.support.shop import QUICK_HASHING

PAGE = [page for page in PAGES if page.key == "people"]


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, PAGE)
    page_of(made).presenter.hashing = QUICK_HASHING
    yield made
    made.close()


def page_of(office: TestOffice) -> PeoplePage:
    page = office.open("people")
    assert isinstance(page, PeoplePage)
    return page


def people(office: TestOffice) -> dict[str, StaffEntry]:
    with office.screen.context.read() as read:
        return {person.name: person for person in list_staff(read, with_closed=True)}


def pin_is(office: TestOffice, name: str, pin: str) -> bool:
    person = people(office)[name]
    with office.screen.context.read() as read:
        return check_pin(pin_of(read, person.staff_id).pin_hash, pin)


def names(page: PeoplePage) -> list[str]:
    return [row.name for row in page.list.model.rows()]


def test_people_are_found_by_pinyin(office: TestOffice) -> None:
    page = page_of(office)
    assert sorted(names(page)) == sorted(["王老板", "小李"])
    office.type("wlb")
    office.press("Return")
    assert names(page) == ["王老板"]


def test_somebody_new_by_keys_alone(office: TestOffice) -> None:
    page = page_of(office)
    office.press("Ctrl+N")
    office.type("Anna")
    office.press("Return", "Tab")
    office.type("50")
    office.press("Return")
    office.type("10")
    for _ in range(2):
        office.press("Return")
        office.type("618402")
    office.press("Ctrl+S")

    anna = people(office)["Anna"]
    assert (anna.role, anna.refund_limit, anna.discount_limit) == (Role.CASHIER, Money(5000), Rate(1000))
    assert pin_is(office, "Anna", "618402")
    assert "Anna" in names(page)
    assert page.top is page.list


@pytest.mark.parametrize(
    ("pins", "word"), [(("618402", "618403"), "not the same"), (("123456", "123456"), "guess"), (("1", "1"), "6")]
)
def test_a_pin_that_will_not_do_is_said_and_nothing_is_lost(
    office: TestOffice, pins: tuple[str, str], word: str
) -> None:
    page = page_of(office)
    office.press("Ctrl+N")
    page.new_form.set_value("name", "Anna")
    for key, pin in zip(("pin", "again"), pins, strict=True):
        page.new_form.set_value(key, pin)
    office.press("Ctrl+S")

    assert any(word in text for text in page.new_form.problem_texts())
    assert page.new_form.values()["name"] == "Anna"
    assert "Anna" not in people(office)


def test_limits_are_changed_and_taken_back(office: TestOffice) -> None:
    page = page_of(office)
    page._on_opened(people(office)["小李"])
    page.form.set_value("refund_limit", Money(2000))
    office.press("Ctrl+S")
    assert people(office)["小李"].refund_limit == Money(2000)
    office.press("Ctrl+Z")
    assert people(office)["小李"].refund_limit is None


def test_who_saves_second_sees_what_is_stored(office: TestOffice) -> None:
    page = page_of(office)
    mine = people(office)["小李"]
    page._on_opened(mine)
    with office.screen.context.action("staff") as uow:
        change_staff(uow, ChangeStaff(mine.staff_id, "小李", Role.CASHIER, Money(100), None))
    page.form.set_value("refund_limit", Money(2000))
    office.press("Ctrl+S")
    assert page.form.reload_button.isVisible()
    assert people(office)["小李"].refund_limit == Money(100)
    page.form.reload_button.click()
    assert page.form.values()["refund_limit"] == Money(100)


def test_the_owner_gives_a_new_pin(office: TestOffice) -> None:
    page = page_of(office)
    page._on_opened(people(office)["小李"])
    page.pin_button.setFocus()
    office.press("Return")
    office.type("618402")
    office.press("Return")
    office.type("618402")
    office.press("Ctrl+S")
    assert pin_is(office, "小李", "618402")


def test_who_leaves_is_asked_about_and_can_come_back(office: TestOffice) -> None:
    page = page_of(office)
    page._on_opened(people(office)["小李"])
    page.leave_button.click()
    office.prompter.answer(False)
    assert people(office)["小李"].closed_at is None
    page.leave_button.click()
    office.prompter.answer(True)
    assert people(office)["小李"].closed_at is not None
    assert names(page) == ["王老板"]

    page.list.set_filters("left")
    gone = next(row for row in page.list.model.rows() if row.name == "小李")
    page._on_opened(gone)
    for key in ("pin", "again"):
        page.pin_form.set_value(key, "729513")
    office.press("Ctrl+S")
    assert people(office)["小李"].closed_at is None
    assert pin_is(office, "小李", "729513")


def test_nobody_closes_themselves_or_changes_their_own_role(office: TestOffice) -> None:
    page = page_of(office)
    page._on_opened(people(office)["王老板"])
    assert not page.leave_button.isEnabled()
    page.form.set_value("role", Role.CASHIER)
    office.press("Ctrl+S")
    assert any("own role" in text for text in page.form.problem_texts())
    assert people(office)["王老板"].role is Role.OWNER


def test_a_cashier_does_not_get_here(qapp: QApplication, tmp_path: Path) -> None:
    office = make_office(tmp_path, PAGE, as_owner=False)
    assert office.screen.page_keys() == ()
    assert not [button for button in office.window.findChildren(QPushButton) if button.text() == "New person"]
    office.close()
