"""Which price counts now, as pieces of SQL that every look-up shares.

Prices are history: the newest row that has begun and not ended counts. A row without a shop holds in all shops;
prices of a single shop come with joined tills.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, or_, select

from app.models.catalogue import SaleUnit
from app.models.pricing import Price, PriceList
from app.models.types import UtcDateTime
from app.services.common.uow import Reader
from app.values.ids import Id
from app.values.money import Money


class PriceListCode(StrEnum):
    """The lists every shop has."""

    SHELF = "shelf"
    MEMBER = "member"


NOW = bindparam("now", type_=UtcDateTime())
"""The moment whose prices count; every statement with `price_now` takes it."""


def price_now(price_list: PriceListCode) -> ScalarSelect[int]:
    """The price of the enclosing statement's `sale_unit` on one list at the parameter `now`."""
    return price_at(price_list, NOW)


def price_at(price_list: PriceListCode, moment: ColumnElement[dt.datetime]) -> ScalarSelect[int]:
    """The same at any moment, as one that stands in a column of the enclosing statement's `sale_unit`."""
    return (
        select(Price.amount_minor)
        .where(
            Price.sale_unit_id == SaleUnit.id,
            Price.price_list_id == _list_id(price_list),
            *_holds(moment),
        )
        .order_by(Price.valid_from.desc(), Price.id.desc())
        .limit(1)
        .correlate(SaleUnit)
        .scalar_subquery()
    )


def current_prices(
    read: Reader, price_list: PriceListCode, sale_unit_id: Id | None = None, *, at: dt.datetime | None = None
) -> dict[Id, Money]:
    """The prices of one list that hold at a moment (now), of one sale unit or of all, by sale unit."""
    statement = select(Price.sale_unit_id, Price.amount_minor).where(
        Price.price_list_id == _list_id(price_list), *_holds(NOW)
    )
    if sale_unit_id is not None:
        statement = statement.where(Price.sale_unit_id == sale_unit_id)
    rows = read.connection.execute(statement.order_by(Price.valid_from, Price.id), {"now": at or read.now})
    return {row.sale_unit_id: Money(row.amount_minor) for row in rows}


def money_or_none(minor: int | None) -> Money | None:
    """A stored amount that may be missing."""
    return None if minor is None else Money(minor)


def _list_id(price_list: PriceListCode) -> ScalarSelect[Id]:
    return select(PriceList.id).where(PriceList.code == price_list.value).scalar_subquery()


def _holds(at: ColumnElement[dt.datetime]) -> tuple[ColumnElement[bool], ...]:
    return (
        Price.shop_id.is_(None),
        Price.valid_from <= at,
        or_(Price.valid_until.is_(None), Price.valid_until > at),
    )
