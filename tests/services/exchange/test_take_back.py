"""A whole import taken back: by a person, after a stop half-way, after a crash; refused once facts refer to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from app.models.catalogue import Barcode, Category, Family, Product
from app.models.exchange import ImportChange, ImportRun
from app.models.ledgers import PointsLedger, StoredValueLedger
from app.models.members import Account, Card, Member
from app.models.purchasing import Company
from app.services.backup.verify import verify_store
from app.services.catalogue.current import current_products
from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product, change_product
from app.services.catalogue.find import find_item
from app.services.catalogue.search import search_items
from app.services.common.permissions import GrantNeeded
from app.services.exchange.desk import LocalImports, PlanSummary
from app.services.exchange.fields import ImportKind
from app.services.exchange.pieces import Pace, Pieces
from app.services.exchange.references import GoodsSoldSince, MembersCameSince, SuppliersNamedSince
from app.services.exchange.running import RunTakenBack
from app.services.exchange.runs import find_run, list_runs
from app.services.exchange.take_back import (
    NotUndoable,
    RunState,
    RunUnknown,
    StillRunning,
    recover_imports,
    undo_import,
)
from app.services.members.find import CardLost, find_by_code
from app.values import failpoints
from app.values.barcode import ScaleRule
from app.values.ids import Id, new_id
from app.values.money import Money
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import Shop, make_shop

GOODS = "条码,品名,规格,售价,分类,系列,供应商\n" + "".join(
    f"{code},货{at},1L,{at + 1},新类,新族,新商\n"
    for at, code in enumerate(("6908512108211", "6908512109218", "6901028075831"))
)
MEMBERS = "手机号,会员号,积分,余额,赠送余额\n13800138000,A1,30,50,5\n13800138001,A2,10,,\n13800138002,A3,,20,\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


@pytest.fixture
def stocked(shop: Shop) -> Stocked:
    return stock_shop(shop)


def ready(
    shop: Shop, tmp_path: Path, text: str, *, kind: ImportKind | None = None, name: str = "in.csv"
) -> LocalImports:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    imports = LocalImports(shop.store, shop.owner, Pace(rest_s=0, rows=1, least_rows=1, most_rows=1))
    imports.plan(imports.look(path, kind).mapping)
    return imports


def run(shop: Shop, tmp_path: Path, text: str, *, kind: ImportKind | None = None) -> tuple[LocalImports, Id]:
    imports = ready(shop, tmp_path, text, kind=kind)
    done: PlanSummary = imports.run()
    assert done.result.run_id is not None
    return imports, done.result.run_id


def values(shop: Shop, *columns: Any) -> list[tuple[Any, ...]]:
    with shop.store.read() as read:
        return [tuple(row) for row in read.connection.execute(select(*columns))]


def open_counts(shop: Shop) -> Mapping[str, int]:
    with shop.store.read() as read:
        return {
            model.__tablename__: read.connection.execute(
                select(func.count()).select_from(model).where(model.closed_at.is_(None))
            ).scalar_one()
            for model in (Product, Barcode, Category, Family, Company, Member, Card, Account)
        }


def states(shop: Shop) -> list[str]:
    return [state for (state,) in values(shop, ImportRun.state)]


def is_sound(shop: Shop) -> bool:
    return verify_store(shop.database, clock=shop.clock).findings == ()


def test_new_goods_are_closed_and_what_was_made_for_them(shop: Shop, tmp_path: Path) -> None:
    before = open_counts(shop)
    imports, run_id = run(shop, tmp_path, GOODS)
    assert open_counts(shop)["product"] == 3
    imports.undo(run_id)
    assert open_counts(shop) == before
    assert len(values(shop, Product.id)) == 3  # closed, not deleted
    with shop.store.read() as read:
        assert find_item(read, "6908512108211", rule=ScaleRule()) is None
        assert search_items(read, "货") == ()
    assert states(shop) == ["undone"]
    assert is_sound(shop)


def test_it_can_be_imported_again_afterwards(shop: Shop, tmp_path: Path) -> None:
    imports, run_id = run(shop, tmp_path, GOODS)
    imports.undo(run_id)
    _, again = run(shop, tmp_path, GOODS)
    assert again != run_id
    assert open_counts(shop)["product"] == 3


def test_changed_goods_get_their_old_values_where_nobody_changed_them_since(shop: Shop, tmp_path: Path) -> None:
    with shop.store.action(shop.owner, "goods") as uow:
        first = add_product(
            uow,
            ProductDraft(
                "可乐", spec="1L", codes=("6908512108211",), price=Money(300), category="饮料", unit_name="瓶"
            ),
        )
        second = add_product(uow, ProductDraft("雪碧", spec="1L", codes=("6908512109218",), price=Money(300)))
    with shop.store.read() as read:
        before = current_products(read, [first, second])
    text = (
        "条码,品名,规格,售价,会员价,分类,单位,备注\n"
        "6908512108211 6901028075831,可口可乐,2L,7,6,汽水,箱,堆头\n6908512109218,雪碧爽,3L,8,,汽水,,\n"
    )
    imports, run_id = run(shop, tmp_path, text)
    with shop.store.action(shop.owner, "goods") as uow:
        change_product(uow, second, ProductDraft("我的雪碧", spec="3L", price=Money(900), category="汽水"))
    imports.undo(run_id)
    with shop.store.read() as read:
        after = current_products(read, [first, second])
    restored = after[first].draft
    assert restored.member_price == Money(600)  # the first of its list: history has nothing to go back to
    assert restored.codes == ("6908512108211",)
    old = before[first].draft
    for name in ("name", "spec", "price", "category", "unit_name", "note"):
        assert getattr(restored, name) == getattr(old, name)
    assert (after[second].draft.name, after[second].draft.price) == ("我的雪碧", Money(900))
    with shop.store.read() as read:
        assert [hit.name for hit in search_items(read, "可乐")] == ["可乐"]
        assert find_item(read, "6901028075831", rule=ScaleRule()) is None


def test_members_are_closed_and_their_balances_posted_the_other_way(shop: Shop, tmp_path: Path) -> None:
    before = open_counts(shop)
    imports, run_id = run(shop, tmp_path, MEMBERS)
    imports.undo(run_id)
    assert open_counts(shop) == before
    assert sorted(delta for (delta,) in values(shop, PointsLedger.delta)) == [-30, -10, 10, 30]
    assert sorted(delta for (delta,) in values(shop, StoredValueLedger.delta)) == [-5000, -2000, -500, 500, 2000, 5000]
    assert set(values(shop, Account.points_balance, Account.principal_balance, Account.bonus_balance)) == {(0, 0, 0)}
    with shop.store.read() as read, pytest.raises(CardLost):
        find_by_code(read, "A1")
    assert is_sound(shop)


def test_suppliers_are_closed_or_get_their_old_words(shop: Shop, tmp_path: Path) -> None:
    run(shop, tmp_path, "供应商名称,地址\n太古,北京\n", kind=ImportKind.SUPPLIERS)
    imports, run_id = run(shop, tmp_path, "供应商名称,地址\n太古,上海\n百事,广州\n", kind=ImportKind.SUPPLIERS)
    imports.undo(run_id)
    assert sorted(values(shop, Company.name, Company.address, Company.closed_at.is_(None))) == [
        ("太古", "北京", True),
        ("百事", "广州", False),
    ]
    # What stood there before may be personal, and is gone once it stands there again.
    assert {before for (before,) in values(shop, ImportChange.before)} == {None}


def test_sold_goods_stay(stocked: Stocked, tmp_path: Path) -> None:
    shop = stocked.shop
    imports, run_id = run(shop, tmp_path, GOODS)
    with shop.store.read() as read:
        item = find_item(read, "6908512109218", rule=ScaleRule())
    assert item is not None
    stocked.items["new"] = item
    stocked.sell(("new", 1))
    with pytest.raises(GoodsSoldSince, match="货1"):
        imports.undo(run_id)
    assert states(shop) == ["done"]
    assert open_counts(shop)["product"] == 3 + 5


def test_members_who_came_stay(stocked: Stocked, tmp_path: Path) -> None:
    shop = stocked.shop
    imports, run_id = run(shop, tmp_path, MEMBERS)
    with shop.store.read() as read:
        member = find_by_code(read, "A2")
    stocked.sell(("water", 1), member=member)
    with pytest.raises(MembersCameSince, match="M1-00000"):
        imports.undo(run_id)
    assert open_counts(shop)["member"] == 3


def test_suppliers_that_goods_name_stay(shop: Shop, tmp_path: Path) -> None:
    imports, run_id = run(shop, tmp_path, "供应商名称\n太古\n", kind=ImportKind.SUPPLIERS)
    with shop.store.action(shop.owner, "goods") as uow:
        add_product(uow, ProductDraft("可乐", supplier="太古"))
    with pytest.raises(SuppliersNamedSince, match="太古"):
        imports.undo(run_id)


def test_a_stop_half_way_leaves_nothing(shop: Shop, tmp_path: Path) -> None:
    before = open_counts(shop)
    imports = ready(shop, tmp_path, GOODS)

    def stop(done: int, total: int) -> None:
        if done > total - 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        imports.run(stop)
    assert len(values(shop, Product.id)) == 2  # two of three had been written
    assert open_counts(shop) == before
    assert states(shop) == ["cancelled"]
    assert is_sound(shop)


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_crash_half_way_is_taken_back_at_the_next_start(shop: Shop, tmp_path: Path, nth: int) -> None:
    class Crash(BaseException):
        """Nothing runs after it."""

    before = open_counts(shop)
    imports = ready(shop, tmp_path, MEMBERS, name="crash.csv")
    seen = 0

    def crash(name: str) -> None:
        nonlocal seen
        seen += name == "import.piece"
        if seen >= nth:
            raise Crash

    failpoints.listen(crash)
    try:
        with pytest.raises(Crash):
            imports.run()
    finally:
        failpoints.listen(None)
    assert states(shop) == ["running"]
    with pytest.raises(StillRunning):
        undo_import(shop.store, shop.owner, values(shop, ImportRun.id)[0][0])
    assert recover_imports(shop.store, shop.owner) == ("crash.csv",)
    assert recover_imports(shop.store, shop.owner) == ()
    assert open_counts(shop) == before
    assert states(shop) == ["cancelled"]
    assert set(values(shop, Account.points_balance, Account.principal_balance)) <= {(0, 0)}
    assert is_sound(shop)


def test_an_undo_that_was_cut_off_goes_on(shop: Shop, tmp_path: Path) -> None:
    before = open_counts(shop)
    imports, run_id = run(shop, tmp_path, MEMBERS)

    def stop(done: int, total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        imports.undo(run_id, stop)
    assert states(shop) == ["undoing"]
    recover_imports(shop.store, shop.owner)
    assert (open_counts(shop), states(shop)) == (before, ["undone"])
    assert is_sound(shop)


def test_the_till_sells_between_the_pieces(stocked: Stocked, tmp_path: Path) -> None:
    """And what it sells of the new goods meanwhile does not keep a stopped import half there."""
    shop = stocked.shop
    imports = ready(shop, tmp_path, GOODS)
    sold: list[str] = []

    def sell(done: int, total: int) -> None:
        with shop.store.read() as read:
            item = find_item(read, "6908512108211", rule=ScaleRule())
        if item is not None and not sold:
            stocked.items["new"] = item
            sold.append(stocked.sell(("new", 1), ("water", 1)).number)
        if sold and done > total - 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        imports.run(sell)
    assert sold
    assert states(shop) == ["cancelled"]
    with shop.store.read() as read:
        assert find_item(read, "6908512108211", rule=ScaleRule()) is None
    assert is_sound(shop)


def test_the_list_of_imports(shop: Shop, tmp_path: Path) -> None:
    imports, first = run(shop, tmp_path, GOODS)
    imports.undo(first)
    _, second = run(shop, tmp_path, "会员号,手机号,折扣,积分\nA1,13800138000,,5\nA2,1,,\n")
    with shop.store.read() as read:
        page = list_runs(read)
        found = find_run(read, second.hex()[-8:])
        with pytest.raises(RunUnknown):
            find_run(read, "")
    assert [(run.kind, run.state, run.program, run.added, run.failed) for run in page.rows] == [
        (ImportKind.MEMBERS, RunState.DONE, "Pospal 银豹", 1, 1),
        (ImportKind.PRODUCTS, RunState.UNDONE, "", 3, 0),
    ]
    assert (page.total, page.rows[0].staff_name, page.rows[0].file_name) == (2, "王老板", "in.csv")
    assert found == page.rows[0]
    assert [run.can_be_undone for run in page.rows] == [True, False]


def test_twice_unknown_and_not_allowed(shop: Shop, tmp_path: Path) -> None:
    imports, run_id = run(shop, tmp_path, GOODS)
    with pytest.raises(GrantNeeded):
        undo_import(shop.store, shop.cashier, run_id)
    assert states(shop) == ["done"]
    imports.undo(run_id)
    with pytest.raises(NotUndoable, match="“in"):
        imports.undo(run_id)
    with pytest.raises(RunUnknown):
        imports.undo(new_id())


@pytest.mark.expects_log
def test_a_failure_of_the_disk_is_told_and_taken_back_later(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.services.exchange import running
    from app.values.errors import StoreError

    imports = ready(shop, tmp_path, GOODS)

    def full(*args: object, **more: object) -> None:
        raise StoreError("SQLITE_FULL")

    with monkeypatch.context() as patched:
        patched.setattr(Pieces, "write", full)
        patched.setattr(running, "take_back", full)
        with pytest.raises(StoreError, match="SQLITE_FULL"):
            imports.run()
    assert states(shop) == ["running"]
    recover_imports(shop.store, shop.owner)
    assert states(shop) == ["cancelled"]


def test_a_short_number_that_somebody_else_took(shop: Shop, tmp_path: Path) -> None:
    with shop.store.action(shop.owner, "goods") as uow:
        first = add_product(uow, ProductDraft("苹果", plu="12", codes=("6908512108211",)))
    imports, run_id = run(shop, tmp_path, "条码,品名,PLU\n6908512108211,苹果,13\n")
    with shop.store.action(shop.owner, "goods") as uow:
        add_product(uow, ProductDraft("梨", plu="12"))
    imports.undo(run_id)
    with shop.store.read() as read:
        assert current_products(read, [first])[first].draft.plu == "13"


def test_a_run_of_nobody(shop: Shop, tmp_path: Path) -> None:
    run(shop, tmp_path, GOODS)
    with shop.store.action(shop.owner, "test") as uow:
        uow.connection.execute(update(ImportRun).values(staff_id=None))
    with shop.store.read() as read:
        assert list_runs(read).rows[0].staff_name == ""


def test_a_till_that_starts_meanwhile_ends_the_import_of_another_program(shop: Shop, tmp_path: Path) -> None:
    before = open_counts(shop)
    imports = ready(shop, tmp_path, GOODS)

    def start(done: int, total: int) -> None:
        if done == total - 1:
            recover_imports(shop.store, shop.owner)

    with pytest.raises(RunTakenBack):
        imports.run(start)
    assert (open_counts(shop), states(shop)) == (before, ["cancelled"])


def test_a_supplier_that_came_with_goods_and_is_used_since_stays(shop: Shop, tmp_path: Path) -> None:
    imports, run_id = run(shop, tmp_path, GOODS)
    with shop.store.action(shop.owner, "goods") as uow:
        add_product(uow, ProductDraft("别的", supplier="新商", category="新类"))
    imports.undo(run_id)
    assert open_counts(shop)["product"] == 1
    assert values(shop, Company.closed_at.is_(None)) == values(shop, Category.closed_at.is_(None)) == [(True,)]
    assert values(shop, Family.closed_at.is_(None)) == [(False,)]
