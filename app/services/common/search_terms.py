"""Words for the full-text indexes: Chinese by character and pair, by pinyin and initials, everything else by word.

Terms are computed when a name is written, so that a search loads no dictionary. Index and query are cut by the same
rule, therefore every string is a safe query.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from app.values.text import fold_for_search, is_han

MOST_WORDS = 8
MOST_TEXT = 64
MOST_READINGS = 16
_LONGEST_SPOKEN = 12


def words_of(text: str, *, most: int = MOST_TEXT) -> tuple[str, ...]:
    """The runs of `text` that count: either Chinese characters only, or other letters and digits only, folded."""
    kinds = ((_kind(char), char) for char in fold_for_search(text)[:most])
    runs = ((kind, "".join(char for _, char in run)) for kind, run in itertools.groupby(kinds, key=lambda it: it[0]))
    return tuple(run for kind, run in runs if kind)


def name_terms(text: str) -> tuple[str, ...]:
    """Everything under which a name is found: words, characters, pairs, pinyin, initials; each once."""
    terms: dict[str, None] = {}
    for word in words_of(text):
        found = _han_terms(word) if is_han(word[0]) else (word,)
        terms.update(dict.fromkeys(found))
    return tuple(terms)


def exact_query(words: Sequence[str]) -> str:
    """A full-text query for all of `words`, whole; Chinese runs by their pairs."""
    return _all_of(quoted(part) for word in words[:MOST_WORDS] for part in _han_parts(word))


def prefix_query(words: Sequence[str]) -> str:
    """As `exact_query`, but words that are not Chinese may go on."""
    return _all_of(_open_ended(part) for word in words[:MOST_WORDS] for part in _han_parts(word))


def loose_query(words: Sequence[str]) -> str:
    """As `prefix_query`, but Chinese characters may stand anywhere in the name, in any order."""
    parts = (part for word in words[:MOST_WORDS] for part in (word if is_han(word[0]) else (word,)))
    return _all_of(_open_ended(part) for part in parts)


def quoted(word: str) -> str:
    """A word as the full-text language takes it literally."""
    return '"' + word.replace('"', '""') + '"'


def pairs(run: str) -> tuple[str, ...]:
    """Each two neighbouring characters."""
    return tuple(run[at : at + 2] for at in range(len(run) - 1))


def _kind(char: str) -> str:
    if is_han(char):
        return "han"
    return "word" if char.isalnum() else ""


def _all_of(parts: Iterable[str]) -> str:
    return " AND ".join(parts)


def _open_ended(part: str) -> str:
    return quoted(part) if is_han(part[0]) else quoted(part) + "*"


def _han_parts(word: str) -> tuple[str, ...]:
    return pairs(word) if is_han(word[0]) and len(word) > 1 else (word,)


def _han_terms(run: str) -> Iterable[str]:
    yield from run
    yield from pairs(run)
    for spoken in _readings(run[:_LONGEST_SPOKEN]):
        for start in range(len(spoken)):
            rest = spoken[start:]
            yield "".join(rest)
            yield "".join(syllable[0] for syllable in rest)
            yield rest[0] + "".join(syllable[0] for syllable in rest[1:])
            yield rest[0]


def _readings(run: str) -> list[tuple[str, ...]]:
    """The ways to speak a name: surnames have readings of their own (单 dan, shan), so the first may vary most."""
    options = [_syllables(char, most=4 if at == 0 else 2) for at, char in enumerate(run)]
    spoken = [option for option in options if option]
    # The last character varies slowest, so that a long name never loses a reading of its first.
    varied = itertools.islice(itertools.product(*reversed(spoken)), MOST_READINGS)
    return [tuple(reversed(reading)) for reading in varied] if spoken else []


def _syllables(char: str, *, most: int) -> tuple[str, ...]:
    import pypinyin  # a dictionary of megabytes: loaded when a Chinese name is written, never by a search

    found = pypinyin.pinyin(char, style=pypinyin.Style.NORMAL, heteronym=True, errors="ignore")
    plain = [syllable for syllable in (found[0] if found else []) if syllable][:most]
    typed = [spelling for syllable in plain for spelling in (syllable, syllable.replace("v", "u"))]
    return tuple(dict.fromkeys(typed))
