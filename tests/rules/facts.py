"""Rules about money, time and the store: what keeps the numbers right."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.rules.source import (
    Finding,
    Rule,
    Source,
    below,
    full_name,
    imported_modules,
    imported_names,
    name_of,
    our_python,
)

MONEY_ROOMS = (
    "app/values/",
    "app/models/",
    *(f"app/services/{area}/" for area in ("pricing", "payments", "loyalty", "checkout", "shifts", "inventory")),
)
CLOCK = "app/values/clock.py"
FLOAT_COLUMNS = {"Float", "Numeric", "REAL", "Double", "DOUBLE", "DOUBLE_PRECISION"}
PATH_WORDS = ("path", "dir", "directory", "folder", "root", "home", "parent", "file", "scripts")
WALL_CLOCKS = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "asctime")),
}
QT_CLOCKS = (
    "QDateTime.currentDateTime",
    "QDateTime.currentDateTimeUtc",
    "QDate.currentDate",
    "QTime.currentTime",
)
COMMITS = {"COMMIT", "COMMIT TRANSACTION", "END TRANSACTION"}
SLEEPS = {"time.sleep", "asyncio.sleep"}
SLEEP_METHODS = {"wait_ms", "qWait", "qSleep", "msleep", "usleep"}


def floats(source: Source) -> Iterator[Finding]:
    """A float, or what makes one: a literal, the type, `/`, a floating column."""
    for node in ast.walk(source.tree):
        if source.path == CLOCK and "def monotonic()" in source.lines[getattr(node, "lineno", 1) - 1]:
            continue  # seconds of an interval
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield Finding(node.lineno, f"the float {node.value!r} near money")
        elif isinstance(node, ast.Name) and node.id == "float":
            yield Finding(node.lineno, "the type float near money")
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div) and not joins_path(node):
            yield Finding(node.lineno, "/ makes a float; use // or app.values.rounding")
        elif isinstance(node, ast.Name | ast.Attribute) and _is_float_column(name_of(node)):
            yield Finding(node.lineno, f"{name_of(node)} is stored as a float; use whole numbers")


def _is_float_column(name: str) -> bool:
    """A column type; the double-sized letters of a paper are none."""
    return name.split(".")[-1] in FLOAT_COLUMNS and name != "Size.DOUBLE"


def joins_path(node: ast.BinOp | ast.AugAssign) -> bool:
    """Whether this `/` joins a path: one side is text or is named after a place on disk."""
    sides = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.target, node.value]
    for side in sides:
        if isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str)):
            return True
        if isinstance(side, ast.BinOp) and isinstance(side.op, ast.Div) and joins_path(side):
            return True
        if name_of(side).split(".")[-1].lower().rstrip("s").endswith(PATH_WORDS):
            return True
    return False


def clock_readings(source: Source) -> Iterator[Finding]:
    """A look at the machine's clock or at the database's."""
    names = imported_names(source.tree)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute | ast.Name):
            name = full_name(node, names)
            if name in WALL_CLOCKS or name.endswith(QT_CLOCKS):
                yield Finding(node.lineno, f"{name} outside app/values/clock.py; use uow.now or a Clock")
        if isinstance(node, ast.Call) and full_name(node.func, names) in {
            "sqlalchemy.func.now",
            "sqlalchemy.func.current_timestamp",
        }:
            yield Finding(node.lineno, "the database's clock; store uow.now")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "CURRENT_TIMESTAMP" in node.value:
            yield Finding(node.lineno, "the database's clock; store uow.now")


def commits(source: Source) -> Iterator[Finding]:
    """A service that ends the unit of work it was handed."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit":
            yield Finding(node.lineno, "a service commits; only the outermost caller does")
        elif isinstance(node, ast.Constant) and str(node.value).strip(" ;\n").upper() in COMMITS:
            yield Finding(node.lineno, "a service commits in SQL")


def sleeps(source: Source) -> Iterator[Finding]:
    """A test that waits by the clock instead of for something."""
    names = imported_names(source.tree)
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        name = full_name(node.func, names)
        last = name.split(".")[-1]
        if name in SLEEPS or last in SLEEP_METHODS or name == "qtbot.wait":
            yield Finding(node.lineno, f"{name}() in a test; wait for what should happen")


def impure_pricing(source: Source) -> Iterator[Finding]:
    """A part of pricing that reaches for load or save, and with them for the store."""
    for line, name in imported_modules(source.tree):
        if name.startswith(("app.services.pricing.load", "app.services.pricing.save")):
            yield Finding(line, f"{name} from inside pricing; only callers load and save")


