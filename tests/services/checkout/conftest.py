"""A stocked shop and the session of its cashier, for the tests of checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.checkout.session import CheckoutSession
from app.values import failpoints
from tests.support.goods import Stocked, stock_shop
from tests.support.shop import make_shop


@pytest.fixture
def stocked(tmp_path: Path) -> Iterator[Stocked]:
    """A shop with goods and an open shift; whoever listens to its failpoints hears nothing afterwards."""
    made = stock_shop(make_shop(tmp_path))
    yield made
    failpoints.listen(None)
    made.shop.close()


@pytest.fixture
def session(stocked: Stocked) -> CheckoutSession:
    """The cashier's session."""
    return CheckoutSession(stocked.shop.store, stocked.shop.cashier)
