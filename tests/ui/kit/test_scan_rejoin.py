"""Scans that were broken by a pause: whole again, and what a person typed stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.kit.scan_core import Replay, Scan, ScanCore, ScanSettings
from app.ui.kit.scan_rejoin import OF_A_NUMBER
from app.values.barcode import check_digit, has_check_digit, make_scale_label

PAUSES = st.integers(0, 500)
RETAIL = "6901234567892"


def with_digit(body: str) -> str:
    return body + str(check_digit(body))


def gtins(*lengths: int) -> st.SearchStrategy[str]:
    bodies = [st.text("0123456789", min_size=length - 1, max_size=length - 1) for length in lengths]
    return st.one_of(bodies).map(with_digit)


GTINS = gtins(8, 12, 13, 14)
OWN_CODES = st.text("0123456789ABC", min_size=4, max_size=12)


def sell(keys: list[tuple[str, int]], core: ScanCore | None = None) -> tuple[list[str], str]:
    """What was read and what stands in the field, with the filter's part played: fragments are taken back."""
    core, at_ms = core or ScanCore(), 10_000
    codes: list[str] = []
    field = ""

    def apply(decided: tuple[Replay | Scan, ...]) -> None:
        nonlocal field
        for decision in decided:
            if isinstance(decision, Replay):
                field += "".join(keys[token][0] for token in decision.tokens)
            elif decision.before and field.endswith(decision.before):
                if decision.needs_start and field[: -len(decision.before)][-1:] in OF_A_NUMBER:
                    codes.append(decision.text)
                    continue
                field = field[: -len(decision.before)]
                codes.append(decision.whole)
            elif decision.text:
                codes.append(decision.text)

    for token, (text, gap_ms) in enumerate(keys):
        if core.is_holding and gap_ms > core.wait_ms:  # the timer of the filter
            apply(core.expire())
        at_ms += gap_ms
        apply(core.settle(at_ms))
        if core.wants(text, at_ms):
            apply(core.feed(text, at_ms, token))
        else:
            apply((*core.expire(), Replay((token,))))
            core.forget()
    apply(core.expire())
    return codes, field


def burst(text: str, gap_ms: int = 2, first_ms: int = 2) -> list[tuple[str, int]]:
    return [(char, gap_ms if at else first_ms) for at, char in enumerate(text)]


def hand(text: str, gap_ms: int = 120) -> list[tuple[str, int]]:
    return [(char, gap_ms) for char in text]


def cut(code: str, at: int, pause_ms: int, gap_ms: int = 2) -> list[tuple[str, int]]:
    at %= len(code)
    sent = code + "\r"
    return [*burst(sent[: at + 1], gap_ms), *burst(sent[at + 1 :], gap_ms, pause_ms)]


@given(GTINS, st.integers(0, 40), PAUSES, st.integers(0, 20))
def test_a_scan_cut_anywhere_is_one_scan_and_nothing_is_left(code: str, at: int, pause_ms: int, gap_ms: int) -> None:
    assert sell(cut(code, at, pause_ms, gap_ms)) == ([code], "")


@given(st.lists(st.tuples(GTINS, st.integers(0, 40), PAUSES), min_size=2, max_size=8))
def test_cut_scans_in_a_row_are_all_whole(scans: list[tuple[str, int, int]]) -> None:
    keys = [key for code, at, pause_ms in scans for key in [(code[0], 700), *cut(code, at, pause_ms)[1:]]]

    assert sell(keys) == ([code for code, _at, _pause in scans], "")


@given(st.lists(st.one_of(GTINS, OWN_CODES), min_size=2, max_size=6), st.integers(130, 500), st.integers(0, 20))
def test_whole_scans_in_quick_succession_stay_as_many(codes: list[str], pause_ms: int, gap_ms: int) -> None:
    keys = [key for code in codes for key in burst(code + "\r", gap_ms, pause_ms)]

    assert sell(keys) == (codes, "")


@given(
    st.text("0123456789.*", min_size=1, max_size=6).filter(lambda text: text != "0" and not text.endswith("*0")),
    st.integers(60, 400),
    gtins(8, 13),
    st.integers(121, 900),
)
def test_what_a_hand_typed_before_a_scan_stays_typed(typed: str, pace_ms: int, code: str, pause_ms: int) -> None:
    assert sell([*hand(typed, pace_ms), *burst(code + "\r", 2, pause_ms)]) == ([code], typed)


@given(st.text("0123456789", min_size=1, max_size=20), st.integers(121, 900))
def test_slow_typing_is_untouched(typed: str, pace_ms: int) -> None:
    assert sell(hand(typed, pace_ms)) == ([], typed)


