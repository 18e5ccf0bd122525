"""Every word and figure a person reads: languages, money, quantities, times and failures.

The only place of the user interface that formats. Amounts are whole numbers until the last moment and rounded
half up before they are formatted.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from app.values.errors import ShukeError
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.rates import Rate

ENGLISH: Final = "en"
CHINESE: Final = "zh_CN"
LANGUAGES: Final = (ENGLISH, CHINESE)
I18N_FOLDER: Final = Path(__file__).resolve().parents[3] / "resources" / "i18n"
_log = logging.getLogger(__name__)


def round_half_up(number: Decimal, places: int) -> Decimal:
    """`number` with `places` decimals, halves away from zero, whatever the ambient context says."""
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


class Words(QObject):
    """Formats and translates for the screens of one shop.

    Signals:
        language_changed: The language in use is another one. arg: `en` or `zh_CN`.
    """

    language_changed = Signal(str)

    def __init__(
        self,
        *,
        zone: ZoneInfo | None = None,
        sign: str = "¥",
        exponent: int = 2,
        folder: Path = I18N_FOLDER,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._zone = zone or ZoneInfo("Asia/Shanghai")
        self._sign, self._exponent = sign, exponent
        self._folder = folder
        self._language = ENGLISH
        self._translators: list[QTranslator] = []

    # Language

    @property
    def language(self) -> str:
        """`en` or `zh_CN`."""
        return self._language

    def set_language(self, language: str) -> bool:
        """Change the language of every open window. False: no translations were found, texts stay English."""
        wanted = language if language in LANGUAGES else ENGLISH
        self._remove_translators()
        found = wanted == ENGLISH or self._load(wanted)
        QLocale.setDefault(QLocale(wanted))
        changed, self._language = wanted != self._language, wanted
        if changed:
            self.language_changed.emit(wanted)
        return found

    def toggle_language(self) -> None:
        """Chinese to English and back."""
        self.set_language(ENGLISH if self._language == CHINESE else CHINESE)

    def use(self, *, zone: ZoneInfo, sign: str, exponent: int) -> None:
        """Take over the shop's settings."""
        self._zone, self._sign, self._exponent = zone, sign, exponent

    def _load(self, language: str) -> bool:
        places = ((QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_" + language),)
        found = self._install(str(self._folder), "shuke_" + language)
        for folder, name in places:
            self._install(folder, name)
        if not found:
            _log.info("no translations for %s in %s", language, self._folder)
        return found

    def _install(self, folder: str, name: str) -> bool:
        translator = QTranslator(self)
        if not translator.load(name, folder):
            return False
        QCoreApplication.installTranslator(translator)
        self._translators.append(translator)
        return True

    def _remove_translators(self) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()

    # Figures

    def amount(self, money: Money) -> str:
        """`1,115.49`, `-2.00`: for columns of money."""
        return _grouped(Decimal(money.minor).scaleb(-self._exponent), self._exponent)

    def money(self, money: Money, *, plus: bool = False) -> str:
        """`¥1,115.49`, `-¥2.00`; with `plus` also `+¥5.00`."""
        text = self.amount(money)
        sign = "-" if text.startswith("-") else "+" if plus and money else ""
        return f"{sign}{self._sign}{text.lstrip('-')}"

    def price(self, money: Money, by_weight: bool = False) -> str:
        """A unit price: `2.00`, or `11.00/kg` for what is weighed."""
        return self.amount(money) + ("/kg" if by_weight else "")

    def quantity(self, quantity: Quantity, by_weight: bool = False) -> str:
        """`2` pieces, or `0.735 kg`."""
        number = Decimal(quantity.milli).scaleb(-3)
        if by_weight:
            return _grouped(number, 3) + " kg"
        return _grouped(number, 0 if quantity.is_whole else 3)

    def count(self, number: int) -> str:
        """`1,280`."""
        return f"{number:,}"

    def rate(self, rate: Rate) -> str:
        """`13%`, `8.875%` where the basis points need it."""
        text = f"{round_half_up(Decimal(rate.bp).scaleb(-2), 2):f}"
        return text.rstrip("0").rstrip(".") + "%"

    # Times

    def local(self, at: datetime) -> datetime:
        """`at` on the shop's own clock."""
        return at.astimezone(self._zone)

    def date(self, day: date) -> str:
        """`2026-01-05`; a moment is first brought to the shop's zone."""
        return (self.local(day) if isinstance(day, datetime) else day).strftime("%Y-%m-%d")

    def time(self, at: datetime) -> str:
        """`14:05` on the shop's clock."""
        return self.local(at).strftime("%H:%M")

    def moment(self, at: datetime) -> str:
        """`2026-01-05 14:05` on the shop's clock."""
        return self.local(at).strftime("%Y-%m-%d %H:%M")

    # Failures

    def tell(self, problem: ShukeError) -> str:
        """One sentence about a failure, in the language in use, with its figures shown as the screens show them."""
        text = QCoreApplication.translate("errors", problem.text)
        params = self.shown(problem.params)
        for sentence in (text, problem.text):
            try:
                return sentence.format_map(params)
            except (KeyError, ValueError, IndexError):
                _log.warning("the sentence %r does not fit its values %r", sentence, sorted(params))
        return problem.text

    def shown(self, params: Mapping[str, object]) -> dict[str, str]:
        """The values of a sentence as text."""
        return {name: self._show(value) for name, value in params.items()}

    def _show(self, value: object) -> str:
        match value:
            case Money():
                return self.money(value)
            case Quantity():
                return self.quantity(value, by_weight=not value.is_whole)
            case Rate():
                return self.rate(value)
            case datetime():
                return self.moment(value)
            case date():
                return self.date(value)
            case ShukeError():
                return self.tell(value)
            case Enum():
                return QCoreApplication.translate("errors", str(value.value))
            case _:
                return str(value)


def _grouped(number: Decimal, places: int) -> str:
    text = f"{round_half_up(number, places):,f}"
    return text[1:] if text.startswith("-") and not text.strip("-0.,") else text
