"""Opening a backup into a plain file; used after writing, to restore, and to drill."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.services.backup.container import BackupAltered, read_chunks, read_header
from app.services.backup.contents import Contents
from app.services.backup.files import create_private, flush
from app.services.backup.header import Header
from app.services.backup.key import RecoveryKey
from app.services.backup.watch import Step, Watch
from app.values.errors import QT_TRANSLATE_NOOP, UserError

FLUSH_EVERY_CHUNKS = 8


class BackupUnreadable(UserError):
    """The stick, the share or the rights."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The backup {file} cannot be read ({reason}). Nothing was changed. "
        "Check that it is there, the stick, and the rights of the file.",
    )


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A backup that was opened to its end: every byte is as it was sealed."""

    header: Header
    contents: Contents


def header_of(file: Path) -> Header:
    """What a backup says of itself.

    Raises:
        BackupUnreadable, NotABackup, NewerBackup, BackupCut, BackupAltered
    """
    with _reading(file) as source:
        return read_header(source, file.name)


def prove_header(file: Path, key: RecoveryKey) -> Header:
    """The same, proven by opening the first chunk.

    Raises:
        BackupUnreadable, NotABackup, NewerBackup, BackupCut, BackupAltered, WrongKey
    """
    with _reading(file) as source:
        header = read_header(source, file.name)
        next(read_chunks(source, header, key, file.name))
    return header


def unpack(file: Path, key: RecoveryKey, target: Path, watch: Watch) -> Unpacked:
    """Open a backup into `target`, which must not be there yet. On an error `target` is worth nothing.

    Raises:
        BackupUnreadable, NotABackup, NewerBackup, BackupCut, BackupAltered, WrongKey, Stopped
        OSError: `target` cannot be written.
    """
    with _reading(file) as source:
        header = read_header(source, file.name)
        chunks = read_chunks(source, header, key, file.name)
        try:
            contents = Contents.from_bytes(next(chunks))
        except ValueError as problem:
            raise BackupAltered(file=file.name) from problem
        with create_private(target) as sink:
            written = _write(sink, chunks, header, watch)
    if written != header.size_bytes:
        raise BackupAltered(file=file.name)
    return Unpacked(header, contents)


def _write(sink: BinaryIO, chunks: Iterator[bytes], header: Header, watch: Watch) -> int:
    written = 0
    for number, chunk in enumerate(chunks, 1):
        sink.write(chunk)
        written += len(chunk)
        if number % FLUSH_EVERY_CHUNKS == 0:
            flush(sink)
        watch.at(Step.OPEN, written, header.size_bytes)
    flush(sink)
    return written


class _Told:
    """A file to read from, whose troubles are told as the backup's and not as those of where it is unpacked."""

    def __init__(self, file: Path, source: BinaryIO) -> None:
        self._file, self._source = file, source

    def read(self, size: int) -> bytes:
        """The next bytes.

        Raises:
            BackupUnreadable
        """
        try:
            return self._source.read(size)
        except OSError as problem:
            raise _unreadable(self._file, problem) from problem


@contextlib.contextmanager
def _reading(file: Path) -> Iterator[_Told]:
    try:
        source = file.open("rb")
    except OSError as problem:
        raise _unreadable(file, problem) from problem
    with source:
        yield _Told(file, source)


def _unreadable(file: Path, problem: OSError) -> BackupUnreadable:
    return BackupUnreadable(file=file, reason=problem.strerror or type(problem).__name__)
