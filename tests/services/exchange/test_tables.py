"""Files that hold a table, and files that don't."""

from __future__ import annotations

import contextlib
import datetime as dt
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from app.services.exchange import tables
from app.services.exchange.fields import Field
from app.services.exchange.headers import HeaderMissing, field_of, find_columns
from app.services.exchange.tables import (
    CellTooLong,
    FileEmpty,
    FileMissing,
    FileNotOpened,
    NotATable,
    TableTooBig,
    WorkbookUnreadable,
    cell_text,
    read_sheets,
)
from app.values.errors import UserError

TEXT = "条码,品名,售价\n6901,可乐,3.00\n"


def rows_of(path: Path) -> list[tuple[int, tuple[str, ...]]]:
    (sheet,) = read_sheets(path)
    return [(row.number, row.cells) for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes(TEXT.replace(",", delimiter).encode(encoding))
    assert rows_of(path) == [(1, ("条码", "品名", "售价")), (2, ("6901", "可乐", "3.00"))]


def test_named_delimiter_blank_lines_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes("sep=;\r\n品名;规格\r\n\r\n;;\r\n可乐, 冰;1,5L;;\r\n".encode())
    assert rows_of(path) == [(2, ("品名", "规格")), (5, ("可乐, 冰", "1,5L"))]


def test_quoted_cells_may_hold_delimiters_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text('品名,备注\n"可乐, 大","第一行\n第二行"\n', encoding="utf-8")
    assert rows_of(path)[1][1] == ("可乐, 大", "第一行\n第二行")


def test_workbook_cells_read_as_on_its_screen(tmp_path: Path) -> None:
    path = tmp_path / "goods.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("空")
    sheet = book.add_worksheet("商品")
    sheet.write_row(2, 0, ["条码", "品名", "售价", "税率", "称重"])
    sheet.write_row(3, 0, [6901234567892, "可乐", 12.3, 0.13, True])
    sheet.write_row(5, 0, ["0036000291452", "雪碧", 0.1 + 0.2, "", False])
    book.close()
    assert rows_of(path) == [
        (3, ("条码", "品名", "售价", "税率", "称重")),
        (4, ("6901234567892", "可乐", "12.3", "0.13", "1")),
        (6, ("0036000291452", "雪碧", "0.3", "", "0")),
    ]


def test_cell_text_of_other_kinds() -> None:
    assert cell_text(None) == ""
    assert cell_text(1e20) == "100000000000000000000"
    assert cell_text(dt.date(2026, 1, 5)) == "2026-01-05"


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf\n", b",,,\n,\n"])
def test_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes(content)
    with pytest.raises(FileEmpty, match=r"goods\.csv"):
        read_sheets(path)


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x7fELF\x02\x01\x01\x00\x00", bytes(range(256)) * 40]
)
def test_binary(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes(content)
    with pytest.raises(NotATable):
        read_sheets(path)


@given(
    st.binary(max_size=400) | st.binary(max_size=200).map(b"PK\x03\x04".__add__) | st.text(max_size=200).map(str.encode)
)
def test_any_file_is_a_table_or_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    with contextlib.suppress(UserError):
        assert all(sheet.rows for sheet in read_sheets(path))


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600])
def test_broken_or_locked_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "goods.xlsx"
    path.write_bytes(content)
    with pytest.raises(WorkbookUnreadable):
        read_sheets(path)


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "goods.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet().write(0, 0, "品名")
    book.close()
    monkeypatch.setattr(tables, "MAX_UNPACKED_BYTES", 100)
    with pytest.raises(TableTooBig):
        read_sheets(path)


@pytest.mark.parametrize("far", [(1_048_575, 16_383), (1_048_575, 20), (3, 600)])
def test_a_stray_cell_far_away(tmp_path: Path, far: tuple[int, int]) -> None:
    """The reader of workbooks would lay out every cell between, and take the whole process with it."""
    path = tmp_path / "goods.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write(0, 0, "品名")
    sheet.write(*far, "x")
    book.close()
    with pytest.raises(TableTooBig):
        read_sheets(path)


def test_a_formatted_empty_cell_far_away_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "goods.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write(0, 0, "品名")
    sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    book.close()
    assert rows_of(path) == [(1, ("品名",))]


def test_an_archive_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "goods.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(NotATable):
        read_sheets(path)


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_sheets(tmp_path / "goods.csv")
    with pytest.raises(FileNotOpened):
        read_sheets(tmp_path)


def test_a_million_columns(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("品名" + ",x" * 1_000_000, encoding="utf-8")
    with pytest.raises(TableTooBig):
        read_sheets(path)


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 10)
    path = tmp_path / "goods.csv"
    path.write_text("品名\n" + "可乐\n" * 100, encoding="utf-8")
    with pytest.raises(TableTooBig):
        read_sheets(path)


@pytest.mark.parametrize("length", [10_001, 200_000])
def test_an_endless_cell_tells_its_row(tmp_path: Path, length: int) -> None:
    path = tmp_path / "goods.csv"
    path.write_text('品名,规格\n"' + "x" * length, encoding="utf-8")
    with pytest.raises(CellTooLong):
        read_sheets(path)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("条码(必填)", Field.CODE), ("＊条码", Field.CODE), (" Bar Code ", Field.CODE), ("GTIN", Field.CODE),
        ("Variant Barcode", Field.CODE), ("品名（必填）", Field.NAME), ("Item Name", Field.NAME), ("Title", Field.NAME),
        ("ITEM_NAME", Field.NAME), ("售价(元)", Field.PRICE), ("Price [Main Store]", Field.PRICE), ("Sales Price", Field.PRICE),
        ("Variant Price", Field.PRICE), ("Default price", Field.PRICE), ("会员价", Field.MEMBER_PRICE), ("进价", Field.COST),
        ("Default Unit Cost", Field.COST), ("Cost per item", Field.COST), ("税率%", Field.TAX_RATE), ("保质期(天)", Field.SHELF_LIFE),
        ("Sold by weight", Field.BY_WEIGHT), ("Current Quantity Main Street", Field.STOCK), ("In stock [Store]", Field.STOCK),
        ("Variant Inventory Qty", Field.STOCK), ("Vendor", Field.BRAND), ("Default Vendor Name", Field.SUPPLIER),
        ("Internal Reference", Field.SKU), ("单位名称", Field.UNIT), ("产品分类", Field.CATEGORY), ("Type", Field.TYPE),
        ("Price / Canada", None), ("Weight (lb)", None), ("Image Src", None), ("商品图片", None), ("", None),
    ],
)  # fmt: skip
def test_headers(header: str, field: Field | None) -> None:
    assert field_of(header) is field


def test_title_lines_above_the_header_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("熟客超市商品资料\n导出时间：2026-01-05\n,,价格\n条码,品名,售价\n6901,可乐,3\n", encoding="utf-8")
    _, columns = find_columns(read_sheets(path), file="goods.csv")
    assert columns.header.number == 4
    assert set(columns.places) == {Field.CODE, Field.NAME, Field.PRICE}


def test_a_table_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(HeaderMissing, match="品名"):
        find_columns(read_sheets(path), file="goods.csv")


def test_a_formula_is_read_as_its_result(tmp_path: Path) -> None:
    path = tmp_path / "goods.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["品名", "售价"])
    sheet.write_string(1, 0, "可乐")
    sheet.write_formula(1, 1, "=1+2.5", None, 3.5)
    sheet.write_string(2, 0, '=HYPERLINK("http://example.org")')
    book.close()
    assert rows_of(path)[1:] == [(2, ("可乐", "3.5")), (3, ('=HYPERLINK("http://example.org")',))]
