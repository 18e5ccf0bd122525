"""Commands named `lp` and `lpstat` that do what those of CUPS do, as it was seen on a real one; and the real one."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.services.devices.cups_printer import CupsPrinter, cups_queues
from app.services.devices.escpos_printer import Patience
from app.services.devices.profile import CHINESE_80
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendOutcome, SendResult
from tests.services.devices.loopback import LoopbackPrinter, prints

pytestmark = pytest.mark.skipif(os.name == "nt", reason="CUPS is no printing system of Windows")

JOB = b"\x1b@" + bytes(range(256)) + b"\x1dV\x00"
QUICK = Patience(job_s=20, queue_s=0.0)
IDLE = "printer Till is idle.  enabled since Sun Nov 22 20:08:47 2026\n{message}\tForm mounted:\n\tDescription: offline sale\n\tAlerts: {alerts}\n"
STOPPED = (
    "printer Till disabled since Sun Nov 22 20:08:47 2026 -\n\tPaused by the owner\n\tForm mounted:\n\tAlerts: paused\n"
)

LP = """#!/bin/sh
echo "$@" >> "{folder}/asked"
cat > "{folder}/printed"
cat "{folder}/lp.words"
cat "{folder}/lp.errors" >&2
exit $(cat "{folder}/lp.code")
"""
LPSTAT = """#!/bin/sh
echo "lpstat $@" >> "{folder}/asked"
case "$*" in
    -e) echo Till; echo "Kitchen_2";;
    *-p*) cat "{folder}/printer"; test -s "{folder}/printer" || {{ echo 'lpstat: Invalid destination name in list "Till".' >&2; exit 1; }};;
    *-o*) cat "{folder}/jobs";;
esac
"""
CANCEL = """#!/bin/sh
echo "cancel $@" >> "{folder}/asked"
"""


@dataclass
class Cups:
    """The imitation; its answers are files."""

    folder: Path

    def says(self, **files: str) -> None:
        """Let a command answer otherwise; `lp_words` is `lp.words`."""
        for name, words in files.items():
            (self.folder / name.replace("_", ".")).write_text(words)

    def asked(self) -> str:
        """Every command line so far."""
        return (self.folder / "asked").read_text()


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    commands = tmp_path / "bin"
    commands.mkdir()
    for name, script in {"lp": LP, "lpstat": LPSTAT, "cancel": CANCEL}.items():
        (commands / name).write_text(script.format(folder=tmp_path))
        (commands / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}:{os.environ['PATH']}")
    found = Cups(tmp_path)
    found.says(lp_words="request id is Till-7 (0 file(s))\n", lp_errors="", lp_code="0", jobs="", asked="")
    found.says(printer=IDLE.format(message="", alerts="none"))
    return found


def test_the_bytes_go_through_unchanged(cups: Cups) -> None:
    assert CupsPrinter("Till", CHINESE_80, QUICK).send(JOB) == SendResult(SendOutcome.SENT)
    assert (cups.folder / "printed").read_bytes() == JOB
    assert "-d Till -o raw -t Shuke" in cups.asked()


def test_the_queues_are_listed(cups: Cups) -> None:
    assert cups_queues() == ("Till", "Kitchen_2")


def test_a_stopped_queue_gets_no_job(cups: Cups) -> None:
    cups.says(printer=STOPPED)
    printer = CupsPrinter("Till", CHINESE_80, QUICK)

    assert printer.look() == PrinterLook(PrinterState.OFFLINE, PrintProblem.QUEUE_STOPPED)
    result = printer.send(JOB)
    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.QUEUE_STOPPED)
    assert not (cups.folder / "printed").exists()


def test_a_queue_that_does_not_exist(cups: Cups) -> None:
    cups.says(printer="")
    result = CupsPrinter("Till", CHINESE_80, QUICK).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ('lp: Destination "Till" is not accepting jobs.', PrintProblem.QUEUE_STOPPED),
        ("lp: Error - The printer or class does not exist.", PrintProblem.NOT_FOUND),
        ("lp: Error - unable to connect to server", PrintProblem.WRONG_SYSTEM),
    ],
)
def test_a_job_that_lp_refuses_was_not_sent(cups: Cups, words: str, problem: PrintProblem) -> None:
    cups.says(lp_words="", lp_errors=words, lp_code="1")
    result = CupsPrinter("Till", CHINESE_80, QUICK).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.NOTHING_SENT, problem)


def test_a_job_that_does_not_get_through_is_taken_back(cups: Cups) -> None:
    """It may have begun: only the paper tells. Left in the queue it would print beside its copy."""
    cups.says(jobs="Till-7                  root              1024   Sun Nov 22 20:08:51 2026\n")
    result = CupsPrinter("Till", CHINESE_80, QUICK).send(JOB)

    assert (result.outcome, result.problem) == (SendOutcome.UNKNOWN, PrintProblem.STALLED)
    assert "cancel Till-7" in cups.asked()


def test_other_peoples_jobs_are_not_waited_for(cups: Cups) -> None:
    cups.says(jobs="Till-70                 root              1024   Sun Nov 22 20:08:51 2026\n")

    assert CupsPrinter("Till", CHINESE_80, QUICK).send(JOB).outcome is SendOutcome.SENT


@pytest.mark.parametrize(
    ("message", "alerts", "state"),
    [
        ("", "none", PrinterState.READY),
        ("", "media-empty-error", PrinterState.NO_PAPER),
        ("\tOut of paper.\n", "none", PrinterState.NO_PAPER),
        ("", "cover-open", PrinterState.COVER_OPEN),
        ("", "media-low-report", PrinterState.PAPER_LOW),
        ("\tWaiting for printer to become available.\n", "none", PrinterState.OFFLINE),
        ("", "media-jam-error", PrinterState.ERROR),
    ],
)
def test_what_cups_says_is_told(cups: Cups, message: str, alerts: str, state: PrinterState) -> None:
    cups.says(printer=IDLE.format(message=message, alerts=alerts))

    assert CupsPrinter("Till", CHINESE_80, QUICK).look() == PrinterLook(state)


def test_without_cups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    printer = CupsPrinter("Till", CHINESE_80, QUICK)

    assert cups_queues() == ()
    assert printer.look() == PrinterLook(PrinterState.OFFLINE, PrintProblem.WRONG_SYSTEM)
    assert printer.send(JOB).outcome is SendOutcome.NOTHING_SENT


CONFIGURATION = """Listen {folder}/cups.sock
DefaultAuthType None
WebInterface No
Browsing No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES = """ServerRoot {folder}/queues
StateDir {folder}/state
CacheDir {folder}/cache
RequestRoot {folder}/spool
TempDir {folder}/temp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
"""
QUEUE = "<Printer {name}>\nDeviceURI socket://127.0.0.1:{port}\nState {state}\nAccepting {accepting}\n</Printer>\n"


