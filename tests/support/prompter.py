"""A prompter that remembers what was told and asked."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.kit.notices import NoticeKind


class FakePrompter:
    """Stands in for the window's bar and questions.

    Attributes:
        notices: Every sentence told: text and kind.
        questions: Every question asked, the answered ones too.
    """

    def __init__(self) -> None:
        self.notices: list[tuple[str, NoticeKind]] = []
        self.questions: list[str] = []
        self.current = ""
        self._waiting: list[Callable[[bool], None]] = []

    def notice(self, said: str | Callable[[], str], kind: NoticeKind = NoticeKind.INFO, *, stay: bool = False) -> None:
        """Remember a sentence."""
        del stay
        text = said if isinstance(said, str) else said()
        self.notices.append((text, kind))
        self.current = text

    def clear_notice(self) -> None:
        """Nothing is shown any more."""
        self.current = ""

    def ask(self, question: str, then: Callable[[bool], None], *, yes: str, no: str = "", danger: bool = False) -> None:
        """Remember a question until `answer`."""
        del yes, no, danger
        self.questions.append(question)
        self._waiting.append(then)

    def answer(self, is_yes: bool) -> None:
        """Answer the oldest open question."""
        self._waiting.pop(0)(is_yes)

    @property
    def open_count(self) -> int:
        """Questions without an answer."""
        return len(self._waiting)
