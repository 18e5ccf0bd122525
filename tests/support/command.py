"""Commands as somebody types them: in this process, or in one of their own where Qt or the exit code matters."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap.folder import open_folder
from app.commands.cli import main

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 120


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    code: int
    said: str
    complaint: str


class Shell:
    """Types commands and keeps what they answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Answer:
        self._capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as ended:  # how argparse refuses
            code = int(ended.code or 0)
        said = self._capsys.readouterr()
        return Answer(code, said.out, said.err)


def in_own_process(*words: str | Path, program: Sequence[str] = ("main.py",), **environment: str) -> Answer:
    """Run a command in a process of its own; an empty value takes a variable away."""
    known = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [sys.executable, *program, *(str(word) for word in words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        env={name: value for name, value in known.items() if value},
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    """What lies in the file of a data directory."""
    opened = open_folder(folder, must_exist=True)
    try:
        with opened.store.read() as read:
            return [tuple(row) for row in read.connection.execute(text(query))]
    finally:
        opened.close()
