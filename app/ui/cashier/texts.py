"""Sentences of the cashier's screens as values: presenters choose them, views translate and show them."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.values.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Said:
    """Marked English text (context `cashier`) with the values of its `{named}` places."""

    text: str
    params: dict[str, object] = field(default_factory=dict)


def said(text: str, **params: object) -> Said:
    """A sentence with its values."""
    return Said(text, params)


UNKNOWN_CODE = QT_TRANSLATE_NOOP(
    "cashier", "Nothing is known under {code}. Del removes the row, F2 finds the item by name."
)
UNREADABLE_SCAN = QT_TRANSLATE_NOOP("cashier", "This scan could not be read. Please scan again.")
FINISH_PAYING = QT_TRANSLATE_NOOP("cashier", "{code} was not taken. Finish paying first, or press Esc to add goods.")
FINISH_TASK = QT_TRANSLATE_NOOP("cashier", "{code} was not taken. Finish this first, or press Esc, then scan again.")
NO_LINE = QT_TRANSLATE_NOOP("cashier", "Choose a line first: ↑ ↓ or tap it.")
NO_QUICK_KEYS = QT_TRANSLATE_NOOP("cashier", "No quick keys yet. The owner sets them up in the back office (Ctrl+B).")
NOTHING_HELD = QT_TRANSLATE_NOOP("cashier", "No basket is on hold.")
HELD = QT_TRANSLATE_NOOP("cashier", "The basket is on hold. F5 brings it back.")
RECALLED = QT_TRANSLATE_NOOP("cashier", "The basket is back.")
RECOVERED = QT_TRANSLATE_NOOP(
    "cashier", "The till had stopped. The open basket was kept; please compare it with the goods."
)
BAD_QUANTITY = QT_TRANSLATE_NOOP("cashier", "{typed} is not a quantity.")
ENROLLED = QT_TRANSLATE_NOOP("cashier", "Enrolled. This sale already earns points.")
REPRINTED = QT_TRANSLATE_NOOP("cashier", "The receipt is being printed again, marked COPY.")
DRAWER_OPENED = QT_TRANSLATE_NOOP("cashier", "The drawer was opened without a sale. This was noted.")
CASH_MOVED = QT_TRANSLATE_NOOP("cashier", "{amount} noted: {reason}")
PIN_CHANGED = QT_TRANSLATE_NOOP("cashier", "Your PIN was changed.")
PIN_DIFFERS = QT_TRANSLATE_NOOP("cashier", "The two new PINs differ. Type them again.")
PIN_SHORT = QT_TRANSLATE_NOOP("cashier", "A PIN has {count} digits.")
REASON_MISSING = QT_TRANSLATE_NOOP("cashier", "Please type a reason; it stands in the report.")
AMOUNT_MISSING = QT_TRANSLATE_NOOP("cashier", "Please type an amount.")
WEIGHT_MISSING = QT_TRANSLATE_NOOP("cashier", "Please type the weight in kilograms, as 0.735.")
PRINTER_OFF = QT_TRANSLATE_NOOP("cashier", "The printer is not connected. The receipt is saved; F10 prints it later.")
UNSURE_PRINT = QT_TRANSLATE_NOOP(
    "cashier", "Nobody knows whether {number} was printed. The sale is safe; F10 asks about the paper."
)
PRINT_SETTLED = QT_TRANSLATE_NOOP("cashier", "Thank you, that is noted.")
PRINT_AGAIN = QT_TRANSLATE_NOOP("cashier", "{number} is being printed again.")
CHANGE_IS_LARGE = QT_TRANSLATE_NOOP(
    "cashier", "{change} change is more than the largest note. Enter again if {given} is right."
)
SHIFT_NEEDED = QT_TRANSLATE_NOOP("cashier", "Open the shift first.")
NO_SUCH_MEMBER = QT_TRANSLATE_NOOP("cashier", "Nobody found. A whole phone number can be enrolled.")
NOT_ALLOWED_NOW = QT_TRANSLATE_NOOP("cashier", "The basket still holds goods. Pay, hold or remove them first.")
