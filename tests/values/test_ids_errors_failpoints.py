"""Ids sort by time; errors tell themselves in a sentence; failpoints are silent in the shop."""

from __future__ import annotations

import os
import signal

import pytest

from app.values import failpoints
from app.values.errors import NotAllowed, ShukeError, StoreError, UserError
from app.values.ids import id_from_hex, new_id


def test_ids_are_sixteen_bytes_and_sort_by_time() -> None:
    ids = [new_id() for _ in range(500)]

    assert {len(made) for made in ids} == {16}
    assert len(set(ids)) == 500
    assert ids == sorted(ids)
    assert {made[6] >> 4 for made in ids} == {7}


def test_ids_are_read_back() -> None:
    made = new_id()

    assert id_from_hex(made.hex()) == made


@pytest.mark.parametrize("text", ["", "zz", "00" * 15])
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(ValueError, match=r"id|hex"):
        id_from_hex(text)


def test_errors_tell_themselves() -> None:
    class TooMuch(UserError):
        text = "Only {left} of {name} left."

    assert str(TooMuch(left=2, name="牛奶")) == "Only 2 of 牛奶 left."
    assert str(TooMuch()) == "Only {left} of {name} left."
    assert str(NotAllowed()) == "This needs the owner's permission."
    assert StoreError("SQLITE_FULL").kind == "SQLITE_FULL"
    assert isinstance(NotAllowed(), ShukeError)


def test_a_listener_hears_every_place(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    failpoints.reach("nobody.listens")
    failpoints.listen(heard.append)
    try:
        failpoints.reach("a")
        failpoints.reach("b")
    finally:
        failpoints.listen(None)
    failpoints.reach("c")

    assert heard == ["a", "b"]


@pytest.mark.parametrize(("wanted", "reached", "dies_after"), [("b", "abb", 2), ("b:2", "abab", 4), ("*:3", "abc", 3)])
def test_the_environment_says_where_to_die(
    monkeypatch: pytest.MonkeyPatch, wanted: str, reached: str, dies_after: int
) -> None:
    killed: list[int] = []
    seen: list[str] = []
    monkeypatch.setenv(failpoints.KILL_VARIABLE, wanted)
    monkeypatch.setattr(os, "kill", lambda pid, sent: killed.append(len(seen)) if sent == signal.SIGKILL else None)
    failpoints.arm_from_environment()
    try:
        for name in reached:
            seen.append(name)
            failpoints.reach(name)
    finally:
        failpoints.listen(None)

    assert killed == [dies_after]


def test_an_empty_environment_arms_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(failpoints.KILL_VARIABLE, raising=False)
    failpoints.arm_from_environment()

    failpoints.reach("a")
