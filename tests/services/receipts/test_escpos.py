from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from PIL import Image, ImageChops, ImageOps

from app.services.devices.profile import CHINESE_58, CHINESE_80, PRESETS, RASTER_58, RASTER_80, CutMode, PrinterProfile
from app.services.receipts.bars import MOST_RASTER_ROWS
from app.services.receipts.compose import compose_test_page
from app.services.receipts.escpos import render, render_drawer_pulse
from app.services.receipts.parts import (
    Barcode,
    Columns,
    Cut,
    Part,
    Qr,
    Receipt,
    ReceiptKind,
    Size,
    Symbology,
    Text,
    Way,
)
from app.services.receipts.picture import draw_parts, ruler_for
from app.services.receipts.plain import render_plain
from app.values.text import paper_width
from tests.services.receipts.builders import SHOP, cash_slip, refund_receipt, sale_receipt, z_report
from tests.services.receipts.escpos_reader import images_of, read_commands, text_of
from tests.services.receipts.strategies import receipts

PAPERS = {
    "sale": sale_receipt(),
    "sale-en": sale_receipt("en"),
    "copy": sale_receipt(copy_no=1),
    "refund": refund_receipt(),
    "z": z_report(),
    "slip": cash_slip(),
}


def paper(*parts: Part) -> Receipt:
    return Receipt(ReceiptKind.RECEIPT, parts)


def codes_in(image: Image.Image) -> list[tuple[str, str]]:
    framed = ImageOps.expand(image.convert("L"), 32, 255)
    return [(code.format.name, code.text) for code in zxingcpp.read_barcodes(framed)]


def test_chinese_is_sent_in_two_bytes_between_on_and_off() -> None:
    data = render(paper(Text("牛奶Milk \u00a53.50")), CHINESE_80)

    assert b"\x1c&\xc5\xa3\xc4\xccMilk \xa3\xa43.50\x1c.\n" in data
    assert b"\x81\x30\x84\x36" not in data  # the yen sign U+00A5, which prints as "0 6"


def test_plain_ascii_needs_no_chinese_mode() -> None:
    assert render(paper(Text("Milk 3.50")), CHINESE_80).endswith(b"Milk 3.50\n")


def test_a_job_begins_afresh_and_ends_with_the_cut() -> None:
    for profile, end in (
        (CHINESE_80, b"\x1bd\x06\x1dV\x00"),
        (replace(CHINESE_80, cut=CutMode.PART), b"\x1bd\x06\x1dV\x01"),
        (CHINESE_58, b"\x1bd\x04"),
        (RASTER_80, b"\x1bd\x06\x1dV\x00"),
    ):
        data = render(sale_receipt(), profile)
        assert data.startswith(b"\x1b@")
        assert data.endswith(end)


def test_double_letters_are_switched_on_and_off_for_both_fonts() -> None:
    data = render(paper(Columns("合计", "￥9.00", bold=True, size=Size.DOUBLE)), CHINESE_80)
    text = b"\x1c&" + ("合计" + " " * 14 + "￥9.00").encode("gb18030") + b"\x1c."

    assert b"\x1bE\x01\x1d!\x11\x1c!\x0c" + text + b"\x1d!\x00\x1c!\x00\x1bE\x00\n" in data


@pytest.mark.parametrize("profile", [CHINESE_58, CHINESE_80], ids=["58", "80"])
@pytest.mark.parametrize("name", PAPERS)
def test_the_printers_font_prints_what_the_plain_text_says(name: str, profile: PrinterProfile) -> None:
    commands = read_commands(render(PAPERS[name], profile))
    plain = [line.text for line in render_plain(PAPERS[name], profile.columns) if line.text and not line.is_code]
    printed = [line for line in text_of(commands).split("\n") if line]

    assert printed == [line for line in plain if not line.startswith("- - ")]


@pytest.mark.parametrize("profile", PRESETS.values(), ids=PRESETS)
@pytest.mark.parametrize("name", PAPERS)
def test_no_line_is_wider_than_the_paper(name: str, profile: PrinterProfile) -> None:
    scale, used = 1, 0
    for command in read_commands(render(PAPERS[name], profile)):
        if command.name == b"\x1d!":
            scale = (command.body[0] >> 4) + 1
        for char in command.body.decode("gb18030") if command.name == b"" else "":
            used = 0 if char == "\n" else used + paper_width(char) * scale
            assert used <= profile.columns
        if command.image is not None:
            assert command.image.width <= profile.dots
            assert command.image.height <= MOST_RASTER_ROWS


@pytest.mark.parametrize("rare", ["㙦", "𠮷", "€", "😀"])
def test_a_part_with_a_character_beyond_two_bytes_is_drawn(rare: str) -> None:
    commands = read_commands(render(paper(Text("牛奶"), Text(f"{rare}记豆腐"), Text("面包")), CHINESE_80))

    assert text_of(commands) == "牛奶\n面包\n"
    assert len(images_of(commands)) == 1
    assert [command.name for command in commands].index(b"\x1dv") > 2  # between the two texts


def test_raster_sends_no_text_at_all() -> None:
    for receipt in PAPERS.values():
        assert text_of(read_commands(render(receipt, RASTER_58))) == ""


