from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from app.services.devices.profile import CHINESE_58, CHINESE_80, RASTER_80
from app.services.receipts.parts import Align, Columns, Feed, Qr, Receipt, ReceiptKind, Rule, Size, Text
from app.services.receipts.picture import BOLD, REGULAR, DotRuler, draw_part, draw_parts, render_png, ruler_for
from app.services.receipts.plain import as_plain_text, render_plain
from tests.services.receipts.builders import sale_receipt


def ink(part: Text | Columns | Rule | Feed, dots: int = 384) -> tuple[int, int, int, int] | None:
    """The box of what is dark."""
    image = draw_parts([part], DotRuler(dots))
    return image.point(lambda dot: 255 - dot, "1").getbbox()


def test_a_picture_is_as_wide_as_the_paper_and_its_margin() -> None:
    for profile in (CHINESE_58, CHINESE_80):
        image = Image.open(io.BytesIO(render_png(sale_receipt(), profile)))
        assert image.width == profile.dots + 48


def test_texts_stand_where_they_should() -> None:
    left = ink(Text("牛奶"))
    right = ink(Text("牛奶", Align.RIGHT))
    middle = ink(Text("牛奶", Align.CENTER))

    assert left is not None
    assert right is not None
    assert middle is not None
    assert left[0] < 4
    assert right[2] > 380
    assert abs((middle[0] + middle[2]) // 2 - 192) < 4


def test_values_end_at_the_right_edge() -> None:
    for value in ("4.00", "1280.00", "￥9.10"):
        box = ink(Columns("合计", value, size=Size.DOUBLE))
        assert box is not None
        assert 376 <= box[2] <= 384


def test_double_is_about_twice_as_large() -> None:
    small, large = ink(Text("国")), ink(Text("国", size=Size.DOUBLE))

    assert small is not None
    assert large is not None
    assert 1.8 < (large[2] - large[0]) / (small[2] - small[0]) < 2.2
    assert 1.8 < (large[3] - large[1]) / (small[3] - small[1]) < 2.2


def test_no_letter_is_cut_off_at_the_line() -> None:
    alone = ink(Text("国|gjÉ", size=Size.DOUBLE))
    room = draw_part(Text("国", size=Size.DOUBLE), DotRuler(384))

    assert alone is not None
    assert room is not None
    assert alone[1] > 0
    assert alone[3] < room.height


def test_bold_is_darker() -> None:
    def dark(bold: bool) -> int:
        return draw_parts([Text("合计金额", bold=bold)], DotRuler(384)).convert("L").histogram()[0]

    assert dark(True) > dark(False) * 1.15


def test_feeds_are_blank_and_rules_are_not() -> None:
    assert ink(Feed(2)) is None
    assert ink(Rule()) is not None
    assert ink(Rule(heavy=True)) is not None


def test_a_font_of_the_shops_own_may_be_used() -> None:
    assert ruler_for(RASTER_80).regular == REGULAR
    own = replace(RASTER_80, font_path=BOLD)
    assert ruler_for(own).regular == BOLD
    assert render_png(sale_receipt(), own) != render_png(sale_receipt(), RASTER_80)


def test_the_preview_marks_what_is_large_bold_or_a_code() -> None:
    lines = render_plain(sale_receipt(), 32)

    assert [line.text.strip() for line in lines if line.is_code] == ["|| T1-000123 ||"]
    assert any(line.is_double and line.bold and line.text.strip() == "熟客小超市" for line in lines)
    assert not any(line.is_double for line in lines if "农夫山泉" in line.text)


def test_plain_text_shows_qr_codes_and_spreads_large_letters() -> None:
    receipt = Receipt(ReceiptKind.TEST, (Qr("https://e.cn"), Text("Ab中", size=Size.DOUBLE)))

    assert as_plain_text(receipt, 24) == "   ## https://e.cn ##\nA b 中\n"


@pytest.mark.parametrize("dots", [384, 576])
def test_a_qr_code_is_centred(dots: int) -> None:
    image = draw_part(Qr("https://example.com"), DotRuler(dots))
    assert image is not None
    box = image.point(lambda grey: 255 - grey).getbbox()
    assert box is not None
    assert abs((box[0] + box[2]) / 2 - dots / 2) <= 1
