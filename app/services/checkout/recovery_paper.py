"""An owner's recovery code on receipt paper: sent past the spool, so that nothing of it stays in the data file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.checkout import shop_rules
from app.services.checkout.paper import paper_language, shop_header, sign_of
from app.services.checkout.printer import printer_of
from app.services.common.store import Store
from app.services.devices.connect import connect_printer, profile_for
from app.services.devices.discover import DeviceKind, find_devices
from app.services.devices.protocols import Printer, SendOutcome, problem_error
from app.services.receipts.compose import head, local_time
from app.services.receipts.data import Currency, ShopHeader
from app.services.receipts.parts import Align, Columns, Cut, Feed, Meta, Part, Receipt, ReceiptKind, Rule, Size, Text
from app.services.receipts.words import Language, words_for
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.services.staff.founding import this_till
from app.values.errors import QT_TRANSLATE_NOOP, DeviceError

WIDEST_COLUMNS = 48


class NoPrinterFound(DeviceError):
    """Nothing to print the code on."""

    text = QT_TRANSLATE_NOOP(
        "errors", "No receipt printer was found. Nothing is lost: please write the code down by hand."
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What only this paper says."""

    title: str
    person: str
    how: str
    advice: str


_WORDS: dict[Language, _Words] = {
    "zh": _Words(
        title="密码恢复码",
        person="店主",
        how="忘记密码时，在登录页面点“忘记密码”，按组输入此码，即可设置新密码。此码只能使用一次。",
        advice="请锁好这张纸，不要放在收银台：拿到它的人可以进入后台。",
    ),
    "en": _Words(
        title="PIN RECOVERY CODE",
        person="Owner",
        how="When the PIN is forgotten: press PIN forgotten on the sign-in page and type this code group by group. "
        "It works once.",
        advice="Lock this paper away, not at the till: whoever holds it can enter the back office.",
    ),
}


@dataclass(frozen=True, slots=True)
class RecoveryPaper:
    """What stands on it."""

    code: str
    person: str
    language: Language


def compose_recovery_paper(paper: RecoveryPaper, shop: ShopHeader, printed_at: datetime | None) -> Receipt:
    """The code in numbered groups. `printed_at` is local time; None before there is a shop with a zone."""
    words, common = _WORDS[paper.language], words_for(paper.language)
    moment = local_time(printed_at) if printed_at else ""
    parts: list[Part] = [
        *head(shop, common),
        Text(words.title, Align.CENTER, bold=True, size=Size.DOUBLE),
        Rule(heavy=True),
        Columns(words.person, paper.person),
        *((Columns(common.time, moment),) if moment else ()),
        Rule(),
        *(Columns(f"{number}.", group, bold=True) for number, group in enumerate(paper.code.split(), 1)),
        Rule(),
        Text(words.how),
        Text(words.advice, bold=True),
        Feed(2),
        Cut(),
    ]
    return Receipt(ReceiptKind.SLIP, tuple(parts), Meta("", moment, paper.language))


def print_recovery_code(store: Store, code: str, person: str) -> None:
    """Print on the shop's printer. It holds the printer for a moment: call it off the screen's thread.

    Raises:
        NoPrinterFound, PrinterAddressWrong, DeviceError: nothing was printed.
    """
    with store.read() as read:
        till = this_till(read)
        settings = load_settings(read, scope=till.till_id.hex())
        rules = shop_rules.sale_rules(settings)
        shop = shop_header(read, till.shop_id, rules)
        printed_at = read.now.astimezone(rules.zone)
    paper = RecoveryPaper(code, person, paper_language(rules))
    _send(printer_of(settings) or plugged_in_printer(), compose_recovery_paper(paper, shop, printed_at))


def print_first_code(shop_name: str, paper: RecoveryPaper) -> None:
    """Print for a shop that is not founded yet, on whatever receipt printer is plugged in.

    Raises:
        NoPrinterFound, DeviceError: nothing was printed.
    """
    currency = Currency(sign_of(declared.CURRENCY.default), declared.CURRENCY_EXPONENT.default)
    shop = ShopHeader(shop_name, "", "", "", (), currency)
    _send(plugged_in_printer(), compose_recovery_paper(paper, shop, None))


def plugged_in_printer() -> Printer | None:
    """The first receipt printer that can be used; it gets pictures, which every printer takes."""
    kinds = (DeviceKind.RECEIPT_PRINTER,)
    found = next((device for device in find_devices() if device.kind in kinds and device.can_open), None)
    return connect_printer(found.address, profile_for(WIDEST_COLUMNS, "raster")) if found else None


def _send(printer: Printer | None, paper: Receipt) -> None:
    if printer is None:
        raise NoPrinterFound()
    from app.services.receipts.escpos import render  # not before the first window

    result = printer.send(render(paper, printer.profile))
    if result.outcome is SendOutcome.NOTHING_SENT and result.problem is not None:
        raise problem_error(result.problem)
