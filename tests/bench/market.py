"""A shop with 100,000 goods and 100,000 members, written in bulk through the real term builders."""

from __future__ import annotations

import functools
import itertools
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import insert, text

from app.models.database import Database
from app.models.members import Account, Member, MemberSearchDoc
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.rows import write_products
from app.services.common.search_terms import name_terms
from app.services.common.store import Store
from app.services.common.uow import UnitOfWork
from app.services.shifts.open import open_shift
from app.values.barcode import check_digit
from app.values.clock import ManualClock
from app.values.ids import Id, new_id
from app.values.money import Money
from tests.support.shop import DAY, Shop, make_shop

GOODS = 100_000
MEMBERS = 100_000
BATCH = 5_000
BRANDS = [
    "农夫山泉",
    "康师傅",
    "统一",
    "伊利",
    "蒙牛",
    "海天",
    "金龙鱼",
    "福临门",
    "中粮",
    "旺旺",
    "达利园",
    "盼盼",
    "好丽友",
    "三只松鼠",
    "良品铺子",
    "洽洽",
    "百草味",
    "徐福记",
    "雀巢",
    "德芙",
    "可口可乐",
    "百事",
    "王老吉",
    "加多宝",
    "红牛",
    "脉动",
    "怡宝",
    "娃哈哈",
    "光明",
    "三元",
    "君乐宝",
    "安慕希",
    "纯甄",
    "特仑苏",
    "金典",
    "双汇",
    "雨润",
    "金锣",
    "思念",
    "三全",
    "湾仔码头",
    "安井",
    "清风",
    "维达",
    "心相印",
    "洁柔",
    "蓝月亮",
    "立白",
    "奥妙",
    "雕牌",
]
THINGS = [
    "饮用天然水",
    "红烧牛肉面",
    "纯牛奶",
    "酸奶",
    "生抽",
    "老抽",
    "食用油",
    "大米",
    "面粉",
    "挂面",
    "饼干",
    "薯片",
    "巧克力",
    "瓜子",
    "花生",
    "火腿肠",
    "水饺",
    "汤圆",
    "馄饨",
    "鱼丸",
    "抽纸",
    "卷纸",
    "洗衣液",
    "洗洁精",
    "牙膏",
    "牙刷",
    "香皂",
    "沐浴露",
    "洗发水",
    "毛巾",
    "绿茶",
    "红茶",
    "乌龙茶",
    "咖啡",
    "果汁",
    "可乐",
    "啤酒",
    "白酒",
    "红酒",
    "醋",
]
KINDS = ["原味", "草莓味", "香辣", "低脂", "无糖", "经典", "家庭装", "儿童", "有机", "进口"]
SPECS = ["250ml", "330ml", "500ml", "1L", "1.5L", "100g", "200g", "500g", "1kg", "6连包"]
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂芝玉红梅春华建国文斌"


@dataclass(frozen=True, slots=True)
class Market:
    """The big shop's file, closed.

    Attributes:
        codes: Barcodes of goods, evenly from all over the catalogue.
        member_ids: Some members.
    """

    path: Path
    shop: Shop
    codes: tuple[str, ...]
    member_ids: tuple[Id, ...]

    def copy(self, folder: Path) -> Path:
        """A copy of its own, in a folder of its own."""
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.path, folder / "shuke.db")
        return folder

    def opened(self, folder: Path) -> Shop:
        """A copy, opened, with its shift open."""
        database = Database(self.copy(folder) / "shuke.db")
        clock = ManualClock()
        store = Store(database, clock, DAY)
        return replace(self.shop, path=database.path, database=database, store=store, clock=clock)


def code_of(number: int) -> str:
    """The EAN-13 of a generated product."""
    body = f"69{number:010d}"
    return body + str(check_digit(body))


def build_market(folder: Path, *, goods: int = GOODS, members: int = MEMBERS) -> Market:
    """Found the shop, fill it, open a shift."""
    folder.mkdir(parents=True, exist_ok=True)
    shop = make_shop(folder)
    with shop.store.act(shop.owner, "shift_opened") as uow:
        shift = open_shift(uow, Money(50_000))
        uow.commit()
    shop.on_shift(shift.shift_id)
    for batch in _batches(_goods(goods)):
        with shop.store.act(shop.owner, "goods") as uow:
            write_products(uow, batch, cause="bench")
            uow.commit()
    made: list[Id] = []
    for at in range(0, members, BATCH):
        with shop.store.act(shop.owner, "members") as uow:
            made += _write_members(uow, at, min(BATCH, members - at))
            uow.commit()
    with shop.store.act(shop.owner, "optimise") as uow:
        uow.connection.exec_driver_sql("ANALYZE")
        uow.commit()
    shop.close()
    step = max(goods // 1_000, 1)
    codes = tuple(code_of(number) for number in range(0, goods, step))
    return Market(shop.path, shop, codes, tuple(made[:: max(len(made) // 100, 1)]))


def _goods(count: int) -> Iterator[ProductDraft]:
    names = itertools.product(SPECS, KINDS, THINGS, BRANDS)
    for number, (spec, kind, thing, brand) in enumerate(itertools.islice(itertools.cycle(names), count)):
        price = Money(100 + number * 37 % 20_000)
        member_price = Money(price.minor * 9 // 10) if number // 100 % 5 == 0 else None
        yield ProductDraft(
            f"{brand}{kind}{thing}",
            spec,
            codes=(code_of(number),),
            price=price,
            member_price=member_price,
            cost=Money(price.minor * 7 // 10),
        )


def _batches(drafts: Iterator[ProductDraft]) -> Iterator[Sequence[ProductDraft]]:
    while batch := tuple(itertools.islice(drafts, BATCH)):
        yield batch


@functools.cache
def _terms_of(name: str) -> tuple[str, ...]:
    """Search words of a name; there are fewer names than members."""
    return name_terms(name)


def _write_members(uow: UnitOfWork, first: int, count: int) -> list[Id]:
    """Files, accounts and search words as enrolment writes them, without the consents."""
    chance = random.Random(first)
    shared = {"row_version": 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id, "closed_at": None}
    files, accounts, docs = [], [], []
    for number in range(first + 1, first + count + 1):
        member_id = new_id()
        name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
        phone = f"1{chance.randrange(30, 100)}{chance.randrange(10**8):08d}"
        files.append(
            {
                **shared,
                "id": member_id,
                "number": f"M1-{number:06d}",
                "name": name,
                "phone": phone,
                "phone_last4": phone[-4:],
                "arm": number % 100,
                "salt": member_id,
                "household_id": None,
                "company_id": None,
                "referrer_id": None,
                "enrolled_at": uow.now,
                "enrolled_by": uow.actor.staff_id,
                "erased_at": None,
            }
        )
        accounts.append({**shared, "id": new_id(), "owner_kind": "member", "owner_id": member_id, "due_day": None})
        terms = dict.fromkeys((*_terms_of(name), phone[-4:], f"{number:06d}", str(number)))
        docs.append({"doc_id": number, "member_id": member_id, "terms": " ".join(terms)})
    uow.connection.execute(insert(Member), files)
    uow.connection.execute(insert(Account), accounts)
    uow.connection.execute(insert(MemberSearchDoc), docs)
    uow.connection.execute(text("INSERT INTO member_search(rowid, terms) VALUES (:doc_id, :terms)"), docs)
    return [Id(file["id"]) for file in files]  # type: ignore[arg-type]
