"""Writing imported members: file, account, cards, the programme's consent, and their balances as opening rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert

from app.models.members import Account, Card, Member, MemberEvent
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.uow import Reader, UnitOfWork
from app.services.exchange.mapping import source_key
from app.services.exchange.members import MemberDraft, MemberRow, members_by_card, members_by_phone
from app.services.exchange.opening import open_balances
from app.services.exchange.pieces import Change
from app.services.exchange.running import CatalogueMoved
from app.services.members.codes import arm_for, new_member_code, next_member_number
from app.services.members.consent import Purpose, record_consent
from app.services.members.words import index_words, new_salt, words_hash
from app.values.ids import Id, new_id

CONSENT_VERSION = "imported"
"""What members agreed to was the old till's text; ours was never shown to them."""


class MemberWriter:
    """Writes planned members."""

    def check(self, read: Reader, rows: Sequence[MemberRow]) -> None:
        """Pass if nobody was enrolled with these phones or cards meanwhile."""
        drafts = [row.sure_draft() for row in rows]
        by_phone = members_by_phone(read, [draft.phone for draft in drafts])
        if by_phone or members_by_card(read, [draft.card for draft in drafts]):
            raise CatalogueMoved()

    def prepare(self, rows: Sequence[MemberRow]) -> Sequence[object]:
        """Nothing has to be there before."""
        del rows
        return ()

    def write_prepared(self, uow: UnitOfWork, items: Sequence[Any]) -> list[Change]:
        """Nothing."""
        del uow, items
        return []

    def write(self, uow: UnitOfWork, run_id: Id, rows: Sequence[MemberRow]) -> list[Change]:
        """Write some rows."""
        require(uow, Permission.IMPORT)
        files = [_file(uow, row.sure_draft()) for row in rows]
        accounts = [{**_reference(uow, new_id()), "owner_kind": "member", "owner_id": file["id"]} for file in files]
        uow.connection.execute(insert(Member), files)
        uow.connection.execute(insert(Account), accounts)
        uow.connection.execute(insert(Card), _cards(uow, rows, files))
        uow.add_facts(
            MemberEvent,
            [
                {"member_id": file["id"], "kind": "enrolled", "text_hash": words_hash(file["salt"], file)}
                for file in files
            ],
        )
        for row, file, account in zip(rows, files, accounts, strict=True):
            record_consent(uow, file["id"], Purpose.PROGRAMME, text_version=CONSENT_VERSION)
            index_words(
                uow,
                file["id"],
                number=file["number"],
                name=file["name"],
                address_form="",
                last4=file["phone_last4"],
            )
            open_balances(uow, account["id"], source_key(run_id, row.number), row.sure_draft())
        return [Change("member", file["id"]) for file in files]


def _file(uow: UnitOfWork, draft: MemberDraft) -> dict[str, Any]:
    member_id = new_id()
    return {
        **_reference(uow, member_id),
        "number": next_member_number(uow),
        "kind": "person",
        "name": draft.name,
        "address_form": "",
        "phone": draft.phone,
        "phone_last4": draft.phone[-4:],
        "email": draft.email,
        "birthday": draft.birthday,
        "birthday_calendar": "solar",
        "language": "",
        "note": draft.note,
        "household_id": None,
        "company_id": None,
        "referrer_id": None,
        "arm": arm_for(uow, member_id),
        "salt": new_salt(),
        "enrolled_at": uow.now,
        "enrolled_by": uow.actor.staff_id,
        "erased_at": None,
    }


def _cards(uow: UnitOfWork, rows: Sequence[MemberRow], files: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each member's fresh QR, and the card they brought along."""
    cards = []
    for row, file in zip(rows, files, strict=True):
        codes = [(new_member_code(), "qr")]
        codes += [(row.sure_draft().card, "card")] if row.sure_draft().card else []
        for code, kind in codes:
            own = {"code": code, "kind": kind, "member_id": file["id"], "close_reason": ""}
            cards.append({**_reference(uow, new_id()), **own})
    return cards


def _reference(uow: UnitOfWork, row_id: Id) -> dict[str, Any]:
    return {
        "id": row_id,
        "row_version": 1,
        "updated_at": uow.now,
        "updated_by": uow.actor.staff_id,
        "closed_at": None,
    }
