"""Prices of a later moment, with or without an end; what would hold without it can be put back until then."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import insert, or_, select

from app.models.catalogue import SaleUnit
from app.models.pricing import Price
from app.services.catalogue.drafts import MAX_WORD, check_price, check_text
from app.services.catalogue.edit import PriceInThePast
from app.services.catalogue.find import UnknownSaleUnit
from app.services.catalogue.names import price_list_id
from app.services.catalogue.prices import PriceListCode
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.money import Money


class PriceEndsBeforeItBegins(UserError):
    """A span of nothing."""

    text = QT_TRANSLATE_NOOP("errors", "A price must end after it begins.")


class PriceHasBegun(UserError):
    """History is not rewritten."""

    text = QT_TRANSLATE_NOOP("errors", "This price has already begun. Set a new one instead.")


class NoOtherPrice(UserError):
    """Without the planned price there would be none."""

    text = QT_TRANSLATE_NOOP("errors", "This article has no other price. Plan another one for the same moment instead.")


def plan_price(
    uow: UnitOfWork,
    sale_unit_id: Id,
    price: Money,
    begins: dt.datetime,
    *,
    until: dt.datetime | None = None,
    price_list: PriceListCode = PriceListCode.SHELF,
    cause: str = "planned",
) -> Id:
    """Let a price hold from a later moment on, and where `until` is given the one before it again from then.

    Raises:
        UnknownSaleUnit, PriceOutOfRange, PriceInThePast, PriceEndsBeforeItBegins: nothing was changed.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    check_price(price)
    if begins <= uow.now:
        raise PriceInThePast()
    if until is not None and until <= begins:
        raise PriceEndsBeforeItBegins()
    unit = select(SaleUnit.id).where(SaleUnit.id == sale_unit_id, SaleUnit.closed_at.is_(None))
    if uow.connection.execute(unit).first() is None:
        raise UnknownSaleUnit()
    price_id = new_id()
    uow.connection.execute(
        insert(Price),
        {
            "id": price_id,
            "sale_unit_id": sale_unit_id,
            "price_list_id": price_list_id(uow, price_list),
            "shop_id": None,
            "amount_minor": price.minor,
            "valid_from": begins,
            "valid_until": until,
            "cause": check_text(cause, MAX_WORD),
            "created_at": uow.now,
            "created_by": uow.actor.staff_id,
        },
    )
    detail: dict[str, object] = {
        "price_list": price_list.value,
        "from": begins.isoformat(timespec="minutes"),
        "until": until.isoformat(timespec="minutes") if until is not None else None,
    }
    audit.record(uow, "price_planned", subject=("sale_unit", sale_unit_id), amount=price, detail=detail)
    uow.changed.add(Topic.CATALOGUE)
    return price_id


def call_off_price(uow: UnitOfWork, price_id: Id) -> Money:
    """Let what would hold without a planned price hold from its beginning on; returns that price.

    Prices are only added: the planned row stays, and one that begins at the same moment takes its place.

    Raises:
        PriceHasBegun: it holds already.
        NoOtherPrice: there is none that could hold instead.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    planned = uow.connection.execute(select(Price).where(Price.id == price_id, Price.valid_from > uow.now)).first()
    if planned is None:
        raise PriceHasBegun()
    instead = uow.connection.execute(
        select(Price.amount_minor)
        .where(
            Price.sale_unit_id == planned.sale_unit_id,
            Price.price_list_id == planned.price_list_id,
            Price.valid_from < planned.valid_from,
            or_(Price.valid_until.is_(None), Price.valid_until > planned.valid_from),
        )
        .order_by(Price.valid_from.desc(), Price.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    if instead is None:
        raise NoOtherPrice()
    columns = dict(planned._mapping)
    own = {"id": new_id(), "amount_minor": instead, "cause": "called off", "created_at": uow.now}
    uow.connection.execute(insert(Price), {**columns, **own, "created_by": uow.actor.staff_id})
    audit.record(uow, "price_called_off", subject=("sale_unit", planned.sale_unit_id), amount=Money(instead))
    uow.changed.add(Topic.CATALOGUE)
    return Money(instead)
