"""Posting a sale: one straight function, all of it stored or none of it.

Every step is bracketed by a named failpoint, so that tests can fail before and after each and find every table empty.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.models.ledgers import CashLedger, StockLedger
from app.models.sales import Sale, SaleDiscount, SaleLine, SaleTax, SaleTender
from app.services.checkout.drafts import drop_draft
from app.services.checkout.paper import queue_paper
from app.services.checkout.posted import find_by_basket_key
from app.services.checkout.rows import (
    Head,
    Row,
    StockMove,
    Totals,
    cash_part,
    discount_rows,
    line_rows,
    sale_row,
    stock_moves,
    tax_rows,
    tender_rows,
)
from app.services.checkout.values import (
    PostedDiscount,
    PostedLine,
    PostedSale,
    PostedTax,
    SaleDraft,
    SaleKind,
    SaleRules,
)
from app.services.common.actor import Permission
from app.services.common.ledger import move_cash, move_stock
from app.services.common.numbering import next_receipt_seq, receipt_number
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.loyalty.points import PointsRule, points_for, share_points
from app.services.loyalty.post import EarnDraft, earn_points
from app.services.members.visits import VisitNote, note_visit
from app.services.payments.plan import Tender, TenderKind, check_tenders
from app.services.pricing.basket import BasketMember
from app.services.pricing.engine import PricedBasket
from app.services.shifts.open import is_shift_open
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.failpoints import reach
from app.values.ids import Id, new_id
from app.values.money import Money


class NotPaid(UserError):
    """The tenders do not add up to the total."""

    text = QT_TRANSLATE_NOOP("errors", "{remaining} remains to be paid.")


class NotSellable(UserError):
    """Something in the basket must be cleared first."""

    text = QT_TRANSLATE_NOOP(
        "errors", "Please clear the marked lines first: an unknown code, a missing price or weight."
    )


class AlreadySold(UserError):
    """The basket was paid before and has been changed since."""

    text = QT_TRANSLATE_NOOP(
        "errors", "This basket was already sold as {number} for {total}. Remove what was paid, then take the rest."
    )


class NoShift(UserError):
    """Money without a counted drawer would belong to nobody."""

    text = QT_TRANSLATE_NOOP("errors", "No shift is open. Please open one with the float first.")


class step:  # noqa: N801 - reads as a statement
    """A step of posting, with a failpoint before and after."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        reach(f"{self._name}.before")

    def __exit__(self, kind: object, problem: object, trace: object) -> None:
        if problem is None:
            reach(f"{self._name}.after")


SALE_STEPS = (
    "sale.number",
    "sale.points",
    "sale.head",
    "sale.lines",
    "sale.tenders",
    "sale.stock",
    "sale.cash",
    "sale.visit",
    "sale.draft",
    "sale.paper",
)


def post_sale(uow: UnitOfWork, draft: SaleDraft) -> PostedSale:
    """Turn a paid basket into a sale. All of it is stored, or none of it.

    A second call with the same basket returns the first sale and writes nothing.

    Raises:
        AlreadySold: the key is that of a sale with other contents.
        GrantNeeded, NoShift, NotSellable, NotPaid, BadTenders: nothing was written.
    """
    if known := find_by_basket_key(uow, draft.priced.basket.key):
        return _same_sale(uow, known, draft)
    _check(uow, draft)
    priced, member, sale_id = draft.priced, draft.priced.basket.member, new_id()
    points = sale_points(priced, draft.rules)
    with step("sale.number"):
        head = new_head(uow, sale_id, SaleKind.SALE, priced.basket.key)
    with step("sale.points"):
        balance = _earn(uow, draft, sale_id, sum(points))
    rows = line_rows(sale_id, priced.lines, points)
    with step("sale.head"):
        uow.add_facts(Sale, [_sale_row(uow, head, draft, points=sum(points), balance=balance)])
    with step("sale.lines"):
        uow.add_facts(SaleLine, rows)
        uow.add_facts(SaleDiscount, discount_rows(sale_id, priced.lines, rows))
        uow.add_facts(SaleTax, tax_rows(sale_id, draft))
    with step("sale.tenders"):
        uow.add_facts(SaleTender, tender_rows(sale_id, draft.tenders))
    with step("sale.stock"):
        post_stock(uow, sale_id, "sale", stock_moves(rows))
    with step("sale.cash"):
        post_cash(uow, sale_id, "sale", draft.tenders)
    with step("sale.visit"):
        post_visit(uow, member, VisitNote(uow.business_date, 1, priced.net.minor))
    with step("sale.draft"):
        drop_draft(uow, priced.basket.key)
    posted = _posted(uow, head, draft, rows, balance=balance)
    with step("sale.paper"):
        queue_paper(uow, posted, draft.rules)
    uow.changed |= {Topic.SALES, Topic.STOCK, Topic.POINTS, Topic.CASH, Topic.PRINTING}
    return posted


def _check(uow: UnitOfWork, draft: SaleDraft) -> None:
    require(uow, Permission.SELL)
    check_shift(uow)
    if not draft.priced.is_sellable:
        raise NotSellable()
    remaining = draft.priced.total - Money.total(tender.amount for tender in draft.tenders)
    if remaining:
        raise NotPaid(remaining=remaining)
    check_tenders(draft.priced.total, draft.tenders, draft.rules.cash)


def check_shift(uow: UnitOfWork) -> None:
    """Money moves only while the drawer it belongs to is open; the actor may have been told long ago.

    Raises:
        NoShift
    """
    if not is_shift_open(uow, uow.actor.shift_id):
        raise NoShift()


