"""F1: every key that does something on one sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.services.checkout.key_paper import KeySection
from app.ui.kit.dialog import Dialog
from app.ui.kit.file_dialogs import ask_save
from app.ui.kit.key_grid import KeyGrid, KeyPart
from app.ui.kit.keys import Action, KeyMap, Scope, key_name
from app.ui.shell.key_sheet_page import write_key_page


class KeySheetDialog(Dialog):
    """Shows the key map in columns, by place; Esc closes it, F1 again goes on to the manual, Ctrl+P prints it.

    Signals:
        manual_requested: The sheet closed for the page of the manual about the screen.
        print_requested: Put it on receipt paper. args: the title, its parts.
    """

    manual_requested = Signal()
    print_requested = Signal(str, object)

    def __init__(self, key_map: KeyMap, parent: QWidget | None = None, *, can_print: bool = False) -> None:
        super().__init__(parent, size=QSize(900, 680))
        self.setObjectName("key_sheet")
        self._key_map = key_map
        selling = KeyPart(lambda: self.tr("While selling"), lambda: self._lines(Scope.SALE))
        paying = KeyPart(lambda: self.tr("While taking money"), lambda: self._lines(Scope.TENDER))
        anywhere = KeyPart(lambda: self.tr("Anywhere"), lambda: self._lines(Scope.ANYWHERE))
        office = KeyPart(lambda: self.tr("In the back office"), lambda: self._lines(Scope.OFFICE))
        short = KeyPart(lambda: self.tr("In short"), self._combinations)
        self._parts = (selling, short, paying, office, anywhere)
        self.body.addWidget(KeyGrid([[selling, short], [paying, anywhere], [office]], gap=18, leading=3), 1)
        self._print = self.add_button("", "plain", self.print_sheet)
        self._print.setVisible(can_print)
        self._save = self.add_button("", "plain", self.ask_where_to_save)
        self._manual = self.add_button("", "plain", self._go_on_to_manual)
        self._close = self.add_button("", "primary", self.accept)
        self._close.setDefault(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again; the grid sets its own."""
        self.set_title(self.tr("All keys"))
        self._print.setText(self.tr("Print   Ctrl+P"))
        self._save.setText(self.tr("Save as PDF   Ctrl+S"))
        self._manual.setText(self.tr("About this screen   {key}").format(key=self._key_map.shown(Action.KEYS)))
        self._close.setText(self.tr("Close   Esc"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that opened the sheet, again: the manual. Ctrl+P, Ctrl+S."""
        name = key_name(event)
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif self._key_map.action_for(name, Scope.ANYWHERE) is Action.KEYS:
            self._go_on_to_manual()
        elif name == "Ctrl+P" and not self._print.isHidden():
            self.print_sheet()
        elif name == "Ctrl+S":
            self.ask_where_to_save()
        else:
            super().keyPressEvent(event)

    def sections(self) -> list[KeySection]:
        """What stands on the sheet, in the language in use."""
        return [KeySection(part.title(), tuple(part.lines())) for part in self._parts]

    def print_sheet(self) -> None:
        """On receipt paper; the sheet closes."""
        self.accept()
        self.print_requested.emit(self.title(), self.sections())

    def ask_where_to_save(self) -> None:
        """As a page of A4."""
        title = self.tr("Save the sheet of keys")
        ask_save(self, title, self.tr("Shuke - all keys.pdf"), "PDF (*.pdf)", self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the page; the sheet closes when that worked."""
        if write_key_page(path, self.title(), self.sections()):
            self.accept()
        else:
            told = self.tr("“{file}” cannot be written. Close it in other programs, or choose another place.")
            self.show_problem(told.format(file=path.name))

    def _go_on_to_manual(self) -> None:
        self.accept()
        self.manual_requested.emit()

    def _lines(self, scope: Scope) -> list[tuple[str, str]]:
        return [(row.shown, row.label) for row in self._key_map.rows(scope)]

    def _combinations(self) -> list[tuple[str, str]]:
        """What takes more than one key, with the keys of this map."""
        times = self._key_map.shown(Action.TIMES)
        return [
            (f"6 {times}", self.tr("before a scan: six of it")),
            (f"{times} 6 {self._key_map.shown(Action.CONFIRM)}", self.tr("six of the chosen line")),
        ]
