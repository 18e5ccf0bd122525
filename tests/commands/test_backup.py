"""`main.py backup` and `main.py restore`, as they are typed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from app.services.backup.key import RecoveryKey, key_text
from app.services.backup.key_file import KEY_NAME
from app.services.backup.set_aside import set_aside_damaged
from app.values.clock import ManualClock
from tests.support.backups import RECEIPTS, Backed, a_backed_up_shop, another_shop, facts, fingerprint, spoil
from tests.support.command import Shell, in_own_process
from tests.support.shop import make_shop

GROUPS = re.compile(r"(?<!\S)[0-9A-HJKMNP-TV-Z]{5}(?!\S)")


@pytest.fixture
def backed(tmp_path: Path) -> Backed:
    """A closed shop with one backup on a stick."""
    backed = a_backed_up_shop(tmp_path / "data", to=tmp_path / "stick")
    backed.stocked.shop.close()
    return backed


def test_a_first_backup_tells_the_key_once(shell: Shell, tmp_path: Path) -> None:
    make_shop(tmp_path).close()
    first = shell("backup", "--data", tmp_path)
    second = shell("backup", "--data", tmp_path)

    assert (first.code, second.code) == (0, 0)
    assert "opened again and whole: 0 sales, journal 1/2" in first.said
    assert "same disk" in first.said
    shown = GROUPS.findall(first.said[first.said.index("recovery key") :])
    assert " ".join(shown) == (tmp_path / KEY_NAME).read_text(encoding="ascii").strip()
    assert "recovery key" not in second.said
    listed = shell("backup", "--list", "--data", tmp_path)
    assert listed.said.count("熟客便利店 T1, epoch 1") == 2
    assert listed.said.splitlines()[-1] == f"2 backups in {tmp_path / 'backups'}"


def test_to_a_folder_that_is_not_there(shell: Shell, backed: Backed, tmp_path: Path) -> None:
    answer = shell("backup", "--data", backed.folder, "--to", tmp_path / "gone")

    assert answer.code == 2
    assert "is not there. Older backups are safe" in answer.complaint
    doctor = shell("doctor", "--data", backed.folder)
    assert f"BAD backup       The backup folder {tmp_path / 'gone'} is not there" in doctor.said
    assert shell("backup", "--data", tmp_path / "empty").code == 2


def test_the_doctor_tells_the_last_good_one(shell: Shell, backed: Backed) -> None:
    shell("backup", "--data", backed.folder)
    assert "ok  backup       last good one " in shell("doctor", "--data", backed.folder).said


def test_the_key_is_shown_and_the_audit_knows(shell: Shell, backed: Backed) -> None:
    answer = shell("backup", "--show-key", "--data", backed.folder)

    assert answer.code == 0
    assert " ".join(GROUPS.findall(answer.said)) == key_text(backed.key)
    rows = facts(backed.path, "SELECT origin FROM audit_event WHERE action = 'recovery_key_shown'")
    assert rows == {("command line",)}


def test_restored_on_a_fresh_machine(shell: Shell, backed: Backed, tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text(key_text(backed.key).lower().replace(" ", "\n"), encoding="utf-8")
    answer = shell("restore", backed.made.path, "--data", tmp_path / "new", "--key-file", paper)

    assert answer.code == 0, answer.complaint
    assert "receipts go on as T1.2-000001" in answer.said
    assert answer.said.splitlines()[-1] == "all is well"
    assert shell("verify", "--data", tmp_path / "new").code == 0
    assert shell("backup", "--data", tmp_path / "new", "--to", tmp_path / "stick").code == 0
    listed = shell("backup", "--list", "--to", tmp_path / "stick", "--data", tmp_path / "new").said
    assert "epoch 2" in listed
    assert "epoch 1" in listed


def test_over_the_file_in_place_its_own_key_does(shell: Shell, backed: Backed) -> None:
    answer = shell("restore", backed.made.path, "--data", backed.folder)

    assert answer.code == 0, answer.complaint
    assert "what was there before: " in answer.said
    assert len(list(backed.folder.glob("set-aside/*/shuke.db"))) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--key", "12345"), "13 groups"),
        (("--key", key_text(RecoveryKey(bytes(32)))), "does not open the backup"),
        (("--key", key_text(RecoveryKey(bytes(32))).replace("0000", "0001", 1)), "Group 1 of the recovery key"),
        (("--key-file", "none.txt"), "cannot be read"),
        ((), "needs the recovery key"),
    ],
)
def test_a_key_that_does_not_fit_changes_nothing(
    shell: Shell, backed: Backed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    answer = shell("restore", backed.made.path, "--data", tmp_path / "new", *words)

    assert answer.code == 2
    assert told in answer.complaint
    assert "Nothing was changed" in answer.complaint
    assert not (tmp_path / "new" / "shuke.db").exists()


def test_the_paper_is_asked_for_until_it_is_well_typed(
    shell: Shell, backed: Backed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed = f"12345\n{key_text(backed.key)}\n"
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    answer = shell("restore", backed.made.path, "--data", tmp_path / "new")

    assert answer.code == 0
    assert "13 groups" in answer.complaint
    assert len(facts(tmp_path / "new" / "shuke.db", RECEIPTS)) == 3


def test_somebody_elses_backup_is_refused(shell: Shell, backed: Backed, tmp_path: Path) -> None:
    theirs = another_shop(tmp_path / "theirs")
    before = fingerprint(backed.folder)
    key_file = tmp_path / "theirs" / KEY_NAME
    answer = shell("restore", theirs.path, "--data", backed.folder, "--key-file", key_file)

    assert answer.code == 2
    assert "The backup is of 别家小店 T1, but the folder holds 熟客便利店 T1" in answer.complaint
    assert fingerprint(backed.folder) == before


def test_without_a_file_or_with_one_that_is_none(shell: Shell, backed: Backed, tmp_path: Path) -> None:
    assert "Which backup?" in shell("restore", "--data", tmp_path / "new").complaint
    assert "is not a backup" in shell("restore", backed.path, "--data", tmp_path / "new").complaint
    assert "cannot be read" in shell("restore", tmp_path / "none", "--data", tmp_path / "new").complaint
    assert not (tmp_path / "new").exists()


def test_the_drill(shell: Shell, backed: Backed, tmp_path: Path) -> None:
    assert "Make one first" in shell("restore", "--drill", "--data", backed.folder).complaint
    answer = shell("restore", "--drill", tmp_path / "stick", "--data", backed.folder)

    assert answer.code == 0, answer.complaint
    assert "3 sales" in answer.said
    assert answer.said.splitlines()[-1] == "a restore would work"


def test_what_was_set_aside_is_told_everywhere(shell: Shell, backed: Backed) -> None:
    spoil(backed.path, "sale")
    note = set_aside_damaged(backed.path, "torn", ManualClock().now())

    assert str(note.folder) in shell("backup", "--data", backed.folder).complaint
    assert "BAD data         found damaged" in shell("doctor", "--data", backed.folder).said
    assert shell("restore", backed.made.path, "--data", backed.folder).code == 0
    assert "found damaged" not in shell("doctor", "--data", backed.folder).said


def test_in_processes_of_their_own(backed: Backed, tmp_path: Path) -> None:
    made = in_own_process("backup", "--data", backed.folder, "--to", tmp_path / "stick")
    drilled = in_own_process("restore", "--drill", tmp_path / "stick", "--data", backed.folder)

    assert (made.code, drilled.code) == (0, 0), made.complaint + drilled.complaint
    assert made.complaint == drilled.complaint == ""


def test_a_backup_needs_no_more_than_to_read_the_file(shell: Shell, backed: Backed) -> None:
    """The till may be running: the file is not written, not even its head."""
    before = backed.path.read_bytes()
    assert shell("backup", "--data", backed.folder).code == 0
    assert backed.path.read_bytes() == before


def test_no_command_makes_a_shop_where_a_damaged_one_was_put_aside(shell: Shell, backed: Backed, goods: Path) -> None:
    note = set_aside_damaged(backed.path, "torn", ManualClock().now())

    for words in (("import", "products", goods), ("settings", "set", "shop.country", "DE")):
        answer = shell(*words, "--data", backed.folder)
        assert answer.code == 2
        assert str(note.folder) in answer.complaint
    assert not backed.path.exists()
