"""Figures: what was measured, beside what it is held to."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

Milliseconds = float


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table.

    Attributes:
        floor: What the bare machine needs for the same, measured in the same run; None where there is none.
        most: The value must not be above this; None for a row that only informs.
        words: What `most` means, or why there is no value.
    """

    name: str
    value: float | None
    unit: str = "ms"
    floor: float | None = None
    most: float | None = None
    words: str = ""

    @property
    def ratio(self) -> float | None:
        """Times the floor."""
        return self.value / self.floor if self.value is not None and self.floor else None

    @property
    def verdict(self) -> str:
        """`pass` or `FAIL` against the target; nothing for a row that only informs."""
        if self.most is None:
            return ""
        if self.value is None:
            return "NOT MEASURED"
        return "pass" if self.value <= self.most else "FAIL"

    def as_json(self) -> dict[str, object]:
        """All of it, for bench.json."""
        return {**asdict(self), "ratio": self.ratio, "verdict": self.verdict}


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(math.ceil(len(ordered) * percent / 100), 1) - 1]


def p50(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def p99(values: Sequence[float]) -> float:
    """99 of 100 are not above it."""
    return percentile(values, 99)


def timed(work: Callable[[], object]) -> Milliseconds:
    """How long one call took."""
    started = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - started) / 1e6


def as_table(figures: Sequence[Figure]) -> str:
    """The figures for people."""
    heads = ("figure", "value", "floor", "ratio", "target", "")
    rows = [heads, *(_row(figure) for figure in figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(heads))]
    lines = [
        "  ".join(_cell(text, width, at) for at, (text, width) in enumerate(zip(row, widths, strict=True))).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _cell(text: str, width: int, at: int) -> str:
    return text.ljust(width) if at in (0, 5) else text.rjust(width)


def _row(figure: Figure) -> tuple[str, ...]:
    target = "" if figure.most is None else f"{figure.most:g} {figure.unit}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.1f}x"
    words = "  ".join(part for part in (figure.verdict, figure.words) if part)
    return (figure.name, _number(figure.value, figure.unit), _number(figure.floor, figure.unit), ratio, target, words)


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.3g} {unit}" if abs(value) < 1 else f"{value:.2f} {unit}"
