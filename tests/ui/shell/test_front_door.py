"""The door: who is chosen stays chosen, and nobody is offered twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.services.common.actor import Role
from app.services.staff.people import StaffEntry
from app.services.staff.recovery import RecoveryResult
from app.services.staff.sign_in import SignInResult
from app.ui.kit.keys import KeyMap
from app.ui.kit.words import ENGLISH, Words
from app.ui.shell.front_door import FrontDoor, Places
from app.ui.shell.main_window import SIGN_IN, MainWindow
from app.ui.shell.sign_in import SignInView, StaffChoice
from app.values.ids import Id, new_id
from tests.support.jobs import RunNow


class Crew:
    """Two people; nobody gets in."""

    shop_name = "熟客"

    def __init__(self) -> None:
        names = (("张敏", Role.CASHIER), ("王老板", Role.OWNER))
        self.people = tuple(StaffEntry(new_id(), name, role, "zh", None, None) for name, role in names)

    def staff(self) -> tuple[StaffEntry, ...]:
        return self.people

    def sign_in(self, staff_id: Id, pin: str) -> SignInResult:
        raise NotImplementedError

    def recover(self, staff_id: Id, code: str, new_pin: str) -> RecoveryResult:
        raise NotImplementedError

    def print_recovery_code(self, code: str, person: str) -> None:
        raise NotImplementedError


@pytest.fixture
def words(qapp: QApplication) -> Iterator[Words]:
    words = Words()
    yield words
    words.set_language(ENGLISH)


def test_the_person_chosen_stays_chosen_in_another_language(qtbot: QtBot, words: Words) -> None:
    window = MainWindow(words, KeyMap.default())
    qtbot.addWidget(window, before_close_func=lambda one: setattr(one, "_may_close", True))
    crew = Crew()
    places = Places(lambda result: None, lambda: None, lambda: False)
    door = FrontDoor(window, crew, words, RunNow(), places)
    door.show()
    view = window.page(SIGN_IN)
    assert isinstance(view, SignInView)
    view._choose(1)

    words.toggle_language()

    chosen = view.chosen()
    assert chosen is not None
    assert chosen.staff_id == crew.people[1].staff_id


def test_names_that_are_offered_again_hide_the_old_ones_at_once(qtbot: QtBot, words: Words) -> None:
    view = SignInView(words)
    qtbot.addWidget(view)
    view.show()
    view.show_staff([StaffChoice(b"a" * 16, "one")])
    QApplication.processEvents()
    view.show_staff([StaffChoice(b"a" * 16, "two")])
    people = [button for button in view.findChildren(QPushButton) if button.property("role") == "person"]

    assert not [button for button in people if button.text() == "one" and button.isVisible()]
