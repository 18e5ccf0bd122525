"""A connection that is an open file: device files and, on everything but Windows, serial lines."""

from __future__ import annotations

import contextlib
import os
import select
from dataclasses import dataclass

from app.services.devices.links import Patience


@dataclass(frozen=True, slots=True)
class DescriptorLink:
    """An open device; Windows cannot tell whether one takes bytes, so there it waits."""

    descriptor: int
    is_readable: bool = True

    def write(self, piece: memoryview, timeout_s: float) -> int:
        if os.name != "nt" and not select.select([], [self.descriptor], [], timeout_s)[1]:
            raise TimeoutError("the device takes nothing")
        try:
            return os.write(self.descriptor, piece)
        except BlockingIOError:
            # A line may be ready for one byte and yet refuse a whole piece.
            raise TimeoutError("the device takes nothing") from None

    def read(self, most: int, timeout_s: float) -> bytes:
        if not self.is_readable or os.name == "nt":
            raise TimeoutError("this device is only written")
        if not select.select([self.descriptor], [], [], timeout_s)[0]:
            raise TimeoutError("the device says nothing")
        try:
            return os.read(self.descriptor, most)
        except BlockingIOError:
            raise TimeoutError("the device says nothing") from None

    def finish(self, patience: Patience) -> None:
        """The driver has them all; it tells nothing more."""

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self.descriptor)
