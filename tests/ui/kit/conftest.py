"""A desk, a person with a keyboard and a scanner in front of it, and the codes that were read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.support.desk import Desk
from tests.support.keys import Typist


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    desk.box.setFocus()
    return desk


@pytest.fixture
def typist(desk: Desk) -> Iterator[Typist]:
    typist = Typist(desk)
    yield typist
    typist.stop()


@pytest.fixture
def codes(typist: Typist) -> list[str]:
    found: list[str] = []
    typist.scan_filter.scanned.connect(found.append)
    return found
