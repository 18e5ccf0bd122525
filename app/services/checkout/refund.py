"""Giving back: the exact opposite of what was posted, pro rata, so that any number of parts ends at zero.

For every amount of a line (gross, discount, net, tax, cost, points) a refund takes share(refunded so far + now) minus
share(refunded so far); the differences telescope to the whole. Worked numbers: docs/refunds.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select

from app.models.sales import Sale, SaleDiscount, SaleLine, SaleTax, SaleTender
from app.services.checkout.paper import queue_paper
from app.services.checkout.post import new_head, post_cash, post_stock, post_visit, step
from app.services.checkout.posted import find_by_basket_key, load_sale
from app.services.checkout.rows import Row, Totals, sale_row, stock_moves, tender_rows
from app.services.checkout.values import (
    PostedSale,
    RefundableLine,
    RefundableSale,
    RefundDraft,
    RefundPart,
    RefundQuote,
    SaleKind,
)
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.loyalty.post import TakeBackDraft, balance_of, take_back_points
from app.services.members.visits import VisitNote
from app.services.payments.plan import CashRule, Tender, TenderKind
from app.services.pricing.basket import BasketMember
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.money import ZERO, Money
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


REFUND_STEPS = (
    "refund.number",
    "refund.points",
    "refund.head",
    "refund.lines",
    "refund.tenders",
    "refund.stock",
    "refund.cash",
    "refund.visit",
    "refund.paper",
)

_LINES = select(SaleLine.__table__).where(SaleLine.sale_id == bindparam("sale")).order_by(SaleLine.line_no)
_BACK = (
    select(SaleLine.original_line_id, func.sum(-SaleLine.quantity_milli).label("milli"))
    .join(Sale, Sale.id == SaleLine.sale_id)
    .where(Sale.original_sale_id == bindparam("sale"))
    .group_by(SaleLine.original_line_id)
)
_PAID_BACK = select(func.coalesce(func.sum(-Sale.paid_minor), 0), func.coalesce(func.sum(-Sale.total_minor), 0)).where(
    Sale.original_sale_id == bindparam("sale")
)
_SCALED = ("gross_minor", "discount_minor", "net_minor", "tax_minor", "points")


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of the original with what came back before and what comes back now."""

    row: Any
    before: int
    now: int

    def share(self, whole: int) -> int:
        units = self.row.quantity_milli
        return share_of(whole, self.before + self.now, units) - share_of(whole, self.before, units)

    @property
    def total(self) -> int:
        """What this part gives back."""
        on_top = 0 if self.row.tax_inclusive else self.share(self.row.tax_minor)
        return self.share(self.row.net_minor) + on_top


@dataclass(frozen=True, slots=True)
class _Original:
    """The sale being refunded, as read inside the action."""

    head: Any
    lines: tuple[_Part, ...]
    paid_back: int
    given_back: int

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

    def payout(self, kind: TenderKind, rule: CashRule) -> Money:
        """What is handed out now: in cash rounded, and at the end exactly what had been paid."""
        if self.completes:
            return Money(self.head.paid_minor - self.paid_back)
        if kind is TenderKind.CASH:
            target = rule.rounded(Money(self.given_back) + self.total)
            return max(target - Money(self.paid_back), ZERO)
        return self.total


def open_for_refund(read: Reader, posted: PostedSale) -> RefundableSale:
    """A sale with what of each line can still come back.

    Raises:
        NotRefundable, NothingLeft
    """
    if posted.kind is not SaleKind.SALE:
        raise NotRefundable(number=posted.number)
    original = _load(read, posted.sale_id, None)
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
    kinds = tuple(dict.fromkeys(t.kind for t in posted.tenders if t.kind is not TenderKind.ROUNDING))
    return RefundableSale(posted.sale_id, posted.number, posted.at, posted.total, posted.member_id, lines, kinds)


def quote_refund(read: Reader, sale_id: Id, parts: tuple[RefundPart, ...], rule: CashRule) -> RefundQuote:
    """What a refund of these parts would give back.

    Raises:
        TooMuchBack, NothingLeft
    """
    original = _load(read, sale_id, parts)
    return RefundQuote(original.total, original.payout(TenderKind.CASH, rule), original.points, parts)


