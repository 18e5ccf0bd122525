"""Every rule of the house: the tree obeys it, and the rule fires on a planted offence."""

from __future__ import annotations

import pytest

from tests.rules import facts, shape, words
from tests.rules.source import Rule, Source, our_sources

RULES = (*facts.RULES, *words.RULES, *shape.RULES)
BAD = [pytest.param(rule, bad, id=f"{rule.name}-{n}") for rule in RULES for n, bad in enumerate(rule.bad)]
GOOD = [pytest.param(rule, good, id=f"{rule.name}-{n}") for rule in RULES for n, good in enumerate(rule.good)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_tree_obeys(rule: Rule) -> None:
    objections = [line for source in our_sources() if rule.where(source.path) for line in rule.objections(source)]

    assert not objections, "\n" + "\n".join(objections)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rule_looks_at_something(rule: Rule) -> None:
    assert rule.bad, "a rule that cannot fail is no rule"
    assert any(rule.where(source.path) for source in our_sources())


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_the_rule_fires(rule: Rule, bad: Source) -> None:
    assert rule.objections(bad)


@pytest.mark.parametrize(("rule", "good"), GOOD)
def test_the_rule_lets_pass(rule: Rule, good: Source) -> None:
    assert not rule.objections(good)


def test_a_line_is_allowed_only_with_its_own_rule_and_a_reason() -> None:
    rule = next(rule for rule in RULES if rule.name == "no-print")

    def objections(comment: str) -> list[str]:
        return rule.objections(Source("app/a.py", f"print('x')  # {comment}"))

    assert not objections("allow no-print: the child process answers on its pipe")
    assert objections("allow no-print")
    assert objections("allow no-print: x")
    assert objections("allow no-clock: the child process answers on its pipe")
