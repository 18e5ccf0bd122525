"""The sheet of all keys as a page of A4."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from app.services.checkout.key_paper import KeySection
from app.ui.kit.fonts import app_font

_MARGIN_MM = 16
_LETTERS_PT = 11
_LEFT = 2


def write_key_page(path: Path, title: str, sections: Sequence[KeySection]) -> bool:
    """Write it as PDF; False: the file cannot be written there."""
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    font = app_font(13)
    font.setPointSize(_LETTERS_PT)  # of pixels a printer has thousands
    document.setDefaultFont(font)
    document.setHtml(as_html(title, sections))
    document.print_(writer)
    return path.is_file() and path.stat().st_size > 0


def as_html(title: str, sections: Sequence[KeySection]) -> str:
    """The page before it is laid out: two columns, the longest part alone at the left."""
    left, right = sections[:_LEFT], sections[_LEFT:]
    columns = "".join(f"<td width='50%'>{''.join(map(_as_html, column))}</td>" for column in (left, right))
    return f"<h2>{html.escape(title)}</h2><table width='100%'><tr>{columns}</tr></table>"


def _as_html(section: KeySection) -> str:
    rows = "".join(
        f"<tr><td width='44%'><b>{html.escape(key)}</b></td><td>{html.escape(meaning)}</td></tr>"
        for key, meaning in section.lines
    )
    return f"<h4>{html.escape(section.title)}</h4><table width='100%' cellpadding='1'>{rows}</table>"
