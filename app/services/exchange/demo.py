"""A small invented shop, so that a first look shows something: no real brand, codes 040 to 049, made-up people."""

from __future__ import annotations

from pathlib import Path

from argon2 import PasswordHasher

from app.services.common.actor import Actor, Role
from app.services.common.store import Store
from app.services.exchange.products import run_import_products
from app.services.members.enrol import EnrolDraft, enrol_member
from app.services.staff.founding import FoundingDraft, found_shop, founder
from app.services.staff.people import StaffDraft, add_staff
from app.services.staff.pins import PIN_HASHING

SEED = Path(__file__).resolve().parents[3] / "resources" / "seed"
FIRST_GOODS = ("demo_goods.csv",)
"""Enough for the tour, whose figures are added up from it by hand."""
ALL_GOODS = (*FIRST_GOODS, "demo_goods_more.csv")
SHOP_NAME = "熟客演示店"
OWNER, OWNER_PIN = "王老板", "275163"
CASHIER, CASHIER_PIN = "张敏", "904827"
MEMBERS = (
    ("13800138000", "李秀英"),
    ("13912345678", "陈建国"),
    ("15066668888", "欧阳雪"),
    ("13700001234", "王芳"),
    ("18611115678", "赵一鸣"),
)
"""Phone and name; two of them share their last four digits, as happens."""


def found_demo_shop(
    store: Store, *, hashing: PasswordHasher = PIN_HASHING, goods: tuple[str, ...] = FIRST_GOODS
) -> Actor:
    """Found the demo shop in an empty file, with goods, people and members; returns its owner.

    Args:
        goods: Which lists of `resources/seed` are taken in.

    Raises:
        ShopThere: the file is not empty.
    """
    draft = FoundingDraft(SHOP_NAME, owner_name=OWNER, owner_pin=OWNER_PIN)
    owner = founder(draft, origin="demo")
    with store.action(owner, "founding") as uow:
        found_shop(uow, draft, hashing=hashing)
    with store.action(owner, "staff") as uow:
        add_staff(uow, StaffDraft(CASHIER, Role.CASHIER, CASHIER_PIN), hashing=hashing)
    for name in goods:
        run_import_products(store, owner, SEED / name)
    for phone, name in MEMBERS:
        with store.action(owner, "enrol") as uow:
            enrol_member(uow, EnrolDraft(phone=phone, name=name))
    return owner
