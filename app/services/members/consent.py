"""What a member agreed to, said as facts: the newest word on a purpose and channel holds.

No row means no: marketing and profiling are off until somebody says yes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import bindparam, select

from app.models.members import Consent
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id
from app.values.text import clean_words

MOST_CHANNEL = 20
TEXT_VERSION = "2026-1"
"""The version of the texts below; raised whenever one of them changes."""


class Purpose(StrEnum):
    """What the shop may do with what it knows."""

    PROGRAMME = "programme"
    MARKETING = "marketing"
    PROFILING = "profiling"


PURPOSE_TEXTS = {
    Purpose.PROGRAMME: QT_TRANSLATE_NOOP(
        "consent", "The shop keeps my number and my purchases to credit points. I can ask for deletion at any time."
    ),
    Purpose.MARKETING: QT_TRANSLATE_NOOP(
        "consent", "The shop may send me offers over the channels I name. I can stop this at any time."
    ),
    Purpose.PROFILING: QT_TRANSLATE_NOOP(
        "consent", "The shop may work out from my purchases what I need next. I can stop this at any time."
    ),
}
"""What the member is shown before agreeing."""


@dataclass(frozen=True, slots=True)
class ConsentState:
    """What holds now.

    Attributes:
        marketing_channels: Channels with a yes (`sms`, `wechat`, `paper` ...); empty is none.
    """

    programme: bool = False
    profiling: bool = False
    marketing_channels: frozenset[str] = frozenset()


def give_consent(
    uow: UnitOfWork, member_id: Id, purpose: Purpose, *, channel: str = "", text_version: str = TEXT_VERSION
) -> None:
    """Record a yes to the text of `text_version`.

    Raises:
        ValueError: marketing without a channel.
    """
    if purpose is Purpose.MARKETING and not channel:
        raise ValueError("marketing is agreed to for a channel")
    _say(uow, member_id, purpose, channel, given=True, text_version=text_version)


def take_back_consent(uow: UnitOfWork, member_id: Id, purpose: Purpose, *, channel: str = "") -> None:
    """Record a no; without a channel it goes for all of them."""
    _say(uow, member_id, purpose, channel, given=False, text_version=TEXT_VERSION)


def consent_of(read: Reader, member_id: Id) -> ConsentState:
    """What this member agrees to now."""
    yes: set[tuple[str, str]] = set()
    for row in read.connection.execute(_OF_MEMBER, {"member": member_id}):
        if row.given:
            yes.add((row.purpose, row.channel))
        else:
            yes = {said for said in yes if said[0] != row.purpose or row.channel not in ("", said[1])}
    return ConsentState(
        programme=(Purpose.PROGRAMME.value, "") in yes,
        profiling=(Purpose.PROFILING.value, "") in yes,
        marketing_channels=frozenset(channel for purpose, channel in yes if purpose == Purpose.MARKETING.value),
    )


def record_consent(uow: UnitOfWork, member_id: Id, purpose: Purpose, *, text_version: str) -> None:
    """The bare fact of a yes that belongs to a larger action, which writes the audit row.

    Raises:
        GrantNeeded
    """
    require(uow, Permission.ENROL_MEMBER)
    uow.add_fact(Consent, member_id=member_id, purpose=purpose.value, channel="", given=True, text_version=text_version)


def _say(uow: UnitOfWork, member_id: Id, purpose: Purpose, channel: str, *, given: bool, text_version: str) -> None:
    require(uow, Permission.ENROL_MEMBER)
    channel = clean_words(channel, MOST_CHANNEL)
    uow.add_fact(
        Consent,
        member_id=member_id,
        purpose=purpose.value,
        channel=channel,
        given=given,
        text_version=text_version,
    )
    action = "consent_given" if given else "consent_taken_back"
    detail: dict[str, object] = {"purpose": purpose.value, "channel": channel, "text_version": text_version}
    audit.record(uow, action, subject=("member", member_id), detail=detail)
    uow.changed.add(Topic.MEMBERS)


_OF_MEMBER = (
    select(Consent.purpose, Consent.channel, Consent.given)
    .where(Consent.member_id == bindparam("member"))
    .order_by(Consent.at, Consent.id)
)
