"""The other language in the middle of the work: sentences follow, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QLabel

from app.ui.kit.labels import PlainLabel
from tests.support.till import NOODLES, UNKNOWN, WATER, TestTill


class Marked(QTranslator):
    """A language of few words."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
        """A short word for what is long in English."""
        del context, comment, n
        if source.startswith("Nothing is known under"):
            return "未知商品 {code}"
        return "本店" if source.startswith("The shop keeps") else source

    def isEmpty(self) -> bool:
        """Never: Qt would not ask."""
        return False


@contextmanager
def speaking() -> Iterator[None]:
    translator = Marked()
    QCoreApplication.installTranslator(translator)
    QApplication.processEvents()
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
        QApplication.processEvents()


def test_a_sentence_that_stands_follows_the_language(till: TestTill) -> None:
    till.scan(UNKNOWN)
    with speaking():
        assert till.notice == f"未知商品 {UNKNOWN}"
    assert till.notice.startswith("Nothing is known")


def test_the_consent_has_room_after_a_switch(styled_till: TestTill) -> None:
    till = styled_till
    with speaking():
        till.press("F3")
        till.type("13522223333")
        till.press("Return")
    QApplication.processEvents()  # the card asks its panel for room, one round later
    panel = till.pages.panels.member
    text = panel.consent_text
    assert text.height() >= text.heightForWidth(text.width())
    margin = panel.consent.contentsRect().bottom() - panel.agree.geometry().bottom()
    assert margin >= 12, "the button stands clear of the frame"


def test_the_sheet_of_keys_keeps_its_labels(till: TestTill) -> None:
    till.press("F1")
    before = set(map(id, till.pages.panels.keys.findChildren(PlainLabel)))
    with speaking():
        pass
    labels = till.pages.panels.keys.findChildren(QLabel)
    assert set(map(id, till.pages.panels.keys.findChildren(PlainLabel))) == before
    texts = [label.text() for label in labels]
    assert "F6" not in texts
    assert "F12" not in texts
    assert "Pay" in texts


def test_a_refusal_goes_with_the_row_that_it_was_about(till: TestTill) -> None:
    till.scan(NOODLES, UNKNOWN)
    till.press("Space")
    assert till.pages.sale.notices.isVisible()
    till.press("Delete")
    assert till.notice == ""


def test_what_is_no_refusal_stays_over_a_change(till: TestTill) -> None:
    till.scan(WATER)
    till.pages.show_printer_problem()
    till.press("+")
    assert "F10" in till.notice
