"""Two people may open the same record; who saves second learns of it instead of writing over the first."""

from __future__ import annotations

from app.values.errors import QT_TRANSLATE_NOOP, UserError


class ChangedMeanwhile(UserError):
    """The record is newer than what the person saw."""

    text = QT_TRANSLATE_NOOP(
        "errors", "Somebody else changed this meanwhile. Nothing was saved; open it again and make your change."
    )


def require_version(stored: int, seen: int | None) -> None:
    """Pass if the stored `row_version` is the one that was seen; None: the caller saw none and means it anyway.

    Raises:
        ChangedMeanwhile: it is another one.
    """
    if seen is not None and stored != seen:
        raise ChangedMeanwhile()
