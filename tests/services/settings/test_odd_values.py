"""Values that a shell or a damaged file may hand over: a plain sentence, never a crash, and nothing stored."""

from __future__ import annotations

import pytest

from app.services.settings import declared
from app.services.settings.registry import BadSetting, Setting, UnprintableSetting


@pytest.mark.parametrize("text", ["--5", "-", "9" * 5_000, "५", "1e3", "1_0", "", " ", "+ 5", "²"])
def test_an_odd_number_is_told(text: str) -> None:
    with pytest.raises(BadSetting) as told:
        declared.POINTS_STEP.read(text)

    assert declared.POINTS_STEP.key in str(told.value)
    assert len(str(told.value)) < 200


def test_a_number_with_a_sign_or_spaces_is_read() -> None:
    assert declared.POINTS_STEP.read(" 50 ") == 50
    assert declared.POINTS_STEP.read("+50") == 50
    with pytest.raises(BadSetting):
        declared.POINTS_STEP.read("-50")


@pytest.mark.parametrize("text", ["a\udcff", "a\x00b", "\x1b@", "\u202eabc"])
def test_words_that_cannot_be_printed_are_told(text: str) -> None:
    with pytest.raises(UnprintableSetting, match="cannot be stored or printed") as told:
        declared.RECEIPT_FOOTER.read(text)

    str(told.value).encode("utf-8")


def test_two_lines_at_the_foot_are_fine() -> None:
    assert declared.RECEIPT_FOOTER.read("谢谢\n再来") == "谢谢\n再来"


def test_an_odd_truth_is_told_shortly() -> None:
    setting: Setting[bool] = declared.DRAWER
    with pytest.raises(BadSetting) as told:
        setting.read("\ud800" + "x" * 9_000)
    assert len(str(told.value).encode("utf-8")) < 400
