"""Keys and what they do, side by side; the widgets stay when the language changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.kit.labels import PlainLabel
from app.ui.kit.retranslated import Retranslated

KeyLines = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class KeyPart:
    """A heading with its keys.

    Attributes:
        title: The heading in the language in use.
        lines: Key and meaning of each line in the language in use; always equally many.
    """

    title: Callable[[], str]
    lines: Callable[[], KeyLines]


class KeyGrid(Retranslated, QWidget):
    """Parts below each other, in columns beside each other."""

    def __init__(
        self, columns: Sequence[Sequence[KeyPart]], *, gap: int = 14, leading: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts: list[tuple[KeyPart, PlainLabel, list[tuple[PlainLabel, PlainLabel]]]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(leading)
        for at, parts in enumerate(columns):
            self._fill(grid, 2 * at, parts)
            grid.setColumnStretch(2 * at + 1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        for part, title, rows in self._parts:
            title.setText(part.title())
            for (key, meaning), (shown, words) in zip(rows, part.lines(), strict=True):
                key.setText(shown)
                meaning.setText(words)

    def _fill(self, grid: QGridLayout, column: int, parts: Sequence[KeyPart]) -> None:
        line = 0
        for part in parts:
            title = PlainLabel(role="muted")
            grid.addWidget(title, line, column, 1, 2)
            rows: list[tuple[PlainLabel, PlainLabel]] = []
            for _ in part.lines():
                line += 1
                key, meaning = PlainLabel(role="strong"), PlainLabel()
                grid.addWidget(key, line, column, Qt.AlignmentFlag.AlignRight)
                grid.addWidget(meaning, line, column + 1)
                rows.append((key, meaning))
            self._parts.append((part, title, rows))
            line += 1
