"""Currency, rounding of cash, taxes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from app.services.staff.money_set_up import CURRENCIES, TAX_PRESETS, MoneyChoice, MoneyState, choose_money, money_state
from app.services.staff.set_up import SetUpKey, settle_step
from app.ui.kit.fields import Choice, FieldKind
from app.ui.kit.record_form import FieldSpec
from app.ui.owner.context import OfficeContext
from app.ui.owner.set_up.step import SetUpStep, bare_form
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError
from app.values.money import Money
from app.values.rates import Rate
from app.values.rounding import CashRounding

COINS = (1, 5, 10, 50, 100)
CURRENCY_NAMES = {
    "CNY": QT_TRANSLATE_NOOP("currencies", "Renminbi"),
    "HKD": QT_TRANSLATE_NOOP("currencies", "Hong Kong dollar"),
    "TWD": QT_TRANSLATE_NOOP("currencies", "Taiwan dollar"),
    "SGD": QT_TRANSLATE_NOOP("currencies", "Singapore dollar"),
    "MYR": QT_TRANSLATE_NOOP("currencies", "Ringgit"),
    "JPY": QT_TRANSLATE_NOOP("currencies", "Yen"),
    "USD": QT_TRANSLATE_NOOP("currencies", "US dollar"),
    "EUR": QT_TRANSLATE_NOOP("currencies", "Euro"),
    "GBP": QT_TRANSLATE_NOOP("currencies", "Pound sterling"),
    "CHF": QT_TRANSLATE_NOOP("currencies", "Swiss franc"),
    "AUD": QT_TRANSLATE_NOOP("currencies", "Australian dollar"),
    "KWD": QT_TRANSLATE_NOOP("currencies", "Kuwaiti dinar"),
}
ROUNDINGS = {
    CashRounding.NEAREST.value: QT_TRANSLATE_NOOP("office", "To the nearest coin"),
    CashRounding.DOWN.value: QT_TRANSLATE_NOOP("office", "Always down, for the customer"),
    CashRounding.UP.value: QT_TRANSLATE_NOOP("office", "Always up"),
}
TAXES = {
    "china": QT_TRANSLATE_NOOP("office", "China: in the price, 13 % and 9 %"),
    "none": QT_TRANSLATE_NOOP("office", "No tax"),
    "europe": QT_TRANSLATE_NOOP("office", "As in Europe: in the price, a full and a reduced rate"),
    "america": QT_TRANSLATE_NOOP("office", "As in America: added to the price"),
}


class MoneyStep(SetUpStep):
    """One form; the currency is locked once something was sold."""

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = bare_form(_SPECS)
        self.body.addWidget(self.form)
        self._state: MoneyState | None = None
        self._is_loading = False
        self._box("currency").currentIndexChanged.connect(self._on_currency_changed)
        self._box("taxes").currentIndexChanged.connect(self._on_taxes_changed)
        self.form.save_requested.connect(self._on_save)
        self.retranslate()

    def load(self) -> None:
        """Show what holds."""
        with self.context.read() as read:
            self._state = money_state(read, self.context.settings())
        state = self._state
        self._is_loading = True
        self._offer()
        rate = Rate(state.main_rate_bp)
        values = {"currency": state.currency, "coin": state.coin, "rounding": state.rounding, "taxes": state.taxes}
        self.form.load({**values, "rate": rate}, is_new=True)
        self.form.editor("currency").setEnabled(not state.is_locked)
        self.form.editor("rate").setEnabled(state.taxes != "none")
        self._is_loading = False
        self.retranslate()

    def keep(self) -> None:
        """Check and store."""
        self.form.save()

    def take_focus(self) -> None:
        """The first field that can be changed."""
        is_locked = self._state is not None and self._state.is_locked
        self.form.editor("coin" if is_locked else "currency").setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Money and tax"))
        text = self.tr(
            "In which money the shop counts, to which coin cash totals are rounded, and whether prices hold the tax. "
            "The currency can be changed until the first sale, never after it."
        )
        if self._state is not None and self._state.is_locked:
            text += "\n" + self.tr("There are sales already: the currency stays as it is.")
        self.why.setText(text)
        if self._state is not None:
            self._offer()

    def _box(self, key: str) -> QComboBox:
        box = self.form.editor(key)
        assert isinstance(box, QComboBox)
        return box

    def _offer(self) -> None:
        """Choices in the language in use; what is chosen stays."""
        assert self._state is not None
        names = {preset.code: f"{preset.code}  {_currency(preset.code)}" for preset in CURRENCIES}
        names.setdefault(self._state.currency, self._state.currency)
        was, self._is_loading = self._is_loading, True
        self.form.set_choices("currency", [Choice(code, name) for code, name in names.items()])
        self.form.set_choices("rounding", [Choice(key, _office(text)) for key, text in ROUNDINGS.items()])
        kept = [] if self._state.taxes else [Choice("", ", ".join(self._state.tax_names))]
        self.form.set_choices("taxes", kept + [Choice(key, _office(text)) for key, text in TAXES.items()])
        self._offer_coins(self._exponent())
        self._is_loading = was

    def _offer_coins(self, exponent: int) -> None:
        amounts = sorted({*COINS, self._state.coin if self._state else 1})
        self.form.set_choices("coin", [Choice(minor, Money(minor).plain(exponent)) for minor in amounts])

    def _exponent(self) -> int:
        assert self._state is not None
        chosen = self.form.values().get("currency")
        known = {preset.code: preset.exponent for preset in CURRENCIES}
        return known.get(str(chosen), self._state.exponent) if chosen else self._state.exponent

    def _on_currency_changed(self, at: int) -> None:
        del at
        if self._is_loading or self._state is None:
            return
        self._offer_coins(self._exponent())
        chosen = self.form.values()["currency"]
        coin = next((preset.coin for preset in CURRENCIES if preset.code == chosen), self._state.coin)
        self.form.set_value("coin", coin)

    def _on_taxes_changed(self, at: int) -> None:
        del at
        if self._is_loading or self._state is None:
            return
        chosen = str(self.form.values()["taxes"] or "")
        is_own = chosen == self._state.taxes or not chosen
        rate = self._state.main_rate_bp if is_own else TAX_PRESETS[chosen]["en"][0].rate_bp
        self.form.set_value("rate", Rate(rate))
        self.form.editor("rate").setEnabled(chosen != "none")

    def _on_save(self, values: dict[str, object]) -> None:
        assert self._state is not None
        currency = next((preset for preset in CURRENCIES if preset.code == values["currency"]), None)
        rate = values["rate"]
        choice = MoneyChoice(
            currency=None if self._state.is_locked else currency,
            coin=int(str(values["coin"])),
            rounding=str(values["rounding"]),
            taxes=str(values["taxes"] or ""),
            main_rate_bp=rate.bp if isinstance(rate, Rate) else None,
        )
        try:
            with self.context.action("money_set_up") as uow:
                choose_money(uow, choice)
                settle_step(uow, SetUpKey.MONEY)
        except ShukeError as problem:
            self.form.show_problem(self.context.words.tell(problem))
            return
        self.load()
        self.kept.emit()


def _rate_problem(value: object) -> str | None:
    if isinstance(value, Rate) and 0 <= value.bp <= 5_000:
        return None
    return QCoreApplication.translate("office", "A tax rate lies between 0 and 50 %.")


_SPECS = (
    FieldSpec(
        "currency",
        QT_TRANSLATE_NOOP("office", "Currency"),
        FieldKind.CHOICE,
        hint=QT_TRANSLATE_NOOP(
            "office", "With it come its decimals, its smallest coin and the notes offered at paying."
        ),
    ),
    FieldSpec(
        "coin",
        QT_TRANSLATE_NOOP("office", "Smallest coin"),
        FieldKind.CHOICE,
        hint=QT_TRANSLATE_NOOP("office", "Cash totals are rounded to it; cards and wallets pay the exact sum."),
    ),
    FieldSpec("rounding", QT_TRANSLATE_NOOP("office", "Rounding of cash"), FieldKind.CHOICE),
    FieldSpec(
        "taxes",
        QT_TRANSLATE_NOOP("office", "Taxes"),
        FieldKind.CHOICE,
        hint=QT_TRANSLATE_NOOP("office", "Each article can carry another one of these later."),
    ),
    FieldSpec(
        "rate",
        QT_TRANSLATE_NOOP("office", "Usual rate"),
        FieldKind.RATE,
        check=_rate_problem,
        hint=QT_TRANSLATE_NOOP("office", "Of goods that come without one. Ask your tax office if you are unsure."),
    ),
)
_office = partial(QCoreApplication.translate, "office")


def _currency(code: str) -> str:
    return QCoreApplication.translate("currencies", CURRENCY_NAMES[code])
