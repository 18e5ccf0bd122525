"""The sheet of all keys on receipt paper, to be stuck beside the till."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.checkout import shop_rules
from app.services.checkout.paper import paper_language
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.receipts import queue
from app.services.receipts.parts import Align, Columns, Cut, Feed, Meta, Part, Receipt, ReceiptKind, Rule, Size, Text
from app.services.settings.service import load_settings
from app.values.ids import Id


@dataclass(frozen=True, slots=True)
class KeySection:
    """Keys that belong together.

    Attributes:
        lines: Key and meaning, in the language of whoever asked.
    """

    title: str
    lines: tuple[tuple[str, str], ...]


def compose_key_sheet(title: str, sections: Sequence[KeySection], *, language: str = "zh") -> Receipt:
    """The paper: what a key does at the left, the key at the right."""
    parts: list[Part] = [Text(title, Align.CENTER, bold=True, size=Size.DOUBLE)]
    for section in sections:
        parts += [Rule(heavy=True), Text(section.title, bold=True)]
        parts += [Columns(meaning, key) for key, meaning in section.lines]
    return Receipt(ReceiptKind.TEST, (*parts, Feed(3), Cut()), Meta("", "", language))


def queue_key_sheet(uow: UnitOfWork, title: str, sections: Sequence[KeySection]) -> Id:
    """Print it on this till's receipt printer.

    Raises:
        GrantNeeded: nobody is signed in who may sell.
    """
    require(uow, Permission.SELL)
    rules = shop_rules.sale_rules(load_settings(uow, scope=uow.actor.till_id.hex()))
    uow.changed.add(Topic.PRINTING)
    return queue.enqueue_paper(uow, compose_key_sheet(title, sections, language=paper_language(rules)))
