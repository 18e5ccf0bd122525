"""Printers without paper: one that keeps its jobs as files, one that keeps them in memory."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from app.services.devices.escpos_printer import FilePrinter
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import PrinterState, PrintProblem, SendOutcome, SendResult


@dataclass(frozen=True, slots=True)
class CaptureFilePrinter:
    """Writes every job to a numbered file of its own: for the tour, the demo and shops without printer."""

    directory: Path
    profile: PrinterProfile = field(default_factory=PrinterProfile)

    @property
    def name(self) -> str:
        return str(self.directory)

    def send(self, data: bytes) -> SendResult:
        path = self.directory / f"job-{self._last_number() + 1:05d}.bin"
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            path.touch()
        except OSError as problem:
            return SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NOT_FOUND, repr(problem))
        return FilePrinter(path, self.profile).send(data)

    def status(self) -> PrinterState:
        return PrinterState.READY

    def _last_number(self) -> int:
        numbers = [path.stem.removeprefix("job-") for path in self.directory.glob("job-*.bin")]
        return max((int(number) for number in numbers if number.isdigit()), default=0)


@dataclass(slots=True)
class MemoryPrinter:
    """Keeps its jobs; answers with the given results first, then always with `sent`.

    Attributes:
        jobs: What was handed over, also when the answer said otherwise.
        answers: Results still to be given.
        state: What `status` says.
    """

    profile: PrinterProfile = field(default_factory=PrinterProfile)
    jobs: list[bytes] = field(default_factory=list)
    answers: deque[SendResult] = field(default_factory=deque)
    state: PrinterState = PrinterState.READY
    name: str = "memory"

    def send(self, data: bytes) -> SendResult:
        self.jobs.append(data)
        return self.answers.popleft() if self.answers else SendResult(SendOutcome.SENT)

    def status(self) -> PrinterState:
        return self.state
