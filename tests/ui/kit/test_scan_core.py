"""Scan or person: laws that hold for every sequence of keys, and the cases that tills get wrong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.kit.scan_core import Decision, Replay, Scan, ScanCore, ScanSettings

KEYS = st.sampled_from("0123456789ABz*+- \r\t\x1d~")
GAPS = st.sampled_from([0, 1, 2, 8, 20, 34, 35, 36, 40, 60, 119, 120, 121, 300, 700])
PREFIXES = st.sampled_from(["", "~", "\x02", "~A"])


def feed_all(core: ScanCore, keys: list[tuple[str, int]]) -> list[Decision]:
    """Press keys as the filter does: unwanted ones pass by at once, behind whatever was held."""
    decided: list[Decision] = []
    at_ms = 1_000
    for token, (text, gap_ms) in enumerate(keys):
        at_ms += gap_ms
        decided += core.settle(at_ms)
        if core.wants(text, at_ms):
            decided += core.feed(text, at_ms, token)
        else:
            decided += [*core.expire(), Replay((token,))]
    return [*decided, *core.expire()]


def burst(text: str, gap_ms: int = 2) -> list[tuple[str, int]]:
    return [(char, gap_ms) for char in text]


def outcome(keys: list[tuple[str, int]], settings: ScanSettings | None = None) -> list[str]:
    """`typed:...` and `scan:...` in order; neighbouring typed keys are joined."""
    texts = [text for text, _gap in keys]
    found: list[str] = []
    for decision in feed_all(ScanCore(settings or ScanSettings()), keys):
        if isinstance(decision, Scan):
            found += [f"scan:{decision.text}"] if decision.text else []
            continue
        typed = "".join(texts[token] for token in decision.tokens)
        if found and found[-1].startswith("typed:"):
            found[-1] += typed
        else:
            found.append(f"typed:{typed}")
    return found


@given(st.lists(st.tuples(KEYS, GAPS), max_size=60), PREFIXES)
def test_every_key_ends_exactly_once_and_in_order(keys: list[tuple[str, int]], prefix: str) -> None:
    decided = feed_all(ScanCore(ScanSettings(prefix=prefix)), keys)

    assert [token for decision in decided for token in decision.tokens] == list(range(len(keys)))


@given(st.lists(st.tuples(KEYS, st.integers(121, 900)), max_size=40))
def test_a_person_who_types_slowly_is_never_a_scanner(keys: list[tuple[str, int]]) -> None:
    assert all(isinstance(decision, Replay) for decision in feed_all(ScanCore(), keys))


@given(st.text("0123456789ABCDEF-", min_size=4, max_size=40), st.integers(0, 35), st.sampled_from("\r\t"))
def test_a_burst_with_an_end_is_one_scan(code: str, gap_ms: int, end: str) -> None:
    scans = [item for item in outcome([*burst(code, gap_ms), (end, gap_ms)]) if item.startswith("scan:")]

    assert len(scans) == 1
    assert code.endswith(scans[0].removeprefix("scan:"))


@given(st.lists(st.text("0123456789", min_size=13, max_size=13), min_size=2, max_size=12), st.integers(0, 20))
def test_scans_in_a_row_are_all_taken_in_order(codes: list[str], gap_ms: int) -> None:
    keys = [key for code in codes for key in [("9", 333), *burst(code[1:] + "\r", gap_ms)]]
    wanted = ["scan:9" + code[1:] for code in codes]

    assert outcome(keys) == wanted


@given(st.text("0123456789", min_size=4, max_size=20), st.integers(0, 35))
def test_a_programmed_prefix_splits_typed_from_scanned(code: str, gap_ms: int) -> None:
    keys = [*burst("6*", gap_ms), *burst("~" + code + "\r", gap_ms)]

    assert outcome(keys, ScanSettings(prefix="~")) == ["typed:6*", f"scan:{code}"]


def test_three_fast_keys_and_enter_are_typed() -> None:
    assert outcome(burst("123\r", 20)) == ["typed:123\r"]


def test_typing_then_enter_is_untouched() -> None:
    assert outcome([("1", 90), ("0", 90), ("0", 90), ("\r", 90)]) == ["typed:100\r"]


def test_enter_that_comes_late_still_ends_the_scan() -> None:
    assert outcome([*burst("6901234567892"), ("\r", 110)]) == ["scan:6901234567892"]


def test_a_long_burst_without_enter_is_a_scan_and_its_very_late_enter_is_dropped() -> None:
    assert outcome([*burst("6901234567892"), ("\r", 400)]) == ["scan:6901234567892"]


def test_a_persons_enter_after_a_scan_without_end_is_kept() -> None:
    keys = [*burst("6901234567892"), ("\r", 700)]

    assert outcome(keys) == ["scan:6901234567892", "typed:\r"]


def test_an_enter_after_a_whole_scan_is_a_persons() -> None:
    keys = [*burst("6901234567892\r"), ("\r", 200)]

    assert outcome(keys) == ["scan:6901234567892", "typed:\r"]


def test_a_scanner_that_ends_with_two_enters_presses_nothing() -> None:
    assert outcome(burst("6901234567892\r\r")) == ["scan:6901234567892"]


def test_a_short_pause_inside_a_scan_does_not_cut_it() -> None:
    keys = [*burst("69012"), ("3", 90), *burst("4567892\r")]

    assert outcome(keys) == ["scan:6901234567892"]


def test_a_key_pressed_just_before_the_trigger_is_typed() -> None:
    keys = [("5", 500), ("6", 30), *burst("901234567892\r")]

    assert outcome(keys) == ["typed:5", "scan:6901234567892"]


def test_a_code_of_its_own_with_an_article_number_inside_stays_whole() -> None:
    assert outcome(burst("56901234567892\r")) == ["scan:56901234567892"]


def test_separators_of_gs1_belong_to_the_scan() -> None:
    assert outcome(burst("0106901234567892\x1d10AB\r")) == ["scan:0106901234567892\x1d10AB"]


def test_a_separator_alone_is_somebodys_shortcut() -> None:
    core = ScanCore()

    assert not core.wants("\x1d", 1_000)


def test_a_suffix_ends_a_scan_without_enter() -> None:
    settings = ScanSettings(suffix="#")

    assert outcome(burst("1234#"), settings) == ["scan:1234"]


def test_a_lone_key_is_held_for_forty_milliseconds_at_most() -> None:
    core = ScanCore()
    core.feed("5", 1_000, 0)

    assert core.wait_ms == 40


def test_an_endless_burst_is_let_go() -> None:
    keys = burst("7" * 1_500)

    assert sum(len(item.split(":")[1]) for item in outcome(keys)) == 1_500
