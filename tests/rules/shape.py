"""Rules about how files look: short, explained, quiet, and the same on every machine."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.rules.source import Finding, Rule, Source, below, our_python

FILE_LINES, LONG_FILE_LINES, FUNCTION_LINES = 400, 600, 70
LONG_FILE = re.compile(r"^# long file: \S.{7,}", re.MULTILINE)
SPEAKS = re.compile(r"^(main\.py|migrations/env\.py|app/commands/.*\.py)$")
# Taken apart, so that this file does not break its own rule.
MACHINE_PATH = re.compile(r"(?<![\w./~-])/" + r"(?:work|root|home/\w+|Users/\w+|opt/\w+)(?![\w-])")
WINDOWS_PATH = re.compile(r"\b[A-Z]:\\+" + r"Users\\+\w+")
PACKAGE_HOSTS = (
    "pypi org", "pythonhosted org", "registry npmjs", "npmjs org", "deb debian org", "security debian org",
    "archive ubuntu com", "conda anaconda org", "mirrors? aliyun", "tuna tsinghua",
)  # fmt: skip
HOSTS = re.compile("|".join(name.replace(" ", r"\.") for name in PACKAGE_HOSTS))
INDEX_OPTION = re.compile(r"^\s*(?:--(?:extra-)?index-url|--find-links|--trusted-host|-i|-f)\b", re.MULTILINE)


def long_files(source: Source) -> Iterator[Finding]:
    """A file over 400 lines; 600 if it says why (`# long file: reason`)."""
    count = len(source.lines)
    limit = LONG_FILE_LINES if LONG_FILE.search(source.text) else FILE_LINES
    if count > limit:
        yield Finding(1, f"{count} lines, more than {limit}; a file holds one idea")


def long_functions(source: Source) -> Iterator[Finding]:
    """A function over 70 lines."""
    for node in source.nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        count = (node.end_lineno or node.lineno) - node.lineno + 1
        if count > FUNCTION_LINES:
            yield Finding(node.lineno, f"{node.name}() has {count} lines, more than {FUNCTION_LINES}")


def missing_docstrings(source: Source) -> Iterator[Finding]:
    """A module or public class that does not say what it is."""
    if source.tree.body and not ast.get_docstring(source.tree):
        yield Finding(1, "the module has no docstring")
    for node in source.tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield Finding(node.lineno, f"class {node.name} has no docstring")


def prints(source: Source) -> Iterator[Finding]:
    """Talk on standard output outside of the command line."""
    for node in source.nodes(ast.Call):
        assert isinstance(node, ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id == "print":
            yield Finding(node.lineno, "print() outside the command line; log it or return it")


def machine_paths(source: Source) -> Iterator[Finding]:
    """A place that is on one machine only, or an address packages were fetched from."""
    for number, line in enumerate(source.lines, 1):
        for pattern in (MACHINE_PATH, WINDOWS_PATH, HOSTS, INDEX_OPTION):
            if found := pattern.search(line):
                yield Finding(number, f"{found[0].strip()!r} holds on one machine only")


def _at(path: str, *texts: str) -> tuple[Source, ...]:
    return tuple(Source(path, text) for text in texts)


_HOME = "/" + "home/anna/x"
_LONG = "x = 1\n" * 401

RULES = (
    Rule(
        "short-file",
        long_files,
        lambda path: our_python(path) or below("tests/")(path),
        bad=_at("app/a.py", _LONG, "# long file: one table, one column a line\n" + "x = 1\n" * 600),
        good=_at("app/a.py", "x = 1\n" * 400, "# long file: one table, one column a line\n" + _LONG),
    ),
    Rule(
        "short-function",
        long_functions,
        lambda path: our_python(path) or below("tests/")(path),
        bad=_at(
            "app/a.py",
            "def f():\n" + "    x = 1\n" * 70,
            "class A:\n    async def f(self):\n" + "        x = 1\n" * 70,
        ),
        good=_at("app/a.py", "def f():\n" + "    x = 1\n" * 69),
    ),
    Rule(
        "docstring",
        missing_docstrings,
        our_python,
        bad=_at("app/a.py", "x = 1", '"""What."""\nclass A:\n    pass'),
        good=_at("app/a.py", "", '"""What."""\nclass _A:\n    pass\nclass B:\n    """Which."""'),
    ),
    Rule(
        "no-print",
        prints,
        lambda path: our_python(path) and not SPEAKS.match(path),
        bad=_at("app/services/a.py", "print('x')"),
        good=(
            *_at("main.py", "print('x')"),
            *_at("app/commands/doctor.py", "print('x')"),
            *_at("app/a.py", "log.info('x')"),
        ),
    ),
    Rule(
        "no-machine-path",
        machine_paths,
        lambda path: True,
        bad=_at(
            "README.md",
            f"see {_HOME}",
            "cd /" + "work/main",
            "x = '/" + "root/x'",
            "C:\\" + "Users\\anna",
            *("see " + name.replace("?", "").replace(" ", ".") for name in PACKAGE_HOSTS),
            "--find-" + "links somewhere",
        ),
        good=_at("README.md", "DIR/shuke.db", "net/work/x", "../shared/data", "~/.local/share", "/usr/bin/env"),
    ),
)
