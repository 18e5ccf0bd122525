"""Amounts as a script writes them: yuan with two decimals, no sign of the currency."""

from __future__ import annotations


def yuan(minor: int) -> str:
    """`-106.20` for -10620; spelt here, so that a slip in the program's own words cannot hide itself."""
    sign = "-" if minor < 0 else ""
    return f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02d}"
