"""The office around the pages: who gets in, where keys and scans go, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.common.office import Office
from app.services.common.permissions import GrantNeeded, NobodySignedIn
from app.ui.owner.pages import PAGES
from app.values.money import Money
from tests.support.office import TestOffice, make_office
from tests.support.sample_page import SAMPLE, SamplePage
from tests.support.shop import make_shop


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, [SAMPLE])
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> SamplePage:
    page = office.open("sample")
    assert isinstance(page, SamplePage)
    return page


def test_the_services_let_no_cashier_in(tmp_path: Path) -> None:
    shop = make_shop(tmp_path)
    office = Office(shop.store, lambda: shop.cashier)

    assert not office.may_enter()
    with pytest.raises(GrantNeeded), office.read():
        pass
    with pytest.raises(GrantNeeded), office.action("anything"):
        pass
    shop.close()


def test_nobody_reads_behind_a_locked_till(tmp_path: Path) -> None:
    from dataclasses import replace

    shop = make_shop(tmp_path)
    office = Office(shop.store, lambda: replace(shop.owner, staff_id=None))
    with pytest.raises(NobodySignedIn), office.read():
        pass
    shop.close()


def test_a_list_comes_in_pieces_and_scrolls_on(page: SamplePage) -> None:
    assert (page.list.model.rowCount(), page.list.model.total) == (200, 1000)
    page.list.table.scrollToBottom()

    assert page.list.model.rowCount() == 400
    assert page.list.count.text() == "1,000 rows"


def test_typing_searches_after_a_breath(office: TestOffice, page: SamplePage) -> None:
    asked = len(page.presenter.asked)
    office.type("0042")
    assert len(page.presenter.asked) == asked  # the timer is still running
    office.press("Return")

    assert [row.number for row in page.list.model.rows()] == [42]
    assert len(page.presenter.asked) == asked + 1


def test_letters_typed_on_the_rows_go_to_the_search_field(office: TestOffice, page: SamplePage) -> None:
    office.press("Down", "Down")
    assert page.list.table.hasFocus()
    office.type("9")

    assert page.list.search.hasFocus()
    assert page.list.search.text() == "9"


def test_filters_of_a_group_exclude_each_other(page: SamplePage) -> None:
    for key in ("unpriced", "cheap", "dear"):
        page.list.chips[key].click()

    assert page.list.query().filters == {"unpriced", "dear"}
    assert page.list.model.total == 142


def test_a_heading_sorts_and_sorts_back(page: SamplePage) -> None:
    header = page.list.table.horizontalHeader()
    header.sectionClicked.emit(0)
    first = page.list.model.row_at(0).number
    header.sectionClicked.emit(1)  # no sortable column
    header.sectionClicked.emit(0)

    assert (first, page.list.model.row_at(0).number) == (1000, 1)
    assert page.list.model.headerData(0, page.list.table.horizontalHeader().orientation()) == "Name ▲"


def test_ctrl_a_chooses_rows_that_were_not_read_yet(office: TestOffice, page: SamplePage) -> None:
    office.press("Down", "Ctrl+A")

    assert len(page.list.selected()) == 1000
    assert page.list.count.text() == "1,000 of 1,000 selected"


def test_the_selection_survives_a_reload(office: TestOffice, page: SamplePage) -> None:
    office.press("Down", "Down", "Down", "Shift+Down")
    before = [row.number for row in page.list.selected()]
    page.list.reload()

    assert len(before) == 2
    assert [row.number for row in page.list.selected()] == before


def test_nothing_found_offers_everything_again(office: TestOffice, page: SamplePage) -> None:
    page.list.search_for("nothing like it")
    assert page.list.empty.isVisible()
    assert "Nothing found" in page.list.empty.text()
    page.list.empty.button.click()

    assert page.list.model.total == 1000
    assert page.list.search.hasFocus()


def test_an_answer_nobody_waits_for_is_dropped(page: SamplePage) -> None:
    model = page.list.model
    late: list[object] = []

    class Later:
        """Keeps every answer back."""

        def run(self, work: object, *, then: object, failed: object, uses_db: bool = True) -> object:
            late.append((work, then))
            from app.ui.kit.jobs import Job

            return Job()

    model._runner = Later()  # type: ignore[assignment]
    page.list.search.setText("0001")
    page.list.ask()
    page.list.search.setText("0002")
    page.list.ask()
    for work, then in reversed(late):  # type: ignore[misc]
        then(work(None))

    assert [row.number for row in model.rows()] == [2]


def test_a_record_is_edited_by_keys_alone(office: TestOffice, page: SamplePage) -> None:
    office.press("Down", "Down", "Return")
    assert page.heading() == "Thing 0002"
    office.type("Better")  # into the first field, at its end
    office.press("Return")
    office.type("5.50")
    assert page.form.is_dirty
    office.press("Ctrl+S")

    assert page.presenter.saved == [{"name": "Thing 0002Better", "price": Money(550)}]
    assert page.top is page.list
    assert office.screen.undo_bar.text() == "Saved."
    office.press("Ctrl+Z")
    assert page.presenter.saved == []


def test_a_field_says_what_is_wrong_with_it(office: TestOffice, page: SamplePage) -> None:
    office.press("Ctrl+N", "Ctrl+S")
    assert page.form.problem_texts() == ["Please fill this in."]
    office.type("taken")
    office.press("Ctrl+S")

    assert page.form.problem_texts() == ["This name is taken."]
    assert page.presenter.saved == []


def test_what_was_typed_is_not_lost_by_leaving(office: TestOffice, page: SamplePage) -> None:
    office.press("Ctrl+N")
    office.type("half")
    office.press("Esc")
    assert len(office.prompter.questions) == 1
    office.prompter.answer(False)
    assert page.top is page.form
    office.press("Esc")
    office.prompter.answer(True)

    assert page.top is page.list


def test_esc_goes_one_level_back_and_then_to_the_till(office: TestOffice, page: SamplePage) -> None:
    office.press("Down", "Return", "Esc")
    assert (page.top, office.left) == (page.list, 0)
    office.press("Esc")

    assert office.left == 1


def test_a_narrow_window_does_without_some_columns(office: TestOffice, page: SamplePage) -> None:
    assert not page.list.table.isColumnHidden(1)
    office.window.resize(1024, 700)
    office.press("Ctrl+F")

    assert page.list.table.isColumnHidden(1)


def test_every_page_has_a_key_of_its_own() -> None:
    assert len({page.key for page in PAGES}) == len(PAGES)
    groups = [page.group for page in PAGES]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)  # one heading each
