"""The key map as data, and keys that reach the right action."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.dialog import Dialog
from app.ui.kit.key_router import KeyRouter
from app.ui.kit.keys import PRESETS, RESERVED, Action, KeyMap, Scope
from app.ui.kit.scan_box import ScanBox
from tests.support.keys import Typist

SALE_KEYS = {
    "Space": Action.PAY,
    "+": Action.MORE,
    "-": Action.FEWER,
    "*": Action.TIMES,
    "Del": Action.DELETE_LINE,
    "Ctrl+Z": Action.UNDO,
    "F1": Action.KEYS,
    "F2": Action.SEARCH,
    "F3": Action.MEMBER,
    "F4": Action.HOLD,
    "F5": Action.RECALL,
    "F6": Action.WALLET,
    "F7": Action.PRICE,
    "F8": Action.REFUND,
    "F9": Action.DRAWER,
    "F10": Action.REPRINT,
    "F11": Action.LOCK,
    "F12": Action.REQUEST,
    "/": Action.SAY,
}


class Screen(QWidget):
    """A scan box, another field and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.edit, self.button = ScanBox(), QLineEdit(), QPushButton("x")
        layout = QVBoxLayout(self)
        for widget in (self.box, self.edit, self.button):
            layout.addWidget(widget)
        self.router = KeyRouter(self, KeyMap.default(), Scope.SALE)
        self.done: list[str] = []
        self.router.triggered.connect(self.done.append)
        for action in set(SALE_KEYS.values()) | {Action.BACK, Action.UP, Action.TENDER_WECHAT}:
            self.router.handle(action, lambda: None)


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    screen = Screen()
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.box.setFocus()
    return screen


@pytest.fixture
def typist(screen: Screen) -> Iterator[Typist]:
    typist = Typist(screen)
    yield typist
    typist.stop()


def test_the_delivered_keys_are_those_of_the_key_sheet() -> None:
    keys = KeyMap.default()

    assert {key: keys.action_for(key, Scope.SALE) for key in SALE_KEYS} == SALE_KEYS
    assert keys.action_for("F2", Scope.TENDER) is Action.TENDER_WECHAT
    assert keys.action_for("F11", Scope.TENDER) is Action.LOCK
    assert keys.action_for("F9", Scope.TENDER) is None


@pytest.mark.parametrize("name", PRESETS)
def test_no_preset_asks_twice_for_a_key(name: str) -> None:
    assert PRESETS[name].clashes() == []


def test_a_clash_is_found() -> None:
    clash = KeyMap.default().with_keys(Action.HOLD, ["F5"]).clashes()

    assert [(one.key, {one.first, one.second}) for one in clash] == [("F5", {Action.HOLD, Action.RECALL})]


def test_a_shop_changes_keys_by_name() -> None:
    keys = KeyMap.from_changes({"hold": "F5, Ctrl+H", "recall": "F4", "nonsense": "F1"})

    assert keys.action_for("Ctrl+H", Scope.SALE) is Action.HOLD
    assert keys.shown(Action.RECALL) == "F4"
    assert KeyMap.default().shown(Action.RECALL) == "F5"


def test_every_action_is_named_and_has_a_key() -> None:
    keys = KeyMap.default()

    assert all(keys.label(action) and keys.shown(action) for action in Action)


def test_no_sheet_promises_what_does_nothing_yet() -> None:
    listed = {row.action for row in KeyMap.default().rows()}

    assert listed == set(Action) - RESERVED
    assert {Action.WALLET, Action.REQUEST, Action.SAY} <= RESERVED


def test_an_arrow_that_an_editor_ignores_is_no_action(screen: Screen, typist: Typist) -> None:
    screen.edit.setFocus()

    typist.press("Up")

    assert screen.done == []


@pytest.mark.parametrize(("key", "action"), SALE_KEYS.items())
@pytest.mark.parametrize("place", ["box", "button"])
def test_a_key_acts_while_nothing_is_edited(
    screen: Screen, typist: Typist, key: str, action: Action, place: str
) -> None:
    getattr(screen, place).setFocus()

    typist.press(key)

    assert screen.done == [action.value]
    assert screen.box.text() == ""


@pytest.mark.parametrize("key", ["Space", "+", "-", "*", "/"])
def test_characters_belong_to_an_edit(screen: Screen, typist: Typist, key: str) -> None:
    screen.edit.setFocus()

    typist.press(key)

    assert screen.done == []
    assert screen.edit.text() == (" " if key == "Space" else key)


def test_space_does_not_pay_in_the_middle_of_a_typed_code(screen: Screen, typist: Typist) -> None:
    typist.type("69")
    typist.press("Space")

    assert screen.done == []


def test_function_keys_act_in_the_middle_of_an_edit(screen: Screen, typist: Typist) -> None:
    screen.edit.setFocus()
    typist.type("69")
    typist.press("F4", "Del", "Esc")

    assert screen.done == ["hold", "back"]


def test_the_tender_has_its_own_keys(screen: Screen, typist: Typist) -> None:
    screen.router.scope = Scope.TENDER
    typist.press("F2", "F9")

    assert screen.done == ["tender_wechat"]


def test_nothing_acts_behind_a_dialog(screen: Screen, typist: Typist, qtbot: QtBot) -> None:
    dialog = Dialog(screen, title="Ask")
    with qtbot.waitExposed(dialog):
        dialog.open()
    typist.press("F4")
    dialog.reject()

    assert screen.done == []


def test_a_disabled_router_leaves_keys_alone(screen: Screen, typist: Typist) -> None:
    screen.router.enabled = False
    typist.press("+")

    assert (screen.done, screen.box.text()) == ([], "+")


def test_a_scan_triggers_nothing(screen: Screen, typist: Typist) -> None:
    typist.scan("12-34+56 7*8/9")

    assert screen.done == []
