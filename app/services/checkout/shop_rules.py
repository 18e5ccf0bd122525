"""The shop's choices, read from the settings into the values that checkout works with."""

from __future__ import annotations

from app.services.checkout.values import SaleRules
from app.services.payments.plan import CashRule
from app.services.settings import declared
from app.services.settings.service import Settings
from app.values.barcode import ScaleField, ScaleRule
from app.values.money import Money
from app.values.rounding import CashRounding


def sale_rules(settings: Settings) -> SaleRules:
    """What a posting needs."""
    return SaleRules(
        zone=settings.day.zone,
        currency=settings.get(declared.CURRENCY),
        exponent=settings.get(declared.CURRENCY_EXPONENT),
        cash=CashRule(settings.get(declared.CASH_STEP), CashRounding(settings.get(declared.CASH_ROUNDING))),
        points_per_step=settings.get(declared.POINTS_PER_STEP),
        points_step=Money(settings.get(declared.POINTS_STEP)),
        points_valid_days=settings.get(declared.POINTS_VALID_DAYS),
        refund_limit=Money(settings.get(declared.REFUND_LIMIT)),
        receipt_language=settings.get(declared.RECEIPT_LANGUAGE),
        receipt_footer=settings.get(declared.RECEIPT_FOOTER),
        pulse_drawer=settings.get(declared.DRAWER),
    )


def scale_rule(settings: Settings) -> ScaleRule:
    """How this shop's scale writes its labels."""
    return ScaleRule(
        flags=tuple(flag for flag in settings.get(declared.SCALE_FLAGS).split(",") if flag),
        plu_digits=settings.get(declared.SCALE_PLU_DIGITS),
        holds=ScaleField(settings.get(declared.SCALE_HOLDS)),
        verify=settings.get(declared.SCALE_VERIFY),
    )


def quick_notes(settings: Settings) -> tuple[Money, ...]:
    """Banknotes offered when paying."""
    unit = 10 ** settings.get(declared.CURRENCY_EXPONENT)
    typed = settings.get(declared.QUICK_NOTES).split(",")
    return tuple(Money(int(part) * unit) for part in typed if part.strip().isdecimal())
