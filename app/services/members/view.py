"""A member as a screen may show them: number masked, balance, whose account it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select

from app.models.members import Account, Household, Member, MemberAlias
from app.services.common.uow import Reader
from app.services.members.codes import HELD_OUT_ARMS
from app.services.members.consent import consent_of
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.text import mask_phone


class MemberUnknown(UserError):
    """No such member in this file."""

    text = QT_TRANSLATE_NOOP("errors", "This member is not known on this till. Please look again.")


@dataclass(frozen=True, slots=True)
class MemberView:
    """A person at the till.

    Attributes:
        account_id: The household's or company's account where the member shares one, else their own.
        card_id: The card that named them; None when they were found by words.
        points_balance: Of that account; below zero is owed.
        arm: 0-99, of the household where there is one.
    """

    member_id: Id
    account_id: Id
    household_id: Id | None
    company_id: Id | None
    card_id: Id | None
    number: str
    name: str
    address_form: str
    phone_masked: str
    language: str
    points_balance: int
    arm: int
    profiling_allowed: bool
    enrolled_at: datetime
    row_version: int

    @property
    def is_held_out(self) -> bool:
        """In the permanent hold-out: service lines only, no selling lines."""
        return self.arm < HELD_OUT_ARMS

    def on_card(self, card_id: Id) -> MemberView:
        """The same person, named by this card."""
        return replace(self, card_id=card_id)


def member_view(read: Reader, member_id: Id, *, card_id: Id | None = None) -> MemberView:
    """The member, or the one they were merged into.

    Raises:
        MemberUnknown: there is none.
    """
    row = read.connection.execute(_MEMBER, {"member": surviving_id(read, member_id)}).one_or_none()
    if row is None:
        raise MemberUnknown()
    account = _account_of(read, row)
    return MemberView(
        member_id=row.id,
        account_id=account.id,
        household_id=row.household_id,
        company_id=row.company_id,
        card_id=card_id,
        number=row.number,
        name=row.name,
        address_form=row.address_form,
        phone_masked=mask_phone(row.phone),
        language=row.language,
        points_balance=account.points_balance,
        arm=row.arm,
        profiling_allowed=consent_of(read, row.id).profiling,
        enrolled_at=row.enrolled_at,
        row_version=row.row_version,
    )


def surviving_id(read: Reader, member_id: Id) -> Id:
    """Where merges lead from a member; the member itself if there was none."""
    seen = {member_id}
    while True:
        into = read.connection.execute(_INTO, {"member": member_id}).scalar()
        if into is None or into in seen:
            return member_id
        seen.add(into)
        member_id = into


def _account_of(read: Reader, member: Any) -> Any:
    owners = {"member": member.id, "household": member.household_id, "company": member.company_id}
    found = {row.owner_kind: row for row in read.connection.execute(_ACCOUNTS, owners)}
    for kind in ("household", "company", "member"):
        if kind in found:
            return found[kind]
    raise LookupError(f"member {member.id.hex()} has no account")


_MEMBER = (
    select(
        Member.id,
        Member.number,
        Member.name,
        Member.address_form,
        Member.phone,
        Member.language,
        Member.household_id,
        Member.company_id,
        Member.enrolled_at,
        Member.row_version,
        func.coalesce(Household.arm, Member.arm).label("arm"),
    )
    .outerjoin(Household, Household.id == Member.household_id)
    .where(Member.id == bindparam("member"))
)
_ACCOUNTS = select(Account.id, Account.owner_kind, Account.points_balance).where(
    or_(
        *(
            and_(Account.owner_kind == kind, Account.owner_id == bindparam(kind))
            for kind in ("member", "household", "company")
        )
    )
)
# Two tills may merge the same member offline: the newest word holds.
_INTO = (
    select(MemberAlias.to_member_id)
    .where(MemberAlias.from_member_id == bindparam("member"))
    .order_by(MemberAlias.at.desc(), MemberAlias.id.desc())
    .limit(1)
)
