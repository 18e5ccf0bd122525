"""The strict ground every test stands on.

- off screen, one locale, a home directory of its own; the real user's data directory is never touched;
- a log line of level WARNING or above fails the test, unless it is marked `expects_log`;
- tests marked `deep` run with SHUKE_DEEP=1 only; `reference_data` skips where the data is not there.

Hypothesis: 50 examples a test, 1,000 with SHUKE_DEEP=1; a failure prints the line that repeats it.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

# Before anything imports Qt or asks for a home directory, also in processes that tests start.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

import pytest
from hypothesis import HealthCheck, Verbosity, settings

ROOT = Path(__file__).resolve().parent.parent
DEEP = os.environ.get("SHUKE_DEEP") == "1"

# A busy machine is slow, not wrong: no deadline and no complaint about slow input.
_CALM = {
    "deadline": None,
    "print_blob": True,
    "suppress_health_check": [HealthCheck.too_slow],
    "database": None,
}
settings.register_profile("default", max_examples=30, **_CALM)  # type: ignore[arg-type]
# Where a change is judged the same change gets the same verdict; finding new cases is for everyone else.
settings.register_profile("judged", max_examples=30, derandomize=True, **_CALM)  # type: ignore[arg-type]
settings.register_profile("deep", max_examples=1000, **_CALM)  # type: ignore[arg-type]
settings.register_profile("debug", max_examples=50, verbosity=Verbosity.verbose, **_CALM)  # type: ignore[arg-type]
settings.load_profile(os.environ.get("SHUKE_HYPOTHESIS", "deep" if DEEP else "default"))


def pytest_configure(config: pytest.Config) -> None:
    """Give this process, and all it starts, a home that is thrown away."""
    home = tempfile.TemporaryDirectory(prefix="shuke-test-home-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(Path(home.name) / name.lower())
        Path(os.environ[name]).mkdir()
    for name in ("APPDATA", "LOCALAPPDATA"):
        if name in os.environ:
            os.environ[name] = home.name
    runtime = Path(home.name) / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave the long forms to `make test-deep`."""
    if item.get_closest_marker("deep") and not DEEP:
        pytest.skip("long form: runs with SHUKE_DEEP=1 (make test-deep)")


class LogGuard(logging.Handler):
    """Collects what was logged at WARNING or above during one test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log is a failure, unless the test says that it expects one."""
    guard = LogGuard()
    logging.getLogger().addHandler(guard)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(guard)
    if guard.lines and not request.node.get_closest_marker("expects_log"):
        pytest.fail("logged without being expected (mark expects_log):\n" + "\n".join(guard.lines), pytrace=False)


@pytest.fixture(autouse=True)
def _shop_font(request: pytest.FixtureRequest) -> None:
    """Tests with windows measure text with the font the till ships."""
    if "qapp" in request.fixturenames:
        request.getfixturevalue("qapp")
        load_fonts()


def load_fonts() -> None:
    """Load the bundled fonts into the running application, once."""
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication

    if getattr(load_fonts, "done", False):
        return
    for path in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0, f"Qt does not take {path.name}"
    QApplication.setFont(QFont("Noto Sans SC", 10))
    load_fonts.done = True  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def reference_data() -> Callable[[str], Path]:
    """Find a file of the reference data: `reference_data("cn_goods.csv")`; skips where it is not there."""
    folder = Path(os.environ.get("SHUKE_REFERENCE_DATA") or ROOT.parent / "shared" / "data")

    def find(name: str) -> Path:
        path = folder / name
        if not path.exists():
            pytest.skip(f"reference data {name} is not here (set SHUKE_REFERENCE_DATA to its folder)")
        return path

    return find
