"""Who acts, where, with whose leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.values.ids import Id


class Role(StrEnum):
    """What a person is in the shop."""

    CASHIER = "cashier"
    OWNER = "owner"


class Permission(StrEnum):
    """An action that not everybody may do alone."""

    SELL = "sell"
    CHANGE_PRICE = "change_price"
    SET_MISSING_PRICE = "set_missing_price"
    REFUND = "refund"
    REFUND_OVER_LIMIT = "refund_over_limit"
    OPEN_DRAWER = "open_drawer"
    CASH_IN_OUT = "cash_in_out"
    OPEN_SHIFT = "open_shift"
    CLOSE_SHIFT = "close_shift"
    CLOSE_OTHERS_SHIFT = "close_others_shift"
    ENROL_MEMBER = "enrol_member"
    REPRINT = "reprint"
    IMPORT = "import"
    EDIT_CATALOGUE = "edit_catalogue"
    EDIT_SETTINGS = "edit_settings"
    EDIT_STAFF = "edit_staff"
    SEE_REPORTS = "see_reports"
    OPEN_OFFICE = "open_office"
    RECEIVE_GOODS = "receive_goods"
    COUNT_STOCK = "count_stock"
    WRITE_OFF = "write_off"


CASHIER_MAY = frozenset(
    {
        Permission.SELL,
        Permission.REFUND,
        Permission.OPEN_SHIFT,
        Permission.CLOSE_SHIFT,
        Permission.CASH_IN_OUT,
        Permission.ENROL_MEMBER,
        Permission.REPRINT,
        Permission.RECEIVE_GOODS,
        Permission.COUNT_STOCK,
    }
)


AT_TILL = "till"
"""The origin of what a person does at the screen."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One person's leave for one action of another; good only while a `GrantRegister` knows it as outstanding.

    Attributes:
        asked_by: Whose action it is good for, at this till.
        token: What nobody can guess; keeps a grant made by hand from being taken for one that was given.
    """

    permission: Permission
    granted_by: Id
    granted_by_name: str
    asked_by: Id | None
    till_id: Id
    given_at: datetime
    token: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, till and shift behind an action.

    Attributes:
        origin: `till`, `command line`, `print worker`, `simulation`: where the action came from.
    """

    shop_id: Id
    till_id: Id
    till_code: str
    staff_id: Id | None
    staff_name: str
    role: Role
    shift_id: Id | None = None
    origin: str = AT_TILL

    def may(self, permission: Permission) -> bool:
        """Whether the role alone permits it."""
        return self.role is Role.OWNER or permission in CASHIER_MAY
