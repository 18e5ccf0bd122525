"""How often each cashier did what an owner asks about, per hundred sales, so that the odd one out is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import and_, func, select

from app.models.audit import AuditEvent
from app.models.organisation import Staff
from app.models.sales import Sale, SaleDiscount
from app.services.common.uow import Reader
from app.services.reports.logs import ACTIONS, LogFilter, LogKind, known_actions, time_of
from app.services.staff.sign_in import GRANT_REFUSED
from app.values.ids import Id
from app.values.money import ZERO, Money
from app.values.rounding import divide_half_up

TYPED = "typed"
"""The rule of a discount that came from a price somebody typed."""
ODD_TIMES, ODD_LEAST = 2, 5
"""Odd is who did something five times or more, and twice as often per sale as all the others together."""


@dataclass(frozen=True, slots=True)
class ActionCount:
    """One kind of action of one cashier.

    Attributes:
        per_hundred: Times per 100 sales, in hundredths; None without a sale.
        is_odd: Clearly more often than the others.
    """

    kind: LogKind
    times: int
    amount: Money
    per_hundred: int | None = None
    is_odd: bool = False


@dataclass(frozen=True, slots=True)
class CashierControl:
    """One cashier in a stretch of days.

    Attributes:
        sale_count: Sales posted, refunds not counted.
        actions: One for each `LogKind`, in its order; a grant counts for whoever asked.
        grants_refused: Wrong PINs offered for leave.
        discounted: What typed prices took off the sales that were really posted, refunds of them taken back.
    """

    staff_id: Id | None
    name: str
    sale_count: int
    turnover: Money
    actions: tuple[ActionCount, ...]
    grants_refused: int
    discounted: Money

    def of(self, kind: LogKind) -> ActionCount:
        """The count of one kind."""
        return next(action for action in self.actions if action.kind is kind)

    @property
    def is_odd(self) -> bool:
        """In anything."""
        return any(action.is_odd for action in self.actions)


@dataclass(slots=True)
class _Tally:
    """What is added up for one person."""

    sale_count: int = 0
    turnover: int = 0
    refused: int = 0
    discounted: int = 0


def count_by_cashier(
    read: Reader, from_date: date, until_date: date, *, till: Id | None = None
) -> tuple[CashierControl, ...]:
    """Everybody who sold or did any of it between two business dates, both included; by name."""
    wanted = LogFilter(from_date=from_date, until_date=until_date, till=till)
    tallies: dict[Id | None, _Tally] = {}
    _add_sales(read, wanted, tallies)
    counts = _actions(read, wanted, tallies)
    names = dict(read.connection.execute(select(Staff.id, Staff.name)).all())
    made = [
        CashierControl(
            staff_id=staff_id,
            name=names.get(staff_id, "") if staff_id is not None else "",
            sale_count=tally.sale_count,
            turnover=Money(tally.turnover),
            actions=tuple(_counted(kind, counts.get((staff_id, kind)), tally.sale_count) for kind in LogKind),
            grants_refused=tally.refused,
            discounted=Money(tally.discounted),
        )
        for staff_id, tally in tallies.items()
    ]
    return tuple(sorted(_with_odd(made), key=lambda person: (person.name, person.staff_id or b"")))


def _add_sales(read: Reader, wanted: LogFilter, tallies: dict[Id | None, _Tally]) -> None:
    these = [Sale.business_date >= wanted.from_date, Sale.business_date <= wanted.until_date]
    if wanted.till is not None:
        these.append(Sale.till_id == wanted.till)
    heads = select(Sale.staff_id, Sale.kind, func.count(), func.sum(Sale.total_minor)).where(*these)
    for staff_id, kind, times, total in read.connection.execute(heads.group_by(Sale.staff_id, Sale.kind)):
        tally = tallies.setdefault(staff_id, _Tally())
        tally.turnover += total or 0
        tally.sale_count += times if kind == "sale" else 0
    typed = select(Sale.staff_id, func.sum(SaleDiscount.amount_minor)).join(Sale, Sale.id == SaleDiscount.sale_id)
    for staff_id, amount in read.connection.execute(
        typed.where(*these, SaleDiscount.rule_kind == TYPED).group_by(Sale.staff_id)
    ):
        tallies[staff_id].discounted += amount or 0


def _actions(
    read: Reader, wanted: LogFilter, tallies: dict[Id | None, _Tally]
) -> dict[tuple[Id | None, LogKind], tuple[int, int]]:
    """Times and amounts by person and kind."""
    columns = (AuditEvent.staff_id, AuditEvent.action, AuditEvent.granted_by.is_not(None).label("granted"))
    amount = func.coalesce(func.sum(AuditEvent.amount_minor), 0)
    named = [*(action for actions in ACTIONS.values() for action in actions), GRANT_REFUSED]
    others = [action for action in known_actions(read) if action not in named]
    has_leave = and_(AuditEvent.granted_by.is_not(None), AuditEvent.action.in_(others))
    of_kind = AuditEvent.action.in_(named)
    found: dict[tuple[Id | None, LogKind], tuple[int, int]] = {}
    kind_of = {action: kind for kind, actions in ACTIONS.items() for action in actions}
    for condition in (of_kind, has_leave):
        query = select(*columns, func.count(), amount).where(condition, *time_of(wanted)).group_by(*columns)
        for staff_id, action, granted, times, minor in read.connection.execute(query):
            tally = tallies.setdefault(staff_id, _Tally())
            if action == GRANT_REFUSED:
                tally.refused += times
                continue
            for kind in (kind_of.get(action), LogKind.GRANT if granted else None):
                if kind is not None:
                    before = found.get((staff_id, kind), (0, 0))
                    found[staff_id, kind] = (before[0] + times, before[1] + (minor or 0))
    return found


def _counted(kind: LogKind, found: tuple[int, int] | None, sale_count: int) -> ActionCount:
    times, minor = found or (0, 0)
    per_hundred = divide_half_up(times * 10_000, sale_count) if sale_count else None
    return ActionCount(kind, times, Money(minor) if found else ZERO, per_hundred)


def _with_odd(people: Sequence[CashierControl]) -> list[CashierControl]:
    return [
        replace(
            person, actions=tuple(replace(action, is_odd=_is_odd(person, action, people)) for action in person.actions)
        )
        for person in people
    ]


def _is_odd(person: CashierControl, action: ActionCount, people: Sequence[CashierControl]) -> bool:
    """Cross-multiplied, so that nothing is rounded; with nobody to compare with, nobody is odd."""
    others = [other for other in people if other.staff_id != person.staff_id]
    their_sales = sum(other.sale_count for other in others)
    their_times = sum(other.of(action.kind).times for other in others)
    if action.times < ODD_LEAST or not their_sales:
        return False
    return action.times * their_sales >= ODD_TIMES * their_times * max(person.sale_count, 1)
