"""Importing in a process of its own: same answers, a stop that is heard, a death that is cleaned up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.models.catalogue import Product
from app.models.exchange import ImportRun
from app.services.common.topics import Topic
from app.services.exchange.desk import LocalImports
from app.services.exchange.process import ProcessImports, WorkerGone
from app.services.exchange.tables import FileMissing
from app.services.exchange.take_back import NotUndoable
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import Shop, make_shop

TEXT = "条码,品名,售价\n" + "".join(f",货{at},1\n" for at in range(60)) + ",坏,x\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


@pytest.fixture
def imports(shop: Shop) -> Iterator[ProcessImports]:
    made = ProcessImports(shop.store, shop.owner)
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "goods.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def open_goods(shop: Shop) -> int:
    with shop.store.read() as read:
        counted = select(func.count()).select_from(Product).where(Product.closed_at.is_(None))
        return int(read.connection.execute(counted).scalar_one())


def states(shop: Shop) -> list[str]:
    with shop.store.read() as read:
        return list(read.connection.execute(select(ImportRun.state)).scalars())


def test_the_same_answers_as_here(shop: Shop, imports: ProcessImports, file: Path, tmp_path: Path) -> None:
    here = LocalImports(shop.store, shop.owner)
    look = imports.look(file)
    assert look == here.look(file)
    told: list[tuple[int, int]] = []
    plan = imports.plan(look.mapping, lambda done, total: told.append((done, total)))
    assert plan == here.plan(look.mapping)
    assert told
    topics: list[frozenset[Topic]] = []
    shop.store.committed = topics.append
    done = imports.run()
    assert (done.result.added, done.result.failed, open_goods(shop)) == (60, 1, 60)
    assert topics == [frozenset({Topic.CATALOGUE})]
    assert imports.save_failed(tmp_path / "failed.xlsx") == 1
    assert done.result.run_id is not None
    imports.undo(done.result.run_id)
    assert (open_goods(shop), states(shop)) == (0, ["undone"])


def test_what_is_wrong_over_there_is_raised_here(
    shop: Shop, imports: ProcessImports, file: Path, tmp_path: Path
) -> None:
    with pytest.raises(FileMissing, match="nowhere"):
        imports.look(tmp_path / "nowhere.csv")
    imports.plan(imports.look(file).mapping)
    done = imports.run()
    assert done.result.run_id is not None
    imports.undo(done.result.run_id)
    with pytest.raises(NotUndoable, match="goods"):
        imports.undo(done.result.run_id)
    imports.look(file)
    with pytest.raises(RuntimeError, match="nothing was planned"):
        imports.run()


def test_a_stop_leaves_nothing(shop: Shop, imports: ProcessImports, file: Path) -> None:
    imports.plan(imports.look(file).mapping)

    def stop(done: int, total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        imports.run(stop)
    assert (open_goods(shop), states(shop)) == (0, ["cancelled"])
    imports.plan(imports.look(file).mapping)
    assert imports.run().result.added == 60


def test_the_till_acts_while_it_runs(shop: Shop, imports: ProcessImports, file: Path) -> None:
    imports.plan(imports.look(file).mapping)
    stocked: list[Stocked] = []

    def sell(done: int, total: int) -> None:
        del done, total
        if not stocked:
            made = stock_shop(shop)
            made.sell(("water", 1))
            stocked.append(made)

    assert imports.run(sell).result.added == 60
    assert stocked


def test_a_death_over_there_is_cleaned_up(shop: Shop, imports: ProcessImports, file: Path) -> None:
    imports.plan(imports.look(file).mapping)

    def kill(done: int, total: int) -> None:
        del total
        if done:
            imports._process.kill()

    with pytest.raises(WorkerGone):
        imports.run(kill)
    assert (open_goods(shop), states(shop)) == (0, ["cancelled"])
    assert imports.plan(imports.look(file).mapping).result.added == 60  # by a fresh process


def test_going_away_in_the_middle_leaves_nothing(shop: Shop, imports: ProcessImports, file: Path) -> None:
    imports.plan(imports.look(file).mapping)

    def go(done: int, total: int) -> None:
        del total
        if done:
            imports.close()

    with pytest.raises(WorkerGone):
        imports.run(go)
    assert (open_goods(shop), states(shop)) == (0, ["cancelled"])
