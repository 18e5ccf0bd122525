"""What can be known about Windows without one: every pinned package has a wheel for it, and no call is missing there."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / ".ci" / "requirements.txt"
# Names that the standard library lacks on Windows.
ONLY_POSIX = {
    "os": {
        "O_DIRECTORY", "O_NOFOLLOW", "chown", "fchmod", "fchown", "fork", "getegid", "geteuid", "getgid", "getuid", "killpg",
        "mkfifo", "openpty", "posix_fadvise", "posix_fallocate", "pread", "pwrite", "sched_getaffinity", "setsid", "statvfs",
        "sync", "uname",
    },
    "signal": {"SIGALRM", "SIGHUP", "SIGKILL", "SIGUSR1", "alarm", "setitimer"},
    "socket": {"AF_UNIX"},
    "time": {"tzset"},
    "select": {"poll", "epoll"},
}  # fmt: skip
POSIX_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "termios", "tty", "syslog"}
GUARDED = {
    "app/services/common/instance.py": {"fcntl"},  # behind sys.platform
    "app/services/backup/make.py": {"os.posix_fadvise"},  # behind hasattr
    "app/values/failpoints.py": {"signal.SIGKILL"},  # crash tests only
}


def posix_names(tree: ast.AST) -> Iterator[str]:
    """Everything in a module that Windows lacks."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] in POSIX_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module in POSIX_MODULES:
                yield node.module
            yield from (
                f"{node.module}.{alias.name}" for alias in node.names if alias.name in ONLY_POSIX.get(node.module, ())
            )
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield from (f"{node.value.id}.{node.attr}" for _ in {node.attr} & ONLY_POSIX.get(node.value.id, set()))


def test_nothing_is_used_that_windows_lacks() -> None:
    found: dict[str, set[str]] = {}
    for file in [*(ROOT / "app").rglob("*.py"), *(ROOT / "migrations").rglob("*.py"), ROOT / "main.py"]:
        names = set(posix_names(ast.parse(file.read_text(encoding="utf-8"))))
        if names:
            found[file.relative_to(ROOT).as_posix()] = names

    assert found == GUARDED


def test_what_windows_lacks_is_seen() -> None:
    source = "import os, fcntl\nfrom signal import SIGKILL\nos.geteuid()\nos.getpid()\nimport time"

    assert set(posix_names(ast.parse(source))) == {"fcntl", "signal.SIGKILL", "os.geteuid"}


def test_no_text_is_read_in_the_code_page_of_the_pc() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--preview", "--select", "PLW1514", "--isolated"]
    done = subprocess.run(
        [*command, "app", "migrations", "main.py", ".ci"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_the_readme_names_files_that_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    part = re.search(r"### Windows\n.*?```bat\n(.*?)```", text, re.DOTALL)
    assert part is not None
    lines = part[1].splitlines()
    files = [word.replace("\\", "/") for line in lines for word in line.split() if re.match(r"(\.ci|main\.py)", word)]

    assert len(lines) <= 5
    assert files
    assert [file for file in files if not (ROOT / file).is_file()] == []


@pytest.mark.deep
def test_every_pinned_package_has_a_wheel_for_windows(tmp_path: Path) -> None:
    wanted = ["--platform", "win_amd64", "--only-binary=:all:", "--python-version", "3.11", "--require-hashes"]
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--disable-pip-version-check",
        "--no-input",
        "--dest",
        str(tmp_path),
    ]
    done = subprocess.run(
        [*command, *wanted, "-r", str(LOCK)], capture_output=True, text=True, timeout=600, check=False
    )
    if done.returncode and re.search(r"NewConnectionError|ConnectionError|Temporary failure|ReadTimeout", done.stderr):
        pytest.skip("needs the network")
    names = re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)

    assert done.returncode == 0, done.stderr[-2000:]
    assert len(list(tmp_path.glob("*.whl"))) == len(names)