def test_raster_slices_are_the_picture() -> None:
    parts = sale_receipt().parts[:-3]  # without the bars, which have a block of their own
    images = images_of(read_commands(render(paper(*parts), RASTER_80)))
    whole = draw_parts(parts, ruler_for(RASTER_80))

    joined = Image.new("1", whole.size, 1)
    top = 0
    for image in images:
        joined.paste(image, (0, top))
        top += image.height
    assert len(images) > 3
    assert top == whole.height
    assert ImageChops.logical_xor(joined, whole).getbbox() is None


@pytest.mark.parametrize("profile", [RASTER_58, RASTER_80], ids=["58", "80"])
def test_drawn_codes_can_be_scanned(profile: PrinterProfile) -> None:
    receipt = paper(
        Barcode("T1-000123"),
        Barcode("T1.2-000001"),
        Barcode("6901234567892", Symbology.EAN13),
        Qr("https://example.com/r/T1-000123?t=23.81"),
        Qr("支付码:ORDER-0001 中文"),
    )
    images = images_of(read_commands(render(receipt, profile)))

    assert [codes_in(image) for image in images] == [
        [("Code128", "T1-000123")],
        [("Code128", "T1.2-000001")],
        [("EAN13", "6901234567892")],
        [("QRCode", "https://example.com/r/T1-000123?t=23.81")],
        [("QRCode", "支付码:ORDER-0001 中文")],
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_receipts_own_code_is_on_its_picture(language: str) -> None:
    picture = draw_parts(sale_receipt("en" if language == "en" else "zh").parts, ruler_for(RASTER_58))

    assert codes_in(picture) == [("Code128", "T1-000123")]


def test_native_bars_say_their_length() -> None:
    commands = read_commands(render(paper(Barcode("T1-{1}")), CHINESE_80))

    assert [command.body for command in commands if command.name == b"\x1dk"] == [b"\x49{BT1-{{1}"]
    assert [command.body for command in commands if command.name == b"\x1ba"] == [b"\x01", b"\x00"]


def test_native_bars_that_do_not_fit_are_drawn() -> None:
    long = Barcode("T1.2-0000000000000001")
    names = [command.name for command in read_commands(render(paper(long), replace(CHINESE_58, native_barcode=True)))]

    assert b"\x1dk" not in names
    assert b"\x1dv" in names


def test_native_ean13() -> None:
    commands = read_commands(render(paper(Barcode("6901234567892", Symbology.EAN13)), CHINESE_80))

    assert b"\x436901234567892" in [command.body for command in commands]


def test_native_qr_stores_then_prints() -> None:
    commands = read_commands(render(paper(Qr("中文 1")), replace(CHINESE_80, native_qr=True)))
    bodies = [command.body for command in commands if command.name == b"\x1d(k"]

    assert bodies[-2:] == [b"1P0" + "中文 1".encode(), b"1Q0"]


def test_the_test_page_shows_both_ways_whatever_the_profile_says() -> None:
    for profile in PRESETS.values():
        commands = read_commands(render(compose_test_page(SHOP, profile, language="zh"), profile))
        text = text_of(commands)
        names = [command.name for command in commands]

        assert "熟客小超市：牛奶 250ml×16 ￥59.90（会员）“新”"[:10] in text
        assert ("1234567890" * 7)[: profile.columns] in text
        assert b"\x1dk" in names
        assert b"\x1d(k" in names
        assert any(("Code128", "T1-000123") in codes_in(image) for image in images_of(commands))


def test_a_way_may_be_asked_for() -> None:
    drawn = read_commands(render(paper(Text("牛奶", way=Way.PICTURE)), CHINESE_80))
    assert images_of(drawn)
    assert not text_of(drawn)
    sent = read_commands(render(paper(Text("牛奶", way=Way.PRINTER)), RASTER_80))
    assert text_of(sent) == "牛奶\n"


def test_the_drawer_pulse_is_nothing_but_a_pulse() -> None:
    assert render_drawer_pulse(CHINESE_80) == b"\x1bp\x0022"
    assert render_drawer_pulse(replace(CHINESE_80, drawer_pin=5)) == b"\x1bp\x0122"


def test_no_paper_opens_the_drawer() -> None:
    for receipt in PAPERS.values():
        for profile in PRESETS.values():
            assert b"\x1bp" not in [command.name for command in read_commands(render(receipt, profile))]


@settings(max_examples=25)
@given(receipts)
def test_any_paper_becomes_bytes_that_can_be_taken_apart(receipt: Receipt) -> None:
    for profile in (CHINESE_58, RASTER_58):
        try:
            data = render(receipt, profile)
        except ValueError as problem:
            assert "does not fit" in str(problem)  # noqa: PT017 - only narrow paper may refuse, and only bars
            continue
        read_commands(data)


def test_nothing_is_said_on_the_console() -> None:
    """python-escpos prints to stdout when it draws bars; a till's output is not for that."""
    code = (
        "from app.services.devices.profile import CHINESE_80, RASTER_80\n"
        "from app.services.receipts.escpos import render\n"
        "from tests.services.receipts.builders import sale_receipt\n"
        "render(sale_receipt(), CHINESE_80), render(sale_receipt(), RASTER_80)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == ""


def test_a_cut_is_asked_for_only_by_the_paper() -> None:
    assert b"\x1dV" not in render(paper(Text("a")), CHINESE_80)
    assert render(paper(Cut()), CHINESE_80).endswith(b"\x1dV\x00")
