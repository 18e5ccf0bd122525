"""Pack the till with its own Python into a folder that runs where no Python is: dist/shuke/shuke.

    python .ci/bundle.py                 build dist/shuke, start it once, say how large it is and how long it took
    python .ci/bundle.py --out DIR       build DIR/shuke instead

The bundle runs on the system it was built on and newer ones of the same kind: build on the oldest that a shop has.
What goes in stands in .ci/shuke.spec, why it is done this way in docs/decisions/0012-bundle.md.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "shuke"
PROGRAM = NAME + (".exe" if os.name == "nt" else "")
LICENCE = re.compile(r"(licen[cs]e|copying|notice|ofl)[^/]*$", re.IGNORECASE)
MOST_MEGABYTES = 400
START_SECONDS = 120


def main(arguments: list[str]) -> int:
    """Build and try; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR", help="where the folder shuke goes")
    said = parser.parse_args(arguments)
    if importlib.util.find_spec("PyInstaller") is None:
        print("PyInstaller is missing in this environment; type: make setup", file=sys.stderr)
        return 2
    started = time.monotonic()
    folder = build(said.out)
    packages = copy_licences(folder / "licences")
    version = try_it(folder)
    if version is None:
        return 1
    size = megabytes(folder)
    print(f"licences: {packages} packages in {folder / 'licences'}")
    print(f"bundle: {folder / PROGRAM} ({version}), {size} MB, {time.monotonic() - started:.0f} s")
    return int(size > MOST_MEGABYTES)


def build(out: Path) -> Path:
    """Run PyInstaller; returns the folder.

    Raises:
        SystemExit: it failed; the end of what it said was printed.
    """
    subprocess.run([sys.executable, str(ROOT / ".ci" / "i18n.py"), "compile", "--if-older"], check=True)
    with tempfile.TemporaryDirectory(prefix="shuke-bundle-", ignore_cleanup_errors=True) as work:
        places = ["--distpath", str(out), "--workpath", work]
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places]
        done = subprocess.run([*command, str(ROOT / ".ci" / "shuke.spec")], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print("\n".join(done.stderr.splitlines()[-20:]), file=sys.stderr)
        raise SystemExit("PyInstaller failed; the end of what it said stands above.")
    return out / NAME


def copy_licences(target: Path) -> int:
    """Put the licences of everything that is shipped beside it; returns how many packages had one."""
    names = re.findall(
        r"^([A-Za-z0-9._-]+)==", (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    count = 0
    for name in names:
        try:
            files = importlib.metadata.files(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system
        texts = [file for file in files if LICENCE.search(file.as_posix()) and file.suffix not in (".py", ".pyc")]
        for text in texts:
            place = target / name / text.name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(text.locate()), place)
        count += bool(texts)
    return count


def try_it(folder: Path) -> str | None:
    """Start it once with nothing of this environment; returns its version, None where it does not start."""
    surroundings = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    with tempfile.TemporaryDirectory() as elsewhere:
        command = [str(folder.resolve() / PROGRAM), "--version"]
        done = subprocess.run(
            command, cwd=elsewhere, env=surroundings, capture_output=True, text=True, timeout=START_SECONDS, check=False
        )
    if done.returncode:
        print(f"The bundle does not start:\n{done.stderr}", file=sys.stderr)
        return None
    return done.stdout.strip()


def megabytes(folder: Path) -> int:
    """Room on disk; what is linked counts once."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()) // 2**20


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
