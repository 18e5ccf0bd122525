"""From a receipt to the bytes of an ESC/POS printer: one buffer, sent as one job.

Two ways for words: `gb18030` uses the printer's Chinese font, and draws the parts that hold a character
outside its two bytes; `raster` draws everything. Chinese never goes through python-escpos: its text()
prints "?" for a yen sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from escpos.constants import CD_KICK_2, CD_KICK_5, PAPER_FULL_CUT, PAPER_PART_CUT
from escpos.image import EscposImage
from PIL import Image

from app.services.devices.profile import CutMode, PrinterProfile, TextMode
from app.services.receipts.bars import BAR_HEIGHT_DOTS, MOST_RASTER_ROWS, bar_modules, module_width
from app.services.receipts.parts import (
    Barcode,
    Columns,
    Cut,
    Feed,
    Part,
    Qr,
    Receipt,
    Row,
    Rule,
    Size,
    Symbology,
    Text,
    Way,
)
from app.services.receipts.picture import draw_parts, ruler_for
from app.services.receipts.typeset import ColumnRuler, Line, as_text, clean, lay_out

START = b"\x1b@\x1bR\x00"
"""ESC @ begins afresh; ESC R 0 keeps `$` a dollar sign on printers that are set to China."""
CHINESE_ON, CHINESE_OFF = b"\x1c&", b"\x1c."
_LEAST_NATIVE_WIDTH = 2
_SIZES = {Size.NORMAL: b"\x1d!\x00\x1c!\x00", Size.DOUBLE: b"\x1d!\x11\x1c!\x0c"}
_BOLD_ON, _BOLD_OFF = b"\x1bE\x01", b"\x1bE\x00"
_CENTER, _LEFT = b"\x1ba\x01", b"\x1ba\x00"
_FEED_BEFORE_CUT = b"\x1bd\x06"
_CUTS: dict[CutMode, bytes] = {
    CutMode.FULL: _FEED_BEFORE_CUT + PAPER_FULL_CUT,
    CutMode.PART: _FEED_BEFORE_CUT + PAPER_PART_CUT,
    CutMode.NONE: b"\x1bd\x04",
}
_SYMBOLOGY_NUMBERS = {Symbology.CODE128: 73, Symbology.EAN13: 67}


def render(receipt: Receipt, profile: PrinterProfile) -> bytes:
    """The whole job for one printer.

    Raises:
        ValueError: a part that cannot be drawn on this paper.
    """
    return START + b"".join(_runs(receipt.parts, profile))


def render_drawer_pulse(profile: PrinterProfile) -> bytes:
    """The pulse that opens the drawer: a job of its own, so that no reprint can ever open it."""
    pulse: bytes = CD_KICK_5 if profile.drawer_pin == 5 else CD_KICK_2
    return pulse


def _runs(parts: tuple[Part, ...], profile: PrinterProfile) -> Iterator[bytes]:
    """Bytes of the parts in order; drawn neighbours share one picture, codes have their own."""
    drawn: list[Part] = []
    for part in parts:
        is_drawn = _is_drawn(part, profile)
        if is_drawn and not isinstance(part, Barcode | Qr):
            drawn.append(part)
            continue
        if drawn:
            yield _raster(drawn, profile)
            drawn = []
        yield _raster([part], profile) if is_drawn else _native(part, profile)
    if drawn:
        yield _raster(drawn, profile)


def _is_drawn(part: Part, profile: PrinterProfile) -> bool:
    match part:
        case Cut() | Feed():
            return False
        case Barcode(way=way):
            wanted = way is Way.PRINTER or (way is Way.PROFILE and profile.native_barcode)
            return not wanted or _native_module_width(part, profile) < _LEAST_NATIVE_WIDTH
        case Qr(way=way):
            return not (way is Way.PRINTER or (way is Way.PROFILE and profile.native_qr))
        case Text(way=way) | Row(way=way) if way is not Way.PROFILE:
            return way is Way.PICTURE
        case _:
            return profile.text_mode is TextMode.RASTER or not _in_printer_font(part)


def _in_printer_font(part: Part) -> bool:
    """Whether every character is ASCII or two bytes of GBK, which every Chinese printer has."""
    try:
        _words_of(part).encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _words_of(part: Part) -> str:
    match part:
        case Text():
            return clean(part.text)
        case Columns():
            return clean(part.left + part.right)
        case Row():
            return clean("".join(cell.text for cell in part.cells))
        case _:
            return ""


def _native(part: Part, profile: PrinterProfile) -> bytes:
    match part:
        case Text() | Columns() | Row() | Rule():
            lines = lay_out(part, ColumnRuler(profile.columns))
            return b"".join(_text_line(line, profile.columns) for line in lines)
        case Barcode():
            return _native_barcode(part, profile)
        case Qr():
            return _native_qr(part)
        case Feed():
            return b"\x1bd" + bytes((min(part.lines, 255),))
        case Cut():
            return _CUTS[profile.cut]
        case _:
            assert_never(part)


def _text_line(line: Line, columns: int) -> bytes:
    text = as_text(line, columns).rstrip(" ")
    data = text.encode("gb18030", "replace")
    if not text.isascii():
        data = CHINESE_ON + data + CHINESE_OFF
    if line.size is not Size.NORMAL:
        data = _SIZES[line.size] + data + _SIZES[Size.NORMAL]
    if line.bold:
        data = _BOLD_ON + data + _BOLD_OFF
    return data + b"\n"


def _native_barcode(part: Barcode, profile: PrinterProfile) -> bytes:
    """GS k, function B: the length is said, so that no data can be taken for the end."""
    data = part.data.encode("ascii")
    if part.symbology is Symbology.CODE128:
        data = b"{B" + data.replace(b"{", b"{{")
    width = _native_module_width(part, profile)
    settings = b"\x1dH\x02\x1df\x00\x1dh" + bytes((BAR_HEIGHT_DOTS,)) + b"\x1dw" + bytes((width,))
    bars = b"\x1dk" + bytes((_SYMBOLOGY_NUMBERS[part.symbology], len(data))) + data
    return _CENTER + settings + bars + _LEFT


def _native_module_width(part: Barcode, profile: PrinterProfile) -> int:
    """As wide as the paper lets it be; set B throughout takes more room than our own bars."""
    if part.symbology is Symbology.CODE128:
        return module_width(11 * (len(part.data) + 2) + 13, profile.dots)
    return module_width(len(bar_modules(part.data, part.symbology)), profile.dots)


def _native_qr(part: Qr) -> bytes:
    data = part.data.encode()
    return (
        _CENTER
        + _qr_command(b"1A2\x00")
        + _qr_command(b"1C\x06")
        + _qr_command(b"1E1")
        + _qr_command(b"1P0" + data)
        + _qr_command(b"1Q0")
        + _LEFT
    )


def _qr_command(body: bytes) -> bytes:
    return b"\x1d(k" + len(body).to_bytes(2, "little") + body


def _raster(parts: list[Part], profile: PrinterProfile) -> bytes:
    """GS v 0 in slices that also small printers hold."""
    image = draw_parts(parts, ruler_for(profile))
    slices = (
        image.crop((0, top, image.width, min(top + MOST_RASTER_ROWS, image.height)))
        for top in range(0, image.height, MOST_RASTER_ROWS)
    )
    return b"".join(_raster_slice(piece) for piece in slices)


def _raster_slice(image: Image.Image) -> bytes:
    raster = EscposImage(image)
    size = raster.width_bytes.to_bytes(2, "little") + raster.height.to_bytes(2, "little")
    head: bytes = b"\x1dv0\x00" + size
    return head + bytes(raster.to_raster_format())
