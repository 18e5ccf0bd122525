"""Deliveries: received by scan, sent back to the supplier."""

from __future__ import annotations

from app.services.inventory.values import DocumentKind
from app.ui.kit.list_page import Emptiness
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.documents_page import DocumentsPage
from app.values.errors import QT_TRANSLATE_NOOP


def make_receiving_page(context: OfficeContext) -> DocumentsPage:
    """The page."""
    empty = Emptiness(
        QT_TRANSLATE_NOOP("office", "No delivery yet"),
        QT_TRANSLATE_NOOP("office", "Scan the first article of a delivery, or press New delivery."),
        QT_TRANSLATE_NOOP("office", "New delivery"),
    )
    kinds = (DocumentKind.RECEIPT, DocumentKind.RETURN)
    others = ((DocumentKind.RETURN, QT_TRANSLATE_NOOP("office", "Send back")),)
    return DocumentsPage(context, kinds, empty=empty, new=QT_TRANSLATE_NOOP("office", "New delivery"), others=others)
