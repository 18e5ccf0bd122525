"""Which page of the manual is about which screen. Plain Python; the files lie in docs/manual."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol, runtime_checkable

FOLDER: Final = Path(__file__).resolve().parents[4] / "docs" / "manual"
"""In the tree and in the bundle alike."""
INDEX: Final = "index"
_ALONE: Final[Mapping[str, str]] = MappingProxyType(
    {"sign_in": "sign_in", "recover": "sign_in", "first_run": "first_run", "open_shift": "drawer_shift"}
)
_SALE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": "sale",
        "cash": "drawer_shift",
        "close_shift": "drawer_shift",
        "done": "paying",
        "grant": "grant",
        "held": "hold",
        "keys": "sale",
        "member": "members",
        "paper": "receipts",
        "payment": "paying",
        "pin": "drawer_shift",
        "quick": "quick_keys",
        "refund": "refund",
        "search": "sale",
        "till": "drawer_shift",
        "unsure": "receipts",
        "value": "price_weight",
    }
)
_OFFICE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": "home",
        "backup": "backup",
        "devices": "devices",
        "expiring": "stock",
        "goods": "goods",
        "home": "home",
        "imports": "import",
        "labels": "labels",
        "log": "log",
        "on_hand": "stock",
        "people": "people",
        "quick_keys": "quick_keys",
        "receiving": "receiving",
        "sales": "sales",
        "set_up": "first_run",
        "settings": "settings",
        "shifts": "sales",
        "stock_count": "stock_take",
        "stock_waste": "stock",
        "suppliers": "receiving",
    }
)
_SCREENS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({"sale": _SALE, "office": _OFFICE})


@runtime_checkable
class HasHelpPart(Protocol):
    """A page of the window that consists of parts with pages of the manual of their own."""

    def help_part(self) -> str:
        """Which part is in front: the panel's name, the office page's key."""
        ...


def page_for(screen: str, part: str = "") -> str:
    """The page of the manual about what is in front; the index where nothing is written about it."""
    if screen in _SCREENS:
        return _SCREENS[screen].get(part, INDEX)
    return _ALONE.get(screen, INDEX)


def language_folder(language: str) -> str:
    """`zh` or `en`, of the language of the screens."""
    return "zh" if language.startswith("zh") else "en"


def page_file(name: str, language: str, folder: Path = FOLDER) -> Path:
    """The file of a page in the language of the screens."""
    return folder / language_folder(language) / f"{name}.md"


def page_name(file: Path, folder: Path = FOLDER) -> str | None:
    """The page that a file is; None for anything that is no page of the manual."""
    whole = file.resolve()
    is_page = whole.suffix == ".md" and whole.is_relative_to(folder.resolve()) and whole.is_file()
    return whole.stem if is_page else None
