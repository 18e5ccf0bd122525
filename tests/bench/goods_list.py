"""The owner's list of 100,000 goods: from the wish to the painted rows."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.tour.waiting import let_events_run
from app.ui.owner.goods.goods_page import GoodsPage
from tests.bench.figures import Figure, p50, p99
from tests.bench.market import Market
from tests.bench.paint import PaintWatch
from tests.support.goods import Stocked
from tests.support.office import TestOffice, make_office

ROUNDS = 15
MOST_PASSES = 200
WORDS = ("农夫山泉", "牛奶", "nfsq", "500ml", "伊利 有机")
FILTERS = ("no_price", "no_cost", "low_stock", "no_family")


def measure(market: Market, scratch: Path) -> list[Figure]:
    """Open the list, narrow it by words and by filters."""
    shop = market.opened(scratch / "goods")
    office = make_office(scratch, stocked=Stocked(shop))
    try:
        return _figures(office)
    finally:
        office.close()


def _figures(office: TestOffice) -> list[Figure]:
    opened = _timed(lambda: office.screen.go("goods"), lambda: _list(office))
    page = office.screen.view("goods")
    assert isinstance(page, GoodsPage)
    again = [_painted(page, page.list.reload) for _ in range(ROUNDS)]
    words = [_painted(page, lambda word=word: page.list.search_for(word)) for word in WORDS * 3]  # type: ignore[misc]
    page.list.search_for("")
    found = [Figure("list of 100,000 goods opened, page made", opened), Figure("the same read again, p50", p50(again))]
    found.append(Figure("the same narrowed by words, p99", p99(words), most=150.0, words=f"p50 {p50(words):.1f} ms"))
    for name in FILTERS:
        times = [_painted(page, lambda name=name: page.list.set_filters(name)) for _ in range(5)]  # type: ignore[misc]
        found.append(Figure(f"the same filtered: {name}, p50", p50(times)))
    return found


def _list(office: TestOffice) -> QWidget:
    page = office.screen.view("goods")
    assert isinstance(page, GoodsPage)
    return page.list


def _painted(page: GoodsPage, act: Callable[[], object]) -> float:
    return _timed(act, lambda: page.list)


def _timed(act: Callable[[], object], shown: Callable[[], QWidget]) -> float:
    started = time.perf_counter_ns()
    act()
    seen = shown()
    watch = PaintWatch(seen)
    for _ in range(MOST_PASSES):
        seen.update()
        let_events_run()
        if watch.is_painted:
            return (time.perf_counter_ns() - started) / 1e6
    raise RuntimeError("nothing was painted")
