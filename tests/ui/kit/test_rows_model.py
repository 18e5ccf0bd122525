"""The one table model, checked by Qt's own tester."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.ui.kit.rows_model import Column, RowsModel
from app.ui.kit.rows_table import RowsTable
from app.ui.kit.theme import LIGHT, apply_theme


@dataclass(frozen=True, slots=True)
class Good:
    code: str
    name: str
    stock: int


GOODS = [Good("1", "水", 5), Good("2", "面", 0), Good("3", "奶", 7)]
COLUMNS: list[Column[Good]] = [
    Column("name", "Item", text=lambda good: good.name, hint=lambda good: good.name),
    Column(
        "stock",
        "On hand",
        text=lambda good: str(good.stock),
        right=True,
        width=90,
        tone=lambda good: "problem" if good.stock == 0 else None,
        bold=True,
    ),
]


@pytest.fixture
def model() -> RowsModel[Good]:
    model: RowsModel[Good] = RowsModel(COLUMNS, key=lambda good: good.code)
    model.show_rows(GOODS)
    return model


def names(model: RowsModel[Good]) -> list[str]:
    return [str(model.data(model.index(at, 0))) for at in range(model.rowCount())]


def test_qt_finds_no_fault(model: RowsModel[Good], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.append_row(Good("4", "蛋", 1))
    model.insert_row(0, Good("0", "盐", 1))
    model.replace_row(1, Good("1", "冰水", 5))
    model.remove_row(2)
    model.update_rows(GOODS)
    model.show_rows([])
    qtmodeltester.check(model)


def test_rows_change_where_they_are_told(model: RowsModel[Good]) -> None:
    model.append_row(Good("4", "蛋", 1))
    model.replace_row(0, Good("1", "冰水", 5))
    model.remove_row(1)

    assert names(model) == ["冰水", "奶", "蛋"]
    assert (model.find("4"), model.find("2"), model.row_at(1).code) == (2, None, "3")


def test_a_growing_basket_sends_only_what_changed(model: RowsModel[Good], qtbot: QtBot) -> None:
    resets: list[int] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))

    model.update_rows([GOODS[0], replace(GOODS[1], stock=3), GOODS[2], Good("4", "蛋", 1)])

    assert (resets, changed, names(model)) == ([], [1], ["水", "面", "奶", "蛋"])


def test_figures_stand_right_and_states_have_a_tone(model: RowsModel[Good]) -> None:
    cell = model.index(1, 1)

    assert model.data(cell, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.data(cell, Qt.ItemDataRole.ForegroundRole).color().name() == "#a61b1b"
    assert model.data(model.index(0, 1), Qt.ItemDataRole.ForegroundRole) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "On hand"


def test_the_selection_survives_a_reload(model: RowsModel[Good], qtbot: QtBot) -> None:
    table = RowsTable(model)
    qtbot.addWidget(table)
    table.select_row(2)

    table.reload([GOODS[2], GOODS[0]])

    assert table.current_row() == 0


def test_the_selection_moves_and_stops_at_the_ends(model: RowsModel[Good], qtbot: QtBot) -> None:
    table = RowsTable(model)
    qtbot.addWidget(table)
    seen: list[int] = []
    table.current_row_changed.connect(seen.append)
    for step in (1, 1, 1, 1, -1):
        table.move_selection(step)

    assert seen == [0, 1, 2, 1]


def test_a_row_with_a_ground_of_its_own_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    model: RowsModel[Good] = RowsModel(COLUMNS, ground=lambda good: "problem_ground" if good.stock == 0 else None)
    model.show_rows(GOODS)
    apply_theme(qapp)
    table = RowsTable(model)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    picture = table.viewport().grab().toImage()
    colours = [picture.pixelColor(300, 48 * at + 24).name() for at in range(3)]
    qapp.setStyleSheet("")

    assert colours == [LIGHT.card, LIGHT.problem_ground, LIGHT.card]
