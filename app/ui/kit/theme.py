"""Colours, sizes and the style sheet: one palette as data, every contrast tested."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.fonts import app_font

_RESOURCES: Final = Path(__file__).resolve().parents[3] / "resources"
_SHEET: Final = _RESOURCES / "qss" / "shuke.qss"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they mean. Text colours reach 4.5:1 on every ground they are used on.

    Attributes:
        ground: Behind everything.
        card: Behind lists, panels and fields.
        text: Words and digits.
        muted: Second words: headings of columns, hints.
        line: Borders that only divide.
        edge: Borders of things that can be pressed or filled in (3:1).
        accent: The one thing to do next; focus.
        on_accent: Words on `accent`.
        chosen: Behind the selected row.
        good: Saved, connected, in balance.
        careful: Behind what should be said or looked at.
        careful_edge: Border of it.
        careful_text: Words on it.
        problem: Words about what went wrong.
        problem_ground: Behind them.
        problem_edge: Border of them.
    """

    name: str
    ground: str
    card: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_down: str
    on_accent: str
    chosen: str
    pressed: str
    good: str
    good_ground: str
    careful: str
    careful_edge: str
    careful_text: str
    problem: str
    problem_ground: str
    problem_edge: str
    problem_down: str
    disabled: str
    disabled_ground: str


LIGHT = Theme(
    name="light",
    ground="#f3f4f6",
    card="#ffffff",
    text="#111827",
    muted="#4b5563",
    line="#d1d5db",
    edge="#858d99",
    accent="#0b5cad",
    accent_down="#084785",
    on_accent="#ffffff",
    chosen="#dbeafa",
    pressed="#e5e7eb",
    good="#17642f",
    good_ground="#e3f3e8",
    careful="#fff4e0",
    careful_edge="#b7791f",
    careful_text="#5f3b04",
    problem="#a61b1b",
    problem_ground="#fdeaea",
    problem_edge="#c53030",
    problem_down="#7f1414",
    disabled="#5f6673",
    disabled_ground="#eceef1",
)
DARK = Theme(
    name="dark",
    ground="#14181f",
    card="#1e242d",
    text="#f3f4f6",
    muted="#b6bec9",
    line="#3a4350",
    edge="#7b8696",
    accent="#7db7f2",
    accent_down="#a6cff7",
    on_accent="#0b1a2b",
    chosen="#24405e",
    pressed="#2c3541",
    good="#7fd69b",
    good_ground="#16301f",
    careful="#3a2d12",
    careful_edge="#c99436",
    careful_text="#f6ddb0",
    problem="#ff9d9d",
    problem_ground="#3d1a1c",
    problem_edge="#e06666",
    problem_down="#ffc2c2",
    disabled="#a3abb8",
    disabled_ground="#262d37",
)


class Sizes:
    """Pixels, for eyes at 80 cm and fingers on glass. `use_scale` changes those of words; figures that are larger
    than twice a word, and what fingers need anyway, stay.
    """

    SMALL = 17
    TEXT = 20
    FIGURE = 26
    LARGE = 32
    TOTAL = 66
    TARGET = 48
    PAY = 68
    GAP = 8
    MARGIN = 14
    MINIMUM_WIDTH = 1024
    MINIMUM_HEIGHT = 768


PERCENTS: Final = (100, 110, 125, 150)
"""How large words can be."""
_WORDS: Final = {"SMALL": Sizes.SMALL, "TEXT": Sizes.TEXT, "FIGURE": Sizes.FIGURE, "LARGE": Sizes.LARGE}
_FINGER: Final = Sizes.TARGET
_LARGEST_SCALED_PX: Final = 32
_FONT_SIZE: Final = re.compile(r"font-size: (\d+)px")
_percent = 100


def use_scale(percent: int) -> None:
    """Let words be larger from the next `apply_theme` on."""
    global _percent
    _percent = percent
    for name, pixels in _WORDS.items():
        setattr(Sizes, name, scaled(pixels))
    # A line of Chinese is almost half as high again as its characters.
    Sizes.TARGET = max(_FINGER, Sizes.TEXT * 3 // 2 + 8)


def scale_in_use() -> int:
    """How large words are, in percent."""
    return _percent


def scaled(pixels: int) -> int:
    """A width made for words of the usual size, for words of the size in use."""
    return (pixels * _percent + 50) // 100


def contrast(first: str, second: str) -> float:
    """WCAG contrast of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def style_sheet(theme: Theme) -> str:
    """The application's style sheet in this theme's colours."""
    sizes = {f"size_{name.lower()}": str(value) for name, value in vars(Sizes).items() if name.isupper()}
    # A style sheet's least height is that of the words; 4 px of padding and 1 px of border stand around them.
    sizes["inner_pay"] = str(Sizes.PAY - 10)
    sizes |= {f"size_{name.lower()}": str(value) for name, value in _WORDS.items()}
    sizes["icons"] = (_RESOURCES / "icons").as_posix()
    sheet = Template(_SHEET.read_text(encoding="utf-8")).substitute(asdict(theme), **sizes)
    return _FONT_SIZE.sub(_scaled_font, sheet) if _percent != 100 else sheet


def _scaled_font(found: re.Match[str]) -> str:
    pixels = int(found[1])
    return f"font-size: {scaled(pixels) if pixels <= _LARGEST_SCALED_PX else pixels}px"


def theme_chosen(choice: str) -> Theme:
    """The theme behind `light`, `dark` or `system`."""
    if choice == "system":
        hints = QGuiApplication.styleHints() if QGuiApplication.instance() is not None else None
        choice = "dark" if hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return DARK if choice == DARK.name else LIGHT


def use_look(application: QApplication, choice: str, percent: int) -> bool:
    """Theme and size of words for every window, if they are not in use already; whether something changed."""
    theme = theme_chosen(choice)
    if current_theme() is theme and percent == _percent and application.styleSheet():
        return False
    use_scale(percent)
    apply_theme(application, theme)
    return True


def apply_theme(application: QApplication, theme: Theme = LIGHT) -> None:
    """Fonts, palette and style sheet for every window."""
    application.setStyle("Fusion")
    application.setFont(app_font(Sizes.TEXT))
    application.setPalette(_palette(theme))
    application.setStyleSheet(style_sheet(theme))
    application.setProperty("theme", theme.name)


def current_theme() -> Theme:
    """The theme in use, for what is painted rather than styled."""
    application = QApplication.instance()
    return DARK if application is not None and application.property("theme") == DARK.name else LIGHT


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is (`pay`, `card`, `muted` ...); the style sheet says how that looks."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.chosen,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return palette