def post_refund(uow: UnitOfWork, draft: RefundDraft) -> PostedSale:
    """Give goods and money back. All of it is stored, or none of it; the same key twice is one refund.

    Raises:
        GrantNeeded: not permitted, or over the cashier's limit.
        TooMuchBack, NothingLeft: nothing was written.
    """
    if known := find_by_basket_key(uow, draft.basket_key):
        return known
    require(uow, Permission.REFUND)
    original = _load(uow, draft.sale_id, draft.parts)
    if original.head.kind != SaleKind.SALE.value:
        raise NotRefundable(number=original.head.number)
    if original.total > draft.rules.refund_limit:
        require(uow, Permission.REFUND_OVER_LIMIT)
    refund_id = new_id()
    tenders = _tenders(original, draft)
    with step("refund.number"):
        head = new_head(uow, refund_id, SaleKind.REFUND, draft.basket_key, draft.sale_id)
    with step("refund.points"):
        taken = _take_back(uow, original, refund_id)
    rows = _line_rows(refund_id, original)
    with step("refund.head"):
        uow.add_facts(Sale, [sale_row(uow, head, _own_columns(uow, original, taken), _totals(original), tenders)])
    with step("refund.lines"):
        uow.add_facts(SaleLine, rows)
        uow.add_facts(SaleDiscount, _discount_rows(uow, refund_id, original, rows))
        uow.add_facts(SaleTax, _tax_rows(uow, refund_id, original))
    with step("refund.tenders"):
        uow.add_facts(SaleTender, tender_rows(refund_id, tenders))
    with step("refund.stock"):
        post_stock(uow, refund_id, "refund", stock_moves(rows))
    with step("refund.cash"):
        post_cash(uow, refund_id, "refund", tenders)
    with step("refund.visit"):
        note = VisitNote(original.head.business_date, -1 if original.completes else 0, -original.net.minor)
        post_visit(uow, _member_of(original.head), note)
    audit.record(uow, "refund", subject=("sale", draft.sale_id), amount=original.total)
    posted = load_sale(uow, refund_id)
    with step("refund.paper"):
        queue_paper(uow, posted, draft.rules)
    uow.changed |= {Topic.SALES, Topic.STOCK, Topic.POINTS, Topic.CASH, Topic.PRINTING}
    return posted


def _load(read: Reader, sale_id: Id, parts: tuple[RefundPart, ...] | None) -> _Original:
    """The original with the parts asked for; None asks for all that is left."""
    wanted = None if parts is None else {part.line_id: part.quantity.milli for part in parts}
    head = read.connection.execute(select(Sale.__table__).where(Sale.id == sale_id)).one()
    back = {row.original_line_id: row.milli for row in read.connection.execute(_BACK, {"sale": sale_id})}
    lines = []
    for row in read.connection.execute(_LINES, {"sale": sale_id}):
        before = back.get(row.id, 0)
        left = row.quantity_milli - before
        now = left if wanted is None else wanted.pop(row.id, 0)
        if now < 0 or now > left or (now % 1000 and not row.by_weight and now != left):
            raise TooMuchBack(left=Quantity(left), name=row.name)
        lines.append(_Part(row, before, now))
    if wanted:
        raise NothingLeft(number=head.number)
    if parts is not None and not any(part.now for part in lines):
        raise NothingLeft(number=head.number)
    paid_back, given_back = read.connection.execute(_PAID_BACK, {"sale": sale_id}).one()
    return _Original(head, tuple(lines), int(paid_back), int(given_back))


