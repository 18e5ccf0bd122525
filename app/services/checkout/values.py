"""What goes into posting and what comes out, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.services.checkout.refund_ways import Way
from app.services.payments.plan import CashRule, Tender, TenderKind
from app.services.pricing.engine import PricedBasket
from app.values.ids import Id, new_id
from app.values.money import ZERO, Money
from app.values.quantity import Quantity

CHINA = ZoneInfo("Asia/Shanghai")
EXACT_CASH = CashRule()
ONE_YUAN, HUNDRED_YUAN = Money(100), Money(10_000)


class SaleKind(StrEnum):
    """Goods out, or goods back."""

    SALE = "sale"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class SaleRules:
    """The shop's choices that a posting needs, read once for the action.

    Attributes:
        points_per_step: Points for every `points_step` of what was paid.
        points_valid_days: Days until a lot expires; 0 never.
        refund_limit: What a cashier may give back alone.
        pulse_drawer: A drawer hangs on the printer.
    """

    zone: ZoneInfo = CHINA
    currency: str = "CNY"
    exponent: int = 2
    cash: CashRule = EXACT_CASH
    points_per_step: int = 1
    points_step: Money = ONE_YUAN
    points_valid_days: int = 0
    refund_limit: Money = HUNDRED_YUAN
    receipt_language: str = "zh"
    receipt_footer: str = ""
    pulse_drawer: bool = True


@dataclass(frozen=True, slots=True)
class SaleDraft:
    """A paid basket: all checks stand before this value, all writes after it."""

    priced: PricedBasket
    tenders: tuple[Tender, ...]
    rules: SaleRules


@dataclass(frozen=True, slots=True)
class RefundPart:
    """How much of a line comes back."""

    line_id: Id
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class RefundDraft:
    """What comes back of a sale, and how it is paid back.

    Attributes:
        tender: None gives back the way it was paid; an electronic way goes before the others; cash pays all of it.
    """

    basket_key: Id
    sale_id: Id
    parts: tuple[RefundPart, ...]
    rules: SaleRules
    tender: TenderKind | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class PostedDiscount:
    """What was taken off a line; negative on a refund."""

    rule: str
    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PostedLine:
    """A line as it was stored; amounts of a refund are negative."""

    line_id: Id
    line_no: int
    name: str
    spec: str
    unit_name: str
    by_weight: bool
    quantity: Quantity
    list_price: Money
    unit_price: Money
    gross: Money
    discounts: tuple[PostedDiscount, ...]
    net: Money
    points: int


@dataclass(frozen=True, slots=True)
class PostedTax:
    """The tax of one class as stated on the receipt."""

    name: str
    rate_bp: int
    inclusive: bool
    base: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class PostedSale:
    """A sale or refund as it lies on the disk.

    Attributes:
        total: To pay before cash rounding; negative on a refund.
        rounding: Settled by rounding; above zero in the customer's favour on a sale.
        points: Earned, or taken back (negative).
        points_balance: The account after this sale; None without a member.
        repeated: This very basket had been posted before; nothing was written now.
    """

    sale_id: Id
    kind: SaleKind
    number: str
    at: datetime
    business_date: date
    till_code: str
    cashier: str
    lines: tuple[PostedLine, ...]
    taxes: tuple[PostedTax, ...]
    tenders: tuple[Tender, ...]
    gross: Money
    discount: Money
    total: Money
    rounding: Money
    given: Money
    change: Money
    item_count: int
    member_id: Id | None = None
    points: int = 0
    points_balance: int | None = None
    original_number: str = ""
    repeated: bool = False

    @property
    def saved(self) -> Money:
        """Less than the shelf prices."""
        return self.discount


@dataclass(frozen=True, slots=True)
class RefundableLine:
    """A line of a sale and what of it can still come back.

    Attributes:
        left: Not refunded yet.
        worth: What the rest gives back.
    """

    line_id: Id
    name: str
    spec: str
    by_weight: bool
    sold: Quantity
    left: Quantity
    unit_price: Money
    worth: Money


@dataclass(frozen=True, slots=True)
class RefundableSale:
    """A sale opened for a refund.

    Attributes:
        paid_with: Ways by which something can still go back.
        refund_key: Becomes the unique key of the refund, so that a second press gives the same one.
    """

    sale_id: Id
    number: str
    at: datetime
    total: Money
    member_id: Id | None
    lines: tuple[RefundableLine, ...]
    paid_with: tuple[TenderKind, ...] = ()
    refund_key: Id = field(default_factory=new_id)

    @property
    def whole(self) -> tuple[RefundPart, ...]:
        """Everything that is left."""
        return tuple(RefundPart(line.line_id, line.left) for line in self.lines if line.left)


@dataclass(frozen=True, slots=True)
class RefundQuote:
    """What a refund would give back; all amounts positive.

    Attributes:
        ways: What is handed out, way by way; less or more than the total where cash is rounded.
        points: Points taken back.
    """

    total: Money
    ways: tuple[Way, ...]
    points: int
    parts: tuple[RefundPart, ...] = field(default=())

    @property
    def payout(self) -> Money:
        """What is handed out in all."""
        return Money.total(way.amount for way in self.ways)


NOTHING = RefundQuote(ZERO, (), 0)
