"""What every test of a command needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Shell

GOODS = "条码,品名,规格,售价,分类\n6901000000013,海盐饼干,180g,6.50,零食\n6901000000020,矿泉水,550ml,2.00,饮料\n"


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """A command line in this process."""
    return Shell(capsys)


@pytest.fixture
def goods(tmp_path: Path) -> Path:
    """A file with two products."""
    path = tmp_path / "goods.csv"
    path.write_text(GOODS, encoding="utf-8")
    return path
