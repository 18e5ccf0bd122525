"""The refund panel: the receipt, what of it comes back, and how it is paid."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.payments.plan import TenderKind
from app.ui.cashier.panel import MOST_NUMBER, ChoicePanel, code_edit
from app.ui.cashier.refund_presenter import RefundRow, RefundState
from app.ui.cashier.telling import tell, tender_name, translate
from app.ui.cashier.texts import Said
from app.ui.kit.buttons import TouchButton
from app.ui.kit.keys import Action, KeyMap, Scope, key_name
from app.ui.kit.labels import ElidedLabel, FitLabel, PlainLabel
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError

_ACTIONS: Final = {
    TenderKind.CASH: None,
    TenderKind.WECHAT: Action.TENDER_WECHAT,
    TenderKind.ALIPAY: Action.TENDER_ALIPAY,
    TenderKind.CARD: Action.TENDER_CARD,
}
# Keys that act only inside this panel; no scanner sends them and no way of paying has them.
_ONLY_KEY: Final = "F7"
_CASH_KEY: Final = "F9"


class RefundPanel(ChoicePanel):
    """Shows a refund as it would be.

    Signals:
        code_entered: A receipt's code was typed.
        confirmed: What is chosen is to be given back.
        toggle_requested, more_requested, fewer_requested, only_requested: For the chosen line.
        kind_chosen: Another way of paying back. arg: TenderKind.
    """

    code_entered = Signal(str)
    confirmed = Signal()
    toggle_requested = Signal()
    more_requested = Signal()
    fewer_requested = Signal()
    only_requested = Signal()
    kind_chosen = Signal(object)

    def __init__(self, words: Words, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._key_map = words, key_map
        self._state: RefundState | None = None
        self._told: Said | ShukeError | None = None
        self.edit = code_edit(MOST_NUMBER)
        self.ask_hint = PlainLabel(role="muted")
        self.ask_hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table: RowsTable[RefundRow] = RowsTable(RowsModel(self._columns()), takes_focus=False)
        self.sums = ElidedLabel(lines=2, role="muted")
        self.ways = PlainLabel(role="title")
        self.ways.setWordWrap(True)
        self.payout = FitLabel(largest=56, smallest=32)
        self.payout.setFixedHeight(66)
        self._kinds = {kind: TouchButton("", "key") for kind in _ACTIONS}
        self.all = TouchButton("", "plain")
        self.confirm = TouchButton("", "pay")
        self._edits = [TouchButton("", "plain"), TouchButton("−", "pad"), TouchButton("+", "pad"), self.all]
        self._pages = QStackedWidget()
        self._asking, self._showing = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def ask_code(self) -> None:
        """Ask for a receipt."""
        self._state = self._told = None
        self.edit.clear()
        self._show_page(0)
        self.retranslate()

    def show_refund(self, state: RefundState) -> None:
        """Show what would come back."""
        at = self.table.current_row()
        self._state, self._told = state, None
        self.table.rows_model().update_rows(state.rows)
        self.table.select_row(max(at, 0))
        self._show_page(1)
        self.retranslate()

    def chosen(self) -> int:
        """The chosen row's place."""
        return self.table.current_row()

    def move_choice(self, step: int) -> None:
        """Choose another row."""
        self.table.move_selection(step)

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong."""
        self._told = what
        self.show_problem(tell(self._words, what))

    def focus_target(self) -> QWidget:
        """The code, then the panel itself."""
        return self.edit if self._state is None else self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, plus, minus and F7 change what comes back of the chosen line; other keys choose the way."""
        wishes = {" ": self.toggle_requested, "+": self.more_requested, "-": self.fewer_requested}
        wish = wishes.get(event.text())
        if key_name(event) == _ONLY_KEY:
            wish = self.only_requested
        kind = self._kind_of(event)
        if wish is not None and self._state is not None:
            wish.emit()
        elif kind is not None and self._state is not None:
            self.kind_chosen.emit(kind)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.edit.setPlaceholderText(translate("cashier", "Receipt number, as T1-000123"))
        self.ask_hint.setText(translate("cashier", "Scan the code on the receipt, or type its number"))
        self._edits[0].set_text(translate("cashier", "Space  All or none"))
        self.all.set_text(f"{_ONLY_KEY}  " + translate("cashier", "Only this line"))
        self.show_problem(tell(self._words, self._told) if self._told is not None else "")
        self._show()

    def _show_page(self, page: int) -> None:
        """The receipt's number, or its lines; what is wrong stands under what it is about."""
        self._pages.setCurrentIndex(page)
        if page == 0:
            self.put_problem(self._asking, self.edit)
        else:
            self.put_problem(self._showing, self.table)

    def _kind_of(self, event: QKeyEvent) -> TenderKind | None:
        if key_name(event) == _CASH_KEY:
            return TenderKind.CASH
        action = self._key_map.action_for(key_name(event), Scope.TENDER)
        return next((kind for kind, known in _ACTIONS.items() if known is not None and known is action), None)

    def _show(self) -> None:
        state = self._state
        if state is None:
            self.title.set_text(translate("cashier", "Refund"))
            return
        self.title.set_text(translate("cashier", "Refund of {number}").format(number=state.sale.number))
        paid = translate("cashier", "Paid {total}").format(total=self._words.money(state.sale.total))
        sums = f"{self._words.moment(state.sale.at)}  ·  {paid}"
        if len(state.kinds) == 1:
            sums += "  ·  " + translate("cashier", "Pay back: {kind}").format(kind=tender_name(state.kinds[0]))
        if state.quote.points:
            taken = translate("cashier", "{points} points taken back")
            sums += "  ·  " + taken.format(points=self._words.count(state.quote.points))
        self.sums.set_text(sums)
        self.payout.set_text(self._words.money(state.quote.payout))
        ways = [f"{tender_name(way.kind)} {self._words.money(way.amount)}" for way in state.quote.ways]
        # Two on a line, so that no line breaks within a name.
        lines = ["  +  ".join(ways[at : at + 2]) for at in range(0, len(ways), 2)]
        self.ways.setText("  +\n".join(lines))
        self.ways.setVisible(len(ways) > 1)
        self.confirm.set_text(translate("cashier", "Give back   Enter"))
        self.confirm.setEnabled(bool(state.quote.parts or state.quote.total))
        for kind, button in self._kinds.items():
            action = _ACTIONS[kind]
            key = self._key_map.shown(action) if action is not None else _CASH_KEY
            button.set_text(f"{key}  {tender_name(kind)}")
            # A single way is no choice, and alone it would look like something to press.
            button.setVisible(kind in state.kinds and len(state.kinds) > 1)
            button.setCheckable(True)
            button.setChecked(any(kind is way.kind for way in state.quote.ways))

    def _lay_out(self) -> None:
        asking, showing = self._asking, self._showing
        for layout in (asking, showing):
            layout.setContentsMargins(0, 0, 0, 0)
            page = QWidget()
            page.setLayout(layout)
            self._pages.addWidget(page)
        asking.addWidget(self.edit)
        asking.addWidget(self.ask_hint)
        asking.addStretch(1)
        showing.setSpacing(8)
        edits, kinds, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for button in self._edits:
            edits.addWidget(button, 3 if button.text() not in ("−", "+") else 1)
        kinds.setSpacing(6)
        for kind, kind_button in self._kinds.items():
            # Its name is the longest, in bold too.
            kinds.addWidget(kind_button, 6 if kind is TenderKind.CARD else 5)
        foot.addWidget(self.payout, 1)
        foot.addWidget(self.confirm, 1)
        showing.addWidget(self.table, 1)
        showing.addLayout(edits)
        showing.addWidget(self.sums)
        showing.addLayout(kinds)
        showing.addWidget(self.ways)
        showing.addLayout(foot)
        self.body.addWidget(self._pages, 1)
        self.payout.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.enter_pressed.connect(self._on_enter_pressed)
        self.table.clicked.connect(self._on_table_clicked)
        wishes = (self.toggle_requested, self.fewer_requested, self.more_requested, self.only_requested)
        for button, wish in zip(self._edits, wishes, strict=True):
            button.clicked.connect(wish)
        self.confirm.clicked.connect(self.confirmed)
        for kind, kind_button in self._kinds.items():
            kind_button.clicked.connect(partial(self._on_kind_clicked, kind))

    def _on_kind_clicked(self, kind: TenderKind) -> None:
        self.kind_chosen.emit(kind)

    def _on_enter_pressed(self) -> None:
        if self._state is None:
            self.code_entered.emit(self.edit.text())
        else:
            self.confirmed.emit()

    def _on_table_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> list[Column[RefundRow]]:
        words = self._words

        def back(row: RefundRow) -> str:
            if not row.line.left:
                return translate("cashier", "came back")
            if row.line.by_weight:
                return words.quantity(row.back, by_weight=True)
            figure = words.quantity(row.back)
            return translate("cashier", "{back} of {left}").format(back=figure, left=words.quantity(row.line.left))

        def name(row: RefundRow) -> str:
            return f"{row.line.name}  {row.line.spec}".strip()

        def tone(row: RefundRow) -> str | None:
            return None if row.back else "muted"

        return [
            Column("number", "", lambda row: str(row.number), width=44, tone=tone),
            Column("name", QT_TRANSLATE_NOOP("columns", "Item"), name, tone=tone),
            Column("back", QT_TRANSLATE_NOOP("columns", "Comes back"), back, right=True, width=124, tone=tone),
            Column(
                "worth",
                QT_TRANSLATE_NOOP("columns", "Worth"),
                lambda row: words.amount(row.line.worth),
                right=True,
                width=110,
                tone=tone,
            ),
        ]
