"""Search by part of a name, pinyin, initials, code, brand or supplier, among 100,000 goods in a few milliseconds.

The full-text index only gives candidates, in the order of its rows; their order for the eye is made here, because
FTS5's own ranking must score every hit before it can show the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, func, select, text

from app.models.catalogue import Barcode, Product, SaleUnit
from app.models.types import IdType
from app.services.catalogue.prices import PriceListCode, money_or_none, price_now
from app.services.catalogue.terms import MAX_TERM, NAME_START, PINYIN_START, QueryTerm, compact, is_paired, query_terms
from app.services.common.uow import Reader
from app.values.barcode import clean_code, gtin_forms
from app.values.ids import Id
from app.values.money import Money

MAX_CANDIDATES = 200
"""How many hits of each kind are ranked; beyond that a longer word narrows the list better than any order."""

LEAST_CODE_DIGITS = 4
"""From so many digits on they are looked for as the beginning of a barcode first."""


@dataclass(frozen=True, slots=True)
class FoundItem:
    """A line in a list of goods.

    Attributes:
        code: The code that was typed, else a barcode of the unit, else the short number; may be empty.
        price: Shelf price of this moment; per kilogram when `by_weight`; None when nobody has given one.
    """

    product_id: Id
    sale_unit_id: Id
    name: str
    spec: str
    brand: str
    unit_name: str
    code: str
    plu: str
    price: Money | None
    member_price: Money | None
    by_weight: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit before it is ordered; of a long name only the beginning counts."""

    product_id: Id
    name: str
    starts: bool


def search_items(read: Reader, text: str, *, limit: int = 50) -> tuple[FoundItem, ...]:
    """The goods that have every word of `text`, best first; nothing for an empty text.

    Order: the exact code, the whole name, the beginning of the name, the beginning of its pinyin or initials, the
    words as typed inside the name, the rest; shorter names first.
    """
    terms = query_terms(text)
    if not terms or limit < 1:
        return ()
    coded = _units_by_code(read, text)
    wanted = compact(text)
    candidates = sorted(_candidates(read, terms, wanted, limit), key=lambda found: _order(found, wanted))
    first = [row.product_id for row in coded]
    ordered = list(dict.fromkeys([*first, *(found.product_id for found in candidates)]))[:limit]
    return tuple(_described(read, ordered, {row.sale_unit_id: row.code for row in coded}))[:limit]


def _units_by_code(read: Reader, typed: str) -> Sequence[Row[Id, Id, str]]:
    """Sale units that the typed text names exactly, by barcode or short number."""
    code = clean_code(typed)
    return read.connection.execute(_BY_CODE, {"code": code, "other_form": gtin_forms(code)[-1]}).all() if code else ()


def _candidates(read: Reader, terms: Sequence[QueryTerm], wanted: str, enough: int) -> Iterable[Candidate]:
    """Hits at the beginning of a name, or of its pinyin; those elsewhere only where the first are not enough."""
    start = wanted[:MAX_TERM]
    at_start = f'"{NAME_START}{start}"*'
    if not any(is_paired(char) for char in start):
        at_start += f' OR "{PINYIN_START}{start}"*'
    found = {hit.product_id: hit for hit in _hits(read, at_start, starts=True)}
    if len(found) < enough and start.isdecimal() and len(start) >= LEAST_CODE_DIGITS:
        found |= {hit.product_id: hit for hit in _hits_by_code(read, start)}
    if len(found) < enough:
        for hit in _hits(read, " AND ".join(quoted(term) for term in terms), starts=False):
            found.setdefault(hit.product_id, hit)
    return found.values()


def _hits(read: Reader, match: str, *, starts: bool) -> Iterator[Candidate]:
    """A capped number of hits; the first term of a document is its name, folded and marked."""
    rows = read.connection.execute(_BY_WORDS, {"match": match, "most": MAX_CANDIDATES}).all()
    for product_id, head in rows:
        yield Candidate(product_id, head.partition(" ")[0][len(NAME_START) :], starts)


def _hits_by_code(read: Reader, digits: str) -> Iterator[Candidate]:
    """Goods whose barcode begins so; the full-text index would have to join the lists of all these barcodes."""
    given = {"first": digits, "beyond": digits[:-1] + chr(ord(digits[-1]) + 1), "most": MAX_CANDIDATES}
    for product_id, name in read.connection.execute(_BY_CODE_START, given):
        yield Candidate(product_id, compact(name), starts=True)


