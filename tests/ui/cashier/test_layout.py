"""Nothing is cut off: both sizes, both languages, every panel; and the language changes at run time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QSize, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.ui.cashier.function_keys import CapButton
from app.ui.kit.labels import FitLabel
from app.ui.kit.words import CHINESE, I18N_FOLDER
from tests.support.till import (
    APPLE_LABEL,
    APPLE_PLU,
    MEMBER_CARD,
    MILK,
    NO_PRICE,
    NOODLES,
    UNKNOWN,
    TestTill,
    make_till,
)

SIZES = [QSize(1366, 768), QSize(1024, 768)]


class FromSource(QTranslator):
    """The translations as they stand in the source file, so that no test waits for a build."""

    def __init__(self) -> None:
        super().__init__()
        tree = ElementTree.parse(I18N_FOLDER / f"shuke_{CHINESE}.ts")
        self._texts = {
            (context.findtext("name"), message.findtext("source")): message.findtext("translation") or ""
            for context in tree.iter("context")
            for message in context.iter("message")
        }

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
        """One text; English where the file has none."""
        del comment, n
        return self._texts.get((context, source)) or source

    def isEmpty(self) -> bool:
        """Never: Qt would not ask."""
        return False


@pytest.fixture(params=[(size, code) for size in SIZES for code in ("en", "zh")], ids=str)
def shown(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[TestTill]:
    size, code = request.param
    translator = FromSource() if code == "zh" else None
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    till = make_till(tmp_path, size=size)
    yield till
    till.close()
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


def cut_off(root: QWidget) -> list[str]:
    """Labels and buttons that are smaller than their words, and anything that sticks out of its parent."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.visibleRegion().boundingRect().isValid():
            continue
        if isinstance(widget, CapButton):
            needed = widget.sizeHint()
            wrong = widget.width() < needed.width() - 6 or widget.height() < 48
        elif isinstance(widget, FitLabel):
            wrong = QFontMetrics(widget.font()).horizontalAdvance(widget.text()) > widget.width()
        elif isinstance(widget, QAbstractButton):
            wrong = bool(widget.text()) and (widget.width() < widget.sizeHint().width() or widget.height() < 36)
        elif isinstance(widget, QLabel):
            hint = widget.sizeHint() if not widget.wordWrap() else QSize(0, widget.heightForWidth(widget.width()))
            wrong = bool(widget.text()) and (widget.width() < hint.width() or widget.height() < hint.height())
        else:
            continue
        if wrong:
            text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
            found.append(f"{type(widget).__name__} {text!r} {widget.size().toTuple()} < {widget.sizeHint().toTuple()}")
    return found


def check(till: TestTill, size: QSize, where: str) -> list[str]:
    QApplication.processEvents()
    problems = [f"{where}: {problem}" for problem in cut_off(till.pages.sale)]
    if till.window.size() != size:
        problems.append(f"{where}: the window grew to {till.window.size().toTuple()}")
    return problems


def test_nothing_is_cut_off_on_any_panel(shown: TestTill) -> None:
    till, size = shown, shown.window.size()
    found = check(till, size, "empty")
    till.scan(NOODLES, MILK, APPLE_LABEL, MEMBER_CARD, UNKNOWN)
    found += check(till, size, "lines")
    till.press("Delete")
    for key in ("F1", "F2", "F3", "F7", "F8", "F9"):
        till.press(key)
        found += check(till, size, key)
        till.press("Escape")
    till.press("F2")
    till.scan(MILK)
    found += check(till, size, "price check")
    till.press("Escape", "F3")
    till.type("13600136000")
    till.press("Return")
    found += check(till, size, "consent")
    till.press("Escape", "Escape", "F7")
    till.type("9")
    till.press("Return")
    found += check(till, size, "grant")
    till.press("Escape", "Escape", "Space")
    till.type("10")
    till.press("F3")
    found += check(till, size, "number")
    till.press("Return")
    till.type("1000")
    found += check(till, size, "change")
    till.press("Return")
    found += check(till, size, "asks again")
    till.press("Return")
    found += check(till, size, "done")
    assert till.session.view.last is not None
    till.scan(till.session.view.last.number)
    found += check(till, size, "refund")
    till.press("Escape")
    for digit in "256":
        till.press("F9", digit)
        found += check(till, size, f"F9 {digit}")
        till.press("Escape", "Escape")
    till.scan(NO_PRICE)
    found += check(till, size, "first price")
    till.press("Escape")
    till.type(APPLE_PLU)
    till.press("Return")
    found += check(till, size, "weight")
    assert not found, "\n".join(found)


def test_the_right_column_keeps_its_share(shown: TestTill) -> None:
    left, right = shown.pages.sale.panels.width(), shown.pages.sale._right.width()
    assert 58 <= left * 100 // (left + right) <= 65
    assert shown.pages.sale.table.columnWidth(1) >= 180, "a name has room"


def test_the_language_changes_at_run_time_and_keeps_the_basket(till: TestTill) -> None:
    till.scan(NOODLES, UNKNOWN)
    till.press("F3")
    translator = FromSource()
    QCoreApplication.installTranslator(translator)
    QApplication.processEvents()
    try:
        assert till.pages.sale.strip.pay._words == "收款"
        assert till.pages.panels.member.title.text() == "会员"
        assert till.session.view.priced.total.minor == 1690
    finally:
        QCoreApplication.removeTranslator(translator)
        QApplication.processEvents()
    assert till.pages.panels.member.title.text() == "Member"


def test_a_notice_moves_nothing_under_a_finger(till: TestTill) -> None:
    till.scan(NOODLES)
    before = till.pages.sale.strip.pay.mapToGlobal(till.pages.sale.strip.pay.rect().center())
    till.scan(UNKNOWN)
    assert till.pages.sale.notices.isVisible()
    assert till.pages.sale.strip.pay.mapToGlobal(till.pages.sale.strip.pay.rect().center()) == before
