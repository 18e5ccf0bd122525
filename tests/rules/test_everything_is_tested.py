"""Every setting and every migration is named by a test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from tests.rules.source import Source, name_of, our_sources

SETTINGS = "app/services/settings/"
MIGRATIONS = "migrations/versions/"


def declared_settings(source: Source) -> dict[str, str]:
    """Key of each `NAME = Setting("key", ...)` and its NAME."""
    found: dict[str, str] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call):
            call, target = node.value, node.targets[0] if isinstance(node, ast.Assign) else node.target
            first = call.args[0] if call.args else None
            if name_of(call.func).split(".")[-1] == "Setting" and isinstance(first, ast.Constant):
                found[str(first.value)] = name_of(target)
    return found


def revision(source: Source) -> str:
    """The revision id of a migration, or nothing."""
    match = re.search(r"^revision(?:: str)? = [\"'](\w+)[\"']", source.text, re.MULTILINE)
    return match[1] if match else ""


def untested(names: Iterable[tuple[str, ...]], tests: Iterable[Source]) -> list[str]:
    """The first name of each group none of whose names stands as a word in a test."""
    text = "\n".join(source.text for source in tests)
    return [
        group[0] for group in names if not any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in group)
    ]


def _tests() -> list[Source]:
    return [
        source
        for source in our_sources()
        if source.path.startswith("tests/")
        and source.path.endswith(".py")
        and not source.path.startswith("tests/rules/")
    ]


def _below(folder: str) -> list[Source]:
    return [source for source in our_sources() if source.path.startswith(folder) and source.path.endswith(".py")]


def test_every_setting_has_a_test() -> None:
    settings = {key: name for source in _below(SETTINGS) for key, name in declared_settings(source).items()}

    assert settings, "no setting was found: the rule looks in the wrong place"
    assert untested(settings.items(), _tests()) == []


def test_every_migration_has_a_test() -> None:
    migrations = [source for source in _below(MIGRATIONS) if not source.path.endswith("__init__.py")]

    assert migrations, "no migration was found: the rule looks in the wrong place"
    assert [source.path for source in migrations if not revision(source)] == []
    assert untested(((revision(source),) for source in migrations), _tests()) == []


def test_a_setting_without_a_test_is_found() -> None:
    settings = Source(SETTINGS + "declared.py", 'A = Setting("a.b", 1)\nB: Setting[int] = Setting("c.d", 2)')
    assert declared_settings(settings) == {"a.b": "A", "c.d": "B"}

    tests = [Source("tests/test_x.py", "settings.get(A)\n# c.de is another, and so is BB\n")]
    assert untested([("a.b", "A"), ("c.d", "B")], tests) == ["c.d"]


def test_a_migration_without_a_test_is_found() -> None:
    migration = Source(MIGRATIONS + "0001_first.py", 'revision: str = "0001"\ndown_revision = None\n')
    assert revision(migration) == "0001"
    assert revision(Source(MIGRATIONS + "0002.py", "x = 1")) == ""

    assert untested([("0001",)], [Source("tests/test_x.py", "number = 10001")]) == ["0001"]
    assert untested([("0001",)], [Source("tests/test_x.py", 'upgrade("0001")')]) == []
