"""Scans into a running composition: as input methods report them, at times the test decides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.kit.scan_composition import Composition
from tests.support.desk import Desk
from tests.support.keys import Typist

CODE = "6901234567892"


class Ime:
    """An input method between a scanner's keys and the field."""

    def __init__(self, typist: Typist) -> None:
        self._typist = typist

    def say(self, *, preedit: str = "", commit: str = "", wait_ms: int = 2) -> None:
        """Report a change of the composition, or a commit."""
        self._typist.hand.wait(wait_ms)
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        target = QApplication.focusWidget()
        assert target is not None
        QCoreApplication.sendEvent(target, event)

    def compose(self, text: str, pace_ms: int = 150) -> None:
        """A person writes letters."""
        for count in range(1, len(text) + 1):
            self.say(preedit=text[:count], wait_ms=pace_ms)

    def keys(self, text: str, first_ms: int = 2) -> None:
        """Keys that the input method lets pass."""
        for at, char in enumerate(text):
            self._typist.hand.wait(2 if at else first_ms)
            QTest.keyClick(self._typist._target(), char)  # type: ignore[call-overload]

    def enter(self, wait_ms: int = 2) -> None:
        """The end key, let pass."""
        self._typist.hand.wait(wait_ms)
        QTest.keyClick(self._typist._target(), Qt.Key.Key_Return)


@pytest.fixture
def ime(desk: Desk, typist: Typist) -> Ime:
    desk.edit.setFocus()
    return Ime(typist)


@pytest.fixture
def refusals(typist: Typist) -> list[str]:
    found: list[str] = []

    def on_unreadable() -> None:
        found.append("unreadable")

    typist.scan_filter.unreadable.connect(on_unreadable)
    return found


def shown(desk: Desk) -> str:
    """What the field shows, composition included."""
    return desk.edit.displayText()


def test_the_first_digit_chooses_a_word_and_the_rest_is_made_whole(
    desk: Desk, ime: Ime, codes: list[str], refusals: list[str]
) -> None:
    desk.edit.setText("酸")
    ime.compose("niu")
    ime.say(commit="牛")
    ime.keys(CODE[1:])
    ime.enter()

    assert (codes, refusals, shown(desk)) == ([CODE], [], "酸")


@pytest.mark.parametrize("first", "123456789")
def test_every_lost_first_digit_follows_from_the_check_digit(
    desk: Desk, ime: Ime, codes: list[str], first: str
) -> None:
    body = first + "12345678901"
    code = next(body + last for last in "0123456789" if sum(map(int, (body + last)[::2])) % 10 == _complement(body))
    ime.compose("niu")
    ime.say(commit="牛")
    ime.keys(code[1:])
    ime.enter()

    assert (codes, shown(desk)) == ([code], "")


def _complement(body: str) -> int:
    return -3 * sum(map(int, body[1::2])) % 10


def test_the_rest_may_come_as_commits_of_full_width_digits(desk: Desk, ime: Ime, codes: list[str]) -> None:
    ime.compose("niu")
    ime.say(commit="牛")
    for char in "９０１２３４５６７８９２":
        ime.say(commit=char)
    ime.enter()

    assert (codes, shown(desk)) == ([CODE], "")


def test_an_end_that_the_input_method_keeps_is_not_missed(
    desk: Desk, ime: Ime, typist: Typist, codes: list[str]
) -> None:
    ime.compose("niu")
    ime.say(commit="牛")
    ime.keys(CODE[1:])
    typist.hand.wait(600)

    assert (codes, shown(desk)) == ([CODE], "")


def test_with_more_digits_lost_nothing_is_guessed(desk: Desk, ime: Ime, codes: list[str], refusals: list[str]) -> None:
    desk.edit.setText("酸")
    ime.compose("niunai")
    ime.say(commit="牛", preedit="nai")
    ime.say(commit="奶")
    ime.keys(CODE[2:])
    ime.enter()

    assert (codes, refusals, shown(desk)) == ([], ["unreadable"], "酸")


