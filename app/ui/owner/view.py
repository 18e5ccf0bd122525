"""What every page of the back office is: a ground, and levels that open over it; Esc goes one level back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit.list_page import ListPage
from app.ui.kit.record_form import RecordForm
from app.ui.kit.retranslated import Retranslated


class OfficeView(Retranslated, QWidget):
    """Base of the pages. Subclasses call `set_ground` once and override what they need.

    Signals:
        level_changed: Another level is on top; the office shows `heading()` beside the page's title.
    """

    level_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: list[tuple[QWidget, Callable[[], str]]] = []
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    # Levels

    def set_ground(self, widget: QWidget) -> None:
        """What the page shows at first: a list, mostly."""
        self._stack.insertWidget(0, widget)
        self._stack.setCurrentIndex(0)

    def open_level(self, widget: QWidget, heading: Callable[[], str]) -> None:
        """Show something over the rest, as the editor of a record; a widget that is open already comes to the top."""
        self._levels = [level for level in self._levels if level[0] is not widget]
        self._levels.append((widget, heading))
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._show_top()

    def close_level(self) -> None:
        """One level back; the widget is kept for the next time."""
        if self._levels:
            self._levels.pop()
            self._show_top()

    def close_levels(self) -> None:
        """Back to the ground."""
        if self._levels:
            self._levels.clear()
            self._show_top()

    @property
    def top(self) -> QWidget | None:
        """What is on top."""
        return self._stack.currentWidget()

    def heading(self) -> str:
        """The words of the level on top; nothing on the ground."""
        return self._levels[-1][1]() if self._levels else ""

    # What the office asks of a page

    def opened(self, subject: object = None) -> None:
        """The page came to the front; `subject` is what another page wants shown, as a product's id."""

    def go_back(self) -> bool:
        """Esc: one level back. False: there is none, leave the page."""
        if not self._levels:
            return False
        self.close_level()
        return True

    def take_scan(self, code: str) -> bool:
        """A code was read. False: this page has no use for it, the goods list opens the product."""
        del code
        return False

    def has_changes(self) -> bool:
        """Whether leaving would lose something that was typed."""
        form = self._form()
        return form is not None and form.is_dirty

    def on_find(self) -> None:
        """Ctrl+F, F2."""
        if isinstance(self.top, ListPage):
            self.top.focus_search()

    def on_new(self) -> None:
        """Ctrl+N."""
        if isinstance(self.top, ListPage) and self.top.new_button.isVisible():
            self.top.new_requested.emit()

    def on_save(self) -> None:
        """Ctrl+S."""
        form = self._form()
        if form is not None and form.save_button.isEnabled():
            form.save()

    def on_export(self) -> None:
        """Ctrl+E."""
        if isinstance(self.top, ListPage) and self.top.export_button.isVisible():
            self.top.export_requested.emit(self.top.query())

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """Further states that `main.py screens` takes a picture of: a name, and what opens it."""
        return ()

    def take_focus(self) -> None:
        """Put the focus where typing is meant."""
        top = self.top
        if isinstance(top, ListPage):
            top.take_focus()
        elif (form := self._form()) is not None:
            form.focus_first()
        elif top is not None:
            top.setFocus()

    # Within

    def _form(self) -> RecordForm | None:
        top = self.top
        if isinstance(top, RecordForm):
            return top
        forms = top.findChildren(RecordForm) if top is not None else []
        return next((form for form in forms if form.isVisible()), None)

    def _show_top(self) -> None:
        if self._levels:
            self._stack.setCurrentWidget(self._levels[-1][0])
        else:
            self._stack.setCurrentIndex(0)
        self.level_changed.emit()
        self.take_focus()
