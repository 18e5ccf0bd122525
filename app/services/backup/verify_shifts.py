"""Shifts: numbers without a gap, at most one open, and every Z report against the journal and against its rows."""

from __future__ import annotations

import dataclasses
from typing import Any

from sqlalchemy import select

from app.models.shifts import Shift, ShiftClose
from app.services.backup.findings import FindingKind, Findings
from app.services.backup.verify_journal import hash_at
from app.services.common.uow import Reader
from app.services.shifts.figures import ShiftFigures, figures_from_json
from app.services.shifts.report import shift_figures


def check_shifts(read: Reader, found: Findings) -> None:
    """Numbers, open shifts, closes."""
    _check_numbers(read, found)
    for till_id, count in read.connection.exec_driver_sql(
        "SELECT till_id, count(*) FROM shift WHERE id NOT IN (SELECT closed_shift_id FROM shift_close) "
        "GROUP BY till_id HAVING count(*) > 1"
    ):
        found.add(FindingKind.SHIFT_COUNT, "shift", till_id, open=count)
    for close in read.connection.execute(_CLOSES).all():
        if not all(isinstance(value, int) for value in close[3:9]) or not isinstance(close.last_journal_hash, bytes):
            found.add(FindingKind.Z_FIGURES, "shift_close", close.id, what="report", kept="no numbers", rows="")
            continue
        _check_hash(read, found, close)
        _check_figures(read, found, close)


# Without its times, which may be damaged: they are held against the journal.
_CLOSES = select(
    ShiftClose.id,
    ShiftClose.till_id,
    ShiftClose.closed_shift_id,
    ShiftClose.epoch,
    ShiftClose.journal_seq,
    ShiftClose.expected_minor,
    ShiftClose.counted_minor,
    ShiftClose.over_short_minor,
    ShiftClose.last_journal_seq,
    ShiftClose.last_journal_hash,
    ShiftClose.z_report,
)


def _check_numbers(read: Reader, found: Findings) -> None:
    rows = read.connection.execute(
        select(Shift.id, Shift.till_id, Shift.epoch, Shift.number_seq).order_by(
            Shift.till_id, Shift.epoch, Shift.number_seq
        )
    )
    last: dict[tuple[bytes, int], int] = {}
    for row in rows:
        before = last.get((row.till_id, row.epoch), 0)
        if row.number_seq != before + 1:
            found.add(FindingKind.SHIFT_GAP, "shift", row.id, first=before + 1, last=row.number_seq - 1)
        last[row.till_id, row.epoch] = row.number_seq
    for till_id, epoch, counter in read.connection.exec_driver_sql("SELECT till_id, epoch, last_shift FROM till_state"):
        if (end := last.get((till_id, epoch), 0)) != counter:
            found.add(FindingKind.SHIFT_GAP, "till_state", till_id, first=end + 1, last=counter)


def _check_hash(read: Reader, found: Findings, close: Any) -> None:
    """The hash on the paper is that of the last entry before the close."""
    kept = hash_at(read, close.till_id, epoch=close.epoch, seq=close.last_journal_seq)
    if kept != close.last_journal_hash or close.last_journal_seq != close.journal_seq - 1:
        found.add(FindingKind.Z_HASH, "shift_close", close.id, seq=close.last_journal_seq)


def _check_figures(read: Reader, found: Findings, close: Any) -> None:
    try:
        printed = figures_from_json(close.z_report)
        now = shift_figures(read, close.closed_shift_id)
    except (ValueError, KeyError, TypeError, AttributeError, LookupError) as problem:
        said = type(problem).__name__
        found.add(FindingKind.Z_FIGURES, "shift_close", close.id, what="report", kept=said, rows="")
        return
    for what, kept, rows in (*_differences(printed, now), *_sums(printed, now, close)):
        if kept != rows:
            found.add(FindingKind.Z_FIGURES, "shift_close", close.id, what=what, kept=kept, rows=rows)


def _differences(printed: ShiftFigures, now: ShiftFigures) -> list[tuple[str, object, object]]:
    """Names may have been edited since; amounts and numbers may not."""
    names = [field.name for field in dataclasses.fields(ShiftFigures) if field.name not in ("cashier", "closing")]
    return [(name, getattr(printed, name), getattr(now, name)) for name in names]


def _sums(printed: ShiftFigures, now: ShiftFigures, close: Any) -> list[tuple[str, object, object]]:
    closing = printed.closing
    counted, over = (closing.counted.minor, closing.over_short.minor) if closing else (None, None)
    return [
        ("expected", close.expected_minor, now.expected.minor),
        ("counted", counted, close.counted_minor),
        ("over or short", over, close.over_short_minor),
        ("over or short by count", close.over_short_minor, close.counted_minor - close.expected_minor),
        ("journal hash", closing.journal_hash if closing else "", close.last_journal_hash.hex()),
    ]
