"""A stocked shop for every test of a report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.reports.history import History
from tests.support.goods import stock_shop
from tests.support.shop import make_shop


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    made = History(stock_shop(make_shop(tmp_path)))
    yield made
    made.shop.close()
