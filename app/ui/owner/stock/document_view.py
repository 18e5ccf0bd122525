"""The screen of a document being made: its head, the lines, the line with the cursor, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.services.catalogue.search import FoundItem
from app.services.inventory.values import DocumentKind, Reason
from app.services.inventory.working import WorkingDocument, WorkingLine
from app.ui.kit.buttons import TouchButton
from app.ui.kit.fields import FieldKind
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.record_form import FieldSpec, RecordForm
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes, scaled
from app.ui.kit.words import Words
from app.ui.owner.stock.columns import found_columns, line_columns
from app.ui.owner.stock.line_fields import LineFields
from app.ui.owner.stock.texts import REASONS, say
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id

WITH_SUPPLIER = frozenset({DocumentKind.RECEIPT, DocumentKind.RETURN})
WITH_REASON = frozenset({DocumentKind.WASTE, DocumentKind.CORRECTION})


class DocumentEditor(Retranslated, QWidget):
    """Shows a document and says what was done.

    Signals:
        entered: A code or words were typed. arg: the text.
        chosen: An article of those that were found. arg: its sale unit's id.
        good_wanted: The unknown article is to be put on sale. args: code, name, Money or None.
        line_chosen: arg: its number.
        moved: The cursor shall go up (-1) or down (1).
        supplier_chosen: arg: the id or None.
        note_typed, words_typed: arg: the text.
        reason_chosen: arg: Reason or None.
        booked, dropped: The end of it.
    """

    entered = Signal(str)
    chosen = Signal(object)
    good_wanted = Signal(str, str, object)
    line_chosen = Signal(int)
    moved = Signal(int)
    supplier_chosen = Signal(object, str)
    note_typed = Signal(str)
    reason_chosen = Signal(object)
    words_typed = Signal(str)
    booked = Signal()
    dropped = Signal()

    def __init__(self, words: Words, kinds: Sequence[DocumentKind], exponent: int) -> None:
        super().__init__()
        self._words, self._kind, self._code, self._problem = words, kinds[0], "", ""
        self._document: WorkingDocument | None = None
        self._is_showing = False
        self.supplier, self.reason = QComboBox(), QComboBox()
        self.note, self.own_words, self.entry = QLineEdit(), QLineEdit(), QLineEdit()
        self.entry.setProperty("rests_when_empty", True)
        self.hint, self.total = ElidedLabel(role="muted"), ElidedLabel(role="strong")
        self.problem = PlainLabel(role="problem")
        self.lines: RowsTable[WorkingLine] = RowsTable(
            RowsModel(line_columns(words, kinds[0]), key=lambda line: line.sale_unit_id)
        )
        self.found: RowsTable[FoundItem] = RowsTable(
            RowsModel(found_columns(words), key=lambda item: item.sale_unit_id)
        )
        self.new_good = RecordForm(
            (
                FieldSpec("name", QT_TRANSLATE_NOOP("office", "Name"), required=True),
                FieldSpec("price", QT_TRANSLATE_NOOP("office", "Sale price"), FieldKind.MONEY),
            ),
            exponent=exponent,
        )
        self.unknown = PlainLabel(role="headline")
        self.fields = LineFields(words, exponent)
        self.drop_button, self.book_button = TouchButton("", "plain", self), TouchButton("", "primary", self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What it shows

    def show_document(self, document: WorkingDocument, at: int) -> None:
        """All of it, with the cursor on a line."""
        self._is_showing, self._document, self._kind, self._problem = True, document, document.kind, ""
        self.lines.rows_model().show_rows(document.lines)
        self.lines.select_row(at)
        line = document.lines[at] if 0 <= at < len(document.lines) else None
        self.fields.show_line(line, document.kind)
        self.supplier.setCurrentIndex(max(self.supplier.findData(document.company_id), 0))
        self.reason.setCurrentIndex(max(self.reason.findData(document.reason), 0))
        for edit, text in ((self.note, document.note_number), (self.own_words, document.words)):
            if edit.text().strip() != text:
                edit.setText(text)
        self._is_showing = False
        self._show_head()
        self._show_words()

    def offer_suppliers(self, suppliers: Sequence[tuple[Id, str]]) -> None:
        """Those to choose from."""
        self._is_showing = True
        self.supplier.clear()
        self.supplier.addItem(self.tr("No supplier"), None)
        for supplier_id, name in suppliers:
            self.supplier.addItem(name, supplier_id)
        self._is_showing = False

    def show_found(self, items: Sequence[FoundItem]) -> None:
        """Let somebody choose among articles."""
        self.found.rows_model().show_rows(items)
        self._stack.setCurrentWidget(self.found)
        self.found.setFocus(Qt.FocusReason.OtherFocusReason)
        self.found.select_row(0)

    def show_unknown(self, code: str) -> None:
        """Offer to put the article on sale, or to leave it."""
        self._code = code
        self.new_good.load({}, is_new=True)
        self._show_words()
        self._stack.setCurrentIndex(2)
        self.new_good.focus_first()

    def close_panels(self) -> None:
        """The lines again, and the cursor where codes are typed."""
        self._stack.setCurrentWidget(self.lines)
        self.entry.clear()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asking(self) -> bool:
        """Whether something else than the lines is shown."""
        return self._stack.currentWidget() is not self.lines

    def show_problem(self, problem: str) -> None:
        """Say what cannot be."""
        self._problem = problem
        self._show_words()

    def settle(self) -> None:
        """Hand over what was typed and not handed over yet."""
        self.fields.commit()
        self.note_typed.emit(self.note.text())
        self.words_typed.emit(self.own_words.text())

    def retranslate(self) -> None:
        """Set every text again."""
        self._is_showing = True
        chosen = self.reason.currentData()
        self.reason.clear()
        self.reason.addItem(self.tr("Choose a reason"), None)
        for reason, text in REASONS.items():
            self.reason.addItem(say(text), reason)
        self.reason.setCurrentIndex(max(self.reason.findData(chosen), 0))
        if self.supplier.count():
            self.supplier.setItemText(0, self.tr("No supplier"))
        self._is_showing = False
        self.note.setPlaceholderText(self.tr("Delivery note number"))
        self.own_words.setPlaceholderText(self.tr("In your own words"))
        self.entry.setPlaceholderText(self.tr("Scan, or type a code or a name"))
        self.hint.set_text(self.tr("Enter: quantity and cost   ↑ ↓: line   Del: remove"))
        for edit in (self.note, self.own_words, self.entry):
            edit.setAccessibleName(edit.placeholderText())
        self.drop_button.set_text(self.tr("Drop"))
        self._show_words()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line where codes are typed; Enter on an article that was found."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if watched is self.entry and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
            return True
        if key == Qt.Key.Key_Delete and not self.entry.text() and not event.isAutoRepeat():
            self.fields.removed.emit()
            return True
        return False

    # Within

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Sizes.GAP)
        for part, stretch in ((self.supplier, 2), (self.note, 2), (self.reason, 2), (self.own_words, 3)):
            part.setMinimumHeight(Sizes.TARGET)
            head.addWidget(part, stretch)
        self.supplier.setMinimumWidth(scaled(180))
        code = QHBoxLayout()
        code.setSpacing(Sizes.GAP)
        self.entry.setMinimumHeight(Sizes.TARGET)
        code.addWidget(self.entry, 1)
        code.addWidget(self.hint, 1)
        ask = QWidget()
        asking = QVBoxLayout(ask)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.unknown)
        asking.addWidget(self.new_good, 1)
        self.unknown.setWordWrap(True)
        for page in (self.lines, self.found, ask):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(Sizes.GAP)
        foot.addWidget(self.total, 1)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.book_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP)
        layout.addLayout(head)
        layout.addLayout(code)
        layout.addWidget(self.problem)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.fields)
        layout.addLayout(foot)
        self.problem.setWordWrap(True)
        self.problem.hide()

    def _connect(self) -> None:
        for part in (self.entry, self.lines):
            part.installEventFilter(self)
        self.entry.returnPressed.connect(self._on_entry)
        self.found.row_activated.connect(self._on_found_activated)
        self.lines.row_activated.connect(self._on_line_activated)
        self.lines.current_row_changed.connect(self._on_line_changed)
        self.new_good.save_requested.connect(self._on_good_saved)
        self.new_good.cancelled.connect(self.close_panels)
        self.fields.finished.connect(self.close_panels)
        self.supplier.activated.connect(self._on_supplier)
        self.reason.activated.connect(self._on_reason)
        self.note.editingFinished.connect(self._on_note)
        self.own_words.editingFinished.connect(self._on_words)
        self.drop_button.clicked.connect(self.dropped)
        self.book_button.clicked.connect(self.booked)

    def _on_entry(self) -> None:
        typed = self.entry.text().strip()
        if typed:
            self.entry.clear()
            self.entered.emit(typed)
        elif self.fields.isEnabled():
            self.fields.start()

    def _on_found_activated(self, at: int) -> None:
        self.chosen.emit(self.found.rows_model().row_at(at).sale_unit_id)

    def _on_line_activated(self, at: int) -> None:
        self.line_chosen.emit(at)
        self.fields.start()

    def _on_line_changed(self, at: int) -> None:
        if not self._is_showing and at >= 0:
            self.fields.commit()
            self.line_chosen.emit(at)

    def _on_good_saved(self, values: dict[str, object]) -> None:
        self.good_wanted.emit(self._code, str(values["name"]), values["price"])

    def _on_supplier(self) -> None:
        if not self._is_showing:
            self.supplier_chosen.emit(self.supplier.currentData(), self.supplier.currentText())

    def _on_reason(self) -> None:
        chosen = self.reason.currentData()
        if not self._is_showing:
            self.reason_chosen.emit(Reason(chosen) if chosen is not None else None)

    def _on_note(self) -> None:
        self.note_typed.emit(self.note.text())

    def _on_words(self) -> None:
        self.words_typed.emit(self.own_words.text())

    def _show_head(self) -> None:
        for part in (self.supplier, self.note):
            part.setVisible(self._kind in WITH_SUPPLIER)
        for part in (self.reason, self.own_words):
            part.setVisible(self._kind in WITH_REASON)

    def _show_words(self) -> None:
        """What depends on the document, in the language in use."""
        problems = {
            "quantity": self.tr("This quantity cannot be. Pieces are whole numbers."),
            "day": self.tr("This is no day. Type it like 2026-05-01."),
            "nothing": self.tr("Nothing found. Try fewer letters, or the code."),
        }
        self.problem.setText(problems.get(self._problem, ""))
        self.problem.setVisible(bool(self.problem.text()))
        self.unknown.setText(
            self.tr("Nobody knows the code {code} yet. Put the article on sale, or press Esc to skip it.").format(
                code=self._code
            )
        )
        is_count = self._kind is DocumentKind.COUNT
        self.book_button.set_text(self.tr("Differences   Ctrl+S") if is_count else self.tr("Book   Ctrl+S"))
        document = self._document
        has_lines = document is not None and bool(document.lines)
        self.book_button.setEnabled(has_lines)
        self.drop_button.setEnabled(document is not None)
        self.total.set_text(self._foot(document) if document is not None and has_lines else "")

    def _foot(self, document: WorkingDocument) -> str:
        count = self._words.count(len(document.lines))
        if document.kind not in WITH_SUPPLIER:
            return self.tr("Articles: {count}").format(count=count)
        text = self.tr("Articles: {count}   Cost: {total}").format(count=count, total=self._words.money(document.total))
        if document.without_cost:
            missing = self.tr("Without a cost: {count}").format(count=self._words.count(document.without_cost))
            text = f"{text}   {missing}"
        return text
