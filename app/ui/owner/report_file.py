"""A report as a file: which kind, where to, and how far it is; nothing here stops the till."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QRadioButton, QWidget

from app.services.reports.desk import Reports, Wanted
from app.services.reports.export import CSV, PDF, XLSX
from app.ui.kit.dialog import Dialog
from app.ui.kit.jobs import Report
from app.ui.kit.labels import PlainLabel
from app.ui.kit.notices import NoticeKind
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.owner.context import OfficeContext
from app.ui.owner.saying import office, paper_language
from app.values.errors import QT_TRANSLATE_NOOP

_KINDS = {
    XLSX: QT_TRANSLATE_NOOP("office", "Excel workbook (.xlsx)"),
    CSV: QT_TRANSLATE_NOOP("office", "Table as text (.csv)"),
    PDF: QT_TRANSLATE_NOOP("office", "To print (.pdf)"),
}
Write = Callable[[Path, Report], None]


class KindDialog(Dialog):
    """Which kind of file, and whether names go with it.

    Signals:
        chosen: args: the ending, whether members' names and phones are wanted.
    """

    chosen = Signal(str, bool)

    def __init__(self, *, offers_personal: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, size=QSize(560, 300))
        self.kinds: dict[str, QRadioButton] = {}
        for ending in _KINDS:
            self.kinds[ending] = QRadioButton()
            self.body.addWidget(self.kinds[ending])
        self.kinds[XLSX].setChecked(True)
        self.personal = QCheckBox()
        self.warning = PlainLabel(role="muted")
        self.warning.setWordWrap(True)
        for part in (self.personal, self.warning):
            self.body.addWidget(part)
            part.setVisible(offers_personal)
        self.body.addStretch(1)
        self.cancel_button = self.add_button("", "plain", self.reject)
        self.next_button = self.add_button("", "primary", self.accept)
        self.accepted.connect(self._on_accepted)
        self.retranslate()
        self.kinds[XLSX].setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_title(self.tr("Save this list as a file"))
        for ending, text in _KINDS.items():
            self.kinds[ending].setText(office(text))
        self.personal.setText(self.tr("With members' names and whole phone numbers"))
        self.warning.setText(self.tr("Without it names and phones are shortened. Asking for them is written down."))
        self.next_button.setText(self.tr("Choose where"))
        self.cancel_button.setText(self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc gives up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.accept()
            return
        super().keyPressEvent(event)

    def _on_accepted(self) -> None:
        ending = next(ending for ending, button in self.kinds.items() if button.isChecked())
        self.chosen.emit(ending, self.personal.isChecked())


class ReportFiles(QObject):
    """Asks for kind and place, writes on a worker, says where it is.

    Attributes:
        folder: Where the place is asked for first; the person's documents.
        place_dialog: The dialog for the place that is open or was last.
        kind_dialog: The dialog for the kind that is open or was last.
    """

    def __init__(self, context: OfficeContext, host: QWidget, panel: ProgressPanel) -> None:
        super().__init__(host)
        self._context, self._host, self._panel = context, host, panel
        self.folder = documents_folder()
        self.kind_dialog: KindDialog | None = None
        self.place_dialog: QFileDialog | None = None
        panel.cancelled.connect(self._on_cancelled)

    def export(self, wanted: Wanted, name: str, *, offers_personal: bool = False) -> None:
        """Write a report as the kind of file that is chosen."""
        dialog = KindDialog(offers_personal=offers_personal, parent=self._host.window())
        dialog.chosen.connect(partial(self._on_kind_chosen, wanted, name))
        self.kind_dialog = dialog
        dialog.open()

    def save(self, name: str, ending: str, write: Write) -> None:
        """Ask where to, then have it written."""
        dialog = save_dialog(self._host.window(), self.folder, name, ending)
        dialog.fileSelected.connect(partial(self._on_place_chosen, write))
        self.place_dialog = dialog
        dialog.open()

    def write(self, path: Path, write: Write) -> None:
        """Write at once, in place of what is there."""
        self._panel.run(
            self._context.jobs,
            partial(write, path),
            lambda: self.tr("Writing {file}").format(file=path.name),
            then=lambda _: self._tell_saved(path),
            failed=self._context.tell,
        )

    def _on_kind_chosen(self, wanted: Wanted, name: str, ending: str, personal: bool) -> None:
        self.save(name, ending, report_writer(self._context, wanted, personal=personal))

    def _on_place_chosen(self, write: Write, chosen: str) -> None:
        path = Path(chosen)
        self.folder = str(path.parent)
        if not path.exists():
            self.write(path, write)
            return

        def answered(is_yes: bool) -> None:
            if is_yes:
                self.write(path, write)

        question = self.tr("“{file}” is there already. Put the new file in its place?").format(file=path.name)
        self._context.prompter.ask(question, answered, yes=self.tr("Replace"), no=self.tr("Keep the old one"))

    def _tell_saved(self, path: Path) -> None:
        self._context.prompter.notice(lambda: self.tr("Saved: {path}").format(path=path), NoticeKind.GOOD)

    def _on_cancelled(self) -> None:
        self._context.prompter.notice(lambda: self.tr("Stopped. No file was written."))


def report_writer(context: OfficeContext, wanted: Wanted, *, personal: bool = False) -> Write:
    """What writes a report on the worker, by the door that checks who asks."""
    reports = Reports(context.office.store, context.actor)
    language = paper_language(context.words)

    def write(path: Path, report: Report) -> None:
        reports.write(wanted, path, report, language=language, personal=personal)

    return write


def save_dialog(parent: QWidget, folder: str, name: str, ending: str) -> QFileDialog:
    """Qt's own dialog, which looks the same everywhere and never blocks; whether to replace is asked by us."""
    dialog = QFileDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([f"*{ending}"])
    dialog.setDefaultSuffix(ending)
    dialog.setDirectory(folder)
    dialog.selectFile(name + ending)
    return dialog


def documents_folder() -> str:
    """The person's documents, or home where there are none."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    return documents if documents and Path(documents).is_dir() else home


def file_name(*parts: str) -> str:
    """A name that every system takes: `Sales 2026-01-05 2026-01-11`."""
    said = " ".join(part for part in parts if part)
    return "".join("-" if char in '\\/:*?"<>|' else char for char in said)
