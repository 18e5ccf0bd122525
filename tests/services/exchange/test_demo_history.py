"""The demo shop has been open for a while: real services, the same shop each time, nothing of it left on a printer."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from app.models.database import Database
from app.services.backup.verify import verify_store
from app.services.exchange.demo_history import DAYS, MEMBERS, make_demo_file
from app.services.exchange.demo_people import make_households
from app.values.barcode import has_check_digit
from tests.support.shop import QUICK_HASHING

TODAY = date(2026, 11, 22)


def made(path: Path, days: int) -> Database:
    make_demo_file(path, TODAY, days=days, hashing=QUICK_HASHING)
    return Database(path)


def answer(database: Database, sql: str) -> list[tuple[object, ...]]:
    with database.reader.begin() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return made(tmp_path_factory.mktemp("demo") / "shuke.db", 7)


@pytest.fixture(scope="module")
def two_days(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return made(tmp_path_factory.mktemp("demo") / "shuke.db", 2)


def test_a_week_of_it_is_sound(week: Database) -> None:
    assert verify_store(week).findings == ()


def test_its_last_day_was_yesterday_and_every_shift_is_closed(week: Database) -> None:
    assert answer(week, "SELECT min(business_date), max(business_date), count(*) FROM shift_close") == [
        ("2026-11-15", "2026-11-21", 7)
    ]
    ((sales, members, refunds),) = answer(week, "SELECT count(*), count(member_id), sum(kind = 'refund') FROM sale")
    assert int(str(sales)) > 7 * 20
    assert int(str(members)) > 20
    assert refunds is not None


def test_three_hundred_goods_of_invented_brands(week: Database) -> None:
    codes = [str(code) for (code,) in answer(week, "SELECT code FROM barcode WHERE closed_at IS NULL")]

    assert answer(week, "SELECT count(*) FROM product") == [(300,)]
    assert len(codes) == len(set(codes)) > 250
    assert all(code[:2] == "04" and has_check_digit(code) for code in codes)


def test_nothing_waits_for_a_printer(week: Database) -> None:
    assert answer(week, "SELECT count(*) FROM print_job WHERE state <> 'sent' OR payload IS NOT NULL") == [(0,)]


def test_the_same_shop_each_time(two_days: Database, tmp_path: Path) -> None:
    again = made(tmp_path / "shuke.db", 2)
    figures = "SELECT number, at, total_minor, points_earned FROM sale ORDER BY number"

    assert answer(again, figures) == answer(two_days, figures)


def test_what_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    def stop(done: int, days: int) -> None:
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        make_demo_file(tmp_path / "shuke.db", TODAY, days=5, hashing=QUICK_HASHING, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_sixty_members_some_new_and_some_gone() -> None:
    houses = make_households(random.Random(1), count=MEMBERS, days=DAYS)

    assert len({house.phone for house in houses}) == len({house.name for house in houses}) == MEMBERS
    assert sum(house.first_day > DAYS // 4 for house in houses) >= 5
    assert sum(house.last_day < DAYS - 7 for house in houses) >= 5
    assert all(0 <= house.first_day <= house.last_day for house in houses)


@pytest.mark.deep
def test_ninety_days_are_sound(tmp_path: Path) -> None:
    shop = made(tmp_path / "shuke.db", DAYS)

    assert verify_store(shop).findings == ()
    assert answer(shop, "SELECT count(*) FROM member") == [(60,)]
