"""The till while 20,000 goods come in: the longest time its window did not answer, and the longest scan."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from app.bootstrap.folder import open_folder
from app.services.exchange.process import ProcessImports
from tests.bench.figures import Figure, p50, p99
from tests.bench.market import Market
from tests.bench.screen import Screen

ROWS = 20_000
SCAN_EVERY_S = 0.15
LINES = 30
BREATH_S = 0.002
FRAME_MS = 100.0
"""A person notices a stop from about here on; a scanner's next code comes later."""


def measure(market: Market, scratch: Path) -> list[Figure]:
    """Look, plan and run in the process beside, scans going on in the window."""
    file = _goods(scratch / "goods.csv")
    folder = market.copy(scratch / "imports")
    screen = Screen(folder)
    opened = open_folder(folder)
    try:
        return _measured(screen, market, ProcessImports(opened.store, opened.operator()), file)
    finally:
        opened.close()
        screen.close()


def _goods(path: Path) -> Path:
    lines = ["条码,品名,规格,售价,进价,分类,供应商,品牌"]
    lines += [
        f"{29 * 10**11 + at:013d},进口好东西{at}号,{at % 900 + 100}g,{at % 90 + 1}.50,{at % 50 + 1}.20,"
        f"新分类{at % 40},新供应商{at % 60},品牌{at % 300}"
        for at in range(ROWS)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _measured(screen: Screen, market: Market, imports: ProcessImports, file: Path) -> list[Figure]:
    took: dict[str, float] = {}
    outcome: list[int] = []

    def work() -> None:
        began = time.perf_counter()
        look = imports.look(file)
        imports.plan(look.mapping, lambda done, total: None)
        took["plan"] = time.perf_counter() - began
        outcome.append(imports.run(lambda done, total: None).result.added)
        took["all"] = time.perf_counter() - began
        imports.close()

    worker = threading.Thread(target=work)
    worker.start()
    frames, scans = _scan_on(screen, market, worker)
    worker.join()
    assert outcome == [ROWS], "the import did not come to its end"
    return [
        Figure("import of 20,000 rows, planned", took["plan"] * 1000),
        Figure("import of 20,000 rows, written", took["all"] * 1000),
        Figure("import: scan meanwhile, p50", p50(scans)),
        Figure("import: scan meanwhile, p99", p99(scans)),
        Figure("import: scan meanwhile, longest", max(scans)),
        Figure("import longest frame", max(frames), most=FRAME_MS, words="the window's loop, scans included"),
    ]


def _scan_on(screen: Screen, market: Market, worker: threading.Thread) -> tuple[list[float], list[float]]:
    """Scan without end while the worker lives: how long each turn of the window's loop took, and each scan."""
    frames, scans = [], []
    codes = iter(market.codes * 50)
    next_scan = time.perf_counter()
    while worker.is_alive():
        began = time.perf_counter()
        if began >= next_scan:
            next_scan = began + SCAN_EVERY_S
            screen.scan(next(codes))
            scans.append((time.perf_counter() - began) * 1000)
        screen.application.processEvents()
        frames.append((time.perf_counter() - began) * 1000)
        if len(screen.session.view.priced.lines) >= LINES:
            _empty(screen)
        worker.join(BREATH_S)
    return frames, scans


def _empty(screen: Screen) -> None:
    """Take the lines out again, outside of what is measured."""
    while screen.session.view.priced.lines:
        screen.session.undo()
    screen.cashier.refresh()
    screen.settle()
