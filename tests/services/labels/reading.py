"""What a label printer and a pair of eyes do: take TSPL apart, turn PDF pages into pictures, read codes back."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from PIL import Image

_BITMAP = re.compile(rb"BITMAP 0,0,(\d+),(\d+),0,")


@dataclass(frozen=True)
class Printed:
    """One label as it came out, and how often."""

    image: Image.Image
    copies: int


def read_tspl(job: bytes) -> tuple[str, list[Printed]]:
    """The commands in front of the first label, and the labels."""
    head, _, rest = job.partition(b"CLS\r\n")
    labels = []
    while rest:
        found = _BITMAP.match(rest)
        assert found is not None, rest[:40]
        width, height = int(found[1]), int(found[2])
        data, rest = rest[found.end() : found.end() + width * height], rest[found.end() + width * height :]
        assert len(data) == width * height
        end, _, rest = rest.partition(b"CLS\r\n")
        command = re.fullmatch(rb"\r\nPRINT 1,(\d+)\r\n", end)
        assert command is not None, end
        # In TSPL a 0 is burnt; in a picture of one bit a 0 is black: the same.
        labels.append(Printed(Image.frombytes("1", (width * 8, height), data), int(command[1])))
    return head.decode("ascii"), labels


def pages(pdf: bytes, *, dots_per_inch: int = 300) -> list[Image.Image]:
    """Every page as a grey picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dots_per_inch / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def codes_on(image: Image.Image) -> list[str]:
    """The codes a scanner finds; an EAN-13 that begins with 0 may come as an UPC-A."""
    grey = image.convert("L")
    framed = Image.new("L", (grey.width + 80, grey.height + 80), 255)
    framed.paste(grey, (40, 40))
    return sorted(code.text for code in zxingcpp.read_barcodes(framed))


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The smallest box around everything dark."""
    box = image.convert("L").point([255 if at < 128 else 0 for at in range(256)]).getbbox()
    assert box is not None, "nothing was drawn"
    return box
