"""Decides what the staff page shows and stores. A new PIN is hashed on the worker: that is slow on purpose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.services.common.actor import Role
from app.services.common.paging import Cursor, RowsPage
from app.services.common.search_terms import name_terms
from app.services.common.versions import ChangedMeanwhile
from app.services.settings import declared
from app.services.staff.people import (
    ChangeStaff,
    NameMissing,
    NameTaken,
    StaffDraft,
    StaffEntry,
    add_staff,
    change_staff,
    close_staff,
    list_staff,
    reopen_staff,
    set_pin,
    staff_entry,
)
from app.services.staff.pins import PIN_HASHING, PinTooEasy, PinTooShort
from app.services.staff.sign_in import pause_left
from app.ui.kit.lazy_rows import ListQuery
from app.ui.owner.context import OfficeContext
from app.values.errors import ShukeError
from app.values.ids import Id
from app.values.money import Money
from app.values.rates import Rate
from app.values.text import fold_for_search

Problem = tuple[str, str] | None
"""The field it is about (`conflict`: the record is newer) and the sentence; None: stored."""
Answered = Callable[[Problem], None]
_FIELDS = ((NameMissing, "name"), (NameTaken, "name"), (PinTooShort, "pin"), (PinTooEasy, "pin"))


class PeoplePresenter:
    """Reads and stores people; knows no widget.

    Attributes:
        hashing: How PINs are hashed; tests take one that costs nothing.
    """

    def __init__(self, context: OfficeContext) -> None:
        self._context = context
        self.hashing = PIN_HASHING

    def exponent(self) -> int:
        """Decimals of the shop's currency."""
        return self._context.settings().get(declared.CURRENCY_EXPONENT)

    def shop_limit(self) -> Money:
        """What every cashier may give back alone."""
        return Money(self._context.settings().get(declared.REFUND_LIMIT))

    def paused_until(self, person: StaffEntry) -> datetime | None:
        """When a pause after wrong PINs ends; None: there is none."""
        now = self._context.office.store.clock.now()
        return person.locked_until if pause_left(person.locked_until, now) else None

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[StaffEntry]:
        """On the worker: everybody whose name fits."""
        del after, limit
        with self._context.read() as read:
            people = list_staff(read, with_closed="left" in query.filters)
        fitting = tuple(person for person in people if _fits(person.name, query.text))
        return RowsPage(fitting, None, len(fitting))

    def person(self, staff_id: bytes) -> StaffEntry:
        """One person as they stand.

        Raises:
            NobodyThere
        """
        with self._context.read() as read:
            return staff_entry(read, Id(staff_id))

    def change(self, person: StaffEntry, values: dict[str, object]) -> Problem:
        """Store name, role and limits; offers the way back."""
        change = _change_of(person.staff_id, values, person.row_version)
        before = ChangeStaff(person.staff_id, person.name, person.role, person.refund_limit, person.discount_limit)
        try:
            with self._context.action("staff") as uow:
                change_staff(uow, change)
        except ShukeError as problem:
            return self._told(problem)

        def undo() -> None:
            with self._context.action("staff") as uow:
                change_staff(uow, before)

        self._offer(QCoreApplication.translate("office", "{name} is saved."), change.name, undo)
        return None

    def hire(self, values: dict[str, object], answered: Answered) -> None:
        """Add somebody; the answer comes when the PIN is hashed."""
        role = values["role"]
        draft = StaffDraft(str(values["name"]), role if isinstance(role, Role) else Role.CASHIER, str(values["pin"]))

        def work() -> None:
            with self._context.action("staff") as uow:
                made = add_staff(uow, draft, hashing=self.hashing)
                change_staff(uow, _change_of(made, values, None))

        self._work(work, answered, QCoreApplication.translate("office", "{name} can sign in now."), draft.name)

    def set_pin(self, person: StaffEntry, pin: str, answered: Answered) -> None:
        """A new PIN; somebody who left comes back with it."""

        def work() -> None:
            with self._context.action("pin") as uow:
                store = set_pin if person.closed_at is None else reopen_staff
                store(uow, person.staff_id, pin, hashing=self.hashing)

        self._work(work, answered, QCoreApplication.translate("office", "{name} has a new PIN."), person.name)

    def close(self, person: StaffEntry) -> Problem:
        """Somebody leaves."""
        try:
            with self._context.action("staff") as uow:
                close_staff(uow, person.staff_id)
        except ShukeError as problem:
            return self._told(problem)
        self._offer(QCoreApplication.translate("office", "{name} can sign in no more."), person.name, None)
        return None

    def _work(self, work: Callable[[], None], answered: Answered, text: str, name: str) -> None:
        def done(_: None) -> None:
            self._offer(text, name, None)
            answered(None)

        def failed(problem: Exception) -> None:
            if not isinstance(problem, ShukeError):
                raise problem
            answered(self._told(problem))

        self._context.jobs.run(lambda report: work(), then=done, failed=failed)

    def _offer(self, text: str, name: str, undo: Callable[[], None] | None) -> None:
        self._context.offer_undo(text.format(name=name), undo)

    def _told(self, problem: ShukeError) -> tuple[str, str]:
        sentence = self._context.words.tell(problem)
        if isinstance(problem, ChangedMeanwhile):
            return "conflict", sentence
        return next((field for kind, field in _FIELDS if isinstance(problem, kind)), ""), sentence


def _change_of(staff_id: Id, values: dict[str, object], row_version: int | None) -> ChangeStaff:
    role, refund, discount = values["role"], values["refund_limit"], values["discount_limit"]
    return ChangeStaff(
        staff_id,
        str(values["name"]),
        role if isinstance(role, Role) else Role.CASHIER,
        refund if isinstance(refund, Money) else None,
        discount if isinstance(discount, Rate) else None,
        row_version,
    )


def _fits(name: str, typed: str) -> bool:
    """Whether every word typed is part of the name, or of its pinyin or initials."""
    known = (fold_for_search(name), *name_terms(name))
    return all(any(word in term for term in known) for word in fold_for_search(typed).split())
