"""The real window, offscreen: from a scan or a typed word to the pixels."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from app.bootstrap.folder import open_folder
from app.bootstrap.program import TillProgram, make_application
from app.services.checkout.session import CheckoutSession
from app.services.common.actor import Role
from app.ui.cashier.basket_table import BasketTable
from app.ui.cashier.build import CashierPages
from app.ui.kit.rows_table import RowsTable
from app.ui.shell.main_window import SALE
from app.values.clock import ManualClock
from tests.bench.figures import Figure, p50, p99
from tests.bench.market import Market
from tests.bench.paint import PaintWatch
from tests.support.shop import CASHIER_PIN

LINES = 60
SCANS = 200
SEARCHES = 30
GOODS_WORDS = ("农夫山泉", "牛奶", "红茶", "海天 生抽", "niunai", "nfsq", "kele", "500ml", "香辣薯片", "伊利 有机")
MEMBER_WORDS = ("8000", "1234", "0077", "王伟", "李娜", "zhang", "lw", "陈敏", "刘建国", "6688")
WINDOW = (1366, 768)
MOST_PASSES = 200


class Screen:
    """A till with somebody signed in, in front of its sale page."""

    def __init__(self, folder: Path) -> None:
        self.application = make_application(["bench"])
        self.program = TillProgram(open_folder(folder, ManualClock()))
        self.program.start()
        desk = self.program.desk
        assert desk is not None
        (cashier,) = (entry for entry in desk.staff() if entry.role is Role.CASHIER)
        signed_in = desk.sign_in(cashier.staff_id, CASHIER_PIN)
        assert signed_in.actor is not None
        desk.take_place(signed_in.actor)
        pages = self.cashier  # made on demand, and with them the page
        self.program.window.resize(*WINDOW)
        self.program.window.show_page(SALE)
        self.program.window.show()
        pages.start()
        self.settle()

    @property
    def cashier(self) -> CashierPages:
        """The cashier's pages."""
        assert self.program.cashier is not None
        return self.program.cashier

    @property
    def session(self) -> CheckoutSession:
        """The open basket."""
        assert self.program.session is not None
        return self.program.session

    def settle(self) -> None:
        """Let Qt do all that waits."""
        for _ in range(3):
            self.application.processEvents()

    def scan(self, code: str) -> None:
        """What the scan filter says when the scanner has sent Enter."""
        self.program.scan_filter.scanned.emit(code)

    def painted(self, watch: PaintWatch, act: Callable[[], object]) -> float:
        """Milliseconds from the act until the widget has been painted.

        Raises:
            RuntimeError: it never is, so that there is nothing to measure.
        """
        watch.is_painted = False
        started = time.perf_counter_ns()
        act()
        for _ in range(MOST_PASSES):
            self.application.processEvents()
            if watch.is_painted:
                return (time.perf_counter_ns() - started) / 1e6
        raise RuntimeError("nothing was painted")

    def close(self) -> None:
        """End the program."""
        self.program.close()
        self.settle()


def measure(market: Market, scratch: Path) -> list[Figure]:
    """Scans into a long basket, then both searches."""
    screen = Screen(market.copy(scratch / "screen"))
    try:
        return [*_scans(screen, market), *_searches(screen)]
    finally:
        screen.close()


def _scans(screen: Screen, market: Market) -> list[Figure]:
    for code in market.codes[:LINES]:
        screen.scan(code)
        screen.settle()
    table = screen.cashier.sale.findChild(BasketTable)
    assert table is not None
    watch = PaintWatch(table.viewport())
    took = []
    for code in market.codes[LINES : LINES + SCANS]:
        took.append(screen.painted(watch, partial(screen.scan, code)))
        screen.session.undo()
        screen.cashier.refresh()
        screen.settle()
    return [
        Figure(
            "scan to painted line, 100,000 goods, 60 lines, p50", p50(took), words="code found, priced, stored, painted"
        ),
        Figure("scan to painted line, p99", p99(took), most=16.0),
    ]


def _searches(screen: Screen) -> list[Figure]:
    panels, presenter = screen.cashier.panels, screen.cashier.presenter
    presenter.on_search()
    goods = _typed(screen, panels.search, GOODS_WORDS)
    screen.cashier.sale.close_panels()
    presenter.on_member()
    members = _typed(screen, panels.member, MEMBER_WORDS)
    screen.cashier.sale.close_panels()
    return [
        Figure("product search to painted list, p50", p50(goods)),
        Figure("product search to painted list, p99", p99(goods), most=30.0),
        Figure("member search to painted list, p50", p50(members)),
        Figure("member search to painted list, p99", p99(members), most=30.0),
    ]


def _typed(screen: Screen, panel: QWidget, words: tuple[str, ...]) -> list[float]:
    """The last letter of each word, typed into the field."""
    edit, table = panel.findChild(QLineEdit), panel.findChild(RowsTable)
    assert edit is not None
    assert table is not None
    watch = PaintWatch(table.viewport())
    took = []
    for _ in range(SEARCHES):
        for word in words:
            edit.setText(word[:-1])
            screen.settle()
            took.append(screen.painted(watch, partial(edit.setText, word)))
    return took
