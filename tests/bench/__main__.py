"""`python -m tests.bench`: measure, print a table, write bench.json. Exit 1 when a target is missed."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sqlcipher3.dbapi2 as sqlite

from tests.bench import backups, commit, goods_list, imports, processes, reports, screen
from tests.bench.figures import Figure, as_table
from tests.bench.market import Market, build_market

RESULT = Path("bench.json")
PARTS: tuple[Callable[[Market, Path], list[Figure]], ...] = (
    commit.measure,
    screen.measure,
    processes.measure,
    goods_list.measure,
    imports.measure,
    reports.measure,
    backups.measure,
)


def main(wanted: list[str]) -> int:
    """Run all parts, or those named: commit, screen, processes, goods_list, imports,
    reports, backups."""
    figures: list[Figure] = []
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="shuke-bench-") as folder:
        scratch = Path(folder)
        print("building a shop with 100,000 goods and 100,000 members", flush=True)
        market = build_market(scratch / "market")
        print(f"built in {time.perf_counter() - started:.0f} s", flush=True)
        for part in PARTS:
            name = part.__module__.rpartition(".")[2]
            if not wanted or name in wanted:
                print(f"measuring: {name}", flush=True)
                figures += part(market, scratch)
    print()
    print(as_table(figures))
    RESULT.write_text(json.dumps(_document(figures), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    missed = [figure.name for figure in figures if figure.verdict == "FAIL"]
    print(f"\n{RESULT} written after {time.perf_counter() - started:.0f} s; {len(missed)} target(s) missed")
    return int(bool(missed))


def _document(figures: list[Figure]) -> dict[str, object]:
    ground = {
        "python": platform.python_version(),
        "sqlite": sqlite.sqlite_version,
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }
    return {"ground": ground, "figures": [figure.as_json() for figure in figures]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
