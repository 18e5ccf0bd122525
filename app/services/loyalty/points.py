"""Points as arithmetic: how many a payment earns, how they fall on lines, how many a refund takes back.

Pure functions on whole numbers; `docs/points.md` walks through them with worked numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.values.rounding import share_of, split_largest_remainder


@dataclass(frozen=True, slots=True)
class PointsRule:
    """`per_step` points for each full `step_minor` of what was really paid; by default 1 a yuan."""

    per_step: int = 1
    step_minor: int = 100

    def __post_init__(self) -> None:
        if self.per_step < 0 or self.step_minor < 1:
            raise ValueError(f"no rule for points: {self.per_step} per {self.step_minor}")


def points_for(paid_minor: int, rule: PointsRule) -> int:
    """Points that a payment earns: only full steps count; nothing paid earns nothing."""
    return max(paid_minor, 0) // rule.step_minor * rule.per_step


def share_points(points: int, line_weights: Sequence[int]) -> tuple[int, ...]:
    """Points of each line by what was paid for it, by largest remainder; they always add up to `points`.

    Raises:
        ValueError: a negative weight, or points and no line to carry them.
    """
    if not line_weights and not points:
        return ()
    return tuple(split_largest_remainder(points, line_weights))


def taken_back(points_of_line: int, units: int, units_before: int, units_now: int) -> int:
    """Points that giving back `units_now` of a line's `units` costs, after `units_before` came back earlier.

    The difference of two growing shares: whatever the steps, together they take exactly what the line earned.
    Units are any whole measure of the line, as thousandths.

    Raises:
        ValueError: more units would come back than were sold.
    """
    if units < 1 or units_before < 0 or units_now < 0 or units_before + units_now > units:
        raise ValueError(f"cannot take back {units_now} after {units_before} of {units}")
    return share_of(points_of_line, units_before + units_now, units) - share_of(points_of_line, units_before, units)


def last_valid_day(earned_on: date, valid_days: int) -> date | None:
    """The last day on which points earned that day may be spent; None if they never expire (`valid_days` 0)."""
    return earned_on + timedelta(days=valid_days) if valid_days > 0 else None
