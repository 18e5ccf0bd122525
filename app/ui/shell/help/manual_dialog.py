"""F1, F1: the page of the manual about the screen, over the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.dialog import Dialog
from app.ui.kit.words import Words
from app.ui.shell.help.browser import ManualBrowser
from app.ui.shell.help.pages import FOLDER, INDEX, page_for


class ManualDialog(Dialog):
    """A page of the manual in the language of the screens.

    Keys: arrows and pages scroll, Tab and Enter follow links, Esc or Backspace one page back, Esc on the first page
    closes, F1 the list of all pages, Ctrl+F finds in the page, Enter there goes on to the next place.

    Attributes:
        browser: Shows the page.
        search_edit: What is looked for; hidden until Ctrl+F.
    """

    def __init__(self, words: Words, page: str, parent: QWidget | None = None, *, folder: Path = FOLDER) -> None:
        super().__init__(parent, size=_size(parent))
        self.setObjectName("manual")
        self._words = words
        self.browser = ManualBrowser(folder)
        self.search_edit = QLineEdit()
        self.search_edit.hide()
        self.body.addWidget(self.search_edit)
        self.body.addWidget(self.browser, 1)
        self._find = self.add_button("", "plain", self.show_search)
        self._all_pages = self.add_button("", "plain", self.show_index)
        self._back = self.add_button("", "primary", self.go_back)
        for button in (self._find, self._all_pages, self._back):
            button.setAutoDefault(False)
        self.search_edit.textEdited.connect(self._on_search_edit_text_edited)
        self.browser.page_shown.connect(self._on_browser_page_shown)
        if not self.browser.open_page(page, words.language):
            self.show_index()
        self.retranslate()
        self.browser.setFocus()

    @classmethod
    def about(cls, words: Words, screen: str, part: str, parent: QWidget | None = None) -> ManualDialog:
        """The manual, opened at the page about a screen."""
        return cls(words, page_for(screen, part), parent)

    def page(self) -> str:
        """The name of the page shown."""
        return self.browser.page()

    def show_index(self) -> None:
        """The list of all pages."""
        self.browser.open_page(INDEX, self._words.language)

    def show_search(self) -> None:
        """Look for words in this page."""
        self.search_edit.show()
        self.search_edit.selectAll()
        self.search_edit.setFocus()

    def go_back(self) -> None:
        """Out of the search, to the page before, or out of the manual."""
        if self.search_edit.isVisible():
            self.search_edit.hide()
            self.show_problem("")
            self.browser.setFocus()
        elif not self.browser.go_back():
            self.accept()

    def reject(self) -> None:
        """Esc."""
        self.go_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1, Ctrl+F, Enter in the search."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.show_index()
        elif event.key() == Qt.Key.Key_F and is_with_control:
            self.show_search()
        elif is_enter and self.search_edit.hasFocus():
            self._find_next(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text again, and the same page in the other language."""
        self.set_title(self.tr("Manual"))
        self._find.setText(self.tr("Find   Ctrl+F"))
        self._all_pages.setText(self.tr("All pages   F1"))
        self.search_edit.setPlaceholderText(self.tr("Find in this page; Enter: next place"))
        if self.browser.shows_other_language(self._words.language):
            self.browser.open_page(self.page(), self._words.language)
        self._name_back()

    def _find_next(self, *, backward: bool) -> None:
        text = self.search_edit.text().strip()
        is_found = self.browser.find_text(text, backward=backward)
        self.show_problem("" if is_found or not text else self.tr("This page does not say “{text}”.").format(text=text))

    def _name_back(self) -> None:
        can_go_back = self.browser.isBackwardAvailable()
        self._back.setText(self.tr("Back   Esc") if can_go_back else self.tr("Close   Esc"))

    def _on_search_edit_text_edited(self) -> None:
        self.show_problem("")

    def _on_browser_page_shown(self) -> None:
        self.show_problem("")
        self._name_back()


def _size(parent: QWidget | None) -> QSize:
    """As large as the window leaves room for; a page with a picture wants width."""
    room = QSize(1100, 740) if parent is None else parent.window().size() - QSize(48, 48)
    return room.boundedTo(QSize(1100, 820))
