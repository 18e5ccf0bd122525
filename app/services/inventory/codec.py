"""A document being made, as JSON: what a draft row holds."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from app.services.inventory.values import DocumentKind, Reason
from app.services.inventory.working import WorkingDocument, WorkingLine
from app.values.ids import Id, id_from_hex
from app.values.money import Money
from app.values.quantity import Quantity

VERSION = 1


def document_to_json(document: WorkingDocument) -> str:
    """As the draft row keeps it."""
    said = {
        "v": VERSION,
        "key": document.key.hex(),
        "kind": document.kind.value,
        "started_at": document.started_at.isoformat(),
        "company_id": _hex(document.company_id),
        "company": document.company,
        "note_number": document.note_number,
        "reason": document.reason.value if document.reason else None,
        "words": document.words,
        "label": document.label,
        "scope_id": _hex(document.scope_id),
        "counts_all": document.counts_all,
        "lines": [_line_said(line) for line in document.lines],
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def document_from_json(text: str) -> WorkingDocument:
    """The document again.

    Raises:
        ValueError, KeyError, TypeError: it was not written by `document_to_json`.
    """
    said = json.loads(text)
    if said["v"] != VERSION:
        raise ValueError(f"a draft of version {said['v']!r}")
    return WorkingDocument(
        key=id_from_hex(said["key"]),
        kind=DocumentKind(said["kind"]),
        started_at=datetime.fromisoformat(said["started_at"]),
        lines=tuple(_line_read(line) for line in said["lines"]),
        company_id=_id(said["company_id"]),
        company=said["company"],
        note_number=said["note_number"],
        reason=Reason(said["reason"]) if said["reason"] else None,
        words=said["words"],
        label=said["label"],
        scope_id=_id(said["scope_id"]),
        counts_all=said["counts_all"],
    )


def _line_said(line: WorkingLine) -> dict[str, object]:
    return {
        "product": line.product_id.hex(),
        "unit": line.sale_unit_id.hex(),
        "code": line.code,
        "name": line.name,
        "spec": line.spec,
        "unit_name": line.unit_name,
        "by_weight": line.by_weight,
        "factor": line.factor.milli,
        "quantity": line.quantity.milli,
        "each": line.cost_each.minor if line.cost_each is not None else None,
        "total": line.cost_total.minor if line.cost_total is not None else None,
        "lot": line.lot_code,
        "expires": line.expires_on.isoformat() if line.expires_on else None,
        "lot_id": _hex(line.lot_id),
        "expected": line.expected.milli if line.expected is not None else None,
        "counted_at": line.counted_at.isoformat() if line.counted_at else None,
    }


def _line_read(said: dict[str, Any]) -> WorkingLine:
    return WorkingLine(
        product_id=id_from_hex(said["product"]),
        sale_unit_id=id_from_hex(said["unit"]),
        code=said["code"],
        name=said["name"],
        spec=said["spec"],
        unit_name=said["unit_name"],
        by_weight=said["by_weight"],
        factor=Quantity(said["factor"]),
        quantity=Quantity(said["quantity"]),
        cost_each=_money(said["each"]),
        cost_total=_money(said["total"]),
        lot_code=said["lot"],
        expires_on=date.fromisoformat(said["expires"]) if said["expires"] else None,
        lot_id=_id(said["lot_id"]),
        expected=Quantity(said["expected"]) if said["expected"] is not None else None,
        counted_at=datetime.fromisoformat(said["counted_at"]) if said["counted_at"] else None,
    )


def _hex(value: Id | None) -> str | None:
    return value.hex() if value is not None else None


def _id(text: str | None) -> Id | None:
    return id_from_hex(text) if text else None


def _money(minor: int | None) -> Money | None:
    return None if minor is None else Money(minor)
