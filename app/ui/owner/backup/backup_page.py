"""How it stands with the backups, those there are, and the few things to do about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.backup.show_key import ShownKey
from app.services.backup.target import ListedBackup
from app.services.backup.watch import Step
from app.services.common.topics import Topic
from app.ui.kit.backup_words import age_words, last_good_words, tell_trouble
from app.ui.kit.buttons import TouchButton
from app.ui.kit.file_dialogs import ask_folder
from app.ui.kit.jobs import Job
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import Sizes, scaled, set_role
from app.ui.owner.backup import texts
from app.ui.owner.backup.key_dialog import KeyDialog
from app.ui.owner.backup.presenter import BackupPresenter, Overview
from app.ui.owner.backup.texts import check_words, drill_words, office, place_words, size_words
from app.ui.owner.context import OfficeContext
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP

_SIDE_PX = 372
_STEPS = {
    Step.COPY: QT_TRANSLATE_NOOP("office", "Copying the data; selling goes on ..."),
    Step.SEAL: QT_TRANSLATE_NOOP("office", "Encrypting and writing ..."),
    Step.OPEN: QT_TRANSLATE_NOOP("office", "Opening it again ..."),
    Step.CHECK: QT_TRANSLATE_NOOP("office", "Checking ..."),
    Step.VERIFY: QT_TRANSLATE_NOOP("office", "Looking through every sale ..."),
}


DRILL_KEY = "Ctrl+T"
"""Tries whether the newest backup would come back."""


class BackupPage(OfficeView):
    """Decides nothing.

    Attributes:
        table: The backups there are.
        headline: When the last good one was made.
    """

    def __init__(self, context: OfficeContext) -> None:
        super().__init__()
        self._context = context
        self._overview: Overview | None = None
        self._step_of: Callable[[], Step] = lambda: Step.COPY
        self.presenter = BackupPresenter(context, self)
        self.headline, self.failure = PlainLabel(role="title"), PlainLabel(role="problem")
        self.folder, self.place = ElidedLabel(role="strong"), PlainLabel()
        self.key_note, self.drill_note, self.check_note = PlainLabel(), PlainLabel(), PlainLabel()
        self.table: RowsTable[ListedBackup] = RowsTable(RowsModel(self._columns(), key=_path))
        self.progress = ProgressPanel()
        self.make_button = self._button("primary")
        self.folder_button, self.default_button, self.drill_button = (self._button() for _ in range(3))
        self.show_key_button, self.print_key_button = self._button(), self._button()
        self._titles = {name: PlainLabel(role="strong") for name in ("place", "key", "drill", "restore")}
        self.restore = PlainLabel()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the office asks

    def opened(self, subject: object = None) -> None:
        """As it is now."""
        del subject
        self.presenter.look()

    def take_focus(self) -> None:
        """The one thing to do here."""
        self.make_button.setFocus()

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """With a backup made and tried."""
        return (("made", self.presenter.make), ("tried", self.presenter.drill))

    # What the presenter asks

    def show_overview(self, overview: Overview) -> None:
        """How it stands."""
        self._overview = overview
        self.table.reload(overview.backups)
        self._show()

    def show_working(self, is_working: bool) -> None:
        """One thing at a time."""
        for button in (self.make_button, self.drill_button, self.folder_button, self.default_button):
            button.setEnabled(not is_working)

    def follow(self, job: Job, step_of: Callable[[], Step]) -> None:
        """How far it is, step by step."""
        self._step_of = step_of
        job.progressed.connect(self._on_progressed)
        self.progress.follow(job, self._step_words)

    def show_key(self, key: ShownKey) -> None:
        """The key, to be copied by hand."""
        KeyDialog(key, self.window()).open()

    def retranslate(self) -> None:
        """Set every text again."""
        self.make_button.set_text(self.tr("Back up now"))
        self.folder_button.set_text(self.tr("Choose folder or stick ..."))
        self.default_button.set_text(self.tr("Beside the data"))
        self.drill_button.set_text(f"{self.tr('Try a restore')}   {DRILL_KEY}")
        self.show_key_button.set_text(self.tr("Show the key"))
        self.print_key_button.set_text(self.tr("Print the key"))
        self._titles["place"].setText(self.tr("Where backups go"))
        self._titles["key"].setText(self.tr("Recovery key"))
        self._titles["drill"].setText(self.tr("Would it come back?"))
        self._titles["restore"].setText(self.tr("When the worst has happened"))
        self.drill_button.setToolTip(
            self.tr("Restores the newest backup beside the shop, looks through it and throws it away.")
        )
        self.restore.setText("\n".join(office(line) for line in texts.RESTORE))
        self._show()

    # Within

    def _button(self, role: str = "plain") -> TouchButton:
        button = TouchButton("", role, self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _columns(self) -> tuple[Column[ListedBackup], ...]:
        words = self._context.words
        return (
            Column(
                "made", QT_TRANSLATE_NOOP("columns", "Data of"), lambda row: words.moment(row.header.made_at), width=190
            ),
            Column(
                "size",
                QT_TRANSLATE_NOOP("columns", "Size"),
                lambda row: size_words(row.file_bytes),
                right=True,
                width=110,
            ),
            Column(
                "file",
                QT_TRANSLATE_NOOP("columns", "File"),
                lambda row: row.path.name,
                small=True,
                hint=lambda row: str(row.path),
            ),
        )

    def _show(self) -> None:
        if self._overview is None:
            return
        words, health = self._context.words, self._overview.health
        headline = last_good_words(words, health)
        if health.last_good is not None:
            now = self._context.office.store.clock.now()
            headline = f"{headline} ({age_words(health.last_good.at, now)})"
        self.headline.setText(headline)
        _restyle(self.headline, "problem" if health.is_too_old else "title")
        self.failure.setText(tell_trouble(health.failure) if health.failure is not None else "")
        self.failure.setVisible(health.failure is not None)
        self.folder.set_text(health.folder)
        _say(self.place, *place_words(health))
        _say(self.key_note, *((office(texts.NEEDS_PAPER), "problem") if health.needs_key_paper else ("", "muted")))
        _say(self.drill_note, *drill_words(words, health.last_drill))
        _say(self.check_note, *check_words(words, health.last_check))

    def _step_words(self) -> str:
        return office(_STEPS[self._step_of()])

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.presenter.make)
        self.drill_button.clicked.connect(self.presenter.drill)
        self._drill_key = QShortcut(QKeySequence(DRILL_KEY), self)
        self._drill_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._drill_key.activated.connect(self.drill_button.click)
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.default_button.clicked.connect(self._on_default_clicked)
        self.show_key_button.clicked.connect(self.presenter.show_key)
        self.print_key_button.clicked.connect(self.presenter.print_key)
        self.progress.cancelled.connect(self.presenter.stopped)
        self._context.bus.changed.connect(self._on_changed)

    def _on_progressed(self) -> None:
        self.progress.retranslate()

    def _on_folder_clicked(self) -> None:
        ask_folder(self, self.tr("Where shall backups go?"), self.presenter.folder, self.presenter.choose_folder)

    def _on_default_clicked(self) -> None:
        self.presenter.choose_folder(None)

    def _on_changed(self, topics: frozenset[str], initiator: object) -> None:
        del initiator
        if Topic.SETTINGS.value in topics and self.isVisible() and not self.presenter.is_working:
            self.presenter.look()

    def _lay_out(self) -> None:
        wrapped = (self.headline, self.failure, self.place, self.key_note, self.drill_note, self.check_note)
        for label in (*wrapped, self.restore):
            label.setWordWrap(True)
        self.failure.hide()
        left = QVBoxLayout()
        left.setSpacing(Sizes.GAP)
        for part in (self.headline, self.failure, self.make_button, self.progress):
            left.addWidget(part)
        left.addWidget(self.table, 1)
        left.addWidget(self.check_note)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(Sizes.GAP)
        place = (self.folder, self.place)
        column.addWidget(_card(self._titles["place"], place, (self.folder_button, self.default_button)))
        column.addWidget(_card(self._titles["drill"], (self.drill_note,), (self.drill_button,)))
        keys = (self.print_key_button, self.show_key_button)
        column.addWidget(_card(self._titles["key"], (self.key_note,), keys))
        column.addWidget(_card(self._titles["restore"], (self.restore,), ()))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(scaled(_SIDE_PX))
        area.setWidget(side)
        ground = QWidget()
        layout = QHBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.GAP + 4)
        layout.addLayout(left, 3)
        layout.addWidget(area, 2)
        self.set_ground(ground)


def make_backup_page(context: OfficeContext) -> BackupPage:
    """The page of backups."""
    return BackupPage(context)


def _path(row: ListedBackup) -> object:
    return row.path


def _card(title: PlainLabel, lines: Sequence[QWidget], buttons: Sequence[TouchButton]) -> QFrame:
    card = QFrame()
    set_role(card, "card")
    title.setWordWrap(True)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(12, 8, 12, 10)
    layout.setSpacing(6)
    layout.addWidget(title)
    for line in lines:
        layout.addWidget(line)
    grid = QGridLayout()
    for at, button in enumerate(buttons):
        grid.addWidget(button, at, 0)
    layout.addLayout(grid)
    return card


def _restyle(label: QWidget, role: str) -> None:
    set_role(label, role)
    label.style().unpolish(label)
    label.style().polish(label)


def _say(label: PlainLabel, text: str, role: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
    _restyle(label, role)
