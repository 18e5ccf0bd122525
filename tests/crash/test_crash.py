"""Kill -9 anywhere: what was shown is there, once; what was not shown is whole or absent.

Each test kills the till at one named place, looks at the file and the paper, and plays the day to its end.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.services.checkout.post import SALE_STEPS
from app.services.checkout.refund import REFUND_STEPS
from tests.crash import day
from tests.support.goods import stock_shop
from tests.support.shop import make_shop

ROOT = Path(__file__).resolve().parents[2]
BACKUP_PLACES = (
    *(f"backup.{step}" for step in ("copied", "sealed", "checked", "named")),
    *(f"restore.{step}" for step in ("opened", "epoch_noted", "prepared", "kept", "swapped", "key_kept")),
    "set_aside.noted",
)
ELSEWHERE = {
    "migrate.before_commit": "tests/models/test_migrate.py",
    **dict.fromkeys(BACKUP_PLACES, "tests/services/backup/test_killed.py"),
    **dict.fromkeys(("import.piece", "import.taking_back"), "tests/commands/test_imports_killed.py"),
}
"""Places that no day at the till passes, and the test that kills there."""
COPY = "COPY".encode("gb18030")
NUMBER = re.compile(rb"T1-\d{6}")


def named_places() -> list[str]:
    """Every failpoint of the program, read from its source."""
    found = {f"{step}.{side}" for step in (*SALE_STEPS, *REFUND_STEPS) for side in ("before", "after")}
    for path in sorted((ROOT / "app").rglob("*.py")):
        found |= set(re.findall(r"\breach\(\"([\w.]+)\"\)", path.read_text(encoding="utf-8")))
    return sorted(found - ELSEWHERE.keys())


PLACES = named_places()
LATER = [
    *(f"uow.{side}_commit:{nth}" for side in ("before", "after") for nth in (6, 9, 12, 15, 24, 31, 44)),
    *(f"print.{what}:{nth}" for what in ("claimed", "sent", "settled") for nth in (2, 4, 9)),
    *(f"scan.{side}_save:{nth}" for side in ("before", "after") for nth in (3, 5, 8)),
    *(f"pay.{where}:{nth}" for where in ("before_post", "after_commit") for nth in (2, 3, 4)),
]


@dataclass
class Run:
    """What one run showed and how it ended."""

    lines: list[str]
    exit_code: int

    def after(self, word: str) -> list[str]:
        """The rest of every line that begins with `word`."""
        return [line.removeprefix(word + " ") for line in self.lines if line.startswith(word + " ")]

    @property
    def states(self) -> list[dict[str, Any]]:
        """The screens, in order."""
        return [json.loads(text) for text in self.after("state")]

    @property
    def in_flight(self) -> str:
        """The action whose outcome was not shown; empty when none was."""
        shown = [line for line in self.lines if line.startswith(("doing ", "state "))]
        return shown[-1].removeprefix("doing ") if shown and shown[-1].startswith("doing ") else ""


class Driver:
    """The process that plays days."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.driver"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def run(self, folder: Path, **how: Any) -> Run:
        """Play, and read the pipe until the end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write((json.dumps({"folder": str(folder), **how}) + "\n").encode())
        self._process.stdin.flush()
        lines: list[str] = []
        for raw in self._process.stdout:
            line = raw.decode().rstrip("\n")
            if line.startswith("exit "):
                return Run(lines, int(line.removeprefix("exit ")))
            lines.append(line)
        raise AssertionError("the driver died")

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop with goods, a member and an open shift, before the first customer."""
    folder = tmp_path_factory.mktemp("morning")
    stocked = stock_shop(make_shop(folder))
    stocked.enrol(day.PHONE)
    stocked.shop.close()
    return folder


