"""Shows pages of the manual: Markdown and pictures from its own folder, and nothing from anywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.ui.shell.help.pages import FOLDER, page_file, page_name

_PICTURE_MARGIN_PX = 48
_PICTURE_MOST_PX = 640
"""So that the first steps stand under it without scrolling."""


class ManualBrowser(QTextBrowser):
    """A reader with a way back.

    Signals:
        page_shown: Another page came. arg: its name.
    """

    page_shown = Signal(str)

    def __init__(self, folder: Path = FOLDER, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def open_page(self, name: str, language: str) -> bool:
        """Show a page; False: there is no such file."""
        file = page_file(name, language, self._folder)
        if page_name(file, self._folder) is None:
            return False
        self.setSource(QUrl.fromLocalFile(str(file)), QTextDocument.ResourceType.MarkdownResource)
        self.page_shown.emit(name)
        return True

    def page(self) -> str:
        """The name of the page shown."""
        return page_name(Path(self.source().toLocalFile()), self._folder) or ""

    def shows_other_language(self, language: str) -> bool:
        """Whether the page shown is not in this language."""
        name = self.page()
        return bool(name) and Path(self.source().toLocalFile()) != page_file(name, language, self._folder)

    def go_back(self) -> bool:
        """The page before; False: there is none."""
        if not self.isBackwardAvailable():
            return False
        self.backward()
        self.page_shown.emit(self.page())
        return True

    def find_text(self, text: str, *, backward: bool = False) -> bool:
        """Mark the next place with this text, from the other end when this one is reached."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if not text or self.find(text, flags):
            return bool(text)
        before = self.textCursor()
        self.moveCursor(QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start)
        if self.find(text, flags):
            return True
        self.setTextCursor(before)
        return False

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Files of the manual only; pictures as wide as the page."""
        url = self.source().resolved(QUrl(name))
        file = Path(url.toLocalFile()) if url.isLocalFile() else None
        if file is None or not file.resolve().is_relative_to(self._folder.resolve()) or not file.is_file():
            return None
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._fitting(QImage(str(file)))
        return file.read_text(encoding="utf-8")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes one page back; the rest scrolls and chooses links."""
        if event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _fitting(self, picture: QImage) -> QImage:
        width = min(max(self.viewport().width() - _PICTURE_MARGIN_PX, 240), _PICTURE_MOST_PX)
        if picture.width() <= width:
            return picture
        return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def _on_anchor_clicked(self, link: QUrl) -> None:
        url = self.source().resolved(link)
        name = page_name(Path(url.toLocalFile()), self._folder) if url.isLocalFile() else None
        if name is not None:
            self.setSource(url, QTextDocument.ResourceType.MarkdownResource)
            self.page_shown.emit(name)
