"""A day of sales through the real services on PostgreSQL; judged by moving it, row by row, into a till's file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import insert, select

from app.models import Base
from app.models.database import Database
from app.models.ledgers import PointsLedger
from app.models.migrate import upgrade
from app.models.postgres import PostgresDatabase
from app.services.backup.verify import verify_store
from app.services.checkout.values import PostedSale
from app.services.common.ledger import BalanceTooLow, move_account
from app.services.common.store import Store
from app.services.shifts.figures import figures_to_json
from app.services.shifts.report import shift_figures
from app.values.clock import ManualClock
from app.values.money import Money
from tests.support.busy_day import a_busy_day, play_busy_day
from tests.support.goods import stock_shop
from tests.support.shop import DAY, Shop, found_with_people, shop_on


def shop_at(hub: PostgresDatabase) -> Shop:
    """The shop of all tests, founded on the server."""
    database = cast("Database", hub)  # the same two engines; a till's file has more that no service asks for
    owner_id, cashier_id = found_with_people(Store(database, ManualClock(), DAY))
    return shop_on(database, Path(), owner_id, cashier_id)


def moved_to_file(hub: PostgresDatabase, path: Path) -> Database:
    """Every row of the server in a fresh file, as the models read and write it."""
    file = Database(path)
    upgrade(file)
    with hub.reader.begin() as source, file.writer.begin() as sink:
        for table in Base.metadata.sorted_tables:
            rows = [dict(row) for row in source.execute(select(table)).mappings()]
            if rows:
                sink.execute(insert(table), rows)
        for name in ("product_search", "member_search"):
            for row in source.exec_driver_sql(f"SELECT rowid, terms FROM {name}").all():
                sink.exec_driver_sql(f"INSERT INTO {name}(rowid, terms) VALUES (?, ?)", tuple(row))
    return file


def test_a_day_posted_on_the_server_is_sound_to_the_last_hash(hub: PostgresDatabase, tmp_path: Path) -> None:
    play_busy_day(shop_at(hub))

    report = verify_store(moved_to_file(hub, tmp_path / "shuke.db"))

    assert report.findings == ()
    assert report.counts == verify_store(Database(a_busy_day())).counts


def test_its_figures_are_those_of_a_till(hub: PostgresDatabase) -> None:
    play_busy_day(shop_at(hub))

    assert all_figures(cast("Database", hub)) == all_figures(Database(a_busy_day()))


def all_figures(database: Database) -> list[dict[str, object]]:
    """What X or Z says of each shift, without the names that are new in each shop."""
    shift = Base.metadata.tables["shift"]
    with Store(database, ManualClock(), DAY).read() as read:
        shifts = read.connection.execute(select(shift.c.id).order_by(shift.c.at)).scalars().all()
        figures = [json.loads(figures_to_json(shift_figures(read, one))) for one in shifts]
    return [{key: said for key, said in one.items() if key not in ("shift_id", "journal_hash")} for one in figures]


def test_a_repeated_sale_is_the_same_sale(hub: PostgresDatabase) -> None:
    shop = shop_at(hub)
    day = stock_shop(shop)
    draft = day.paid(day.basket(("water", 2)))

    first: PostedSale = day.post(draft)
    again = day.post(draft)

    assert again.repeated
    assert (again.number, again.total) == (first.number, Money(400))


def test_an_action_that_fails_leaves_nothing(hub: PostgresDatabase) -> None:
    shop = shop_at(hub)
    day = stock_shop(shop)
    member = day.enrol()

    def spend_what_is_not_there() -> None:
        row = {"account_id": member.account_id, "delta": -1, "balance_after": -1, "cause": "spent", "source_key": "x"}
        with shop.store.action(shop.cashier, "points") as uow:
            uow.add_facts(PointsLedger, [row])
            move_account(uow, member.account_id, "points", -1, guarded=True)

    with pytest.raises(BalanceTooLow):
        spend_what_is_not_there()

    with shop.store.read() as read:
        assert read.connection.execute(select(PointsLedger.id)).all() == []
    assert day.sell(("water", 1), member=member).number == "T1-000001"