def _same_sale(uow: UnitOfWork, known: PostedSale, draft: SaleDraft) -> PostedSale:
    """The sale this basket has become; its draft, if it came back from somewhere, goes."""
    priced = draft.priced
    same_lines = [line.quantity for line in known.lines] == [line.quantity for line in priced.lines]
    if known.total != priced.total or not same_lines:
        raise AlreadySold(number=known.number, total=known.total)
    drop_draft(uow, priced.basket.key)
    return known


def new_head(uow: UnitOfWork, sale_id: Id, kind: SaleKind, basket_key: Id, original: Id | None = None) -> Head:
    """Take the next receipt number."""
    seq = next_receipt_seq(uow)
    number = receipt_number(uow.actor.till_code, uow.place.epoch, seq)
    return Head(sale_id, kind, basket_key, number, seq, original)


def sale_points(priced: PricedBasket, rules: SaleRules) -> list[int]:
    """Points of each line; a later refund takes back exactly a line's share."""
    if priced.basket.member is None:
        return [0] * len(priced.lines)
    weights = [line.total.minor if line.line.item.earns_points else 0 for line in priced.lines]
    rule = PointsRule(rules.points_per_step, rules.points_step.minor)
    return list(share_points(points_for(sum(weights), rule), weights))


def _earn(uow: UnitOfWork, draft: SaleDraft, sale_id: Id, points: int) -> int | None:
    member, days = draft.priced.basket.member, draft.rules.points_valid_days
    if member is None:
        return None
    expires_on = uow.business_date + timedelta(days=days) if days else None
    return earn_points(uow, EarnDraft(member.account_id, sale_id, points, expires_on))


def member_columns(member: BasketMember | None) -> Row:
    """Whose sale it is, by ids only."""
    return {
        "member_id": member.member_id if member else None,
        "household_id": member.household_id if member else None,
        "company_id": member.company_id if member else None,
        "account_id": member.account_id if member else None,
        "card_id": member.card_id if member else None,
    }


def _sale_row(uow: UnitOfWork, head: Head, draft: SaleDraft, *, points: int, balance: int | None) -> Row:
    priced = draft.priced
    own: Row = {
        **member_columns(priced.basket.member),
        "currency": draft.rules.currency,
        "exponent": draft.rules.exponent,
        "opened_at": priced.basket.opened_at,
        "line_count": len(priced.lines),
        "points_earned": points,
        "points_balance": balance,
    }
    totals = Totals(priced.gross, priced.discount, priced.net, priced.tax, priced.total)
    return sale_row(uow, head, own, totals, draft.tenders)


def post_stock(uow: UnitOfWork, sale_id: Id, cause: str, moves: dict[Id, StockMove]) -> None:
    """Move the goods: one ledger row a product, the on-hand in the same statement batch."""
    after = move_stock(uow, {product_id: move.milli for product_id, move in moves.items()})
    uow.add_facts(
        StockLedger,
        [
            {
                "product_id": product_id,
                "delta": move.milli,
                "balance_after": after[product_id],
                "cause": cause,
                "source_key": f"{sale_id.hex()}:{product_id.hex()}",
                "cost_minor": move.cost_minor,
            }
            for product_id, move in moves.items()
        ],
    )


def post_cash(uow: UnitOfWork, sale_id: Id, cause: str, tenders: tuple[Tender, ...]) -> None:
    """What came into the drawer, or left it."""
    cash = cash_part(tenders)
    if cash:
        uow.add_fact(
            CashLedger,
            delta=cash.minor,
            balance_after=move_cash(uow, cash.minor),
            cause=cause,
            source_key=sale_id.hex(),
        )


def post_visit(uow: UnitOfWork, member: BasketMember | None, note: VisitNote) -> None:
    """Keep the visit of this household, company or member on the day of the sale."""
    if member is not None:
        named = replace(
            note, member_id=member.member_id, household_id=member.household_id, company_id=member.company_id
        )
        note_visit(uow, named)


def _posted(uow: UnitOfWork, head: Head, draft: SaleDraft, rows: list[Row], *, balance: int | None) -> PostedSale:
    priced = draft.priced
    rounding = Money.total(tender.amount for tender in draft.tenders if tender.kind is TenderKind.ROUNDING)
    lines = _posted_lines(priced, rows)
    return PostedSale(
        sale_id=head.sale_id,
        kind=head.kind,
        number=head.number,
        at=uow.now,
        business_date=uow.business_date,
        till_code=uow.actor.till_code,
        cashier=uow.actor.staff_name,
        lines=lines,
        taxes=tuple(
            PostedTax(share.kind.name, share.kind.rate.bp, share.kind.inclusive, share.base, share.tax)
            for share in priced.taxes
        ),
        tenders=draft.tenders,
        gross=priced.gross,
        discount=priced.discount,
        total=priced.total,
        rounding=rounding,
        given=Money.total(tender.given for tender in draft.tenders),
        change=Money.total(tender.change for tender in draft.tenders),
        item_count=priced.item_count,
        member_id=priced.basket.member.member_id if priced.basket.member else None,
        points=sum(line.points for line in lines),
        points_balance=balance,
    )


def _posted_lines(priced: PricedBasket, rows: list[Row]) -> tuple[PostedLine, ...]:
    return tuple(
        PostedLine(
            line_id=Id(row["id"]),  # type: ignore[arg-type]
            line_no=at + 1,
            name=line.line.item.name,
            spec=line.line.item.spec,
            unit_name=line.line.item.unit_name,
            by_weight=line.line.item.by_weight,
            quantity=line.quantity,
            list_price=line.list_price,
            unit_price=line.unit_price,
            gross=line.gross,
            discounts=tuple(PostedDiscount(off.rule, off.label, off.amount) for off in line.discounts),
            net=line.net,
            points=int(row["points"]),  # type: ignore[call-overload]
        )
        for at, (line, row) in enumerate(zip(priced.lines, rows, strict=True))
    )
