from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.receipts.parts import Align, Cell, Columns, Feed, Part, Row, Rule, Size, Text
from app.services.receipts.picture import DotRuler
from app.services.receipts.typeset import ColumnRuler, as_text, clean, lay_out, wrap
from app.values.text import paper_width
from tests.services.receipts.strategies import names, words_on_paper

WIDTHS = st.sampled_from([24, 32, 42, 48, 64])


def lines_of(part: Part, columns: int) -> list[str]:
    return [as_text(line, columns) for line in lay_out(part, ColumnRuler(columns))]


@given(words_on_paper(names), WIDTHS)
def test_no_name_ever_leaves_the_paper(part: Part, columns: int) -> None:
    for line in lay_out(part, ColumnRuler(columns)):
        assert paper_width(as_text(line, columns)) * line.size.scale <= columns


@given(words_on_paper(names), st.sampled_from([384, 576]))
def test_no_name_ever_leaves_the_drawn_paper(part: Part, dots: int) -> None:
    ruler = DotRuler(dots)
    for line in lay_out(part, ruler):
        end = 0
        for span in line.spans:
            assert span.at >= end
            end = span.at + ruler.width(span.text, line.size, bold=line.bold)
        assert end <= dots


@given(names, WIDTHS, st.sampled_from(Size))
def test_wrapping_loses_no_letter(name: str, columns: int, size: Size) -> None:
    lines = lines_of(Text(name, size=size), columns)

    assert "".join("".join(lines).split()) == "".join(clean(name).split())


@given(names, names, WIDTHS)
def test_columns_lose_neither_label_nor_value(left: str, right: str, columns: int) -> None:
    letters = "".join("".join(lines_of(Columns(left, right), columns)).split())

    assert sorted(letters) == sorted("".join((clean(left) + clean(right)).split()))


@given(names)
def test_clean_text_holds_nothing_a_printer_would_obey(name: str) -> None:
    text = clean(name)

    assert all(char.isprintable() or char == "\u3000" or ord(char) >= 0xE000 for char in text)
    assert "\u00a5" not in text
    text.encode("gb18030")


def test_the_yen_sign_is_made_full_width() -> None:
    assert clean("\u00a55.00") == "\uffe55.00"


def test_chinese_columns_stand_below_each_other() -> None:
    rows = [
        Row((Cell("牛奶", 4, Align.LEFT), Cell("3.50", 2), Cell("7.00", 2))),
        Row((Cell("Milk", 4, Align.LEFT), Cell("3.50", 2), Cell("17.00", 2))),
        Row((Cell("“×·”", 4, Align.LEFT), Cell("13.50", 2), Cell("7.00", 2))),
    ]
    texts = [lines_of(row, 32)[0] for row in rows]

    assert [paper_width(text) for text in texts] == [32, 32, 32]
    assert {paper_width(text[: text.index(".50") + 3]) for text in texts} == {24}


def test_a_long_cell_takes_room_from_the_others() -> None:
    row = Row((Cell("", 4, Align.LEFT), Cell("1234567.00", 3), Cell("123.456kg", 3), Cell("99999.99", 3)))

    assert len(lines_of(row, 32)) == 1
    assert lines_of(row, 32)[0].split() == ["1234567.00", "123.456kg", "99999.99"]


def test_a_row_that_cannot_fit_gives_every_cell_its_line_and_breaks_no_number() -> None:
    row = Row((Cell("", 1), Cell("1234567890.00", 1), Cell("1234567.890kg", 1), Cell("9876543210.00", 1)))

    assert [line.strip() for line in lines_of(row, 32)] == ["1234567890.00", "1234567.890kg", "9876543210.00"]


def test_a_label_wraps_beside_its_value() -> None:
    lines = lines_of(Columns("取出 买水果袋和打扫用品给后仓备用", "-300.00"), 32)

    assert lines[0] == "取出 买水果袋和打扫用品"
    assert lines[1] == "给后仓备用               -300.00"


def test_a_label_without_room_stands_above_its_value() -> None:
    assert lines_of(Columns("销售净额", "￥12444.60", size=Size.DOUBLE), 32) == ["销售净额", "      ￥12444.60"]


def test_an_indent_is_kept_when_a_label_wraps() -> None:
    lines = lines_of(Columns("  满一百减二十再减五元会员专享优惠活动", "-2.00"), 32)

    assert all(line.startswith("  ") and line[2] != " " for line in lines)


def test_words_are_broken_at_spaces_and_only_then_inside() -> None:
    assert wrap("Lee Kum Kee Panda", 9, paper_width) == ["Lee Kum", "Kee Panda"]
    assert wrap("Pneumonoultramicroscopic", 10, paper_width) == ["Pneumonoul", "tramicrosc", "opic"]
    assert wrap("", 10, paper_width) == [""]


@pytest.mark.parametrize("sign", "，。）！")
def test_no_line_begins_with_a_closing_sign(sign: str) -> None:
    lines = wrap("一二三四五" + sign + "六", 10, paper_width)

    assert lines == ["一二三四", "五" + sign + "六"]


def test_double_letters_are_aligned_in_double_columns() -> None:
    line = lines_of(Text("合计", Align.CENTER, size=Size.DOUBLE), 32)[0]
    assert line == "      合计"
    line = lines_of(Columns("合计", "￥115.49", size=Size.DOUBLE), 32)[0]
    assert paper_width(line) == 16


def test_rules_and_feeds() -> None:
    assert lines_of(Rule(), 32) == ["-" * 32]
    assert lines_of(Rule(heavy=True), 32) == ["=" * 32]
    assert lines_of(Feed(3), 32) == ["", "", ""]
