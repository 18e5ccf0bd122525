"""What a script is made of: a cashier's moves, and what must be true after them."""

from __future__ import annotations

from dataclasses import dataclass, field

Figures = dict[str, str]


@dataclass(frozen=True, slots=True)
class Press:
    """Keys by their portable names, one after the other."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Type:
    """Characters typed by hand."""

    text: str


@dataclass(frozen=True, slots=True)
class Compose:
    """Chinese written with an input method."""

    text: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A code in front of the scanner."""

    code: str


@dataclass(frozen=True, slots=True)
class ScanMember:
    """The QR code of the member with this phone number."""

    phone: str


@dataclass(frozen=True, slots=True)
class Tap:
    """A finger on a button, by its name in `player.BUTTONS`."""

    button: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in both languages.

    Attributes:
        name: Part of the file name.
        caption: Marked English (context `tour`).
        small: One more at 1024 x 768.
    """

    name: str
    caption: str
    small: bool = False


Move = Press | Type | Compose | Scan | ScanMember | Tap | Picture


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be true after a step. None is not looked at. Amounts are yuan, written by hand.

    Attributes:
        page: Which page is in front.
        panel: Which panel is open; empty for none.
        basket: What the open basket comes to, on the screen and in the session.
        items: Pieces in it.
        unknown: Red rows in it.
        keys: Keys the person pressed in this step.
        shows: Words that stand somewhere on the screen, which is in Chinese.
        change: What the card after paying says in huge type.
        receipts: Sales and refunds so far.
        turnover: What they come to.
        drawer: What should lie in the drawer.
        tenders: How the last sale was paid, as `cash 20.00, wechat 51.20`.
        points: Points of members, by phone.
        held: Baskets put aside.
        papers: Papers printed in this step.
        pulses: Times the drawer was opened in this step.
        paper: Words that stand on the last paper of this step.
    """

    page: str | None = None
    panel: str | None = None
    basket: str | None = None
    items: int | None = None
    unknown: int | None = None
    keys: int | None = None
    shows: tuple[str, ...] = ()
    change: str | None = None
    receipts: int | None = None
    turnover: str | None = None
    drawer: str | None = None
    tenders: str | None = None
    points: Figures = field(default_factory=dict)
    held: int | None = None
    papers: int = 0
    pulses: int = 0
    paper: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a cashier does.

    Attributes:
        name: Named when it goes wrong.
    """

    name: str
    moves: tuple[Move, ...]
    expected: Expected


def press(*keys: str) -> Press:
    """Press keys."""
    return Press(keys)


def scans(*codes: str) -> tuple[Scan, ...]:
    """Several codes in a row."""
    return tuple(Scan(code) for code in codes)
