"""A member's personal words: cleaned, hashed for the journal, and cut into terms for the search.

Facts hold only the salted hash, so that erasing the words breaks no chain.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping

from sqlalchemy import delete, insert, select, text, update

from app.models.members import MemberSearchDoc
from app.services.common.search_terms import name_terms
from app.services.common.uow import Reader, UnitOfWork
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.text import fold_width

LONGEST_NAME = 60
SALT_LENGTH = 16
PERSONAL = ("name", "address_form", "phone", "email", "birthday", "birthday_calendar", "note")
"""The columns of `member` that are erased with the member."""


class NameTooLong(UserError):
    """More than a name."""

    text = QT_TRANSLATE_NOOP("errors", "This name has {count} characters; {most} are allowed. Please shorten it.")


def new_salt() -> bytes:
    """The salt of one member's hashes; erased with the words, the hashes say nothing any more."""
    return secrets.token_bytes(SALT_LENGTH)


def clean_name(typed: str) -> str:
    """A name with plain letters, single spaces and nothing unprintable.

    Raises:
        NameTooLong
    """
    printable = "".join(char if char.isprintable() else " " for char in fold_width(typed))
    name = " ".join(printable.split())
    if len(name) > LONGEST_NAME:
        raise NameTooLong(count=len(name), most=LONGEST_NAME)
    return name


def mask_name(name: str) -> str:
    """A name as somebody else may see it: `王**`."""
    return name[:1] + "*" * min(len(name) - 1, 2) if name else ""


def words_hash(salt: bytes, words: Mapping[str, object]) -> bytes:
    """SHA-256 of a member's personal words under their own salt."""
    said = json.dumps([words.get(name) or "" for name in PERSONAL], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(salt + said.encode("utf-8", "surrogatepass")).digest()


def index_words(uow: UnitOfWork, member_id: Id, *, number: str, name: str, address_form: str, last4: str) -> None:
    """Make a member findable by these words, and by no earlier ones."""
    count = number.rpartition("-")[2]
    terms = dict.fromkeys((*name_terms(name), *name_terms(address_form), last4, count, count.lstrip("0")))
    said = " ".join(term for term in terms if term)
    doc_id = _doc_of(uow, member_id)
    if doc_id is None:
        added = insert(MemberSearchDoc).values(member_id=member_id, terms=said).returning(MemberSearchDoc.doc_id)
        doc_id = uow.connection.execute(added).scalar_one()
    else:
        uow.connection.execute(update(MemberSearchDoc).where(MemberSearchDoc.doc_id == doc_id).values(terms=said))
        uow.connection.execute(_DELETE_TERMS, {"doc": doc_id})
    uow.connection.execute(_INSERT_TERMS, {"doc": doc_id, "terms": said})


def forget_words(uow: UnitOfWork, member_id: Id) -> None:
    """Take a member out of the search, words and all."""
    doc_id = _doc_of(uow, member_id)
    if doc_id is not None:
        uow.connection.execute(_DELETE_TERMS, {"doc": doc_id})
        uow.connection.execute(delete(MemberSearchDoc).where(MemberSearchDoc.doc_id == doc_id))


def _doc_of(read: Reader, member_id: Id) -> int | None:
    found: int | None = read.connection.execute(
        select(MemberSearchDoc.doc_id).where(MemberSearchDoc.member_id == member_id)
    ).scalar_one_or_none()
    return found


_INSERT_TERMS = text("INSERT INTO member_search(rowid, terms) VALUES (:doc, :terms)")
_DELETE_TERMS = text("DELETE FROM member_search WHERE rowid = :doc")
