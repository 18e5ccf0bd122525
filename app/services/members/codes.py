"""Numbers and codes of members, made by each till alone and still never twice."""

from __future__ import annotations

import hashlib
import json
import re
import secrets

from sqlalchemy import select

from app.models.members import Member
from app.models.organisation import Setting
from app.services.common.uow import UnitOfWork
from app.services.common.upsert import insert_for
from app.values.barcode import clean_code
from app.values.ids import Id

PREFIX = "SKM"
BODY_LENGTH = 10
ARMS = 100
HELD_OUT_ARMS = 10
"""Arms 0-9 are the permanent hold-out."""

ARM_SALT_KEY = "system.arm_salt"
COUNTER_KEY = "system.member_counter"

_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's alphabet: no I, L, O, U to be misread."""
_ALL36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MEMBER_CODE = re.compile(rf"{PREFIX}[{_BASE32}]{{{BODY_LENGTH + 1}}}")


def check_character(body: str) -> str:
    """ISO 7064 MOD 37,36: finds every single wrong character and every swap of neighbours."""
    left = 36
    for char in body:
        left = (left + _ALL36.index(char)) % 36 or 36
        left = left * 2 % 37
    return _ALL36[(37 - left) % 36]


def new_member_code() -> str:
    """A fresh code for a member's QR: `SKM`, ten random characters, a check character; all from one alphabet."""
    while True:
        body = PREFIX + "".join(secrets.choice(_BASE32) for _ in range(BODY_LENGTH))
        if (check := check_character(body)) in _BASE32:
            return body + check


def looks_like_member_code(text: str) -> bool:
    """Whether a scanned text is a member's code of ours, check character and all."""
    code = clean_code(text).upper()
    return _MEMBER_CODE.fullmatch(code) is not None and check_character(code[:-1]) == code[-1]


def number_prefix(till_code: str, epoch: int) -> str:
    """What stands before the count: `M1` for till T1, `M1.2` for its second epoch, `MX_FRONT` for one named FRONT."""
    plain = re.fullmatch(r"T(\d+)", till_code)
    own = f"M{plain.group(1)}" if plain else f"MX_{till_code.upper()}"
    return own if epoch == 1 else f"{own}.{epoch}"


def next_member_number(uow: UnitOfWork) -> str:
    """The next number of this till, as `M1-000123`; a number somebody already bears is passed over."""
    prefix = number_prefix(uow.actor.till_code, uow.place.epoch)
    scope = uow.actor.till_id.hex()
    count = int(_system_value(uow, COUNTER_KEY, scope) or 0)
    while True:
        count += 1
        number = f"{prefix}-{count:06d}"
        if uow.connection.execute(select(Member.id).where(Member.number == number)).first() is None:
            break
    _keep_system_value(uow, COUNTER_KEY, scope, str(count))
    return number


def arm_for(uow: UnitOfWork, unit_id: Id) -> int:
    """The arm (0-99) that a household or single member keeps for ever: a salted hash of its id."""
    salt = _system_value(uow, ARM_SALT_KEY, "")
    if salt is None:
        salt = secrets.token_hex(16)
        _keep_system_value(uow, ARM_SALT_KEY, "", salt)
    return arm_of(bytes.fromhex(salt), unit_id)


def arm_of(salt: bytes, unit_id: Id) -> int:
    """The bucket of SHA-256 over salt and id."""
    return int.from_bytes(hashlib.sha256(salt + unit_id).digest()[:8], "big") % ARMS


def _system_value(uow: UnitOfWork, key: str, scope: str) -> str | None:
    found = uow.connection.execute(
        select(Setting.value).where(Setting.key == key, Setting.scope == scope)
    ).scalar_one_or_none()
    return None if found is None else str(json.loads(found))


def _keep_system_value(uow: UnitOfWork, key: str, scope: str, value: str) -> None:
    row = insert_for(uow.connection.dialect.name)(Setting).values(
        key=key,
        scope=scope,
        value=json.dumps(value),
        row_version=1,
        updated_at=uow.now,
        updated_by=uow.actor.staff_id,
    )
    uow.connection.execute(
        row.on_conflict_do_update(
            index_elements=[Setting.key, Setting.scope],
            set_={
                "value": row.excluded.value,
                "row_version": Setting.row_version + 1,
                "updated_at": row.excluded.updated_at,
                "updated_by": row.excluded.updated_by,
            },
        )
    )
