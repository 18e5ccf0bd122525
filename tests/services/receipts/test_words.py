from __future__ import annotations

from dataclasses import fields

from app.services.receipts.words import EN, ZH, ReceiptWords, words_for


def test_both_languages_have_every_word() -> None:
    for words in (ZH, EN):
        empty = [field.name for field in fields(ReceiptWords) if not getattr(words, field.name)]
        assert empty == []
    assert ZH.tenders.keys() == EN.tenders.keys()


def test_the_languages_are_not_mixed_up() -> None:
    assert words_for("zh") is ZH
    assert words_for("en") is EN
    shared = {"copy", "sample"}  # in both languages on purpose: the sample shows Chinese
    same = [field.name for field in fields(ReceiptWords) if getattr(ZH, field.name) == getattr(EN, field.name)]
    assert set(same) <= shared
    chinese = [
        field.name
        for field in fields(ReceiptWords)
        if isinstance(text := getattr(EN, field.name), str) and any("\u4e00" <= char <= "\u9fff" for char in text)
    ]
    assert set(chinese) <= shared
