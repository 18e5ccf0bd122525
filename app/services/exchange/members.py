"""What an import of members would do: who is new, who is known already, and what keeps a row out.

Personal words stay in the file and the plan: findings name rows and columns, and phones only masked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sqlalchemy import select

from app.models.members import Card, Member
from app.services.catalogue.drafts import MAX_NOTE, check_text
from app.services.common.uow import Reader
from app.services.exchange.cells import read_price
from app.services.exchange.fields import ImportKind, MemberField
from app.services.exchange.findings import Finding, Severity, column_remarks, finding_of
from app.services.exchange.headers import Columns
from app.services.exchange.mapping import ColumnMapping, SourceTable, columns_by, propose_mapping
from app.services.exchange.planned import REPORT_EVERY, Action, ImportPlan, PlannedRow, Report, no_report
from app.services.exchange.tables import TableRow
from app.services.members.phones import BadPhone, country_of, normalise_phone
from app.services.members.words import clean_name
from app.services.settings import declared
from app.services.settings.service import load_settings
from app.values.barcode import MAX_CODE, clean_code
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import ZERO, Money
from app.values.text import fold_width, is_han, mask_phone

Read = TypeVar("Read")
MAX_POINTS = 1_000_000_000
MAX_BALANCE = Money(1_000_000_000)
MAX_EMAIL = 120
BATCH = 400

ALREADY_MEMBER = QT_TRANSLATE_NOOP(
    "errors", "Is a member already, as number {number}. The file and the balances stay as they are."
)
POINTS_CUT = QT_TRANSLATE_NOOP("errors", "Points are whole: “{value}” was cut to {points}.")
BIRTHDAY_UNREAD = QT_TRANSLATE_NOOP(
    "errors", "The birthday cannot be read and is left out. Write it as 1990-05-17 or 05-17."
)


class NobodyNamed(UserError):
    """Neither phone nor card."""

    text = QT_TRANSLATE_NOOP("errors", "A member needs a phone number or a card number. This row is left out.")


class PhoneTwice(UserError):
    """Two rows of one file with one phone."""

    text = QT_TRANSLATE_NOOP(
        "errors",
        "The phone number {phone} stands in row {other} already. This row is left out; enrol a second person of the "
        "family at the till.",
    )


class CardTwice(UserError):
    """Two rows of one file with one card."""

    text = QT_TRANSLATE_NOOP("errors", "The card number stands in row {other} already. This row is left out.")


class TwoMembers(UserError):
    """Phone and card name different people."""

    text = QT_TRANSLATE_NOOP(
        "errors", "The phone belongs to member {number}, the card to member {other}. This row is left out."
    )


class BadPoints(UserError):
    """Not a number of points, or below zero."""

    text = QT_TRANSLATE_NOOP("errors", "“{value}” is not a number of points from 0 on.")


class BadBalance(UserError):
    """Money that nobody can have on a card."""

    text = QT_TRANSLATE_NOOP("errors", "Stored value must lie between 0 and {most}.")


class BadCard(UserError):
    """A card number that cannot be scanned."""

    text = QT_TRANSLATE_NOOP("errors", "“{code}” cannot be a card number: letters and digits, at most {most} of them.")


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A member as the file has them; `birthday` is `1990-05-17` or `05-17`."""

    phone: str = field(repr=False)
    name: str = field(default="", repr=False)
    card: str = ""
    points: int = 0
    balance: Money = ZERO
    bonus: Money = ZERO
    birthday: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class KnownMember:
    """Somebody who is a member already."""

    member_id: Id
    number: str


MemberRow = PlannedRow[MemberDraft, KnownMember]
MemberPlan = ImportPlan[MemberDraft, KnownMember]


def plan_members(
    read: Reader, table: SourceTable, mapping: ColumnMapping | None = None, *, report: Report = no_report
) -> MemberPlan:
    """Say what importing a table of members would do.

    Raises:
        MembersHeaderMissing: it has no column with phones or cards.
    """
    mapping = mapping or propose_mapping(table, ImportKind.MEMBERS)
    columns = columns_by(table, mapping)
    reader = _RowReader(columns, country_of(read), load_settings(read).get(declared.CURRENCY_EXPONENT))
    read_rows = []
    for done, row in enumerate(table.rows):
        if done % REPORT_EVERY == 0:
            report(done, 2 * len(table.rows))
        read_rows.append((row, *reader.read(row)))
    drafts = [draft for _, draft, _ in read_rows if draft is not None]
    phones = members_by_phone(read, [draft.phone for draft in drafts])
    cards = members_by_card(read, [draft.card for draft in drafts])
    matcher = _Matcher(columns, phones, cards)
    rows = tuple(matcher.planned(row, draft, findings) for row, draft, findings in read_rows)
    report(2 * len(rows), 2 * len(rows))
    return ImportPlan(table.file, table.digest, mapping, columns.header.cells, rows, tuple(column_remarks(columns)))


