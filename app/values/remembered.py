"""Results kept for frozen values, so that a basket of sixty lines costs at each scan what its newest line costs.

Only for functions that depend on nothing but their argument. A value is known again by being the very same object,
which is much cheaper than comparing it; an equal one that is another object is simply worked out again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")

MOST_KEPT: Final = 1_000
"""Twice as many as the longest basket has lines; then all are forgotten."""


class Remembered(Generic[Value, Result]):
    """What `work` makes of values, worked out once for each."""

    __slots__ = ("_kept", "_most", "_work")

    def __init__(self, work: Callable[[Value], Result], most: int = MOST_KEPT) -> None:
        self._work, self._most = work, most
        self._kept: dict[int, tuple[Value, Result]] = {}

    def __call__(self, value: Value) -> Result:
        """The result for this value."""
        # The value is kept too: as long as it lives, no other object has its number.
        kept = self._kept.get(id(value))
        if kept is not None:
            return kept[1]
        result = self._work(value)
        if len(self._kept) >= self._most:
            self._kept.clear()
        self._kept[id(value)] = (value, result)
        return result
