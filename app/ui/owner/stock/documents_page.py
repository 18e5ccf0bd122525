"""Base of the pages that make documents: their list, the one being made, and a booked one to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.services.inventory.values import DocumentKind, PostedDocument
from app.services.settings import declared
from app.ui.kit.buttons import TouchButton
from app.ui.kit.list_page import Emptiness, ListPage
from app.ui.kit.list_spec import ListSpec
from app.ui.kit.rows_model import Column
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.columns import ARTICLES, NOTHING
from app.ui.owner.stock.document_presenter import DocumentPresenter
from app.ui.owner.stock.document_view import DocumentEditor
from app.ui.owner.stock.documents_presenter import DocumentsPresenter, Entry
from app.ui.owner.stock.posted_view import PostedView
from app.ui.owner.stock.texts import KINDS, TAKEN_BACK, TAKES_BACK, say, say_reason
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id

WAITS = QT_TRANSLATE_NOOP("office", "not booked yet")


class DocumentsPage(OfficeView):
    """List, editor, and booked document.

    Attributes:
        editor: Of the document being made.
        posted: A booked one.
    """

    def __init__(
        self,
        context: OfficeContext,
        kinds: Sequence[DocumentKind],
        *,
        empty: Emptiness,
        new: str,
        others: Sequence[tuple[DocumentKind, str]] = (),
    ) -> None:
        """`others` are kinds with a button of their own, each with its marked text."""
        super().__init__()
        self._context, self._kinds = context, tuple(kinds)
        self.documents = DocumentsPresenter(context, frozenset(kinds))
        spec: ListSpec[Entry] = ListSpec(
            columns=self._columns(), key=lambda row: row.key, empty=empty, new=new, wide_only=frozenset({"person"})
        )
        self.list: ListPage[Entry] = ListPage(spec, self.documents.fetch, context.reading, context.words)
        exponent = context.settings().get(declared.CURRENCY_EXPONENT)
        self.editor = DocumentEditor(context.words, self._kinds, exponent)
        self.presenter = DocumentPresenter(context, self.editor)
        self.posted = PostedView(context.words)
        self._others: list[tuple[TouchButton, str]] = []
        for kind, text in others:
            self._add_button(kind, text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_ground(self.list)
        self._connect()
        self.retranslate()

    # What the office asks

    def opened(self, subject: object = None) -> None:
        """The list as it is now; a subject is a booked document's id, or ("draft", key) to go on with that."""
        self.list.ask()
        self.list.reload()
        if isinstance(subject, bytes):
            self.show_posted(Id(subject))
        elif isinstance(subject, tuple):
            self.resume(Id(subject[1]))

    def take_scan(self, code: str) -> bool:
        """Into the document being made; from the list a new one is begun."""
        if self.top is self.posted:
            return False
        if self.top is self.list:
            self.begin(self._kinds[0])
        if self.top is not self.editor:
            return False
        self.editor.settle()
        self.presenter.scan(code)
        return True

    def go_back(self) -> bool:
        """Esc: from a choice to the lines, from the lines to the list; what was typed is kept."""
        if self.top is self.editor:
            if self.editor.is_asking:
                self.editor.close_panels()
                return True
            self.editor.settle()
        gone = super().go_back()
        if gone and self.top is self.list:
            self.list.reload()
        return gone

    def on_save(self) -> None:
        """Ctrl+S: book it."""
        if self.top is self.editor and not self.editor.is_asking:
            self.on_book()
        else:
            super().on_save()

    def take_focus(self) -> None:
        """Where codes are typed; on an empty list the page itself, so that its keys work."""
        if self.top is self.editor:
            self.editor.entry.setFocus()
        elif self.top is self.list and not self.list.model.rowCount():
            self.setFocus()
        else:
            super().take_focus()

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """A document being made."""
        return (("new", partial(self.begin, self._kinds[0])),)

    def retranslate(self) -> None:
        """Set every text again."""
        for button, text in self._others:
            button.set_text(say(text))

    # What happens

    def begin(self, kind: DocumentKind) -> None:
        """A new document."""
        self.editor.offer_suppliers(self.documents.suppliers())
        self.presenter.begin(kind)
        self._open_editor()

    def resume(self, draft_key: Id) -> None:
        """One that waited."""
        self.editor.offer_suppliers(self.documents.suppliers())
        if self.presenter.resume(draft_key):
            self._open_editor()

    def show_posted(self, document_id: Id) -> None:
        """A booked one."""
        document = self.documents.load(document_id)
        if document is not None:
            self.posted.show_document(document)
            self.open_level(self.posted, self.posted.heading)

    def on_book(self) -> None:
        """Book what was made."""
        self.editor.settle()
        posted = self.presenter.book()
        if posted is not None:
            self.told_booked(posted)

    def told_booked(self, posted: PostedDocument) -> None:
        """Say that it is in the book, with the way back."""

        def said() -> str:
            return self.tr("Booked: {kind}. Articles: {count}.").format(
                kind=say(KINDS[posted.kind]), count=self._context.words.count(len(posted.lines))
            )

        self._context.offer_undo(said, partial(self._take_back, posted.document_id))
        self.close_levels()
        self.list.ask()
        self.list.reload()

    # Within

    def _columns(self) -> tuple[Column[Entry], ...]:
        words = self._context.words
        return (
            Column("at", QT_TRANSLATE_NOOP("columns", "When"), lambda row: words.moment(row.at), width=200),
            Column("what", QT_TRANSLATE_NOOP("columns", "What"), _said, bold=True, tone=_tone),
            Column("lines", ARTICLES, lambda row: words.count(row.line_count), True, 90),
            Column(
                "amount",
                QT_TRANSLATE_NOOP("columns", "Amount"),
                lambda row: words.money(row.amount) if row.amount is not None else NOTHING,
                True,
                140,
            ),
            Column("person", QT_TRANSLATE_NOOP("columns", "Who"), lambda row: row.person, width=120, small=True),
        )

    def _add_button(self, kind: DocumentKind, text: str) -> None:
        button = TouchButton("", "plain", self)
        button.clicked.connect(partial(self.begin, kind))
        self.list.tools.addWidget(button)
        self._others.append((button, text))

    def _connect(self) -> None:
        self.list.new_requested.connect(partial(self.begin, self._kinds[0]))
        self.list.opened.connect(self._on_opened)
        self.list.failed.connect(self._context.tell)
        self.list.model.loaded.connect(self._on_loaded)
        self.posted.take_back_requested.connect(self._on_take_back)
        editor, presenter = self.editor, self.presenter
        pairs: tuple[tuple[object, Callable[..., object]], ...] = (
            (editor.entered, presenter.enter),
            (editor.chosen, presenter.choose),
            (editor.good_wanted, presenter.create_good),
            (editor.line_chosen, presenter.move_to),
            (editor.moved, presenter.move),
            (editor.supplier_chosen, presenter.set_supplier),
            (editor.note_typed, presenter.set_note),
            (editor.reason_chosen, presenter.set_reason),
            (editor.words_typed, presenter.set_words),
            (editor.booked, self.on_book),
            (editor.dropped, self._on_drop),
            (editor.fields.quantity_typed, presenter.set_quantity),
            (editor.fields.each_typed, presenter.set_cost_each),
            (editor.fields.total_typed, presenter.set_cost_total),
            (editor.fields.expiry_typed, presenter.set_expiry),
            (editor.fields.lot_typed, presenter.set_lot),
            (editor.fields.removed, presenter.remove_line),
        )
        for signal, slot in pairs:
            signal.connect(slot)  # type: ignore[attr-defined]

    def _on_loaded(self) -> None:
        """The rows came, or the last one went: what had the focus may be hidden now."""
        if self.isVisible() and self.top is self.list and not isinstance(QApplication.focusWidget(), QLineEdit):
            self.take_focus()

    def _open_editor(self) -> None:
        self.open_level(self.editor, self._heading)

    def _heading(self) -> str:
        document = self.presenter.document
        if document is None:
            return ""
        return " · ".join(part for part in (say(KINDS[document.kind]), document.label) if part)

    def _on_opened(self, row: Entry) -> None:
        if row.draft_key is not None:
            self.resume(row.draft_key)
        elif row.document_id is not None:
            self.show_posted(row.document_id)

    def _on_drop(self) -> None:
        def answered(is_yes: bool) -> None:
            if is_yes and self.presenter.drop():
                self.close_levels()
                self.list.reload()

        self._context.prompter.ask(
            self.tr("Drop this document? Nothing of it is booked."),
            answered,
            yes=self.tr("Drop"),
            no=self.tr("Keep"),
            danger=True,
        )

    def _on_take_back(self) -> None:
        document = self.posted.document
        if document is None:
            return

        def answered(is_yes: bool) -> None:
            if is_yes:
                self._take_back(document.document_id)

        self._context.prompter.ask(
            self.tr("Book the opposite of this document? Goods and cost go back; both stay in the book."),
            answered,
            yes=self.tr("Reverse it"),
            no=self.tr("Keep"),
            danger=True,
        )

    def _take_back(self, document_id: Id) -> None:
        if self.documents.take_back(document_id) is not None:
            self._context.offer_undo(lambda: self.tr("Taken back."), None)
            self.close_levels()
            self.list.reload()


def _said(row: Entry) -> str:
    """What a document is, in one line."""
    state = ""
    if row.draft_key is not None:
        state = say(WAITS)
    elif row.is_reversal:
        state = say(TAKES_BACK)
    elif row.is_reversed:
        state = say(TAKEN_BACK)
    parts = (say(KINDS[row.kind]), state, row.company, row.note_number, say_reason(row.reason, row.words))
    return " · ".join(part for part in parts if part)


def _tone(row: Entry) -> str | None:
    if row.draft_key is not None:
        return "careful_text"
    return "muted" if row.is_reversed or row.is_reversal else None
