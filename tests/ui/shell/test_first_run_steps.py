"""The first start and a forgotten PIN by keys: nothing is stored before the code is written down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.checkout.recovery_paper import NoPrinterFound, RecoveryPaper
from app.services.common.actor import Actor, Role
from app.services.staff.people import StaffEntry
from app.services.staff.recovery import RecoveryResult, make_recovery_code
from app.services.staff.sign_in import SignInPaused, SignInResult
from app.tour.waiting import let_events_run, wait_for
from app.ui.kit.jobs import Report
from app.ui.kit.keys import KeyMap
from app.ui.kit.words import ENGLISH, Words
from app.ui.shell.first_run import SetUpAnswers
from app.ui.shell.first_run_presenter import FirstRun, Founders
from app.ui.shell.front_door import FrontDoor, Places
from app.ui.shell.main_window import RECOVER, SIGN_IN, MainWindow
from app.ui.shell.recover_view import RecoverView
from app.values.errors import ShukeError
from app.values.ids import Id, new_id
from tests.support.jobs import RunNow
from tests.support.keys import Typist

PIN = "802461"


@pytest.fixture
def words(qapp: QApplication) -> Iterator[Words]:
    words = Words()
    yield words
    words.set_language(ENGLISH)


@pytest.fixture
def window(qtbot: QtBot, words: Words) -> MainWindow:
    made = MainWindow(words, KeyMap.default())
    qtbot.addWidget(made, before_close_func=lambda one: setattr(one, "_may_close", True))
    made.show()
    made.activateWindow()
    wait_for("the window", made.isActiveWindow)
    return made


class Hands:
    """What the first start calls."""

    def __init__(self) -> None:
        self.founded: list[SetUpAnswers] = []
        self.printed: list[tuple[str, RecoveryPaper]] = []
        self.demos = 0
        self.problem: ShukeError | None = None

    def found(self, answers: SetUpAnswers) -> None:
        if self.problem is not None:
            raise self.problem
        self.founded.append(answers)

    def make_demo(self, report: Report) -> None:
        report(1, 2)
        self.demos += 1

    def print_code(self, shop_name: str, paper: RecoveryPaper) -> None:
        if self.problem is not None:
            raise self.problem
        self.printed.append((shop_name, paper))


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def first(window: MainWindow, words: Words, hands: Hands) -> FirstRun:
    return FirstRun(window, words, RunNow(), Founders(hands.found, hands.make_demo, hands.print_code))


@pytest.fixture
def typist(window: MainWindow) -> Iterator[Typist]:
    made = Typist(window)
    yield made
    made.stop()


def answer(typist: Typist, pin: str = PIN) -> None:
    let_events_run()
    for text in ("My shop", "Wang", pin, pin):
        typist.type(text)
        typist.press("Return")
        let_events_run()


def test_the_shop_is_founded_when_the_code_is_typed_back(first: FirstRun, typist: Typist, hands: Hands) -> None:
    done: list[SetUpAnswers] = []
    first.done.connect(done.append)
    answer(typist)
    panel = first.code_page.panel
    assert panel.isVisible()
    assert hands.founded == []

    typist.press("Return")
    typist.type("00000")
    typist.press("Return")
    assert hands.founded == []
    assert "last group" in panel.message.text()

    typist.press("Ctrl+A")
    typist.type(panel.code.split()[-1].lower())
    typist.press("Return")
    assert hands.founded == done == [SetUpAnswers("My shop", "Wang", PIN, "en", panel.code)]


def test_back_to_the_answers_loses_nothing_and_makes_another_code(first: FirstRun, typist: Typist) -> None:
    answer(typist)
    code = first.code_page.panel.code
    typist.press("Esc")
    assert first.view.isVisible()
    assert first.view.answers() == SetUpAnswers("My shop", "Wang", PIN, "en")
    first.view._on_start_clicked()
    assert first.code_page.panel.code != code


def test_a_pin_the_service_would_refuse_is_said_before_any_code(first: FirstRun, typist: Typist) -> None:
    answer(typist, "121212")
    assert first.view.isVisible()
    assert "guessed" in first.view._problem.text()


def test_the_code_is_printed_where_there_is_a_printer(first: FirstRun, typist: Typist, hands: Hands) -> None:
    answer(typist)
    first.code_page.panel.print_button.click()
    code = first.code_page.panel.code
    assert hands.printed == [("My shop", RecoveryPaper(code, "Wang", "en"))]
    hands.problem = NoPrinterFound()
    first.code_page.panel.print_button.click()
    assert "by hand" in first.code_page.panel.message.text()
    assert first.code_page.panel.typed.hasFocus()


def test_a_failure_goes_back_to_the_answers_with_its_sentence(first: FirstRun, typist: Typist, hands: Hands) -> None:
    answer(typist)
    hands.problem = NoPrinterFound()
    typist.type(first.code_page.panel.code.split()[-1])
    typist.press("Return")
    assert first.view.isVisible()
    assert first.view.answers().shop_name == "My shop"
    assert first.view._problem.text()


def test_the_demo_shop_by_one_key(first: FirstRun, typist: Typist, hands: Hands) -> None:
    made: list[bool] = []
    first.demo_made.connect(lambda: made.append(True))
    let_events_run()
    typist.press("F2")
    assert (hands.demos, made, hands.founded) == (1, [True], [])


class Crew:
    """An owner who forgot the PIN."""

    shop_name = "熟客"

    def __init__(self) -> None:
        self.owner = StaffEntry(new_id(), "Wang", Role.OWNER, "en", None, None)
        self.answer: RecoveryResult = RecoveryResult(next_code=make_recovery_code())
        self.asked: list[tuple[Id, str, str]] = []
        self.printed: list[tuple[str, str]] = []

    def staff(self) -> tuple[StaffEntry, ...]:
        return (self.owner,)

    def sign_in(self, staff_id: Id, pin: str) -> SignInResult:
        return SignInResult(actor=Actor(new_id(), new_id(), "T1", staff_id, "Wang", Role.OWNER))

    def recover(self, staff_id: Id, code: str, new_pin: str) -> RecoveryResult:
        self.asked.append((staff_id, code, new_pin))
        return self.answer

    def print_recovery_code(self, code: str, person: str) -> None:
        self.printed.append((code, person))


@pytest.fixture
def crew(window: MainWindow, words: Words) -> Crew:
    crew = Crew()
    crew.door = FrontDoor(window, crew, words, RunNow(), Places(lambda result: None, lambda: None, lambda: False))  # type: ignore[attr-defined]
    crew.door.show()  # type: ignore[attr-defined]
    let_events_run()
    return crew


def recover_page(window: MainWindow) -> RecoverView:
    page = window.page(RECOVER)
    assert isinstance(page, RecoverView)
    return page


def fill_in(typist: Typist, code: str, pins: tuple[str, str] = (PIN, PIN)) -> None:
    for text in (code, *pins):
        typist.type(text)
        typist.press("Return")
        let_events_run()


def test_a_forgotten_pin_by_keys_alone(window: MainWindow, crew: Crew, typist: Typist) -> None:
    typist.press("F9")
    assert window.current_page() == RECOVER
    code = make_recovery_code()
    fill_in(typist, code.replace(" ", "-"))

    assert crew.asked == [(crew.owner.staff_id, code.replace(" ", "-"), PIN)]
    page = recover_page(window)
    assert page.shows_code
    typist.press("Esc")
    assert window.current_page() == RECOVER, "the next code is not written down yet"
    page.panel.print_button.click()
    assert crew.printed == [(crew.answer.next_code, "Wang")]
    typist.type(crew.answer.next_code.split()[-1])
    typist.press("Return")
    assert window.current_page() == SIGN_IN


def test_a_wrong_code_is_said_and_stays_as_typed(window: MainWindow, crew: Crew, typist: Typist) -> None:
    crew.answer = RecoveryResult(SignInPaused(seconds=60))
    typist.press("F9")
    fill_in(typist, "ABCDE")
    page = recover_page(window)
    assert "60 seconds" in page._problem.text()
    assert page.code.text() == "ABCDE"
    typist.press("Esc")
    assert window.current_page() == SIGN_IN


def test_pins_that_differ_are_told_and_nothing_is_asked(window: MainWindow, crew: Crew, typist: Typist) -> None:
    typist.press("F9")
    fill_in(typist, "ABCDE", (PIN, "802462"))
    assert crew.asked == []
    assert recover_page(window).code.text() == "ABCDE"