def test_a_word_chosen_by_hand_before_a_scan_stays(
    desk: Desk, ime: Ime, typist: Typist, codes: list[str], refusals: list[str]
) -> None:
    ime.compose("niu")
    ime.say(commit="牛", wait_ms=150)
    typist.hand.wait(200)
    typist.scan("123456789013")

    assert (codes, refusals, shown(desk)) == (["123456789013"], [], "牛")


def test_a_whole_number_right_behind_a_word_lost_nothing(desk: Desk, ime: Ime, codes: list[str]) -> None:
    ime.compose("niu")
    ime.say(commit="牛")
    ime.keys(CODE)
    ime.enter()

    assert (codes, shown(desk)) == ([CODE], "牛")


def test_words_and_digits_by_hand_are_untouched(
    desk: Desk, ime: Ime, typist: Typist, codes: list[str], refusals: list[str]
) -> None:
    ime.compose("niu")
    ime.say(commit="牛")
    ime.keys("2", 150)
    ime.keys("5", 150)
    typist.hand.wait(200)

    assert (codes, refusals, shown(desk)) == ([], [], "牛25")


def test_a_composition_that_grows_by_a_scan_gives_it_up_when_it_is_committed(
    desk: Desk, ime: Ime, typist: Typist, codes: list[str]
) -> None:
    ime.compose("niu")
    for count in range(1, 14):
        ime.say(preedit="niu" + CODE[:count])
    ime.say(commit="niu" + CODE)
    ime.enter()
    typist.hand.wait(600)

    assert (codes, shown(desk)) == ([CODE], "niu")


def test_a_composition_that_nothing_ends_is_dropped_when_the_scan_is_over(
    desk: Desk, ime: Ime, typist: Typist, codes: list[str]
) -> None:
    desk.edit.setText("酸")
    ime.compose("niu")
    for count in range(1, 14):
        ime.say(preedit="niu" + CODE[:count])
    before = list(codes)
    typist.hand.wait(200)

    assert (before, codes, shown(desk)) == ([], [CODE], "酸")


def test_what_comes_back_of_a_dropped_composition_is_not_sold_twice(
    desk: Desk, ime: Ime, typist: Typist, codes: list[str]
) -> None:
    ime.compose("niu")
    for count in range(1, 14):
        ime.say(preedit="niu" + CODE[:count])
    typist.hand.wait(200)
    ime.say(commit="niu" + CODE)
    typist.hand.wait(600)

    assert (codes, shown(desk)) == ([CODE], "niu")


def test_an_end_key_that_passes_confirms_nothing(desk: Desk, ime: Ime, typist: Typist, codes: list[str]) -> None:
    confirmed: list[str] = []
    desk.edit.returnPressed.connect(lambda: confirmed.append("Return"))
    ime.compose("niu")
    for count in range(1, 14):
        ime.say(preedit="niu" + CODE[:count])
    ime.enter()

    assert (codes, confirmed, shown(desk)) == ([CODE], [], "")


def test_a_commit_with_an_article_number_at_its_end_is_a_scan(
    desk: Desk, ime: Ime, typist: Typist, codes: list[str]
) -> None:
    ime.say(commit="牛奶６９０１２３４５６７８９２")
    typist.hand.wait(600)

    assert (codes, shown(desk)) == ([CODE], "牛奶")


def test_a_number_composed_by_hand_stays_text(desk: Desk, ime: Ime, typist: Typist, codes: list[str]) -> None:
    ime.compose("niu" + CODE)
    ime.say(commit="niu" + CODE, wait_ms=150)
    typist.hand.wait(600)

    assert (codes, shown(desk)) == ([], "niu" + CODE)


def test_a_composition_forgets_a_word_after_one_scan() -> None:
    composition = Composition(35, 120, 500)
    composition.choose("牛", 1_000)

    first, second = composition.mend(CODE[1:], 1_010), composition.mend(CODE[1:], 1_020)

    assert first is not None
    assert (first.code, second) == (CODE, None)
