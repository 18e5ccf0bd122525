"""The way into the back office on a whole till: who is let in, from where, and the look that the shop chose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.tour.waiting import let_events_run, wait_for
from app.ui.cashier.names import PanelName
from app.ui.kit.theme import DARK, LIGHT, Sizes, apply_theme, current_theme, scale_in_use, use_scale
from tests.support.running_till import CASHIER_PIN, OWNER_PIN, WATER, RunningTill, make_demo, running_till

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def till(tmp_path: Path, qapp: QApplication) -> Iterator[RunningTill]:
    with running_till(make_demo(tmp_path / "data"), language="en") as running:
        yield running
    use_scale(100)
    apply_theme(qapp)


def settle(till: RunningTill) -> None:
    """Wait for lists too."""
    till.settle(papers=False)
    door = till.program.office_door
    assert door is not None
    wait_for("a list", lambda: not door.reading.running_count)
    let_events_run()


def come_in_as_owner(till: RunningTill) -> None:
    till.press("Down")
    till.type(OWNER_PIN)
    till.press("Return")


def entry(till: RunningTill) -> QPushButton:
    button = till.program.window.status.findChild(QPushButton, "office")
    assert button is not None
    return button


def test_the_owner_goes_in_without_a_shift_and_comes_back(till: RunningTill) -> None:
    come_in_as_owner(till)
    assert till.page() == "open_shift"
    assert entry(till).isVisible()
    assert till.program.cashier is not None
    till.program.cashier.open_shift.office_button.click()
    settle(till)
    assert till.page() == "office"
    till.press("Esc")
    assert till.page() == "open_shift"
    till.press("Ctrl+B")
    settle(till)
    assert till.page() == "office"
    till.press("Ctrl+B")
    assert till.page() == "open_shift"


def test_a_cashier_is_told_and_sees_no_button(till: RunningTill) -> None:
    till.come_in()
    assert not entry(till).isVisible()
    till.press("Ctrl+B")

    assert till.page() == "sale"
    assert "owner" in till.program.window.notices.text()


def test_f11_locks_and_the_next_cashier_does_not_get_in(till: RunningTill) -> None:
    come_in_as_owner(till)
    till.press("Ctrl+B")
    settle(till)
    till.press("F11")
    assert till.page() == "sign_in"
    till.press("Ctrl+B")
    assert till.page() == "sign_in"
    till.press("Up")
    till.type(CASHIER_PIN)
    till.press("Return", "Ctrl+B")
    assert till.page() == "open_shift"


def test_scans_come_to_the_office_and_go_back_to_the_till(till: RunningTill) -> None:
    come_in_as_owner(till)
    till.type("100")
    till.press("Return")
    till.scan(WATER)
    basket = till.screen.basket()
    till.press("Ctrl+B")
    settle(till)
    till.scan(WATER)
    settle(till)
    assert till.program.office_door is not None
    screen = till.program.office_door.screen
    assert screen is not None
    assert screen.current == "goods"
    assert screen.view("goods").heading()
    till.press("Ctrl+B")
    assert till.screen.basket() == basket
    till.scan(WATER)
    assert till.screen.basket() != basket


def test_colours_and_size_follow_the_settings_at_once(till: RunningTill) -> None:
    assert current_theme() is LIGHT
    till.change("ui.theme", "dark")
    assert current_theme() is DARK
    till.change("ui.scale_percent", 125)

    assert (scale_in_use(), Sizes.TEXT) == (125, 25)
    till.change("ui.theme", "light")
    till.change("ui.scale_percent", 100)
    assert (current_theme(), Sizes.TEXT) == (LIGHT, 20)


def test_a_refund_leads_from_the_office_to_the_till(till: RunningTill) -> None:
    come_in_as_owner(till)
    till.type("100")
    till.press("Return")
    till.scan(WATER)
    till.press("Space", "Return")
    till.press("Ctrl+B")
    settle(till)
    door = till.program.office_door
    assert door is not None
    assert door.screen is not None
    refund = door.screen.context.refund
    assert refund is not None
    refund("T1-000001")
    let_events_run()

    assert till.page() == "sale"
    assert till.program.cashier is not None
    panels = till.program.cashier
    assert panels.sale.top_panel is PanelName.REFUND
    assert panels.panels.refund.table.rows_model().rowCount() == 1
    till.press("Ctrl+B")
    settle(till)
    assert till.page() == "office"
    assert panels.sale.top_panel is None
