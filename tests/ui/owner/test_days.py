"""Stretches of days by their names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.owner.days import Period, Span, period_of, span_of

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("period", "span"),
    [
        (Period.TODAY, Span(TODAY, TODAY)),
        (Period.YESTERDAY, Span(date(2026, 3, 4), date(2026, 3, 4))),
        (Period.WEEK, Span(date(2026, 2, 27), TODAY)),
        (Period.MONTH, Span(date(2026, 3, 1), TODAY)),
        (Period.LAST_MONTH, Span(date(2026, 2, 1), date(2026, 2, 28))),
        (Period.ALL, Span()),
    ],
)
def test_named_stretches(period: Period, span: Span) -> None:
    assert span_of(period, TODAY) == span
    assert period_of(span, TODAY) is period


def test_other_stretches_were_chosen() -> None:
    assert period_of(Span(TODAY - timedelta(days=2), TODAY), TODAY) is Period.CHOSEN
    assert period_of(Span(None, TODAY), TODAY) is Period.CHOSEN


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from([one for one in Period if one is not Period.ALL]))
def test_a_stretch_never_ends_before_it_begins_or_after_today(today: date, period: Period) -> None:
    span = span_of(period, today)
    assert span.first is not None
    assert span.last is not None
    assert span.first <= span.last <= today
