"""Colours, sizes and the style sheet: one palette as data, every contrast tested."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.fonts import app_font

_SHEET: Final = Path(__file__).resolve().parents[3] / "resources" / "qss" / "shuke.qss"


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
    """Pixels, for eyes at 80 cm and fingers on glass."""

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
    return Template(_SHEET.read_text(encoding="utf-8")).substitute(asdict(theme), **sizes)


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
