"""Making somebody a member, and changing their file. A phone number alone is enough."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from app.models.members import Account, Member, MemberEvent
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.services.members.cards import add_card
from app.services.members.codes import arm_for, next_member_number
from app.services.members.consent import TEXT_VERSION, Purpose, record_consent
from app.services.members.find import MemberRow, find_same_phone
from app.services.members.phones import country_of, normalise_phone
from app.services.members.view import MemberUnknown, MemberView, member_view, surviving_id
from app.services.members.words import clean_name, index_words, mask_name, new_salt, words_hash
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id, new_id


class PhoneKnown(UserError):
    """Somebody has this number already; families may share one, so a second file is possible but must be meant."""

    text = QT_TRANSLATE_NOOP(
        "errors", "{phone} already belongs to {member}. Choose that member, or confirm that this is another person."
    )


class FileChanged(UserError):
    """Two people edited the same member."""

    text = QT_TRANSLATE_NOOP(
        "errors", "Somebody else changed this member meanwhile. Nothing was stored; please look again."
    )


@dataclass(frozen=True, slots=True)
class EnrolDraft:
    """A new member.

    Attributes:
        phone: As typed; validated for the shop's country.
        consent_text_version: Of the programme's text that they agreed to.
        allow_duplicate: Enrol although the number is known (another member of a family).
    """

    phone: str
    name: str = ""
    language: str = ""
    address_form: str = ""
    consent_text_version: str = TEXT_VERSION
    allow_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """What changes in a member's file; None leaves a word as it is.

    Attributes:
        row_version: The version that the editor saw.
    """

    member_id: Id
    row_version: int
    name: str | None = None
    phone: str | None = None
    language: str | None = None
    address_form: str | None = None


def enrol_member(uow: UnitOfWork, draft: EnrolDraft) -> MemberView:
    """Make somebody a member, with an account, a QR of their own and the programme's consent.

    Raises:
        GrantNeeded, BadPhone, NameTooLong
        PhoneKnown: somebody has the number and `allow_duplicate` is off.
    """
    require(uow, Permission.ENROL_MEMBER)
    phone = normalise_phone(draft.phone, country_of(uow))
    if not draft.allow_duplicate and (same := find_same_phone(uow, draft.phone)):
        raise PhoneKnown(phone=same[0].phone_masked, member=_masked(same[0]))
    member_id, salt = new_id(), new_salt()
    file = _new_file(uow, draft, member_id, phone) | {"salt": salt}
    uow.connection.execute(insert(Member), file)
    uow.connection.execute(insert(Account), _new_account(uow, member_id))
    card_id = add_card(uow, member_id)
    uow.add_fact(MemberEvent, member_id=member_id, kind="enrolled", text_hash=words_hash(salt, file))
    record_consent(uow, member_id, Purpose.PROGRAMME, text_version=draft.consent_text_version)
    _index(uow, file)
    audit.record(uow, "member_enrolled", subject=("member", member_id), detail={"number": file["number"]})
    uow.changed.add(Topic.MEMBERS)
    return member_view(uow, member_id, card_id=card_id)


def change_member(uow: UnitOfWork, draft: ChangeDraft) -> MemberView:
    """Change words of a member's file; nothing is written when nothing differs.

    Raises:
        GrantNeeded, MemberUnknown, BadPhone, NameTooLong
        FileChanged: the file is newer than the editor saw.
    """
    require(uow, Permission.ENROL_MEMBER)
    member_id = surviving_id(uow, draft.member_id)
    row = uow.connection.execute(select(Member.__table__).where(Member.id == member_id)).one_or_none()
    if row is None or row.erased_at is not None:
        raise MemberUnknown()
    if row.row_version != draft.row_version:
        raise FileChanged()
    before = dict(row._mapping)
    changed = {name: word for name, word in _new_words(uow, draft).items() if word != before[name]}
    if changed:
        after = before | changed
        version = {"row_version": row.row_version + 1, "updated_at": uow.now, "updated_by": uow.actor.staff_id}
        uow.connection.execute(update(Member).where(Member.id == member_id).values(changed | version))
        uow.add_fact(MemberEvent, member_id=member_id, kind="edited", text_hash=words_hash(row.salt, after))
        _index(uow, after)
        detail: dict[str, object] = {"fields": sorted(changed.keys() - {"phone_last4"})}
        audit.record(uow, "member_edited", subject=("member", member_id), detail=detail)
        uow.changed.add(Topic.MEMBERS)
    return member_view(uow, member_id)


def _new_words(uow: UnitOfWork, draft: ChangeDraft) -> dict[str, str]:
    words: dict[str, str] = {}
    if draft.name is not None:
        words["name"] = clean_name(draft.name)
    if draft.address_form is not None:
        words["address_form"] = clean_name(draft.address_form)
    if draft.language is not None:
        words["language"] = draft.language
    if draft.phone is not None:
        words |= _phone_words(normalise_phone(draft.phone, country_of(uow)))
    return words


def _phone_words(phone: str) -> dict[str, str]:
    return {"phone": phone, "phone_last4": phone[-4:]}


def _new_file(uow: UnitOfWork, draft: EnrolDraft, member_id: Id, phone: str) -> dict[str, object]:
    return {
        **_reference(uow, member_id),
        "number": next_member_number(uow),
        "kind": "person",
        "name": clean_name(draft.name),
        "address_form": clean_name(draft.address_form),
        **_phone_words(phone),
        "email": "",
        "birthday": "",
        "birthday_calendar": "solar",
        "language": draft.language,
        "note": "",
        "household_id": None,
        "company_id": None,
        "referrer_id": None,
        "arm": arm_for(uow, member_id),
        "enrolled_at": uow.now,
        "enrolled_by": uow.actor.staff_id,
        "erased_at": None,
    }


def _reference(uow: UnitOfWork, row_id: Id) -> dict[str, object]:
    return {
        "id": row_id,
        "row_version": 1,
        "updated_at": uow.now,
        "updated_by": uow.actor.staff_id,
        "closed_at": None,
    }


def _new_account(uow: UnitOfWork, member_id: Id) -> dict[str, object]:
    return {**_reference(uow, new_id()), "owner_kind": "member", "owner_id": member_id}


def _index(uow: UnitOfWork, file: dict[str, object]) -> None:
    index_words(
        uow,
        Id(file["id"]),  # type: ignore[arg-type]
        number=str(file["number"]),
        name=str(file["name"]),
        address_form=str(file["address_form"]),
        last4=str(file["phone_last4"]),
    )


def _masked(row: MemberRow) -> str:
    return f"{mask_name(row.name)} {row.number}".strip()
