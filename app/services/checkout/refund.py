"""Giving back: the exact opposite of what was posted, pro rata, so that any number of parts ends at zero.

For every amount of a line (gross, net, tax, cost, points) a refund takes share(refunded so far + now) minus
share(refunded so far); the differences telescope to the whole. Worked numbers: docs/refunds.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.models.sales import Sale, SaleDiscount, SaleLine, SaleTax, SaleTender
from app.services.checkout.paper import queue_paper
from app.services.checkout.post import check_shift, new_head, post_cash, post_stock, post_visit, step
from app.services.checkout.posted import find_by_basket_key, load_sale
from app.services.checkout.refund_original import Original, load_original
from app.services.checkout.refund_rows import discount_rows, line_rows, refund_totals, tax_rows
from app.services.checkout.refund_ways import Way
from app.services.checkout.rows import Row, sale_row, stock_moves, tender_rows
from app.services.checkout.values import (
    PostedSale,
    RefundDraft,
    SaleKind,
)
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.loyalty.post import TakeBackDraft, balance_of, take_back_points
from app.services.members.visits import VisitNote
from app.services.payments.plan import Tender, TenderKind, clean_reference
from app.services.pricing.basket import BasketMember
from app.services.staff.limits import own_refund_limit
from app.values.ids import Id, new_id
from app.values.money import ZERO, Money

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


def post_refund(uow: UnitOfWork, draft: RefundDraft) -> PostedSale:
    """Give goods and money back. All of it is stored, or none of it; the same key twice is one refund.

    Raises:
        GrantNeeded: not permitted, over the cashier's limit, or more in cash than cash took.
        NotRefundable, TooMuchBack, NothingLeft, NotPaidThatWay: nothing was written.
    """
    if known := find_by_basket_key(uow, draft.basket_key):
        return known
    require(uow, Permission.REFUND)
    check_shift(uow)
    original = load_original(uow, draft.sale_id, draft.parts)
    ways = original.ways(draft.rules.cash, draft.tender)
    _check_leave(uow, original, draft, ways)
    refund_id = new_id()
    tenders = _tenders(original, ways, draft.reference)
    with step("refund.number"):
        head = new_head(uow, refund_id, SaleKind.REFUND, draft.basket_key, draft.sale_id)
    with step("refund.points"):
        taken = _take_back(uow, original, refund_id)
    rows = line_rows(refund_id, original)
    with step("refund.head"):
        uow.add_facts(Sale, [sale_row(uow, head, _own_columns(uow, original, taken), refund_totals(original), tenders)])
    with step("refund.lines"):
        uow.add_facts(SaleLine, rows)
        uow.add_facts(SaleDiscount, discount_rows(uow, refund_id, original, rows))
        uow.add_facts(SaleTax, tax_rows(uow, refund_id, original))
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


def _check_leave(uow: UnitOfWork, original: Original, draft: RefundDraft, ways: tuple[Way, ...]) -> None:
    """The limit counts what the sale has given back before; electronic money made into cash needs leave as well."""
    takings = original.takings
    cash = Money.total(way.amount for way in ways if way.kind is TenderKind.CASH)
    limit = own_refund_limit(uow, uow.actor, draft.rules.refund_limit)
    over_limit = takings.given_back + original.total > limit
    if over_limit or cash > takings.left_in_cash:
        require(uow, Permission.REFUND_OVER_LIMIT)


def _tenders(original: Original, ways: tuple[Way, ...], reference: str) -> tuple[Tender, ...]:
    """One row a way, the electronic ones with what the cashier noted, and what rounding leaves."""
    noted = clean_reference(reference)
    tenders = [
        Tender(way.kind, -way.amount, -way.amount, reference="" if way.kind is TenderKind.CASH else noted)
        for way in ways
    ]
    rounding = Money.total(way.amount for way in ways) - original.total
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


def _take_back(uow: UnitOfWork, original: Original, refund_id: Id) -> _Taken:
    account_id = original.head.account_id
    if account_id is None:
        return _Taken(0, None)
    before = balance_of(uow, account_id)
    after = take_back_points(uow, TakeBackDraft(account_id, original.head.id, refund_id, original.points))
    return _Taken(before - after, after)


def _own_columns(uow: UnitOfWork, original: Original, taken: _Taken) -> Row:
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
