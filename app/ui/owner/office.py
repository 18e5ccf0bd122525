"""The back office in the till's own window: navigation at the left, one page at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit.buttons import TouchButton
from app.ui.kit.key_router import KeyRouter
from app.ui.kit.keys import Action, Scope
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.undo_bar import UndoBar
from app.ui.owner.context import OfficeContext
from app.ui.owner.navigation import Navigation
from app.ui.owner.pages import GOODS, PAGES, OfficePage
from app.ui.owner.view import OfficeView


class OfficeScreen(Retranslated, QWidget):
    """Navigation and pages; makes a page when it is first opened.

    Attributes:
        context: What the pages were given.
        undo_bar: What was just done, at the foot.

    Signals:
        left: Back to the till.
    """

    left = Signal()

    def __init__(
        self, context: OfficeContext, pages: Sequence[OfficePage] = PAGES, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "screen")
        self.undo_bar = UndoBar()
        self.context = replace(context, go=self.go, has_page=self.has_page, offer_undo=self.undo_bar.offer)
        self._pages = {page.key: page for page in pages if context.actor.may(page.permission)}
        self._views: dict[str, OfficeView] = {}
        self._current = ""
        self.navigation = Navigation(tuple(self._pages.values()))
        self._title = ElidedLabel(role="title")
        self._back = TouchButton("", "plain", self)
        self._stack = QStackedWidget()
        self.router = KeyRouter(self, context.key_map, Scope.OFFICE)
        self._lay_out()
        self._connect()
        self.retranslate()

    # Pages

    def enter(self) -> None:
        """Somebody comes in: the page they left, or the first one."""
        self.undo_bar.clear()
        self.go(self._current or next(iter(self._pages)))

    def go(self, key: str, subject: object = None) -> None:
        """Open a page; asks first where that would lose what was typed."""
        if key != self._current or subject is not None:
            self._if_nothing_is_lost(partial(self._open, key, subject))
        else:
            self._open(key, subject)

    def view(self, key: str) -> OfficeView:
        """The page of a key, made now if it was not yet.

        Raises:
            KeyError: there is none, or not for this person.
        """
        if key not in self._views:
            made = self._pages[key].make(self.context)
            made.level_changed.connect(self._on_level_changed)
            self._views[key] = made
            self._stack.addWidget(made)
        return self._views[key]

    @property
    def current(self) -> str:
        """The key of the page in front."""
        return self._current

    def help_part(self) -> str:
        """The manual has a page about each page."""
        return self._current

    def has_page(self, key: str) -> bool:
        """Whether this person can open it."""
        return key in self._pages

    def page_keys(self) -> tuple[str, ...]:
        """Every page this person can open, in the order of the navigation."""
        return tuple(self._pages)

    def take_scan(self, code: str) -> None:
        """A code was read while the office is in front: for its page, else the goods list opens the product."""
        if self._current and self.view(self._current).take_scan(code):
            return
        if GOODS in self._pages:
            self._if_nothing_is_lost(partial(self._open_scanned, code))

    def leave(self) -> None:
        """Back to the till, unless something typed would be lost."""
        self._if_nothing_is_lost(self.left.emit)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """From now on scans come here."""
        super().showEvent(event)
        self.context.scan_filter.claim(self, self.take_scan)

    def hideEvent(self, event: QHideEvent) -> None:
        """Scans go to the till again."""
        super().hideEvent(event)
        self.context.scan_filter.release(self)

    def retranslate(self) -> None:
        """Set every text again."""
        self._show_title()
        self.undo_bar.show_key(self.context.key_map.shown(Action.TAKE_BACK))
        self._back.set_text(self.tr("Back   Esc"))

    # Within

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        # The row is as high without the button, so that nothing moves when a level opens.
        head.addStrut(Sizes.TARGET)
        right = QVBoxLayout()
        right.setContentsMargins(10, 4, Sizes.MARGIN, 6)
        right.setSpacing(Sizes.GAP)
        right.addLayout(head)
        right.addWidget(self._stack, 1)
        right.addWidget(self.undo_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self._on_navigation_chosen)
        self.navigation.till_requested.connect(self.leave)
        self._back.clicked.connect(self._on_back)
        handlers: dict[Action, Callable[[], None]] = {
            Action.BACK: self._on_back,
            Action.FIND: lambda: self.view(self._current).on_find(),
            Action.NEW: lambda: self.view(self._current).on_new(),
            Action.SAVE: lambda: self.view(self._current).on_save(),
            Action.EXPORT: lambda: self.view(self._current).on_export(),
            Action.TAKE_BACK: self._on_take_back,
            Action.PAGE_ABOVE: partial(self._step, -1),
            Action.PAGE_BELOW: partial(self._step, 1),
        }
        for action, handler in handlers.items():
            self.router.handle(action, handler)

    def _open(self, key: str, subject: object) -> None:
        view = self.view(key)
        self._current = key
        self._stack.setCurrentWidget(view)
        self.navigation.show_current(key)
        view.opened(subject)
        self._show_title()
        view.take_focus()

    def _open_scanned(self, code: str) -> None:
        self._open(GOODS, None)
        self.view(GOODS).take_scan(code)

    def _on_navigation_chosen(self, key: str) -> None:
        self.navigation.show_current(self._current)
        if key == self._current:
            self._if_nothing_is_lost(self.view(key).close_levels)
        else:
            self.go(key)

    def _on_back(self) -> None:
        self._if_nothing_is_lost(self._go_back)

    def _go_back(self) -> None:
        if not (self._current and self.view(self._current).go_back()):
            self.left.emit()

    def _step(self, step: int) -> None:
        self.go(self.navigation.neighbour(self._current, step))

    def _on_take_back(self) -> None:
        self.undo_bar.take_back()

    def _on_level_changed(self) -> None:
        self._show_title()

    def _if_nothing_is_lost(self, do: Callable[[], None]) -> None:
        if not self._current or not self.view(self._current).has_changes():
            do()
            return

        def answered(is_yes: bool) -> None:
            if is_yes:
                do()

        self.context.prompter.ask(
            self.tr("What you changed here is not saved yet. Leave without saving?"),
            answered,
            yes=self.tr("Leave"),
            no=self.tr("Stay"),
            danger=True,
        )

    def _show_title(self) -> None:
        if not self._current:
            self._title.set_text("")
            return
        title = QCoreApplication.translate("office", self._pages[self._current].title)
        heading = self.view(self._current).heading()
        self._back.setVisible(bool(heading))
        self._title.set_text(f"{title}  ›  {heading}" if heading else title)
