"""TSPL: the language of TSC and of most label printers sold in China. A label goes over as one picture.

No letter is left to the printer: which Chinese fonts one has inside cannot be known, and its bars follow its own
ideas of width.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from app.services.labels.draw import draw_label
from app.services.labels.layout import Setting
from app.services.labels.values import MOST_COPIES, YUAN, Label, LabelStock, Language, MoneyStyle


def render_tspl(
    labels: Sequence[tuple[Label, int]],
    stock: LabelStock,
    *,
    money: MoneyStyle = YUAN,
    language: Language = "zh",
) -> bytes:
    """One job: each label with the number of its copies; the paper is told first.

    Raises:
        LabelTooSmall, CodeNotPrintable
        ValueError: no copies, or too many of one label.
    """
    setting = Setting(stock.size, stock.dots_per_inch, money, language)
    size, gap = stock.size, stock.gap_um
    head = (
        f"SIZE {_mm(size.width_um)} mm,{_mm(size.height_um)} mm\r\nGAP {_mm(gap)} mm,0 mm\r\n"
        "DIRECTION 1\r\nREFERENCE 0,0\r\n"
    )
    return head.encode("ascii") + b"".join(_one(label, copies, setting) for label, copies in labels)


def bitmap(image: Image.Image) -> tuple[int, bytes]:
    """Bytes across, and the dots row by row: in TSPL a 0 is burnt and a 1 stays light, also in the padding."""
    width = -(-image.width // 8)
    padded = Image.new("1", (width * 8, image.height), 1)
    padded.paste(image, (0, 0))
    return width, padded.tobytes()


def _one(label: Label, copies: int, setting: Setting) -> bytes:
    if not 1 <= copies <= MOST_COPIES:
        raise ValueError(f"1 to {MOST_COPIES} copies, got {copies}")
    image = draw_label(label, setting)
    width, data = bitmap(image)
    head = f"CLS\r\nBITMAP 0,0,{width},{image.height},0,".encode("ascii")
    return head + data + f"\r\nPRINT 1,{copies}\r\n".encode("ascii")


def _mm(length_um: int) -> str:
    whole, rest = divmod(length_um, 1000)
    return f"{whole}.{rest:03d}".rstrip("0") if rest else str(whole)
