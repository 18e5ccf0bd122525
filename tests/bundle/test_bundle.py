"""The bundle of `make bundle`, started as a shop would: no Python of ours, an empty home, another directory."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "shuke.exe" if os.name == "nt" else "shuke"
pytestmark = [pytest.mark.deep, pytest.mark.skipif(os.name == "nt", reason="the bundle is built on Linux")]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built for these tests, from the tree as it is, once for all processes of a test run; or the one SHUKE_BUNDLE names."""
    import fcntl

    if ready := os.environ.get("SHUKE_BUNDLE"):
        return Path(ready)
    base, test_run = tmp_path_factory.getbasetemp(), os.environ.get("PYTEST_XDIST_TESTRUNUID")
    out = base / "dist" if test_run is None else base.parent / f"dist-{test_run}"
    out.mkdir(exist_ok=True)
    with (out / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (out / "told").exists():
            done = run([sys.executable, str(ROOT / ".ci" / "bundle.py"), "--out", str(out)], out, dict(os.environ))
            assert done.returncode == 0, done.stderr[-2000:]
            (out / "told").write_text(done.stdout)
    return out / "shuke"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def run(
    command: list[str], folder: Path, surroundings: Mapping[str, str], *, seconds: int = 900
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=dict(surroundings), capture_output=True, text=True, timeout=seconds, check=False
    )


def bare(home: Path) -> dict[str, str]:
    """Nothing of Python, of Qt or of this tree."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return {**kept, "HOME": str(home), "LOCALAPPDATA": str(home), "PATH": os.defpath}


def shuke(bundle: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run([str(bundle / PROGRAM), *words], home, bare(home))


def test_nothing_of_the_workshop_is_in_it(bundle: Path) -> None:
    names = {path.name for path in bundle.rglob("*")}

    assert not names & {"pytest", "mypy", "PyQt5", "tkinter", "_tkinter", "numpy", "libQt6Quick.so.6", "libgtk-3.so.0"}
    assert {"m0001_the_house.py", "shuke_zh_CN.qm", "qtbase_zh_CN.qm", "NotoSansSC-Regular.ttf"} <= names
    manual = {path.relative_to(ROOT / "docs" / "manual") for path in (ROOT / "docs" / "manual").rglob("*.*")}
    found = next(bundle.rglob("docs/manual"))
    assert manual == {path.relative_to(found) for path in found.rglob("*.*")}


def test_no_path_of_this_machine_is_in_it(bundle: Path) -> None:
    place = str(ROOT).encode()
    told = [file for file in bundle.rglob("*") if file.is_file() and file.suffix in (".py", ".md", ".pth", ".json")]

    assert [file.name for file in told if place in file.read_bytes()] == []


def test_licences_are_beside_it(bundle: Path) -> None:
    named = {folder.name.lower() for folder in (bundle / "licences").iterdir()}

    assert {"sqlalchemy", "python-escpos", "reportlab", "cryptography"} <= named
    assert all(any(folder.iterdir()) for folder in (bundle / "licences").iterdir())


def test_the_tour_plays_and_its_data_are_sound(bundle: Path, home: Path) -> None:
    toured = shuke(bundle, home, "tour", "--out", str(home / "tour"))
    assert toured.returncode == 0, toured.stdout[-500:] + toured.stderr[-2000:]
    assert "all as the script says" in toured.stdout
    verified = shuke(bundle, home, "verify", "--data", str(home / "tour" / "data"))

    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert len(list((home / "tour").glob("*-zh.png"))) > 20


def test_the_doctor_finds_everything(bundle: Path, home: Path) -> None:
    done = shuke(bundle, home, "doctor")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Noto Sans SC" in done.stdout
    assert "translated" in done.stdout


def test_an_import_and_reports_are_written(bundle: Path, home: Path) -> None:
    goods = home / "goods.csv"
    goods.write_text("品名,条码,售价\n矿泉水,6901234567892,2.00\n", encoding="utf-8")
    data = str(home / "data")
    done = shuke(bundle, home, "import", "products", str(goods), "--data", data)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [str(home / f"day.{ending}") for ending in ("csv", "xlsx", "pdf")]
    written = [
        shuke(bundle, home, "report", "sales", "--data", data, f"--{Path(page).suffix[1:]}", page) for page in pages
    ]

    assert [one.returncode for one in written] == [0, 0, 0], [one.stderr for one in written]
    assert all(Path(page).stat().st_size for page in pages)
    settings = shuke(bundle, home, "settings", "list", "--data", data)
    assert "cash.rounding" in settings.stdout


BESIDE = """
import multiprocessing, os, sys
from pathlib import Path
from app.bootstrap.folder import open_folder
from app.services.exchange.process import ProcessImports

program, goods, data = sys.argv[1:]
# From here on this process starts others as the bundle does.
sys.frozen, sys.executable = True, program
multiprocessing.set_executable(program)
opened = open_folder(Path(data), must_exist=True)
imports = ProcessImports(opened.store, opened.operator())
print(len(imports.look(Path(goods)).columns), os.readlink(f"/proc/{imports._process.pid}/exe"))
imports.close()
opened.close()
"""


def test_the_bundle_serves_as_the_process_that_imports_files(bundle: Path, home: Path) -> None:
    goods = home / "goods.csv"
    goods.write_text("品名,条码,售价\n矿泉水,6901234567892,2.00\n", encoding="utf-8")
    data = str(home / "data")
    assert shuke(bundle, home, "import", "products", str(goods), "--data", data).returncode == 0
    words = [sys.executable, "-c", BESIDE, str(bundle / PROGRAM), str(goods), data]
    done = run(words, home, {**bare(home), "PYTHONPATH": str(ROOT)}, seconds=120)

    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split() == ["3", str((bundle / PROGRAM).resolve())]


def test_a_backup_comes_back(bundle: Path, home: Path) -> None:
    data = str(home / "tour" / "data")
    assert shuke(bundle, home, "tour", "--out", str(home / "tour")).returncode == 0
    made = shuke(bundle, home, "backup", "--data", data)
    assert made.returncode == 0, made.stdout + made.stderr
    tried = shuke(bundle, home, "restore", "--drill", "--data", data)

    assert tried.returncode == 0, tried.stdout + tried.stderr


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A screen that nobody sees."""
    if shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(20)


def test_the_window_opens_on_a_screen(bundle: Path, home: Path, display: str) -> None:
    surroundings = {**bare(home), "DISPLAY": display}
    command = [str(bundle / PROGRAM), "run", "--data", str(home / "data"), "--window", "1024x768"]
    till = subprocess.Popen(command, cwd=home, env=surroundings, stderr=subprocess.PIPE, text=True)
    try:
        file, waited_until = home / "data" / "shuke.db", time.monotonic() + 60
        while not file.exists() and till.poll() is None and time.monotonic() < waited_until:
            with contextlib.suppress(subprocess.TimeoutExpired):
                till.wait(0.2)
        with pytest.raises(subprocess.TimeoutExpired):
            till.wait(3)  # it stays
    finally:
        till.send_signal(signal.SIGTERM)
        _, said = till.communicate(timeout=30)

    assert file.exists(), said
    assert "Could not load the Qt platform plugin" not in said
    assert "Traceback" not in said


def test_size_and_time_are_told(bundle: Path) -> None:
    size = sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file() and not file.is_symlink())
    if not (bundle.parent / "told").exists():
        pytest.skip("SHUKE_BUNDLE names a bundle that was built elsewhere")
    last = (bundle.parent / "told").read_text().splitlines()[-1]
    told = re.fullmatch(r"bundle: .*/shuke \(shuke [\d.]+\), (\d+) MB, \d+ s", last)

    assert told is not None, last
    assert int(told[1]) == size // 2**20
    assert int(told[1]) < 400
