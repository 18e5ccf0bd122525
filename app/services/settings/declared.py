"""The settings there are. A new one needs a plain label, a translation and a test."""

from __future__ import annotations

import functools
from pathlib import PurePosixPath, PureWindowsPath
from zoneinfo import available_timezones

from app.services.devices.addresses import is_address
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
    QT_TRANSLATE_NOOP(
        "settings", "Receipt printer: empty, tcp:HOST:PORT, usb:, serial:, cups:, windows:, device: or file:FOLDER"
    ),
    check=is_address,
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
LABEL_PRINTER = Setting(
    "label_printer.address",
    "",
    QT_TRANSLATE_NOOP("settings", "Label printer (TSPL): an address as of the receipt printer, or empty"),
    check=is_address,
)
LABEL_ANSWERS = Setting(
    "label_printer.answers_status",
    False,
    QT_TRANSLATE_NOOP("settings", "The label printer answers questions about its state"),
)
LABEL_SIZE = Setting(
    "label_printer.size",
    "40x30",
    QT_TRANSLATE_NOOP("settings", "Size of one label in mm: width x height"),
    ("40x30", "50x30", "60x30", "60x40", "70x38", "80x40", "80x50"),
)
LABEL_DPI = Setting(
    "label_printer.dots_per_inch",
    203,
    QT_TRANSLATE_NOOP("settings", "Dots per inch of the label printer"),
    (203, 300),
)
LABEL_GAP = Setting(
    "label_printer.gap_mm",
    2,
    QT_TRANSLATE_NOOP("settings", "Gap between two labels on the roll in mm (0: paper without gaps)"),
    least=0,
    most=10,
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
UI_THEME = Setting(
    "ui.theme", "light", QT_TRANSLATE_NOOP("settings", "Colours of the screens"), ("light", "dark", "system")
)
UI_SCALE = Setting(
    "ui.scale_percent",
    100,
    QT_TRANSLATE_NOOP("settings", "Size of words on the screens, in percent"),
    (100, 110, 125, 150),
)
BACKUP_FOLDER = Setting(
    "backup.folder",
    "",
    QT_TRANSLATE_NOOP("settings", "Folder for backups: a stick, a share; empty: beside the data, on the same disk"),
    check=lambda text: text == "" or PurePosixPath(text).is_absolute() or PureWindowsPath(text).is_absolute(),
)
BACKUP_EVERY_HOURS = Setting(
    "backup.every_hours",
    4,
    QT_TRANSLATE_NOOP("settings", "Hours between backups; one is also made at the close of a shift"),
    least=1,
    most=24,
)
BACKUP_WARN_AFTER_HOURS = Setting(
    "backup.warn_after_hours",
    26,
    QT_TRANSLATE_NOOP("settings", "Warn when the last good backup is older than (hours)"),
    least=1,
    most=720,
)
BACKUP_KEEP_LAST = Setting(
    "backup.keep_last",
    12,
    QT_TRANSLATE_NOOP("settings", "Newest backups to keep, beside daily, weekly and monthly ones"),
    least=1,
    most=200,
)
SET_UP_DONE = Setting(
    "setup.done",
    "",
    QT_TRANSLATE_NOOP("settings", "Steps of the set-up that the owner called settled"),
    check=lambda text: len(text) <= 100 and text.replace(",", "").replace("_", "").isalnum() if text else True,
)
