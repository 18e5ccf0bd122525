"""Quick keys: which goods the till sells by a touch, page by page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.catalogue.quick_keys import QuickKeyView
from app.services.catalogue.search import FoundItem
from app.services.common.topics import Topic
from app.ui.kit.buttons import TouchButton
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.labels import PlainLabel
from app.ui.kit.quick_grid import QuickFace, QuickGrid
from app.ui.kit.theme import Sizes
from app.ui.kit.words import Words
from app.ui.owner.context import OfficeContext
from app.ui.owner.goods.picker import ArticlePicker
from app.ui.owner.goods.quick_keys_presenter import QuickKeysPresenter
from app.ui.owner.goods.texts import office
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP

TONE_WORDS = (
    ("", QT_TRANSLATE_NOOP("office", "White")),
    ("good", QT_TRANSLATE_NOOP("office", "Green")),
    ("careful", QT_TRANSLATE_NOOP("office", "Yellow")),
    ("problem", QT_TRANSLATE_NOOP("office", "Red")),
    ("chosen", QT_TRANSLATE_NOOP("office", "Blue")),
)


def faces_of(keys: tuple[QuickKeyView, ...], words: Words) -> dict[int, QuickFace]:
    """What stands on the keys of a page."""
    return {
        key.position: QuickFace(
            key.label, words.price(key.price, key.by_weight) if key.price is not None else "-", key.tone
        )
        for key in keys
    }


class QuickKeysPage(OfficeView):
    """Pages of keys; a tap on a place chooses what it sells."""

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self.presenter = QuickKeysPresenter(context, self)
        self.grid = QuickGrid(shows_empty=True)
        self.empty = EmptyState()
        self.tabs: list[TouchButton] = []
        self._tab_row = QWidget()
        self._tab_flow = FlowLayout(self._tab_row)
        self.name = QLineEdit()
        self.label = QLineEdit()
        self.tone = QComboBox()
        self._label_words, self._hint = PlainLabel(role="muted"), PlainLabel(role="muted")
        self.buttons = {
            name: TouchButton("", role, self)
            for name, role in (
                ("new", "primary"),
                ("left", "plain"),
                ("right", "plain"),
                ("close", "danger"),
                ("pick", "plain"),
                ("clear", "plain"),
            )
        }
        self._ground = QWidget()
        self._lay_out()
        self.set_ground(self._ground)
        self._connect()
        self.retranslate()

    # The office's questions

    def opened(self, subject: object = None) -> None:
        """Read the pages."""
        del subject
        self.presenter.refresh()

    def take_scan(self, code: str) -> bool:
        """A scan puts its article onto the chosen place."""
        return self.presenter.put_scanned(self.grid.current(), code)

    def on_new(self) -> None:
        """Ctrl+N: a further page."""
        self.presenter.add_page()

    def on_save(self) -> None:
        """Ctrl+S: what stands in the fields."""
        self._on_name_edited()
        self._on_label_edited()

    def take_focus(self) -> None:
        """Arrows choose a place at once."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del empties a place; Ctrl with an arrow moves its key."""
        if event.key() == Qt.Key.Key_Delete and self.grid.hasFocus() and not event.isAutoRepeat():
            self.presenter.clear(self.grid.current())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.grid.hasFocus():
            before = self.grid.current()
            if self.grid.follow(event.key()) and self.grid.current() != before:
                self.presenter.move(before, self.grid.current())
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text again."""
        texts = {
            "new": office(QT_TRANSLATE_NOOP("office", "New page")),
            "left": office(QT_TRANSLATE_NOOP("office", "◀ Page")),
            "right": office(QT_TRANSLATE_NOOP("office", "Page ▶")),
            "close": office(QT_TRANSLATE_NOOP("office", "Remove page")),
            "pick": office(QT_TRANSLATE_NOOP("office", "Choose article   Enter")),
            "clear": office(QT_TRANSLATE_NOOP("office", "Empty   Del")),
        }
        for name, text in texts.items():
            self.buttons[name].set_text(text)
        self.name.setPlaceholderText(office(QT_TRANSLATE_NOOP("office", "Name of the page")))
        self.name.setAccessibleName(office(QT_TRANSLATE_NOOP("office", "Name of the page")))
        self.label.setPlaceholderText(office(QT_TRANSLATE_NOOP("office", "Own words on the key")))
        self.label.setAccessibleName(office(QT_TRANSLATE_NOOP("office", "Own words on the key")))
        self._hint.setText(
            office(
                QT_TRANSLATE_NOOP(
                    "office", "Arrows choose a place, Ctrl and an arrow moves its key, a scan puts its article there."
                )
            )
        )
        before = max(self.tone.currentIndex(), 0)
        self.tone.blockSignals(True)
        self.tone.clear()
        for value, label in TONE_WORDS:
            self.tone.addItem(office(label), value)
        self.tone.setCurrentIndex(before)
        self.tone.blockSignals(False)
        self.empty.show_words(
            office(QT_TRANSLATE_NOOP("office", "No quick keys yet")),
            office(
                QT_TRANSLATE_NOOP(
                    "office",
                    "Goods without a barcode, as vegetables, bread or bags, are sold by a touch on the till (Ctrl+K).",
                )
            ),
            office(QT_TRANSLATE_NOOP("office", "New page")),
        )

    # The presenter's screen

    def show_pages(self, names: tuple[str, ...], current: int) -> None:
        """Show the tabs, one of them chosen; none at all shows what they are for."""
        for tab in self.tabs:
            tab.hide()
            tab.deleteLater()
        while self._tab_flow.count():
            self._tab_flow.takeAt(0)
        self.tabs = []
        for at, name in enumerate(names):
            tab = TouchButton(name, "chip", self._tab_row)
            tab.setCheckable(True)
            tab.setChecked(at == current)
            tab.clicked.connect(partial(self.presenter.choose_page, at))
            self._tab_flow.addWidget(tab)
            tab.show()
            self.tabs.append(tab)
        self.name.setText(names[current] if names else "")
        self._body.setVisible(bool(names))
        self.empty.setVisible(not names)

    def show_keys(self, keys: tuple[QuickKeyView, ...]) -> None:
        """Show the keys of the page."""
        self.grid.show_faces(faces_of(keys, self._context.words))
        self._on_current_changed()

    # Within

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.name, 1)
        for name in ("left", "right", "close", "new"):
            tools.addWidget(self.buttons[name])
        foot = QHBoxLayout()
        for widget in (self.buttons["pick"], self.buttons["clear"]):
            foot.addWidget(widget)
        foot.addWidget(self.label, 1)
        foot.addWidget(self.tone)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Sizes.GAP)
        inside.addWidget(self._tab_row)
        inside.addLayout(tools)
        inside.addWidget(self.grid, 1)
        inside.addLayout(foot)
        self._hint.setWordWrap(True)
        inside.addWidget(self._hint)
        layout = QVBoxLayout(self._ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.empty, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.empty.acted.connect(presenter.add_page)
        self.buttons["new"].clicked.connect(presenter.add_page)
        self.buttons["left"].clicked.connect(partial(presenter.move_page, -1))
        self.buttons["right"].clicked.connect(partial(presenter.move_page, 1))
        self.buttons["close"].clicked.connect(presenter.close_page)
        self.buttons["pick"].clicked.connect(self._on_pick)
        self.buttons["clear"].clicked.connect(self._on_clear)
        self.grid.chosen.connect(self._on_pick)
        self.grid.current_changed.connect(self._on_current_changed)
        self.name.editingFinished.connect(self._on_name_edited)
        self.label.editingFinished.connect(self._on_label_edited)
        self.tone.activated.connect(self._on_label_edited)
        self._context.bus.changed.connect(self._on_changed)

    def _on_pick(self) -> None:
        picker = ArticlePicker(self.presenter.search, self._context.words, self.window())
        picker.picked.connect(self._on_picked)
        picker.open()

    def _on_picked(self, item: FoundItem) -> None:
        self.presenter.put(self.grid.current(), item)

    def _on_clear(self) -> None:
        self.presenter.clear(self.grid.current())

    def _on_name_edited(self) -> None:
        self.presenter.rename(self.name.text())

    def _on_label_edited(self) -> None:
        self.presenter.dress(self.grid.current(), self.label.text(), str(self.tone.currentData() or ""))

    def _on_current_changed(self) -> None:
        key = self.presenter.key_at(self.grid.current())
        for widget in (self.label, self.tone, self.buttons["clear"]):
            widget.setEnabled(key is not None)
        self.label.setText(key.own_label if key is not None else "")
        tones = [value for value, _ in TONE_WORDS]
        self.tone.setCurrentIndex(tones.index(key.tone) if key is not None and key.tone in tones else 0)

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        del initiator
        if Topic.CATALOGUE.value in topics and self.isVisible():
            self.presenter.refresh()


def make_quick_keys_page(context: OfficeContext) -> OfficeView:
    """The page."""
    return QuickKeysPage(context)
