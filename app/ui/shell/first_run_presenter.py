"""The first start, step by step: answers, a recovery code that is written down, and only then a shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.checkout.recovery_paper import RecoveryPaper, print_first_code
from app.services.staff.pins import clean_pin
from app.services.staff.recovery import make_recovery_code
from app.ui.kit.buttons import TouchButton
from app.ui.kit.jobs import Report, Runner
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, scaled, set_role
from app.ui.kit.words import CHINESE, Words
from app.ui.shell.first_run import FirstRunView, SetUpAnswers
from app.ui.shell.main_window import FIRST_RUN, MainWindow
from app.ui.shell.recovery_code_panel import RecoveryCodePanel, print_on_panel
from app.values.errors import ShukeError, UserError

PrintCode = Callable[[str, RecoveryPaper], None]


@dataclass(frozen=True, slots=True)
class Founders:
    """What the first start calls.

    Attributes:
        found: Makes the shop; slow, runs on the worker.
        make_demo: Makes the demo shop, telling how far it is; None where this is the demo shop's own directory.
        print_code: Puts the recovery code on paper.
    """

    found: Callable[[SetUpAnswers], None]
    make_demo: Callable[[Report], None] | None = None
    print_code: PrintCode = print_first_code


class CodePage(Retranslated, QWidget):
    """The second page: the code on a card, and the way back to the answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel, self.back_button = RecoveryCodePanel(), TouchButton("", "plain")
        card = QFrame(self)
        set_role(card, "card")
        card.setMaximumWidth(scaled(820))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(32, 26, 32, 26)
        inner.addWidget(self.panel)
        inner.addWidget(self.back_button)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 20)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Sizes.MARGIN, Sizes.MARGIN, Sizes.MARGIN, Sizes.MARGIN)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(1)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: back to the answers."""
        if event.key() == Qt.Key.Key_Escape and self.back_button.isEnabled():
            self.back_button.click()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text again."""
        self.back_button.set_text(self.tr("Back to the answers   Esc"))


class FirstRun(QObject):
    """Presenter of what an empty directory opens with. Nothing is stored before the code is on paper.

    Signals:
        done: The shop is founded. arg: SetUpAnswers.
        demo_made: The demo shop can be opened.
    """

    done = Signal(object)
    demo_made = Signal()

    def __init__(self, window: MainWindow, words: Words, jobs: Runner, founders: Founders) -> None:
        super().__init__(window)
        self._words, self._jobs, self._founders = words, jobs, founders
        self._answers: SetUpAnswers | None = None
        self.view, self.code_page = FirstRunView(words), CodePage()
        self._pages = QStackedWidget()
        for page in (self.view, self.code_page):
            self._pages.addWidget(page)
        self.view.demo_button.setVisible(founders.make_demo is not None)
        self.view.set_up_requested.connect(self._on_set_up_requested)
        self.view.demo_requested.connect(self._on_demo_requested)
        self.code_page.back_button.clicked.connect(self._on_back)
        self.code_page.panel.print_requested.connect(self._on_print_requested)
        self.code_page.panel.confirmed.connect(self._on_confirmed)
        window.add_page(FIRST_RUN, self._pages)
        window.show_page(FIRST_RUN)

    # The code

    def _on_set_up_requested(self, answers: SetUpAnswers) -> None:
        try:
            clean_pin(answers.pin)
        except UserError as problem:
            self.view.show_problem(self._words.tell(problem))
            return
        self._answers = answers
        self.code_page.panel.show_code(make_recovery_code())
        self._pages.setCurrentWidget(self.code_page)

    def _on_back(self) -> None:
        self._pages.setCurrentWidget(self.view)

    def _on_print_requested(self) -> None:
        assert self._answers is not None
        panel, answers = self.code_page.panel, self._answers
        paper = RecoveryPaper(panel.code, answers.owner_name, "zh" if answers.language == CHINESE else "en")
        print_on_panel(panel, self._words, self._jobs, partial(self._founders.print_code, answers.shop_name, paper))

    # The shop

    def _on_confirmed(self) -> None:
        assert self._answers is not None
        answers = replace(self._answers, recovery_code=self.code_page.panel.code)
        self._show_busy(True)
        self._jobs.run(
            lambda report: self._founders.found(answers), then=lambda _: self._founded(answers), failed=self._failed
        )

    def _founded(self, answers: SetUpAnswers) -> None:
        self._show_busy(False)
        self.done.emit(answers)

    def _failed(self, problem: Exception) -> None:
        self._show_busy(False)
        self._pages.setCurrentWidget(self.view)
        if not isinstance(problem, ShukeError):
            raise problem
        self.view.show_problem(self._words.tell(problem))

    def _show_busy(self, is_busy: bool) -> None:
        self.view.show_busy(is_busy)
        self.code_page.panel.show_busy(is_busy)
        self.code_page.back_button.setEnabled(not is_busy)

    # The demo shop

    def _on_demo_requested(self) -> None:
        if self._founders.make_demo is None:
            return
        self.view.show_busy(True)
        self.view.progress.run(
            self._jobs,
            self._founders.make_demo,
            lambda: self.tr("Making the demo shop: ninety days of sales. It opens by itself."),
            then=lambda _: self.demo_made.emit(),
            failed=self._failed,
            can_stop=False,
        )
