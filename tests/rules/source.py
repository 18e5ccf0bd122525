"""What the rules look at: one file of ours, its syntax tree, and what a rule found in it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# `# allow no-print: the reason`, on the line the rule would name.
ALLOWED = re.compile(r"#\s*allow ([a-z-]+): \S.{7,}")
NOT_OURS = {
    ".git",
    ".venv",
    "__pycache__",
    "build",
    "dist",
    "demo",
    "tour",
    ".hypothesis",
    ".mypy_cache",
    ".ruff_cache",
}


@dataclass(frozen=True)
class Source:
    """One text file, named by its path from the root, with forward slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Every node of these kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


@dataclass(frozen=True)
class Finding:
    """What is wrong, and where."""

    line: int
    text: str


@dataclass(frozen=True)
class Rule:
    """A rule of the house, with texts that break it and texts that obey it.

    Attributes:
        find: Says what is wrong in one file.
        where: Whether the rule holds for the file of this path.
        bad: Texts the rule must object to, as path and text.
        good: Texts it must let pass.
    """

    name: str
    find: Callable[[Source], Iterable[Finding]]
    where: Callable[[str], bool]
    bad: tuple[Source, ...]
    good: tuple[Source, ...] = field(default=())

    def objections(self, source: Source) -> list[str]:
        """What the rule says about one file, without what the file allows itself with a reason."""
        if not self.where(source.path):
            return []
        return [
            f"{source.path}:{finding.line}: {finding.text} [{self.name}]"
            for finding in self.find(source)
            if not self._is_allowed(source, finding.line)
        ]

    def _is_allowed(self, source: Source, line: int) -> bool:
        line_text = source.lines[line - 1] if 0 < line <= len(source.lines) else ""
        match = ALLOWED.search(line_text)
        return match is not None and match[1] == self.name


def our_python(path: str) -> bool:
    """The program: app, migrations, main.py."""
    return path.endswith(".py") and (path == "main.py" or path.startswith(("app/", "migrations/")))


def below(*folders: str) -> Callable[[str], bool]:
    """Python files under one of these folders."""
    return lambda path: path.endswith(".py") and path.startswith(folders)


def name_of(node: ast.AST) -> str:
    """`a.b.c` as written; the name alone for what is called on a call."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        left = name_of(node.value)
        return f"{left}.{node.attr}" if left else node.attr
    return ""


def imported_names(tree: ast.Module) -> dict[str, str]:
    """What each imported name stands for: `{"dt": "datetime.datetime"}`."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def full_name(node: ast.AST, names: dict[str, str]) -> str:
    """The name as written, its first part replaced by what was imported under it."""
    first, dot, rest = name_of(node).partition(".")
    return names.get(first, first) + dot + rest


def imported_modules(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


@cache
def our_paths() -> tuple[str, ...]:
    """Every file that git holds or would take; outside of git every file that is not made by tools."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        every = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        return tuple(sorted(path.as_posix() for path in every if not NOT_OURS.intersection(path.parts)))
    return tuple(sorted(path for path in listed.split("\0") if path and (ROOT / path).is_file()))


@cache
def our_sources() -> tuple[Source, ...]:
    """Every text file of ours."""
    sources = []
    for path in our_paths():
        try:
            sources.append(Source(path, (ROOT / path).read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue  # a font, a picture, a workbook
    return tuple(sources)
