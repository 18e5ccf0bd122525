"""Stock-take: begun for all goods, a category or freely; counted by scan; the differences looked at, then booked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services.inventory.count import (
    CountSummary,
    Difference,
    count_scopes,
    summarise_count,
)
from app.services.inventory.values import DocumentKind
from app.ui.kit.buttons import TouchButton
from app.ui.kit.fields import Choice, FieldKind
from app.ui.kit.labels import PlainLabel
from app.ui.kit.list_page import Emptiness
from app.ui.kit.record_form import FieldSpec, RecordForm
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.rows_model import RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes
from app.ui.kit.words import Words
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.columns import difference_columns
from app.ui.owner.stock.documents_page import DocumentsPage
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id

FREE, ALL = "free", "all"
NAMED_UNCOUNTED = 8


class DifferencesView(Retranslated, QWidget):
    """What a count found.

    Signals:
        booked: It shall be booked.
    """

    booked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.summary: CountSummary | None = None
        self.headline, self.uncounted = PlainLabel(role="headline"), PlainLabel(role="muted")
        self.rows: RowsTable[Difference] = RowsTable(RowsModel(difference_columns(words), key=lambda it: it.product_id))
        self.zero = QCheckBox()
        self.book_button = TouchButton("", "primary", self)
        self.book_button.clicked.connect(self.booked)
        foot = QHBoxLayout()
        foot.addWidget(self.zero)
        foot.addStretch(1)
        foot.addWidget(self.book_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP)
        layout.addWidget(self.headline)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.uncounted)
        layout.addLayout(foot)
        for label in (self.headline, self.uncounted):
            label.setWordWrap(True)
        self.setFocusProxy(self.rows)
        self.retranslate()

    def show_summary(self, summary: CountSummary) -> None:
        """Show it; nothing is set to zero unless somebody asks for it each time."""
        self.summary = summary
        self.rows.rows_model().show_rows(summary.differences)
        self.zero.setChecked(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.book_button.set_text(self.tr("Book   Ctrl+S"))
        self.zero.setText(self.tr("Set what nobody counted to zero"))
        summary = self.summary
        if summary is None:
            return
        words = self._words
        self.headline.setText(
            self.tr("Counted: {counted}   Different: {wrong}   Missing: {missing}   Too many: {surplus}").format(
                counted=words.count(summary.counted),
                wrong=words.count(len(summary.differences)),
                missing=words.money(-summary.missing),
                surplus=words.money(summary.surplus),
            )
        )
        names = ", ".join(f"{it.name} {it.spec}".strip() for it in summary.uncounted[:NAMED_UNCOUNTED])
        text = self.tr("Not counted: {count} ({names})").format(count=words.count(summary.uncounted_count), names=names)
        self.uncounted.setText(text if summary.uncounted_count else "")
        for part in (self.uncounted, self.zero):
            part.setVisible(summary.uncounted_count > 0)


class CountPage(DocumentsPage):
    """Counts."""

    def __init__(self, context: OfficeContext) -> None:
        empty = Emptiness(
            QT_TRANSLATE_NOOP("office", "No stock-take yet"),
            QT_TRANSLATE_NOOP("office", "Selling goes on while you count: what is sold meanwhile is no difference."),
            QT_TRANSLATE_NOOP("office", "New stock-take"),
        )
        super().__init__(context, (DocumentKind.COUNT,), empty=empty, new=QT_TRANSLATE_NOOP("office", "New stock-take"))
        self.scope = RecordForm(
            (
                FieldSpec("scope", QT_TRANSLATE_NOOP("office", "What is counted"), FieldKind.CHOICE, required=True),
                FieldSpec("label", QT_TRANSLATE_NOOP("office", "Name of the stock-take")),
            )
        )
        self.scope.save_requested.connect(self._on_scope_chosen)
        self.scope.cancelled.connect(self.close_level)
        self.differences = DifferencesView(context.words)
        self.differences.booked.connect(self._book_differences)

    def begin(self, kind: DocumentKind) -> None:
        """Ask first what is counted."""
        del kind
        with self._context.read() as read:
            categories = count_scopes(read)
        choices = [Choice(FREE, self.tr("What I scan")), Choice(ALL, self.tr("All goods"))]
        choices += [Choice(category_id, name) for category_id, name in categories]
        self.scope.set_choices("scope", choices)
        self.scope.load({"scope": FREE}, is_new=True)
        self.open_level(self.scope, lambda: self.tr("New stock-take"))

    def take_scan(self, code: str) -> bool:
        """A scan on the list begins a free count at once; among the differences counting goes on."""
        if self.top is self.list:
            self._begin(FREE, "")
        elif self.top is self.differences:
            self.close_level()
        return super().take_scan(code)

    def on_book(self) -> None:
        """Look at the differences first."""
        self.editor.settle()
        document = self.presenter.document
        if document is not None:
            with self._context.read() as read:
                self.differences.show_summary(summarise_count(read, document))
            self.open_level(self.differences, lambda: self.tr("Differences"))

    def on_save(self) -> None:
        """Ctrl+S: one step on."""
        if self.top is self.differences:
            self._book_differences()
        else:
            super().on_save()

    def _on_scope_chosen(self, values: dict[str, object]) -> None:
        self.scope.mark_saved()
        self.close_level()
        self._begin(values["scope"], str(values["label"]))

    def _begin(self, scope: object, label: str) -> None:
        scope_id = Id(scope) if isinstance(scope, bytes) else None
        if self.presenter.begin_count(scope_id, counts_all=scope == ALL, label=label):
            self._open_editor()

    def _book_differences(self) -> None:
        posted = self.presenter.book_count(zero_uncounted=self.differences.zero.isChecked())
        if posted is not None:
            self.told_booked(posted)


def make_count_page(context: OfficeContext) -> CountPage:
    """The page."""
    return CountPage(context)
