"""Whatever part of a name somebody types finds the goods; nothing anybody types does harm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import (
    add_barcode,
    add_product,
    add_sale_unit,
    change_product,
    close_barcode,
    close_product,
)
from app.services.catalogue.rows import write_products
from app.services.catalogue.search import MAX_CANDIDATES, search_items
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity
from tests.support.shop import Shop, make_shop

GOODS = (
    ProductDraft("农夫山泉饮用天然水", spec="550ml×24", brand="农夫山泉", codes=("6921168509256",), price=Money(200)),
    ProductDraft("重庆火锅底料", spec="1.25kg", codes=("036000291452",)),
    ProductDraft("红富士苹果", plu="123", by_weight=True, price=Money(1280)),
    ProductDraft("Coca-Cola 可口可乐 600ml", supplier="太古", codes=("6928804014648",)),
    ProductDraft("银行纪念册"),
    ProductDraft("旺仔牛奶", spec="245ml"),
    ProductDraft("绿箭口香糖（薄荷）"),
    ProductDraft("牛奶"),
    ProductDraft("纯牛奶 500g"),
    ProductDraft("Müller Joghurt 3.5%"),
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    shop = make_shop(tmp_path_factory.mktemp("search"))
    with shop.store.act(shop.owner, "edit") as uow:
        for draft in GOODS:
            add_product(uow, draft)
        uow.commit()
    return shop


def names(shop: Shop, text: str, limit: int = 50) -> list[str]:
    with shop.store.read() as read:
        return [found.name for found in search_items(read, text, limit=limit)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("山泉", "农夫山泉饮用天然水"),
        ("夫山", "农夫山泉饮用天然水"),
        ("泉", "农夫山泉饮用天然水"),
        ("nongfushanquan", "农夫山泉饮用天然水"),
        ("nongfush", "农夫山泉饮用天然水"),
        ("shanquan", "农夫山泉饮用天然水"),
        ("nfsq", "农夫山泉饮用天然水"),
        ("NFSQ", "农夫山泉饮用天然水"),
        ("fsq", "农夫山泉饮用天然水"),
        ("sq", "农夫山泉饮用天然水"),
        ("ｎｆｓｑ", "农夫山泉饮用天然水"),
        ("nongfu 550", "农夫山泉饮用天然水"),
        ("天然水 农夫", "农夫山泉饮用天然水"),
        ("692116", "农夫山泉饮用天然水"),
        ("chongqing", "重庆火锅底料"),
        ("zhongqing", "重庆火锅底料"),
        ("cqhg", "重庆火锅底料"),
        ("1.25", "重庆火锅底料"),
        ("yinhang", "银行纪念册"),
        ("wangzai", "旺仔牛奶"),
        ("wangzi", "旺仔牛奶"),
        ("lujian", "绿箭口香糖（薄荷）"),
        ("lüjian", "绿箭口香糖（薄荷）"),
        ("lvjian", "绿箭口香糖（薄荷）"),
        ("bohe", "绿箭口香糖（薄荷）"),
        ("bh", "绿箭口香糖（薄荷）"),
        ("coca", "Coca-Cola 可口可乐 600ml"),
        ("cola", "Coca-Cola 可口可乐 600ml"),
        ("可乐600", "Coca-Cola 可口可乐 600ml"),
        ("kekoukele", "Coca-Cola 可口可乐 600ml"),
        ("太古", "Coca-Cola 可口可乐 600ml"),
        ("taigu", "Coca-Cola 可口可乐 600ml"),
        ("muller", "Müller Joghurt 3.5%"),
        ("3.5", "Müller Joghurt 3.5%"),
    ],
)
def test_parts_of_a_name_find_it(shop: Shop, typed: str, name: str) -> None:
    assert name in names(shop, typed)


@pytest.mark.parametrize("typed", ["", " ", "\x00", "*", '"', "😀", "()", "-", "\ue000", "％"])
def test_nothing_to_look_for_finds_nothing(shop: Shop, typed: str) -> None:
    assert names(shop, typed) == []


@pytest.mark.parametrize(
    "typed",
    ['3"x5', "-abc", "NEAR(", "NEAR(a b, 2)", "a OR b", "NOT x", "terms:牛", "^牛", "牛*", "'; DROP TABLE product;--"],
)
def test_words_of_the_index_language_are_only_text(shop: Shop, typed: str) -> None:
    assert all(isinstance(name, str) for name in names(shop, typed))


def test_a_sign_of_the_index_language_changes_nothing(shop: Shop) -> None:
    assert names(shop, '"牛奶"*') == names(shop, "牛奶")


def test_ten_thousand_letters(shop: Shop) -> None:
    assert names(shop, "牛" * 10_000) == []
    assert names(shop, "牛奶 " * 10_000) != []


def test_every_word_must_be_there(shop: Shop) -> None:
    assert names(shop, "牛奶 山泉") == []


def test_order_whole_name_then_beginning_then_inside(shop: Shop) -> None:
    assert names(shop, "牛奶") == ["牛奶", "旺仔牛奶", "纯牛奶 500g"]
    assert names(shop, "niunai")[0] == "牛奶"


def test_the_exact_code_comes_first(shop: Shop) -> None:
    with shop.store.read() as read:
        (first, *_) = search_items(read, "123")
        assert (first.name, first.code, first.by_weight, first.price) == ("红富士苹果", "123", True, Money(1280))
        (upc,) = search_items(read, "0036000291452")
        assert upc.name == "重庆火锅底料"


def test_barcodes_by_their_beginning(own_shop: Shop) -> None:
    with own_shop.store.act(own_shop.owner, "edit") as uow:
        drafts = [ProductDraft(f"饼干{at:02d}", codes=(f"69012345{at:05d}",)) for at in range(60)]
        write_products(uow, [*drafts, ProductDraft("69012345型灯泡")], cause="test")
        uow.commit()
    assert len(names(own_shop, "6901234500")) == 50
    assert names(own_shop, "69012345")[0] == "69012345型灯泡"
    assert names(own_shop, "690123450000") == [f"饼干{at:02d}" for at in range(10)]


def test_limit(shop: Shop) -> None:
    assert len(names(shop, "牛", limit=2)) == 2
    assert names(shop, "牛", limit=0) == []


@given(st.text(max_size=40) | st.text(alphabet='牛奶ab1. "*-():^+\x00', max_size=12))
def test_every_text_is_safe(shop: Shop, typed: str) -> None:
    assert len(names(shop, typed)) <= 50


@given(st.sampled_from(GOODS), st.data())
def test_any_two_neighbouring_signs_find_the_name(shop: Shop, draft: ProductDraft, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, max(len(draft.name) - 2, 0)))
    typed = draft.name[at : at + 2]
    if all("\u4e00" <= char <= "\u9fff" for char in typed):
        assert draft.name in names(shop, typed)


@pytest.fixture
def own_shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def add(shop: Shop, draft: ProductDraft) -> Id:
    with shop.store.act(shop.owner, "edit") as uow:
        product_id = add_product(uow, draft)
        uow.commit()
    return product_id


def test_the_index_follows_edits(own_shop: Shop) -> None:
    product_id = add(own_shop, ProductDraft("酱油", codes=("6908512109218",)))
    with own_shop.store.act(own_shop.owner, "edit") as uow:
        change_product(uow, product_id, ProductDraft("陈醋", codes=("6908512108211",)))
        uow.commit()
    assert names(own_shop, "酱油") == []
    assert names(own_shop, "chencu") == ["陈醋"]
    assert names(own_shop, "6908512108211") == ["陈醋"]
    with own_shop.store.act(own_shop.owner, "edit") as uow:
        close_barcode(uow, "6908512108211")
        uow.commit()
    assert names(own_shop, "69085121082") == []
    with own_shop.store.act(own_shop.owner, "edit") as uow:
        close_product(uow, product_id)
        uow.commit()
    assert names(own_shop, "陈醋") == []


def test_packs_stand_behind_their_piece_unless_their_code_is_typed(own_shop: Shop) -> None:
    product_id = add(own_shop, ProductDraft("啤酒", unit_name="瓶", codes=("6908512109218",)))
    with own_shop.store.act(own_shop.owner, "edit") as uow:
        add_barcode(uow, add_sale_unit(uow, product_id, "箱", Quantity.of(12)), "16908512109215")
        uow.commit()
    with own_shop.store.read() as read:
        assert [found.unit_name for found in search_items(read, "啤酒")] == ["瓶", "箱"]
        assert [found.unit_name for found in search_items(read, "16908512109215")] == ["箱", "瓶"]


def test_a_frequent_word_does_not_crowd_out_the_beginning_of_a_name(own_shop: Shop) -> None:
    with own_shop.store.act(own_shop.owner, "edit") as uow:
        crowd = [ProductDraft(f"特价装牛奶{at}") for at in range(MAX_CANDIDATES + 30)]
        write_products(uow, [*crowd, ProductDraft("牛奶布丁")], cause="test")
        uow.commit()
    assert names(own_shop, "牛奶")[0] == "牛奶布丁"


LOOKS_AT_MODULES = """
import sys
from pathlib import Path
from app.models.database import Database
from app.services.catalogue.find import find_item
from app.services.catalogue.rows import write_products
from app.services.catalogue.search import MAX_CANDIDATES, search_items
from app.services.common.store import Store
from app.values.barcode import ScaleRule
from app.values.clock import ManualClock
from tests.support.shop import DAY
store = Store(Database(Path(sys.argv[1])), ManualClock(), DAY)
with store.read() as read:
    assert [found.name for found in search_items(read, "niunai")] == ["牛奶"]
    assert find_item(read, "6908512109218", rule=ScaleRule()).name == "牛奶"
loaded = {"pypinyin", "python_calamine", "xlsxwriter", "numpy", "reportlab"} & sys.modules.keys()
assert not loaded, loaded
"""


def test_selling_and_searching_load_no_dictionary(own_shop: Shop) -> None:
    add(own_shop, ProductDraft("牛奶", codes=("6908512109218",)))
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", LOOKS_AT_MODULES, str(own_shop.path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
