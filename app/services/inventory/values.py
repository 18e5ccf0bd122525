"""A document that moves stock: as somebody wants it, and as it was posted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import NONE, Quantity


class DocumentKind(StrEnum):
    """Why stock moves other than by a sale; also the cause in the stock ledger."""

    RECEIPT = "receipt"
    RETURN = "return"
    WASTE = "waste"
    CORRECTION = "correction"
    COUNT = "count"
    OPENING = "opening"


BRINGS_COST = frozenset({DocumentKind.RECEIPT, DocumentKind.OPENING})
"""Goods that come in at a cost of their own and move the average; everything else moves at the average."""
TAKES_OUT = frozenset({DocumentKind.RETURN, DocumentKind.WASTE})
"""Typed as a positive number, posted as a negative one."""


class Reason(StrEnum):
    """Why goods were written off or a figure was corrected; own words may stand behind it."""

    EXPIRED = "expired"
    DAMAGED = "damaged"
    STOLEN = "stolen"
    OWN_USE = "own_use"
    SAMPLE = "sample"
    BOOKED_WRONG = "booked_wrong"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class StockLineDraft:
    """One article of a document.

    Attributes:
        quantity: How many sale units, or of the product's own units where no sale unit is named. Positive, except in
            a correction. Not read in a count.
        amount: What all of it cost; None when nobody knows. Zero is a cost: free goods.
        expires_on: None for what the product's shelf life says, if anything.
        lot_id: The lot that goods go out of, where somebody looked.
        expected: In a count: what should have been there when the line was counted, in own units.
        counted: In a count: what was, in own units.
    """

    product_id: Id
    quantity: Quantity = NONE
    sale_unit_id: Id | None = None
    amount: Money | None = None
    lot_code: str = ""
    expires_on: date | None = None
    lot_id: Id | None = None
    expected: Quantity | None = None
    counted: Quantity | None = None


@dataclass(frozen=True, slots=True)
class StockDraftValue:
    """A document as somebody wants it.

    Attributes:
        document_key: Made when the document is begun; posting it twice is posting it once.
        company_id: The supplier of a receipt or a return.
        note_number: The supplier's own number of the delivery.
        reason: Needed for waste and corrections.
        words: What the reason's own words say; needed where it is `other`.
    """

    document_key: Id
    kind: DocumentKind
    lines: tuple[StockLineDraft, ...]
    company_id: Id | None = None
    note_number: str = ""
    reason: Reason | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class PostedStockLine:
    """One article of a posted document.

    Attributes:
        quantity: What moved, in the product's own unit and with its sign.
        amount: What that cost, with the same sign; None when unknown.
        cost_after: The moving average of one own unit behind this line; None when unknown.
    """

    line_no: int
    product_id: Id
    name: str
    spec: str
    sale_unit_id: Id | None
    quantity: Quantity
    expected: Quantity | None
    counted: Quantity | None
    amount: Money | None
    cost_after: Money | None
    lot_id: Id | None
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class PostedDocument:
    """A document that is in the book.

    Attributes:
        amount: The sum of its lines; None when the cost of one is unknown.
        reason: One of `Reason`; empty where none is needed.
        reverses_id: The document that this one takes back.
        reversed_by: The document that took this one back.
    """

    document_id: Id
    document_key: Id
    kind: DocumentKind
    at: datetime
    business_date: date
    lines: tuple[PostedStockLine, ...]
    amount: Money | None
    company_id: Id | None = None
    company: str = ""
    note_number: str = ""
    reason: str = ""
    words: str = ""
    reverses_id: Id | None = None
    reversed_by: Id | None = None


REASON_END = ": "


def reason_text(reason: Reason | None, words: str) -> str:
    """Both as the one column keeps them: `damaged: fell off the shelf`."""
    if reason is None:
        return words
    return f"{reason.value}{REASON_END}{words}" if words else reason.value


def read_reason(stored: str) -> tuple[str, str]:
    """The reason and its own words again; a text of another origin has words only."""
    head, _, words = stored.partition(REASON_END)
    return (head, words) if head in set(Reason) else ("", stored)
