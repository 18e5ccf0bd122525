"""Words of the log that are looked up by a value."""

from __future__ import annotations

from app.services.common.actor import Permission
from app.services.reports.logs import LogKind, LogRow
from app.ui.owner.saying import office
from app.values.errors import QT_TRANSLATE_NOOP

KINDS = {
    LogKind.GRANT: QT_TRANSLATE_NOOP("office", "Leave given"),
    LogKind.NO_SALE: QT_TRANSLATE_NOOP("office", "Drawer without sale"),
    LogKind.VOID: QT_TRANSLATE_NOOP("office", "Lines removed"),
    LogKind.REFUND: QT_TRANSLATE_NOOP("office", "Refunds"),
    LogKind.PRICE: QT_TRANSLATE_NOOP("office", "Price changes"),
}
_ACTIONS = {
    "no_sale": QT_TRANSLATE_NOOP("office", "Drawer without sale"),
    "line_removed": QT_TRANSLATE_NOOP("office", "Line removed"),
    "basket_cleared": QT_TRANSLATE_NOOP("office", "Basket cleared"),
    "unknown_cleared": QT_TRANSLATE_NOOP("office", "Unknown codes cleared"),
    "refund": QT_TRANSLATE_NOOP("office", "Refund"),
    "price_changed": QT_TRANSLATE_NOOP("office", "Price changed"),
    "first_price_given": QT_TRANSLATE_NOOP("office", "First price given"),
    "grant_refused": QT_TRANSLATE_NOOP("office", "Leave refused"),
    "grant_given": QT_TRANSLATE_NOOP("office", "Leave given"),
    "shift_closed": QT_TRANSLATE_NOOP("office", "Shift closed"),
    "pay_in": QT_TRANSLATE_NOOP("office", "Cash put in"),
    "pay_out": QT_TRANSLATE_NOOP("office", "Cash taken out"),
    "reprint": QT_TRANSLATE_NOOP("office", "Printed again"),
}
_NOTES = {
    Permission.OPEN_DRAWER.value: QT_TRANSLATE_NOOP("office", "to open the drawer"),
    Permission.CHANGE_PRICE.value: QT_TRANSLATE_NOOP("office", "to change a price"),
    Permission.SET_MISSING_PRICE.value: QT_TRANSLATE_NOOP("office", "to give a first price"),
    Permission.REFUND_OVER_LIMIT.value: QT_TRANSLATE_NOOP("office", "to refund above the limit"),
    Permission.CLOSE_OTHERS_SHIFT.value: QT_TRANSLATE_NOOP("office", "to close another's shift"),
    "wrong PIN": QT_TRANSLATE_NOOP("office", "wrong PIN"),
    "pause": QT_TRANSLATE_NOOP("office", "during the pause after wrong PINs"),
}


def action_word(row: LogRow) -> str:
    """What was done; an action that nobody translated stands as it is."""
    return office(_ACTIONS[row.action]) if row.action in _ACTIONS else row.action


def note_words(row: LogRow) -> str:
    """The row's note, in words where they are known; what a person typed stays."""
    parts = row.note.split(", ") if row.note else []
    return ", ".join(office(_NOTES[part]) if part in _NOTES else part for part in parts)
