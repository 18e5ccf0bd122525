"""A shop with goods and a stockroom, for every test of this area."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.goods import stock_shop
from tests.support.shop import make_shop
from tests.support.stockroom import Stockroom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Stockroom]:
    """Water costs 1.20, milk 45.00; noodles and apples cost nobody knows what."""
    shop = make_shop(tmp_path)
    yield Stockroom(stock_shop(shop))
    shop.close()
