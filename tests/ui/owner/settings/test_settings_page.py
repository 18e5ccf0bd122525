"""The settings page by keys: search in both languages, proper editors, problems said, the way back, the history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.settings import declared
from app.services.settings.registry import all_settings
from app.ui.kit.words import CHINESE
from app.ui.owner.pages import PAGES
from app.ui.owner.settings import texts
from app.ui.owner.settings.settings_page import SettingsPage
from tests.support.goods import stock_shop
from tests.support.office import TestOffice, make_office
from tests.support.shop import make_shop

PAGE = [page for page in PAGES if page.key == "settings"]


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, PAGE)
    yield made
    made.close()


def page_of(office: TestOffice, subject: object = None) -> SettingsPage:
    page = office.open("settings", subject)
    assert isinstance(page, SettingsPage)
    return page


def keys(page: SettingsPage) -> list[str]:
    return [row.setting.key for row in page.list.model.rows()]


def stored(office: TestOffice, key: str) -> object:
    return office.screen.context.settings().stored.get(key)


def test_every_setting_has_its_group_and_is_listed(office: TestOffice) -> None:
    page = page_of(office)
    assert set(keys(page)) == {setting.key for setting in all_settings()}
    assert {texts.group_of(key) for key in keys(page)} <= set(texts.GROUPS)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("drawer", "drawer.connected"),
        ("coin", "cash.round_to_minor"),
        ("points.valid", "points.valid_days"),
        ("钱箱", "drawer.connected"),
        ("qx", "drawer.connected"),
        ("wrong pins", "staff.lock_after_attempts"),
    ],
)
@pytest.mark.parametrize("language", ["en", CHINESE])
def test_a_search_finds_it_in_either_language(office: TestOffice, language: str, typed: str, key: str) -> None:
    office.speak(language)
    page = page_of(office)
    page.list.search_for(typed)
    assert key in keys(page)
    assert len(keys(page)) < len(all_settings())


def test_a_search_for_nothing_finds_nothing(office: TestOffice) -> None:
    page = page_of(office)
    page.list.search_for("zzqy")
    assert keys(page) == []


def test_a_number_is_changed_by_keys_and_taken_back(office: TestOffice) -> None:
    page = page_of(office)
    office.type("points.valid")
    office.press("Return", "Return")
    assert page.editor is not None
    office.press("Ctrl+A")
    office.type("365")
    office.press("Ctrl+S")

    assert stored(office, "points.valid_days") == 365
    assert page.top is page.list
    assert "365" in office.screen.undo_bar.text()
    office.press("Ctrl+Z")
    assert stored(office, "points.valid_days") == 0


def test_money_is_typed_as_money(office: TestOffice) -> None:
    page_of(office, "refund.cashier_limit_minor")
    office.press("Ctrl+A")
    office.type("250.50")
    office.press("Ctrl+S")
    assert stored(office, "refund.cashier_limit_minor") == 25_050


def test_what_cannot_be_is_said_and_stays_as_typed(office: TestOffice) -> None:
    page = page_of(office, "shop.day_end_hour")
    office.press("Ctrl+A")
    office.type("99")
    office.press("Ctrl+S")
    assert page.editor is not None
    assert page.editor.form.values()["value"] == 99
    assert ["0" in text and "12" in text for text in page.editor.form.problem_texts()] == [True]
    assert stored(office, "shop.day_end_hour") is None


def test_an_address_that_is_none_is_said(office: TestOffice) -> None:
    page = page_of(office, "printer.address")
    office.type("192.168.1.20")
    office.press("Ctrl+S")
    assert page.editor is not None
    assert len(page.editor.form.problem_texts()) == 1
    assert stored(office, "printer.address") is None


def test_as_delivered_again(office: TestOffice) -> None:
    page = page_of(office, "points.valid_days")
    office.press("Ctrl+A")
    office.type("30")
    office.press("Ctrl+S")
    page.open_setting("points.valid_days")
    assert page.editor is not None
    assert page.editor.reset_button.isEnabled()
    page.editor.reset_button.setFocus()
    office.press("Return")
    assert office.screen.context.settings().get(declared.POINTS_VALID_DAYS) == 0


def test_choices_read_as_words(office: TestOffice) -> None:
    page = page_of(office, "printer.text_mode")
    assert page.editor is not None
    office.press("Down", "Ctrl+S")
    assert stored(office, "printer.text_mode") == "raster"


def test_a_locked_setting_says_why_and_cannot_be_edited(qapp: QApplication, tmp_path: Path) -> None:
    stocked = stock_shop(make_shop(tmp_path))
    stocked.sell(("water", 1))
    office = make_office(tmp_path, PAGE, stocked=stocked)
    page = page_of(office, "shop.currency")
    assert page.editor is not None
    assert page.editor.reason.isVisible()
    assert "sold" in page.editor.reason.text()
    assert not page.editor.form.editor("value").isEnabled()
    assert not page.editor.reset_button.isEnabled()
    office.close()


def test_who_changed_what_is_listed_for_one_setting_and_for_all(office: TestOffice) -> None:
    page = page_of(office, "points.valid_days")
    office.press("Ctrl+A")
    office.type("30")
    office.press("Ctrl+S")
    page.show_changes("points.valid_days")
    rows = page.changes.model.rows()
    assert [(row.by, row.before, row.after) for row in rows] == [("王老板", 0, 30)]
    office.press("Esc")
    page.show_changes("")
    assert len(page.changes.model.rows()) > 1


@pytest.mark.parametrize("key", [setting.key for setting in all_settings()])
def test_every_setting_opens_in_its_editor(office: TestOffice, key: str) -> None:
    page = page_of(office, key)
    assert page.editor is not None
    setting = page.presenter.state_of(key).setting
    assert page.presenter.problem_with(setting, page.editor.form.values()["value"]) is None
    assert not page.has_changes()
