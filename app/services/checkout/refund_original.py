"""A sale as a refund sees it: what came back before, what comes back now, what that is worth.

Shares telescope: see docs/refunds.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, or_, select

from app.models.sales import Sale, SaleLine, SaleTender
from app.services.checkout.refund_ways import Taken, Takings, Way
from app.services.checkout.values import (
    PostedSale,
    RefundableLine,
    RefundableSale,
    RefundPart,
    RefundQuote,
    SaleKind,
)
from app.services.common.uow import Reader
from app.services.payments.plan import CashRule, TenderKind
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rounding import share_of


class NotRefundable(UserError):
    """A refund cannot itself be refunded."""

    text = QT_TRANSLATE_NOOP("errors", "{number} is a refund. Only a sale can be refunded.")


class NothingLeft(UserError):
    """All of it came back before."""

    text = QT_TRANSLATE_NOOP("errors", "Everything on {number} has already been refunded.")


class TooMuchBack(UserError):
    """More than was bought."""

    text = QT_TRANSLATE_NOOP("errors", "Only {left} of {name} can still be refunded.")


_LINES = select(SaleLine.__table__).where(SaleLine.sale_id == bindparam("sale")).order_by(SaleLine.line_no)
_BACK = (
    select(SaleLine.original_line_id, func.sum(-SaleLine.quantity_milli).label("milli"))
    .join(Sale, Sale.id == SaleLine.sale_id)
    .where(Sale.original_sale_id == bindparam("sale"))
    .group_by(SaleLine.original_line_id)
)
_GIVEN_BACK = select(func.coalesce(func.sum(-Sale.total_minor), 0)).where(Sale.original_sale_id == bindparam("sale"))
_TENDERS = (
    select(SaleTender.kind, SaleTender.sale_id, SaleTender.amount_minor)
    .join(Sale, Sale.id == SaleTender.sale_id)
    .where(or_(Sale.id == bindparam("sale"), Sale.original_sale_id == bindparam("sale")))
    .where(SaleTender.kind != TenderKind.ROUNDING.value)
    .order_by(Sale.original_sale_id.is_not(None), SaleTender.tender_no)
)


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the original with what came back before and what comes back now."""

    row: Any
    before: int
    now: int

    def share(self, whole: int) -> int:
        units = self.row.quantity_milli
        return share_of(whole, self.before + self.now, units) - share_of(whole, self.before, units)

    @property
    def discount(self) -> int:
        """What lies between the shares of gross and net: rounded apart, the three would not add up."""
        return self.share(self.row.gross_minor) - self.share(self.row.net_minor)

    @property
    def total(self) -> int:
        """What this part gives back."""
        on_top = 0 if self.row.tax_inclusive else self.share(self.row.tax_minor)
        return self.share(self.row.net_minor) + on_top


@dataclass(frozen=True, slots=True)
class Original:
    """The sale being refunded, as read inside the action."""

    head: Any
    lines: tuple[Part, ...]
    takings: Takings

    @property
    def total(self) -> Money:
        return Money(sum(part.total for part in self.lines))

    @property
    def net(self) -> Money:
        return Money(sum(part.share(part.row.net_minor) for part in self.lines))

    @property
    def points(self) -> int:
        return sum(part.share(part.row.points) for part in self.lines)

    @property
    def completes(self) -> bool:
        """Nothing is left after this refund."""
        return all(part.before + part.now == part.row.quantity_milli for part in self.lines)

    def ways(self, rule: CashRule, wish: TenderKind | None = None) -> tuple[Way, ...]:
        """What is handed out now, way by way.

        Raises:
            NotPaidThatWay
        """
        return self.takings.ways(self.total, rule, completes=self.completes, wish=wish)


def open_for_refund(read: Reader, posted: PostedSale) -> RefundableSale:
    """A sale with what of each line can still come back.

    Raises:
        NotRefundable, NothingLeft
    """
    if posted.kind is not SaleKind.SALE:
        raise NotRefundable(number=posted.number)
    original = load_original(read, posted.sale_id, None)
    if all(part.now == 0 for part in original.lines):
        raise NothingLeft(number=posted.number)
    lines = tuple(
        RefundableLine(
            line_id=part.row.id,
            name=part.row.name,
            spec=part.row.spec,
            by_weight=part.row.by_weight,
            sold=Quantity(part.row.quantity_milli),
            left=Quantity(part.now),
            unit_price=Money(part.row.unit_price_minor),
            worth=Money(part.total),
        )
        for part in original.lines
    )
    kinds = original.takings.kinds
    return RefundableSale(posted.sale_id, posted.number, posted.at, posted.total, posted.member_id, lines, kinds)


def quote_refund(
    read: Reader, sale_id: Id, parts: tuple[RefundPart, ...], rule: CashRule, wish: TenderKind | None = None
) -> RefundQuote:
    """What a refund of these parts would give back, and which way: as it came, or as `wish` has it.

    Raises:
        NotRefundable, TooMuchBack, NothingLeft, NotPaidThatWay
    """
    original = load_original(read, sale_id, parts)
    return RefundQuote(original.total, original.ways(rule, wish), original.points, parts)


def load_original(read: Reader, sale_id: Id, parts: tuple[RefundPart, ...] | None) -> Original:
    """The original with the parts asked for; None asks for all that is left."""
    wanted = None if parts is None else _by_line(parts)
    head = read.connection.execute(select(Sale.__table__).where(Sale.id == sale_id)).one()
    if head.kind != SaleKind.SALE.value:
        raise NotRefundable(number=head.number)
    back = {row.original_line_id: row.milli for row in read.connection.execute(_BACK, {"sale": sale_id})}
    lines = []
    for row in read.connection.execute(_LINES, {"sale": sale_id}):
        before = back.get(row.id, 0)
        left = row.quantity_milli - before
        now = left if wanted is None else wanted.pop(row.id, 0)
        if now < 0 or now > left or (now % 1000 and not row.by_weight and now != left):
            raise TooMuchBack(left=Quantity(left), name=row.name)
        lines.append(Part(row, before, now))
    if wanted:
        raise NothingLeft(number=head.number)
    if parts is not None and not any(part.now for part in lines):
        raise NothingLeft(number=head.number)
    return Original(head, tuple(lines), _takings(read, sale_id))


def _takings(read: Reader, sale_id: Id) -> Takings:
    took: dict[str, int] = {}
    back: dict[str, int] = {}
    for kind, of_sale, minor in read.connection.execute(_TENDERS, {"sale": sale_id}):
        is_own = of_sale == sale_id
        took[kind] = took.get(kind, 0) + (minor if is_own else 0)
        back[kind] = back.get(kind, 0) - (0 if is_own else minor)
    given_back = read.connection.execute(_GIVEN_BACK, {"sale": sale_id}).scalar_one()
    taken = tuple(Taken(TenderKind(kind), Money(took[kind]), Money(back[kind])) for kind in took)
    return Takings(taken, Money(given_back))


def _by_line(parts: tuple[RefundPart, ...]) -> dict[Id, int]:
    wanted: dict[Id, int] = {}
    for part in parts:
        wanted[part.line_id] = wanted.get(part.line_id, 0) + part.quantity.milli
    return wanted
