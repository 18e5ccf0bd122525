"""What is looked for in the list of sales."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.values.ids import Id
from app.values.money import Money


class KindFilter(StrEnum):
    """Which of sales and refunds are meant."""

    ALL = "all"
    SALE = "sale"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class SaleFilter:
    """What is looked for; everything given must hold.

    Attributes:
        text: A receipt's number or its end, a member's name, phone end or card, an article's name or code, or an
            amount; what fits any of these is found. Any text is safe.
        from_date: The first business date.
        until_date: The last one, itself included.
        member: Also finds what was sold to files that were merged into this one.
        least, most: Bounds of the total, without its sign.
        staff: Who posted it.
    """

    text: str = ""
    from_date: date | None = None
    until_date: date | None = None
    member: Id | None = None
    product: Id | None = None
    least: Money | None = None
    most: Money | None = None
    staff: Id | None = None
    kind: KindFilter = KindFilter.ALL
    shift: Id | None = None
    till: Id | None = None
