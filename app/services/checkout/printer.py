"""The printers that the settings name, and the jobs by which a shop tries them."""

from __future__ import annotations

from app.services.checkout import shop_rules
from app.services.checkout.paper import paper_language, shop_header, sign_of
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.devices.connect import connect_printer, profile_for
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import Printer
from app.services.labels.values import MoneyStyle
from app.services.receipts import queue
from app.services.receipts.compose import compose_test_page
from app.services.settings import declared
from app.services.settings.service import Settings, load_settings
from app.values.ids import Id


def printer_profile(settings: Settings) -> PrinterProfile:
    """Paper width and way of printing Chinese, as chosen."""
    return profile_for(
        settings.get(declared.PAPER_COLUMNS),
        settings.get(declared.PRINTER_TEXT),
        answers_status=settings.get(declared.PRINTER_ANSWERS),
    )


def printer_of(settings: Settings) -> Printer | None:
    """The receipt printer of this till; None when none is set up.

    Raises:
        PrinterAddressWrong
    """
    return connect_printer(settings.get(declared.PRINTER), printer_profile(settings))


def label_money(settings: Settings) -> MoneyStyle:
    """How amounts stand on this shop's labels."""
    return MoneyStyle(sign_of(settings.get(declared.CURRENCY)), settings.get(declared.CURRENCY_EXPONENT))


def queue_test_page(uow: UnitOfWork) -> Id:
    """A page with text and bars of both kinds and a ruler, so that the shop can choose; a job of its own kind.

    Raises:
        GrantNeeded
    """
    require(uow, Permission.SELL)
    settings = load_settings(uow, scope=uow.actor.till_id.hex())
    rules = shop_rules.sale_rules(settings)
    header = shop_header(uow, uow.actor.shop_id, rules)
    page = compose_test_page(header, printer_profile(settings), language=paper_language(rules))
    uow.changed.add(Topic.PRINTING)
    return queue.enqueue_paper(uow, page)


def queue_drawer_test(uow: UnitOfWork) -> Id:
    """Open the drawer to see whether its cable sits right; counted like every opening without a sale.

    Raises:
        GrantNeeded
    """
    require(uow, Permission.OPEN_DRAWER)
    audit.record(uow, "no_sale", detail={"test": True})
    uow.changed.add(Topic.PRINTING)
    return queue.enqueue_drawer(uow)
