"""Backups when they are due, looks at the file, warnings in time; and what happens when the file is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.folder import open_folder
from app.bootstrap.keeper import Keeper
from app.services.backup.health import is_backup_due
from app.services.backup.set_aside import DataSetAside, damage_note
from app.services.backup.state import load_state
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.services.shifts.close import CashCount, close_shift
from app.tour.waiting import let_events_run, wait_for
from app.ui.kit.bus import ChangeBus
from app.ui.kit.keys import KeyMap
from app.ui.kit.words import Words
from app.ui.shell.damaged_dialog import DamagedDialog
from app.ui.shell.main_window import MainWindow
from app.values.money import Money
from tests.support.backups import a_stocked_shop, spoil
from tests.support.goods import Stocked
from tests.support.jobs import RunNow
from tests.support.running_till import RunningTill, make_demo, running_till


@dataclass
class Kept:
    """A keeper whose rounds run at once, over a shop with three sales."""

    keeper: Keeper
    stocked: Stocked
    window: MainWindow
    bus: ChangeBus
    folder: Path
    damage: list[str]

    def after(self, **passed: float) -> None:
        """Let time pass, then ask what is due."""
        self.stocked.shop.clock.tick(timedelta(**passed))
        self.keeper.wake()

    def backups(self) -> int:
        return len(list((self.folder / "backups").glob("*.shuke")))

    def light(self) -> str:
        return self.window.status.state_text("backup")


@pytest.fixture
def kept(qapp: QApplication, tmp_path: Path) -> Iterator[Kept]:
    folder = tmp_path / "data"
    stocked = a_stocked_shop(folder)
    words, bus = Words(), ChangeBus()
    window = MainWindow(words, KeyMap.default())
    bugs: list[Exception] = []
    keeper = Keeper(stocked.shop.store, window, words, bus, bug=bugs.append, runner=RunNow())
    made = Kept(keeper, stocked, window, bus, folder, [])
    keeper.damaged.connect(made.damage.append)
    yield made
    keeper.close()
    window.allow_close()
    for part in (window, words):
        part.deleteLater()
        let_events_run()
    stocked.shop.close()
    assert not bugs


def test_the_first_look_makes_no_backup_and_shows_how_it_stands(kept: Kept) -> None:
    kept.keeper.begin()
    assert (kept.backups(), kept.light()) == (0, "○ Backup")
    check = load_state(kept.folder).last_check
    assert check is not None
    assert check.is_whole


def test_a_backup_every_four_hours_and_none_between(kept: Kept) -> None:
    kept.after(minutes=1)
    assert (kept.backups(), kept.light()) == (1, "● Backup")
    kept.after(minutes=1)
    kept.after(hours=3)
    assert kept.backups() == 1
    kept.after(hours=1)
    assert kept.backups() == 2


def test_a_closed_shift_is_backed_up_at_once(kept: Kept) -> None:
    kept.after(minutes=1)
    shop = kept.stocked.shop
    shop.clock.tick(timedelta(minutes=5))
    with shop.store.action(shop.cashier, "shift_closed") as uow:
        close_shift(uow, CashCount(Money(20_000)))
    kept.after(seconds=1)
    assert kept.backups() == 2


def test_the_file_is_looked_through_once_a_day_while_nobody_sells(kept: Kept) -> None:
    kept.after(minutes=1)  # the backup goes first
    kept.bus.publish(frozenset({"sales"}))
    kept.after(minutes=5)
    assert load_state(kept.folder).looked_through_at is None, "somebody has just sold something"
    kept.after(minutes=6)
    first = load_state(kept.folder).looked_through_at
    assert first == kept.stocked.shop.clock.now()

    kept.after(hours=1)
    assert load_state(kept.folder).looked_through_at == first
    kept.after(hours=23)  # due together with a backup, which goes first
    kept.after(minutes=1)
    assert load_state(kept.folder).looked_through_at == kept.stocked.shop.clock.now()


@pytest.mark.expects_log
def test_a_missing_stick_is_said_when_the_last_good_backup_is_too_old(kept: Kept, tmp_path: Path) -> None:
    stick, shop = tmp_path / "stick", kept.stocked.shop
    stick.mkdir()
    with shop.store.action(shop.owner, "setting") as uow:
        change_setting(uow, declared.BACKUP_FOLDER.key, str(stick))
    kept.after(minutes=1)
    assert kept.light() == "● Backup"
    for file in stick.iterdir():
        file.unlink()
    stick.rmdir()

    kept.after(hours=25)
    assert kept.light() == "● Backup", "not yet"
    kept.after(hours=2)
    assert kept.light() == "▲ Backup too old"
    assert "too old" in kept.window.notices.text()
    assert str(stick) in kept.window.notices.text()
    kept.window.notices.clear()
    kept.after(minutes=11)
    assert kept.window.notices.text() == "", "said once"

    stick.mkdir()
    kept.after(minutes=11)
    assert kept.light() == "● Backup"


def test_damage_is_told_and_no_backup_is_made_of_it(kept: Kept) -> None:
    shop = kept.stocked.shop
    kept.after(minutes=1)
    shop.database.close()
    spoil(shop.path, "sale_line")
    kept.after(hours=5)
    assert len(kept.damage) == 1
    assert kept.backups() == 1
    kept.after(hours=5)
    assert len(kept.damage) == 1, "nothing is done with it any more"


# The running till


@pytest.fixture
def folder(qapp: QApplication, tmp_path: Path) -> Path:
    return make_demo(tmp_path / "data")


def rest(till: RunningTill) -> None:
    keeper = till.program.keeper
    assert keeper is not None
    wait_for("the keeper", lambda: not keeper.is_busy)


def test_closing_the_shift_backs_up_even_if_the_window_is_closed_at_once(folder: Path) -> None:
    with running_till(folder) as till:
        till.come_in()
        wait_for("the first look", lambda: load_state(folder).last_check is not None)
        rest(till)
        assert till.program.keeper is not None
        till.program.keeper.wake()
        # Nobody waits: the window is closed while the backup is made.
    good = load_state(folder).last_good
    assert good is not None
    assert Path(good.file).exists()


def test_a_damaged_file_is_set_aside_and_never_used_again(folder: Path) -> None:
    spoil(folder / "shuke.db", "product_search_data")
    with running_till(folder, language="en") as till:
        wait_for("the sentence", lambda: isinstance(QApplication.activeModalWidget(), DamagedDialog))
        assert not (folder / "shuke.db").exists()
        note = damage_note(folder / "shuke.db")
        assert note is not None
        assert (note.folder / "shuke.db").exists()
        ended: list[bool] = []
        till.program.ended.connect(lambda: ended.append(True))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DamagedDialog)
        dialog.accept()
        let_events_run()
        assert ended == [True]
    assert not (folder / "shuke.db").exists()
    with pytest.raises(DataSetAside):
        open_folder(folder)


def test_closing_the_shift_at_the_till_makes_a_backup(folder: Path) -> None:
    with running_till(folder) as till:
        till.come_in()
        rest(till)
        assert load_state(folder).last_good is None
        till.press("F9", "5")
        till.type("100")
        till.press("Return", "Return", "Return")
        assert till.page() == "sign_in"
        wait_for("the backup", lambda: load_state(folder).last_good is not None)
        rest(till)
        assert not is_backup_due(till.opened.store)
        assert till.program.window.status.state_text("backup").startswith("●")
