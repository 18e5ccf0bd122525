"""Every setting as it stands, and who changed what when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from app.models.audit import AuditEvent
from app.models.organisation import Setting as SettingRow
from app.models.organisation import Staff
from app.services.common.paging import Cursor, RowsPage, page_of, paged
from app.services.common.uow import Reader, UnitOfWork
from app.services.settings.registry import Setting, all_settings
from app.services.settings.service import change_setting, has_sales, load_settings
from app.values.ids import Id

AnySetting = Setting[int] | Setting[str] | Setting[bool]
CHANGED = "setting_changed"


@dataclass(frozen=True, slots=True)
class SettingState:
    """One setting as this till sees it.

    Attributes:
        is_default: It stands as delivered.
        is_locked: It cannot change any more.
        changed_at: None: nobody ever chose it.
        changed_by: Empty where a program did it, or nobody.
    """

    setting: AnySetting
    value: int | str | bool
    is_default: bool
    is_locked: bool
    changed_at: datetime | None = None
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One change.

    Attributes:
        by: Name of whoever did it; empty for a program, whose `origin` says which.
        before, after: As they were stored; None where it is no longer known.
    """

    row_id: Id
    at: datetime
    by: str
    origin: str
    key: str
    before: object
    after: object


def setting_states(read: Reader, *, scope: str = "") -> tuple[SettingState, ...]:
    """Every declared setting in the order of its key."""
    settings, is_sold = load_settings(read, scope=scope), has_sales(read)
    rows = read.connection.execute(
        select(SettingRow.key, SettingRow.updated_at, Staff.name)
        .join(Staff, Staff.id == SettingRow.updated_by, isouter=True)
        .where(SettingRow.scope.in_(("", scope)))
        .order_by(SettingRow.scope)
    )
    changed = {row.key: (row.updated_at, row.name or "") for row in rows}
    found: list[SettingState] = []
    for setting in all_settings():
        value: int | str | bool = settings.get(setting)  # type: ignore[misc]
        at, by = changed.get(setting.key, (None, ""))
        is_locked = setting.locks_after_sale and is_sold
        found.append(SettingState(setting, value, value == setting.default, is_locked, at, by))
    return tuple(found)


def choose_setting(uow: UnitOfWork, key: str, value: object) -> None:
    """Choose a value where it counts: for this till if it has one of its own, else for the shop.

    Raises:
        GrantNeeded, UnknownSetting, BadSetting, SettingLocked: nothing was changed.
    """
    scope = uow.actor.till_id.hex()
    has_own = select(SettingRow.key).where(SettingRow.key == key, SettingRow.scope == scope)
    own = uow.connection.execute(has_own).first() is not None
    change_setting(uow, key, value, scope=scope if own else "")


def list_changes(read: Reader, key: str, after: Cursor | None, limit: int) -> RowsPage[SettingChange]:
    """Who changed what when, newest first; an empty key means every setting."""
    wanted = [AuditEvent.action == CHANGED]
    if key:
        wanted.append(AuditEvent.detail.contains(f'"key": "{key}"', autoescape=True))
    columns: list[Any] = [AuditEvent.id, AuditEvent.at, AuditEvent.origin, AuditEvent.detail, Staff.name]
    statement = select(*columns).join(Staff, Staff.id == AuditEvent.staff_id, isouter=True).where(*wanted)
    order: list[ColumnElement[Any]] = [AuditEvent.at.expression, AuditEvent.id.expression]
    found = read.connection.execute(paged(statement, order, after, limit, descending=True)).all()
    total = None
    if after is None:
        total = read.connection.execute(select(func.count()).select_from(AuditEvent).where(*wanted)).scalar_one()
    rows = []
    for row in found:
        detail = json.loads(row.detail)
        before, now = detail.get("before"), detail.get("after")
        rows.append(SettingChange(row.id, row.at, row.name or "", row.origin, detail.get("key", ""), before, now))
    return page_of(found, limit, rows, [(row.at, row.id) for row in found], total)