def members_by_phone(read: Reader, phones: list[str]) -> dict[str, KnownMember]:
    """Open members by these numbers; of a family the first enrolled."""
    found: dict[str, KnownMember] = {}
    wanted = [phone for phone in dict.fromkeys(phones) if phone]
    for at in range(0, len(wanted), BATCH):
        rows = read.connection.execute(
            select(Member.phone, Member.id, Member.number)
            .where(Member.phone.in_(wanted[at : at + BATCH]), Member.closed_at.is_(None), Member.erased_at.is_(None))
            .order_by(Member.id)
        )
        for row in rows:
            found.setdefault(row.phone, KnownMember(row.id, row.number))
    return found


def members_by_card(read: Reader, codes: list[str]) -> dict[str, KnownMember]:
    """Whom these open cards name."""
    found: dict[str, KnownMember] = {}
    wanted = [code for code in dict.fromkeys(codes) if code]
    for at in range(0, len(wanted), BATCH):
        rows = read.connection.execute(
            select(Card.code, Member.id, Member.number)
            .join(Member, Member.id == Card.member_id)
            .where(Card.code.in_(wanted[at : at + BATCH]), Card.closed_at.is_(None))
        )
        found |= {row.code: KnownMember(row.id, row.number) for row in rows}
    return found


class _Matcher:
    """Compares rows with the members there are, and with each other."""

    def __init__(self, columns: Columns, phones: Mapping[str, KnownMember], cards: Mapping[str, KnownMember]) -> None:
        self._columns, self._phones, self._cards = columns, phones, cards
        self._seen_phones: dict[str, int] = {}
        self._seen_cards: dict[str, int] = {}

    def planned(self, row: TableRow, draft: MemberDraft | None, findings: list[Finding]) -> MemberRow:
        if draft is None:
            return PlannedRow(row.number, row.cells, Action.FAIL, None, None, tuple(findings))
        try:
            self._note_once(row.number, draft)
            known = self._match(draft)
        except UserError as problem:
            column = MemberField.CARD if isinstance(problem, CardTwice) else MemberField.PHONE
            failed = finding_of(problem, row=row.number, column=self._columns.title(column))
            return PlannedRow(row.number, row.cells, Action.FAIL, None, None, (*findings, failed))
        if known is None:
            return PlannedRow(row.number, row.cells, Action.ADD, draft, None, tuple(findings))
        told = Finding(row.number, "", Severity.INFO, ALREADY_MEMBER, {"number": known.number})
        return PlannedRow(row.number, row.cells, Action.UNCHANGED, draft, known, (*findings, told))

    def _note_once(self, number: int, draft: MemberDraft) -> None:
        if draft.card and draft.card in self._seen_cards:
            raise CardTwice(other=self._seen_cards[draft.card])
        if draft.phone and draft.phone in self._seen_phones:
            raise PhoneTwice(phone=mask_phone(draft.phone), other=self._seen_phones[draft.phone])
        if draft.card:
            self._seen_cards[draft.card] = number
        if draft.phone:
            self._seen_phones[draft.phone] = number

    def _match(self, draft: MemberDraft) -> KnownMember | None:
        by_phone, by_card = self._phones.get(draft.phone), self._cards.get(draft.card)
        if by_phone and by_card and by_phone.member_id != by_card.member_id:
            raise TwoMembers(number=by_phone.number, other=by_card.number)
        return by_card or by_phone


