"""A receipt as lines of text: for the preview on screen, for tests and for logs."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.receipts.parts import Barcode, Cut, Part, Qr, Receipt, Size
from app.services.receipts.typeset import ColumnRuler, as_text, lay_out


@dataclass(frozen=True, slots=True)
class StyledLine:
    """One line as a fixed-width preview draws it.

    Attributes:
        text: With its blanks; of a double line every character counts two columns.
        is_code: Stands for bars or a QR code.
    """

    text: str
    bold: bool = False
    is_double: bool = False
    is_code: bool = False


def render_plain(receipt: Receipt, columns: int) -> tuple[StyledLine, ...]:
    """The lines of a receipt on paper of so many half-width columns."""
    return tuple(line for part in receipt.parts for line in _lines(part, columns))


def as_plain_text(receipt: Receipt, columns: int) -> str:
    """The same as one text. Double lines are spread, so that they take the room they take on paper."""
    return "".join(f"{_spread(line)}\n" for line in render_plain(receipt, columns))


def _lines(part: Part, columns: int) -> list[StyledLine]:
    match part:
        case Barcode() | Qr():
            sign = "||" if isinstance(part, Barcode) else "##"
            code = f"{sign} {part.data} {sign}"
            return [StyledLine(f"{code:^{columns}}".rstrip(), is_code=True)]
        case Cut():
            return [StyledLine("- " * (columns // 2))]
        case _:
            return [
                StyledLine(as_text(line, columns).rstrip(), line.bold, line.size is Size.DOUBLE)
                for line in lay_out(part, ColumnRuler(columns))
            ]


def _spread(line: StyledLine) -> str:
    """`total` becomes `t o t a l `: a plain text has no large letters, but the room can be seen."""
    if not line.is_double:
        return line.text.rstrip()
    return "".join(char + (" " if char.isascii() else "  ") for char in line.text).rstrip()
