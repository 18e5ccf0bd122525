"""How a name is spoken, syllable by syllable: the phrase's reading and the other readings people may type.

Loads the dictionaries of pypinyin (0.3 s, 20 MB): only for editing and importing goods, never while selling. The
segmentation is the simplest there is, the longest known phrase from the left; that is ten times faster than
pypinyin's own and differs only where several readings are kept anyway.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from app.values.text import is_han

MAX_READINGS = 6
LONGEST_PHRASE = 7

# Readings that goods really have and that a dictionary of phrases may miss; the frequent one first.
SECOND_READINGS = {
    "重": ("zhong", "chong"),
    "行": ("xing", "hang"),
    "长": ("chang", "zhang"),
    "乐": ("le", "yue"),
    "仔": ("zai", "zi"),
    "薄": ("bo", "bao"),
    "参": ("shen", "can"),
    "茄": ("qie", "jia"),
    "露": ("lu", "lou"),
    "粘": ("zhan", "nian"),
    "黏": ("nian", "zhan"),
    "蛤": ("ge", "ha"),
    "壳": ("ke", "qiao"),
    "卡": ("ka", "qia"),
    "咖": ("ka", "ga"),
    "盛": ("sheng", "cheng"),
    "都": ("du", "dou"),
    "调": ("tiao", "diao"),
    "弹": ("tan", "dan"),
    "率": ("lv", "shuai"),
    "藏": ("cang", "zang"),
    "朝": ("chao", "zhao"),
    "扒": ("pa", "ba"),
    "炸": ("zha",),
    "角": ("jiao", "jue"),
    "血": ("xue", "xie"),
    "核": ("he", "hu"),
    "呷": ("xia", "ga"),
    "虾": ("xia", "ha"),
    "削": ("xiao", "xue"),
    "大": ("da", "dai"),
    "单": ("dan", "shan"),
    "曾": ("zeng", "ceng"),
    "圈": ("quan", "juan"),
    "柏": ("bai", "bo"),
    "番": ("fan", "pan"),
    "便": ("bian", "pian"),
    "铺": ("pu",),
    "厦": ("xia", "sha"),
    "色": ("se", "shai"),
    "着": ("zhe", "zhao"),
    "芥": ("jie", "gai"),
    "荠": ("qi", "ji"),
    "芦": ("lu",),
    "泊": ("bo", "po"),
    "区": ("qu", "ou"),
    "朴": ("pu", "piao"),
    "解": ("jie", "xie"),
    "给": ("gei", "ji"),
    "传": ("chuan", "zhuan"),
    "会": ("hui", "kuai"),
    "差": ("cha", "chai"),
    "和": ("he", "huo"),
    "石": ("shi", "dan"),
    "尾": ("wei", "yi"),
    "熟": ("shu", "shou"),
    "剥": ("bo", "bao"),
    "拓": ("tuo", "ta"),
}


def readings_of(letters: str) -> Sequence[tuple[str, ...]]:
    """The text in syllables, one a sign: as phrases, sign by sign, and with each second reading that goods have."""
    spoken = _phrase_reading(letters)
    readings = {spoken: None, tuple(_sign_reading(char) for char in letters): None}
    for at, char in enumerate(letters):
        for reading in (*SECOND_READINGS.get(char, ()), spoken[at].replace("v", "u")):
            if is_han(char) and len(readings) < MAX_READINGS:
                readings[(*spoken[:at], reading, *spoken[at + 1 :])] = None
    return tuple(readings)


def _phrase_reading(letters: str) -> tuple[str, ...]:
    """Each sign as it is read in the longest known phrase it stands in (重庆 chong qing, 银行 yin hang)."""
    spoken: list[str] = []
    at, longest = 0, _longest_from()
    while at < len(letters):
        for length in range(min(longest.get(letters[at], 1), len(letters) - at), 1, -1):
            phrase = PHRASES_DICT.get(letters[at : at + length])
            if phrase is not None and len(phrase) == length:
                spoken += [_without_tone(choices[0]) for choices in phrase]
                at += length
                break
        else:
            spoken.append(_sign_reading(letters[at]))
            at += 1
    return tuple(spoken)


@functools.cache
def _longest_from() -> dict[str, int]:
    """How long the longest phrase is that begins with a sign; most signs begin short ones only."""
    longest: dict[str, int] = {}
    for phrase in PHRASES_DICT:
        longest[phrase[0]] = max(longest.get(phrase[0], 1), min(len(phrase), LONGEST_PHRASE))
    return longest


@functools.lru_cache(maxsize=20_000)
def _sign_reading(char: str) -> str:
    """The most frequent reading of one sign by itself; other letters stand for themselves."""
    if char in SECOND_READINGS:
        return SECOND_READINGS[char][0]
    known: str = PINYIN_DICT.get(ord(char), "")
    return _without_tone(known.partition(",")[0]) if known else char


@functools.lru_cache(maxsize=5_000)
def _without_tone(syllable: str) -> str:
    """A syllable as it is typed: `chóng` is chong, `lǜ` is lv."""
    apart = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(char for char in apart if char.isascii() and char.isalpha())
