"""Sheets of labels as data: sizes of what stationers sell, in thousandths of a millimetre."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.labels.values import LabelSize

A4_WIDTH_UM, A4_HEIGHT_UM = 210_000, 297_000


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Where the labels of a sheet lie.

    Attributes:
        left_um: From the paper's edge to the first label.
        top_um: The same from the top.
        gap_x_um: Between two labels side by side.
        gap_y_um: Between two labels, one below the other.
    """

    key: str
    columns: int
    rows: int
    size: LabelSize
    left_um: int = 0
    top_um: int = 0
    gap_x_um: int = 0
    gap_y_um: int = 0

    @property
    def count(self) -> int:
        """Labels on one sheet."""
        return self.columns * self.rows

    def place(self, at: int) -> tuple[int, int]:
        """Left and top edge of the label with this number, counted from 0 row by row, in thousandths of a mm."""
        row, column = divmod(at, self.columns)
        left = self.left_um + column * (self.size.width_um + self.gap_x_um)
        return left, self.top_um + row * (self.size.height_um + self.gap_y_um)


SHEETS: dict[str, SheetLayout] = {
    sheet.key: sheet
    for sheet in (
        SheetLayout("a4-24-70x36", 3, 8, LabelSize(70_000, 36_000), top_um=4_500),
        SheetLayout("a4-24-70x37", 3, 8, LabelSize(70_000, 37_000), top_um=500),
        SheetLayout("a4-21-70x42.3", 3, 7, LabelSize(70_000, 42_300), top_um=450),
        SheetLayout("a4-21-63.5x38.1", 3, 7, LabelSize(63_500, 38_100), 7_200, 15_100, 2_500),
        SheetLayout("a4-14-99.1x38.1", 2, 7, LabelSize(99_100, 38_100), 4_650, 15_100, 2_500),
        SheetLayout("a4-40-52.5x29.7", 4, 10, LabelSize(52_500, 29_700)),
        SheetLayout("a4-65-38.1x21.2", 5, 13, LabelSize(38_100, 21_200), 4_750, 10_700, 2_500),
    )
}
"""By key: paper, labels on it, size of one in mm."""