@contextlib.contextmanager
def real_cups(port: int) -> Iterator[None]:
    """A private CUPS whose queues lead to a socket of ours."""
    program = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin:/sbin")
    if program is None or os.geteuid() != 0:
        pytest.skip("needs cupsd and its rights")
    with tempfile.TemporaryDirectory(prefix="cups-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        for part in ("queues", "state", "cache", "spool", "temp"):
            (folder / part).mkdir()
        (folder / "cupsd.conf").write_text(CONFIGURATION.format(folder=folder))
        (folder / "cups-files.conf").write_text(FILES.format(folder=folder))
        queues = (("Till", "Idle", "Yes"), ("Paused", "Stopped", "Yes"), ("Closed", "Idle", "No"))
        written = [QUEUE.format(name=queue, state=state, accepting=takes, port=port) for queue, state, takes in queues]
        (folder / "queues" / "printers.conf").write_text("".join(written))
        files = ["-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
        server = subprocess.Popen([program, "-f", *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_for(folder / "cups.sock")
            yield os.environ.update(CUPS_SERVER=str(folder / "cups.sock"))
        finally:
            os.environ.pop("CUPS_SERVER", None)
            server.terminate()
            server.wait(20)


def _wait_for(path: Path) -> None:
    pause = threading.Event()
    for _ in range(200):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
            probe.connect(str(path))
            return
        pause.wait(0.1)
    pytest.fail("cupsd did not start")


@pytest.mark.deep
@pytest.mark.server
def test_a_real_cups_passes_the_bytes_on() -> None:
    patience = replace(QUICK, queue_s=20)
    with LoopbackPrinter(prints) as loopback, real_cups(loopback.port):
        assert cups_queues() == ("Closed", "Paused", "Till")
        result = CupsPrinter("Till", CHINESE_80, patience).send(JOB)
        assert loopback.finished.wait(20)
        assert CupsPrinter("Till").look() == PrinterLook(PrinterState.READY)
        refused = [CupsPrinter(name, CHINESE_80, patience).send(JOB).problem for name in ("Paused", "Closed", "None")]

    assert result == SendResult(SendOutcome.SENT)
    assert loopback.printed == [JOB]
    assert refused == [PrintProblem.QUEUE_STOPPED, PrintProblem.QUEUE_STOPPED, PrintProblem.NOT_FOUND]


@pytest.mark.deep
@pytest.mark.server
def test_a_real_cups_whose_printer_is_away_leaves_doubt_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # not listening: every call is refused
        with real_cups(taken.getsockname()[1]):
            result = CupsPrinter("Till", CHINESE_80, replace(QUICK, queue_s=1)).send(JOB)
            still = subprocess.run(["lpstat", "-W", "not-completed", "-o", "Till"], capture_output=True, check=True)

    assert (result.outcome, result.problem) == (SendOutcome.UNKNOWN, PrintProblem.STALLED)
    assert still.stdout == b""
