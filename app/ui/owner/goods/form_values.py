"""The editor's fields: what they are, and how a product becomes their values and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.product import ProductRecord
from app.ui.kit.fields import FieldKind
from app.ui.kit.record_form import FieldSpec
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.money import Money
from app.values.rates import Rate

_WHAT = QT_TRANSLATE_NOOP("office", "What it is")
_MONEY = QT_TRANSLATE_NOOP("office", "What it costs")
_ORDER = QT_TRANSLATE_NOOP("office", "Where it belongs")
_MORE = QT_TRANSLATE_NOOP("office", "More")

FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("name", QT_TRANSLATE_NOOP("office", "Name"), required=True, section=_WHAT),
    FieldSpec(
        "spec",
        QT_TRANSLATE_NOOP("office", "Size or content"),
        hint=QT_TRANSLATE_NOOP("office", "As 550ml, 250ml×16 or 5kg: unit prices come from it."),
        section=_WHAT,
    ),
    FieldSpec("brand", QT_TRANSLATE_NOOP("office", "Brand"), FieldKind.NAME, section=_WHAT),
    FieldSpec(
        "plu",
        QT_TRANSLATE_NOOP("office", "Short number (PLU)"),
        FieldKind.CODE,
        hint=QT_TRANSLATE_NOOP("office", "Typed at the till, or printed by the scale."),
        section=_WHAT,
    ),
    FieldSpec("unit_name", QT_TRANSLATE_NOOP("office", "Sold as (bottle, bag)"), FieldKind.NAME, section=_WHAT),
    FieldSpec("by_weight", QT_TRANSLATE_NOOP("office", "Sold by weight, price per kg"), FieldKind.FLAG, section=_WHAT),
    FieldSpec("price", QT_TRANSLATE_NOOP("office", "Price"), FieldKind.MONEY, section=_MONEY),
    FieldSpec("member_price", QT_TRANSLATE_NOOP("office", "Member price"), FieldKind.MONEY, section=_MONEY),
    FieldSpec(
        "cost",
        QT_TRANSLATE_NOOP("office", "Cost"),
        FieldKind.MONEY,
        hint=QT_TRANSLATE_NOOP("office", "Average cost; receiving goods keeps it up to date."),
        section=_MONEY,
    ),
    FieldSpec("tax", QT_TRANSLATE_NOOP("office", "Tax"), FieldKind.CHOICE, section=_MONEY),
    FieldSpec("category", QT_TRANSLATE_NOOP("office", "Category"), FieldKind.NAME, section=_ORDER),
    FieldSpec(
        "family",
        QT_TRANSLATE_NOOP("office", "Family"),
        FieldKind.NAME,
        hint=QT_TRANSLATE_NOOP("office", "Brands and sizes that replace each other, as rice or drinking water."),
        section=_ORDER,
    ),
    FieldSpec("supplier", QT_TRANSLATE_NOOP("office", "Supplier"), FieldKind.NAME, section=_ORDER),
    FieldSpec("zone", QT_TRANSLATE_NOOP("office", "Shelf or zone"), FieldKind.NAME, section=_ORDER),
    FieldSpec(
        "low_stock",
        QT_TRANSLATE_NOOP("office", "Order again at"),
        FieldKind.WEIGHT,
        hint=QT_TRANSLATE_NOOP("office", "At so much on hand it is shown as low; empty for never."),
        section=_MORE,
    ),
    FieldSpec("shelf_life_days", QT_TRANSLATE_NOOP("office", "Keeps for (days)"), FieldKind.COUNT, section=_MORE),
    FieldSpec("earns_points", QT_TRANSLATE_NOOP("office", "Earns points"), FieldKind.FLAG, section=_MORE),
    FieldSpec(
        "private",
        QT_TRANSLATE_NOOP("office", "Private: never named in messages"),
        FieldKind.FLAG,
        section=_MORE,
    ),
    FieldSpec("note", QT_TRANSLATE_NOOP("office", "Note"), FieldKind.LINES, section=_MORE),
)
_SAME = (
    "name",
    "spec",
    "brand",
    "plu",
    "unit_name",
    "by_weight",
    "price",
    "member_price",
    "cost",
    "category",
    "family",
    "supplier",
    "zone",
    "shelf_life_days",
    "earns_points",
    "private",
    "note",
)


def values_of(record: ProductRecord) -> dict[str, object]:
    """What the fields show of a product."""
    values: dict[str, object] = {name: getattr(record.draft, name) for name in _SAME}
    return values | {"tax": (record.draft.tax_rate, record.draft.tax_inclusive), "low_stock": record.low_stock}


def draft_of(values: Mapping[str, object], codes: Sequence[str] = ()) -> ProductDraft:
    """What the fields say about a product; what is not among them is as usual."""
    tax = values.get("tax")
    rate, inclusive = tax if isinstance(tax, tuple) else (None, None)
    life = values.get("shelf_life_days")
    return ProductDraft(
        name=_text(values, "name"),
        spec=_text(values, "spec"),
        brand=_text(values, "brand"),
        plu=_text(values, "plu"),
        codes=tuple(codes),
        price=_money(values, "price"),
        member_price=_money(values, "member_price"),
        cost=_money(values, "cost"),
        category=_text(values, "category"),
        family=_text(values, "family"),
        supplier=_text(values, "supplier"),
        unit_name=_text(values, "unit_name"),
        by_weight=bool(values.get("by_weight")),
        tax_rate=rate if isinstance(rate, Rate) else None,
        tax_inclusive=inclusive if isinstance(inclusive, bool) else None,
        shelf_life_days=life if isinstance(life, int) else None,
        zone=_text(values, "zone"),
        private=bool(values.get("private")),
        earns_points=bool(values.get("earns_points", True)),
        note=_text(values, "note"),
    )


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _money(values: Mapping[str, object], key: str) -> Money | None:
    value = values.get(key)
    return value if isinstance(value, Money) else None
