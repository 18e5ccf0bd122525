"""Dialogs, questions and notices: nothing blocks, everything answers once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.dialog import Dialog
from app.ui.kit.notices import NoticeBar, NoticeKind
from app.ui.kit.prompter import Prompter, QuestionDialog, WindowPrompter
from tests.support.prompter import FakePrompter


class NameDialog(Dialog):
    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, title="Name")
        self.edit = QLineEdit()
        self.body.addWidget(self.edit)

    def first_problem(self) -> str | None:
        return None if self.edit.text() else "Say a name."

    def accept(self) -> None:
        if self.first_problem() is None:
            self.named.emit(self.edit.text())
        super().accept()


class Host(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.bar, self.edit = NoticeBar(), QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.edit)
        self.prompter = WindowPrompter(self, self.bar)


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    host = Host()
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    host.edit.setFocus()
    return host


def question_of(host: Host) -> QuestionDialog:
    return next(dialog for dialog in host.findChildren(QuestionDialog) if dialog.isVisible())


def test_a_dialog_stays_open_until_it_is_right(host: Host, qtbot: QtBot) -> None:
    dialog = NameDialog(host)
    named: list[str] = []
    dialog.named.connect(named.append)
    dialog.open()
    dialog.accept()
    still_open, problem = dialog.isVisible(), dialog.problem_line.text()
    dialog.edit.setText("李阿姨")
    dialog.accept()

    assert (still_open, problem, named) == (True, "Say a name.", ["李阿姨"])
    assert not dialog.isVisible()


def test_esc_closes_only_the_upper_of_two(host: Host, qtbot: QtBot) -> None:
    lower = NameDialog(host)
    lower.open()
    upper = NameDialog(lower)
    upper.open()
    QTest.keyClick(upper, Qt.Key.Key_Escape)

    assert (upper.isVisible(), lower.isVisible()) == (False, True)
    lower.reject()


@pytest.mark.parametrize(
    ("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Enter, True), (Qt.Key.Key_Escape, False)]
)
def test_a_question_is_answered_by_one_key(host: Host, key: Qt.Key, answer: bool) -> None:
    answers: list[bool] = []
    host.prompter.ask("Delete?", answers.append, yes="Delete", danger=True)
    QTest.keyClick(question_of(host), key)

    assert answers == [answer]


def test_a_held_key_answers_nothing(host: Host) -> None:
    answers: list[bool] = []
    host.prompter.ask("Delete?", answers.append, yes="Delete")
    dialog = question_of(host)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(dialog, event)

    assert (answers, dialog.isVisible()) == ([], True)
    dialog.no_button.click()
    assert answers == [False]


def test_a_notice_takes_no_focus_and_goes_on_request(host: Host) -> None:
    host.prompter.notice("Printer away. The receipt is saved, press F10.", NoticeKind.PROBLEM, stay=True)

    assert host.bar.isVisible()
    assert host.bar.text().startswith("Printer away")
    assert QApplication.focusWidget() is host.edit
    host.prompter.clear_notice()
    assert not host.bar.isVisible()


def test_the_newest_notice_is_shown(host: Host) -> None:
    seen: list[tuple[str, str]] = []
    host.bar.shown.connect(lambda text, kind: seen.append((text, kind)))
    host.prompter.notice("one")
    host.prompter.notice("<b>two</b>", NoticeKind.GOOD)

    assert seen == [("one", "info"), ("<b>two</b>", "good")]
    assert host.bar.text() == "<b>two</b>"
    assert host.bar.text_label().textFormat() is Qt.TextFormat.PlainText


def test_the_fake_prompter_is_a_prompter() -> None:
    fake = FakePrompter()
    prompter: Prompter = fake
    answers: list[bool] = []
    prompter.notice("saved", NoticeKind.GOOD)
    prompter.ask("Sure?", answers.append, yes="Yes")
    fake.answer(True)

    assert (fake.notices, fake.questions, answers) == ([("saved", NoticeKind.GOOD)], ["Sure?"], [True])
    assert fake.open_count == 0


def test_a_notice_that_is_a_function_is_asked_again_in_another_language(host: Host) -> None:
    said = ["in English", "in Chinese"]
    host.prompter.notice(lambda: said[0], NoticeKind.PROBLEM)
    said.reverse()
    QApplication.sendEvent(host.bar, QEvent(QEvent.Type.LanguageChange))

    assert (host.bar.text(), host.bar.kind()) == ("in Chinese", NoticeKind.PROBLEM)
    host.prompter.clear_notice()
    QApplication.sendEvent(host.bar, QEvent(QEvent.Type.LanguageChange))
    assert (host.bar.text(), host.bar.kind()) == ("", None)
