"""The whole day, as somebody types it, and what it leaves behind; a wrong figure in the script is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from app.tour.moves import Picture
from app.tour.paper import is_pulse
from app.tour.script import DAY

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 280
WRONG = """
import sys
from dataclasses import replace
from pathlib import Path
from app.commands.cli import main
from app.tour import script
step = script.DAY[1]
script.DAY = (script.DAY[0], replace(step, expected=replace(step.expected, drawer="300.01")))
sys.exit(main(["tour", "--out", sys.argv[1]]))
"""


@dataclass
class Played:
    """A tour that was played."""

    out: Path
    code: int
    said: str
    complaint: str


def play(out: Path, *program: str) -> Played:
    """Run a tour in a process of its own."""
    words = [sys.executable, *(program or ("main.py", "tour", "--out")), str(out)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, encoding="utf-8")
    return Played(out, done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The whole day, once."""
    return play(tmp_path_factory.mktemp("tour") / "out")


def expected_pictures() -> list[str]:
    """Every file that the script asks for."""
    pictures = [move for step in DAY for move in step.moves if isinstance(move, Picture)]
    names = []
    for number, picture in enumerate(pictures, start=1):
        sizes = ["", "-1024"] if picture.small else [""]
        names += [f"{number:02d}-{picture.name}{size}-{language}.png" for size in sizes for language in ("zh", "en")]
    return sorted(names)


def test_the_day_goes_as_the_script_says(day: Played) -> None:
    assert day.code == 0, day.complaint
    assert day.complaint == ""
    last = day.said.splitlines()[-1]
    assert last.startswith(f"tour: {len(DAY)} steps, all as the script says; {len(expected_pictures())} pictures in ")


def test_every_picture_is_there_and_shows_something(day: Played) -> None:
    names = expected_pictures()
    assert sorted(path.name for path in day.out.glob("*.png")) == names
    for name in names:
        with Image.open(day.out / name) as picture:
            assert picture.size == ((1024, 768) if "-1024-" in name else (1366, 768)), name
            colours = picture.convert("RGB").getcolors(1_000_000)
        assert colours is not None
        assert len(colours) > 20, f"{name} is blank"


def test_each_picture_speaks_its_own_language(day: Played) -> None:
    for name in expected_pictures():
        if name.endswith("-zh.png"):
            other = name.removesuffix("-zh.png") + "-en.png"
            assert (day.out / name).read_bytes() != (day.out / other).read_bytes(), name


def test_every_paper_is_there_as_bytes_picture_and_text(day: Played) -> None:
    jobs = sorted((day.out / "paper").glob("job-*.bin"))
    papers = [job for job in jobs if not is_pulse(job.read_bytes())]
    assert len(papers) == sum(step.expected.papers for step in DAY)
    assert len(jobs) - len(papers) == sum(step.expected.pulses for step in DAY)
    for paper in papers:
        assert "熟客演示店" in paper.with_suffix(".txt").read_text(encoding="utf-8").replace(" ", "")
        with Image.open(paper.with_suffix(".png")) as picture:
            assert picture.convert("L").getextrema() == (0, 255), f"{paper.name} is blank"


def test_the_page_names_every_picture_and_paper(day: Played) -> None:
    page = (day.out / "index.html").read_text(encoding="utf-8")
    missing = [name for name in expected_pictures() if f'src="{name}"' not in page]
    assert missing == []
    assert 'src="paper/job-00002.png"' in page


def test_the_data_directory_stays_and_is_sound(day: Played) -> None:
    done = play(day.out / "data", "main.py", "verify", "--data")
    assert done.code == 0, done.complaint
    assert "all is well" in done.said


def test_an_independent_decoder_reads_every_paper(day: Played, tmp_path: Path) -> None:
    decoder = _decoder()
    for job in sorted((day.out / "paper").glob("job-*.bin")):
        out = tmp_path / job.stem
        command = [sys.executable, str(decoder), str(job), "--columns", "48", "--out", str(out)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, encoding="utf-8")
        assert done.returncode == 0, f"{job.name}: {done.stdout}{done.stderr}"


def _decoder() -> Path:
    folder = Path(os.environ.get("SHUKE_ESCPOS_DECODE") or ROOT.parent / "shared" / "tools" / "escpos_decode")
    if not (folder / "decode.py").exists():
        pytest.skip("escpos_decode is not here (set SHUKE_ESCPOS_DECODE to its folder)")
    if not (folder / "node_modules").exists() or shutil.which("node") is None:
        pytest.skip("escpos_decode is not installed: `npm install` in its folder, and node")
    return folder / "decode.py"


def test_a_wrong_figure_ends_the_tour_and_names_the_step(tmp_path: Path) -> None:
    done = play(tmp_path / "out", "-c", WRONG)
    assert done.code == 2
    assert "Step 2, open the shift with its float" in done.complaint
    assert "drawer: the script says 300.01, it is 300.00" in done.complaint


def test_somebody_elses_folder_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    done = play(tmp_path)
    assert done.code == 2
    assert "files that no tour made" in done.complaint
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
