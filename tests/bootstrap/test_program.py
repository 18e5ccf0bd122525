"""The till as a whole: it starts, sells, speaks two languages, survives a bug and closes without leaving anything."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.folder import open_folder
from app.services.receipts.queue import ClaimedJob, JobState
from app.services.receipts.worker import JobReport
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.tour.waiting import let_events_run, wait_for
from app.ui.shell.crash_dialog import CrashDialog
from app.values.clock import ManualClock
from app.values.ids import Id
from tests.support.running_till import CASHIER_PIN, WATER, RunningTill, make_demo, running_till

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def till(tmp_path: Path) -> Iterator[RunningTill]:
    """A demo shop whose printer is a folder."""
    make_demo(tmp_path / "data", printer=f"file:{tmp_path / 'paper'}")
    with running_till(tmp_path / "data") as running:
        yield running


def test_a_cashier_signs_in_sells_one_thing_and_has_paper(till: RunningTill, tmp_path: Path) -> None:
    assert till.page() == "sign_in"
    till.come_in()

    till.scan(WATER)
    assert till.screen.basket() == "2.00"
    till.press("Space", "Return")

    assert till.books.receipts() == (1, "2.00")
    assert till.books.drawer() == "102.00"
    assert till.screen.change() == "0.00"
    jobs = sorted(path.read_bytes() for path in (tmp_path / "paper").glob("job-*.bin"))
    assert len(jobs) == 2, "a pulse and a receipt"
    assert any(b"T1-000001" in job for job in jobs)


def test_a_wrong_pin_stays_outside_and_says_why(till: RunningTill) -> None:
    till.type("111222")
    till.press("Return")

    assert till.page() == "sign_in"
    assert "密码" in till.screen.words()
    till.come_in()


def test_closing_leaves_no_thread_and_the_next_start_finds_the_basket(tmp_path: Path) -> None:
    folder = make_demo(tmp_path / "data")
    before = set(threading.enumerate())
    with running_till(folder) as till:
        till.come_in()
        till.scan(WATER)
        assert {thread.name for thread in threading.enumerate()} >= {"printing"}
    assert set(threading.enumerate()) == before

    with running_till(folder) as till:
        assert "已保留" in till.screen.words()
        till.type(CASHIER_PIN)
        till.press("Return")
        assert till.page() == "sale"
        assert till.screen.basket() == "2.00"


def test_the_language_changes_everywhere_and_is_kept(tmp_path: Path) -> None:
    folder = make_demo(tmp_path / "data")
    with running_till(folder) as till:
        till.come_in()
        assert "挂单" in till.screen.words()
        till.program.words.toggle_language()
        till.settle()
        assert "Hold" in till.screen.words()
        assert "Shift 1" in till.program.window.status.place_text()
        assert "挂单" not in till.screen.words()

    with running_till(folder) as till:
        assert "Who are you?" in till.screen.words()


def test_another_printer_is_used_from_the_next_receipt_on(till: RunningTill, tmp_path: Path) -> None:
    till.come_in()
    till.scan(WATER)
    till.press("Space", "Return")
    till.change("printer.address", f"file:{tmp_path / 'other'}")
    till.scan(WATER)
    till.press("Space", "Return")

    assert len(list((tmp_path / "paper").glob("*.bin"))) == 2
    assert len(list((tmp_path / "other").glob("*.bin"))) == 2


def test_a_till_without_a_printer_says_so_in_words(tmp_path: Path) -> None:
    with running_till(make_demo(tmp_path / "data")) as till:
        assert till.program.window.status.state_text("printer") == "○ 无打印机"


def test_a_printer_that_refuses_is_told_in_words_and_the_sale_stands(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with running_till(make_demo(tmp_path / "data", printer=f"tcp:127.0.0.1:{port}")) as till:
        till.come_in()
        till.hand.scan(WATER)
        till.settle(papers=False)
        for key in ("Space", "Return"):
            till.hand.press(key)
            till.settle(papers=False)
        status = till.program.window.status
        wait_for("the printer's trouble", lambda: status.state_text("printer").startswith("▲"))

        assert till.books.receipts() == (1, "2.00")
        assert "打印机" in till.screen.words()
        assert till.books.waiting_papers() == 1, "the receipt waits, the pulse does not"
        wait_for("the sentence", lambda: "F10" in till.screen.sale.notices.text())


@pytest.mark.expects_log
def test_a_bug_shows_one_page_and_the_basket_is_kept(till: RunningTill) -> None:
    till.come_in()
    till.scan(WATER)
    till.program.crash_hook.report(RuntimeError, RuntimeError("a bug"), None)
    let_events_run()

    pages = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashDialog)]
    assert len([page for page in pages if page.isVisible()]) == 1
    for page in pages:
        page.reject()
    let_events_run()
    assert till.screen.basket() == "2.00"
    till.press("Space", "Return")
    assert till.books.receipts() == (1, "2.00")


def test_a_question_for_a_pin_is_gone_when_the_next_person_comes(till: RunningTill) -> None:
    till.come_in()
    till.scan(WATER)
    till.press("F7")
    till.type("1")
    till.press("Return")
    assert till.screen.panel() == "grant"
    till.press("F11")
    assert till.page() == "sign_in"

    till.type(CASHIER_PIN)
    till.press("Return")
    assert till.page() == "sale"
    assert till.screen.panel() == ""
    assert till.screen.basket() == "2.00"


def test_a_paper_in_doubt_is_told_where_the_cashier_looks(till: RunningTill) -> None:
    till.come_in()
    till.scan(WATER)
    till.press("Space", "Return")
    with till.opened.store.action(till.opened.operator(), "paper") as uow:
        uow.connection.exec_driver_sql("UPDATE print_job SET state = 'unknown'")
    with till.opened.store.read() as read:
        row = read.connection.exec_driver_sql("SELECT id, kind FROM print_job WHERE kind <> 'drawer'").first()
    assert row is not None
    job = ClaimedJob(Id(row.id), row.kind, None, 1)

    till.program.printing._on_printed(JobReport(job, JobState.UNKNOWN, None, frozenset()))
    assert till.screen.change() == "0.00", "the change stays in sight"
    assert "F10" in till.screen.sale.notices.text()
    till.press("F10")
    assert till.screen.panel() == "unsure"


def test_a_clock_that_was_set_back_is_told_at_the_start_and_selling_goes_on(tmp_path: Path) -> None:
    folder = make_demo(tmp_path / "data")
    opened = open_folder(folder, later := ManualClock())
    later.tick(timedelta(days=3))
    with opened.store.action(opened.operator(), "setting") as uow:
        change_setting(uow, declared.LANGUAGE.key, "en")
    opened.close()

    with running_till(folder) as till:
        told = till.program.window.notices
        assert told.isVisible()
        for moment in (till.clock.now(), later.now()):
            assert till.program.words.moment(moment) in told.text()
        till.come_in()
        till.scan(WATER)
        till.press("Space", "Return")
        assert till.books.receipts() == (1, "2.00")
    with running_till(folder) as till:
        assert not till.program.window.notices.isVisible(), "from the first entry on its time counts"


def test_other_quick_notes_are_offered_at_once(till: RunningTill) -> None:
    till.come_in()
    till.change("cash.quick_notes", "30,70")
    buttons = till.program.cashier.panels.payment._note_buttons if till.program.cashier else []
    assert [button.text() for button in buttons] == ["+¥30", "+¥70"]
