"""Following slow work, and stopping it between two pieces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.values.errors import QT_TRANSLATE_NOOP, UserError


class Step(StrEnum):
    """What is being done."""

    COPY = "copy"
    SEAL = "seal"
    OPEN = "open"
    CHECK = "check"
    VERIFY = "verify"


class Stopped(UserError):
    """Somebody pressed cancel."""

    text = QT_TRANSLATE_NOOP("errors", "Stopped. Nothing was changed.")


def _ignore(step: Step, done: int, total: int) -> None:
    del step, done, total


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on.

    Attributes:
        report: Hears the step, how much of it is done, and of how much, in pages or bytes.
        is_stopped: Asked between two pieces; the last steps, of a moment each, cannot be stopped.
    """

    report: Callable[[Step, int, int], None] = _ignore
    is_stopped: Callable[[], bool] = _never

    def at(self, step: Step, done: int, total: int) -> None:
        """Tell how far it is.

        Raises:
            Stopped
        """
        if self.is_stopped():
            raise Stopped()
        self.report(step, done, total)


UNWATCHED = Watch()
