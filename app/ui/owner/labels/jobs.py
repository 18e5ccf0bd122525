"""What is printed, worked out away from the screen's thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.services.catalogue.current import current_products
from app.services.checkout import shop_rules
from app.services.checkout.paper import paper_language
from app.services.checkout.printer import label_money
from app.services.common.uow import Reader
from app.services.labels.draw import render_label_png
from app.services.labels.due import LabelGoods
from app.services.labels.goods import product_label, shelf_label
from app.services.labels.pdf import render_sheets
from app.services.labels.preview import preview_sheet
from app.services.labels.printing import label_printer_of, label_stock, print_labels
from app.services.labels.sheets import SHEETS
from app.services.labels.values import Label
from app.services.reports.files import whole_file
from app.services.settings.service import Settings
from app.values.ids import Id

SHELF, PRODUCT = "shelf", "product"
SHEET, PRINTER = "sheet", "printer"


@dataclass(frozen=True, slots=True)
class LabelLine:
    """An article whose labels are wanted."""

    goods: LabelGoods
    copies: int = 1


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """How they are printed.

    Attributes:
        kind: `shelf` or `product`.
        output: `sheet` for a PDF, `printer` for the label printer.
        sheet: Key of the sheet.
        start_at: First free place on it, from 1.
    """

    kind: str = SHELF
    output: str = SHEET
    sheet: str = next(iter(SHEETS))
    start_at: int = 1
    cut_marks: bool = False


@dataclass(frozen=True, slots=True)
class LabelJob:
    """Labels as they will be.

    Attributes:
        labels: With their copies, in the order of the list.
        products: Whose labels they are.
        left_out: Names of goods that get none: no price, or no code.
        read_at: The moment of these prices.
    """

    labels: tuple[tuple[Label, int], ...]
    products: tuple[Id, ...]
    left_out: tuple[str, ...]
    read_at: dt.datetime

    @property
    def count(self) -> int:
        """Labels with their copies."""
        return sum(copies for _, copies in self.labels)

    def each(self) -> tuple[Label, ...]:
        """Every label as often as it is printed."""
        return tuple(label for label, copies in self.labels for _ in range(copies))


def make_job(read: Reader, lines: Sequence[LabelLine], kind: str) -> LabelJob:
    """The labels with the prices and names of this moment."""
    current = current_products(read, [line.goods.product_id for line in lines])
    make: Callable[..., Label | None] = shelf_label if kind == SHELF else product_label
    given = () if kind == SHELF else (read.business_date,)
    made: list[tuple[Id, Label, int]] = []
    left_out: list[str] = []
    for line in lines:
        found = current.get(line.goods.product_id)
        label = make(found.draft, *given) if found is not None else None
        if label is None:
            left_out.append(line.goods.name)
        else:
            made.append((line.goods.product_id, label, line.copies))
    pairs = tuple((label, copies) for _, label, copies in made)
    return LabelJob(pairs, tuple(product for product, _, _ in made), tuple(left_out), read.now)


def save_sheets(job: LabelJob, choice: LabelChoice, settings: Settings, path: Path) -> None:
    """Write the PDF, whole or not at all.

    Raises:
        FileNotWritten, LabelTooSmall, CodeNotPrintable
    """
    content = render_sheets(
        job.each(),
        SHEETS[choice.sheet],
        start_at=choice.start_at,
        money=label_money(settings),
        language=paper_language(shop_rules.sale_rules(settings)),
        cut_marks=choice.cut_marks,
    )
    with whole_file(path) as beside:
        beside.write_bytes(content)


def send_labels(job: LabelJob, settings: Settings) -> None:
    """Print on the label printer.

    Raises:
        LabelPrinterMissing, LabelPrinterAway, LabelsOut, LabelPrinterOpen, LabelPrinterClosedToUs, LabelsInDoubt,
        LabelTooSmall, CodeNotPrintable
    """
    print_labels(
        label_printer_of(settings),
        job.labels,
        label_stock(settings),
        money=label_money(settings),
        language=paper_language(shop_rules.sale_rules(settings)),
    )


def draw_preview(job: LabelJob, choice: LabelChoice, settings: Settings) -> bytes:
    """A PNG of the first sheet, or of the first label; empty without a label to draw.

    Raises:
        LabelTooSmall, CodeNotPrintable
    """
    money, language = label_money(settings), paper_language(shop_rules.sale_rules(settings))
    if choice.output == PRINTER:
        first = next((label for label, _ in job.labels), None)
        return render_label_png(first, label_stock(settings), money=money, language=language) if first else b""
    sheet = SHEETS[choice.sheet]
    return preview_sheet(_first(job, sheet.count), sheet, start_at=choice.start_at, money=money, language=language)


def _first(job: LabelJob, count: int) -> tuple[Label, ...]:
    """No more than a sheet takes: a picture of a thousand copies needs no thousand drawings."""
    labels: Iterable[Label] = job.each()
    return tuple(label for label, _ in zip(labels, range(count), strict=False))
