"""Choosing a file or folder: Qt's own dialog, opened, because the system's cannot be driven by our keys and tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_save(parent: QWidget, title: str, name: str, kind: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask where to save.

    Args:
        name: Offered file name, with its ending.
        kind: What the files are called, as `PDF (*.pdf)`.
    """
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.setDirectory(_documents())
    dialog.selectFile(name)
    dialog.fileSelected.connect(partial(_hand_over, then))
    dialog.open()
    return dialog


def ask_file(parent: QWidget, title: str, folder: Path, kind: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a file that is there."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kind)
    dialog.setDirectory(str(folder))
    dialog.fileSelected.connect(partial(_hand_over, then))
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, folder: Path, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder that is there."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.setDirectory(str(folder))
    dialog.fileSelected.connect(partial(_hand_over, then))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent.window(), title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _hand_over(then: Callable[[Path], None], chosen: str) -> None:
    if chosen:
        then(Path(chosen))
