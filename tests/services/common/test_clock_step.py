"""A clock that is set back is a fact in the journal, once, and never a reason not to sell."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from app.models.audit import AuditEvent
from app.services.backup.verify import verify_store
from app.services.common import audit
from tests.support.shop import Shop, make_shop


def act(shop: Shop) -> None:
    with shop.store.action(shop.owner, "test") as uow:
        audit.record(uow, "something")


def steps(shop: Shop) -> list[str]:
    with shop.store.read() as read:
        query = select(AuditEvent.detail).where(AuditEvent.action == "clock_stepped_back")
        return list(read.connection.execute(query).scalars())


def test_a_step_back_is_written_down_once(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    act(shop)
    shop.clock.tick(-timedelta(hours=3))
    act(shop)
    act(shop)
    assert steps(shop) == ['{"from": "2026-01-05T01:00:00+00:00"}']
    assert not verify_store(shop.database).findings


def test_an_action_that_failed_does_not_swallow_it(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    act(shop)
    shop.clock.tick(-timedelta(hours=3))
    with shop.store.act(shop.owner, "test") as uow:
        audit.record(uow, "never stored")
    act(shop)
    assert len(steps(shop)) == 1


def test_a_time_service_may_correct_seconds(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    act(shop)
    shop.clock.tick(-timedelta(seconds=90))
    act(shop)
    shop.clock.tick(timedelta(days=2))
    act(shop)
    assert steps(shop) == []
