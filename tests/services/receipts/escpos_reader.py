"""A small reader of the ESC/POS bytes that we send, so that tests need no other program; knows no other command."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

FIXED = {
    b"\x1b@": 0,
    b"\x1bR": 1,
    b"\x1ba": 1,
    b"\x1bE": 1,
    b"\x1bd": 1,
    b"\x1bp": 3,
    b"\x1c&": 0,
    b"\x1c.": 0,
    b"\x1c!": 1,
    b"\x1d!": 1,
    b"\x1dH": 1,
    b"\x1df": 1,
    b"\x1dh": 1,
    b"\x1dw": 1,
    b"\x1dV": 1,
    b"\x1dr": 1,
}


@dataclass(frozen=True)
class Command:
    """One command with its arguments, or (name empty) plain text bytes."""

    name: bytes
    body: bytes = b""
    image: Image.Image | None = None


def read_commands(data: bytes) -> list[Command]:
    """Take the bytes apart; an unknown or cut command is an AssertionError."""
    commands: list[Command] = []
    at = 0
    while at < len(data):
        name = data[at : at + 2]
        if name in FIXED:
            end = at + 2 + FIXED[name]
            commands.append(Command(name, data[at + 2 : end]))
        elif name == b"\x1dk":
            end = at + 4 + data[at + 3]
            commands.append(Command(name, data[at + 2 : at + 3] + data[at + 4 : end]))
        elif name == b"\x1d(":
            end = at + 5 + int.from_bytes(data[at + 3 : at + 5], "little")
            commands.append(Command(data[at : at + 3], data[at + 5 : end]))
        elif name == b"\x1dv":
            width, height = (int.from_bytes(data[at + n : at + n + 2], "little") for n in (4, 6))
            end = at + 8 + width * height
            dots = bytes(255 - byte for byte in data[at + 8 : end])
            commands.append(Command(name, image=Image.frombytes("1", (width * 8, height), dots)))
        else:
            assert data[at] >= 0x20 or data[at] == 0x0A, f"unknown command {name!r} at {at}"
            end = at + 1
            while end < len(data) and (data[end] >= 0x20 or data[end] == 0x0A):
                end += 1
            commands.append(Command(b"", data[at:end]))
        assert end <= len(data), f"command {name!r} at {at} is cut short"
        at = end
    return commands


def text_of(commands: list[Command]) -> str:
    return b"".join(command.body for command in commands if command.name == b"").decode("gb18030")


def images_of(commands: list[Command]) -> list[Image.Image]:
    return [command.image for command in commands if command.image is not None]