def test_the_scan_that_was_lost_on_a_busy_machine() -> None:
    assert sell(cut("0410000079195", 4, 300)) == (["0410000079195"], "")


def test_a_scan_with_two_pauses_is_one() -> None:
    keys = [*burst("04"), *burst("10000", 2, 200), *burst("079195\r", 2, 300)]

    assert sell(keys) == (["0410000079195"], "")


def test_a_scan_with_three_pauses_is_one() -> None:
    keys = [*burst("04"), *burst("100", 2, 200), *burst("0007", 2, 300), *burst("9195\r", 2, 400)]

    assert sell(keys) == (["0410000079195"], "")


def test_a_rest_that_stutters_still_joins() -> None:
    assert sell([*burst("0470000554"), *burst("33", 2, 197), *burst("7\r", 31, 39)]) == (["0470000554337"], "")


def test_a_quantity_typed_before_a_broken_scan_stays() -> None:
    keys = [*hand("6*", 200), *burst("041", 2, 300), *burst("0000079195\r", 2, 300)]

    assert sell(keys) == (["0410000079195"], "6*")


def test_an_amount_typed_before_a_scan_of_the_shops_own_code_is_not_eaten() -> None:
    # The last digit of the amount would make the shop's own code an article number.
    own = next(f"12345678901{last}" for last in range(10) if has_check_digit(f"512345678901{last}"))
    keys = [*hand("125"), *burst(own + "\r", 2, 200)]

    assert sell(keys) == ([own], "125")


def test_a_pause_longer_than_the_limit_joins_nothing() -> None:
    codes, field = sell(cut("0410000079195", 4, 700))

    assert (codes, field) == (["00079195"], "04100")


@pytest.mark.parametrize("at", range(1, 12))
def test_a_scale_label_with_a_wrong_digit_is_joined(at: int) -> None:
    label = make_scale_label("00112", 809)
    label = label[:-1] + str((int(label[-1]) + 1) % 10)

    assert sell(cut(label, at, 300)) == ([label], "")


def test_the_shops_own_code_is_joined_when_its_first_part_was_no_hand() -> None:
    assert sell(cut("AB12345678", 4, 200)) == (["AB12345678"], "")


def test_a_broken_code_before_a_real_article_number_is_not_mixed_into_it() -> None:
    assert sell([*burst("1234"), *burst(RETAIL + "\r", 2, 200)]) == ([RETAIL], "1234")


def test_the_rest_after_eight_digits_still_joins() -> None:
    assert sell([*burst("69012345"), *burst("67892\r", 2, 400)]) == ([RETAIL], "")


def test_a_scanner_without_an_end_is_not_kept_waiting_twice() -> None:
    core = ScanCore()
    for token, char in enumerate(RETAIL):
        core.feed(char, 1_000, token)
    first_ms = core.wait_ms
    core.expire()
    for token, char in enumerate(RETAIL):
        core.feed(char, 3_000, token)

    assert (first_ms, core.wait_ms) == (500, 120)


@given(st.lists(gtins(13), min_size=2, max_size=6), st.integers(125, 600))
def test_article_numbers_without_an_end_at_three_a_second_stay_apart(codes: list[str], pause_ms: int) -> None:
    keys = [key for code in codes for key in burst(code, 2, pause_ms)]

    assert sell(keys) == (codes, "")


def test_a_person_who_types_after_a_scan_without_end_gets_the_digit() -> None:
    assert sell([*burst(RETAIL), ("5", 300), ("0", 120)]) == ([RETAIL], "50")


@pytest.mark.parametrize("at", range(13))
def test_a_programmed_prefix_joins_too(at: int) -> None:
    core = ScanCore(ScanSettings(prefix="~"))

    assert sell(cut("~" + RETAIL, at, 300), core) == ([RETAIL], "")


def test_a_key_that_is_no_character_ends_the_fragment() -> None:
    core = ScanCore()
    for token, char in enumerate("04100"):
        core.feed(char, 1_000 + token, token)
    core.expire()
    core.forget()
    decided: tuple[Replay | Scan, ...] = ()
    for token, char in enumerate("00079195\r"):
        decided += core.feed(char, 1_200 + token, 10 + token)

    assert [item.before for item in decided if isinstance(item, Scan)] == [""]


def test_a_broken_scan_right_behind_one_without_end_is_whole() -> None:
    keys = [*burst(RETAIL), *burst("04100000", 2, 200), *burst("79195\r", 2, 300)]

    assert sell(keys) == ([RETAIL, "0410000079195"], "")
