"""Money as the shop counts it: currency with its smallest coin, rounding of cash, the taxes to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import func, insert, select, update

from app.models.catalogue import Product, TaxClass
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.settings import declared
from app.services.settings.service import Settings, change_setting, has_sales, load_settings
from app.services.staff.founding import CHINESE_TAXES, DEFAULT_TAX, TaxDraft, tax_row
from app.values.errors import QT_TRANSLATE_NOOP, UserError


class TaxInUse(UserError):
    """Goods carry it."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "{count} goods carry the tax “{name}”. Nothing was changed: give them another tax first, or keep these taxes.",
    )


@dataclass(frozen=True, slots=True)
class CurrencyPreset:
    """A currency as shops use it.

    Attributes:
        exponent: Decimals.
        coin: Smallest coin in use, in smallest units: cash totals are rounded to it.
        notes: Banknotes in whole units, as offered when paying.
        largest: The largest of them in whole units.
    """

    code: str
    exponent: int
    coin: int
    notes: str
    largest: int


CURRENCIES = (
    CurrencyPreset("CNY", 2, 10, "10,20,50,100", 100),
    CurrencyPreset("HKD", 2, 10, "20,50,100,500", 1000),
    CurrencyPreset("TWD", 0, 1, "100,500,1000", 2000),
    CurrencyPreset("SGD", 2, 5, "5,10,50,100", 100),
    CurrencyPreset("MYR", 2, 5, "5,10,50,100", 100),
    CurrencyPreset("JPY", 0, 1, "1000,5000,10000", 10_000),
    CurrencyPreset("USD", 2, 1, "5,10,20,100", 100),
    CurrencyPreset("EUR", 2, 1, "5,10,20,50", 200),
    CurrencyPreset("GBP", 2, 1, "5,10,20,50", 50),
    CurrencyPreset("CHF", 2, 5, "10,20,50,100", 200),
    CurrencyPreset("AUD", 2, 5, "5,10,20,50", 100),
    CurrencyPreset("KWD", 3, 5, "1,5,10,20", 20),
)
# Names are the shop's data, so they are written once, in the language it is founded in.
TAX_PRESETS: Mapping[str, Mapping[str, tuple[TaxDraft, ...]]] = {
    "china": CHINESE_TAXES,
    "none": {
        "zh": (TaxDraft("none", "免税", 0),),
        "en": (TaxDraft("none", "No tax", 0),),
    },
    "europe": {
        "zh": (
            TaxDraft(DEFAULT_TAX, "增值税 19%", 1900),
            TaxDraft("eu7", "增值税 7%", 700),
            TaxDraft("none", "免税", 0),
        ),
        "en": (TaxDraft(DEFAULT_TAX, "VAT 19%", 1900), TaxDraft("eu7", "VAT 7%", 700), TaxDraft("none", "No tax", 0)),
    },
    "america": {
        "zh": (TaxDraft(DEFAULT_TAX, "销售税 8%", 800, inclusive=False), TaxDraft("none", "免税", 0)),
        "en": (TaxDraft(DEFAULT_TAX, "Sales tax 8%", 800, inclusive=False), TaxDraft("none", "No tax", 0)),
    },
}
"""Rates differ from place to place: a preset says inside or on top, and a usual rate that can be changed.

The first tax of each keeps the code of the usual tax, so that goods that carry it follow."""


@dataclass(frozen=True, slots=True)
class MoneyChoice:
    """What the owner chose.

    Attributes:
        currency: None leaves it as it is, which is all that can be done once something was sold.
        coin: Cash totals are rounded to so many smallest units.
        rounding: `nearest`, `down` or `up`.
        taxes: A key of `TAX_PRESETS`; empty leaves the taxes as they are.
        main_rate_bp: Another rate than the preset's for its first tax.
    """

    currency: CurrencyPreset | None
    coin: int
    rounding: str
    taxes: str = ""
    main_rate_bp: int | None = None


@dataclass(frozen=True, slots=True)
class MoneyState:
    """What holds now.

    Attributes:
        taxes: The preset that the open classes are; empty where they are none of ours.
        tax_names: The open classes.
        main_rate_bp: Rate of goods that come without one.
    """

    currency: str
    exponent: int
    coin: int
    rounding: str
    taxes: str
    tax_names: tuple[str, ...]
    main_rate_bp: int
    is_locked: bool


