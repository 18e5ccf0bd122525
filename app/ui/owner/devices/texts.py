"""Words of the devices page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.devices.discover import FoundDevice, kind_words
from app.services.devices.protocols import PrinterLook, PrinterState, problem_words, state_words
from app.ui.kit.fields import Choice
from app.values.barcode import ScaleRule, has_check_digit, read_scale_label
from app.values.errors import QT_TRANSLATE_NOOP

TEST_PAGE_SENT = QT_TRANSLATE_NOOP(
    "office", "The test page is on its way. Look at the paper, then say which half reads well."
)
DRAWER_SENT = QT_TRANSLATE_NOOP("office", "The drawer should open now. It is noted as opened without a sale.")
LABEL_SENT = QT_TRANSLATE_NOOP("office", "The label printer took the label.")
CHOSEN_RECEIPT = QT_TRANSLATE_NOOP("office", "{name} is the receipt printer now. Print a test page.")
CHOSEN_LABEL = QT_TRANSLATE_NOOP("office", "{name} is the label printer now. Print a test label.")
SAVED = QT_TRANSLATE_NOOP("office", "Saved. It holds from the next paper on.")
READS_WELL = QT_TRANSLATE_NOOP("office", "Saved. Receipts are printed like that half from now on.")
NONE_SET_UP = QT_TRANSLATE_NOOP("office", "None is set up")
LOOKING = QT_TRANSLATE_NOOP("office", "Asking ...")
NO_ADDRESS = QT_TRANSLATE_NOOP("office", "nothing to choose: it types its codes as a keyboard does")
CAN_BE_USED = QT_TRANSLATE_NOOP("office", "can be used")
FOUND_NONE = QT_TRANSLATE_NOOP("office", "Nothing was found. A printer on the network is looked for by its own button.")
NOTHING_CHOSEN = QT_TRANSLATE_NOOP("office", "Choose a device in the list to see whether it can be used.")
_NO_CODE = QT_TRANSLATE_NOOP("office", "a code of {count} characters (Code 128 or another kind)")
_WRONG_DIGIT = QT_TRANSLATE_NOOP("office", "{count} digits, but the check digit is wrong")
_SCALE = QT_TRANSLATE_NOOP("office", "a label of the scale, article {plu}")
_NARROW, _WIDE = QT_TRANSLATE_NOOP("office", "58 mm"), QT_TRANSLATE_NOOP("office", "80 mm")
_OWN_LETTERS = QT_TRANSLATE_NOOP("office", "The printer's own letters (upper half)")
_DRAWN = QT_TRANSLATE_NOOP("office", "Drawn by Shuke (lower half)")
_GTIN = {8: "EAN-8", 12: "UPC-A", 13: "EAN-13", 14: "GTIN-14"}


def office(text: str) -> str:
    """A marked text of the office in the language in use."""
    return QCoreApplication.translate("office", text)


def device(text: str) -> str:
    """A marked text of the devices in the language in use."""
    return QCoreApplication.translate("devices", text)


def kind_of(found: FoundDevice) -> str:
    """What a device seems to be."""
    return device(kind_words(found.kind))


def usable(found: FoundDevice) -> str:
    """Whether it can be used, or why not, in a few words."""
    return office(CAN_BE_USED) if found.problem is None else device(problem_words(found.problem))


def whole_state(found: FoundDevice) -> str:
    """The same, and what is special about scanners."""
    return usable(found) if found.address else office(NO_ADDRESS)


def look_words(look: PrinterLook | None) -> str:
    """What a look at a printer brought; None: there is no printer."""
    if look is None:
        return office(NONE_SET_UP)
    return device(problem_words(look.problem) if look.problem is not None else state_words(look.state))


def look_tone(look: PrinterLook | None) -> str:
    """The role of the words: `good`, `problem` or `muted`."""
    if look is None or look == PrinterLook(PrinterState.UNKNOWN):
        return "muted"
    return "good" if look.problem is None and look.state.can_print else "problem"


def code_kind(code: str, rule: ScaleRule) -> str:
    """What kind of code a scan is."""
    if (label := read_scale_label(code, rule)) is not None:
        return office(_SCALE).format(plu=label.plu)
    if code.isascii() and code.isdigit() and len(code) in _GTIN:
        right = has_check_digit(code)
        return _GTIN[len(code)] if right else office(_WRONG_DIGIT).format(count=len(code))
    return office(_NO_CODE).format(count=len(code))


def paper_widths() -> tuple[Choice, ...]:
    """Widths of paper, by characters on a line."""
    return Choice(32, office(_NARROW)), Choice(48, office(_WIDE))


def text_modes() -> tuple[Choice, ...]:
    """How Chinese reaches the paper, named by the halves of the test page."""
    return Choice("gb18030", office(_OWN_LETTERS)), Choice("raster", office(_DRAWN))
