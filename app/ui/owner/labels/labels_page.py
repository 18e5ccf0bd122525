"""What will be printed at the left, how at the right; the list to choose goods from over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.common.paging import Sort
from app.services.common.topics import Topic
from app.services.labels.due import LabelGoods
from app.ui.kit.buttons import TouchButton
from app.ui.kit.file_dialogs import ask_save
from app.ui.kit.jobs import Report
from app.ui.kit.labels import PlainLabel
from app.ui.kit.list_page import Emptiness, Filter, ListPage
from app.ui.kit.list_spec import ListSpec
from app.ui.kit.money_edit import CountEdit
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes, scaled
from app.ui.owner.context import OfficeContext
from app.ui.owner.labels.jobs import LabelChoice, LabelJob, LabelLine
from app.ui.owner.labels.options import LabelOptions
from app.ui.owner.labels.presenter import DUE, LabelsPresenter
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id

_OPTIONS_PX = 372
_STEPS = {"+": 1, "=": 1, "-": -1}


class LabelsPage(OfficeView):
    """Decides nothing.

    Attributes:
        entry: Codes and names are typed here.
        table: What will be printed.
        chooser: Goods to choose from, with those whose labels are due first.
        options: How it is printed.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context, self._due = context, 0
        self.presenter = LabelsPresenter(context, self)
        self.entry = QLineEdit()
        self.entry.setProperty("rests_when_empty", True)
        self.due_button, self.choose_button = TouchButton("", "primary", self), TouchButton("", "plain", self)
        self.table: RowsTable[LabelLine] = RowsTable(RowsModel(self._columns(), key=_key_of_line))
        self.copies, self.copies_label = CountEdit(digits=3), PlainLabel(role="field")
        self.remove_button, self.clear_button = TouchButton("", "plain", self), TouchButton("", "plain", self)
        self.total = PlainLabel(role="muted")
        self.options, self.progress = LabelOptions(), ProgressPanel()
        self.chooser: ListPage[LabelGoods] = ListPage(
            self._chooser_spec(), self.presenter.fetch, context.reading, context.words
        )
        self.take_button = TouchButton("", "primary", self.chooser)
        self.chooser.tools.addWidget(self.take_button)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_line()

    # What the office asks

    def opened(self, subject: object = None) -> None:
        """As it is now; a subject is the id of an article, or several, whose labels are wanted."""
        if isinstance(subject, bytes):
            self.presenter.take_products([Id(subject)])
        elif isinstance(subject, tuple | list):
            self.presenter.take_products([Id(one) for one in subject if isinstance(one, bytes)])
        if subject is not None:
            self.close_levels()
        self.presenter.count_due()

    def take_scan(self, code: str) -> bool:
        """Every scan is an article to print a label of."""
        self.presenter.take_scan(code)
        return True

    def take_focus(self) -> None:
        """Codes can be typed at once."""
        if self.top is self.chooser:
            super().take_focus()
        else:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_find(self) -> None:
        """The list to choose from."""
        if self.top is self.chooser:
            super().on_find()
        else:
            self.open_chooser()

    def on_save(self) -> None:
        """Save or print."""
        if self.top is not self.chooser:
            self.go()

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """With everything that is due, and the list to choose from."""
        return (("due", self.presenter.take_all_due), ("choose", self.open_chooser))

    # What the presenter asks

    def show_lines(self, lines: Sequence[LabelLine], current: Id | None) -> None:
        """What will be printed."""
        self.table.reload(lines)
        model = self.table.rows_model()
        if current is not None and (at := model.find(current)) is not None:
            self.table.select_row(at)
        elif self.table.current_row() < 0:
            self.table.select_row(model.rowCount() - 1)
        self._show_line()

    def show_due(self, count: int) -> None:
        """How many are due."""
        self._due = count
        self._name_due()

    def show_preview(self, png: bytes) -> None:
        """What will come out."""
        self.options.picture.show_png(png)

    def show_choice_of(self, text: str) -> None:
        """Let one of several be chosen."""
        self.open_chooser(text, due=False)

    def follow(self, work: Callable[[Report], LabelJob], then: Callable[[LabelJob], None]) -> None:
        """Slow work with its panel."""
        said = self.tr("Making labels ...")
        self.progress.run(self._context.jobs, work, said, then=then, failed=self._context.tell, can_stop=False)

    # What people do

    def open_chooser(self, text: str = "", *, due: bool = True) -> None:
        """Goods to choose from."""
        self.chooser.search.setText(text)
        self.chooser.set_filters(*((DUE,) if due else ()))
        self.open_level(self.chooser, lambda: self.tr("Choose goods"))

    def go(self) -> None:
        """Save the sheets, or print."""
        if not self.presenter.can_print():
            return
        if self.presenter.is_for_printer:
            self.presenter.print_labels()
            return
        with self._context.read() as read:
            name = f"labels-{read.business_date.isoformat()}.pdf"
        ask_save(self, self.tr("Where to save the labels"), name, "PDF (*.pdf)", self._on_file_chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the entry and of the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.entry and event.key() == Qt.Key.Key_Down:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        line = self._line()
        if watched is not self.table or line is None:
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.presenter.remove(line.goods.product_id)
            return True
        if (step := _STEPS.get(event.text())) is not None:
            self.presenter.add_copies(line.goods.product_id, step)
            return True
        return False

    def retranslate(self) -> None:
        """Set every text again."""
        self.entry.setPlaceholderText(self.tr("Scan, or type a code or name"))
        self.entry.setAccessibleName(self.tr("Scan, or type a code or name"))
        self.choose_button.set_text(self.tr("Choose goods ...   F2"))
        self.take_button.set_text(self.tr("Take these"))
        self.copies_label.setText(self.tr("Copies   + -"))
        self.copies.setAccessibleName(self.tr("Copies"))
        self.remove_button.set_text(self.tr("Remove"))
        self.clear_button.set_text(self.tr("Empty list"))
        self._name_due()
        self._show_total()

    # Within

    def _columns(self) -> tuple[Column[LabelLine], ...]:
        words = self._context.words
        return (
            Column(
                "name",
                QT_TRANSLATE_NOOP("columns", "Name"),
                lambda row: f"{row.goods.name}  {row.goods.spec}".rstrip(),
            ),
            Column(
                "price",
                QT_TRANSLATE_NOOP("columns", "Price"),
                lambda row: words.price(row.goods.price, row.goods.by_weight) if row.goods.price is not None else "-",
                right=True,
                width=110,
            ),
            Column("copies", QT_TRANSLATE_NOOP("columns", "Copies"), lambda row: str(row.copies), right=True, width=90),
        )

    def _chooser_spec(self) -> ListSpec[LabelGoods]:
        words = self._context.words

        def price(row: LabelGoods) -> str:
            return words.price(row.price, row.by_weight) if row.price is not None else "-"

        def was(row: LabelGoods) -> str:
            return words.price(row.was, row.by_weight) if row.was is not None else "-"

        def printed(row: LabelGoods) -> str:
            return words.date(row.printed_at) if row.printed_at is not None else "-"

        columns: tuple[Column[LabelGoods], ...] = (
            Column("name", QT_TRANSLATE_NOOP("columns", "Name"), lambda row: f"{row.name}  {row.spec}"),
            Column("code", QT_TRANSLATE_NOOP("columns", "Code"), lambda row: row.code, width=160),
            Column("was", QT_TRANSLATE_NOOP("columns", "On the label"), was, right=True, width=130),
            Column("price", QT_TRANSLATE_NOOP("columns", "Price"), price, right=True, width=120),
            Column("printed", QT_TRANSLATE_NOOP("columns", "Printed"), printed, right=True, width=130),
        )
        return ListSpec(
            columns=columns,
            key=lambda row: row.product_id,
            empty=Emptiness(
                QT_TRANSLATE_NOOP("office", "No goods yet"),
                QT_TRANSLATE_NOOP("office", "Goods appear here once they are in the catalogue."),
            ),
            sort=Sort("name"),
            placeholder=QT_TRANSLATE_NOOP("office", "Name, initials or code"),
            filters=(Filter(DUE, QT_TRANSLATE_NOOP("office", "Label is due")),),
            wide_only=frozenset({"code", "printed"}),
        )

    def _connect(self) -> None:
        self.entry.returnPressed.connect(self._on_entered)
        for watched in (self.entry, self.table):
            watched.installEventFilter(self)
        self.due_button.clicked.connect(self.presenter.take_all_due)
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.table.current_row_changed.connect(self._on_row_changed)
        self.copies.textEdited.connect(self._on_copies_edited)
        self.copies.returnPressed.connect(self.take_focus)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.clear_button.clicked.connect(self.presenter.clear)
        self.options.changed.connect(self._on_options_changed)
        self.options.go_requested.connect(self.go)
        self.chooser.opened.connect(self._on_chosen)
        self.chooser.failed.connect(self._context.tell)
        self.take_button.clicked.connect(partial(self._on_chosen, None))
        self._context.bus.changed.connect(self._on_changed)

    def _line(self) -> LabelLine | None:
        at, model = self.table.current_row(), self.table.rows_model()
        return model.row_at(at) if 0 <= at < model.rowCount() else None

    def _show_line(self) -> None:
        line = self._line()
        for part in (self.copies, self.remove_button, self.clear_button):
            part.setEnabled(line is not None)
        if not self.copies.hasFocus() or line is None or self.copies.count() != line.copies:
            self.copies.set_count(line.copies if line is not None else None)
        self._show_total()

    def _show_total(self) -> None:
        count = sum(line.copies for line in self.presenter.lines)
        self.total.setText(self.tr("{count} labels").format(count=self._context.words.count(count)))

    def _name_due(self) -> None:
        self.due_button.set_text(self.tr("Take all due ({count})").format(count=self._context.words.count(self._due)))
        self.due_button.setEnabled(self._due > 0)

    def _on_entered(self) -> None:
        text = self.entry.text()
        self.entry.clear()
        self.presenter.take_text(text)

    def _on_choose_clicked(self) -> None:
        self.open_chooser()

    def _on_row_changed(self, at: int) -> None:
        del at
        self._show_line()

    def _on_copies_edited(self, text: str) -> None:
        del text
        line, count = self._line(), self.copies.count()
        if line is not None and count:
            self.presenter.set_copies(line.goods.product_id, count)

    def _on_remove_clicked(self) -> None:
        if (line := self._line()) is not None:
            self.presenter.remove(line.goods.product_id)

    def _on_options_changed(self, choice: LabelChoice) -> None:
        self.presenter.use(choice)

    def _on_chosen(self, row: LabelGoods | None) -> None:
        chosen = self.chooser.selected() or ((row,) if row is not None else ())
        if chosen:
            self.presenter.take(chosen)
            self.close_level()

    def _on_file_chosen(self, path: Path) -> None:
        self.presenter.save_pdf(path)

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        del initiator
        if Topic.CATALOGUE.value in topics and self.isVisible():
            self.presenter.count_due()

    def _lay_out(self) -> None:
        self.entry.setMinimumHeight(Sizes.TARGET)
        self.copies.setFixedWidth(scaled(80))
        self.copies.setMinimumHeight(Sizes.TARGET)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.due_button)
        head.addWidget(self.choose_button)
        foot.addWidget(self.copies_label)
        foot.addWidget(self.copies)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.clear_button)
        left = QVBoxLayout()
        left.setSpacing(Sizes.GAP)
        left.addLayout(head)
        left.addWidget(self.entry)
        left.addWidget(self.table, 1)
        left.addWidget(self.total)
        left.addLayout(foot)
        self.options.setMinimumWidth(scaled(_OPTIONS_PX))
        sides = QHBoxLayout()
        sides.setSpacing(Sizes.GAP + 4)
        sides.addLayout(left, 3)
        sides.addWidget(self.options, 2)
        ground = QWidget()
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(sides, 1)
        layout.addWidget(self.progress)
        self.set_ground(ground)


def make_labels_page(context: OfficeContext) -> LabelsPage:
    """The page of labels."""
    return LabelsPage(context)


def _key_of_line(line: LabelLine) -> object:
    return line.goods.product_id
