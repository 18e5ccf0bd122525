"""What an ESC/POS printer says to status questions and markers, for any kind of line."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Talker:
    """Answers DLE EOT n with `status[n]` and GS r 1 with `marker`; keeps the rest as printed."""

    status: dict[int, int] = field(default_factory=dict)
    marker: bytes = b""
    label_status: int | None = None
    printed: bytes = b""

    def hear(self, data: bytes) -> bytes:
        """The answer to some bytes."""
        self.printed += data
        answer = b""
        while (at := self.printed.find(b"\x10\x04")) >= 0 and len(self.printed) > at + 2:
            what = self.printed[at + 2]
            self.printed = self.printed[:at] + self.printed[at + 3 :]
            answer += bytes((self.status[what],)) if what in self.status else b""
        if b"\x1b!?" in self.printed:
            self.printed = self.printed.replace(b"\x1b!?", b"")
            answer += b"" if self.label_status is None else bytes((self.label_status,))
        if self.marker and self.printed.endswith(b"\x1dr\x01"):
            answer += self.marker
        return answer
