"""`main.py settings list` and `settings set KEY VALUE`."""

from __future__ import annotations

from pathlib import Path

from app.services.settings.registry import all_settings
from tests.support.command import Shell, rows
from tests.support.running_till import WATER, make_demo, running_till


def test_the_list_shows_every_setting_and_marks_what_was_chosen(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    shell("settings", "set", "cash.round_to_minor", "10", "--data", tmp_path)
    answer = shell("settings", "list", "--data", tmp_path)

    assert answer.code == 0
    keys = [line.split()[0] for line in answer.said.splitlines()]
    assert keys == [setting.key for setting in all_settings()]
    chosen = [line for line in answer.said.splitlines() if line.startswith("cash.round_to_minor")]
    assert chosen[0].split()[1:3] == ["*", "10"]


def test_the_list_without_a_shop_makes_none(shell: Shell, tmp_path: Path) -> None:
    answer = shell("settings", "list", "--data", tmp_path / "none")
    assert answer.code == 2
    assert "no shop" in answer.complaint
    assert not (tmp_path / "none").exists()


def test_setting_a_value_keeps_it_and_says_who_in_the_audit(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    answer = shell("settings", "set", "receipt.footer", "欢迎再来", "--data", tmp_path)

    assert answer.code == 0
    assert answer.said == "receipt.footer = 欢迎再来\n"
    found = rows(tmp_path, "SELECT action, origin, detail FROM audit_event WHERE origin = 'command line'")
    assert len(found) == 1
    assert "receipt.footer" in str(found[0][2])


def test_a_setting_that_does_not_exist_is_told_and_nothing_is_made(shell: Shell, tmp_path: Path) -> None:
    answer = shell("settings", "set", "shop.colour", "red", "--data", tmp_path / "none")
    assert answer.code == 2
    assert "shop.colour" in answer.complaint
    assert not (tmp_path / "none").exists()


def test_a_value_that_does_not_fit_is_told_with_what_would(shell: Shell, tmp_path: Path) -> None:
    make_demo(tmp_path)
    answer = shell("settings", "set", "printer.columns", "40", "--data", tmp_path)
    assert answer.code == 2
    assert "32" in answer.complaint
    assert "48" in answer.complaint
    assert rows(tmp_path, "SELECT count(*) FROM setting WHERE key = 'printer.columns'") == [(0,)]


def test_the_currency_is_locked_after_the_first_sale(shell: Shell, tmp_path: Path, qapp: object) -> None:
    make_demo(tmp_path)
    assert shell("settings", "set", "shop.currency", "EUR", "--data", tmp_path).code == 0
    with running_till(tmp_path) as till:
        till.come_in()
        till.scan(WATER)
        till.press("Space", "Return")
        assert till.books.receipts() == (1, "2.00")

    answer = shell("settings", "set", "shop.currency", "USD", "--data", tmp_path)
    assert answer.code == 2
    assert "shop.currency" in answer.complaint or "Currency" in answer.complaint
    assert rows(tmp_path, "SELECT value FROM setting WHERE key = 'shop.currency'") == [('"EUR"',)]
