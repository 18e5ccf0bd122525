"""Kill -9 in the middle of an import, and of taking one back: the next command finds nothing half there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.values.failpoints import KILL_VARIABLE
from tests.support.command import Shell, in_own_process, rows

MEMBERS = "手机号,会员号,积分,余额\n" + "".join(f"138001380{at:02d},A{at},10,5\n" for at in range(40))


@pytest.fixture
def folder(shell: Shell, goods: Path, tmp_path: Path) -> Path:
    assert shell("import", "products", goods, "--data", tmp_path / "data").code == 0
    return tmp_path / "data"


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_text(MEMBERS, encoding="utf-8")
    return path


def open_members(folder: Path) -> int:
    return len(rows(folder, "SELECT id FROM member WHERE closed_at IS NULL"))


def balances(folder: Path) -> list[tuple[object, ...]]:
    return rows(folder, "SELECT sum(points_balance), sum(principal_balance) FROM account")


@pytest.mark.parametrize("nth", [1, 3])
def test_killed_while_importing(shell: Shell, folder: Path, members: Path, nth: int) -> None:
    place = {KILL_VARIABLE: f"import.piece:{nth}"}
    killed = in_own_process("import", "members", members, "--data", folder, **place)
    assert killed.code == -9
    assert open_members(folder) < 40
    assert rows(folder, "SELECT state FROM import_run ORDER BY at") == [("done",), ("running",)]

    again = shell("import", "members", members, "--data", folder)
    assert "was taken back" in again.complaint
    assert "40 were added" in again.said
    assert open_members(folder) == 40
    assert balances(folder) == [(400, 20_000)]
    assert shell("verify", "--data", folder).code == 0


def test_killed_while_taking_back(shell: Shell, folder: Path, members: Path) -> None:
    said = shell("import", "members", members, "--data", folder).said
    name = said.split("--undo ")[1].split()[0]
    place = {KILL_VARIABLE: "import.taking_back:2"}
    assert in_own_process("import", "--undo", name, "--data", folder, **place).code == -9
    assert 0 < open_members(folder) < 40

    again = shell("import", "--undo", name, "--data", folder)
    assert "was taken back" in again.complaint
    assert (open_members(folder), balances(folder)) == (0, [(0, 0)])
    assert shell("verify", "--data", folder).code == 0
