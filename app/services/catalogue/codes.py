"""Whose code is this? A code names one open article, whatever spelling of it is scanned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.models.catalogue import Barcode, Product, SaleUnit
from app.services.common.uow import Reader
from app.values.barcode import gtin_forms
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id

BATCH = 400


class CodeTaken(UserError):
    """Another article has this barcode."""

    text = QT_TRANSLATE_NOOP("errors", "The barcode {code} already belongs to “{name}”. Nothing was changed.")


class PluTaken(UserError):
    """Another product has this short number."""

    text = QT_TRANSLATE_NOOP("errors", "The short number {code} already belongs to “{name}”. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class CodeOwner:
    """The article that a code names."""

    product_id: Id
    sale_unit_id: Id
    name: str


def owners_of_codes(read: Reader, codes: Iterable[str]) -> dict[str, CodeOwner]:
    """Who has these barcodes, in the spelling asked for; a free code is left out."""
    asked: dict[str, list[str]] = {}
    for code in codes:
        for form in gtin_forms(code):
            asked.setdefault(form, []).append(code)
    found: dict[str, CodeOwner] = {}
    forms = tuple(asked)
    for at in range(0, len(forms), BATCH):
        for row in read.connection.execute(_OWNERS, {"codes": forms[at : at + BATCH]}):
            owner = CodeOwner(row.product_id, row.sale_unit_id, row.name)
            found.update(dict.fromkeys(asked[row.code], owner))
    return found


def owners_of_plus(read: Reader, plus: Iterable[str]) -> dict[str, CodeOwner]:
    """Who has these short numbers; a free one is left out."""
    wanted = tuple(dict.fromkeys(plu for plu in plus if plu))
    found: dict[str, CodeOwner] = {}
    for at in range(0, len(wanted), BATCH):
        for row in read.connection.execute(_PLU_OWNERS, {"plus": wanted[at : at + BATCH]}):
            found[row.plu] = CodeOwner(row.product_id, row.sale_unit_id, row.name)
    return found


def require_free(
    read: Reader, codes: Iterable[str], plu: str, *, product_id: Id | None, sale_unit_id: Id | None = None
) -> None:
    """Pass if nobody else has these codes.

    Raises:
        CodeTaken, PluTaken: the sentence names the other product.
    """
    for code, owner in owners_of_codes(read, codes).items():
        other_unit = sale_unit_id is not None and owner.sale_unit_id != sale_unit_id
        if owner.product_id != product_id or other_unit:
            raise CodeTaken(code=code, name=owner.name)
    for number, owner in owners_of_plus(read, [plu]).items():
        if owner.product_id != product_id:
            raise PluTaken(code=number, name=owner.name)


_OWNERS = (
    select(Barcode.code, SaleUnit.product_id, Barcode.sale_unit_id, Product.name)
    .join(SaleUnit, SaleUnit.id == Barcode.sale_unit_id)
    .join(Product, Product.id == SaleUnit.product_id)
    .where(Barcode.code.in_(bindparam("codes", expanding=True)), Barcode.closed_at.is_(None))
)
_PLU_OWNERS = (
    select(Product.plu, Product.id.label("product_id"), SaleUnit.id.label("sale_unit_id"), Product.name)
    .join(SaleUnit, SaleUnit.product_id == Product.id)
    .where(
        Product.plu.in_(bindparam("plus", expanding=True)),
        Product.plu != "",
        Product.closed_at.is_(None),
        SaleUnit.is_default,
    )
)
