"""The settings there are. A new one needs a plain label, a translation and a test."""

from __future__ import annotations

import functools
from zoneinfo import available_timezones

from app.services.settings.registry import Setting
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.rounding import CashRounding


@functools.cache
def _is_zone(name: str) -> bool:
    return name in available_timezones()


def _is_note_list(text: str) -> bool:
    parts = [part.strip() for part in text.split(",")]
    return all(part.isdecimal() and part.isascii() and len(part) < 8 for part in parts)


def _is_flag_list(text: str) -> bool:
    return all(len(flag) == 2 and flag.isascii() and flag.isdigit() for flag in text.split(",")) if text else True


LANGUAGE = Setting("shop.language", "zh", QT_TRANSLATE_NOOP("settings", "Language of the till"), ("zh", "en"))
RECEIPT_LANGUAGE = Setting(
    "receipt.language", "zh", QT_TRANSLATE_NOOP("settings", "Language of receipts"), ("zh", "en")
)
ZONE = Setting("shop.zone", "Asia/Shanghai", QT_TRANSLATE_NOOP("settings", "Time zone"), check=_is_zone)
DAY_END_HOUR = Setting(
    "shop.day_end_hour",
    4,
    QT_TRANSLATE_NOOP("settings", "Hour at which the business day ends"),
    least=0,
    most=12,
)
CURRENCY = Setting(
    "shop.currency",
    "CNY",
    QT_TRANSLATE_NOOP("settings", "Currency (ISO code)"),
    check=lambda text: len(text) == 3 and text.isascii() and text.isupper(),
    locks_after_sale=True,
)
CURRENCY_EXPONENT = Setting(
    "shop.currency_exponent",
    2,
    QT_TRANSLATE_NOOP("settings", "Decimals of the currency"),
    least=0,
    most=3,
    locks_after_sale=True,
)
COUNTRY = Setting(
    "shop.country",
    "CN",
    QT_TRANSLATE_NOOP("settings", "Country of phone numbers"),
    check=lambda text: len(text) == 2 and text.isascii() and text.isupper(),
)
RECEIPT_FOOTER = Setting("receipt.footer", "", QT_TRANSLATE_NOOP("settings", "Words at the foot of the receipt"))
PAPER_COLUMNS = Setting(
    "printer.columns",
    48,
    QT_TRANSLATE_NOOP("settings", "Paper width in columns (58 mm: 32, 80 mm: 48)"),
    (32, 48),
)
PRINTER = Setting(
    "printer.address",
    "",
    QT_TRANSLATE_NOOP("settings", "Printer: empty, file:FOLDER or tcp:HOST:PORT"),
    check=lambda text: text == "" or text.startswith(("file:", "tcp:")),
)
PRINTER_TEXT = Setting(
    "printer.text_mode",
    "gb18030",
    QT_TRANSLATE_NOOP("settings", "How the printer gets Chinese"),
    ("gb18030", "raster"),
)
PRINTER_ANSWERS = Setting(
    "printer.answers_status",
    False,
    QT_TRANSLATE_NOOP("settings", "The printer answers questions about its state"),
)
DRAWER = Setting("drawer.connected", True, QT_TRANSLATE_NOOP("settings", "A cash drawer hangs on the printer"))
CASH_STEP = Setting(
    "cash.round_to_minor",
    1,
    QT_TRANSLATE_NOOP("settings", "Round cash totals to (smallest units)"),
    least=1,
    most=100,
)
CASH_ROUNDING = Setting(
    "cash.rounding",
    CashRounding.NEAREST.value,
    QT_TRANSLATE_NOOP("settings", "Cash rounding: nearest, down or up"),
    tuple(mode.value for mode in CashRounding),
)
LARGEST_NOTE = Setting(
    "cash.largest_note_minor",
    10_000,
    QT_TRANSLATE_NOOP("settings", "Largest banknote; more change asks again"),
    least=1,
    most=10_000_000,
)
QUICK_NOTES = Setting(
    "cash.quick_notes",
    "10,20,50,100",
    QT_TRANSLATE_NOOP("settings", "Banknotes offered when paying"),
    check=_is_note_list,
)
REFUND_LIMIT = Setting(
    "refund.cashier_limit_minor",
    10_000,
    QT_TRANSLATE_NOOP("settings", "Refund a cashier may give alone"),
    least=0,
    most=100_000_000,
)
POINTS_PER_STEP = Setting(
    "points.per_step",
    1,
    QT_TRANSLATE_NOOP("settings", "Points earned for each step of what was paid"),
    least=0,
    most=10_000,
)
POINTS_STEP = Setting(
    "points.step_minor",
    100,
    QT_TRANSLATE_NOOP("settings", "Step of what was paid that earns points"),
    least=1,
    most=1_000_000,
)
POINTS_VALID_DAYS = Setting(
    "points.valid_days",
    0,
    QT_TRANSLATE_NOOP("settings", "Days until points expire (0: never)"),
    least=0,
    most=3650,
)
SCALE_FLAGS = Setting(
    "scale.flags",
    "21,22",
    QT_TRANSLATE_NOOP("settings", "First two digits of scale labels"),
    check=_is_flag_list,
)
SCALE_HOLDS = Setting(
    "scale.holds",
    "amount",
    QT_TRANSLATE_NOOP("settings", "Scale labels hold a weight or an amount"),
    ("weight", "amount"),
)
SCALE_PLU_DIGITS = Setting(
    "scale.plu_digits",
    5,
    QT_TRANSLATE_NOOP("settings", "Digits of the article number on scale labels"),
    least=4,
    most=6,
)
SCALE_VERIFY = Setting(
    "scale.verify_check_digit",
    False,
    QT_TRANSLATE_NOOP("settings", "Scale labels must have a right check digit"),
)
LOCK_ATTEMPTS = Setting(
    "staff.lock_after_attempts",
    5,
    QT_TRANSLATE_NOOP("settings", "Wrong PINs before a pause"),
    least=3,
    most=10,
)
LOCK_SECONDS = Setting(
    "staff.lock_seconds",
    60,
    QT_TRANSLATE_NOOP("settings", "Length of the first pause, in seconds"),
    least=10,
    most=3600,
)
