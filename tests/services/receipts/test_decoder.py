"""What we send, read by somebody else: an independent ESC/POS decoder, where it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.services.devices.profile import PRESETS
from app.services.receipts.compose import compose_test_page
from app.services.receipts.escpos import render, render_drawer_pulse
from app.services.receipts.parts import Receipt
from tests.services.receipts.builders import SHOP, cash_slip, refund_receipt, sale_receipt, z_report

ROOT = Path(__file__).resolve().parents[3]
PAPERS = {
    "sale": sale_receipt(),
    "sale-en": sale_receipt("en"),
    "copy": sale_receipt(copy_no=1),
    "refund": refund_receipt(),
    "z": z_report(),
    "slip": cash_slip(),
}
EXPECTED = {
    "sale": ["熟客小超市", "T1-000123", "农夫山泉饮用天然水 550ml", "￥115.49", "找零", "138****8000"],
    "sale-en": ["TOTAL", "￥115.49", "Change", "Points balance"],
    "copy": ["重印 COPY 1", "2026-01-05 18:30:12", "￥115.49"],
    "refund": ["退货单", "T1-000123", "￥49.90"],
    "z": ["交班报表 Z", "￥12444.60", "4821", "9f86 d081"],
    "slip": ["现金取出单", "￥300.00"],
}


@pytest.fixture(scope="module")
def decoder() -> Path:
    """The decoder's script, with its node_modules beside it."""
    folder = Path(os.environ.get("SHUKE_ESCPOS_DECODE") or ROOT.parent / "shared" / "tools" / "escpos_decode")
    if not (folder / "decode.py").exists() or not (folder / "node_modules").is_dir():
        pytest.skip("no ESC/POS decoder (set SHUKE_ESCPOS_DECODE to its folder, after npm install there)")
    return folder / "decode.py"


def decode(decoder: Path, data: bytes, folder: Path, *arguments: str) -> str:
    file = folder / "job.bin"
    file.write_bytes(data)
    command = [sys.executable, str(decoder), str(file), "--out", str(folder / "out"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_read_back_whole(decoder: Path, tmp_path: Path, name: str, preset: str) -> None:
    profile, receipt = PRESETS[preset], PAPERS[name]
    wanted: list[str] = []
    if preset.startswith("chinese"):
        for text in EXPECTED[name]:
            wanted += ["--expect", text]
    if name.startswith("sale"):
        wanted += ["--expect-code", "{BT1-000123" if profile.native_barcode else "T1-000123"]

    decode(decoder, render(receipt, profile), tmp_path, "--columns", str(profile.columns), *wanted)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_test_page_is_read_back_whole(decoder: Path, tmp_path: Path, preset: str) -> None:
    page: Receipt = compose_test_page(SHOP, PRESETS[preset], language="zh")
    codes = ("{BT1-000123", "T1-000123", "https://example.com/T1-000123")
    wanted = [argument for code in codes for argument in ("--expect-code", code)]

    decode(decoder, render(page, PRESETS[preset]), tmp_path, "--columns", str(PRESETS[preset].columns), *wanted)


def test_the_drawer_pulse_is_read_back(decoder: Path, tmp_path: Path) -> None:
    assert "drawer_kick" in decode(decoder, render_drawer_pulse(PRESETS["chinese-80"]), tmp_path)