class _RowReader:
    """Reads one row after the other."""

    def __init__(self, columns: Columns, country: str, exponent: int) -> None:
        self._columns, self._country, self._exponent = columns, country, exponent
        self._findings: list[Finding] = []
        self._row = TableRow(0, ())

    def read(self, row: TableRow) -> tuple[MemberDraft | None, list[Finding]]:
        """The member of a row, or None where something keeps it out, with what there is to say."""
        self._findings, self._row = [], row
        try:
            draft = MemberDraft(
                phone=self._phone(),
                name=self._take(MemberField.NAME, lambda: clean_name(self._name())) or "",
                card=self._take(MemberField.CARD, self._card) or "",
                points=self._take(MemberField.POINTS, self._points) or 0,
                balance=self._take(MemberField.BALANCE, lambda: self._money(MemberField.BALANCE)) or Money(0),
                bonus=self._take(MemberField.BONUS, lambda: self._money(MemberField.BONUS)) or Money(0),
                birthday=self._birthday(),
                email=self._take(MemberField.EMAIL, lambda: check_text(self._cell(MemberField.EMAIL), MAX_EMAIL)) or "",
                note=self._take(MemberField.NOTE, lambda: check_text(self._note(), MAX_NOTE)) or "",
            )
            if not draft.phone and not draft.card and not self._failed:
                raise NobodyNamed()
        except UserError as problem:
            self._tell_error(problem, MemberField.PHONE)
            return None, self._findings
        return (None if self._failed else draft), self._findings

    @property
    def _failed(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self._findings)

    def _cell(self, member_field: MemberField) -> str:
        return self._columns.cell(self._row, member_field).lstrip("'").strip()

    def _take(self, member_field: MemberField, work: Callable[[], Read]) -> Read | None:
        """What a reader makes of its cell; what that refuses becomes a finding."""
        try:
            return work()
        except UserError as problem:
            self._tell_error(problem, member_field)
            return None

    def _tell_error(self, problem: UserError, member_field: MemberField) -> None:
        self._findings.append(finding_of(problem, row=self._row.number, column=self._columns.title(member_field)))

    def _tell(self, member_field: MemberField, severity: Severity, text: str, **params: object) -> None:
        self._findings.append(Finding(self._row.number, self._columns.title(member_field), severity, text, params))

    def _phone(self) -> str:
        cell = re.sub(r"^(\d+)\.0+$", r"\1", self._cell(MemberField.PHONE))
        if not cell:
            return ""
        try:
            return normalise_phone(cell, self._country)
        except BadPhone as problem:
            masked = type(problem)(typed=mask_phone(fold_width(cell)[:24]))
            self._tell_error(masked, MemberField.PHONE)
            return ""

    def _name(self) -> str:
        whole = self._cell(MemberField.NAME)
        first, last = self._cell(MemberField.FIRST_NAME), self._cell(MemberField.LAST_NAME)
        if whole or not (first or last):
            return whole
        is_chinese = any(is_han(char) for char in first + last)
        return last + first if is_chinese else f"{first} {last}".strip()

    def _card(self) -> str:
        cell = re.sub(r"^(\d+)\.0+$", r"\1", self._cell(MemberField.CARD))
        code = clean_code(cell)
        if cell and (not code or len(fold_width(cell)) > MAX_CODE):
            raise BadCard(code=cell[:20], most=MAX_CODE)
        return code

    def _points(self) -> int:
        cell = self._cell(MemberField.POINTS)
        plain = fold_width(cell).replace(",", "").replace(" ", "")
        if plain in ("", "-", "--"):
            return 0
        match = re.fullmatch(r"(\d{1,10})(\.\d+)?", plain)
        if match is None or int(match[1]) > MAX_POINTS:
            raise BadPoints(value=cell[:20])
        if match[2] and match[2].strip(".0"):
            self._tell(MemberField.POINTS, Severity.WARNING, POINTS_CUT, value=cell[:20], points=int(match[1]))
        return int(match[1])

    def _money(self, member_field: MemberField) -> Money:
        amount = read_price(self._cell(member_field), self._exponent) or Money(0)
        if not 0 <= amount.minor <= MAX_BALANCE.minor:
            raise BadBalance(most=MAX_BALANCE)
        return amount

    def _birthday(self) -> str:
        cell = self._cell(MemberField.BIRTHDAY)
        birthday = read_birthday(cell)
        if birthday is None:
            self._tell(MemberField.BIRTHDAY, Severity.WARNING, BIRTHDAY_UNREAD)
        return birthday or ""

    def _note(self) -> str:
        told = [self._cell(MemberField.NOTE)]
        more = (MemberField.TIER, MemberField.DISCOUNT)
        told += [f"{self._columns.title(one)}: {cell}" for one in more if (cell := self._cell(one))]
        return "; ".join(text for text in told if text)


_WHOLE_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ t].*)?")
_DAY_OF_YEAR = re.compile(r"(?:--)?(\d{1,2})[-/.月](\d{1,2})日?")
_LEAP_YEAR = 2000


def read_birthday(text: str) -> str | None:
    """`1990-05-17`, `1990/5/17`, `1990年5月17日`, `19900517`, `05-17`; empty for nothing, None for what is no day."""
    plain = fold_width(text).casefold().strip()
    if plain in ("", "-", "0000-00-00"):
        return ""
    if re.fullmatch(r"(19|20)\d{6}", plain):
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    whole, short = _WHOLE_DAY.fullmatch(plain), _DAY_OF_YEAR.fullmatch(plain)
    try:
        if whole:
            return date(int(whole[1]), int(whole[2]), int(whole[3])).isoformat()
        return date(_LEAP_YEAR, int(short[1]), int(short[2])).isoformat()[5:] if short else None
    except ValueError:
        return None
