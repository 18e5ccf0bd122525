"""How labels are printed: kind, paper, where to begin; and a picture of what comes out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.services.labels.sheets import SHEETS
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.money_edit import CountEdit
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import Sizes, set_role
from app.ui.owner.labels.jobs import PRINTER, PRODUCT, SHEET, SHELF, LabelChoice
from app.ui.owner.labels.texts import sheet_choices


class PictureLabel(QLabel):
    """A picture as large as its place, never larger than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(80)

    def show_png(self, png: bytes) -> None:
        """Another picture; empty for none."""
        self._picture = QPixmap()
        if png:
            self._picture.loadFromData(png)
        self._fit()

    @property
    def picture_size(self) -> QSize:
        """Dots of the picture; empty without one."""
        return self._picture.size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            self.clear()
            return
        room = self.contentsRect().size().boundedTo(self._picture.size())
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.setPixmap(self._picture.scaled(room, keep, smooth))


class LabelOptions(Retranslated, QFrame):
    """The choices with the picture under them.

    Signals:
        changed: arg: LabelChoice.
        go_requested: Save or print.
    """

    changed = Signal(object)
    go_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.kind, self.output, self.sheet = QComboBox(), QComboBox(), QComboBox()
        self.start_at, self.cut_marks = CountEdit(digits=2), QCheckBox()
        self.start_at.set_count(1)
        self.picture = PictureLabel()
        self.go_button = TouchButton("", "primary", self)
        self.go_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._labels = {
            edit: PlainLabel(role="field")
            for edit in (self.kind, self.output, self.sheet, self.start_at, self.cut_marks)
        }
        self._is_filling = False
        self._lay_out()
        self.retranslate()
        for box in (self.kind, self.output, self.sheet):
            box.currentIndexChanged.connect(self._on_changed)
        self.start_at.count_changed.connect(self._on_changed)
        self.cut_marks.toggled.connect(self._on_changed)
        self.go_button.clicked.connect(self.go_requested)

    def choice(self) -> LabelChoice:
        """What is chosen."""
        return LabelChoice(
            kind=self.kind.currentData(),
            output=self.output.currentData(),
            sheet=self.sheet.currentData(),
            start_at=self.start_at.count() or 1,
            cut_marks=self.cut_marks.isChecked(),
        )

    def retranslate(self) -> None:
        """Set every text again; what is chosen stays chosen."""
        self._fill(self.kind, ((SHELF, self.tr("Shelf labels")), (PRODUCT, self.tr("Labels for the goods"))))
        self._fill(self.output, ((SHEET, self.tr("Sheets (PDF)")), (PRINTER, self.tr("Label printer"))))
        self._fill(self.sheet, tuple((choice.value, choice.label) for choice in sheet_choices()))
        titles = (
            self.tr("What"),
            self.tr("Where"),
            self.tr("Sheet"),
            self.tr("Begin at"),
            self.tr("Cut marks"),
        )
        for (edit, label), title in zip(self._labels.items(), titles, strict=True):
            label.setText(title)
            edit.setAccessibleName(title)
        self.start_at.setToolTip(self.tr("Of a sheet that was begun: which label is the first one still there."))
        self._show_fitting()

    def _fill(self, box: QComboBox, choices: tuple[tuple[object, str], ...]) -> None:
        self._is_filling = True
        before = box.currentData()
        box.clear()
        for value, label in choices:
            box.addItem(label, value)
        box.setCurrentIndex(max(box.findData(before), 0))
        self._is_filling = False

    def _on_changed(self) -> None:
        if not self._is_filling:
            self._show_fitting()
            self.changed.emit(self.choice())

    def _show_fitting(self) -> None:
        """Sheets need a sheet; the label printer has its own paper."""
        is_sheet = self.output.currentData() == SHEET
        for edit in (self.sheet, self.start_at, self.cut_marks):
            edit.setEnabled(is_sheet)
        most = SHEETS[self.sheet.currentData()].count
        self.start_at.setPlaceholderText(f"1 - {most}")
        self.go_button.set_text(self.tr("Save PDF ...   Ctrl+S") if is_sheet else self.tr("Print labels   Ctrl+S"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (edit, label) in enumerate(self._labels.items()):
            edit.setMinimumHeight(Sizes.TARGET)
            edit.setMinimumWidth(80)
            label.setBuddy(edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(grid)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.go_button)
