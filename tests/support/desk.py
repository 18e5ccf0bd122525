"""A screen with one of every widget a focus can rest on."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableWidget, QVBoxLayout, QWidget

from app.ui.kit.scan_box import ScanBox


class Desk(QWidget):
    """One of every widget a focus can rest on."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.edit, self.button = ScanBox(), QLineEdit(), QPushButton("Pay")
        self.table, self.combo = QTableWidget(3, 2), QComboBox()
        self.combo.addItems(["6 one", "9 two"])
        layout = QVBoxLayout(self)
        for widget in (self.box, self.edit, self.button, self.table, self.combo):
            layout.addWidget(widget)
        self.presses = 0
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._on_button_clicked)

    def _on_button_clicked(self) -> None:
        self.presses += 1
