"""A till for the tests of the cashier's screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.till import TestTill, make_till


@pytest.fixture
def till(qapp: QApplication, tmp_path: Path) -> Iterator[TestTill]:
    """A cashier in front of an open till."""
    made = make_till(tmp_path, is_styled=False)
    yield made
    made.close()


@pytest.fixture
def owner_till(qapp: QApplication, tmp_path: Path) -> Iterator[TestTill]:
    """The owner in front of an open till: nothing needs a grant."""
    made = make_till(tmp_path, as_owner=True, is_styled=False)
    yield made
    made.close()


@pytest.fixture
def styled_till(qapp: QApplication, tmp_path: Path) -> Iterator[TestTill]:
    """A till as the shop sees it, for tests that look at sizes and places."""
    made = make_till(tmp_path)
    yield made
    made.close()
