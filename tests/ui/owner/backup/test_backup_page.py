"""The page of backups: how it stands in words, making and trying one, its folder, its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.services.backup.key import key_text
from app.services.backup.key_file import load_key
from app.services.backup.make import WORK_NAME
from app.services.backup.state import load_state
from app.services.backup.watch import Step, Watch
from app.services.settings import declared
from app.services.settings.service import change_setting, load_settings
from app.tour.waiting import let_events_run, wait_for
from app.ui.kit.buttons import TouchButton
from app.ui.kit.jobs import Jobs
from app.ui.kit.words import CHINESE
from app.ui.owner.backup.backup_page import BackupPage
from app.ui.owner.backup.key_dialog import KeyDialog
from app.ui.owner.pages import PAGES
from tests.services.devices.loopback import LoopbackPrinter, prints
from tests.support.backups import a_stocked_shop
from tests.support.office import TestOffice, make_office


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    pages = [page for page in PAGES if page.key == "backup"]
    made = make_office(tmp_path, pages, stocked=a_stocked_shop(tmp_path / "data"))
    yield made
    made.close()


@pytest.fixture
def page(office: TestOffice) -> BackupPage:
    page = office.open("backup")
    assert isinstance(page, BackupPage)
    return page


def data(office: TestOffice) -> Path:
    return office.stocked.shop.path.parent


def tap(office: TestOffice, button: TouchButton) -> None:
    office.typist.tap(button)
    let_events_run()


def audited(office: TestOffice) -> list[str]:
    with office.stocked.shop.store.read() as read:
        rows = read.connection.exec_driver_sql(
            "SELECT detail FROM audit_event WHERE action = 'recovery_key_shown' ORDER BY at"
        )
        return [str(row[0]) for row in rows]


def test_at_first_it_says_what_is_missing(page: BackupPage) -> None:
    assert page.headline.text() == "There is no backup yet."
    assert page.table.rows_model().rowCount() == 0
    assert "same disk" in page.place.text()
    assert page.drill_note.text() == "Nobody has tried yet whether a backup comes back."
    assert "main.py restore FILE" in page.restore.text()


def test_enter_makes_a_backup_and_it_is_listed(office: TestOffice, page: BackupPage) -> None:
    office.press("Space")  # the focus rests on the one thing to do

    assert page.headline.text() == "Last good backup: 2026-01-05 09:00 (0 min ago)"
    assert "The backup is good" in office.screen.undo_bar.text()
    (listed,) = (page.table.rows_model().row_at(0),)
    assert listed.path.parent == data(office) / "backups"
    assert "on no paper yet" in page.key_note.text()
    assert page.make_button.isEnabled()
    assert not page.progress.isVisible()

    office.stocked.shop.clock.tick(timedelta(hours=27))
    office.open("backup")
    assert page.headline.text() == "Last good backup: 2026-01-05 09:00 (27 h ago)"
    assert page.headline.property("role") == "problem"


def test_a_drill_says_that_it_would_come_back(office: TestOffice, page: BackupPage) -> None:
    tap(office, page.drill_button)
    assert "no backup of this till" in office.prompter.current
    tap(office, page.make_button)
    office.press("Ctrl+T")

    assert "came back" in page.drill_note.text()
    assert "with 3 sales. A restore would work." in page.drill_note.text()
    assert page.drill_note.property("role") == "good"
    assert "A restore would work." in office.prompter.current


def test_a_torn_backup_fails_its_drill(office: TestOffice, page: BackupPage) -> None:
    tap(office, page.make_button)
    file = page.table.rows_model().row_at(0).path
    file.write_bytes(file.read_bytes()[:-4000])
    tap(office, page.drill_button)
    assert "it did not come back" in page.drill_note.text()
    assert page.drill_note.property("role") == "problem"


def test_a_folder_is_chosen_by_dialog_and_taken_back(office: TestOffice, page: BackupPage, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    tap(office, page.folder_button)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.setText(str(stick))
    office.press("Return")

    assert page.presenter.folder == stick
    assert page.folder.text() == str(stick)
    tap(office, page.make_button)
    assert len(list(stick.glob("*.shuke"))) == 1
    tap(office, page.default_button)
    assert page.presenter.folder == data(office) / "backups"
    office.press("Ctrl+Z")
    assert page.presenter.folder == stick
    with office.stocked.shop.store.read() as read:
        assert load_settings(read).get(declared.BACKUP_FOLDER) == str(stick)


def test_a_stick_that_was_pulled_out_is_said(office: TestOffice, page: BackupPage, tmp_path: Path) -> None:
    shop = office.stocked.shop
    with shop.store.action(shop.owner, "setting") as uow:
        change_setting(uow, declared.BACKUP_FOLDER.key, str(tmp_path / "gone"))
    assert "not there now" in page.place.text()
    tap(office, page.make_button)
    assert "is not there" in office.prompter.current
    assert str(tmp_path / "gone") in page.failure.text()
    assert page.failure.isVisible()


def test_the_key_is_shown_and_the_audit_knows(office: TestOffice, page: BackupPage) -> None:
    tap(office, page.make_button)
    tap(office, page.show_key_button)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeyDialog)
    key = load_key(data(office))
    assert key is not None
    assert [label.text().partition(" ")[2] for label in dialog.groups] == key_text(key).split()
    office.press("Return")

    assert QApplication.activeModalWidget() is None
    assert len(audited(office)) == 1
    assert "screen" in audited(office)[0]
    assert page.key_note.text() == "", "it is on paper now"


def test_the_key_is_printed_past_the_spool(office: TestOffice, page: BackupPage) -> None:
    tap(office, page.print_key_button)
    assert "No receipt printer" in office.prompter.current
    assert audited(office) == []
    shop = office.stocked.shop
    with LoopbackPrinter(prints) as printer:
        with shop.store.action(shop.owner, "setting") as uow:
            change_setting(uow, declared.PRINTER.key, f"tcp:127.0.0.1:{printer.port}")
        tap(office, page.print_key_button)
        wait_for("the paper", lambda: any(printer.printed))
        key = load_key(data(office))
        assert key is not None
        assert key_text(key).split()[0].encode() in b"".join(printer.printed)
    assert "paper" in audited(office)[0]
    assert "Put it in a safe" in office.screen.undo_bar.text()


def test_a_running_backup_shows_its_steps_and_can_be_stopped(
    office: TestOffice, page: BackupPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a real worker, held at its first step until the screen has seen it."""
    jobs = Jobs()
    held: list[Step] = []

    def slow(store: object, *, watch: Watch) -> None:
        while True:
            watch.at(Step.SEAL, 1, 2)
            held.append(Step.SEAL)

    monkeypatch.setattr("app.ui.owner.backup.presenter.make_backup", slow)
    monkeypatch.setattr(page.presenter, "_context", _with_jobs(page, jobs))
    tap(office, page.make_button)
    wait_for("a step", lambda: page.progress.count_text() == "1 / 2")
    assert page.progress.isVisible()
    assert not page.drill_button.isEnabled()
    words: Callable[[], str] = page._step_words
    assert words() == "Encrypting and writing ..."

    tap(office, page.progress.cancel_button)
    assert "Stopped" in office.prompter.current
    wait_for("the worker", lambda: jobs.running_count == 0)
    assert page.make_button.isEnabled()
    assert load_state(data(office)).last_good is None
    assert not (data(office) / WORK_NAME).exists()
    jobs.close()


def _with_jobs(page: BackupPage, jobs: Jobs) -> object:
    from dataclasses import replace

    return replace(page.presenter._context, jobs=jobs)


def test_the_words_follow_the_language(office: TestOffice, page: BackupPage) -> None:
    tap(office, page.make_button)
    office.speak(CHINESE)
    office.speak("en")
    assert page.make_button.text() == "Back up now"
