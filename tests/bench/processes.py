"""First window and memory: measured from outside, in processes of their own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.market import Market
from tests.support.shop import make_shop

ROOT = Path(__file__).resolve().parents[2]
STARTS = 5
_ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
# A till is started every day: as on any machine, Python has kept what it compiled at the first start.
_ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def measure(market: Market, scratch: Path) -> list[Figure]:
    """Starts taken in turn, then one long day."""
    folder = scratch / "start"
    folder.mkdir()
    _ENVIRONMENT["PYTHONPYCACHEPREFIX"] = str(scratch / "compiled")
    make_shop(folder).close()
    bare, till = [], []
    for _ in range(STARTS + 1):
        bare.append(_until_painted("bare"))
        till.append(_until_painted("window", str(folder)))
    # The first of each only fills the caches: the disk's, and what Python compiles once.
    floor, ours = statistics.median(bare[1:]), statistics.median(till[1:])
    return [
        Figure("first window, from the start of the process", ours, "s", floor=floor, most=1.5, words="started before"),
        *_memory(market, scratch),
    ]


def _until_painted(*what: str) -> float:
    """Seconds from starting a process to its first paint."""
    started = time.perf_counter()
    with _child(*what) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - started
    if line.strip() != "painted" or process.returncode != 0:
        raise RuntimeError(f"{what} ended with {process.returncode} and said {line!r}")
    return took


def _memory(market: Market, scratch: Path) -> list[Figure]:
    with _child("memory", str(market.copy(scratch / "memory"))) as process:
        assert process.stdout is not None
        said = [line.split() for line in process.stdout if line.startswith("rss ")]
    sizes = {int(sales): int(size) / 1e6 for _, sales, size in said}
    growth = (sizes[300] / sizes[10] - 1) * 100
    return [
        Figure("memory after 300 sales, beside after 10", sizes[300], "MB", floor=sizes[10]),
        Figure("growth of memory from 10 to 300 sales", growth, "%", most=10.0),
    ]


def _child(*what: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.bench.child", *what]
    return subprocess.Popen(command, cwd=ROOT, env=_ENVIRONMENT, stdout=subprocess.PIPE, text=True)
