"""What a new shop still has to say: the steps that the wizard walks through and the owner's home counts.

A step is done when the file shows it (a printer is named, goods are there) or when the owner said that it is as it
should be. What was said is one setting, so that it travels with a backup.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from app.models.catalogue import Product
from app.models.organisation import Staff
from app.services.common.actor import Role
from app.services.common.uow import Reader, UnitOfWork
from app.services.settings import declared
from app.services.settings.service import Settings, change_setting, load_settings


class SetUpKey(StrEnum):
    """The steps in their order."""

    RECOVERY = "recovery"
    MONEY = "money"
    PRINTER = "printer"
    SCANNER = "scanner"
    GOODS = "goods"


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        can_skip: The shop can do without; it may be said to be settled without anything being chosen.
    """

    key: SetUpKey
    done: bool
    can_skip: bool


def set_up_steps(read: Reader, settings: Settings) -> tuple[Step, ...]:
    """Every step and whether it is done."""
    said = _said(settings)
    seen = {
        SetUpKey.RECOVERY: _owner_can_recover(read),
        SetUpKey.PRINTER: bool(settings.get(declared.PRINTER)),
        SetUpKey.GOODS: read.connection.execute(select(Product.id).limit(1)).first() is not None,
    }
    return tuple(
        Step(key, seen.get(key, False) or (key in said and key is not SetUpKey.RECOVERY), key is not SetUpKey.RECOVERY)
        for key in SetUpKey
    )


def settle_step(uow: UnitOfWork, key: SetUpKey) -> None:
    """The owner says: this is as it should be, or not needed here.

    Raises:
        GrantNeeded
    """
    said = _said(load_settings(uow))
    if key not in said:
        words = ",".join(one.value for one in SetUpKey if one in said or one is key)
        change_setting(uow, declared.SET_UP_DONE.key, words)


def _said(settings: Settings) -> frozenset[SetUpKey]:
    known = {key.value for key in SetUpKey}
    return frozenset(SetUpKey(part) for part in settings.get(declared.SET_UP_DONE).split(",") if part in known)


def _owner_can_recover(read: Reader) -> bool:
    """Whether every owner holds a recovery code."""
    hashes = (
        read.connection.execute(
            select(Staff.recovery_hash).where(Staff.role == Role.OWNER.value, Staff.closed_at.is_(None))
        )
        .scalars()
        .all()
    )
    return bool(hashes) and all(hashes)
