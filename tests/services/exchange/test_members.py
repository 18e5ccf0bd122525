"""Members from an old till: files, cards, consent, balances as opening rows; nobody twice, nothing personal told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.models.ledgers import PointsLedger, StoredValueLedger
from app.models.loyalty import PointsLot
from app.models.members import Account, Consent, Member
from app.services.backup.verify import verify_store
from app.services.common.permissions import GrantNeeded
from app.services.exchange.desk import LocalImports, PlanSummary
from app.services.exchange.fields import ImportKind
from app.services.exchange.findings import Severity
from app.services.exchange.members import read_birthday
from app.services.exchange.members_write import CONSENT_VERSION
from app.services.exchange.running import CatalogueMoved
from app.services.members.consent import consent_of
from app.services.members.enrol import EnrolDraft, enrol_member
from app.services.members.find import find_by_code, find_members
from tests.support.shop import Shop, make_shop

HEADER = "会员号(必填),姓名,手机号(必填),折扣,积分,余额,生日\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "members.csv"
    path.write_text(text, encoding="utf-8")
    return path


def planned(shop: Shop, path: Path) -> tuple[LocalImports, PlanSummary]:
    imports = LocalImports(shop.store, shop.owner)
    return imports, imports.plan(imports.look(path, ImportKind.MEMBERS).mapping)


def run(shop: Shop, path: Path) -> PlanSummary:
    return planned(shop, path)[0].run()


def counts(done: PlanSummary) -> tuple[int, int, int]:
    return done.result.added, done.result.unchanged, done.result.failed


def rows(shop: Shop, *columns: Any) -> list[tuple[Any, ...]]:
    with shop.store.read() as read:
        return [tuple(row) for row in read.connection.execute(select(*columns))]


def test_a_member_with_everything(shop: Shop, tmp_path: Path) -> None:
    done = run(shop, write(tmp_path, HEADER + '\'A001,王小明,138 0013 8000,9.5,"1,280",￥50.20,1990/5/7\n'))
    assert counts(done) == (1, 0, 0)
    with shop.store.read() as read:
        member = find_by_code(read, "A001")
        assert member is not None
        assert [hit.member_id for hit in find_members(read, "8000")] == [member.member_id]
        assert [hit.member_id for hit in find_members(read, "wangxiaoming")] == [member.member_id]
        assert consent_of(read, member.member_id).programme
    assert (member.name, member.phone_masked, member.points_balance) == ("王小明", "138****8000", 1280)
    assert rows(shop, Member.birthday, Member.note) == [("1990-05-07", "折扣: 9.5")]
    assert rows(shop, Account.points_balance, Account.principal_balance) == [(1280, 5020)]
    assert rows(shop, Consent.text_version) == [(CONSENT_VERSION,)]


def test_balances_are_opening_rows_and_everything_adds_up(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, "手机号,积分,余额,赠送余额\n13800138000,30,50,5\n13800138001,0,,\n13800138002,,20,\n")
    run_id = run(shop, path).result.run_id
    assert run_id is not None
    points = rows(shop, PointsLedger.delta, PointsLedger.balance_after, PointsLedger.cause, PointsLedger.source_key)
    assert points == [(30, 30, "opening", f"{run_id.hex()}:2")]
    values = rows(shop, StoredValueLedger.delta, StoredValueLedger.purse, StoredValueLedger.source_key)
    key = run_id.hex()
    assert sorted(values) == sorted(
        [
            (5000, "principal", f"{key}:2:principal"),
            (500, "bonus", f"{key}:2:bonus"),
            (2000, "principal", f"{key}:4:principal"),
        ]
    )
    assert rows(shop, PointsLot.remaining, PointsLot.sale_id, PointsLot.expires_on) == [(30, None, None)]
    assert verify_store(shop.database, clock=shop.clock).findings == ()


def test_the_second_time_nobody_gets_anything_again(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "A001,王,13800138000,,10,5,\nA002,李,,,20,,\n")
    assert counts(run(shop, path)) == (2, 0, 0)
    again = run(shop, path)
    assert counts(again) == (0, 2, 0)
    assert again.result.run_id is None
    assert {finding.severity for finding in again.result.findings} == {Severity.INFO}
    assert rows(shop, Account.points_balance, Account.principal_balance) == [(10, 500), (20, 0)]


@pytest.mark.parametrize(
    ("row", "column", "part"),
    [
        (",王,,,,,", "手机号(必填)", "needs a phone number or a card number"),
        ("A1,王,1380013,,,,", "手机号(必填)", "is not a phone number"),
        ("A1,王,13800138000,,-5,,", "积分", "not a number of points"),
        ("A1,王,13800138000,,ten,,", "积分", "not a number of points"),
        ("A1,王,13800138000,,,-1,", "余额", "between 0"),
        ('A1,王,13800138000,,,"1,5",', "余额", "not a price"),
        (f"A1,{'长' * 61},13800138000,,,,", "姓名", "characters"),
        (f"{'9' * 65},王,13800138000,,,,", "会员号(必填)", "cannot be a card number"),
    ],
)
def test_a_bad_row_is_left_out_and_told(shop: Shop, tmp_path: Path, row: str, column: str, part: str) -> None:
    done = run(shop, write(tmp_path, HEADER + row + "\nA9,好,13900139000,,,,\n"))
    assert counts(done) == (1, 0, 1)
    (finding,) = [one for one in done.result.findings if one.severity is Severity.ERROR]
    assert (finding.row, finding.column) == (2, column)
    assert part in finding.sentence


def test_findings_tell_nobodys_number_or_name(shop: Shop, tmp_path: Path) -> None:
    text = (
        HEADER
        + "A1,欧阳锋,13800138000,,,,\nA2,欧阳克,13800138000,,,,\nA3,欧阳春,138001380009999,,,,\nA4,欧阳明,,,x,,\n"
    )
    _, plan = planned(shop, write(tmp_path, text))
    told = " ".join(finding.sentence + str(finding.params) for finding in plan.result.findings)
    assert plan.result.failed == 3
    assert "欧阳" not in told
    assert "13800138000" not in told
    assert "138****8000" in told


def test_one_phone_or_card_in_two_rows(shop: Shop, tmp_path: Path) -> None:
    done = run(
        shop, write(tmp_path, HEADER + "A1,甲,13800138000,,1,,\nA2,乙,13800138000,,1,,\nA1,丙,13800138009,,1,,\n")
    )
    assert counts(done) == (1, 0, 2)
    assert [(one.row, one.params["other"]) for one in done.result.findings] == [(3, 2), (4, 2)]


def test_phone_and_card_of_two_members(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, HEADER + "A1,甲,13800138000,,1,,\nA2,乙,13800138001,,1,,\n"))
    done = run(shop, write(tmp_path, HEADER + "A1,甲,13800138001,,1,,\n"))
    assert counts(done) == (0, 0, 1)


def test_names_of_other_tills(shop: Shop, tmp_path: Path) -> None:
    run(
        shop,
        write(
            tmp_path,
            "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Total Spent,Total Orders,Note,Tax Exempt,Tags\n"
            "'77,Ann,Lee,a@b.c,no,'+8613800138000,1,1,likes tea,no,x\n'78,晓明,王,,no,13800138001,1,1,,no,\n",
        ),
    )
    assert rows(shop, Member.name, Member.phone, Member.email, Member.note) == [
        ("Ann Lee", "13800138000", "a@b.c", "likes tea"),
        ("王晓明", "13800138001", "", ""),
    ]


def test_points_with_decimals_are_cut_and_a_birthday_that_is_none_is_told(shop: Shop, tmp_path: Path) -> None:
    done = run(shop, write(tmp_path, "手机号,积分,生日\n13800138000,12.70,31-31\n13800138001,12.00,\n"))
    assert [finding.severity for finding in done.result.findings] == [Severity.WARNING, Severity.WARNING]
    assert rows(shop, Account.points_balance) == [(12,), (12,)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", ""), ("1990-05-17", "1990-05-17"), ("1990/5/7", "1990-05-07"), ("1990年5月7日", "1990-05-07"),
        ("19900517", "1990-05-17"), ("5-17", "05-17"), ("02-29", "02-29"), ("5月17日", "05-17"),
        ("1990-05-17 00:00:00", "1990-05-17"), ("1990-02-30", None), ("May", None), ("17/05/1990", None),
    ],
)  # fmt: skip
def test_birthdays(text: str, read: str | None) -> None:
    assert read_birthday(text) == read


def test_somebody_enrolled_meanwhile(shop: Shop, tmp_path: Path) -> None:
    imports, _ = planned(shop, write(tmp_path, "手机号,积分\n13800138000,10\n13800138001,10\n"))
    with shop.store.action(shop.cashier, "enrol") as uow:
        enrol_member(uow, EnrolDraft("13800138001"))
    with pytest.raises(CatalogueMoved):
        imports.run()
    assert rows(shop, Account.points_balance) == [(0,)]


def test_a_cashier_may_not_import_members(shop: Shop, tmp_path: Path) -> None:
    imports = LocalImports(shop.store, shop.cashier)
    imports.plan(imports.look(write(tmp_path, "手机号,积分\n13800138000,10\n"), ImportKind.MEMBERS).mapping)
    with pytest.raises(GrantNeeded):
        imports.run()
    assert rows(shop, Member.id) == []


def test_the_audit_keeps_counts_and_no_words(shop: Shop, tmp_path: Path) -> None:
    run(shop, write(tmp_path, HEADER + "A1,王小明,13800138000,,1,,\n"))
    with shop.store.read() as read:
        details = read.connection.execute(select(AuditEvent.detail)).scalars().all()
    assert any('"added": 1' in detail for detail in details)
    assert not any("王" in detail or "138" in detail for detail in details)
