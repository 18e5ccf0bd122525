"""Ages and sizes in words, and sentences that were stored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.services.backup.files import TargetMissing
from app.services.backup.state import Trouble
from app.ui.kit.backup_words import age_words, tell_trouble
from app.ui.owner.backup.texts import seconds_words, size_words

AT = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=-90), "0 min ago"),
        (timedelta(seconds=59), "0 min ago"),
        (timedelta(minutes=59, seconds=59), "59 min ago"),
        (timedelta(hours=1), "1 h ago"),
        (timedelta(hours=47, minutes=59), "47 h ago"),
        (timedelta(hours=48), "2 days ago"),
    ],
)
def test_ages_are_told_in_whole_units(passed: timedelta, said: str) -> None:
    assert age_words(AT, AT + passed) == said


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "1 kB"), (999_999, "999 kB"), (1_000_000, "1.0 MB"), (12_399_999, "12.3 MB"), (2_500_000_000, "2,500.0 MB")],
)
def test_sizes_are_told_as_people_know_them(size: int, said: str) -> None:
    assert size_words(size) == said


@pytest.mark.parametrize(("took_ms", "said"), [(0, "0.1"), (99, "0.1"), (1_250, "1.2"), (61_900, "61.9")])
def test_lengths_of_time_have_one_decimal_and_are_never_nothing(took_ms: int, said: str) -> None:
    assert seconds_words(took_ms) == said


def test_a_stored_sentence_is_told_with_its_values() -> None:
    assert "/stick is not there" in tell_trouble(Trouble.of(TargetMissing(folder=Path("/stick")), AT))
    assert tell_trouble(Trouble(AT, "Nothing called {missing}.", {})) == "Nothing called {missing}."
