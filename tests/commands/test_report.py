"""`main.py report day|sales|shifts|log|cashiers`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.busy_day import a_busy_day
from tests.support.command import Shell, rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data directory with a busy day, the 5th of January."""
    found = tmp_path / "data"
    found.mkdir(mode=0o700)
    shutil.copyfile(a_busy_day(), found / "shuke.db")
    (found / "shuke.db").chmod(0o600)
    return found


def test_a_day_as_json_adds_up(shell: Shell, folder: Path) -> None:
    answer = shell("report", "day", "--data", folder, "--from", "2026-01-05", "--json", "--language", "en")
    assert answer.code == 0
    tables = json.loads(answer.said)
    assert tables[0]["title"] == "Day report 2026-01-05"
    figures = {row["Figure"]: row["This day"] for row in tables[0]["rows"]}
    # 2.00 + 58.79 - 16.90 + 49.90 - 49.90 + 111.80
    assert figures["Turnover (sales less refunds)"] == "155.69"
    assert {row["Figure"]: row["This day"] for row in tables[1]["rows"]}["Sales"] == "4"


def test_sales_on_the_screen_are_masked(shell: Shell, folder: Path) -> None:
    answer = shell("report", "sales", "--data", folder, "--from", "2026-01-05", "--text", "8000")
    assert answer.code == 0
    assert "138****8000" in answer.said
    assert "T1-000002" in answer.said
    assert "T1-000001" not in answer.said
    assert rows(folder, "SELECT count(*) FROM audit_event WHERE action = 'members_exported'") == [(0,)]


def test_whole_members_are_noted(shell: Shell, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "sales.csv"
    answer = shell("report", "sales", "--data", folder, "--from", "2026-01-05", "--csv", out, "--whole-members")
    assert (answer.code, answer.said) == (0, f"{out}\n")
    assert "13800138000" in out.read_text("utf-8-sig")
    noted = rows(folder, "SELECT origin, detail FROM audit_event WHERE action = 'members_exported'")
    assert noted == [("command line", '{"as": "csv"}')]


@pytest.mark.parametrize("what", ["day", "sales", "shifts", "log", "cashiers"])
def test_every_report_everywhere(shell: Shell, folder: Path, tmp_path: Path, what: str) -> None:
    before = (folder / "shuke.db").read_bytes()
    files = [tmp_path / f"out.{ending}" for ending in ("csv", "xlsx", "pdf")]
    options = [word for path in files for word in (f"--{path.suffix[1:]}", path)]
    days = ("--from", "2026-01-05", "--until", "2026-01-06")
    assert shell("report", what, "--data", folder, *days, *options).code == 0
    assert all(path.stat().st_size for path in files)
    assert shell("report", what, "--data", folder, *days).said
    assert json.loads(shell("report", what, "--data", folder, *days, "--json").said)
    assert (folder / "shuke.db").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "yesterday"),
        ("--from", "2026-01-06", "--until", "2026-01-05"),
        ("--csv", "out.doc"),
    ],
)
def test_what_cannot_be_is_told(shell: Shell, folder: Path, words: tuple[str, ...]) -> None:
    answer = shell("report", "sales", "--data", folder, *words)
    assert answer.code == 2
    assert answer.complaint.startswith("shuke: ")


def test_no_shop_no_report(shell: Shell, tmp_path: Path) -> None:
    answer = shell("report", "day", "--data", tmp_path / "none")
    assert answer.code == 2
    assert "no shop" in answer.complaint
