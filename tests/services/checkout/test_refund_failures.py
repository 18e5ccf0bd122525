"""A refund that fails anywhere leaves every table as it was."""

from __future__ import annotations

import pytest

from app.services.checkout.refund import REFUND_STEPS
from app.values import failpoints
from app.values.quantity import ONE
from tests.support.goods import Stocked
from tests.support.tables import changed_tables, dump_tables


class StoppedHere(Exception):
    """A test's own failure in the middle of a posting."""


POINTS_OF_FAILURE = [*(f"{step}.{side}" for step in REFUND_STEPS for side in ("before", "after")), "uow.before_commit"]


@pytest.mark.parametrize("name", POINTS_OF_FAILURE)
def test_failing_anywhere_leaves_every_table_as_it_was(stocked: Stocked, name: str) -> None:
    sale = stocked.sell(("milk", 2), ("water", 3), member=stocked.enrol())
    before = dump_tables(stocked.shop.database)

    def stop(reached: str) -> None:
        if reached == name:
            raise StoppedHere(name)

    failpoints.listen(stop)
    with pytest.raises(StoppedHere, match=name):
        stocked.refund(sale, (1, ONE))
    failpoints.listen(None)

    assert changed_tables(before, dump_tables(stocked.shop.database)) == set()
    assert stocked.refund(sale, (1, ONE)).number == "T1-000002"


def test_the_failures_above_are_where_refunding_really_passes(stocked: Stocked) -> None:
    sale = stocked.sell(("milk", 2), member=stocked.enrol())
    seen: list[str] = []
    failpoints.listen(seen.append)
    stocked.refund(sale, (1, ONE))
    failpoints.listen(None)

    assert seen == [*POINTS_OF_FAILURE, "uow.after_commit"]
