"""What lies in the printer's tray: one file a job, as its bytes went out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

DRAWER_PULSE = b"\x1bp"
"""How a job for the drawer begins (or begins behind a reset)."""
_LONGEST_PULSE = 16


@dataclass
class Tray:
    """Looks at jobs as they come; never twice at the same one.

    Attributes:
        folder: Where a file printer puts its jobs.
        papers: Every paper so far.
    """

    folder: Path
    papers: list[Path] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def take(self) -> tuple[list[Path], int]:
        """The papers that came since the last time, and how often the drawer was opened."""
        fresh = [path for path in sorted(self.folder.glob("job-*.bin")) if path.name not in self._seen]
        self._seen |= {path.name for path in fresh}
        papers = [path for path in fresh if not is_pulse(path.read_bytes())]
        self.papers += papers
        return papers, len(fresh) - len(papers)


def is_pulse(data: bytes) -> bool:
    """Whether a job only opens the drawer."""
    return len(data) <= _LONGEST_PULSE and DRAWER_PULSE in data


def words_on(path: Path) -> str:
    """The letters on a paper, printer commands and all, read as the printer reads them: GB18030."""
    return path.read_bytes().decode("gb18030", errors="replace")
