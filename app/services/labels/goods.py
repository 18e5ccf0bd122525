"""From goods in the catalogue to their labels, with the prices that hold now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from app.services.catalogue.content import parse_content
from app.services.catalogue.current import current_products
from app.services.catalogue.drafts import ProductDraft
from app.services.common.uow import Reader
from app.services.labels.unit_price import unit_price
from app.services.labels.values import ProductLabel, ShelfLabel
from app.values.barcode import has_check_digit
from app.values.ids import Id


@dataclass(frozen=True, slots=True)
class ShelfLabels:
    """Labels in the order asked for.

    Attributes:
        without_price: Names of goods that have no price and so get no label.
    """

    labels: tuple[ShelfLabel, ...]
    without_price: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProductLabels:
    """Labels in the order asked for.

    Attributes:
        without_code: Names of goods that have no barcode yet (`own_codes.next_own_code` makes one).
    """

    labels: tuple[ProductLabel, ...]
    without_code: tuple[str, ...]


def shelf_labels(read: Reader, product_ids: Iterable[Id]) -> ShelfLabels:
    """The shelf labels of open products; closed ones are left out."""
    drafts = _drafts(read, product_ids)
    made = tuple(label for draft in drafts if (label := shelf_label(draft)) is not None)
    return ShelfLabels(made, tuple(draft.name for draft in drafts if draft.price is None))


def product_labels(read: Reader, product_ids: Iterable[Id], *, packed_on: dt.date | None = None) -> ProductLabels:
    """Labels to stick on goods; best before where the product's shelf life is known, counted from `packed_on` or
    else from today's business date."""
    drafts, day = _drafts(read, product_ids), packed_on or read.business_date
    made = tuple(label for draft in drafts if (label := product_label(draft, day)) is not None)
    return ProductLabels(made, tuple(draft.name for draft in drafts if not draft.codes))


def shelf_label(draft: ProductDraft) -> ShelfLabel | None:
    """One shelf label; None without a price. A member price that is no advantage is not told."""
    if draft.price is None:
        return None
    content = None if draft.by_weight else parse_content(draft.spec)
    member = draft.member_price if draft.member_price is not None and draft.member_price < draft.price else None
    return ShelfLabel(
        name=draft.name,
        price=draft.price,
        spec="" if draft.spec in draft.name else draft.spec,
        code=_best_code(draft.codes),
        member_price=member,
        unit_price=unit_price(draft.price, content.milli, content.unit) if content else None,
        per_kg=draft.by_weight,
    )


def product_label(draft: ProductDraft, packed_on: dt.date) -> ProductLabel | None:
    """One label for the goods themselves; None without a code. What is sold by weight gets its price by the scale."""
    if not draft.codes:
        return None
    best_before = None
    if draft.shelf_life_days:
        best_before = packed_on + dt.timedelta(days=draft.shelf_life_days)
    price = None if draft.by_weight else draft.price
    return ProductLabel(draft.name, _best_code(draft.codes), draft.spec, price, best_before)


def _drafts(read: Reader, product_ids: Iterable[Id]) -> list[ProductDraft]:
    wanted = tuple(product_ids)
    found = current_products(read, wanted)
    return [found[product].draft for product in wanted if product in found]


def _best_code(codes: tuple[str, ...]) -> str:
    """A code with a right check digit before others: every scanner reads an EAN."""
    return next((code for code in codes if has_check_digit(code)), codes[0] if codes else "")
