"""Goods that are written off, and figures that are put right."""

from __future__ import annotations

from app.services.inventory.values import DocumentKind
from app.ui.kit.list_page import Emptiness
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.documents_page import DocumentsPage
from app.values.errors import QT_TRANSLATE_NOOP


def make_waste_page(context: OfficeContext) -> DocumentsPage:
    """The page."""
    empty = Emptiness(
        QT_TRANSLATE_NOOP("office", "Nothing was written off"),
        QT_TRANSLATE_NOOP("office", "Scan what is broken or expired, or press Write off."),
        QT_TRANSLATE_NOOP("office", "Write off"),
    )
    kinds = (DocumentKind.WASTE, DocumentKind.CORRECTION)
    others = ((DocumentKind.CORRECTION, QT_TRANSLATE_NOOP("office", "Correct a figure")),)
    return DocumentsPage(context, kinds, empty=empty, new=QT_TRANSLATE_NOOP("office", "Write off"), others=others)
