"""A printer of sockets: a real TCP server on this machine that behaves well, or badly in one certain way."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from types import TracebackType

READY = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
PATIENT_S = 20.0
"""Nothing here takes so long; it only keeps a failing test from hanging."""

Behaviour = Callable[["LoopbackPrinter", socket.socket], None]


class LoopbackPrinter:
    """Listens on a free port and serves one connection after the other with `behave`.

    Attributes:
        printed: Bytes of every connection that are not status queries.
        connections: How many there were.
    """

    def __init__(self, behave: Behaviour, *, small_window: bool = False) -> None:
        self.behave = behave
        self.printed: list[bytes] = []
        self.connections = 0
        self.finished = threading.Event()
        self._closing = threading.Event()
        self._listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if small_window:
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> LoopbackPrinter:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        # Wake the accept: closing a listener does not, on Linux.
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            pass
        self._thread.join(PATIENT_S)
        self._listener.close()
        assert not self._thread.is_alive()

    def wait_until_closed(self) -> None:
        """For a behaviour that does nothing until the test is over."""
        self._closing.wait(PATIENT_S)

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                if self._closing.is_set():
                    return
                self.connections += 1
                connection.settimeout(PATIENT_S)
                with contextlib.suppress(OSError):
                    self.behave(self, connection)
            self.finished.set()


def reset(connection: socket.socket) -> None:
    """Die: RST instead of a goodbye."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def prints(printer: LoopbackPrinter, connection: socket.socket) -> None:
    """Takes everything until the other side is done."""
    job = b""
    while piece := connection.recv(65536):
        job += piece
    printer.printed.append(job)


def stalls(printer: LoopbackPrinter, connection: socket.socket) -> None:
    """Accepts the connection and never reads."""
    printer.wait_until_closed()


def dies_after(count: int) -> Behaviour:
    """Takes `count` bytes, then resets the connection."""

    def behave(printer: LoopbackPrinter, connection: socket.socket) -> None:
        job = b""
        while len(job) < count:
            job += connection.recv(count - len(job))
        printer.printed.append(job)
        reset(connection)

    return behave


def answers(status: dict[int, int], *, marker: bytes = b"", noise: bytes = b"") -> Behaviour:
    """Answers DLE EOT n with `status[n]`, says `noise` unasked first, and `marker` behind GS r 1; prints the rest."""

    def behave(printer: LoopbackPrinter, connection: socket.socket) -> None:
        connection.sendall(noise)
        job = b""
        at = len(printer.printed)
        printer.printed.append(b"")
        while piece := connection.recv(65536):
            job += piece
            while (found := job.find(b"\x10\x04")) >= 0 and len(job) > found + 2:
                what, job = job[found + 2], job[:found] + job[found + 3 :]
                if what in status:
                    connection.sendall(bytes((status[what],)))
            if marker and job.endswith(b"\x1dr\x01"):
                connection.sendall(marker)
            printer.printed[at] = job

    return behave


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
