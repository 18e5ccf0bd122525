"""Keeping the full-text index in step with the catalogue: written by whoever edits, read by `search`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import bindparam, delete, func, insert, select, text, update

from app.models.catalogue import Barcode, Product, ProductSearchDoc, SaleUnit
from app.models.purchasing import Company
from app.models.types import IdType
from app.services.catalogue.terms import ProductWords, search_terms
from app.services.common.uow import Reader, UnitOfWork
from app.values.ids import Id

BATCH = 500


def index_new(uow: UnitOfWork, terms: Mapping[Id, str]) -> None:
    """Make products found that the index has not known, by their `search_terms`."""
    if not terms:
        return
    newest: int = uow.connection.execute(select(func.coalesce(func.max(ProductSearchDoc.doc_id), 0))).scalar_one()
    rows = [
        {"doc_id": newest + at, "product_id": product_id, "terms": of_product}
        for at, (product_id, of_product) in enumerate(terms.items(), start=1)
    ]
    uow.connection.execute(insert(ProductSearchDoc), rows)
    uow.connection.execute(_INSERT_TERMS, [{"doc": row["doc_id"], "terms": row["terms"]} for row in rows])


def index_again(uow: UnitOfWork, product_ids: Iterable[Id]) -> None:
    """Bring the index to what these products are now; closed ones are no longer found."""
    for batch in batches(tuple(dict.fromkeys(product_ids))):
        words = words_of(uow, batch)
        docs = {row.product_id: row for row in uow.connection.execute(_DOCS, {"products": list(batch)})}
        gone = [docs[product_id].doc_id for product_id in batch if product_id in docs and product_id not in words]
        _forget(uow, gone)
        changed = [
            {"doc": docs[product_id].doc_id, "terms": terms}
            for product_id, of_product in words.items()
            if product_id in docs and (terms := search_terms(of_product)) != docs[product_id].terms
        ]
        if changed:
            uow.connection.execute(_UPDATE_DOC, changed)
            uow.connection.execute(_REPLACE_TERMS[uow.connection.dialect.name], changed)
        unknown = words.keys() - docs.keys()
        index_new(uow, {product_id: search_terms(words[product_id]) for product_id in unknown})


def words_of(read: Reader, product_ids: Sequence[Id]) -> dict[Id, ProductWords]:
    """What these products are found by; closed ones are left out."""
    given = {"products": list(product_ids)}
    codes: dict[Id, list[str]] = {}
    for row in read.connection.execute(_CODES, given):
        codes.setdefault(row.product_id, []).append(row.code)
    return {
        row.id: ProductWords(row.name, row.spec, row.brand, row.supplier or "", row.plu, tuple(codes.get(row.id, ())))
        for row in read.connection.execute(_WORDS, given)
    }


def batches(items: Sequence[Id], size: int = BATCH) -> Iterable[Sequence[Id]]:
    """The items in pieces that a statement can take as parameters."""
    return (items[at : at + size] for at in range(0, len(items), size))


def _forget(uow: UnitOfWork, docs: Sequence[int]) -> None:
    if docs:
        uow.connection.execute(_DELETE_TERMS, [{"doc": doc} for doc in docs])
        uow.connection.execute(delete(ProductSearchDoc).where(ProductSearchDoc.doc_id.in_(docs)))


_THESE = bindparam("products", type_=IdType(), expanding=True)
_DOCS = select(ProductSearchDoc.product_id, ProductSearchDoc.doc_id, ProductSearchDoc.terms).where(
    ProductSearchDoc.product_id.in_(_THESE)
)
_WORDS = (
    select(Product.id, Product.name, Product.spec, Product.brand, Product.plu, Company.name.label("supplier"))
    .outerjoin(Company, Company.id == Product.supplier_id)
    .where(Product.id.in_(_THESE), Product.closed_at.is_(None))
)
_CODES = (
    select(SaleUnit.product_id, Barcode.code)
    .join(Barcode, Barcode.sale_unit_id == SaleUnit.id)
    .where(SaleUnit.product_id.in_(_THESE), Barcode.closed_at.is_(None), SaleUnit.closed_at.is_(None))
    .order_by(Barcode.id)
)
_INSERT_TERMS = text("INSERT INTO product_search(rowid, terms) VALUES (:doc, :terms)")
_REPLACE_TERMS = {
    "sqlite": text("INSERT OR REPLACE INTO product_search(rowid, terms) VALUES (:doc, :terms)"),
    "postgresql": text(
        "INSERT INTO product_search(rowid, terms) VALUES (:doc, :terms) "
        "ON CONFLICT (rowid) DO UPDATE SET terms = excluded.terms"
    ),
}
_DELETE_TERMS = text("DELETE FROM product_search WHERE rowid = :doc")
_UPDATE_DOC = (
    update(ProductSearchDoc).where(ProductSearchDoc.doc_id == bindparam("doc")).values(terms=bindparam("terms"))
)