def _tenders(original: _Original, draft: RefundDraft) -> tuple[Tender, ...]:
    payout = original.payout(draft.tender, draft.rules.cash)
    tenders = []
    if payout:
        tenders.append(Tender(draft.tender, -payout, -payout, reference=draft.reference.strip()[:64]))
    rounding = payout - original.total
    if rounding:
        tenders.append(Tender(TenderKind.ROUNDING, rounding, ZERO))
    return tuple(tenders)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a refund really took back, and what stands on the account then.

    Points that had expired before are not taken a second time, so it may be less than the lines say.
    """

    points: int
    balance: int | None


def _take_back(uow: UnitOfWork, original: _Original, refund_id: Id) -> _Taken:
    account_id = original.head.account_id
    if account_id is None:
        return _Taken(0, None)
    before = balance_of(uow, account_id)
    after = take_back_points(uow, TakeBackDraft(account_id, original.head.id, refund_id, original.points))
    return _Taken(before - after, after)


def _line_rows(refund_id: Id, original: _Original) -> list[Row]:
    rows: list[Row] = []
    for part in original.lines:
        if not part.now:
            continue
        row: Row = {name: part.row._mapping[name] for name in _COPIED}
        row |= {name: -part.share(part.row._mapping[name]) for name in _SCALED}
        cost = part.row.cost_minor
        row |= {
            "id": new_id(),
            "sale_id": refund_id,
            "line_no": len(rows) + 1,
            "original_line_id": part.row.id,
            "quantity_milli": -part.now,
            "cost_minor": None if cost is None else -part.share(cost),
        }
        rows.append(row)
    return rows


_COPIED = [
    "product_id",
    "sale_unit_id",
    "family_id",
    "category_id",
    "code",
    "name",
    "spec",
    "unit_name",
    "by_weight",
    "factor_milli",
    "list_price_minor",
    "unit_price_minor",
    "price_source",
    "tax_class",
    "tax_rate_bp",
    "tax_inclusive",
    "unit_cost_minor",
    "cost_estimated",
]


def _discount_rows(read: Reader, refund_id: Id, original: _Original, rows: list[Row]) -> list[Row]:
    """Each discount given back by the same share; the last one of a line takes what rounding left."""
    by_line = {row["original_line_id"]: row for row in rows}
    found: dict[Id, list[Any]] = {}
    discounts = select(SaleDiscount.__table__).where(SaleDiscount.sale_id == original.head.id).order_by(SaleDiscount.id)
    for discount in read.connection.execute(discounts):
        found.setdefault(discount.sale_line_id, []).append(discount)
    made: list[Row] = []
    for part in original.lines:
        target = by_line.get(part.row.id)
        if target is None:
            continue
        left = target["discount_minor"]
        assert isinstance(left, int)
        for at, discount in enumerate(found.get(part.row.id, ())):
            is_last = at == len(found[part.row.id]) - 1
            amount = left if is_last else -part.share(discount.amount_minor)
            left -= amount
            made.append(
                {
                    "sale_id": refund_id,
                    "sale_line_id": target["id"],
                    "rule_kind": discount.rule_kind,
                    "rule_id": discount.rule_id,
                    "label": discount.label,
                    "amount_minor": amount,
                }
            )
    return made


def _tax_rows(read: Reader, refund_id: Id, original: _Original) -> list[Row]:
    names = select(SaleTax.tax_class, SaleTax.name).where(SaleTax.sale_id == original.head.id)
    name_of = {row.tax_class: row.name for row in read.connection.execute(names)}
    by_class: dict[str, list[_Part]] = {}
    for part in original.lines:
        if part.now:
            by_class.setdefault(part.row.tax_class, []).append(part)
    rows: list[Row] = []
    for tax_class, parts in by_class.items():
        first = parts[0].row
        tax = sum(part.share(part.row.tax_minor) for part in parts)
        net = sum(part.share(part.row.net_minor) for part in parts)
        rows.append(
            {
                "sale_id": refund_id,
                "tax_class": tax_class,
                "name": name_of[tax_class],
                "rate_bp": first.tax_rate_bp,
                "inclusive": first.tax_inclusive,
                "base_minor": -(net - tax if first.tax_inclusive else net),
                "tax_minor": -tax,
            }
        )
    return rows


def _totals(original: _Original) -> Totals:
    def back(column: str) -> Money:
        return Money(-sum(part.share(part.row._mapping[column]) for part in original.lines))

    return Totals(
        gross=back("gross_minor"),
        discount=back("discount_minor"),
        net=back("net_minor"),
        tax=back("tax_minor"),
        total=-original.total,
    )


def _own_columns(uow: UnitOfWork, original: _Original, taken: _Taken) -> Row:
    head = original.head
    return {
        "member_id": head.member_id,
        "household_id": head.household_id,
        "company_id": head.company_id,
        "account_id": head.account_id,
        "card_id": head.card_id,
        "currency": head.currency,
        "exponent": head.exponent,
        "opened_at": uow.now,
        "line_count": sum(1 for part in original.lines if part.now),
        "points_earned": -taken.points,
        "points_balance": taken.balance,
    }


def _member_of(head: Any) -> BasketMember | None:
    if head.member_id is None:
        return None
    return BasketMember(head.member_id, head.account_id, head.household_id, head.company_id, head.card_id)
