"""Turns the marked sentences of the cashier's screens into words of the language in use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.payments.plan import TenderKind
from app.ui.cashier.texts import Said
from app.ui.kit.words import Words
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError

translate = QCoreApplication.translate
"""Takes the context and a literal text, as `lupdate` expects."""

_TENDERS = {
    TenderKind.CASH: QT_TRANSLATE_NOOP("cashier", "Cash"),
    TenderKind.CARD: QT_TRANSLATE_NOOP("cashier", "Bank card"),
    TenderKind.WECHAT: QT_TRANSLATE_NOOP("cashier", "WeChat"),
    TenderKind.ALIPAY: QT_TRANSLATE_NOOP("cashier", "Alipay"),
    TenderKind.ROUNDING: QT_TRANSLATE_NOOP("cashier", "Rounding"),
}


def tell(words: Words, what: Said | ShukeError) -> str:
    """A sentence or a failure as text."""
    if isinstance(what, ShukeError):
        return words.tell(what)
    return translate("cashier", what.text).format_map(words.shown(what.params))


def tender_name(kind: TenderKind) -> str:
    """A way of paying in the language in use."""
    return translate("cashier", _TENDERS[kind]) if kind in _TENDERS else kind.value


def reason_name(label: str) -> str:
    """Why a line costs less, in the language in use; a rule's own name stays as it is."""
    return translate("reasons", label)
