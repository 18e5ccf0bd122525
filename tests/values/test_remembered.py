"""What is worked out once for a value."""

from __future__ import annotations

from dataclasses import dataclass

from app.values.remembered import Remembered


@dataclass(frozen=True)
class Word:
    letters: str


def in_capitals(word: Word) -> str:
    return word.letters.upper()


def test_the_same_value_is_worked_out_once() -> None:
    asked: list[Word] = []

    def count(word: Word) -> int:
        asked.append(word)
        return len(word.letters)

    length = Remembered(count)
    word = Word("apple")

    assert [length(word), length(word), length(word)] == [5, 5, 5]
    assert asked == [word]


def test_an_equal_value_gets_an_equal_result() -> None:
    shout = Remembered(in_capitals)

    assert shout(Word("tea")) == shout(Word("tea")) == "TEA"


def test_values_that_come_and_go_are_never_taken_for_each_other() -> None:
    """A number that an object had is given to the next one: only what is kept alive may be known by it."""
    shout = Remembered(in_capitals, most=3)

    for number in range(500):
        assert shout(Word(f"w{number}")) == f"W{number}"


def test_it_keeps_no_more_than_it_may() -> None:
    asked: list[str] = []

    def note(word: Word) -> None:
        asked.append(word.letters)

    look = Remembered(note, most=2)
    first, second, third = Word("1"), Word("2"), Word("3")

    for word in (first, second, first, third, first):
        look(word)

    assert asked == ["1", "2", "3", "1"], "the third made room by forgetting all"
