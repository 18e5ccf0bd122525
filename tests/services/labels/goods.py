"""Labels for tests: short and long names, all kinds of codes, with and without everything that may be missing."""

from __future__ import annotations

import datetime as dt

from app.services.labels.values import Label, ProductLabel, ShelfLabel, UnitPrice
from app.values.money import Money

LONG_NAME = "海天特级金标生抽酿造酱油炒菜凉拌点蘸调味家用大瓶装非转基因大豆酿造零添加防腐剂礼盒装（新老包装随机发货）"
MILK = ShelfLabel("伊利纯牛奶", Money(5990), "250ml×16", "6907992512105", Money(4990), UnitPrice(Money(1498), "l"))
WATER = ShelfLabel("农夫山泉饮用天然水", Money(200), "550ml", "6921168509256", None, UnitPrice(Money(364), "l"))
APPLES = ShelfLabel("散装红富士苹果", Money(1100), per_kg=True)
SAUCE = ShelfLabel(LONG_NAME, Money(123456), "1.9L×6", "6902265360100", Money(100000), UnitPrice(Money(10829), "l"))
GUM = ShelfLabel("口香糖", Money(350), code="96385074")
DUMPLINGS = ProductLabel("手工水饺（猪肉白菜）", "2900000000018", "500g", Money(1850), dt.date(2026, 12, 31))
HOUSE_CODE = ProductLabel("Home-made lemon cake, gluten-free, two pieces", "AB-1234", "2 pcs", Money(999))
BARE = ProductLabel("礼品袋", "012345678905")
ALL: tuple[Label, ...] = (MILK, WATER, APPLES, SAUCE, GUM, DUMPLINGS, HOUSE_CODE, BARE)


def spellings(code: str) -> set[str]:
    """What a scanner may give back for a code."""
    return {code, "0" + code} if len(code) == 12 else {code}