def money_state(read: Reader, settings: Settings) -> MoneyState:
    """Currency, rounding and taxes as they stand."""
    rows = read.connection.execute(
        select(TaxClass.code, TaxClass.name, TaxClass.rate_bp)
        .where(TaxClass.closed_at.is_(None))
        .order_by(TaxClass.code != DEFAULT_TAX, TaxClass.id)
    ).all()
    codes = {row.code for row in rows}
    preset = next((key for key, words in TAX_PRESETS.items() if {tax.code for tax in words["en"]} == codes), "")
    return MoneyState(
        currency=settings.get(declared.CURRENCY),
        exponent=settings.get(declared.CURRENCY_EXPONENT),
        coin=settings.get(declared.CASH_STEP),
        rounding=settings.get(declared.CASH_ROUNDING),
        taxes=preset,
        tax_names=tuple(row.name for row in rows),
        main_rate_bp=rows[0].rate_bp if rows else 0,
        is_locked=has_sales(read),
    )


def choose_money(uow: UnitOfWork, choice: MoneyChoice) -> None:
    """Keep what the owner chose; what is as it was stays untouched.

    Raises:
        GrantNeeded, SettingLocked, BadSetting, TaxInUse: nothing was changed.
    """
    require(uow, Permission.EDIT_SETTINGS)
    settings = load_settings(uow)
    wanted: dict[str, object] = {declared.CASH_STEP.key: choice.coin, declared.CASH_ROUNDING.key: choice.rounding}
    if choice.currency is not None and choice.currency.code != settings.get(declared.CURRENCY):
        unit = 10**choice.currency.exponent
        wanted |= {
            declared.CURRENCY.key: choice.currency.code,
            declared.CURRENCY_EXPONENT.key: choice.currency.exponent,
            declared.QUICK_NOTES.key: choice.currency.notes,
            declared.LARGEST_NOTE.key: choice.currency.largest * unit,
        }
    before = settings.stored
    for key, value in wanted.items():
        if before.get(key) != value:
            change_setting(uow, key, value)
    if choice.taxes:
        language = "en" if settings.get(declared.RECEIPT_LANGUAGE) == "en" else "zh"
        _choose_taxes(uow, _with_rate(TAX_PRESETS[choice.taxes][language], choice.main_rate_bp))


def _with_rate(taxes: tuple[TaxDraft, ...], rate_bp: int | None) -> tuple[TaxDraft, ...]:
    """The preset with another rate for its first tax, which is then also named after it."""
    first = taxes[0]
    if rate_bp is None or rate_bp == first.rate_bp or not first.rate_bp:
        return taxes
    whole, rest = divmod(rate_bp, 100)
    shown = f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
    kind = first.name.rpartition(" ")[0]
    return (replace(first, name=f"{kind} {shown}%", rate_bp=rate_bp), *taxes[1:])


def _choose_taxes(uow: UnitOfWork, taxes: tuple[TaxDraft, ...]) -> None:
    """Close what is not wanted and carried by nothing, add what is missing, set the rates."""
    known = {row.code: row for row in uow.connection.execute(select(TaxClass.__table__))}
    wanted = {tax.code: tax for tax in taxes}
    changed = False
    for code, row in known.items():
        if code not in wanted and row.closed_at is None:
            _close(uow, row.id, row.name)
            changed = True
    for code, tax in wanted.items():
        if code not in known:
            uow.connection.execute(insert(TaxClass), tax_row(uow, tax))
        elif (known[code].rate_bp, known[code].inclusive, known[code].closed_at) != (tax.rate_bp, tax.inclusive, None):
            _write(uow, known[code].id, name=tax.name, rate_bp=tax.rate_bp, inclusive=tax.inclusive, closed_at=None)
        else:
            continue
        changed = True
    if changed:
        detail: dict[str, object] = {
            "taxes": [f"{tax.code} {tax.rate_bp}{'' if tax.inclusive else ' on top'}" for tax in taxes]
        }
        audit.record(uow, "taxes_chosen", subject=("shop", uow.actor.shop_id), detail=detail)
        uow.changed.update((Topic.SETTINGS, Topic.CATALOGUE))


def _close(uow: UnitOfWork, class_id: bytes, name: str) -> None:
    carried = select(func.count()).select_from(Product).where(Product.tax_class_id == class_id)
    count = uow.connection.execute(carried.where(Product.closed_at.is_(None))).scalar_one()
    if count:
        raise TaxInUse(count=count, name=name)
    _write(uow, class_id, closed_at=uow.now)


def _write(uow: UnitOfWork, class_id: bytes, **columns: object) -> None:
    stamp = {"row_version": TaxClass.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}
    uow.connection.execute(update(TaxClass).where(TaxClass.id == class_id).values(**columns, **stamp))
