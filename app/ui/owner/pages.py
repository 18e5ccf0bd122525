"""Every page of the back office. A page is imported and made when it is first opened.

To add one: a function `_make_...` below, and a line in `PAGES`, in the order of the navigation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.services.common.actor import Permission
from app.ui.owner.context import OfficeContext
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP


class Group(StrEnum):
    """Headings of the navigation; marked English source texts (context `office`)."""

    TODAY = QT_TRANSLATE_NOOP("office", "Today")
    SALES = QT_TRANSLATE_NOOP("office", "Sales")
    GOODS = QT_TRANSLATE_NOOP("office", "Goods")
    STOCK = QT_TRANSLATE_NOOP("office", "Stock")
    PEOPLE = QT_TRANSLATE_NOOP("office", "People")
    SHOP = QT_TRANSLATE_NOOP("office", "The shop")


@dataclass(frozen=True, slots=True)
class OfficePage:
    """One entry of the navigation.

    Attributes:
        key: For code: `go("goods", product_id)`.
        title: Marked English source text (context `office`).
        permission: Without it the entry is not shown; the services check again.
    """

    key: str
    title: str
    group: Group
    make: Callable[[OfficeContext], OfficeView]
    permission: Permission = Permission.OPEN_OFFICE


def _make_home(context: OfficeContext) -> OfficeView:
    from app.ui.owner.home.home_page import make_home_page

    return make_home_page(context)


def _make_sales(context: OfficeContext) -> OfficeView:
    from app.ui.owner.sales.sales_page import make_sales_page

    return make_sales_page(context)


def _make_shifts(context: OfficeContext) -> OfficeView:
    from app.ui.owner.shifts.shifts_page import make_shifts_page

    return make_shifts_page(context)


def _make_log(context: OfficeContext) -> OfficeView:
    from app.ui.owner.log.log_page import make_log_page

    return make_log_page(context)


def _make_goods(context: OfficeContext) -> OfficeView:
    from app.ui.owner.goods.goods_page import make_goods_page

    return make_goods_page(context)


def _make_quick_keys(context: OfficeContext) -> OfficeView:
    from app.ui.owner.goods.quick_keys_page import make_quick_keys_page

    return make_quick_keys_page(context)


def _make_receiving(context: OfficeContext) -> OfficeView:
    from app.ui.owner.stock.receiving_page import make_receiving_page

    return make_receiving_page(context)


def _make_stock_count(context: OfficeContext) -> OfficeView:
    from app.ui.owner.stock.count_page import make_count_page

    return make_count_page(context)


def _make_stock_waste(context: OfficeContext) -> OfficeView:
    from app.ui.owner.stock.waste_page import make_waste_page

    return make_waste_page(context)


def _make_on_hand(context: OfficeContext) -> OfficeView:
    from app.ui.owner.stock.on_hand_page import make_on_hand_page

    return make_on_hand_page(context)


def _make_expiring(context: OfficeContext) -> OfficeView:
    from app.ui.owner.stock.expiring_page import make_expiring_page

    return make_expiring_page(context)


def _make_suppliers(context: OfficeContext) -> OfficeView:
    from app.ui.owner.stock.suppliers_page import make_suppliers_page

    return make_suppliers_page(context)


def _make_people(context: OfficeContext) -> OfficeView:
    from app.ui.owner.people.people_page import make_people_page

    return make_people_page(context)


def _make_settings(context: OfficeContext) -> OfficeView:
    from app.ui.owner.settings.settings_page import make_settings_page

    return make_settings_page(context)


def _make_set_up(context: OfficeContext) -> OfficeView:
    from app.ui.owner.set_up.set_up_page import make_set_up_page

    return make_set_up_page(context)


def _make_labels(context: OfficeContext) -> OfficeView:
    from app.ui.owner.labels.labels_page import make_labels_page

    return make_labels_page(context)


def _make_backup(context: OfficeContext) -> OfficeView:
    from app.ui.owner.backup.backup_page import make_backup_page

    return make_backup_page(context)


def _make_devices(context: OfficeContext) -> OfficeView:
    from app.ui.owner.devices.devices_page import make_devices_page

    return make_devices_page(context)


def _make_imports(context: OfficeContext) -> OfficeView:
    from app.ui.owner.imports.imports_page import make_imports_page

    return make_imports_page(context)


GOODS = "goods"
"""The page that a scan leads to when the page in front has no use for it."""

PAGES: tuple[OfficePage, ...] = (
    OfficePage("home", QT_TRANSLATE_NOOP("office", "Home"), Group.TODAY, _make_home),
    OfficePage("sales", QT_TRANSLATE_NOOP("office", "Sales"), Group.SALES, _make_sales),
    OfficePage("shifts", QT_TRANSLATE_NOOP("office", "Shifts"), Group.SALES, _make_shifts),
    OfficePage("log", QT_TRANSLATE_NOOP("office", "Log of actions"), Group.SALES, _make_log),
    OfficePage(GOODS, QT_TRANSLATE_NOOP("office", "Goods list"), Group.GOODS, _make_goods),
    OfficePage("quick_keys", QT_TRANSLATE_NOOP("office", "Quick keys"), Group.GOODS, _make_quick_keys),
    OfficePage("labels", QT_TRANSLATE_NOOP("office", "Labels"), Group.GOODS, _make_labels),
    OfficePage("receiving", QT_TRANSLATE_NOOP("office", "Deliveries"), Group.STOCK, _make_receiving),
    OfficePage("on_hand", QT_TRANSLATE_NOOP("office", "On hand"), Group.STOCK, _make_on_hand),
    OfficePage("expiring", QT_TRANSLATE_NOOP("office", "Expiring"), Group.STOCK, _make_expiring),
    OfficePage("stock_count", QT_TRANSLATE_NOOP("office", "Stock-take"), Group.STOCK, _make_stock_count),
    OfficePage("stock_waste", QT_TRANSLATE_NOOP("office", "Write-offs"), Group.STOCK, _make_stock_waste),
    OfficePage("suppliers", QT_TRANSLATE_NOOP("office", "Suppliers"), Group.STOCK, _make_suppliers),
    OfficePage("people", QT_TRANSLATE_NOOP("office", "Staff"), Group.PEOPLE, _make_people),
    OfficePage("set_up", QT_TRANSLATE_NOOP("office", "Set-up"), Group.SHOP, _make_set_up),
    OfficePage("imports", QT_TRANSLATE_NOOP("office", "Import"), Group.SHOP, _make_imports, Permission.IMPORT),
    OfficePage("backup", QT_TRANSLATE_NOOP("office", "Backup"), Group.SHOP, _make_backup),
    OfficePage("devices", QT_TRANSLATE_NOOP("office", "Devices"), Group.SHOP, _make_devices),
    OfficePage("settings", QT_TRANSLATE_NOOP("office", "Settings"), Group.SHOP, _make_settings),
)
