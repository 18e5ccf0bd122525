"""Words under which a product is found: made once when it is edited, so that searching only looks them up.

Chinese is indexed by characters and pairs of characters, because two characters from the middle of a name must find
it. Pinyin is written out from every syllable on (`nongfushanquan`, `fushanquan` ...), and so are the initials (`nfsq`,
`fsq` ...): whatever part somebody types is then the beginning of a term.

Marks from the private-use area, which no query can contain, set apart the terms of the beginning of a name.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.values.barcode import gtin_forms
from app.values.text import fold_for_search, is_han

NAME_START, PINYIN_START, POINT = "\ue000", "\ue001", "\ue010"
"""Before a whole name; before its whole pinyin or initials; in place of the decimal point of a number."""

MAX_TERM = 24
MAX_QUERY_LETTERS = 100
MAX_QUERY_WORDS = 8
MAX_NAME_LETTERS = 60

_PAIRED = "\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f"
_PAIRED_LETTER = re.compile(f"[{_PAIRED}]")
_RUN = re.compile(rf"[{_PAIRED}]+|(?:[^\W_{_PAIRED}]|(?<=\d)\.(?=\d))+")


@dataclass(frozen=True, slots=True)
class ProductWords:
    """What a product is found by."""

    name: str
    spec: str = ""
    brand: str = ""
    supplier: str = ""
    plu: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One word that every hit must have; a `prefix` may be the beginning of a longer word."""

    text: str
    prefix: bool


def search_terms(words: ProductWords) -> str:
    """All terms of a product, each once, with spaces between. Loads pypinyin: never called while selling."""
    name = compact(words.name)
    found: list[str] = [NAME_START + name[:MAX_TERM]] if name else []
    found += _text_terms(words.name)
    found += _pinyin_terms(words.name, mark=PINYIN_START)
    for text in (words.spec, words.brand, words.supplier):
        found += _side_terms(text)
    for code in (words.plu, *words.codes):
        found += [term[:MAX_TERM] for form in gtin_forms(code) for term in word_runs(form)]
    return " ".join(dict.fromkeys(term for term in found if term))


def query_terms(text: str) -> tuple[QueryTerm, ...]:
    """What somebody typed as terms that a hit must all have; empty when there is nothing to look for."""
    found: list[QueryTerm] = []
    for run in word_runs(text[:MAX_QUERY_LETTERS]):
        if not is_paired(run[0]):
            found.append(QueryTerm(run[:MAX_TERM], prefix=True))
        elif len(run) == 1:
            found.append(QueryTerm(run, prefix=False))
        else:
            found += [QueryTerm(first + second, prefix=False) for first, second in itertools.pairwise(run)]
    return tuple(dict.fromkeys(found))[:MAX_QUERY_WORDS]


def compact(text: str) -> str:
    """Folded letters and digits without anything between them."""
    return "".join(word_runs(text))


def word_runs(text: str) -> tuple[str, ...]:
    """Folded runs of Chinese (or kana, hangul) and of other letters and digits; everything else only separates.

    A point between two digits stays as `POINT`, so that 1.25 is one word for the index as well.
    """
    folded = fold_for_search(text)
    return tuple(match.group().replace(".", POINT) for match in _RUN.finditer(folded))


def is_paired(char: str) -> bool:
    """Whether a letter belongs to a script without spaces between words, indexed in pairs."""
    return _PAIRED_LETTER.match(char) is not None


def _text_terms(text: str) -> Iterator[str]:
    """Characters, pairs of characters and words of one text."""
    for run in word_runs(text):
        if not is_paired(run[0]):
            yield run[:MAX_TERM]
            yield from _number_and_unit(run)
            continue
        yield from run
        yield from (first + second for first, second in itertools.pairwise(run))


def _number_and_unit(run: str) -> Iterator[str]:
    """The parts of a word such as `x5` or `600ml` that begin where digits meet letters: `5`, `ml`."""
    for at in range(1, min(len(run), MAX_TERM)):
        inside_number = POINT in (run[at - 1], run[at])
        if run[at].isdigit() != run[at - 1].isdigit() and not inside_number:
            yield run[at : at + MAX_TERM]


@functools.lru_cache(maxsize=5_000)
def _side_terms(text: str) -> tuple[str, ...]:
    """Terms of a text that many products share: their size, brand or supplier."""
    return (*_text_terms(text), *_pinyin_terms(text, mark=""))


def _pinyin_terms(text: str, *, mark: str) -> Iterator[str]:
    """Full pinyin and initials from every syllable on; the whole ones also with `mark` before them."""
    letters = compact(text)[:MAX_NAME_LETTERS]
    if not any(is_han(char) for char in letters):
        return
    # Only whoever edits goods pays for the dictionary of readings.
    from app.services.catalogue.readings import readings_of

    starts = [at for at, char in enumerate(letters) if at == 0 or is_han(char) or is_han(letters[at - 1])]
    for syllables in readings_of(letters):
        spoken = "".join(syllables)
        offsets = tuple(itertools.accumulate(map(len, syllables), initial=0))
        initials = "".join([syllable[:1] for syllable in syllables])
        if mark:
            yield mark + spoken[:MAX_TERM]
            yield mark + initials[:MAX_TERM]
        for at in starts:
            yield spoken[offsets[at] : offsets[at] + MAX_TERM]
            yield initials[at : at + MAX_TERM]
