"""A forgotten PIN: the code from the paper works once, wrong ones count like wrong PINs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.audit import AuditEvent
from app.models.organisation import Staff
from app.services.common.permissions import GrantNeeded
from app.services.staff.founding import FoundingDraft, found_shop, founder, nobody_at
from app.services.staff.pins import PinTooEasy
from app.services.staff.recovery import (
    NoRecoveryCode,
    RecoveryIncomplete,
    RecoveryMistyped,
    RecoveryResult,
    RecoveryWrong,
    clean_recovery_code,
    has_recovery_code,
    is_last_group,
    issue_recovery_code,
    make_recovery_code,
    recover_with_code,
)
from app.services.staff.sign_in import SignInPaused, sign_in
from app.values.ids import Id
from tests.support.empty import empty_store
from tests.support.shop import QUICK_HASHING, Shop, make_shop

NEW_PIN = "618402"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def issue(shop: Shop) -> str:
    assert shop.owner.staff_id is not None
    with shop.store.act(shop.owner, "recovery") as uow:
        code = issue_recovery_code(uow, shop.owner.staff_id, hashing=QUICK_HASHING)
        uow.commit()
    return code


def recover(shop: Shop, code: str, pin: str = NEW_PIN) -> RecoveryResult:
    assert shop.owner.staff_id is not None
    with shop.store.act(nobody_at(shop.till), "recover") as uow:
        result = recover_with_code(uow, shop.owner.staff_id, code, pin, hashing=QUICK_HASHING)
        uow.commit()
    return result


def signs_in(shop: Shop, pin: str) -> bool:
    assert shop.owner.staff_id is not None
    with shop.store.act(nobody_at(shop.till), "sign_in") as uow:
        result = sign_in(uow, shop.owner.staff_id, pin)
        uow.commit()
    return result.actor is not None


def audited(shop: Shop) -> list[tuple[str, Id | None]]:
    with shop.store.read() as read:
        rows = read.connection.execute(
            select(AuditEvent.action, AuditEvent.staff_id)
            .where(AuditEvent.action.like("recovery%"))
            .order_by(AuditEvent.journal_seq, AuditEvent.id)
        )
        return [(row.action, row.staff_id) for row in rows]


def test_the_code_gives_a_new_pin_and_the_next_code(shop: Shop) -> None:
    code = issue(shop)
    result = recover(shop, f"  {code.lower().replace(' ', '-')} ")

    assert result.problem is None
    assert result.next_code not in ("", code)
    assert signs_in(shop, NEW_PIN)
    owner = shop.owner.staff_id
    actions = audited(shop)
    assert actions[0] == ("recovery_code_issued", owner)
    assert sorted(actions[1:]) == sorted([("recovery_used", owner), ("recovery_code_issued", owner)])


def test_a_code_works_once_and_the_next_one_works(shop: Shop) -> None:
    code = issue(shop)
    following = recover(shop, code).next_code

    assert isinstance(recover(shop, code, "729513").problem, RecoveryWrong)
    assert signs_in(shop, NEW_PIN)
    assert recover(shop, following, "729513").problem is None
    assert signs_in(shop, "729513")


def test_a_newer_code_makes_the_old_one_worthless(shop: Shop) -> None:
    old = issue(shop)
    issue(shop)
    assert isinstance(recover(shop, old).problem, RecoveryWrong)


def test_wrong_codes_lead_to_a_pause_that_even_the_right_one_waits_for(shop: Shop) -> None:
    code = issue(shop)
    answers = [recover(shop, make_recovery_code()).problem for _ in range(5)]

    assert [problem.params["left"] for problem in answers[:4] if problem is not None] == [4, 3, 2, 1]
    assert isinstance(answers[4], SignInPaused)
    assert isinstance(recover(shop, code).problem, SignInPaused)
    shop.clock.tick(timedelta(seconds=61))
    assert recover(shop, code).problem is None
    assert [action for action, _ in audited(shop)].count("recovery_refused") == 6


def test_what_cannot_be_a_code_is_told_and_not_counted(shop: Shop) -> None:
    code = issue(shop)
    first, *rest = code.split()
    wrong = ("2" if first[0] != "2" else "3") + first[1:]
    with pytest.raises(RecoveryMistyped) as told:
        recover(shop, " ".join([wrong, *rest]))
    assert told.value.params["group"] == 1
    with pytest.raises(RecoveryIncomplete):
        recover(shop, code[:-6])
    with pytest.raises(PinTooEasy):
        recover(shop, code, "123456")
    with shop.store.read() as read:
        failed = read.connection.execute(
            select(Staff.failed_attempts).where(Staff.id == shop.owner.staff_id)
        ).scalar_one()
    assert failed == 0


def test_who_never_got_a_code_is_sent_to_an_owner(shop: Shop) -> None:
    with pytest.raises(NoRecoveryCode, match="王老板"):
        recover(shop, make_recovery_code())


def test_a_cashier_makes_no_code_for_an_owner(shop: Shop) -> None:
    assert shop.owner.staff_id is not None
    with pytest.raises(GrantNeeded), shop.store.act(shop.cashier, "recovery") as uow:
        issue_recovery_code(uow, shop.owner.staff_id, hashing=QUICK_HASHING)


def test_the_code_is_nowhere_in_the_file(shop: Shop) -> None:
    code = issue(shop)
    shop.close()
    stored = b"".join(path.read_bytes() for path in shop.path.parent.iterdir() if path.is_file())
    assert code.encode() not in stored
    assert code.replace(" ", "").encode() not in stored
    assert b"$argon2id$" in stored


def test_only_who_holds_the_paper_types_the_last_group() -> None:
    code = make_recovery_code()
    assert len(code.replace(" ", "")) == 20
    assert clean_recovery_code(code) == code
    assert is_last_group(code, f" {code.split()[-1].lower()} ")
    assert not is_last_group(code, code.split()[0])
    assert not is_last_group(code, "")


def test_a_shop_is_founded_with_the_code_that_was_written_down(tmp_path: Path) -> None:
    store = empty_store(tmp_path)
    code = make_recovery_code()
    draft = FoundingDraft("店", owner_name="王老板", owner_pin="275163", recovery_code=code)
    with store.action(founder(draft), "founding") as uow:
        founded = found_shop(uow, draft, hashing=QUICK_HASHING)
    assert founded.owner_id is not None
    with store.read() as read:
        assert has_recovery_code(read, founded.owner_id)
    store.database.close()
