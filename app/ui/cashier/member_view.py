"""The member panel: find by four digits, phone, name or pinyin; enrol a number nobody has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.members.consent import PURPOSE_TEXTS, Purpose
from app.services.members.find import MemberRow
from app.ui.cashier.member_presenter import Stage
from app.ui.cashier.panel import ChoicePanel, code_edit
from app.ui.cashier.telling import tell, translate
from app.ui.cashier.texts import Said
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError

MOST_TYPED = 40


class MemberSearchPanel(ChoicePanel):
    """Says what was typed and chosen; shows who was found, or the consent for a new member.

    Signals:
        text_changed: Something else stands in the field.
        row_tapped: A row was tapped. arg: its place.
    """

    text_changed = Signal(str)
    row_tapped = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._stage, self._phone = Stage.TYPING, ""
        self._can_enrol = self._has_text = False
        self._told: Said | ShukeError | None = None
        self.edit = code_edit(MOST_TYPED)
        self.hint = PlainLabel(role="question")
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table: RowsTable[MemberRow] = RowsTable(RowsModel(self._columns()), takes_focus=False, row_height=56)
        self.consent = QFrame()
        set_role(self.consent, "good_card")
        self.consent_phone = PlainLabel(role="headline")
        self.consent_text = PlainLabel(role="question")
        self.consent_text.setWordWrap(True)
        self.agree = TouchButton("", "pay")
        self._rest = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def start(self) -> None:
        """Empty the field."""
        self._told = None
        self.edit.blockSignals(True)
        self.edit.clear()
        self.edit.blockSignals(False)

    def show_found(self, found: Sequence[MemberRow], *, can_enrol: bool, has_text: bool) -> None:
        """Show who was found, the first chosen."""
        self._can_enrol, self._has_text, self._told = can_enrol, has_text, None
        self.table.rows_model().show_rows(found)
        self.table.select_row(0 if found else -1)
        self._show()

    def show_stage(self, stage: Stage, phone: str = "") -> None:
        """Show the field, the choice by digit, or the consent for a number."""
        self._stage, self._phone = stage, phone
        self._show()
        if self.isVisible():
            self.take_focus()

    def chosen(self) -> int:
        """The chosen row's place."""
        return self.table.current_row()

    def move_choice(self, step: int) -> None:
        """Choose another row."""
        self.table.move_selection(step)

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong."""
        self._told = what
        self._show()

    def focus_target(self) -> QWidget:
        """The field while typing; the panel itself while digits choose."""
        return self.edit if self._stage is Stage.TYPING else self

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.title.set_text(translate("cashier", "Member"))
        self.edit.setPlaceholderText(translate("cashier", "Last 4 of the phone, phone, name or pinyin"))
        self.consent_text.setText(translate("consent", PURPOSE_TEXTS[Purpose.PROGRAMME]))
        # A text of more lines raises its card only if the card asks for it: its own layout keeps the request.
        self.consent.updateGeometry()
        self.agree.set_text(translate("cashier", "The customer agrees: enrol   Enter"))
        self._show()

    def _show(self) -> None:
        count = self.table.rows_model().rowCount()
        is_consent = self._stage is Stage.CONSENT
        self.consent.setVisible(is_consent)
        self.table.setVisible(bool(count) and not is_consent)
        self._rest.setVisible(not count or is_consent)
        self.hint.setVisible(not is_consent)
        self.consent_phone.setText(self._phone)
        self.hint.setText(self._hint_text(count))
        self.show_problem(tell(self._words, self._told) if self._told is not None else "")

    def _hint_text(self, count: int) -> str:
        if self._stage is Stage.CHOOSING:
            return translate("cashier", "Which one? Press the number")
        if count == 1:
            return translate("cashier", "Enter takes this member")
        if count:
            return translate("cashier", "Enter, then the number; or ↑ ↓")
        if self._can_enrol:
            return translate("cashier", "Nobody has this number yet. Enter enrols it")
        if self._has_text:
            return translate("cashier", "Nobody found")
        return translate("cashier", "Or scan the member's card or code")

    def _lay_out(self) -> None:
        consent = QVBoxLayout(self.consent)
        consent.setContentsMargins(22, 18, 22, 18)
        consent.setSpacing(14)
        consent.addWidget(self.consent_phone)
        consent.addWidget(self.consent_text)
        consent.addWidget(self.agree)
        self.body.addWidget(self.edit)
        self.put_problem(self.body, self.edit)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.consent)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._rest, 1)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self.text_changed)
        self.agree.clicked.connect(self.enter_pressed)
        self.table.clicked.connect(self._on_table_clicked)

    def _on_table_clicked(self) -> None:
        self.row_tapped.emit(self.table.current_row())

    def _columns(self) -> list[Column[MemberRow]]:
        rows = self._place_of

        def name(row: MemberRow) -> str:
            form = row.address_form if row.address_form != row.name else ""
            return "  ".join(part for part in (row.name or row.number, form) if part)

        return [
            Column("place", "", rows, width=52, bold=True),
            Column("name", QT_TRANSLATE_NOOP("columns", "Member"), name),
            Column("phone", QT_TRANSLATE_NOOP("columns", "Phone"), lambda row: row.phone_masked, width=170, right=True),
            Column("number", QT_TRANSLATE_NOOP("columns", "No."), lambda row: row.number, width=120, small=True),
        ]

    def _place_of(self, row: MemberRow) -> str:
        rows = self.table.rows_model().rows()
        return str(rows.index(row) + 1) if row in rows else ""
