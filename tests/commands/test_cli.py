"""The command line itself."""

from __future__ import annotations

import pytest

from app import __version__
from tests.support.command import Shell, in_own_process

VERBS = ("run", "tour", "import", "settings", "verify", "doctor", "migrate")


def test_help_names_every_command() -> None:
    answer = in_own_process("--help")
    assert answer.code == 0
    assert [verb for verb in VERBS if f"\n    {verb} " not in answer.said] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_explains_itself_and_takes_a_data_directory(shell: Shell, verb: str) -> None:
    answer = shell(verb, "--help")
    assert answer.code == 0
    assert "--data DIR" in answer.said


def test_the_version_is_told(shell: Shell) -> None:
    assert shell("--version").said == f"shuke {__version__}\n"


def test_an_unknown_word_is_refused_with_what_there_is(shell: Shell) -> None:
    answer = shell("sell")
    assert answer.code == 2
    assert "invalid choice: 'sell'" in answer.complaint


def test_no_word_at_all_is_refused(shell: Shell) -> None:
    assert shell().code == 2