def sees_all_floors(source: Source) -> Iterator[Finding]:
    """A file that knows both the widgets and the tables."""
    imports = list(imported_modules(source.tree))
    widgets = [line for line, name in imports if name.startswith("app.ui")]
    tables = [line for line, name in imports if name.startswith(("app.models", "sqlalchemy"))]
    if widgets and tables:
        yield Finding(max(widgets[0], tables[0]), "app.ui and app.models in one file; only app/bootstrap wires")


def _at(path: str, *texts: str) -> tuple[Source, ...]:
    return tuple(Source(path, text) for text in texts)


RULES = (
    Rule(
        "no-float",
        floats,
        below(*MONEY_ROOMS),
        bad=_at(
            "app/services/pricing/engine.py",
            "x = 0.1",
            "def f(a: float) -> int: ...",
            "x = float('1')",
            "x = a.minor / 100",
            "a /= 2",
            "x: Mapped[int] = mapped_column(Numeric(12, 2))",
            "x = sa.Float()",
        ),
        good=(
            *_at("app/models/database.py", "x = folder / 'shuke.db'", "x = self.path / name", "x = a // 100"),
            *_at(CLOCK, "def f() -> float:  # allow no-float: seconds of an interval\n    ..."),
            *_at("app/services/devices/printer.py", "connect_s: float = 3.0"),
        ),
    ),
    Rule(
        "no-clock",
        clock_readings,
        lambda path: our_python(path) and path != CLOCK,
        bad=_at(
            "app/services/shifts/open.py",
            "from datetime import datetime\nx = datetime.now(UTC)",
            "import datetime as d\nx = d.datetime.utcnow()",
            "from datetime import datetime as dt\nx = dt.today()",
            "from datetime import date\nx = date.today()",
            "import time\nx = time.time()",
            "from time import time_ns\nx = field(default_factory=time_ns)",
            "from sqlalchemy import func\nx = func.now()",
            "x = text('DEFAULT CURRENT_TIMESTAMP')",
            "from PySide6.QtCore import QDateTime\nx = QDateTime.currentDateTime()",
        ),
        good=(
            *_at(
                "app/services/shifts/open.py",
                "x = uow.now",
                "x = clock.now()",
                "import time\nx = time.monotonic()",
            ),
            *_at(CLOCK, "from datetime import datetime\nx = datetime.now(UTC)"),
        ),
    ),
    Rule(
        "no-commit",
        commits,
        lambda path: (
            below("app/services/")(path) and path not in ("app/services/common/uow.py", "app/services/common/store.py")
        ),
        bad=_at(
            "app/services/checkout/post.py",
            "def f(uow):\n    uow.commit()",
            "def f(uow):\n    uow.session.commit()",
            "session.connection().commit()",
            "connection.exec_driver_sql('commit;')",
        ),
        good=(
            *_at("app/services/common/uow.py", "self.session.commit()"),
            *_at("app/services/checkout/post.py", "x = 'COMMIT failed: outcome unknown'"),
        ),
    ),
    Rule(
        "pure-pricing",
        impure_pricing,
        lambda path: below("app/services/pricing/")(path) and not path.endswith(("/load.py", "/save.py")),
        bad=_at(
            "app/services/pricing/engine.py",
            "from app.services.pricing.load import load_book",
            "from app.services.pricing import save",
            "def f():\n    import app.services.pricing.load",
        ),
        good=_at("app/services/pricing/load.py", "from app.services.pricing.save import x"),
    ),
    Rule(
        "one-wiring-place",
        sees_all_floors,
        lambda path: our_python(path) and not path.startswith("app/bootstrap/"),
        bad=_at(
            "main.py",
            "import app.models.base\nfrom app.ui.shell import main_window",
            "from sqlalchemy import select\ndef f():\n    from app.ui import kit",
        ),
        good=_at("main.py", "from app import bootstrap", "from app.ui import kit"),
    ),
    Rule(
        "no-sleep",
        sleeps,
        below("tests/"),
        bad=_at(
            "tests/ui/test_x.py",
            "import time\ntime.sleep(1)",
            "from time import sleep\nsleep(1)",
            "qtbot.wait(100)",
            "QTest.qWait(5)",
            "QThread.msleep(5)",
        ),
        good=_at("tests/ui/test_x.py", "qtbot.waitUntil(f)", "event.wait()"),
    ),
)
