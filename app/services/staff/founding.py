"""An empty file becomes a shop with one till; the founding is the first entry of the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from argon2 import PasswordHasher
from sqlalchemy import insert, select

from app.models.catalogue import TaxClass
from app.models.organisation import Shop, Till, TillState
from app.models.pricing import PriceList
from app.services.common import audit, journal
from app.services.common.actor import Actor, Role
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.services.staff.people import StaffDraft, write_staff
from app.services.staff.pins import PIN_HASHING
from app.services.staff.recovery import issue_recovery_code
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id
from app.values.text import clean_words

SHELF_LIST = "shelf"
MEMBER_LIST = "member"
DEFAULT_TAX = "vat13"
"""The tax class of goods that come without one."""
# Names are the shop's data, so they are written once, in the language it is founded in.
_PRICE_LISTS = {
    "zh": {SHELF_LIST: "货架价", MEMBER_LIST: "会员价"},
    "en": {SHELF_LIST: "Shelf price", MEMBER_LIST: "Member price"},
}


class ShopThere(UserError):
    """A file holds one shop, and it is founded once."""

    text = QT_TRANSLATE_NOOP("errors", "There is a shop in this data file already. Nothing was changed.")


class NoShop(UserError):
    """The file is empty."""

    text = QT_TRANSLATE_NOOP("errors", "There is no shop in this data file yet. Start Shuke once to set it up.")


class BadShop(UserError):
    """The shop lacks a name, or its till a code that fits on a receipt."""

    text = QT_TRANSLATE_NOOP(
        "errors", "Please give the shop a name, and the till a short code of letters and digits such as T1."
    )


@dataclass(frozen=True, slots=True)
class TaxDraft:
    """A tax class to begin with."""

    code: str
    name: str
    rate_bp: int
    inclusive: bool = True


CHINESE_TAXES = {
    "zh": (
        TaxDraft(DEFAULT_TAX, "增值税 13%", 1300),
        TaxDraft("vat9", "增值税 9%", 900),
        TaxDraft("none", "免税", 0),
    ),
    "en": (
        TaxDraft(DEFAULT_TAX, "VAT 13%", 1300),
        TaxDraft("vat9", "VAT 9%", 900),
        TaxDraft("none", "No tax", 0),
    ),
}


@dataclass(frozen=True, slots=True)
class FoundingDraft:
    """What a new shop is asked.

    Attributes:
        owner_pin: None makes a shop without an owner (an import); `people.add_owner` gives it one later.
        taxes: The tax classes to begin with; none for those of China, inclusive, 13 % and 9 %.
        recovery_code: The one the owner has written down; empty: the owner has none yet.
    """

    shop_name: str
    owner_name: str = ""
    owner_pin: str | None = None
    till_code: str = "T1"
    language: str = declared.LANGUAGE.default
    zone: str = declared.ZONE.default
    currency: str = declared.CURRENCY.default
    exponent: int = declared.CURRENCY_EXPONENT.default
    country: str = declared.COUNTRY.default
    taxes: tuple[TaxDraft, ...] = ()
    recovery_code: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """The shop as it was founded."""

    shop_id: Id
    till_id: Id
    owner_id: Id | None


@dataclass(frozen=True, slots=True)
class TillIdentity:
    """Which till owns this file.

    Attributes:
        last_seen_at: When it last stored something; a clock that shows an earlier time has jumped.
    """

    shop_id: Id
    shop_name: str
    till_id: Id
    till_code: str
    epoch: int
    last_seen_at: datetime | None


def founder(draft: FoundingDraft, *, origin: str = "till") -> Actor:
    """Who founds the shop: the owner to be, with the ids that shop and till will have."""
    return Actor(
        shop_id=new_id(),
        till_id=new_id(),
        till_code=draft.till_code,
        staff_id=None if draft.owner_pin is None else new_id(),
        staff_name=clean_words(draft.owner_name, 60),
        role=Role.OWNER,
        origin=origin,
    )


def found_shop(uow: UnitOfWork, draft: FoundingDraft, *, hashing: PasswordHasher = PIN_HASHING) -> Founded:
    """Make the shop, its till, its price lists, taxes and settings, and its owner if a PIN is given.

    The unit of work must be that of `founder(draft)`.

    Raises:
        ShopThere: the file holds one.
        BadShop, NameMissing, PinTooShort, PinTooEasy, BadSetting: nothing was stored.
    """
    if has_shop(uow):
        raise ShopThere()
    _check(draft)
    _write_till(uow, draft)
    language = "zh" if draft.language == "zh" else "en"
    lists = [{**_reference(uow), "code": code, "name": name} for code, name in _PRICE_LISTS[language].items()]
    uow.connection.execute(insert(PriceList), lists)
    uow.connection.execute(insert(TaxClass), [tax_row(uow, tax) for tax in draft.taxes or CHINESE_TAXES[language]])
    audit.record(
        uow, "shop_founded", subject=("shop", uow.actor.shop_id), detail={"till": draft.till_code, "zone": draft.zone}
    )
    _choose_settings(uow, draft)
    owner_id = uow.actor.staff_id
    if owner_id is not None and draft.owner_pin is not None:
        person = StaffDraft(draft.owner_name, Role.OWNER, draft.owner_pin, draft.language)
        write_staff(uow, owner_id, person, hashing=hashing)
        if draft.recovery_code:
            issue_recovery_code(uow, owner_id, code=draft.recovery_code, hashing=hashing)
    uow.changed.update((Topic.SETTINGS, Topic.STAFF, Topic.CATALOGUE))
    return Founded(uow.actor.shop_id, uow.actor.till_id, owner_id)


def has_shop(read: Reader) -> bool:
    """Whether the file was founded."""
    return read.connection.execute(select(Shop.id).limit(1)).first() is not None


def this_till(read: Reader) -> TillIdentity:
    """The shop and till of this file.

    Raises:
        NoShop: it was not founded yet.
    """
    row = read.connection.execute(
        select(Shop.id, Shop.name, Till.id.label("till_id"), Till.code, TillState.epoch, TillState.last_seen_at)
        .join(Till, Till.shop_id == Shop.id)
        .join(TillState, TillState.till_id == Till.id)
    ).first()
    if row is None:
        raise NoShop()
    return TillIdentity(row.id, row.name, row.till_id, row.code, row.epoch, row.last_seen_at)


def nobody_at(till: TillIdentity, *, shift_id: Id | None = None) -> Actor:
    """The actor of a till at which nobody has signed in; may do no more than a cashier, and signs nothing."""
    return Actor(till.shop_id, till.till_id, till.till_code, None, "", Role.CASHIER, shift_id)


def operator_at(till: TillIdentity, *, origin: str = "command line") -> Actor:
    """The actor of a program that acts for the owner of the machine: the command line, a simulation."""
    return Actor(till.shop_id, till.till_id, till.till_code, None, origin, Role.OWNER, origin=origin)


def _check(draft: FoundingDraft) -> None:
    code = draft.till_code
    if not clean_words(draft.shop_name, 60) or not (
        code.isascii() and code.isalnum() and code.isupper() and len(code) <= 6
    ):
        raise BadShop()


def _reference(uow: UnitOfWork, given: Id | None = None) -> dict[str, object]:
    return {
        "id": given or new_id(),
        "row_version": 1,
        "updated_at": uow.now,
        "updated_by": uow.actor.staff_id,
        "closed_at": None,
    }


def _write_till(uow: UnitOfWork, draft: FoundingDraft) -> None:
    actor = uow.actor
    words = {"name": clean_words(draft.shop_name, 60), "address": "", "phone": "", "tax_number": ""}
    uow.connection.execute(insert(Shop), {**_reference(uow, actor.shop_id), **words})
    till = {**_reference(uow, actor.till_id), "shop_id": actor.shop_id, "code": draft.till_code}
    uow.connection.execute(insert(Till), till)
    state = {
        "till_id": actor.till_id,
        "epoch": 1,
        "last_receipt": 0,
        "last_shift": 0,
        "journal_seq": 0,
        "journal_hash": journal.FIRST_HASH,
        "cash_balance": 0,
        "last_seen_at": uow.now,
    }
    uow.connection.execute(insert(TillState), state)


def tax_row(uow: UnitOfWork, tax: TaxDraft) -> dict[str, object]:
    """A tax class as it is stored."""
    words = {"code": tax.code, "name": tax.name, "rate_bp": tax.rate_bp, "inclusive": tax.inclusive}
    return {**_reference(uow), **words}


def _choose_settings(uow: UnitOfWork, draft: FoundingDraft) -> None:
    """Stored even where they equal the defaults: a default of a later version must not move a shop."""
    chosen: dict[str, object] = {
        declared.LANGUAGE.key: draft.language,
        declared.RECEIPT_LANGUAGE.key: draft.language,
        declared.ZONE.key: draft.zone,
        declared.CURRENCY.key: draft.currency,
        declared.CURRENCY_EXPONENT.key: draft.exponent,
        declared.COUNTRY.key: draft.country,
    }
    for key, value in chosen.items():
        change_setting(uow, key, value)
