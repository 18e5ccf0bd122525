"""The tour's own tools: if they were wrong, the tour would find nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.exchange import demo
from app.tour.cast import CASHIER_PIN, OWNER_PIN
from app.tour.checks import Done, _differs, _on_paper
from app.tour.day import MARK, NotEmpty, _clear
from app.tour.figures import yuan
from app.tour.moves import Expected, Step
from app.tour.paper import Tray, is_pulse, words_on
from app.tour.script import DAY

PULSE = b"\x1bp\x00\x32\x32"


@pytest.mark.parametrize(
    ("minor", "text"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-10620, "-106.20"), (123456, "1234.56")]
)
def test_amounts_are_spelt_as_the_script_writes_them(minor: int, text: str) -> None:
    assert yuan(minor) == text


def test_a_difference_names_both_sides_and_silence_is_not_looked_at() -> None:
    assert list(_differs("drawer", "1.00", "2.00")) == ["drawer: the script says 1.00, it is 2.00"]
    assert list(_differs("drawer", "1.00", "1.00")) == []
    assert list(_differs("drawer", None, "2.00")) == []


def test_the_tray_tells_papers_from_pulses_and_shows_each_once(tmp_path: Path) -> None:
    tray = Tray(tmp_path)
    (tmp_path / "job-00001.bin").write_bytes(PULSE)
    (tmp_path / "job-00002.bin").write_bytes("合计 ￥2.00".encode("gb18030") + b"x" * 20)

    papers, pulses = tray.take()
    assert ([path.name for path in papers], pulses) == (["job-00002.bin"], 1)
    assert tray.take() == ([], 0)
    assert "合计" in words_on(papers[0])
    assert is_pulse(b"\x1b@" + PULSE)


def test_paper_that_says_something_else_is_a_difference(tmp_path: Path) -> None:
    paper = tmp_path / "job-00001.bin"
    paper.write_bytes("合计 ￥2.00".encode("gb18030"))
    done = Done(0, (paper,), 0)

    assert list(_on_paper(Expected(papers=1, paper=("合计", "2.00")), done)) == []
    assert list(_on_paper(Expected(papers=1, paper=("3.00",)), done)) == ["job-00001.bin does not say '3.00'"]
    assert list(_on_paper(Expected(), done)) == ["papers printed: the script says 0, it is 1"]


def test_an_earlier_tour_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out"
    _clear(out)
    assert (out / MARK).exists()
    for name in ("01-sale-zh.png", "index.html", "holiday.png"):
        (out / name).touch()
    (out / "data").mkdir()
    _clear(out)
    assert sorted(path.name for path in out.iterdir()) == [MARK, "holiday.png"]


def test_a_folder_without_the_mark_is_refused(tmp_path: Path) -> None:
    (tmp_path / "01-sale-zh.png").touch()
    with pytest.raises(NotEmpty):
        _clear(tmp_path)
    assert (tmp_path / "01-sale-zh.png").exists()


def test_the_script_knows_the_demo_shop() -> None:
    assert (OWNER_PIN, CASHIER_PIN) == (demo.OWNER_PIN, demo.CASHIER_PIN)


def test_every_step_has_a_name_of_its_own_and_expects_something() -> None:
    assert len({step.name for step in DAY}) == len(DAY)
    assert [step.name for step in DAY if step == Step(step.name, step.moves, Expected())] == []
