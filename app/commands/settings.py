"""`main.py settings list` and `main.py settings set KEY VALUE`."""

from __future__ import annotations

from pathlib import Path

from app.bootstrap.folder import look_into, open_folder
from app.commands.founding import found_with_defaults
from app.services.settings.registry import all_settings, setting_named
from app.services.settings.service import change_setting


def list_settings(folder: Path) -> int:
    """Print every setting with its value, `*` where somebody chose it, and what it takes; changes nothing.

    Raises:
        NoData, NeedsMigrate, StoreError
    """
    opened = look_into(folder)
    settings = opened.settings()
    width = max(len(setting.key) for setting in all_settings())
    for setting in all_settings():
        chosen = setting.key in settings.stored
        value = settings.stored.get(setting.key, setting.default)
        print(f"{setting.key:<{width}}  {'*' if chosen else ' '} {value!s:<16}  {setting.label} ({setting.expected()})")
    opened.close()
    return 0


def set_setting(folder: Path, key: str, value: str) -> int:
    """Choose a value; who, when and what it was before stay in the audit.

    Raises:
        UnknownSetting, BadSetting, SettingLocked: nothing was changed.
    """
    setting = setting_named(key)
    read = setting.read(value)
    opened = open_folder(folder)
    found_with_defaults(opened)
    with opened.store.action(opened.operator(), "setting") as uow:
        change_setting(uow, setting.key, read)
    opened.close()
    print(f"{key} = {read}")
    return 0