@pytest.fixture(scope="module")
def driver(morning: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    made = Driver()
    warm = made.run(Path(shutil.copytree(morning, tmp_path_factory.mktemp("warm") / "day")), warm=True)
    assert warm.exit_code == 0
    yield made
    made.close()


@pytest.fixture(scope="module")
def calm(driver: Driver, morning: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The day without a power cut."""
    folder = tmp_path_factory.mktemp("calm") / "day"
    shutil.copytree(morning, folder)
    run = driver.run(folder, trace=True)
    assert run.exit_code == 0
    assert run.after("finding") == []
    check_papers(folder)
    return run


@pytest.fixture
def folder(morning: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(morning, tmp_path / "day"))


def test_the_day_passes_every_named_place(calm: Run) -> None:
    """A failpoint that somebody adds is killed at too, or named in ELSEWHERE with its own test."""
    assert set(PLACES) <= set(calm.after("reached"))
    assert len(PLACES) >= 30
    for path in ELSEWHERE.values():
        assert (ROOT / path).exists()


def test_the_calm_day_ends_as_it_should(calm: Run) -> None:
    totals = json.loads(calm.after("end")[0])

    assert [row[:2] for row in totals["sales"]] == [
        ["T1-000001", 6198],
        ["T1-000002", 7680],
        ["T1-000003", 1890],
        ["T1-000004", -200],
        ["T1-000005", 4990],
    ]
    assert (totals["drafts"], totals["shift"], totals["open papers"]) == ([[0]], [[1]], [[0]])


@pytest.mark.parametrize("place", [*PLACES, *LATER])
def test_killed_at(place: str, driver: Driver, folder: Path, calm: Run) -> None:
    """odoo 125037, 60939, 203431: paid orders were lost. uniCenta: printed though saving had failed."""
    killed = driver.run(folder, failpoint=place)
    assert killed.exit_code == -signal.SIGKILL, f"{place} was not reached"

    check_and_go_on(driver, folder, [killed], calm)


def test_a_receipt_that_was_only_claimed_is_offered_and_comes_as_a_copy(driver: Driver, folder: Path) -> None:
    """NexoPOS 1753: nothing printed but the sale was paid."""
    driver.run(folder, failpoint="print.claimed:2")
    assert receipts(folder) == []
    rest = driver.run(folder, hour=1)

    assert rest.after("unsure") == ["receipt T1-000001 False"]
    assert receipts(folder)[0] == ("T1-000001", True)


def test_a_receipt_that_came_out_before_the_cut_is_offered_and_not_repeated(driver: Driver, folder: Path) -> None:
    driver.run(folder, failpoint="print.sent:2")
    assert receipts(folder) == [("T1-000001", False)]
    rest = driver.run(folder, hour=1)

    assert rest.after("unsure") == ["receipt T1-000001 True"]
    assert [number for number, _ in receipts(folder)].count("T1-000001") == 1


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(200))
def test_killed_anywhere(seed: int, driver: Driver, folder: Path, calm: Run) -> None:
    """Several power cuts in one day: at any place passed, any time it is passed, or at any moment."""
    chance = random.Random(seed)
    runs = []
    for hour in range(chance.randint(1, 4)):
        if seed % 4 == 3:
            how: dict[str, Any] = {"kill_ms": chance.randint(1, 700)}
        else:
            how = {"failpoint": f"*:{chance.randint(1, 60)}"}
        runs.append(driver.run(folder, hour=hour, **how))
        check_after_cut(folder, runs)
        if runs[-1].exit_code == 0:
            break
    check_and_go_on(driver, folder, runs, calm)


def check_and_go_on(driver: Driver, folder: Path, runs: list[Run], calm: Run) -> None:
    """What must hold after the last cut, the rest of the day, and what must hold at its end."""
    check_after_cut(folder, runs)
    rest = driver.run(folder, hour=len(runs))
    assert rest.exit_code == 0, "\n".join(rest.lines)
    check_recovered(runs[-1], rest)
    assert [line for run in (*runs, rest) for line in run.after("finding")] == []
    assert rest.after("end") == calm.after("end")
    check_papers(folder)


def check_after_cut(folder: Path, runs: list[Run]) -> None:
    """A sale whose change was shown is there once; no paper without a sale."""
    on_disk = Counter(sales_on_disk(folder))
    shown = {text.split()[0] for run in runs for text in (*run.after("change"), *run.after("given back"))}
    assert {number: on_disk[number] for number in shown} == dict.fromkeys(shown, 1)
    assert set(numbers_on_paper(folder)) <= set(on_disk)


def check_recovered(killed: Run, rest: Run) -> None:
    """The screen comes back as it was shown, or as the action in flight would have made it."""
    if not killed.states:
        return
    back, shown = rest.states[0], killed.states[-1]
    assert back in (shown, after_action(shown, killed.in_flight))


def after_action(shown: dict[str, Any], action: str) -> dict[str, Any]:
    """The screen that the action in flight would have led to."""
    word, _, rest = action.partition(" ")
    if word == "scan":
        return {**shown, "items": sorted([*shown["items"], rest])}
    if word == "member":
        return {**shown, "member": True}
    if word == "hold":
        return {**shown, "items": [], "member": False, "held": shown["held"] + 1}
    if word == "recall":
        return {**shown, "items": sorted(day.ON_HOLD.codes), "held": shown["held"] - 1}
    if word == "pay":
        return {**shown, "items": [], "member": False, "last": rest}
    if word == "refund":
        return {**shown, "last": day.REFUND}
    return shown


def sales_on_disk(folder: Path) -> list[str]:
    """Numbers of all sales, read by the bare driver, as the next program start would see them."""
    connection = sqlite.connect(str(folder / "shuke.db"))
    try:
        return [number for (number,) in connection.execute("SELECT number FROM sale")]
    finally:
        connection.close()


def papers(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder / "paper").glob("job-*.bin"))]


def receipts(folder: Path) -> list[tuple[str, bool]]:
    """Number and whether it is marked as a copy, of every receipt on paper (its own number is the last on it)."""
    found = []
    for paper in papers(folder):
        is_report = b"\xbd\xbb\xb0\xe0" in paper  # 交班
        if (numbers := NUMBER.findall(paper)) and not is_report:
            found.append((numbers[-1].decode(), COPY in paper))
    return found


def numbers_on_paper(folder: Path) -> list[str]:
    return [number for number, _ in receipts(folder)]


def check_papers(folder: Path) -> None:
    """Every sale of the day has its receipt; none came out twice unless it says COPY."""
    printed = receipts(folder)
    originals = Counter(number for number, is_copy in printed if not is_copy)
    assert set(numbers_on_paper(folder)) == set(sales_on_disk(folder))
    assert all(count == 1 for count in originals.values()), printed
