from __future__ import annotations

import json

import pytest
from hypothesis import given

from app.services.receipts.parts import Barcode, Meta, Qr, Receipt, ReceiptKind, Symbology, Text
from tests.services.receipts.builders import sale_receipt, z_report
from tests.services.receipts.strategies import receipts


@given(receipts)
def test_a_receipt_survives_its_storage(receipt: Receipt) -> None:
    assert Receipt.from_json(receipt.to_json()) == receipt


def test_real_papers_survive_their_storage() -> None:
    for receipt in (sale_receipt(), sale_receipt("en", copy_no=1), z_report()):
        assert Receipt.from_json(receipt.to_json()) == receipt


def test_the_stored_form_is_pinned() -> None:
    """A till that is updated in the evening must print what was queued in the morning."""
    receipt = Receipt(ReceiptKind.SLIP, (Text("牛奶", bold=True), Barcode("T1-1")), Meta("T1-1", copy_no=1))

    assert json.loads(receipt.to_json()) == {
        "v": 1,
        "kind": "slip",
        "meta": {"number": "T1-1", "copy_no": 1},
        "parts": [{"part": "text", "text": "牛奶", "bold": True}, {"part": "barcode", "data": "T1-1"}],
    }


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"v":2,"kind":"receipt","meta":{},"parts":[]}',
        '{"v":1,"kind":"novel","meta":{},"parts":[]}',
        '{"v":1,"kind":"receipt","meta":{},"parts":[{"part":"hologram"}]}',
        '{"v":1,"kind":"receipt","meta":{},"parts":[{"part":"text"}]}',
        '{"v":1,"kind":"receipt","meta":{"owner":1},"parts":[]}',
        '{"v":1,"kind":"receipt","meta":{},"parts":[{"part":"text","text":"a","align":"up"}]}',
    ],
)
def test_what_is_no_receipt_is_refused(stored: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which words it says does not matter
        Receipt.from_json(stored)


@pytest.mark.parametrize("data", ["", "牛奶", "a" * 25, "a\n"])
def test_what_cannot_be_bars_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="cannot be bars"):
        Barcode(data)


@pytest.mark.parametrize("data", ["6901234567893", "690123456789", "690123456789A"])
def test_an_ean_with_a_wrong_check_digit_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="not an EAN-13"):
        Barcode(data, Symbology.EAN13)


def test_a_qr_code_has_a_limit() -> None:
    Qr("a" * 500)
    with pytest.raises(ValueError, match="QR"):
        Qr("牛" * 167)
    with pytest.raises(ValueError, match="QR"):
        Qr("")
