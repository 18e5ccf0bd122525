"""Whether an import can still be taken back: what was sold, earned or received since refers to its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from app.models.catalogue import Product
from app.models.exchange import ImportChange
from app.models.inventory import StockDocument, StockDocumentLine
from app.models.ledgers import CreditLedger, PointsLedger, StockLedger, StoredValueLedger
from app.models.members import Account, Member, MemberAlias
from app.models.purchasing import Company
from app.models.sales import Sale, SaleLine
from app.services.common.uow import Reader
from app.services.exchange.fields import ImportKind
from app.services.exchange.pieces import ADDED
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id

OPENING = "opening"
"""Cause of the ledger rows by which balances of an old till begin."""


class StillReferredTo(UserError):
    """Something happened with its records since."""


class GoodsSoldSince(StillReferredTo):
    """Sales name its goods."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The import of “{file}” stays: {count} of its articles were sold since, among them “{name}”. Close articles "
        "you do not want one by one in the goods list.",
    )


class GoodsMovedSince(StillReferredTo):
    """Stock was booked on its goods."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The import of “{file}” stays: stock was booked since for {count} of its articles, among them “{name}”. Close "
        "articles you do not want one by one in the goods list.",
    )


class MembersCameSince(StillReferredTo):
    """Sales name its members."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The import of “{file}” stays: {count} of its members bought something since, among them number {name}.",
    )


class BalancesMovedSince(StillReferredTo):
    """Points or stored value moved after the opening."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The import of “{file}” stays: points or stored value moved since for {count} of its members, among them "
        "number {name}.",
    )


class MembersJoinedSince(StillReferredTo):
    """A merge names its members."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The import of “{file}” stays: {count} of its members were merged with others since, among them number {name}.",
    )


class SuppliersUsedSince(StillReferredTo):
    """Deliveries name its suppliers."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The import of “{file}” stays: goods came from {count} of its suppliers since, among them “{name}”.",
    )


class SuppliersNamedSince(StillReferredTo):
    """Goods name its suppliers."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The import of “{file}” stays: goods name {count} of its suppliers, among them “{name}”. Give these goods "
        "another supplier first.",
    )


_Counted = Select[*tuple[Any, ...]]


def require_unreferred(read: Reader, run_id: Id, kind: ImportKind, file: str) -> None:
    """Pass if nothing refers to what this import made.

    Raises:
        StillReferredTo: the sentence says what does.
    """
    for refusal, statement in _QUESTIONS[kind](run_id):
        row = read.connection.execute(statement).one()
        if row.records:
            raise refusal(file=file, count=row.records, name=row.name)


def _made(run_id: Id, table_name: str, row_id: Any) -> ColumnElement[bool]:
    return (
        select(ImportChange.id)
        .where(
            ImportChange.row_id == row_id,
            ImportChange.run_id == run_id,
            ImportChange.table_name == table_name,
            ImportChange.action == ADDED,
        )
        .exists()
    )


def _about_goods(run_id: Id) -> Iterator[tuple[type[StillReferredTo], _Counted]]:
    goods: _Counted = select(func.count().label("records"), func.min(Product.name).label("name")).where(
        _made(run_id, "product", Product.id)
    )
    yield GoodsSoldSince, goods.where(select(SaleLine.id).where(SaleLine.product_id == Product.id).exists())
    lines = select(StockDocumentLine.id).where(StockDocumentLine.product_id == Product.id).exists()
    moves = select(StockLedger.id).where(StockLedger.product_id == Product.id).exists()
    yield GoodsMovedSince, goods.where(lines | moves)


def _about_suppliers(run_id: Id) -> Iterator[tuple[type[StillReferredTo], _Counted]]:
    companies: _Counted = select(func.count().label("records"), func.min(Company.name).label("name")).where(
        _made(run_id, "company", Company.id)
    )
    yield (
        SuppliersUsedSince,
        companies.where(select(StockDocument.id).where(StockDocument.company_id == Company.id).exists()),
    )
    yield (
        SuppliersNamedSince,
        companies.where(
            select(Product.id)
            .where(
                Product.supplier_id == Company.id, Product.closed_at.is_(None), ~_made(run_id, "product", Product.id)
            )
            .exists()
        ),
    )


def _about_members(run_id: Id) -> Iterator[tuple[type[StillReferredTo], _Counted]]:
    members: _Counted = select(func.count().label("records"), func.min(Member.number).label("name")).where(
        _made(run_id, "member", Member.id)
    )
    yield MembersCameSince, members.where(select(Sale.id).where(Sale.member_id == Member.id).exists())
    moved = [
        select(ledger.id)
        .join(Account, Account.id == ledger.account_id)
        .where(Account.owner_kind == "member", Account.owner_id == Member.id, ledger.cause != OPENING)
        .exists()
        for ledger in (PointsLedger, StoredValueLedger)
    ]
    on_credit = (
        select(CreditLedger.id)
        .join(Account, Account.id == CreditLedger.account_id)
        .where(Account.owner_kind == "member", Account.owner_id == Member.id)
        .exists()
    )
    yield BalancesMovedSince, members.where(moved[0] | moved[1] | on_credit)
    merged = select(MemberAlias.id).where(
        (MemberAlias.from_member_id == Member.id) | (MemberAlias.to_member_id == Member.id)
    )
    yield MembersJoinedSince, members.where(merged.exists())


_QUESTIONS: Mapping[ImportKind, Callable[[Id], Iterator[tuple[type[StillReferredTo], _Counted]]]] = {
    # Suppliers that came along with goods stay where something names them; that is no reason to keep the goods.
    ImportKind.PRODUCTS: _about_goods,
    ImportKind.MEMBERS: _about_members,
    ImportKind.SUPPLIERS: _about_suppliers,
}
