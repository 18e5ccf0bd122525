"""The sale screen: lines and panels to the left, total, member, keys and payment to the right."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.checkout.session_values import SaleView
from app.services.checkout.values import PostedSale
from app.ui.cashier.basket_table import BasketTable
from app.ui.cashier.done_card import DoneCard
from app.ui.cashier.function_keys import FunctionKeys
from app.ui.cashier.last_sale_bar import LastSaleBar
from app.ui.cashier.member_card import MemberCard
from app.ui.cashier.names import Cue, Mood, PanelName
from app.ui.cashier.panel import Panel, PanelHost
from app.ui.cashier.rows import rows_of
from app.ui.cashier.telling import tell, translate
from app.ui.cashier.texts import Said
from app.ui.cashier.total_card import TotalCard
from app.ui.cashier.touch_strip import TouchStrip
from app.ui.kit.buttons import TouchButton
from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.labels import PlainLabel
from app.ui.kit.notices import NoticeBar, NoticeKind
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.scan_box import ScanBox
from app.ui.kit.sounds import Sounds, Tone
from app.ui.kit.theme import Sizes, set_role
from app.ui.kit.words import Words
from app.values.errors import ShukeError

LEAST_RIGHT: Final = 396
FOOT: Final = 58
"""High enough for a notice of two lines, so that nothing moves under a finger when one appears."""
_RIGHT_SHARE: Final = 37


class EmptyHint(Retranslated, QFrame):
    """What an empty basket says: what to do next, and nothing else."""

    def __init__(self, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key_map = key_map
        set_role(self, "card")
        self._headline = PlainLabel(role="headline")
        self._hint = PlainLabel(role="muted")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label in (self._headline, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(2)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self._headline.setText(translate("cashier", "Scan the first item"))
        hint = translate("cashier", "{search} finds goods by name   ·   {member} names the member")
        keys = self._key_map
        self._hint.setText(hint.format(search=keys.shown(Action.SEARCH), member=keys.shown(Action.MEMBER)))


class SaleScreen(Retranslated, QWidget):
    """Shows a basket; says what the cashier did. Knows no rules.

    Attributes:
        notices: Sentences at the foot, in the place of the last sale.
        panels: What covers the lines.
        scan_box: Where typing rests.

    Signals:
        action_requested: A button of an action was tapped. arg: the action's value.
        typed: Something was typed into the scan box and confirmed.
        typing: What stands in the scan box changed by hand.
        confirmed_empty: Enter in the empty scan box.
        forget_member_requested: The member's card was cleared.
        line_activated: A line was tapped twice.
        panel_changed: Another panel is on top, or none.
    """

    action_requested = Signal(str)
    typed = Signal(str)
    typing = Signal(str)
    confirmed_empty = Signal()
    forget_member_requested = Signal()
    line_activated = Signal()
    panel_changed = Signal()

    def __init__(self, words: Words, key_map: KeyMap, sounds: Sounds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._sounds = words, sounds
        set_role(self, "screen")
        self.scan_box = ScanBox()
        self.scan_box.setMinimumHeight(56)
        self.quick = TouchButton("", "chip")
        self.quick.setToolTip(key_map.shown(Action.QUICK_KEYS))
        self.quick.clicked.connect(partial(self.action_requested.emit, Action.QUICK_KEYS.value))
        self.times = PlainLabel(role="headline")
        self.times.hide()
        self.table = BasketTable(words)
        self.done = DoneCard(words)
        self.empty = EmptyHint(key_map)
        self.total = TotalCard(words)
        self.member = MemberCard(words, key_map)
        self.keys = FunctionKeys(key_map)
        self.strip = TouchStrip(key_map)
        self.last = LastSaleBar(words, key_map)
        self.notices = NoticeBar()
        self._foot = QStackedWidget()
        self._middle = QStackedWidget()
        for page in (self.empty, self.table, self.done):
            self._middle.addWidget(page)
        self.panels = PanelHost(self._resting_page())
        self._right = QStackedWidget()
        self._right.addWidget(self._sale_column())
        self._lay_out()
        self._connect()
        self.retranslate()

    # Showing

    def show_sale(self, view: SaleView) -> None:
        """Show a basket."""
        rows = rows_of(view.priced)
        self.table.show_lines(rows, view.priced.basket.touched)
        self._middle.setCurrentWidget(self.table if rows else self.empty)
        self.total.show_total(view.priced)
        self.member.show_member(view.member)
        self.keys.show_held(view.held_count)
        self.last.show_last(view.last)
        self.strip.buttons[Action.UNDO].setEnabled(view.can_undo)
        self.strip.pay.setEnabled(bool(rows))
        self.show_pending("" if view.pending_quantity is None else self._words.quantity(view.pending_quantity))

    def tell(self, what: Said | ShukeError, mood: Mood, *, stay: bool = False) -> None:
        """Show a sentence that nobody must answer, in whatever language comes."""
        self.notices.show_notice(partial(tell, self._words, what), NoticeKind(mood.value), stay)

    def clear_notice(self) -> None:
        """Take the sentence away."""
        self.notices.clear()

    def clear_problem(self) -> None:
        """Take a refusal away; any other sentence stays."""
        if self.notices.kind() is NoticeKind.PROBLEM:
            self.notices.clear()

    def play(self, cue: Cue) -> None:
        """Sound a tone."""
        self._sounds.play(Tone(cue.value))

    def show_done(self, sale: PostedSale) -> None:
        """Show the change of a committed sale until the next action."""
        self.done.show_sale(sale)
        self._middle.setCurrentWidget(self.done)

    @property
    def is_done_shown(self) -> bool:
        """Whether the change of the last sale is on the screen."""
        return self._middle.currentWidget() is self.done

    def hide_done(self) -> None:
        """The next customer came."""
        if self.is_done_shown:
            self._middle.setCurrentWidget(self.table if self.table.rows_model().rowCount() else self.empty)

    def show_pending(self, quantity: str) -> None:
        """Show how many the next scan adds."""
        self.times.setText(f"{quantity} ×" if quantity else "")
        self.times.setVisible(bool(quantity))

    def chosen_line(self) -> int:
        """The number of the chosen line; 0 for none."""
        return self.table.chosen_line()

    def move_choice(self, step: int) -> None:
        """Choose the line above or below."""
        self.table.move_selection(step)

    def choose_line(self, line_id: int) -> None:
        """Choose the line of that number."""
        at = self.table.rows_model().find(line_id)
        self.table.select_row(at if at is not None else -1)

    def typed_text(self) -> str:
        """What stands in the scan box."""
        return self.scan_box.text()

    def set_typed(self, text: str) -> None:
        """Put text into the scan box, with the cursor behind it."""
        self.scan_box.setText(text)
        self.scan_box.setFocus(Qt.FocusReason.OtherFocusReason)

    # Panels

    def add_panel(self, name: PanelName, panel: Panel) -> None:
        """Know a panel: payment stands to the right, all others cover the lines."""
        if name is PanelName.PAYMENT:
            self._payment = panel
            self._right.addWidget(panel)
        else:
            self.panels.add(name, panel)
        panel.closed_by_hand.connect(self._on_panel_closed_by_hand)

    def open_panel(self, name: PanelName, *, over: bool = False) -> None:
        """Open a panel and give it the focus."""
        if name is PanelName.PAYMENT:
            self.panels.close_all()
            self._right.setCurrentWidget(self._payment)
            self._payment.take_focus()
        else:
            self.panels.open_panel(name, over=over)
        self.panel_changed.emit()

    def close_panel(self) -> None:
        """One level back; from the last level to the scan box."""
        if self.panels.top is not None:
            self.panels.close_top()
        else:
            self._right.setCurrentIndex(0)
        if self.panels.top is None:
            self.rest()
        self.panel_changed.emit()

    def close_panels(self) -> None:
        """Back to the lines and the scan box."""
        self.panels.close_all()
        self._right.setCurrentIndex(0)
        self.rest()
        self.panel_changed.emit()

    @property
    def top_panel(self) -> PanelName | None:
        """What is open on top."""
        if self.panels.top is not None:
            return self.panels.top
        return PanelName.PAYMENT if self._right.currentIndex() else None

    def help_part(self) -> str:
        """What the manual is asked about: the panel on top, `done` for the card after paying."""
        top = self.top_panel
        return top.value if top is not None else "done" if self.is_done_shown else ""

    def rest(self) -> None:
        """Give the focus to whoever waits for keys now."""
        if self._right.currentIndex():
            self._payment.take_focus()
        else:
            self.scan_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text again."""
        placeholder = translate("cashier", "Scan, or type code, number or initials")
        self.scan_box.setPlaceholderText(placeholder)
        self.scan_box.setAccessibleName(placeholder)
        self.quick.set_text(translate("cashier", "Quick keys"))
        self.keys.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right column takes its share."""
        super().resizeEvent(event)
        width = max(LEAST_RIGHT, event.size().width() * _RIGHT_SHARE // 100)
        self._right.setFixedWidth(min(width, 620))

    # Within

    def _resting_page(self) -> QWidget:
        page = QWidget()
        line = QHBoxLayout()
        line.setSpacing(Sizes.GAP)
        line.addWidget(self.times)
        line.addWidget(self.scan_box, 1)
        line.addWidget(self.quick)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP)
        layout.addLayout(line)
        layout.addWidget(self._middle, 1)
        return page

    def _sale_column(self) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP)
        layout.addWidget(self.total, 2)
        layout.addWidget(self.member)
        layout.addWidget(self.keys, 3)
        layout.addWidget(self.strip, 4)
        return column

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(Sizes.MARGIN, 2, Sizes.MARGIN, 4)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(4)
        layout.addWidget(self.panels, 0, 0)
        layout.addWidget(self._right, 0, 1)
        self._foot.addWidget(self.last)
        self._foot.addWidget(self.notices)
        self._foot.setFixedHeight(FOOT)
        layout.addWidget(self._foot, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(0, 1)

    def _connect(self) -> None:
        self.notices.shown.connect(self._on_notices_shown)
        self.notices.cleared.connect(self._on_notices_cleared)
        self.scan_box.entered.connect(self.typed)
        self.scan_box.confirmed_empty.connect(self.confirmed_empty)
        self.scan_box.textEdited.connect(self.typing)
        for part in (self.keys, self.strip, self.last):
            part.requested.connect(self.action_requested)
        self.member.member_requested.connect(self._on_member_member_requested)
        self.member.forget_requested.connect(self.forget_member_requested)
        self.table.row_activated.connect(self.line_activated)

    def _on_notices_shown(self) -> None:
        self._foot.setCurrentWidget(self.notices)

    def _on_notices_cleared(self) -> None:
        self._foot.setCurrentWidget(self.last)

    def _on_member_member_requested(self) -> None:
        self.action_requested.emit(Action.MEMBER.value)

    def _on_panel_closed_by_hand(self) -> None:
        self.action_requested.emit(Action.BACK.value)
