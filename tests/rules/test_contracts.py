"""The import contracts of pyproject.toml notice what they forbid: one planted import each, in a small copy."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.source import ROOT

# A house of one file a room, in which every allowed road is walked.
HOUSE = {
    "app/bootstrap/__init__.py": "import app.ui.shell.window, app.services.checkout.post, app.models.sales",
    "app/ui/shell/window.py": "import PySide6.QtWidgets, app.services.checkout.post, app.ui.kit.words",
    "app/ui/kit/words.py": "import app.values.money",
    "app/services/checkout/post.py": "import app.services.pricing.engine, app.services.common.uow",
    "app/services/loyalty/points.py": "import app.services.members.find",
    "app/services/payments/plan.py": "import app.services.loyalty.points",
    "app/services/members/find.py": "import app.services.common.uow",
    "app/services/pricing/engine.py": "import app.values.money",
    "app/services/pricing/load.py": "import sqlalchemy, app.models.sales, app.services.common.uow",
    "app/services/common/uow.py": "import sqlalchemy, app.models.sales",
    "app/models/sales.py": "import sqlalchemy, app.values.money",
    "app/values/money.py": "",
}
# file, what is imported there, the contract that objects
OFFENCES = (
    ("app/values/money.py", "app.models.sales", "floors"),
    ("app/models/sales.py", "app.services.common.uow", "floors"),
    ("app/services/checkout/post.py", "app.ui.kit.words", "floors"),
    ("app/services/checkout/post.py", "PySide6.QtCore", "services, models and values know no Qt"),
    ("app/values/money.py", "sqlalchemy", "values know no SQL"),
    ("app/ui/kit/words.py", "sqlalchemy", "widgets hold no SQL"),
    ("app/ui/kit/words.py", "app.models.sales", "widgets hold no SQL"),
    ("app/services/pricing/engine.py", "app.models.sales", "pricing is pure"),
    ("app/services/pricing/engine.py", "app.services.common.uow", "pricing is pure"),
    ("app/services/members/find.py", "app.services.checkout.post", "areas of services"),
    ("app/services/common/uow.py", "app.services.members.find", "areas of services"),
    ("app/services/homeless/room.py", "app.values.money", "areas of services"),
    ("app/services/loyalty/points.py", "app.services.payments.plan", "no import circles"),
    ("app/ui/kit/words.py", "app.ui.shell.window", "no import circles"),
    ("app/ui/kit/words.py", "app.bootstrap", "only bootstrap sees all floors"),
)


def build(folder: Path, extra: dict[str, str]) -> None:
    """Write the small house with the contracts of the big one."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path, text in {**HOUSE, **extra}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for directory in [folder / "app", *(path for path in (folder / "app").rglob("*") if path.is_dir())]:
        (directory / "__init__.py").touch()


def broken_contracts(folder: Path) -> list[str]:
    """The names of the contracts that object."""
    call = "from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", call, "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    broken = [line for line in done.stdout.splitlines() if "BROKEN" in line]
    assert bool(broken) == (done.returncode != 0), done.stdout + done.stderr
    return broken


def test_the_small_house_obeys(tmp_path: Path) -> None:
    build(tmp_path, {})

    assert broken_contracts(tmp_path) == []


@pytest.mark.parametrize(("path", "module", "contract"), OFFENCES)
def test_a_contract_objects(tmp_path: Path, path: str, module: str, contract: str) -> None:
    old = HOUSE.get(path, "")
    build(tmp_path, {path: f"{old}\nimport {module}\n"})

    assert any(line.startswith(contract) for line in broken_contracts(tmp_path))
