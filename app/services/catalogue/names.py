"""Categories, families, suppliers and tax classes: found by their name, made when there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import insert, select, update

from app.models.catalogue import Category, Family, TaxClass
from app.models.pricing import PriceList
from app.models.purchasing import Company
from app.services.catalogue.drafts import MAX_WORD, check_text
from app.services.catalogue.items import NO_TAX
from app.services.catalogue.prices import PriceListCode
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.staff.founding import DEFAULT_TAX
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.rates import Rate
from app.values.text import fold_for_search

PRICE_LIST_NAMES = {PriceListCode.SHELF: "Shelf price", PriceListCode.MEMBER: "Member price"}


class BadMargin(UserError):
    """A margin at which goods would be given away or cost less than nothing."""

    text = QT_TRANSLATE_NOOP("errors", "A margin must lie between 0 % and 100 %.")


def reference_columns(uow: UnitOfWork) -> dict[str, Any]:
    """The columns that every new row of reference data begins with."""
    return {
        "id": new_id(),
        "row_version": 1,
        "updated_at": uow.now,
        "updated_by": uow.actor.staff_id,
        "closed_at": None,
    }


def name_key(name: str) -> str:
    """Spellings that mean the same thing: width, case and spaces do not count."""
    return "".join(fold_for_search(name).split())


def categories_named(uow: UnitOfWork, names: Iterable[str]) -> Mapping[str, Id]:
    """The categories of these names by `name_key`, with the missing ones made."""
    fresh = {"parent_id": None, "margin_bp": None, "private": False}
    return _found_or_made(uow, Category, names, fresh)


def families_named(uow: UnitOfWork, names: Iterable[str]) -> Mapping[str, Id]:
    """The families of these names by `name_key`, with the missing ones made."""
    return _found_or_made(uow, Family, names, {"content_unit": "", "staple": False})


def suppliers_named(uow: UnitOfWork, names: Iterable[str]) -> Mapping[str, Id]:
    """The companies of these names by `name_key`; one that only bought from us so far becomes a supplier too."""
    fresh = {
        "is_supplier": True,
        "is_customer": False,
        "code": "",
        "tax_number": "",
        "phone": "",
        "address": "",
        "note": "",
    }
    found = _found_or_made(uow, Company, names, fresh)
    uow.connection.execute(
        update(Company)
        .where(Company.id.in_(set(found.values())), Company.is_supplier.is_(False))
        .values(is_supplier=True, row_version=Company.row_version + 1, updated_at=uow.now)
    )
    return found


def tax_class_at(uow: UnitOfWork, rate: Rate | None, *, inclusive: bool | None = None) -> Id:
    """The tax class of a rate, made when there is none; without a rate the shop's usual one.

    `inclusive` None means: prices hold the tax if they do in the shop's usual class.
    """
    classes = uow.connection.execute(
        select(TaxClass).where(TaxClass.closed_at.is_(None)).order_by(TaxClass.code != DEFAULT_TAX, TaxClass.id)
    ).all()
    if rate is None and classes:
        return Id(classes[0].id)
    rate_bp = rate.bp if rate else 0
    if inclusive is None:
        inclusive = classes[0].inclusive if classes else True
    for known in classes:
        if known.rate_bp == rate_bp and (known.inclusive == inclusive or rate_bp == 0):
            return Id(known.id)
    return _new_tax_class(uow, rate_bp, inclusive=inclusive)


def _new_tax_class(uow: UnitOfWork, rate_bp: int, *, inclusive: bool) -> Id:
    code = f"{'in' if inclusive else 'on'}-{rate_bp}" if rate_bp else NO_TAX.code
    whole, rest = divmod(rate_bp, 100)
    name = f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + "%"
    columns = reference_columns(uow)
    own = {"code": code, "name": name, "rate_bp": rate_bp, "inclusive": inclusive}
    uow.connection.execute(insert(TaxClass), {**columns, **own})
    return Id(columns["id"])


def price_list_id(uow: UnitOfWork, price_list: PriceListCode) -> Id:
    """The list of this code, made when the shop has none yet."""
    known = uow.connection.execute(select(PriceList.id).where(PriceList.code == price_list.value)).scalar_one_or_none()
    if known is not None:
        return known
    columns = reference_columns(uow)
    uow.connection.execute(
        insert(PriceList), {**columns, "code": price_list.value, "name": PRICE_LIST_NAMES[price_list]}
    )
    return Id(columns["id"])


def set_category_margin(uow: UnitOfWork, category: str, margin: Rate | None) -> Id:
    """The margin on the shelf price from which unknown costs of a category are estimated; None for no estimate.

    Raises:
        BadMargin: below 0 % or from 100 % on.
    """
    require(uow, Permission.EDIT_CATALOGUE)
    if margin is not None and not 0 <= margin.bp < 10_000:
        raise BadMargin()
    category_id = categories_named(uow, [category])[name_key(category)]
    margin_bp = margin.bp if margin else None
    uow.connection.execute(
        update(Category)
        .where(Category.id == category_id)
        .values(
            margin_bp=margin_bp,
            row_version=Category.row_version + 1,
            updated_at=uow.now,
            updated_by=uow.actor.staff_id,
        )
    )
    audit.record(uow, "category_margin_set", subject=("category", category_id), detail={"margin_bp": margin_bp})
    uow.changed.add(Topic.CATALOGUE)
    return category_id


def names_of(read: Reader, model: type[Category] | type[Family] | type[Company]) -> Mapping[str, Id]:
    """Every open row of a kind by `name_key`; of two with one name the older."""
    rows = read.connection.execute(select(model.name, model.id).where(model.closed_at.is_(None)).order_by(model.id))
    known: dict[str, Id] = {}
    for row in rows:
        known.setdefault(name_key(row.name), row.id)
    return known


def _found_or_made(
    uow: UnitOfWork,
    model: type[Category] | type[Family] | type[Company],
    names: Iterable[str],
    fresh: Mapping[str, object],
) -> Mapping[str, Id]:
    wanted = {name_key(name): check_text(name, MAX_WORD) for name in names if name_key(name)}
    if not wanted:
        return {}
    known = names_of(uow, model)
    rows = [{**reference_columns(uow), "name": wanted[key], **fresh} for key in wanted.keys() - known.keys()]
    if rows:
        uow.connection.execute(insert(model), rows)
        uow.changed.add(Topic.CATALOGUE)
    made = {name_key(row["name"]): row["id"] for row in rows}
    return {key: known.get(key) or made[key] for key in wanted}
