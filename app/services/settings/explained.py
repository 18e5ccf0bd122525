"""What each setting does and what changing it changes, in one sentence, and how its choices read.

Apart from `declared.py`, because a shop reads these and the program does not. A setting without its sentence fails a
test.
"""

from __future__ import annotations

from app.values.errors import QT_TRANSLATE_NOOP

EXPLAINED: dict[str, str] = {
    "shop.language": QT_TRANSLATE_NOOP(
        "settings", "The language of this till's screens. It changes at once; receipts have a setting of their own."
    ),
    "shop.zone": QT_TRANSLATE_NOOP(
        "settings", "The clock of the shop. Receipts and reports from now on show times of this zone."
    ),
    "shop.day_end_hour": QT_TRANSLATE_NOOP(
        "settings", "Sales before this hour of the night still count to the day before, in every report from now on."
    ),
    "shop.currency": QT_TRANSLATE_NOOP(
        "settings",
        "The money of the shop. It cannot change once something was sold, since all amounts are stored in it.",
    ),
    "shop.currency_exponent": QT_TRANSLATE_NOOP(
        "settings", "How many decimals an amount has. It cannot change once something was sold."
    ),
    "shop.country": QT_TRANSLATE_NOOP(
        "settings", "Phone numbers of members without a country code are read as numbers of this country."
    ),
    "receipt.language": QT_TRANSLATE_NOOP(
        "settings", "The language of every paper for customers, whatever the screens speak."
    ),
    "receipt.footer": QT_TRANSLATE_NOOP(
        "settings",
        "Printed at the end of every receipt, as opening hours or thanks; papers printed before stay as they are.",
    ),
    "printer.columns": QT_TRANSLATE_NOOP(
        "settings", "How wide the paper roll is. The wrong width breaks lines too early or cuts them off."
    ),
    "printer.address": QT_TRANSLATE_NOOP(
        "settings", "Where receipts are printed from the next one on. Empty: sales go on without paper."
    ),
    "printer.text_mode": QT_TRANSLATE_NOOP(
        "settings",
        "Take the way whose block of the test page reads well: the printer's font is faster, drawing always works.",
    ),
    "printer.answers_status": QT_TRANSLATE_NOOP(
        "settings",
        "With yes the till asks the printer for paper and cover before printing; some printers never answer.",
    ),
    "label_printer.address": QT_TRANSLATE_NOOP(
        "settings", "Where labels are printed from the next one on. Empty: labels are only made as sheets (PDF)."
    ),
    "label_printer.answers_status": QT_TRANSLATE_NOOP(
        "settings", "With yes the till asks the label printer for its state first; some never answer."
    ),
    "label_printer.size": QT_TRANSLATE_NOOP(
        "settings", "The size of the labels on the roll. Printing with another size runs over the edge."
    ),
    "label_printer.dots_per_inch": QT_TRANSLATE_NOOP(
        "settings",
        "How fine the label printer prints; it stands on its nameplate. The wrong one makes labels too large.",
    ),
    "label_printer.gap_mm": QT_TRANSLATE_NOOP(
        "settings", "The space between two labels, by which the printer finds where the next one begins."
    ),
    "drawer.connected": QT_TRANSLATE_NOOP(
        "settings", "With yes the drawer opens when cash is taken or given. Without a drawer, choose no."
    ),
    "cash.round_to_minor": QT_TRANSLATE_NOOP(
        "settings", "Cash totals are rounded to this coin from the next sale on; cards and wallets pay the exact sum."
    ),
    "cash.rounding": QT_TRANSLATE_NOOP("settings", "Which way cash totals go when they lie between two coins."),
    "cash.largest_note_minor": QT_TRANSLATE_NOOP(
        "settings", "More change than this note is asked about once more, since it is mostly a slip of the finger."
    ),
    "cash.quick_notes": QT_TRANSLATE_NOOP(
        "settings", "The notes offered as buttons when a customer pays in cash, in whole units with commas between."
    ),
    "refund.cashier_limit_minor": QT_TRANSLATE_NOOP(
        "settings",
        "Up to this sum a cashier gives back alone; above it an owner's PIN is asked. A person can have an own limit.",
    ),
    "points.per_step": QT_TRANSLATE_NOOP(
        "settings",
        "How many points a member earns for each step of what they paid, from the next sale on; 0 gives none.",
    ),
    "points.step_minor": QT_TRANSLATE_NOOP(
        "settings", "The sum that earns points once. A smaller step gives more points, from the next sale on."
    ),
    "points.valid_days": QT_TRANSLATE_NOOP(
        "settings", "How long points earned from now on can be used; those earned before keep their date."
    ),
    "scale.flags": QT_TRANSLATE_NOOP(
        "settings",
        "Barcodes that begin with these digits are read as labels of the scale, with weight or amount inside.",
    ),
    "scale.holds": QT_TRANSLATE_NOOP(
        "settings",
        "What the scale prints into its barcodes. The wrong choice sells at a wrong price: scan one to check.",
    ),
    "scale.plu_digits": QT_TRANSLATE_NOOP(
        "settings",
        "How many digits of a scale's barcode are the article number; it stands in the booklet of the scale.",
    ),
    "scale.verify_check_digit": QT_TRANSLATE_NOOP(
        "settings", "With yes a scale label with a wrong check digit is refused; some scales never print a right one."
    ),
    "staff.lock_after_attempts": QT_TRANSLATE_NOOP(
        "settings", "After so many wrong PINs there is a pause. Fewer is safer, more is kinder to busy fingers."
    ),
    "staff.lock_seconds": QT_TRANSLATE_NOOP(
        "settings",
        "How long the first pause after wrong PINs lasts; each further one is twice as long, at most an hour.",
    ),
    "backup.folder": QT_TRANSLATE_NOOP(
        "settings",
        "Where backups go from the next one on. Another disk, a stick or a share also survives the loss of the PC.",
    ),
    "backup.every_hours": QT_TRANSLATE_NOOP(
        "settings", "How often a backup is made while the till runs: at most so many hours of work can be lost."
    ),
    "backup.warn_after_hours": QT_TRANSLATE_NOOP(
        "settings", "When no backup has succeeded for so long, the till and the owner's home say so."
    ),
    "backup.keep_last": QT_TRANSLATE_NOOP(
        "settings", "How many of the newest backups stay; more need more room in the folder."
    ),
    "ui.theme": QT_TRANSLATE_NOOP("settings", "Light or dark screens, or as the computer has it. It changes at once."),
    "ui.scale_percent": QT_TRANSLATE_NOOP(
        "settings", "Larger words for tired eyes or far screens; lists then show fewer rows. It changes at once."
    ),
    "setup.done": QT_TRANSLATE_NOOP(
        "settings",
        "Which steps of the set-up were called settled. Emptying it shows them as open again; nothing else changes.",
    ),
}
CHOICES: dict[str, dict[object, str]] = {
    "shop.language": {
        "zh": QT_TRANSLATE_NOOP("settings", "Chinese"),
        "en": QT_TRANSLATE_NOOP("settings", "English"),
    },
    "receipt.language": {
        "zh": QT_TRANSLATE_NOOP("settings", "Chinese"),
        "en": QT_TRANSLATE_NOOP("settings", "English"),
    },
    "printer.columns": {
        32: QT_TRANSLATE_NOOP("settings", "58 mm (32 columns)"),
        48: QT_TRANSLATE_NOOP("settings", "80 mm (48 columns)"),
    },
    "printer.text_mode": {
        "gb18030": QT_TRANSLATE_NOOP("settings", "The printer's own font (gb18030)"),
        "raster": QT_TRANSLATE_NOOP("settings", "Drawn as a picture (raster)"),
    },
    "cash.rounding": {
        "nearest": QT_TRANSLATE_NOOP("settings", "To the nearest"),
        "down": QT_TRANSLATE_NOOP("settings", "Down"),
        "up": QT_TRANSLATE_NOOP("settings", "Up"),
    },
    "scale.holds": {
        "weight": QT_TRANSLATE_NOOP("settings", "The weight"),
        "amount": QT_TRANSLATE_NOOP("settings", "The amount"),
    },
    "ui.theme": {
        "light": QT_TRANSLATE_NOOP("settings", "Light"),
        "dark": QT_TRANSLATE_NOOP("settings", "Dark"),
        "system": QT_TRANSLATE_NOOP("settings", "As the computer has it"),
    },
}
"""How choices read; those that are missing are figures and read as they are."""
UNITS = {
    "days": QT_TRANSLATE_NOOP("settings", "days"),
    "hours": QT_TRANSLATE_NOOP("settings", "hours"),
    "seconds": QT_TRANSLATE_NOOP("settings", "seconds"),
    "percent": QT_TRANSLATE_NOOP("settings", "%"),
    "mm": QT_TRANSLATE_NOOP("settings", "mm"),
    "hour": QT_TRANSLATE_NOOP("settings", "o'clock"),
    "digits": QT_TRANSLATE_NOOP("settings", "digits"),
    "size": QT_TRANSLATE_NOOP("settings", "mm"),
}
"""By the last word of a key: what a number counts."""


def explanation(key: str) -> str:
    """The marked sentence about a setting; empty where nobody wrote one yet."""
    return EXPLAINED.get(key, "")


def is_money(key: str) -> bool:
    """Whether the number counts the smallest units of the currency."""
    return key.endswith("_minor")


def unit_of(key: str) -> str:
    """The marked unit of a number; empty for a bare one."""
    return UNITS.get(key.rpartition(".")[2].rpartition("_")[2], "")
