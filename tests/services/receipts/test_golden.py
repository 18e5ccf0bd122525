"""Whole papers as text, to be read by people: both widths, both languages.

After a wanted change: `SHUKE_WRITE_GOLDEN=1 pytest tests/services/receipts/test_golden.py`, then read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.services.devices.profile import CHINESE_80
from app.services.receipts.compose import compose_test_page
from app.services.receipts.parts import Receipt
from app.services.receipts.plain import as_plain_text
from app.services.receipts.words import Language
from tests.services.receipts.builders import SHOP, cash_slip, refund_receipt, sale_receipt, z_report

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
PAPERS: dict[str, Callable[[Language], Receipt]] = {
    "sale": sale_receipt,
    "copy": lambda language: sale_receipt(language, copy_no=2),
    "refund": refund_receipt,
    "z": z_report,
    "slip": cash_slip,
    "test": lambda language: compose_test_page(SHOP, CHINESE_80, language=language),
}


@pytest.mark.parametrize("columns", [32, 48])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_paper_looks_as_it_was_agreed(paper: str, language: Language, columns: int) -> None:
    found = as_plain_text(PAPERS[paper](language), columns)
    path = GOLDEN / f"{paper}_{language}_{columns}.txt"
    if os.environ.get("SHUKE_WRITE_GOLDEN") == "1":
        path.write_text(found, "utf-8")

    assert found == path.read_text("utf-8")
