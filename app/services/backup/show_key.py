"""Seeing the recovery key again: the owner's right, written into the audit, never into the spool or a log."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from app.services.backup.files import data_folder_told
from app.services.backup.key import RecoveryKey, key_text
from app.services.backup.key_file import load_or_make_key
from app.services.backup.paper import compose_key_paper
from app.services.backup.state import change_state
from app.services.checkout import shop_rules
from app.services.checkout.paper import paper_language, shop_header
from app.services.checkout.printer import printer_of
from app.services.common import audit
from app.services.common.actor import Actor, Grant, Permission
from app.services.common.permissions import require
from app.services.common.store import Store
from app.services.devices.protocols import Printer, PrinterMissing, SendOutcome, SendResult, problem_error
from app.services.receipts.escpos import render
from app.services.receipts.parts import Receipt
from app.services.settings.service import load_settings

SHOWN = "recovery_key_shown"
"""The audit's word."""


@dataclass(frozen=True, slots=True)
class ShownKey:
    """The key as somebody reads it.

    Attributes:
        text: Thirteen groups.
        key_id: The number that backups name.
    """

    text: str
    key_id: str


def show_key(store: Store, actor: Actor, *, grant: Grant | None = None) -> ShownKey:
    """The key for a screen, made if there was none; one audit row says who saw it.

    Raises:
        GrantNeeded, NobodySignedIn, KeyFileDamaged, DataFolderFails, StoreError
    """
    key = _asked(store, actor, grant, "screen")
    _is_on_paper(store.database.path.parent, key)
    return ShownKey(key_text(key), key.key_id)


def print_key(store: Store, actor: Actor, *, grant: Grant | None = None, printer: Printer | None = None) -> SendResult:
    """Put the key on receipt paper at once, past the spool: nothing of it stays in the data file.

    It holds the printer for a moment; call it off the screen's thread. Unsure outcomes are for the eyes of whoever
    stands there.

    Raises:
        GrantNeeded, NobodySignedIn, KeyFileDamaged, DataFolderFails, PrinterMissing, DeviceError, StoreError
    """
    with store.read() as read:
        settings = load_settings(read, scope=actor.till_id.hex())
    chosen = printer or printer_of(settings)
    if chosen is None:
        raise PrinterMissing()
    key = _asked(store, actor, grant, "paper")
    result = chosen.send(render(_paper(store, actor, key), chosen.profile))
    if result.outcome is SendOutcome.NOTHING_SENT and result.problem is not None:
        raise problem_error(result.problem)
    _is_on_paper(store.database.path.parent, key)
    return result


def _asked(store: Store, actor: Actor, grant: Grant | None, how: str) -> RecoveryKey:
    """The key, after the audit knows who asked for it."""
    folder = store.database.path.parent
    with store.action(actor, "recovery_key", grant=grant) as uow:
        require(uow, Permission.EDIT_SETTINGS)
        with data_folder_told(folder):
            kept = load_or_make_key(folder)
        audit.record(uow, SHOWN, detail={"key": kept.key.key_id, "how": how, "is_new": kept.is_new})
    return kept.key


def _paper(store: Store, actor: Actor, key: RecoveryKey) -> Receipt:
    with store.read() as read:
        rules = shop_rules.sale_rules(load_settings(read, scope=actor.till_id.hex()))
        shop = shop_header(read, actor.shop_id, rules)
        printed_at = read.now.astimezone(rules.zone)
    return compose_key_paper(key, shop, printed_at, language=paper_language(rules))


def _is_on_paper(folder: Path, key: RecoveryKey) -> None:
    with contextlib.suppress(OSError):
        change_state(folder, printed_key_id=key.key_id)
