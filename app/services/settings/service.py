"""Reading and changing settings; each change leaves who and when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app.models.organisation import Setting as SettingRow
from app.models.sales import Sale
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.store import DayRule
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.common.upsert import insert_for
from app.services.settings import declared
from app.services.settings.registry import BadSetting, Setting, Value, setting_named
from app.values.errors import QT_TRANSLATE_NOOP, UserError


class SettingLocked(UserError):
    """Money already written would change its meaning."""

    text = QT_TRANSLATE_NOOP("errors", "{key} cannot change any more: there are sales in this currency.")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings as they stood at one moment."""

    stored: dict[str, object]

    def get(self, setting: Setting[Value]) -> Value:
        """The chosen value, or the default; a stored value that no longer fits counts as not chosen."""
        try:
            return setting.accept(self.stored.get(setting.key, setting.default))
        except BadSetting:
            return setting.default

    @property
    def day(self) -> DayRule:
        """When the shop's day ends."""
        return DayRule(ZoneInfo(self.get(declared.ZONE)), self.get(declared.DAY_END_HOUR))


def load_settings(read: Reader, *, scope: str = "") -> Settings:
    """The shop's settings, overlaid by those of one till."""
    rows = read.connection.execute(
        select(SettingRow.key, SettingRow.value, SettingRow.scope)
        .where(SettingRow.scope.in_(("", scope)))
        .order_by(SettingRow.scope)
    )
    return Settings({row.key: _stored(row.value) for row in rows})


def _stored(text: str) -> object:
    """A stored value; one that cannot be read fits no setting, so that the default holds."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def change_setting(uow: UnitOfWork, key: str, value: object, *, scope: str = "") -> None:
    """Choose a value; writes an audit row with the value before and after.

    Raises:
        UnknownSetting, BadSetting, SettingLocked: nothing was changed.
    """
    require(uow, Permission.EDIT_SETTINGS)
    setting = setting_named(key)
    accepted = setting.accept(value)
    before: object = load_settings(uow, scope=scope).stored.get(key, setting.default)
    if setting.locks_after_sale and accepted != before and has_sales(uow):
        raise SettingLocked(key=key)
    _store(uow, key, accepted, scope)
    audit.record(uow, "setting_changed", detail={"key": key, "before": before, "after": accepted, "scope": scope})
    uow.changed.add(Topic.SETTINGS)


def has_sales(read: Reader) -> bool:
    """Whether anything was sold: what is written in a currency keeps it."""
    return read.connection.execute(select(Sale.id).limit(1)).first() is not None


def change_own_language(uow: UnitOfWork, code: str) -> None:
    """Choose the language of this till's screens; anybody at the till may.

    Raises:
        BadSetting: it is not one of ours.
    """
    _store(uow, declared.LANGUAGE.key, declared.LANGUAGE.accept(code), uow.actor.till_id.hex())
    uow.changed.add(Topic.SETTINGS)


def _store(uow: UnitOfWork, key: str, value: object, scope: str) -> None:
    row = insert_for(uow.connection.dialect.name)(SettingRow).values(
        key=key,
        scope=scope,
        value=json.dumps(value),
        row_version=1,
        updated_at=uow.now,
        updated_by=uow.actor.staff_id,
    )
    uow.connection.execute(
        row.on_conflict_do_update(
            index_elements=[SettingRow.key, SettingRow.scope],
            set_={
                "value": row.excluded.value,
                "row_version": SettingRow.row_version + 1,
                "updated_at": row.excluded.updated_at,
                "updated_by": row.excluded.updated_by,
            },
        )
    )
