"""Doing something that may be refused: the refusal is told, and nothing is taken for done before its commit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.services.common.uow import Reader, UnitOfWork
from app.ui.owner.context import OfficeContext

T = TypeVar("T")


def acted(context: OfficeContext, kind: str, do: Callable[[UnitOfWork], T]) -> T | None:
    """What one committed action gave; None where it was refused or could not be stored, which was told."""
    answer: T | None = None

    def act() -> T:
        with context.action(kind) as uow:
            made = do(uow)
        return made

    with context.told():
        answer = act()
    return answer


def looked(context: OfficeContext, look: Callable[[Reader], T]) -> T | None:
    """What was read; None where that could not be, which was told."""
    answer: T | None = None
    with context.told(), context.read() as read:
        answer = look(read)
    return answer
