"""A backup file: a header that anybody can read, then sealed chunks in an order that cannot be changed.

STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance,
CRYPTO 2015): AES-256-GCM under a key of this file alone, the nonce being the chunk's number and whether it is the last
one. So a cut, doubled, swapped or foreign chunk does not open, nor does anything under a changed header.
"""

from __future__ import annotations

import hashlib
import secrets
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.services.backup.header import FORMAT_VERSION, MAGIC, Header, header_bytes, header_from_bytes
from app.services.backup.key import RecoveryKey
from app.values.errors import QT_TRANSLATE_NOOP, UserError

CHUNK_BYTES = 1024 * 1024
SALT_BYTES = 32
TAG_BYTES = 16
MOST_SEALED_BYTES = CHUNK_BYTES + CHUNK_BYTES // 512 + 64 + TAG_BYTES
"""What one chunk can grow to when it cannot be compressed."""
LONGEST_HEADER_BYTES = 64 * 1024
MOST_CHUNKS = 2**40
_LEVEL = 1
_PURPOSE = b"shuke backup chunks"


class Source(Protocol):
    """Where sealed bytes come from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes; fewer only at the end."""
        ...


class NotABackup(UserError):
    """Another kind of file."""

    text = QT_TRANSLATE_NOOP("errors", "{file} is not a backup of Shuke. Nothing was changed. Choose another file.")


class NewerBackup(UserError):
    """A later version of Shuke wrote it."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup {file} was written by a newer version of Shuke. Nothing was changed. Please update the program.",
    )


class BackupCut(UserError):
    """The end is missing."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup {file} is not complete: its end is missing. Nothing was changed. "
        "Copy it again from where it came, or take another backup.",
    )


class BackupAltered(UserError):
    """A chunk does not open with the right key."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup {file} is damaged or was changed after it was made. Nothing was changed here. Take another backup.",
    )


class WrongKey(UserError):
    """It was sealed with another key."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "This recovery key does not open the backup {file}: it was made with the key {needed}, this is {given}. "
        "Nothing was changed. Look for the paper with that number.",
    )


def new_salt() -> bytes:
    """What makes the key of one file; never used twice."""
    return secrets.token_bytes(SALT_BYTES)


def write_container(sink: BinaryIO, header: Header, key: RecoveryKey, chunks: Iterable[bytes]) -> None:
    """Seal chunks of at most CHUNK_BYTES each.

    Raises:
        OSError: the sink did not take it.
    """
    head = header_bytes(header)
    sink.write(head)
    cipher, bound = _cipher(header, key), hashlib.sha256(head).digest()
    for number, (chunk, is_last) in enumerate(_with_last(chunks)):
        if len(chunk) > CHUNK_BYTES:
            raise ValueError("a chunk is too long")
        sealed = cipher.encrypt(_nonce(number, is_last), zlib.compress(chunk, _LEVEL), bound)
        sink.write(len(sealed).to_bytes(4))
        sink.write(sealed)


def read_header(source: Source, name: str) -> Header:
    """The header, which says what the file claims to be; only opening its chunks proves it.

    Raises:
        NotABackup, NewerBackup, BackupCut, BackupAltered
    """
    start = source.read(len(MAGIC) + 6)
    if start[: len(MAGIC)] != MAGIC:
        raise NotABackup(file=name)
    if len(start) < len(MAGIC) + 6:
        raise BackupCut(file=name)
    if int.from_bytes(start[len(MAGIC) : len(MAGIC) + 2]) != FORMAT_VERSION:
        raise NewerBackup(file=name)
    length = int.from_bytes(start[len(MAGIC) + 2 :])
    if length > LONGEST_HEADER_BYTES:
        raise BackupAltered(file=name)
    words = source.read(length)
    if len(words) < length:
        raise BackupCut(file=name)
    try:
        header = header_from_bytes(words)
    except ValueError as problem:
        raise BackupAltered(file=name) from problem
    # One way of writing only: what is bound to the chunks is then what was read.
    if header_bytes(header) != start + words:
        raise BackupAltered(file=name)
    return header


def read_chunks(source: Source, header: Header, key: RecoveryKey, name: str) -> Iterator[bytes]:
    """The chunks behind a header that was just read, each proven before it is given.

    What came before the error is true but not whole: nothing may be used until the iteration has ended.

    Raises:
        WrongKey, BackupCut, BackupAltered
    """
    if key.key_id != header.key_id:
        raise WrongKey(file=name, needed=header.key_id, given=key.key_id)
    cipher, bound = _cipher(header, key), hashlib.sha256(header_bytes(header)).digest()
    for number in range(MOST_CHUNKS):
        sealed = _sealed(source, name)
        plain, is_last = _open(cipher, number, sealed, bound, name)
        yield _inflate(plain, name)
        if is_last:
            if source.read(1):
                raise BackupAltered(file=name)
            return


def _with_last(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each chunk, and whether it is the last; nothing at all is one empty chunk."""
    waiting: bytes | None = None
    for chunk in chunks:
        if waiting is not None:
            yield waiting, False
        waiting = chunk
    yield waiting or b"", True


def _cipher(header: Header, key: RecoveryKey) -> AESGCM:
    return AESGCM(key.derive(_PURPOSE, salt=header.salt))


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11) + bytes((is_last,))


def _sealed(source: Source, name: str) -> bytes:
    size = source.read(4)
    if len(size) < 4:
        raise BackupCut(file=name)
    length = int.from_bytes(size)
    if not TAG_BYTES <= length <= MOST_SEALED_BYTES:
        raise BackupAltered(file=name)
    sealed = source.read(length)
    if len(sealed) < length:
        raise BackupCut(file=name)
    return sealed


def _open(cipher: AESGCM, number: int, sealed: bytes, bound: bytes, name: str) -> tuple[bytes, bool]:
    for is_last in (False, True):
        try:
            return cipher.decrypt(_nonce(number, is_last), sealed, bound), is_last
        except InvalidTag:
            continue
    raise BackupAltered(file=name)


def _inflate(packed: bytes, name: str) -> bytes:
    """What a chunk holds; sealed by the key's owner, and still never more than a chunk."""
    inflating = zlib.decompressobj()
    try:
        chunk = inflating.decompress(packed, CHUNK_BYTES + 1)
    except zlib.error as problem:
        raise BackupAltered(file=name) from problem
    if len(chunk) > CHUNK_BYTES or not inflating.eof or inflating.unused_data:
        raise BackupAltered(file=name)
    return chunk
