"""What is plugged in at the left, what is chosen and how it is at the right; a form for each printer over it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.common.topics import Topic
from app.services.devices.addresses import is_address
from app.services.devices.discover import FoundDevice
from app.services.devices.protocols import PrinterLook
from app.services.settings import declared
from app.ui.kit.fields import Choice, FieldKind
from app.ui.kit.labels import PlainLabel
from app.ui.kit.record_form import FieldSpec, RecordForm
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes, scaled
from app.ui.owner.context import OfficeContext
from app.ui.owner.devices import texts
from app.ui.owner.devices.cards import HalvesCard, PrinterCard, ScannerCard, focusable
from app.ui.owner.devices.presenter import LABEL, RECEIPT, DevicesPresenter, Scanned
from app.ui.owner.devices.texts import kind_of, office, paper_widths, text_modes, usable, whole_state
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP

_CARDS_PX = 372
_NARROW_PX = 560
_WHERE = QT_TRANSLATE_NOOP("office", "Where it is")
_WHERE_HINT = QT_TRANSLATE_NOOP(
    "office", "As found in the list, or typed: tcp:192.168.1.50 for a printer on the network. Empty: none."
)
_ANSWERS = QT_TRANSLATE_NOOP("office", "It answers how it is")
_ANSWERS_HINT = QT_TRANSLATE_NOOP(
    "office", "Then missing paper is noticed before a receipt is sent. Off if nothing prints."
)


class DevicesPage(OfficeView):
    """Devices; decides nothing.

    Attributes:
        table: What was found.
        printers: The two cards, by `receipt` and `label`.
        forms: Their forms.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context, self._found = context, False
        self._is_searching = False
        self.presenter = DevicesPresenter(context, self)
        self.table: RowsTable[FoundDevice] = RowsTable(RowsModel(self._columns(), key=_key))
        self.detail, self.search_note = PlainLabel(), PlainLabel(role="muted")
        self.search_button, self.network_button = focusable(), focusable()
        self.as_receipt, self.as_label = focusable(role="primary"), focusable()
        self.printers = {RECEIPT: PrinterCard(is_receipt=True), LABEL: PrinterCard(is_receipt=False)}
        self.halves, self.scanner = HalvesCard(), ScannerCard()
        self.forms = {RECEIPT: RecordForm(_receipt_fields()), LABEL: RecordForm(_label_fields())}
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_choice()

    # What the office asks

    def opened(self, subject: object = None) -> None:
        """As things are now."""
        del subject
        self.presenter.open()

    def take_scan(self, code: str) -> bool:
        """Every scan is for looking at."""
        self.presenter.take_scan(code)
        return True

    def take_focus(self) -> None:
        """The list, or the form on top."""
        if self.top in self.forms.values():
            super().take_focus()
        else:
            self.table.setFocus()

    def on_find(self) -> None:
        """Look again."""
        self.presenter.search()

    def picture_states(self) -> Sequence[tuple[str, partial[None]]]:
        """The form of the receipt printer."""
        return (("receipt-printer", partial(self.open_form, RECEIPT)),)

    # What the presenter asks

    def show_found(self, found: Sequence[FoundDevice]) -> None:
        """The devices there are."""
        self._found = True
        self.table.reload(found)
        if self.table.current_row() < 0:
            self.table.select_row(0)
        self._show_choice()

    def show_searching(self, is_searching: bool) -> None:
        """A search has begun or ended."""
        self._is_searching = is_searching
        for button in (self.search_button, self.network_button):
            button.setEnabled(not is_searching)
        self._show_choice()

    def show_printer(self, which: str, address: str) -> None:
        """Which device is chosen."""
        self.printers[which].show_address(address)

    def show_look(self, which: str, look: PrinterLook | None) -> None:
        """How it is."""
        self.printers[which].show_look(look)

    def show_asking(self, which: str) -> None:
        """It is being asked."""
        self.printers[which].show_asking()

    def show_question(self, is_asked: bool) -> None:
        """Ask which half reads well."""
        self.halves.setVisible(is_asked)
        if is_asked:
            self.halves.upper_button.setFocus()

    def show_scan(self, scanned: Scanned) -> None:
        """What a scan sent."""
        self.scanner.show_scan(scanned)

    def open_form(self, which: str) -> None:
        """The settings of a printer."""
        form, card = self.forms[which], self.printers[which]
        form.set_choices(declared.PAPER_COLUMNS.key, paper_widths()) if which == RECEIPT else None
        form.set_choices(declared.PRINTER_TEXT.key, text_modes()) if which == RECEIPT else None
        form.load(self.presenter.values(which))
        self.open_level(form, card.title.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window does without the guess what a device is."""
        super().resizeEvent(event)
        self.table.setColumnHidden(1, event.size().width() - scaled(_CARDS_PX) < scaled(_NARROW_PX))

    def retranslate(self) -> None:
        """Set every text again."""
        self.search_button.set_text(self.tr("Search again"))
        self.network_button.set_text(self.tr("Search the network"))
        self.network_button.setToolTip(
            self.tr("Calls every neighbour on port 9100; an office printer may print an empty page.")
        )
        self.as_receipt.set_text(self.tr("As receipt printer"))
        self.as_label.set_text(self.tr("As label printer"))
        self._show_choice()

    # Within

    def _columns(self) -> tuple[Column[FoundDevice], ...]:
        return (
            Column("words", QT_TRANSLATE_NOOP("columns", "Device"), lambda row: row.words),
            Column("kind", QT_TRANSLATE_NOOP("columns", "Kind"), kind_of, width=150, tone=lambda row: "muted"),
            Column("usable", QT_TRANSLATE_NOOP("columns", "State"), usable, width=190, tone=_tone, hint=usable),
        )

    def _chosen(self) -> FoundDevice | None:
        at = self.table.current_row()
        return self.table.rows_model().row_at(at) if 0 <= at < self.table.rows_model().rowCount() else None

    def _show_choice(self) -> None:
        chosen = self._chosen()
        for button in (self.as_receipt, self.as_label):
            button.setEnabled(chosen is not None and bool(chosen.address))
        if self._is_searching:
            self.detail.setText(self.tr("Looking for devices ..."))
        elif chosen is not None:
            self.detail.setText(f"{chosen.address or chosen.words}: {whole_state(chosen)}")
        else:
            is_empty = self._found and not self.table.rows_model().rowCount()
            self.detail.setText(office(texts.FOUND_NONE if is_empty else texts.NOTHING_CHOSEN))

    def _connect(self) -> None:
        self.search_button.clicked.connect(self._on_search_clicked)
        self.network_button.clicked.connect(self._on_network_clicked)
        self.as_receipt.clicked.connect(partial(self._on_use_clicked, RECEIPT))
        self.as_label.clicked.connect(partial(self._on_use_clicked, LABEL))
        self.table.current_row_changed.connect(self._on_row_changed)
        self.table.row_activated.connect(self._on_row_activated)
        for which, card in self.printers.items():
            card.refresh_requested.connect(partial(self.presenter.ask_state, which))
            card.settings_requested.connect(partial(self.open_form, which))
            self.forms[which].save_requested.connect(partial(self._on_save, which))
            self.forms[which].cancelled.connect(self.close_level)
        self.printers[RECEIPT].test_button.clicked.connect(self.presenter.print_test_page)
        self.printers[RECEIPT].drawer_button.clicked.connect(self.presenter.test_drawer)
        self.printers[LABEL].test_button.clicked.connect(self.presenter.test_label)
        self.halves.answered.connect(self.presenter.say_reads_well)
        self.halves.closed.connect(self.halves.hide)
        # A paper that did not come out tells how the printer is; several jobs end one after the other.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(partial(self.presenter.ask_state, RECEIPT))
        self._context.bus.changed.connect(self._on_changed)

    def _on_search_clicked(self) -> None:
        self.presenter.search()

    def _on_network_clicked(self) -> None:
        self.presenter.search(network=True)

    def _on_use_clicked(self, which: str) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.address:
            self.presenter.choose(chosen, which)

    def _on_row_changed(self, at: int) -> None:
        del at
        self._show_choice()

    def _on_row_activated(self, at: int) -> None:
        del at
        self._on_use_clicked(RECEIPT)

    def _on_save(self, which: str, values: object) -> None:
        del values
        if self.presenter.save(self.forms[which].changes()):
            self.forms[which].mark_saved()
            self.close_level()

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        del initiator
        if Topic.PRINTING.value in topics and self.isVisible():
            self._timer.start()

    def _lay_out(self) -> None:
        for label in (self.detail, self.search_note):
            label.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(Sizes.GAP)
        search = QHBoxLayout()
        search.addWidget(self.search_button)
        search.addWidget(self.network_button)
        search.addStretch(1)
        use = QHBoxLayout()
        use.addWidget(self.as_receipt)
        use.addWidget(self.as_label)
        left.addLayout(search)
        left.addWidget(self.table, 1)
        left.addWidget(self.detail)
        left.addLayout(use)
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(Sizes.GAP)
        for card in (self.printers[RECEIPT], self.halves, self.printers[LABEL], self.scanner):
            column.addWidget(card)
        column.addStretch(1)
        self.halves.hide()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(cards)
        area.setMinimumWidth(scaled(_CARDS_PX))
        ground = QWidget()
        layout = QHBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP + 4)
        layout.addLayout(left, 3)
        layout.addWidget(area, 2)
        self.set_ground(ground)


def make_devices_page(context: OfficeContext) -> DevicesPage:
    """The page of devices."""
    return DevicesPage(context)


def _key(row: FoundDevice) -> object:
    return row.address, row.words


def _tone(row: FoundDevice) -> str:
    return "problem" if row.problem is not None else "good" if row.address else "muted"


def _check_address(value: object) -> str | None:
    if is_address(str(value or "")):
        return None
    return office(
        QT_TRANSLATE_NOOP("office", "This is no address of a printer. Take one from the list, or write tcp:HOST:PORT.")
    )


def _receipt_fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(declared.PRINTER.key, _WHERE, hint=_WHERE_HINT, check=_check_address),
        FieldSpec(declared.PAPER_COLUMNS.key, QT_TRANSLATE_NOOP("office", "Paper width"), FieldKind.CHOICE),
        FieldSpec(
            declared.PRINTER_TEXT.key,
            QT_TRANSLATE_NOOP("office", "How text is printed"),
            FieldKind.CHOICE,
            hint=QT_TRANSLATE_NOOP("office", "The test page shows both, one half each."),
        ),
        FieldSpec(declared.PRINTER_ANSWERS.key, _ANSWERS, FieldKind.FLAG, hint=_ANSWERS_HINT),
        FieldSpec(
            declared.DRAWER.key,
            QT_TRANSLATE_NOOP("office", "A cash drawer hangs on it"),
            FieldKind.FLAG,
            hint=QT_TRANSLATE_NOOP("office", "It is opened when cash is taken or given."),
        ),
    )


def _label_fields() -> tuple[FieldSpec, ...]:
    sizes = tuple(Choice(size, size.replace("x", " x ") + " mm") for size in declared.LABEL_SIZE.choices)
    return (
        FieldSpec(declared.LABEL_PRINTER.key, _WHERE, hint=_WHERE_HINT, check=_check_address),
        FieldSpec(
            declared.LABEL_SIZE.key,
            QT_TRANSLATE_NOOP("office", "Size of one label"),
            FieldKind.CHOICE,
            choices=sizes,
        ),
        FieldSpec(
            declared.LABEL_DPI.key,
            QT_TRANSLATE_NOOP("office", "Dots per inch"),
            FieldKind.CHOICE,
            hint=QT_TRANSLATE_NOOP("office", "Most printers have 203; if the label comes out too small, try 300."),
            choices=tuple(Choice(dots, str(dots)) for dots in declared.LABEL_DPI.choices),
        ),
        FieldSpec(
            declared.LABEL_GAP.key,
            QT_TRANSLATE_NOOP("office", "Gap between two labels in mm"),
            FieldKind.CHOICE,
            hint=QT_TRANSLATE_NOOP("office", "0 on paper without gaps."),
            choices=tuple(Choice(gap, str(gap)) for gap in range(11)),
        ),
        FieldSpec(declared.LABEL_ANSWERS.key, _ANSWERS, FieldKind.FLAG, hint=_ANSWERS_HINT),
    )
