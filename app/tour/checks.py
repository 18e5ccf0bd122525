"""Compares what is with what the script says; every difference is a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.tour.books import Books
from app.tour.moves import Expected
from app.tour.paper import words_on
from app.tour.screen import TillScreen


@dataclass(frozen=True, slots=True)
class Done:
    """What one step left behind.

    Attributes:
        keys: Keys and taps it took.
        papers: What was printed.
        pulses: Times the drawer was opened.
    """

    keys: int
    papers: tuple[Path, ...]
    pulses: int


def differences(expected: Expected, done: Done, screen: TillScreen, books: Books) -> list[str]:
    """What is not as the script says; nothing when all is."""
    return [
        *_on_screen(expected, screen),
        *_in_books(expected, books),
        *_on_paper(expected, done),
        *_differs("keys pressed", expected.keys, done.keys),
    ]


def _on_screen(expected: Expected, screen: TillScreen) -> Iterator[str]:
    yield from _differs("page", expected.page, screen.page())
    if expected.panel is not None:
        yield from _differs("panel", expected.panel, screen.panel())
    if expected.basket is not None:
        yield from _differs("basket on the screen", expected.basket, screen.basket())
        yield from _differs("basket in the session", expected.basket, screen.behind()[0])
    if expected.items is not None:
        yield from _differs("items", expected.items, screen.behind()[1])
    if expected.unknown is not None:
        yield from _differs("unknown codes", expected.unknown, screen.behind()[2])
    if expected.change is not None:
        yield from _differs("change on the screen", expected.change, screen.change())
    if expected.shows:
        words = screen.words()
        yield from (f"the screen does not show {text!r}" for text in expected.shows if text not in words)


def _in_books(expected: Expected, books: Books) -> Iterator[str]:
    count, total = books.receipts()
    yield from _differs("receipts on the disk", expected.receipts, count)
    yield from _differs("turnover on the disk", expected.turnover, total)
    yield from _differs("drawer", expected.drawer, books.drawer())
    yield from _differs("held baskets", expected.held, books.held())
    if expected.tenders is not None:
        yield from _differs("tenders", expected.tenders, books.tenders())
    for phone, points in expected.points.items():
        yield from _differs(f"points of ...{phone[-4:]}", points, books.points(phone))


def _on_paper(expected: Expected, done: Done) -> Iterator[str]:
    yield from _differs("papers printed", expected.papers, len(done.papers))
    yield from _differs("times the drawer opened", expected.pulses, done.pulses)
    if expected.paper and done.papers:
        words = words_on(done.papers[-1])
        name = done.papers[-1].name
        yield from (f"{name} does not say {text!r}" for text in expected.paper if text not in words)


def _differs(what: str, wanted: object, found: object) -> Iterator[str]:
    if wanted is not None and wanted != found:
        yield f"{what}: the script says {wanted}, it is {found}"
