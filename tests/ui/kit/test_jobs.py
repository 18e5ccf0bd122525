"""Work elsewhere, answers on the GUI thread; topics; tones."""

from __future__ import annotations

import threading
import wave
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.kit.bus import ChangeBus
from app.ui.kit.jobs import Jobs, Report
from app.ui.kit.sounds import FOLDER, Sounds, Tone, at_volume
from app.ui.kit.tones import TUNES, write_tone
from tests.support.jobs import RunNow


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def fail(problem: Exception) -> None:
    raise AssertionError(problem)


def test_answers_come_home_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    threads: set[int] = set()
    workers: set[int] = set()
    answers: list[int] = []

    def then(answer: int) -> None:
        threads.add(threading.get_ident())
        answers.append(answer)

    for number in range(200):
        jobs.run(lambda _report, n=number: (workers.add(threading.get_ident()), n)[1], then=then, failed=fail)
    qtbot.waitUntil(lambda: jobs.running_count == 0, timeout=10_000)

    assert answers == list(range(200))
    assert threads == {threading.get_ident()}
    assert len(workers) == 1
    assert threads.isdisjoint(workers)


def test_a_failure_comes_home_too(jobs: Jobs, qtbot: QtBot) -> None:
    problems: list[str] = []

    def work(_report: Report) -> int:
        raise ValueError("no file")

    jobs.run(work, then=lambda _answer: None, failed=lambda problem: problems.append(str(problem)), uses_db=False)
    qtbot.waitUntil(lambda: jobs.running_count == 0, timeout=10_000)

    assert problems == ["no file"]


def test_devices_do_not_wait_for_the_data_file(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    done: list[str] = []
    jobs.run(lambda _report: gate.wait(10), then=lambda _answer: done.append("db"), failed=fail)
    jobs.run(lambda _report: None, then=lambda _answer: done.append("io"), failed=fail, uses_db=False)
    qtbot.waitUntil(lambda: done == ["io"], timeout=10_000)
    gate.set()
    qtbot.waitUntil(lambda: done == ["io", "db"], timeout=10_000)


def test_progress_is_told_and_a_cancelled_job_says_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[tuple[int, int]] = []
    done: list[str] = []

    def work(report: Report) -> str:
        report(1, 3)
        gate.wait(10)
        report(2, 3)
        return "whole"

    job = jobs.run(work, then=done.append, failed=fail)
    job.progressed.connect(lambda part, whole: seen.append((part, whole)))
    qtbot.waitUntil(lambda: seen == [(1, 3)], timeout=10_000)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: jobs.running_count == 0, timeout=10_000)

    assert (seen, done) == ([(1, 3)], [])


def test_nothing_is_delivered_after_closing(qtbot: QtBot) -> None:
    jobs = Jobs()
    done: list[int] = []
    for number in range(20):
        jobs.run(lambda _report, n=number: n, then=done.append, failed=fail)
    jobs.close()
    delivered = len(done)
    qtbot.waitUntil(lambda: jobs.running_count == 0)

    assert len(done) == delivered


def test_the_stand_in_runs_at_once() -> None:
    answers: list[object] = []
    run_now = RunNow()
    run_now.run(lambda _report: 7, then=answers.append, failed=fail)
    run_now.run(lambda _report: 1 // 0, then=fail, failed=lambda problem: answers.append(type(problem)))

    assert answers == [7, ZeroDivisionError]


def test_the_bus_tells_topics_and_who(qtbot: QtBot) -> None:
    bus = ChangeBus()
    told: list[tuple[frozenset[str], object]] = []
    bus.changed.connect(lambda topics, initiator: told.append((topics, initiator)))
    bus.publish(frozenset({"stock", "sales"}), initiator=bus)
    bus.publish(frozenset())

    assert told == [(frozenset({"stock", "sales"}), bus)]


def test_tones_are_played_at_their_volume(qapp: object) -> None:
    played: list[bytes] = []
    flashed: list[str] = []
    sounds = Sounds(player=played.append)
    sounds.flash.connect(flashed.append)
    sounds.play(Tone.UNKNOWN)
    sounds.volume = 10
    sounds.play(Tone.UNKNOWN)
    sounds.muted = True
    sounds.play(Tone.AGE)

    assert flashed == ["unknown", "unknown", "age"]
    assert [loudest(data) > 0 for data in played] == [True, True]
    assert loudest(played[1]) * 7 < loudest(played[0])


def loudest(data: bytes) -> int:
    with wave.open(BytesIO(data), "rb") as file:
        frames = file.readframes(file.getnframes())
    return max(int.from_bytes(frames[at : at + 2], "little", signed=True) for at in range(0, len(frames), 2))


@pytest.mark.expects_log
def test_a_machine_without_sound_goes_on(qapp: object) -> None:
    def broken(_data: bytes) -> None:
        raise OSError("no device")

    Sounds(player=broken).play(Tone.WEIGHT)


@pytest.mark.parametrize("tone", list(Tone))
def test_the_shipped_tones_are_those_of_the_script(tone: Tone, tmp_path: Path) -> None:
    fresh = tmp_path / "tone.wav"
    write_tone(fresh, TUNES[tone.value])

    assert (FOLDER / f"{tone.value}.wav").read_bytes() == fresh.read_bytes()
    assert at_volume(fresh.read_bytes(), 100) == fresh.read_bytes()
