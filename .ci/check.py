"""All checks and tests of the tree, one after the other, with one summary at the end.

    python .ci/check.py           everything: what `make test` does
    python .ci/check.py --fast    without the slow tests: ruff, mypy, import contracts, rule tests
    python .ci/check.py -- ARGS   everything, with ARGS given on to pytest

With SHUKE_DEEP=1 the long forms of the tests run too. A later check runs even if an earlier one failed.
The last line says how many checks and tests passed and failed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SLOW_MINUTES = 60 if os.environ.get("SHUKE_DEEP") == "1" else 20
# contracts are read by import-linter from pyproject.toml, rules stand in tests/rules
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff check", ("ruff", "check", ".")),
    ("ruff format", ("ruff", "format", "--check", ".")),
    ("mypy --strict", ("mypy", "--no-error-summary")),
    ("import contracts", ("importlinter.cli", "--no-logo")),
)


@dataclass
class Outcome:
    """How one check went; for tests also the numbers and what was skipped, with the reason."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)
    seconds: float = 0
    said: str = ""


def environment() -> dict[str, str]:
    """The surroundings every check runs in: no screen, one language, this tree importable."""
    words = {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    return {**os.environ, **words, "PYTHONPATH": str(ROOT)}


def run_check(name: str, arguments: tuple[str, ...]) -> Outcome:
    """Run one of the static checks."""
    print(f"== {name}", flush=True)
    started = time.monotonic()
    if arguments[0] == "importlinter.cli":
        command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    else:
        command = [sys.executable, "-m", arguments[0]]
    done = subprocess.run([*command, *arguments[1:]], cwd=ROOT, env=environment(), check=False)
    failed = int(done.returncode != 0)
    return Outcome(name, 1 - failed, failed, seconds=time.monotonic() - started)


def run_tests(arguments: list[str]) -> Outcome:
    """Run pytest and read its numbers from the report it writes."""
    print("== tests", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-rfE", f"--junit-xml={report}", *arguments]
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=environment(),
                check=False,
                stdin=subprocess.DEVNULL,
                timeout=SLOW_MINUTES * 60,
            )
        except subprocess.TimeoutExpired:
            return Outcome("tests", failed=1, said=f"stopped: not done after {SLOW_MINUTES} minutes")
        outcome = read_report(report) if report.exists() else Outcome("tests")
    if done.returncode and not outcome.failed:
        outcome.failed, outcome.said = 1, f"pytest stopped with exit code {done.returncode}"
    outcome.seconds = time.monotonic() - started
    return outcome


def read_report(report: Path) -> Outcome:
    """Count a JUnit report."""
    outcome = Outcome("tests")
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            outcome.failed += 1
        elif skipped is not None:
            reason = re.sub(r"\s+", " ", skipped.get("message", ""))
            outcome.skipped.append(f"{case.get('classname')}::{case.get('name')}: {reason}")
        else:
            outcome.passed += 1
    return outcome


def tell(outcomes: list[Outcome]) -> int:
    """Print the summary; returns the exit code."""
    print("\n== summary")
    for one in outcomes:
        word = "FAILED" if one.failed else "ok"
        counts = f"{one.passed} passed, {one.failed} failed" if one.name == "tests" else ""
        print(f"{word:7}{one.name:18}{one.seconds:6.1f} s  {counts} {one.said}".rstrip())
    skipped = sorted(text for one in outcomes for text in one.skipped)
    if skipped:
        print(f"\nNot run ({len(skipped)}), for lack of reference data, a server or SHUKE_DEEP=1:")
        print("\n".join(f"  {text}" for text in skipped))
    passed, failed = sum(one.passed for one in outcomes), sum(one.failed for one in outcomes)
    print()
    print(f"{passed} passed, {failed} failed" + (f", {len(skipped)} skipped" if skipped else ""), flush=True)
    return int(failed > 0)


def main(arguments: list[str]) -> int:
    """Run what was asked for."""
    fast = "--fast" in arguments
    extra = arguments[arguments.index("--") + 1 :] if "--" in arguments else []
    outcomes = [run_check(name, command) for name, command in CHECKS]
    if fast:
        outcomes.append(run_tests(["tests/rules", *extra]))
    else:
        outcomes.append(run_tests(["-n", os.environ.get("SHUKE_TEST_WORKERS", "2"), *extra]))
    return tell(outcomes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
