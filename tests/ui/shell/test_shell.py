"""The window around the screens."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.keys import KeyMap
from app.ui.kit.theme import apply_theme
from app.ui.kit.words import CHINESE, ENGLISH, Words
from app.ui.shell.crash_dialog import CrashDialog, CrashHook
from app.ui.shell.first_run import FirstRunView, SetUpAnswers, is_easy_pin
from app.ui.shell.key_sheet import KeySheetDialog
from app.ui.shell.main_window import MainWindow
from app.ui.shell.sign_in import SignInView, StaffChoice
from app.ui.shell.status_strip import DeviceState, Light, Place, StatusStrip
from tests.support.keys import Typist

STAFF = [StaffChoice(b"a" * 16, "张敏", "Cashier"), StaffChoice(b"b" * 16, "王强", "Owner")]


@pytest.fixture
def words(qapp: QApplication, tmp_path: Path) -> Iterator[Words]:
    words = Words(folder=tmp_path)
    yield words
    words.set_language(ENGLISH)


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    yield
    qapp.setStyleSheet("")


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


@pytest.fixture
def sign_in(qtbot: QtBot, words: Words) -> SignInView:
    view = SignInView(words)
    view.show_staff(STAFF)
    show(qtbot, view)
    return view


def test_signing_in_needs_only_keys(sign_in: SignInView, qtbot: QtBot) -> None:
    typist = Typist(sign_in)
    typist.press("Down")
    typist.type("123456")
    with qtbot.waitSignal(sign_in.sign_in_requested) as asked:
        typist.press("Return")
    typist.stop()

    assert asked.args == [b"b" * 16, "123456"]


def test_the_last_cashier_is_chosen(sign_in: SignInView) -> None:
    sign_in.show_staff(STAFF, chosen=b"b" * 16)

    assert sign_in.chosen() == STAFF[1]


def test_signing_in_by_touch(sign_in: SignInView, qtbot: QtBot) -> None:
    buttons = {button.accessibleName() or button.text(): button for button in sign_in.findChildren(QPushButton)}
    asked: list[tuple[bytes, str]] = []
    sign_in.sign_in_requested.connect(lambda who, pin: asked.append((who, pin)))
    for digit in "246810":
        qtbot.mouseClick(buttons[digit], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(next(b for t, b in buttons.items() if t.startswith("Sign in")), Qt.MouseButton.LeftButton)

    assert asked == [(b"a" * 16, "246810")]


def test_a_lockout_is_told_and_the_pin_is_gone(sign_in: SignInView) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "999999")
    sign_in.show_problem("Too many wrong PINs. Wait 5 minutes or ask the owner.")
    shown = [label.text() for label in sign_in.findChildren(QLabel) if label.property("role") == "problem"]

    assert shown == ["Too many wrong PINs. Wait 5 minutes or ask the owner."]
    asked: list[str] = []
    sign_in.sign_in_requested.connect(lambda _who, pin: asked.append(pin))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked == []


def test_nothing_can_be_asked_twice_while_a_pin_is_checked(sign_in: SignInView) -> None:
    sign_in.show_busy(True)

    assert not any(button.isEnabled() for button in sign_in.findChildren(QPushButton) if button.accessibleName() == "1")
    sign_in.show_busy(False)


@pytest.fixture
def first_run(qtbot: QtBot, words: Words) -> FirstRunView:
    view = FirstRunView(words)
    show(qtbot, view)
    return view


def fill(view: FirstRunView, *texts: str) -> None:
    edits = [view._shop, view._owner, view._pin, view._again]
    for edit, text in zip(edits, texts, strict=True):
        edit.setText(text)


def test_first_run_by_keys_alone(first_run: FirstRunView) -> None:
    asked: list[SetUpAnswers] = []
    first_run.set_up_requested.connect(asked.append)
    typist = Typist(first_run)
    for text in ("My shop", "Wang", "802461", "802461"):
        typist.type(text)
        typist.press("Return")
    typist.stop()

    assert asked == [SetUpAnswers("My shop", "Wang", "802461", "en")]


@pytest.mark.parametrize(
    ("texts", "word"),
    [
        (("", "Wang", "802461", "802461"), "shop"),
        (("Shop", " ", "802461", "802461"), "who you are"),
        (("Shop", "Wang", "80246", "80246"), "six digits"),
        (("Shop", "Wang", "123456", "123456"), "guess"),
        (("Shop", "Wang", "802461", "802462"), "not the same"),
    ],
)
def test_first_run_says_what_is_missing(first_run: FirstRunView, texts: tuple[str, ...], word: str) -> None:
    asked: list[object] = []
    first_run.set_up_requested.connect(asked.append)
    fill(first_run, *texts)
    first_run._on_start_clicked()
    shown = [
        label.text()
        for label in first_run.findChildren(QLabel)
        if label.property("role") == "problem" and label.isVisible()
    ]

    assert asked == []
    assert len(shown) == 1
    assert word in shown[0]


@pytest.mark.parametrize(
    ("pin", "easy"), [("111111", True), ("123456", True), ("987654", True), ("802461", False), ("112233", False)]
)
def test_pins_that_strangers_try_first(pin: str, easy: bool) -> None:
    assert is_easy_pin(pin) is easy


def test_first_run_offers_both_languages(first_run: FirstRunView, words: Words) -> None:
    next(b for b in first_run.findChildren(QPushButton) if b.text() == "中文").click()

    assert first_run.answers().language == CHINESE


def test_the_strip_tells_states_by_word_and_sign(qtbot: QtBot, words: Words) -> None:
    strip = StatusStrip(words)
    qtbot.addWidget(strip)
    strip.show_place(Place("熟客", "1 号收银台", "", "早班"))
    strip.show_states([DeviceState("printer", Light.OK, "Printer"), DeviceState("server", Light.OFF, "Server away")])
    strip.show_state(DeviceState("printer", Light.TROUBLE, "No paper"))

    assert strip.place_text() == "熟客  ·  1 号收银台  ·  早班"
    assert (strip.state_text("printer"), strip.state_text("server")) == ("▲ No paper", "○ Server away")
    strip.show_states([])
    assert strip.state_text("printer") == ""


@pytest.fixture
def window(qtbot: QtBot, words: Words, styled: None) -> MainWindow:
    window = MainWindow(words, KeyMap.default())
    view = SignInView(words)
    view.show_staff(STAFF)
    window.add_page("sign_in", view)
    window.add_page("first_run", FirstRunView(words))
    window.show_page("sign_in")
    # The window lives as long as the test; only allow_close really closes it.
    qtbot.addWidget(window, before_close_func=lambda one: setattr(one, "_may_close", True))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_the_lock_key_is_only_a_wish(window: MainWindow, qtbot: QtBot) -> None:
    typist = Typist(window)
    with qtbot.waitSignal(window.lock_requested):
        typist.press("F11")
    typist.stop()

    assert window.current_page() == "sign_in"


def test_f1_opens_the_key_sheet_and_esc_closes_it(window: MainWindow) -> None:
    typist = Typist(window)
    typist.press("F1")
    sheet = window.findChild(KeySheetDialog)
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    typist.press("Esc")
    typist.stop()

    assert {"F4", "Hold", "Space", "Pay"} <= texts
    assert window.findChild(KeySheetDialog) is None


def test_closing_is_asked_for_first(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.close_requested):
        window.close()

    assert window.isVisible()
    window.allow_close()
    assert not window.isVisible()


def test_pages_change_and_keep_what_they_hold(window: MainWindow, qtbot: QtBot) -> None:
    first = window.page("first_run")
    assert isinstance(first, FirstRunView)
    first._shop.setText("Kept")
    with qtbot.waitSignal(window.page_changed) as changed:
        window.show_page("first_run")
    window.show_page("sign_in")
    window.show_page("first_run")

    assert changed.args == ["first_run"]
    assert first.answers().shop_name == "Kept"
    assert window.has_page("sign_in")
    assert not window.has_page("sale")


def test_the_language_button_changes_every_page(window: MainWindow, words: Words) -> None:
    button = window.status.findChild(QPushButton, "language")
    before = button.text()
    button.click()

    assert (before, button.text(), words.language) == ("中文", "EN", CHINESE)


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
@pytest.mark.parametrize("page", ["sign_in", "first_run"])
def test_nothing_is_clipped(window: MainWindow, size: tuple[int, int], page: str) -> None:
    window.show_page(page)
    window.resize(*size)
    QApplication.processEvents()

    assert (window.width(), window.height()) == size
    for button in window.page(page).findChildren(QPushButton):
        if button.isVisible():
            assert button.height() >= 48
            assert button.sizeHint().width() <= button.width()
    for label in window.page(page).findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.sizeHint().width() <= label.width()


def test_a_crash_shows_one_plain_page_and_a_log_line(
    window: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    logger = logging.getLogger("shuke.crash")
    logger.propagate, handler = False, caplog.handler
    logger.addHandler(handler)
    hook = CrashHook(lambda: window, Path("shuke.log"))
    try:
        raise ZeroDivisionError("secret detail")
    except ZeroDivisionError as problem:
        for _ in range(3):
            hook.report(type(problem), problem, problem.__traceback__)
    thread = threading.Thread(target=lambda: hook.report(ValueError, ValueError("in a thread"), None))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)
    logger.removeHandler(handler)
    logger.propagate = True
    dialogs = window.findChildren(CrashDialog)
    texts = " ".join(label.text() for label in dialogs[0].findChildren(QLabel))

    assert len(dialogs) == 1
    assert "safe" in texts
    assert "secret detail" not in texts
    assert "Traceback" not in texts
    assert "secret detail" in caplog.text
    with qtbot.waitSignal(hook.close_requested):
        dialogs[0]._end.click()
