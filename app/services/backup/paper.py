"""The recovery key on receipt paper: the copy that survives the machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.backup.key import RecoveryKey, key_text
from app.services.receipts.compose import head, local_time
from app.services.receipts.data import ShopHeader
from app.services.receipts.parts import (
    Align,
    Columns,
    Cut,
    Feed,
    Meta,
    Part,
    Qr,
    Receipt,
    ReceiptKind,
    Rule,
    Size,
    Text,
)
from app.services.receipts.words import Language, words_for


@dataclass(frozen=True, slots=True)
class _Words:
    """What only this paper says."""

    title: str
    key_number: str
    advice: str
    how: str


_WORDS: dict[Language, _Words] = {
    "zh": _Words(
        title="恢复密钥",
        key_number="密钥编号",
        advice="没有这张纸，电脑损坏后任何人都无法打开备份。请放入保险柜，不要放在收银台，也不要拍照外传。",
        how="恢复时按组输入，每组 5 位；输错时会指出是第几组。",
    ),
    "en": _Words(
        title="RECOVERY KEY",
        key_number="Key number",
        advice="Without this paper nobody can open the backups once this computer is lost. "
        "Keep it in a safe, not at the till, and do not pass on a photo of it.",
        how="To restore, type it group by group; a mistyped group is named by its number.",
    ),
}


def compose_key_paper(key: RecoveryKey, shop: ShopHeader, printed_at: datetime, *, language: Language) -> Receipt:
    """The key in numbered groups, and as a code that a scanner types. `printed_at` is local time."""
    words = _WORDS[language]
    parts: list[Part] = [
        *head(shop, words_for(language)),
        Text(words.title, Align.CENTER, bold=True, size=Size.DOUBLE),
        Rule(heavy=True),
        Columns(words_for(language).time, local_time(printed_at)),
        Columns(words.key_number, key.key_id),
        Rule(),
        *(Columns(f"{number}.", group, bold=True) for number, group in enumerate(key_text(key).split(), 1)),
        Rule(),
        Qr(key_text(key)),
        Text(words.how),
        Text(words.advice, bold=True),
        Feed(2),
        Cut(),
    ]
    return Receipt(ReceiptKind.SLIP, tuple(parts), Meta("", local_time(printed_at), language))
