"""The manual: every screen has its page in both languages, and the reader shows it with keys alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.tour.manual_pictures import FIRST_RUN, FROM_ALBUM, FROM_TOUR, MOST_BYTES, shrink
from app.ui.cashier.names import PanelName
from app.ui.kit.dialog import Dialog
from app.ui.kit.keys import KeyMap
from app.ui.kit.words import CHINESE, ENGLISH, Words
from app.ui.owner.pages import PAGES
from app.ui.shell import main_window
from app.ui.shell.help.browser import ManualBrowser
from app.ui.shell.help.manual_dialog import ManualDialog
from app.ui.shell.help.pages import FOLDER, INDEX, page_file, page_for, page_name
from app.ui.shell.key_sheet import KeySheetDialog
from app.ui.shell.main_window import MainWindow
from tests.support.keys import Typist
from tests.support.till import TestTill, make_till

NAMES = sorted(file.stem for file in (FOLDER / "en").glob("*.md"))
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
LANGUAGES = (CHINESE, ENGLISH)


# Which page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("panel", ["", "done", *(name.value for name in PanelName)])
def test_every_panel_of_the_sale_has_a_page(panel: str, language: str) -> None:
    name = page_for(main_window.SALE, panel)

    assert name != INDEX
    assert page_file(name, language).is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_of_the_office_has_a_page(page: object, language: str) -> None:
    name = page_for(main_window.OFFICE, page.key)  # type: ignore[attr-defined]

    assert name != INDEX
    assert page_file(name, language).is_file()


@pytest.mark.parametrize("screen", ["SIGN_IN", "FIRST_RUN", "RECOVER", "OPEN_SHIFT"])
def test_every_other_screen_has_a_page(screen: str) -> None:
    name = page_for(getattr(main_window, screen))

    assert name != INDEX
    assert all(page_file(name, language).is_file() for language in LANGUAGES)


def test_what_nobody_wrote_about_leads_to_the_index() -> None:
    assert page_for("something new") == INDEX
    assert page_for(main_window.OFFICE, "something new") == INDEX


# The files


def test_both_languages_have_the_same_pages() -> None:
    assert sorted(file.stem for file in (FOLDER / "zh").glob("*.md")) == NAMES
    assert len(NAMES) > 20


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_shape(name: str) -> None:
    chinese, english = (page_file(name, language).read_text(encoding="utf-8") for language in LANGUAGES)

    assert HEADING.findall(chinese) == HEADING.findall(english)
    assert [link for _, link in LINK.findall(chinese) if link.endswith(".md")] == [
        link for _, link in LINK.findall(english) if link.endswith(".md")
    ]
    assert chinese.count("\n|") == english.count("\n|")
    assert len(re.findall(r"^\d+\. ", chinese, re.MULTILINE)) == len(re.findall(r"^\d+\. ", english, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_picture_is_there(name: str, language: str) -> None:
    file = page_file(name, language)
    links = LINK.findall(file.read_text(encoding="utf-8"))

    missing = [link for _, link in links if not (file.parent / link).is_file()]
    assert missing == []
    assert sum(bool(mark) for mark, _ in links) == 1, "one picture each"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_stands_in_the_index(language: str) -> None:
    links = {link for _, link in LINK.findall((FOLDER / language / "index.md").read_text(encoding="utf-8"))}

    assert {f"{name}.md" for name in NAMES if name != INDEX} <= links


def test_every_page_gets_its_picture_from_somewhere() -> None:
    assert {FIRST_RUN, *FROM_TOUR, *FROM_ALBUM} == set(NAMES)
    assert not set(FROM_TOUR) & set(FROM_ALBUM)


def test_pictures_are_small() -> None:
    large = [file.name for file in (FOLDER / "pictures").glob("*.png") if file.stat().st_size > MOST_BYTES]

    assert large == []


def test_a_picture_is_made_narrow_and_small(tmp_path: Path) -> None:
    source, target = tmp_path / "source.png", tmp_path / "target.png"
    Image.effect_noise((1400, 700), 90).convert("RGB").save(source)
    shrink(source, target)

    with Image.open(target) as image:
        assert image.size == (1000, 500)
        assert image.mode == "P"
    assert target.stat().st_size < source.stat().st_size


@pytest.mark.parametrize("keys", ["F1", "F2", "F3", "F4", "F5", "F7", "F8", "F9", "F10", "F11", "Ctrl+K", "Ctrl+B"])
def test_keys_that_the_manual_names_are_keys(keys: str) -> None:
    known = {part for row in KeyMap.default().rows() for part in row.shown.split(" / ")}

    assert keys in known
    texts = [page_file(name, ENGLISH).read_text(encoding="utf-8") for name in NAMES]
    assert any(f"**{keys}" in text for text in texts)


# The reader


@pytest.fixture
def words(qapp: QApplication) -> Iterator[Words]:
    words = Words()
    words.set_language(ENGLISH)
    yield words
    words.set_language(ENGLISH)


@pytest.fixture
def window(qtbot: QtBot, words: Words) -> Iterator[MainWindow]:
    made = MainWindow(words, KeyMap.default())
    made.resize(1366, 768)
    qtbot.addWidget(made, before_close_func=lambda one: setattr(one, "_may_close", True))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    # A dialog that stays open would keep the keys of every later test.
    for dialog in made.findChildren(Dialog):
        dialog.done(0)


@pytest.fixture
def manual(qtbot: QtBot, window: MainWindow, words: Words) -> ManualDialog:
    dialog = ManualDialog(words, "sale", window)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    return dialog


@pytest.fixture
def typist(manual: ManualDialog) -> Iterator[Typist]:
    made = Typist(manual)
    yield made
    made.stop()


def text_of(dialog: ManualDialog) -> str:
    return dialog.browser.toPlainText()


def test_a_page_shows_its_words_and_its_picture(manual: ManualDialog) -> None:
    assert text_of(manual).startswith("The sale")
    assert "**" not in text_of(manual)
    picture = manual.browser.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("../pictures/en-sale.png")
    )
    assert isinstance(picture, QImage)
    assert 200 < picture.width() <= manual.browser.viewport().width()


def test_the_language_changes_under_the_reader(manual: ManualDialog, words: Words) -> None:
    words.set_language(CHINESE)
    QApplication.processEvents()

    assert text_of(manual).startswith("销售")
    assert manual.page() == "sale"


def follow(manual: ManualDialog, link: str) -> None:
    manual.browser.anchorClicked.emit(QUrl(link))


@pytest.mark.parametrize("key", ["Esc", "Backspace"])
def test_links_lead_on_and_a_key_leads_back(manual: ManualDialog, typist: Typist, key: str) -> None:
    follow(manual, "paying.md")
    assert text_of(manual).startswith("Taking money")
    typist.press(key)

    assert manual.page() == "sale"
    assert manual.isVisible()


def test_tab_and_enter_follow_a_link(manual: ManualDialog, typist: Typist) -> None:
    typist.press("Tab")
    typist.press("Return")

    assert manual.page() == "quick_keys"


def test_esc_on_the_first_page_closes(manual: ManualDialog, typist: Typist, window: MainWindow) -> None:
    typist.press("Esc")

    assert window.findChild(ManualDialog) is None


def test_f1_shows_all_pages(manual: ManualDialog, typist: Typist) -> None:
    typist.press("F1")

    assert manual.page() == INDEX
    assert "Backup and restore" in text_of(manual)


@pytest.mark.parametrize(
    "link",
    ["https://example.org/", "file:///etc/passwd", "../../../README.md", "nowhere.md", "../pictures/en-sale.png"],
)
def test_nothing_outside_the_manual_is_opened(manual: ManualDialog, link: str) -> None:
    before = text_of(manual)
    follow(manual, link)

    assert manual.page() == "sale"
    assert text_of(manual) == before
    kind = QTextDocument.ResourceType.HtmlResource.value
    assert link.endswith(".png") or manual.browser.loadResource(kind, QUrl(link)) is None


def test_pages_are_names_of_files_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    page = tmp_path / "en" / "one.md"
    page.write_text("# One", encoding="utf-8")

    assert page_name(page, tmp_path) == "one"
    assert page_name(tmp_path / "en" / "two.md", tmp_path) is None
    assert page_name(page, tmp_path / "en" / "deeper") is None


def test_ctrl_f_finds_goes_on_and_begins_again(manual: ManualDialog, typist: Typist) -> None:
    typist.press("Ctrl+F")
    assert manual.search_edit.hasFocus()
    typist.type("barcode")
    typist.press("Return")
    places = []
    for _ in range(text_of(manual).lower().count("barcode") + 1):
        places.append(manual.browser.textCursor().selectionStart())
        typist.press("Return")

    assert manual.browser.textCursor().selectedText().lower() == "barcode"
    assert places[0] == places[-1]
    assert all(first < second for first, second in pairwise(places[:-1]))


def test_what_is_not_there_is_said_and_esc_leaves_the_search_first(manual: ManualDialog, typist: Typist) -> None:
    typist.press("Ctrl+F")
    typist.type("zebra")
    typist.press("Return")
    assert "zebra" in manual.problem_line.text()
    typist.press("Esc")

    assert not manual.search_edit.isVisible()
    assert not manual.problem_line.isVisible()
    assert manual.isVisible()


def test_arrows_scroll(manual: ManualDialog, typist: Typist) -> None:
    bar = manual.browser.verticalScrollBar()
    typist.press("PgDown")

    assert bar.value() > 0


def test_a_browser_without_a_page_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    browser = ManualBrowser(tmp_path)
    qtbot.addWidget(browser)

    assert not browser.open_page("sale", ENGLISH)
    assert browser.page() == ""
    assert not browser.go_back()


# From the screens


def test_f1_twice_opens_the_page_about_the_screen(window: MainWindow) -> None:
    window.add_page(main_window.FIRST_RUN, ManualBrowser())
    window.show_page(main_window.FIRST_RUN)
    typist = Typist(window)
    typist.press("F1")
    sheet = window.findChild(KeySheetDialog)
    assert sheet is not None
    sheet_typist = Typist(sheet)
    sheet_typist.press("F1")
    sheet_typist.stop()
    typist.stop()

    shown = window.findChild(ManualDialog)
    assert window.findChild(KeySheetDialog) is None
    assert shown is not None
    assert shown.page() == "first_run"


@pytest.fixture
def till(qapp: QApplication, tmp_path: Path) -> Iterator[TestTill]:
    made = make_till(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("keys", "panel", "page"),
    [
        ((), "", "sale"),
        (("F3",), "member", "members"),
        (("F8",), "refund", "refund"),
        (("F9",), "till", "drawer_shift"),
    ],
)
def test_over_the_sale_f1_twice_asks_about_the_open_panel(
    till: TestTill, keys: tuple[str, ...], panel: str, page: str
) -> None:
    asked: list[str] = []
    till.pages.manual_requested.connect(lambda: asked.append(till.pages.sale.help_part()))
    for key in (*keys, "F1", "F1"):
        till.press(key)

    assert asked == [panel]
    assert till.top == panel
    assert page_for(main_window.SALE, asked[0]) == page
