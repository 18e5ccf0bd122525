"""Tables as CSV, workbook and PDF: read back by other programs' readers, cell by cell."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from app.services.reports.csv_file import write_csv
from app.services.reports.export import UnknownEnding, write_tables
from app.services.reports.pdf_table import PdfWords, Want, fitted, write_pdf
from app.services.reports.table import Cell, Column, FileNotWritten, Kind, Table, plain, shown
from app.services.reports.workbook import write_xlsx
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate
from tests.support.shop import ZONE

COLUMNS = (
    Column("品名"),
    Column("Amount", Kind.MONEY),
    Column("Quantity", Kind.QUANTITY),
    Column("Count", Kind.COUNT),
    Column("Day", Kind.DATE),
    Column("Moment", Kind.MOMENT),
    Column("Share", Kind.PERCENT),
)
AT = datetime(2026, 1, 5, 16, 30, 15, 999, tzinfo=UTC)  # half past midnight there
ROW: tuple[Cell, ...] = ("牛奶", Money(-123_456), Quantity(735), 1_280, date(2026, 1, 5), AT, Rate(1_234))
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0")


class Stop(Exception):
    """What a cancelled job raises."""


def table(*rows: tuple[Cell, ...], exponent: int = 2, title: str = "销售") -> Table:
    return Table(title, COLUMNS, rows or (ROW,), exponent=exponent, zone=ZONE)


def words_only(*texts: str) -> Table:
    return Table("words", (Column("a"),), [(text,) for text in texts])


def test_a_csv_is_utf8_with_its_mark_and_rfc_4180(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert write_csv([table(ROW, ('a "b", c\nd', *[None] * 6))], path) == 2

    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig") == (
        "品名,Amount,Quantity,Count,Day,Moment,Share\r\n"
        "牛奶,-1234.56,0.735,1280,2026-01-05,2026-01-06 00:30:15,12.34%\r\n"
        '"a ""b"", c\nd",,,,,,\r\n'
    )


def test_several_tables_in_one_csv_stand_under_their_titles(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv([words_only("x"), words_only("y")], path)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows == [["words"], ["a"], ["x"], [], ["words"], ["a"], ["y"]]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    evil = Table(text, (Column(text),), [(text,)])
    write_csv([evil], tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        head, cell = csv.reader(stream)
    assert head == cell == ["'" + text]

    write_xlsx([evil], tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [row[0].data_type for row in sheet.iter_rows()] == ["s", "s"]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=30), min_size=1, max_size=5))
def test_any_text_survives_a_csv(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    write_csv([Table("t", (Column("a"), Column("b")), [(text, "end") for text in texts])], path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        back = list(csv.reader(stream))[1:]
    assert [row[0].removeprefix("'") for row in back] == [text.removeprefix("'") for text in texts]


def test_a_workbook_holds_real_numbers_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert write_xlsx([table()], path) == 1

    (cells,) = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()[1:]
    assert cells == ["牛奶", -1234.56, 0.735, 1280.0, dt.date(2026, 1, 5), dt.datetime(2026, 1, 6, 0, 30, 15), 0.1234]
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.number_format for cell in sheet[2]][1:] == [
        "#,##0.00", "General", "#,##0", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "0.00%",
    ]  # fmt: skip
    assert sheet.freeze_panes == "A2"
    assert sheet.title == "销售"


@given(st.lists(st.integers(-(10**13), 10**13), min_size=1, max_size=20), st.integers(0, 3))
def test_money_in_a_workbook_is_exact(
    tmp_path_factory: pytest.TempPathFactory, amounts: list[int], exponent: int
) -> None:
    """Read as the digits in the file, before any reader makes a float of them."""
    path = tmp_path_factory.mktemp("xlsx") / "a.xlsx"
    rows = [(Money(amount),) for amount in amounts]
    write_xlsx([Table("t", (Column("a", Kind.MONEY),), rows, exponent=exponent)], path)
    found = digits_in(path)
    assert [Decimal(text) for text in found] == [Decimal(amount).scaleb(-exponent) for amount in amounts]


def digits_in(path: Path) -> list[str]:
    import re
    import zipfile

    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r"<v>([^<]*)</v>", xml)


def test_titles_that_no_sheet_may_have_and_too_many_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    long = Table("a/b:c*[d]?" * 5, (Column("n", Kind.COUNT),), [(number,) for number in range(5)])
    write_xlsx([long, words_only("x"), words_only("y"), Table("History", (Column("a"),), [])], path, sheet_rows=2)
    book = openpyxl.load_workbook(path)
    titles = book.sheetnames
    assert len(titles) == 6
    assert len({title.casefold() for title in titles}) == 6
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
    assert [[cell.value for cell in column] for sheet in book.worksheets[:3] for column in sheet.columns] == [
        ["n", 0, 1], ["n", 2, 3], ["n", 4],
    ]  # fmt: skip


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".pdf"])
def test_a_cancelled_file_leaves_what_was_there(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text("before")

    def stop(done: int, total: int) -> None:
        if done >= 1_000:
            raise Stop

    with pytest.raises(Stop):
        write_tables([Table("t", (Column("n", Kind.COUNT),), ((n,) for n in range(10_000)))], path, stop)
    assert path.read_text() == "before"
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".pdf"])
def test_rows_stream_and_progress_is_told(tmp_path: Path, ending: str) -> None:
    """No writer asks for more than it needs before it tells how far it is."""
    given_out, told = [0], []

    def rows() -> Iterator[tuple[Cell, ...]]:
        for number in range(2_000):
            given_out[0] += 1
            yield (number,)

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        assert given_out[0] <= done + 300

    write_tables([Table("t", (Column("n", Kind.COUNT),), rows(), count=2_000)], tmp_path / f"a{ending}", tell)
    assert told == [(500, 2_000), (1_000, 2_000), (1_500, 2_000), (2_000, 2_000), (2_000, 2_000)]


def test_a_folder_that_is_not_there_and_a_name_that_says_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        write_tables([words_only("x")], tmp_path / "none" / "a.csv")
    with pytest.raises(UnknownEnding):
        write_tables([words_only("x")], tmp_path / "a.doc")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="files have no such mode there")
@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".pdf"])
def test_a_file_is_for_its_owner_only(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    write_tables([words_only("x")], path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_cell_of_another_kind_is_a_bug(tmp_path: Path) -> None:
    for kind, cell in ((Kind.MONEY, 5), (Kind.COUNT, Money(5)), (Kind.DATE, AT), (Kind.TEXT, 5), (Kind.COUNT, True)):
        with pytest.raises(TypeError):
            write_csv([Table("t", (Column("a", kind),), [(cell,)])], tmp_path / "a.csv")


def test_cells_as_people_and_programs_read_them() -> None:
    assert plain(Money(-5), 2, ZONE) == "-0.05"
    assert plain(Money(5), 0, ZONE) == "5"
    assert shown(Money(-123_456_789), 2, ZONE) == "-1,234,567.89"
    assert shown(Money(1_234_567), 3, ZONE) == "1,234.567"
    assert (shown(Quantity(2_000_000), 2, ZONE), shown(Quantity(1_735), 2, ZONE)) == ("2,000", "1.735")
    assert shown(AT, 2, ZONE) == "2026-01-06 00:30"
    assert (shown(Rate(-5), 2, ZONE), shown(None, 2, ZONE), shown(12_800, 2, ZONE)) == ("-0.05%", "", "12,800")


def test_a_pdf_embeds_its_letters_and_repeats_its_header(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    rows = [(f"第{number}号商品 " + "很长的名字" * (number % 9), Money(number)) for number in range(150)]
    columns = (Column("品名"), Column("金额", Kind.MONEY))
    sheet = Table("清单", columns, rows, notes=("熟客便利店",), footer=("合计", Money(11_175)))
    pages = write_pdf([sheet], path, words=PdfWords("foot", "第 {page} 页，共 {pages} 页"))

    raw = path.read_bytes()
    assert pages > 2
    assert raw.count(b"/Type /Page\n") == pages
    assert b"/FontFile2" in raw
    assert len(raw) < 200_000  # the letters used, not the whole font
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here: what the pages say was not read")
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    each = said.split("\f")[:pages]
    assert all("品名" in page and "金额" in page and f"共 {pages} 页" in " ".join(page.split()) for page in each)
    assert [f"第 {at} 页" in " ".join(page.split()) for at, page in enumerate(each, 1)] == [True] * pages
    assert "111.75" in each[-1]
    assert all(f"第{number}号商品" in said for number in range(150))


def test_a_wide_table_lies_on_its_side_and_every_column_has_room(tmp_path: Path) -> None:
    wide = Table("w", tuple(Column(f"column {at}", Kind.MOMENT) for at in range(9)), [(AT,) * 9])
    narrow = Table("n", (Column("a"),), [("x",)])
    write_pdf([wide], tmp_path / "w.pdf")
    write_pdf([narrow], tmp_path / "n.pdf")
    assert b"841.8898 595.2756" in (tmp_path / "w.pdf").read_bytes()
    assert b"595.2756 841.8898" in (tmp_path / "n.pdf").read_bytes()


@given(
    st.lists(st.tuples(st.sampled_from(list(Kind)), st.integers(20, 240), st.integers(0, 60)), min_size=1, max_size=20),
    st.integers(400, 800),
)
def test_columns_always_fill_the_page_and_never_more(wanted: list[tuple[Kind, int, int]], room: int) -> None:
    wants = [Want(needs + slack, needs) for _, needs, slack in wanted]
    widths = fitted([Column("", kind) for kind, _, _ in wanted], wants, room)
    assert abs(sum(widths) - room) < 0.01
    assert min(widths) > 0
    if sum(want.needs for want in wants) <= room:
        assert all(width >= want.needs - 0.01 for width, want in zip(widths, wants, strict=True))


def test_a_pdf_takes_any_text(tmp_path: Path) -> None:
    odd = ("", "\x00\x07", "😀🥛", "\ud800", "a" * 5_000, "龘" * 500, "<b>x</b>", "\n\n", "العربية")
    assert write_pdf([words_only(*odd)], tmp_path / "a.pdf") == 1
    write_xlsx([words_only(*odd)], tmp_path / "a.xlsx")
    write_csv([words_only(*odd)], tmp_path / "a.csv")
