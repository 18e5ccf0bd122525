"""When a backup is due, and when the last one is too old: pure, asked once a minute."""

from __future__ import annotations

from datetime import datetime, timedelta

EVERY = timedelta(hours=4)
WARN_AFTER = timedelta(hours=26)
RETRY_AFTER = timedelta(minutes=10)
"""A stick that is missing is looked for again; more often would only write the same trouble."""


def is_due(
    now: datetime,
    last_good: datetime | None,
    shift_closed_since: bool,
    *,
    every: timedelta = EVERY,
    last_try: datetime | None = None,
) -> bool:
    """Whether to make one now: at the close of a shift, and when the last good one is `every` old.

    A last one in the future was made under a wrong clock, and counts as none. After a try that failed there is a
    pause; give no `last_try` to have none.
    """
    if _is_pausing(now, last_good, last_try):
        return False
    return shift_closed_since or last_good is None or last_good > now or now - last_good >= every


def _is_pausing(now: datetime, last_good: datetime | None, last_try: datetime | None) -> bool:
    if last_try is None or last_try > now:
        return False
    has_failed = last_good is None or last_good < last_try
    return has_failed and now - last_try < RETRY_AFTER


def is_too_old(
    last_good: datetime | None, now: datetime, *, founded_at: datetime | None, warn_after: timedelta = WARN_AFTER
) -> bool:
    """Whether to warn. A shop that never had a backup is warned as long after its founding."""
    since = last_good or founded_at
    return since is not None and now - since > warn_after
