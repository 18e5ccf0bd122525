"""The till's window: a strip of states, a bar for notices, and one screen at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.services.checkout.key_paper import KeySection
from app.ui.kit.key_router import KeyRouter
from app.ui.kit.keys import Action, KeyMap, Scope
from app.ui.kit.notices import NoticeBar, NoticeKind
from app.ui.kit.prompter import WindowPrompter
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.words import Words
from app.ui.shell.help.manual_dialog import ManualDialog
from app.ui.shell.help.pages import HasHelpPart
from app.ui.shell.key_sheet import KeySheetDialog
from app.ui.shell.status_strip import StatusStrip
from app.values.errors import ShukeError

SIGN_IN = "sign_in"
FIRST_RUN = "first_run"
RECOVER = "recover"
OPEN_SHIFT = "open_shift"
SALE = "sale"
OFFICE = "office"


class MainWindow(Retranslated, QMainWindow):
    """Holds the pages and what is around them. Decides nothing: it says what was asked for.

    Attributes:
        status: The strip at the top.
        notices: The bar under it.
        prompter: Tells and asks over this window.
        print_keys: Puts the key sheet on paper: its title and its parts; None before there is a shop.

    Signals:
        lock_requested: The lock key was pressed; the open basket stays where it is.
        office_requested: The key or button of the back office was pressed.
        close_requested: Somebody wants to close the window; `allow_close` does it.
        page_changed: Another page is shown. arg: its name.
    """

    lock_requested = Signal()
    office_requested = Signal()
    close_requested = Signal()
    page_changed = Signal(str)

    def __init__(self, words: Words, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._key_map = words, key_map
        self._pages: dict[str, QWidget] = {}
        self._may_close = False
        self.print_keys: Callable[[str, Sequence[KeySection]], None] | None = None
        self.setMinimumSize(Sizes.MINIMUM_WIDTH, Sizes.MINIMUM_HEIGHT)
        self.status = StatusStrip(words)
        self.notices = NoticeBar()
        self.prompter = WindowPrompter(self, self.notices)
        self._stack = QStackedWidget()
        self._lay_out()
        self._router = KeyRouter(self, key_map, Scope.ANYWHERE)
        self._router.handle(Action.LOCK, self.lock_requested.emit)
        self._router.handle(Action.FULL_SCREEN, self.toggle_full_screen)
        self._router.handle(Action.KEYS, self.show_keys)
        self._router.handle(Action.OFFICE, self.office_requested.emit)
        self.status.language_toggle_requested.connect(words.toggle_language)
        self.status.office_requested.connect(self.office_requested)
        self.retranslate()

    def add_page(self, name: str, page: QWidget) -> None:
        """Keep a page under a name; a page of that name is replaced."""
        if (old := self._pages.get(name)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._pages[name] = page
        self._stack.addWidget(page)

    def show_page(self, name: str) -> None:
        """Bring a page to the front; the others keep what they hold."""
        if self._stack.currentWidget() is not self._pages[name]:
            self._stack.setCurrentWidget(self._pages[name])
            self.page_changed.emit(name)

    def page(self, name: str) -> QWidget:
        """The page of a name.

        Raises:
            KeyError: there is none.
        """
        return self._pages[name]

    def has_page(self, name: str) -> bool:
        """Whether a page of this name was added."""
        return name in self._pages

    def current_page(self) -> str:
        """The name of the page in front."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")

    @property
    def key_map(self) -> KeyMap:
        """Which key does what."""
        return self._key_map

    def set_key_map(self, key_map: KeyMap) -> None:
        """Use other keys for what the window itself does."""
        self._key_map = self._router.key_map = key_map

    @Slot()
    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    @Slot()
    def show_keys(self) -> None:
        """Open the sheet of all keys; F1 again there opens the manual."""
        sheet = KeySheetDialog(self._key_map, self, can_print=self.print_keys is not None)
        sheet.manual_requested.connect(self.show_manual)
        sheet.print_requested.connect(self._on_print_requested)
        sheet.open()

    @Slot()
    def show_manual(self) -> None:
        """Open the page of the manual about what is in front."""
        page = self._stack.currentWidget()
        part = page.help_part() if isinstance(page, HasHelpPart) else ""
        ManualDialog.about(self._words, self.current_page(), part, self).open()

    @Slot()
    def close_manual(self) -> None:
        """A code was read: what became of it must be seen."""
        for manual in self.findChildren(ManualDialog):
            manual.accept()

    def allow_close(self) -> None:
        """Close now; the asking is done."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is a wish until somebody who knows the shift and the basket allows it."""
        if self._may_close:
            super().closeEvent(event)
            return
        event.ignore()
        self.close_requested.emit()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setWindowTitle(self.tr("Shuke"))

    def _on_print_requested(self, title: str, sections: Sequence[KeySection]) -> None:
        try:
            if self.print_keys is not None:
                self.print_keys(title, sections)
        except ShukeError as problem:
            told = problem
            self.prompter.notice(lambda: self._words.tell(told), NoticeKind.PROBLEM)
        else:
            self.prompter.notice(lambda: self.tr("The sheet of keys is being printed."), NoticeKind.GOOD)

    def _lay_out(self) -> None:
        centre = QWidget()
        set_role(centre, "screen")
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.status)
        bar = QVBoxLayout()
        bar.setContentsMargins(Sizes.MARGIN, 0, Sizes.MARGIN, 0)
        bar.addWidget(self.notices)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
