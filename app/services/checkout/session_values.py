"""What the sale screen is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.services.checkout.values import PostedSale, RefundableSale
from app.services.pricing.engine import PricedBasket
from app.values.ids import Id
from app.values.quantity import Quantity


class ScanKind(StrEnum):
    """What a code turned out to be."""

    ITEM = "item"
    MEMBER = "member"
    UNKNOWN = "unknown"
    NEEDS_PRICE = "needs_price"
    NEEDS_WEIGHT = "needs_weight"
    RECEIPT = "receipt"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class MemberPanel:
    """What the sale screen shows of the member.

    Attributes:
        points_this_sale: What the basket as it stands would earn.
    """

    member_id: Id
    name: str
    address_form: str
    phone_masked: str
    number: str
    points_balance: int
    points_this_sale: int


@dataclass(frozen=True, slots=True)
class SaleView:
    """Everything the sale screen shows; a new one after every action.

    Attributes:
        pending_quantity: Typed before a scan (`6*`).
        recovered: The basket came back after the till had stopped.
    """

    priced: PricedBasket
    member: MemberPanel | None
    held_count: int
    last: PostedSale | None
    pending_quantity: Quantity | None
    can_undo: bool
    recovered: bool


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a scan did.

    Attributes:
        line_id: The line it touched; 0 for none.
        receipt: A sale of ours whose code was scanned, offered for a refund.
    """

    kind: ScanKind
    view: SaleView
    code: str
    line_id: int = 0
    receipt: RefundableSale | None = None
