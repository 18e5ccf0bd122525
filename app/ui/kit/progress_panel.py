"""Long work beside the other things on a page: how far it is, and a way to stop it. Never modal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.jobs import Job, Report, Runner
from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import set_role

T = TypeVar("T")


class ProgressPanel(Retranslated, QFrame):
    """Follows one job; hidden while there is none.

    Signals:
        cancelled: The person stopped the work; what was done until then is the work's own matter.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._say: Callable[[], str] = lambda: ""
        self._job: Job | None = None
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self._count = PlainLabel(role="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel_button = TouchButton("", "plain", self)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        line = QHBoxLayout()
        line.addWidget(self.bar, 1)
        line.addWidget(self._count)
        line.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addLayout(line)
        self.hide()
        self.retranslate()

    def run(
        self,
        runner: Runner,
        work: Callable[[Report], T],
        said: str | Callable[[], str],
        *,
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        can_stop: bool = True,
    ) -> None:
        """Have work done and follow it; the panel is gone when `then` or `failed` is called."""
        is_over = False

        def over(do: Callable[[Any], None], answer: object) -> None:
            nonlocal is_over
            is_over = True
            self.end()
            do(answer)

        job = runner.run(work, then=partial(over, then), failed=partial(over, failed))
        if not is_over:
            self.follow(job, said, can_stop=can_stop)

    def follow(self, job: Job, said: str | Callable[[], str], *, can_stop: bool = True) -> None:
        """Show a job's progress until it ends; a function is asked again when the language changes."""
        self._say = said if callable(said) else lambda: said
        self._job = job
        self.bar.setRange(0, 0)
        self._count.setText("")
        self.cancel_button.setVisible(can_stop)
        job.progressed.connect(self.show_progress)
        job.ended.connect(self.end)
        self.retranslate()
        self.show()

    def show_progress(self, done: int, total: int) -> None:
        """So far; a total of 0 means nobody knows."""
        self.bar.setRange(0, total)
        self.bar.setValue(min(done, total))
        self._count.setText(f"{done:,} / {total:,}" if total else f"{done:,}")

    def end(self) -> None:
        """The work is over, one way or the other."""
        self._job = None
        self.hide()

    def count_text(self) -> str:
        """How far it is, as shown."""
        return self._count.text()

    def retranslate(self) -> None:
        """Set every text again."""
        self._text.setText(self._say())
        self.cancel_button.set_text(QCoreApplication.translate("kit", "Stop"))

    def _on_cancel_clicked(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.hide()
            self.cancelled.emit()
