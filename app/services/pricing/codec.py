"""A basket as JSON and back, for the draft row that survives a power cut."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from app.services.catalogue.items import ScannedItem, TaxKind
from app.services.pricing.basket import Basket, BasketLine, BasketMember, UnknownCode
from app.values.ids import Id, id_from_hex
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from app.values.remembered import Remembered

VERSION = 1
_JSON = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, check_circular=False)


def basket_to_json(basket: Basket) -> str:
    """The basket with all it needs to be sold when the product table has moved on."""
    head = {"v": VERSION, "key": basket.key.hex(), "opened_at": basket.opened_at.isoformat()}
    tail = {
        "unknown": [[row.line_id, row.code] for row in basket.unknown],
        "member": _member_out(basket.member),
        "touched": basket.touched,
        "next": basket.next_line_id,
    }
    # Put together by hand, because the lines are there already: all but the newest were written at the last scan.
    lines = ",".join([_LINE_TEXT(line) for line in basket.lines])
    return f'{_JSON.encode(head)[:-1]},"lines":[{lines}],{_JSON.encode(tail)[1:]}'


def basket_from_json(text: str) -> Basket:
    """The basket again.

    Raises:
        ValueError, KeyError, TypeError: the text is not one of ours.
    """
    said = json.loads(text)
    if said["v"] != VERSION:
        raise ValueError(f"draft version {said['v']}")
    return Basket(
        key=id_from_hex(said["key"]),
        opened_at=datetime.fromisoformat(said["opened_at"]),
        lines=tuple(_line_in(line) for line in said["lines"]),
        unknown=tuple(UnknownCode(line_id, code) for line_id, code in said["unknown"]),
        member=_member_in(said["member"]),
        touched=said["touched"],
        next_line_id=said["next"],
    )


def _hex(value: Id | None) -> str | None:
    return value.hex() if value is not None else None


def _id(text: str | None) -> Id | None:
    return id_from_hex(text) if text is not None else None


def _minor(money: Money | None) -> int | None:
    return money.minor if money is not None else None


def _money(minor: int | None) -> Money | None:
    return Money(minor) if minor is not None else None


def _line_out(line: BasketLine) -> dict[str, object]:
    item = line.item
    return {
        "id": line.line_id,
        "quantity": line.quantity.milli,
        "typed": _minor(line.manual_price),
        "product": item.product_id.hex(),
        "unit": item.sale_unit_id.hex(),
        "code": item.code,
        "name": item.name,
        "spec": item.spec,
        "unit_name": item.unit_name,
        "by_weight": item.by_weight,
        "tax": [item.tax.code, item.tax.name, item.tax.rate.bp, item.tax.inclusive],
        "price": _minor(item.price),
        "member_price": _minor(item.member_price),
        "factor": item.factor.milli,
        "family": _hex(item.family_id),
        "category": _hex(item.category_id),
        "cost": _minor(item.unit_cost),
        "cost_estimated": item.cost_estimated,
        "earns": item.earns_points,
        "label_quantity": item.label_quantity.milli if item.label_quantity is not None else None,
        "label_amount": _minor(item.label_amount),
    }


def _line_text(line: BasketLine) -> str:
    return _JSON.encode(_line_out(line))


_LINE_TEXT = Remembered(_line_text)


def _line_in(said: dict[str, Any]) -> BasketLine:
    code, name, bp, inclusive = said["tax"]
    quantity = said["label_quantity"]
    item = ScannedItem(
        product_id=id_from_hex(str(said["product"])),
        sale_unit_id=id_from_hex(str(said["unit"])),
        code=str(said["code"]),
        name=str(said["name"]),
        spec=str(said["spec"]),
        unit_name=str(said["unit_name"]),
        by_weight=bool(said["by_weight"]),
        tax=TaxKind(code, name, Rate(bp), bool(inclusive)),
        price=_money(said["price"]),
        member_price=_money(said["member_price"]),
        factor=Quantity(said["factor"]),
        family_id=_id(said["family"]),
        category_id=_id(said["category"]),
        unit_cost=_money(said["cost"]),
        cost_estimated=bool(said["cost_estimated"]),
        earns_points=bool(said["earns"]),
        label_quantity=Quantity(quantity) if isinstance(quantity, int) else None,
        label_amount=_money(said["label_amount"]),
    )
    return BasketLine(said["id"], item, Quantity(said["quantity"]), _money(said["typed"]))


def _member_out(member: BasketMember | None) -> list[str | None] | None:
    if member is None:
        return None
    ids = (member.member_id, member.account_id, member.household_id, member.company_id, member.card_id)
    return [_hex(value) for value in ids]


def _member_in(said: list[str | None] | None) -> BasketMember | None:
    if said is None:
        return None
    member_id, account_id, *others = said
    household_id, company_id, card_id = (_id(text) for text in others)
    return BasketMember(id_from_hex(member_id or ""), id_from_hex(account_id or ""), household_id, company_id, card_id)
