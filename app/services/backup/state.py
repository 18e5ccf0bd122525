"""What the till knows of its backups: a small file beside the data, so that asking writes nothing into the data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.services.backup.files import write_durably
from app.values.errors import ShukeError

STATE_NAME = "backup-state.json"
_VERSION = 1
_LONGEST_PARAM = 300


@dataclass(frozen=True, slots=True)
class GoodBackup:
    """A backup that was written, opened again and found whole.

    Attributes:
        at: The moment of the data inside.
    """

    at: datetime
    file: str
    size_bytes: int
    took_ms: int
    key_id: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A sentence that was told.

    Attributes:
        text: Marked source text (context `errors`) with places for `params`.
    """

    at: datetime
    text: str
    params: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, problem: ShukeError, at: datetime) -> Trouble:
        """What went wrong, in the words that were told."""
        params = {name: str(value)[:_LONGEST_PARAM] for name, value in problem.params.items()}
        return cls(at, problem.text, params)

    @property
    def sentence(self) -> str:
        """In English."""
        try:
            return self.text.format_map(self.params)
        except (KeyError, ValueError, IndexError):
            return self.text


@dataclass(frozen=True, slots=True)
class DrillNote:
    """What the last drill came to.

    Attributes:
        made_at: The moment of the data that were restored.
        sales: How many sales came back.
        findings: What `verify` found in them; 0 is good.
    """

    at: datetime
    is_good: bool
    file: str
    took_ms: int = 0
    made_at: datetime | None = None
    sales: int = 0
    findings: int = 0
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class CheckNote:
    """The last look at the live file.

    Attributes:
        is_whole: SQLite finds every page in order.
        findings: What `verify` found, where it was asked.
    """

    at: datetime
    is_whole: bool
    findings: int = 0


@dataclass(frozen=True, slots=True)
class BackupState:
    """Everything at once; each part None until it happened.

    Attributes:
        last_try_at: When a backup was last begun.
        printed_key_id: Of the recovery key that was last put on paper.
        restored_at: When the data came out of a backup.
        looked_through_at: When `verify` last went through all of the live file.
        other_disk: The folder that once was seen on another disk than the data, so that a stick that was pulled out is
            noticed where only its empty mount point is left.
    """

    last_good: GoodBackup | None = None
    last_try_at: datetime | None = None
    last_failure: Trouble | None = None
    last_drill: DrillNote | None = None
    last_check: CheckNote | None = None
    printed_key_id: str = ""
    restored_at: datetime | None = None
    looked_through_at: datetime | None = None
    other_disk: str = ""


def load_state(folder: Path) -> BackupState:
    """What is known; a file that is missing or cannot be read counts as nothing known."""
    try:
        said = json.loads((folder / STATE_NAME).read_text(encoding="utf-8"))
        return _state(said) if said["v"] == _VERSION else BackupState()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return BackupState()


def change_state(folder: Path, **changes: object) -> BackupState:
    """Replace some parts, as a whole file.

    Raises:
        OSError: the data directory cannot be written.
    """
    state = replace(load_state(folder), **changes)  # type: ignore[arg-type]
    document = {"v": _VERSION, **_plain(state)}
    write_durably(folder / STATE_NAME, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())
    return state


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return dict(value) if isinstance(value, Mapping) else value


def _state(said: dict[str, Any]) -> BackupState:
    return BackupState(
        last_good=_good(said["last_good"]),
        last_try_at=_moment(said["last_try_at"]),
        last_failure=_trouble(said["last_failure"]),
        last_drill=_drill(said["last_drill"]),
        last_check=_check(said["last_check"]),
        printed_key_id=str(said["printed_key_id"]),
        restored_at=_moment(said["restored_at"]),
        looked_through_at=_moment(said.get("looked_through_at")),
        other_disk=str(said["other_disk"]),
    )


def _good(said: dict[str, Any] | None) -> GoodBackup | None:
    return None if said is None else GoodBackup(**{**said, "at": _certain(said["at"])})


def _trouble(said: dict[str, Any] | None) -> Trouble | None:
    return None if said is None else Trouble(**{**said, "at": _certain(said["at"])})


def _drill(said: dict[str, Any] | None) -> DrillNote | None:
    if said is None:
        return None
    parts = {"at": _certain(said["at"]), "made_at": _moment(said["made_at"]), "trouble": _trouble(said["trouble"])}
    return DrillNote(**{**said, **parts})


def _check(said: dict[str, Any] | None) -> CheckNote | None:
    return None if said is None else CheckNote(**{**said, "at": _certain(said["at"])})


def _moment(said: str | None) -> datetime | None:
    return None if said is None else _certain(said)


def _certain(said: str) -> datetime:
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment
