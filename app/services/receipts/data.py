"""What a paper is composed from: plain values that checkout and shifts fill in.

Amounts of a refund are negative, as they were posted; on paper they appear without the minus, under words
that say so. Discounts are positive amounts taken off (negative on a refund).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.values.money import ZERO, Money
from app.values.quantity import Quantity
from app.values.text import mask_phone


class SaleKind(StrEnum):
    """Whether goods went out or came back."""

    SALE = "sale"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class Currency:
    """How amounts are written."""

    sign: str = "￥"
    exponent: int = 2


@dataclass(frozen=True, slots=True)
class ShopHeader:
    """What stands above and below every paper of this shop."""

    name: str
    address: str = ""
    phone: str = ""
    tax_number: str = ""
    footer: tuple[str, ...] = ()
    currency: Currency = Currency()


@dataclass(frozen=True, slots=True)
class DiscountRow:
    """What was taken off, and why."""

    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One article. `net` is `gross` less the discounts."""

    name: str
    quantity: Quantity
    unit_price: Money
    gross: Money
    net: Money
    unit: str = ""
    discounts: tuple[DiscountRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TenderRow:
    """A way of paying.

    Attributes:
        kind: `cash`, `card`, `wechat`, `alipay`, `stored_value`, `account`, `points`, `coupon`; others
            print as they are.
        amount: What it settled.
        given: What was handed over, for cash.
        change: What went back.
        reference_masked: The end of the card or payment number.
    """

    kind: str
    amount: Money
    given: Money = ZERO
    change: Money = ZERO
    reference_masked: str = ""


@dataclass(frozen=True, slots=True)
class TaxRow:
    """The tax of one class, as stated on the receipt."""

    name: str
    rate_bp: int
    base: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class ReceiptMember:
    """Whose points these are.

    Attributes:
        name: The form of address shown, never the full name where the member did not ask for it.
        phone_masked: A number that is not masked yet is masked here: it cannot reach the paper.
        points: Earned by this sale; negative when a refund takes them back.
        balance: After this sale; negative is owed.
    """

    name: str
    phone_masked: str
    points: int
    balance: int

    def __post_init__(self) -> None:
        if self.phone_masked and "*" not in self.phone_masked:
            object.__setattr__(self, "phone_masked", mask_phone(self.phone_masked))


@dataclass(frozen=True, slots=True)
class ReceiptData:
    """A posted sale or refund as its receipt tells it.

    Attributes:
        number: The receipt's number, as `T1-000123`.
        at_local: When it was posted, aware, in the shop's zone.
        total: To pay, before cash rounding.
        rounding: What cash rounding added (negative: let off).
        saved: What the customer paid less than the list prices.
        item_count: Pieces; a weighed article counts one.
        original_number: For a refund, the receipt it gives back.
        receipt_code: What the barcode carries; empty means the number.
    """

    kind: SaleKind
    number: str
    at_local: datetime
    business_date: date
    cashier: str
    till_code: str
    lines: tuple[ReceiptLine, ...]
    gross: Money
    discount_total: Money
    total: Money
    tenders: tuple[TenderRow, ...]
    rounding: Money = ZERO
    change: Money = ZERO
    taxes: tuple[TaxRow, ...] = ()
    saved: Money = ZERO
    item_count: int = 0
    member: ReceiptMember | None = None
    original_number: str = ""
    receipt_code: str = ""

    def __post_init__(self) -> None:
        if self.at_local.tzinfo is None:
            raise ValueError("the time of a receipt must be aware, in the shop's zone")


@dataclass(frozen=True, slots=True)
class TenderSum:
    """One way of paying over a whole shift."""

    kind: str
    amount: Money
    count: int


@dataclass(frozen=True, slots=True)
class CashMove:
    """Cash put in or taken out, and why."""

    reason: str
    amount: Money


TOP_UP = "top-up"
"""Reason of a liability that paper says in its own words; other reasons print as they are."""


@dataclass(frozen=True, slots=True)
class ZData:
    """A shift as its report tells it; an X report is the same before the close.

    Attributes:
        is_final: Z report; otherwise X.
        counted: None as long as nobody counted (X report).
        net_cash: What sales put into the drawer less what refunds took out.
        over_short: Counted less expected; data, never a block.
        liabilities: Top-ups and gift cards: owed, no turnover.
        points_taken_back: Positive.
        journal_hash: Hexadecimal digits of the journal's last row.
    """

    is_final: bool
    till_code: str
    shift_number: int
    cashier: str
    business_date: date
    opened_at: datetime
    closed_at: datetime | None
    sale_count: int
    refund_count: int
    gross: Money
    discounts: Money
    net: Money
    tenders: tuple[TenderSum, ...]
    opening_float: Money
    net_cash: Money
    expected_cash: Money
    counted: Money | None = None
    over_short: Money = ZERO
    refunds: Money = ZERO
    rounding: Money = ZERO
    taxes: tuple[TaxRow, ...] = ()
    paid_in: tuple[CashMove, ...] = ()
    paid_out: tuple[CashMove, ...] = ()
    no_sale_count: int = 0
    void_count: int = 0
    price_change_count: int = 0
    points_earned: int = 0
    points_taken_back: int = 0
    liabilities: tuple[CashMove, ...] = ()
    first_number: str = ""
    last_number: str = ""
    journal_seq: int = 0
    journal_hash: str = ""


@dataclass(frozen=True, slots=True)
class CashSlipData:
    """Cash put into the drawer or taken out of it; `amount` is positive either way."""

    is_paid_in: bool
    amount: Money
    reason: str
    cashier: str
    till_code: str
    shift_number: int
    at_local: datetime
