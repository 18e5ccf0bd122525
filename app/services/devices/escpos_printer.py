"""Printers on the network and behind a device file."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
from dataclasses import dataclass, field
from pathlib import Path

from app.services.devices.descriptor import DescriptorLink
from app.services.devices.links import MARKER, CannotOpen, Link, Patience, look_over, send_over
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import PrinterLook, PrinterState, PrintProblem, SendResult
from app.services.devices.status import Asking

__all__ = ["MARKER", "FilePrinter", "NetworkPrinter", "Patience"]

_LISTENED_BYTES = 4096


@dataclass(frozen=True, slots=True)
class SocketLink:
    """An open TCP connection."""

    connection: socket.socket

    def write(self, piece: memoryview, timeout_s: float) -> int:
        self.connection.settimeout(timeout_s)
        return self.connection.send(piece)

    def read(self, most: int, timeout_s: float) -> bytes:
        self.connection.settimeout(timeout_s)
        try:
            return self.connection.recv(most)
        except BlockingIOError:
            raise TimeoutError("the printer says nothing") from None

    def finish(self, patience: Patience) -> None:
        """Listen just long enough to hear that the printer hung up on us."""
        self.connection.settimeout(patience.settle_s)
        with contextlib.suppress(TimeoutError):
            self.connection.recv(_LISTENED_BYTES, socket.MSG_PEEK)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
        self.connection.close()


@dataclass(frozen=True, slots=True)
class NetworkPrinter:
    """A printer that listens on TCP, usually port 9100."""

    host: str
    port: int = 9100
    profile: PrinterProfile = field(default_factory=PrinterProfile)
    patience: Patience = field(default_factory=Patience)

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"

    def send(self, data: bytes) -> SendResult:
        return send_over(self._open, data, self.profile, self.patience, Asking(self.profile))

    def look(self) -> PrinterLook:
        return look_over(self._open, self.profile, self.patience, Asking(self.profile))

    def status(self) -> PrinterState:
        """Only a printer that answers questions is called: some print a blank page for an empty connection."""
        return self.look().state if self.profile.answers_status else PrinterState.UNKNOWN

    def _open(self) -> Link:
        try:
            return SocketLink(socket.create_connection((self.host, self.port), self.patience.connect_s))
        except UnicodeError as wrong_name:
            raise CannotOpen(PrintProblem.NOT_FOUND, str(wrong_name)) from wrong_name


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """A printer behind a device file, as `/dev/usb/lp0`; the file is never made by printing."""

    path: Path
    profile: PrinterProfile = field(default_factory=PrinterProfile)
    patience: Patience = field(default_factory=Patience)

    @property
    def name(self) -> str:
        return str(self.path)

    def send(self, data: bytes) -> SendResult:
        return send_over(self._open, data, self.profile, self.patience, Asking(self.profile))

    def look(self) -> PrinterLook:
        return look_over(self._open, self.profile, self.patience, Asking(self.profile))

    def status(self) -> PrinterState:
        if self.profile.answers_status:
            return self.look().state
        return PrinterState.UNKNOWN if self.path.exists() else PrinterState.OFFLINE

    def _open(self) -> Link:
        """Open for writing, and for reading too where answers are expected; never wait for the device."""
        is_answering = self.profile.answers_status or self.profile.marker
        mode = self.path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise CannotOpen(PrintProblem.NOT_FOUND, f"{self.path} is a folder")
        flags = os.O_RDWR if is_answering and stat.S_ISCHR(mode) else os.O_WRONLY
        if stat.S_ISREG(mode):
            flags |= os.O_TRUNC
        for wanted in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY"):
            flags |= getattr(os, wanted, 0)
        return DescriptorLink(os.open(self.path, flags), is_readable=bool(flags & os.O_RDWR))
