"""The words on labels, in the language in which the shop prints."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.labels.values import Language


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Every word that a label of ours can say."""

    member_price: str
    best_before: str
    per: dict[str, str]


_WORDS: dict[Language, LabelWords] = {
    "zh": LabelWords(
        "会员价",
        "保质期至",
        {"kg": "千克", "100g": "100克", "l": "升", "100ml": "100毫升", "piece": "件"},
    ),
    "en": LabelWords(
        "Members",
        "Best before",
        {"kg": "kg", "100g": "100 g", "l": "l", "100ml": "100 ml", "piece": "piece"},
    ),
}


def words_for(language: Language) -> LabelWords:
    """The words of one language."""
    return _WORDS[language]
