"""Plays a script with real keys on the real window; looks, after each step, at screen, disk and paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from app.bootstrap.program import TillProgram
from app.tour.books import Books
from app.tour.checks import Done, differences
from app.tour.moves import Compose, Move, Picture, Press, Scan, ScanMember, Step, Tap, Type
from app.tour.paper import Tray
from app.tour.pictures import Camera
from app.tour.screen import TillScreen
from app.tour.typist import Hand, Typist
from app.tour.waiting import let_events_run, wait_for
from app.ui.cashier.names import PanelName
from app.ui.cashier.refund_view import RefundPanel
from app.values.clock import ManualClock
from app.values.errors import QT_TRANSLATE_NOOP, UserError

BETWEEN_MOVES = timedelta(seconds=2)
BETWEEN_STEPS = timedelta(minutes=7)


class NotAsScripted(UserError):
    """A figure differs from the script."""

    text = QT_TRANSLATE_NOOP("errors", "Step {number}, {step}: {differences}.")


class Player:
    """Moves for the cashier.

    Attributes:
        bugs: What reached the crash hook.
    """

    def __init__(self, program: TillProgram, clock: ManualClock, hand: Hand, books: Books, out: Path) -> None:
        self._program, self._clock, self._books = program, clock, books
        self._typist = Typist(program.window, hand)
        self._screen = TillScreen(program)
        self._tray = Tray(out / "paper")
        self.camera = Camera(program.window, program.words, out)
        self.bugs = 0
        program.crash_hook.crashed.connect(self._on_crashed)

    @property
    def papers(self) -> list[Path]:
        """Everything printed so far but pulses."""
        return self._tray.papers

    def play(self, script: Sequence[Step], say: Callable[[str], None]) -> None:
        """Play every step.

        Raises:
            NotAsScripted, NeverCame: at the first difference.
        """
        for number, step in enumerate(script, start=1):
            found = self._play_step(step)
            if found:
                raise NotAsScripted(number=number, step=step.name, differences="; ".join(found))
            say(f"{number:>3}  {step.name}")

    def _play_step(self, step: Step) -> list[str]:
        before = self._typist.count
        for move in step.moves:
            self._do(move, step.name)
        keys = self._typist.count - before
        papers, pulses = self._tray.take()
        self._clock.tick(BETWEEN_STEPS)
        bugs = [f"{self.bugs} bugs of the program, see its log"] if self.bugs else []
        return bugs + differences(step.expected, Done(keys, tuple(papers), pulses), self._screen, self._books)

    def _do(self, move: Move, step: str) -> None:
        match move:
            case Press(keys):
                for key in keys:
                    self._typist.press(key)
                    self._settle()
            case Type(text):
                self._typist.type(text)
            case Compose(text):
                self._typist.compose(text)
            case Scan(code):
                self._typist.scan(code)
            case ScanMember(phone):
                self._typist.scan(self._books.card_of(phone))
            case Tap(button):
                self._typist.tap(BUTTONS[button](self._program, self._screen))
            case Picture():
                self.camera.take(move, step)
        self._settle()

    def _settle(self) -> None:
        """Wait until PINs are checked and everything is printed, then let a little time pass."""
        let_events_run()
        wait_for("an answer", lambda: not self._program.jobs.running_count)
        wait_for("the printer", lambda: not self._books.waiting_papers())
        let_events_run()
        self._clock.tick(BETWEEN_MOVES)

    def _on_crashed(self) -> None:
        self.bugs += 1


def _language_button(program: TillProgram, screen: TillScreen) -> QWidget:
    button = program.window.status.findChild(QPushButton, "language")
    assert button is not None
    return button


def _refund_only_button(program: TillProgram, screen: TillScreen) -> QWidget:
    panel = screen.sale.panels.panel(PanelName.REFUND)
    assert isinstance(panel, RefundPanel)
    return panel.all


BUTTONS: dict[str, Callable[[TillProgram, TillScreen], QWidget]] = {
    "language": _language_button,
    "refund only": _refund_only_button,
}
"""What a finger can be sent to."""