def quoted(term: QueryTerm) -> str:
    """A term as FTS5 takes it literally; terms hold letters, digits and our own marks only."""
    return f'"{term.text}"*' if term.prefix else f'"{term.text}"'


def _order(found: Candidate, wanted: str) -> tuple[int, int, str, bytes]:
    if found.name == wanted:
        group = 0
    elif found.name.startswith(wanted):
        group = 1
    elif found.starts:
        group = 2
    else:
        group = 3 if wanted in found.name else 4
    return group, len(found.name), found.name, found.product_id


def _described(read: Reader, product_ids: Sequence[Id], coded: dict[Id, str]) -> Iterable[FoundItem]:
    """The open units of these products in this order: the one that was named by its code, the default, the others."""
    if not product_ids:
        return ()
    place = {product_id: at for at, product_id in enumerate(product_ids)}
    rows = read.connection.execute(_DESCRIBE, {"now": read.now, "products": list(product_ids)}).all()
    ordered = sorted(
        rows,
        key=lambda row: (
            place[row.product_id],
            row.sale_unit_id not in coded,
            not row.is_default,
            row.sale_unit_id,
        ),
    )
    return (_found_item(row, coded) for row in ordered)


def _found_item(row: Row[Any], coded: dict[Id, str]) -> FoundItem:
    return FoundItem(
        product_id=row.product_id,
        sale_unit_id=row.sale_unit_id,
        name=row.name,
        spec=row.spec,
        brand=row.brand,
        unit_name=row.unit_name,
        code=coded.get(row.sale_unit_id) or row.barcode or row.plu,
        plu=row.plu,
        price=money_or_none(row.price_minor),
        member_price=money_or_none(row.member_price_minor),
        by_weight=row.sold_by == "weight",
    )


_BY_WORDS = text(
    "SELECT product_search_doc.product_id AS product_id, "
    f"substr(product_search_doc.terms, 1, {MAX_TERM + 1}) AS head FROM product_search "
    "JOIN product_search_doc ON product_search_doc.doc_id = product_search.rowid "
    "WHERE product_search MATCH :match LIMIT :most"
)

_BY_CODE_START = (
    select(SaleUnit.product_id, Product.name)
    .join(Barcode, Barcode.sale_unit_id == SaleUnit.id)
    .join(Product, Product.id == SaleUnit.product_id)
    .where(
        Barcode.code >= bindparam("first"),
        Barcode.code < bindparam("beyond"),
        Barcode.closed_at.is_(None),
        SaleUnit.closed_at.is_(None),
        Product.closed_at.is_(None),
    )
    .limit(bindparam("most"))
)

_BY_CODE = (
    select(SaleUnit.product_id, SaleUnit.id.label("sale_unit_id"), Barcode.code)
    .join(Barcode, Barcode.sale_unit_id == SaleUnit.id)
    .join(Product, Product.id == SaleUnit.product_id)
    .where(
        Barcode.code.in_((bindparam("code"), bindparam("other_form"))),
        Barcode.closed_at.is_(None),
        SaleUnit.closed_at.is_(None),
        Product.closed_at.is_(None),
    )
    .union_all(
        select(SaleUnit.product_id, SaleUnit.id, Product.plu)
        .join(Product, Product.id == SaleUnit.product_id)
        .where(
            Product.plu == bindparam("code"),
            Product.plu != "",
            Product.closed_at.is_(None),
            SaleUnit.is_default,
            SaleUnit.closed_at.is_(None),
        )
    )
)

_DESCRIBE = (
    select(
        Product.id.label("product_id"),
        SaleUnit.id.label("sale_unit_id"),
        Product.name,
        Product.spec,
        Product.brand,
        Product.plu,
        Product.sold_by,
        SaleUnit.name.label("unit_name"),
        SaleUnit.is_default,
        select(func.min(Barcode.code))
        .where(Barcode.sale_unit_id == SaleUnit.id, Barcode.closed_at.is_(None))
        .correlate(SaleUnit)
        .scalar_subquery()
        .label("barcode"),
        price_now(PriceListCode.SHELF).label("price_minor"),
        price_now(PriceListCode.MEMBER).label("member_price_minor"),
    )
    .select_from(SaleUnit)
    .join(Product, Product.id == SaleUnit.product_id)
    .where(
        SaleUnit.product_id.in_(bindparam("products", type_=IdType(), expanding=True)),
        SaleUnit.closed_at.is_(None),
        Product.closed_at.is_(None),
    )
)
