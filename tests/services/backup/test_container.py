"""The sealed file: whatever is done to it, it opens whole or not at all."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.backup import container
from app.services.backup.container import (
    CHUNK_BYTES,
    BackupAltered,
    BackupCut,
    NewerBackup,
    NotABackup,
    WrongKey,
    new_salt,
    read_chunks,
    read_header,
    write_container,
)
from app.services.backup.header import MAGIC, Header, header_bytes
from app.services.backup.key import RecoveryKey
from app.values.errors import UserError
from app.values.ids import new_id

KEY = RecoveryKey(bytes(range(32)))
OTHER_KEY = RecoveryKey(bytes(range(1, 33)))
CHUNKS = [b"first" * 300, b"second" * 200, b"third" * 100, b"last"]


def a_header(key: RecoveryKey = KEY) -> Header:
    """A header of a shop that is none."""
    at = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
    return Header(new_id(), "熟客便利店", new_id(), "T1", 1, at, "0001", "0", 4, key.key_id, new_salt())


def sealed(chunks: list[bytes], header: Header | None = None, key: RecoveryKey = KEY) -> bytes:
    sink = io.BytesIO()
    write_container(sink, header or a_header(key), key, chunks)
    return sink.getvalue()


def opened(data: bytes, key: RecoveryKey = KEY) -> list[bytes]:
    source = io.BytesIO(data)
    return list(read_chunks(source, read_header(source, "x"), key, "x"))


def taken_apart(data: bytes) -> tuple[bytes, list[bytes]]:
    """What stands before the chunks, and each chunk with its length."""
    at = len(MAGIC) + 6 + int.from_bytes(data[len(MAGIC) + 2 : len(MAGIC) + 6])
    head, parts = data[:at], []
    while at < len(data):
        length = 4 + int.from_bytes(data[at : at + 4])
        parts.append(data[at : at + length])
        at += length
    return head, parts


DATA = sealed(CHUNKS)
HEAD, PARTS = taken_apart(DATA)
OTHER_HEAD, OTHER_PARTS = taken_apart(sealed(CHUNKS))


@given(st.lists(st.binary(max_size=5000), max_size=6))
def test_what_goes_in_comes_out(chunks: list[bytes]) -> None:
    assert opened(sealed(chunks)) == (chunks or [b""])


def test_chunks_of_full_length_and_such_that_cannot_be_compressed() -> None:
    import random

    noise = random.Random(1).randbytes(CHUNK_BYTES)
    assert opened(sealed([bytes(CHUNK_BYTES), noise, noise])) == [bytes(CHUNK_BYTES), noise, noise]
    with pytest.raises(ValueError, match="too long"):
        sealed([bytes(CHUNK_BYTES + 1)])


def test_the_header_is_read_without_a_key_and_nothing_else_is() -> None:
    header = a_header()
    data = sealed(CHUNKS, header)

    assert read_header(io.BytesIO(data), "x") == header
    assert b"first" not in data
    with pytest.raises(WrongKey) as told:
        opened(data, OTHER_KEY)
    assert KEY.key_id in str(told.value)
    assert OTHER_KEY.key_id in str(told.value)


def test_two_files_of_the_same_data_have_nothing_in_common() -> None:
    assert not set(PARTS) & set(OTHER_PARTS)


@given(st.integers(0, len(DATA) - 1))
def test_torn_anywhere(length: int) -> None:
    with pytest.raises((BackupCut, BackupAltered, NotABackup)):
        opened(DATA[:length])


@pytest.mark.parametrize("count", range(len(PARTS)))
def test_torn_between_two_chunks(count: int) -> None:
    with pytest.raises(BackupCut):
        opened(HEAD + b"".join(PARTS[:count]))


@given(st.integers(0, len(DATA) * 8 - 1))
def test_one_bit_flipped_anywhere(bit: int) -> None:
    changed = bytearray(DATA)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(UserError):
        opened(bytes(changed))


@given(st.permutations(range(len(PARTS))))
def test_chunks_in_another_order(order: list[int]) -> None:
    data = HEAD + b"".join(PARTS[at] for at in order)
    if order == sorted(order):
        assert opened(data) == CHUNKS
        return
    with pytest.raises((BackupAltered, BackupCut)):
        opened(data)


@pytest.mark.parametrize("at", range(len(PARTS)))
def test_a_chunk_left_out_doubled_or_of_another_file(at: int) -> None:
    without = PARTS[:at] + PARTS[at + 1 :]
    doubled = [*PARTS[:at], PARTS[at], *PARTS[at:]]
    foreign = [*PARTS[:at], OTHER_PARTS[at], *PARTS[at + 1 :]]
    for parts in (without, doubled, foreign):
        with pytest.raises((BackupAltered, BackupCut)):
            opened(HEAD + b"".join(parts))


def test_chunks_under_the_header_of_another_file() -> None:
    with pytest.raises(BackupAltered):
        opened(OTHER_HEAD + b"".join(PARTS))


@pytest.mark.parametrize("change", [{"epoch": 7}, {"till_code": "T2"}, {"schema": "9999"}, {"size_bytes": 5}])
def test_a_changed_header_does_not_open(change: dict[str, object]) -> None:
    header = replace(read_header(io.BytesIO(DATA), "x"), **change)  # type: ignore[arg-type]
    with pytest.raises(BackupAltered):
        opened(header_bytes(header) + b"".join(PARTS))


def test_bytes_behind_the_end() -> None:
    with pytest.raises(BackupAltered):
        opened(DATA + b"\0")
    with pytest.raises(BackupAltered):
        opened(DATA + b"".join(PARTS))


@given(st.binary(max_size=300))
def test_any_other_file_is_none(data: bytes) -> None:
    with pytest.raises(NotABackup):
        opened(data)
    with pytest.raises(UserError):
        opened(MAGIC + data)


def test_a_file_of_a_later_format_says_so() -> None:
    with pytest.raises(NewerBackup):
        opened(MAGIC + (2).to_bytes(2) + DATA[len(MAGIC) + 2 :])


def test_a_length_that_no_chunk_has_takes_no_memory() -> None:
    with pytest.raises(BackupAltered):
        opened(HEAD + (2**32 - 1).to_bytes(4) + PARTS[0])
    with pytest.raises(BackupAltered):
        opened(MAGIC + DATA[len(MAGIC) : len(MAGIC) + 2] + (2**32 - 1).to_bytes(4))


def test_a_chunk_that_swells_is_refused_even_under_the_right_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "CHUNK_BYTES", CHUNK_BYTES * 4)
    data = sealed([bytes(CHUNK_BYTES * 4)])
    monkeypatch.undo()
    with pytest.raises(BackupAltered):
        opened(data)


@pytest.mark.parametrize("words", [b"{}", b"[]", b"null", b"\xff", b'{"epoch":1}', b"[" * 5000])
def test_a_header_of_noise(words: bytes) -> None:
    with pytest.raises(BackupAltered):
        opened(MAGIC + (1).to_bytes(2) + len(words).to_bytes(4) + words + b"".join(PARTS))
