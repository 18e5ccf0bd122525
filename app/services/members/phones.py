"""Phone numbers as people type them, as they are kept, and as others may see them.

Kept is what is dialled in the shop's own country (`13800138000`), and `+` with everything for any other. So a mask, a
list and a search need no library; only enrolling and editing load `phonenumbers`.
"""

from __future__ import annotations

from app.services.common.uow import Reader
from app.services.settings.declared import COUNTRY
from app.services.settings.service import load_settings
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.text import fold_width

_SEPARATORS = " -().\u00a0\u2010\u2011\u2012\u2013\u2014\u2212"
LEAST_TAIL = 4
LEAST_WHOLE = 7


class BadPhone(UserError):
    """No number of the shop's country, nor one with a country code."""

    text = QT_TRANSLATE_NOOP(
        "errors", "{typed} is not a phone number. Please check the digits; nobody was enrolled or changed."
    )


class PhoneMissing(BadPhone):
    """Nothing was typed."""

    text = QT_TRANSLATE_NOOP("errors", "Please type a phone number first.")


class PhoneTooShort(BadPhone):
    """Digits are missing."""

    text = QT_TRANSLATE_NOOP("errors", "{typed} is too short for a phone number. Please type all its digits.")


class PhoneTooLong(BadPhone):
    """There are too many digits."""

    text = QT_TRANSLATE_NOOP("errors", "{typed} is too long for a phone number. Please check the digits.")


def country_of(read: Reader) -> str:
    """The country whose numbers need no code."""
    return load_settings(read).get(COUNTRY)


def normalise_phone(typed: str, country: str) -> str:
    """A typed number as it is kept.

    Raises:
        BadPhone: it is none; its subclasses say why.
    """
    import phonenumbers  # loaded when a member is enrolled or edited, not when the till starts

    text = plain_digits(typed)
    if not text:
        raise PhoneMissing()
    if not text.removeprefix("+").isdecimal():
        raise BadPhone(typed=_shown(typed))
    try:
        number = phonenumbers.parse("+" + text[2:] if text.startswith("00") else text, country)
    except phonenumbers.NumberParseException as problem:
        raise _unreadable(typed, problem.error_type) from None
    if not phonenumbers.is_valid_number(number):
        raise _invalid(typed, phonenumbers.is_possible_number_with_reason(number))
    if number.country_code != phonenumbers.country_code_for_region(country):
        return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return "".join(char for char in national if char.isdecimal())


def plain_digits(typed: str) -> str:
    """Typed text without what people put between digits; full-width digits are brought back."""
    return "".join(char for char in fold_width(typed) if char not in _SEPARATORS and char.isprintable())


def search_digits(text: str) -> str:
    """The ASCII digits of a search that can only mean a number, else nothing."""
    digits = plain_digits(text).removeprefix("+")
    return digits if digits.isascii() and digits.isdecimal() else ""


def is_same_phone(kept: str, digits: str) -> bool:
    """Whether typed digits are a kept number, its end, or the number with a country code before it."""
    own = kept.removeprefix("+")
    if own.endswith(digits):
        return True
    return len(own) >= LEAST_WHOLE and digits.endswith(own.lstrip("0"))


def _unreadable(typed: str, error_type: int) -> BadPhone:
    """The sentence for a text that could not be read as a number."""
    from phonenumbers import NumberParseException as Problem

    if error_type in (Problem.TOO_SHORT_NSN, Problem.TOO_SHORT_AFTER_IDD):
        return PhoneTooShort(typed=_shown(typed))
    return PhoneTooLong(typed=_shown(typed)) if error_type == Problem.TOO_LONG else BadPhone(typed=_shown(typed))


def _invalid(typed: str, reason: int) -> BadPhone:
    """The sentence for a number that nobody can have."""
    from phonenumbers import ValidationResult as Reason

    if reason in (Reason.TOO_SHORT, Reason.IS_POSSIBLE_LOCAL_ONLY):
        return PhoneTooShort(typed=_shown(typed))
    return PhoneTooLong(typed=_shown(typed)) if reason == Reason.TOO_LONG else BadPhone(typed=_shown(typed))


def _shown(typed: str) -> str:
    return "".join(char for char in fold_width(typed) if char.isprintable())[:24]
