"""Opening the shift: the float is counted into the drawer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from app.values.errors import ShukeError
from app.values.money import ZERO, Money

if TYPE_CHECKING:
    from app.services.checkout.desk import Desk
    from app.services.shifts.open import OpenShift


class OpenShiftScreen(Protocol):
    """The page as its presenter sees it."""

    def start(self) -> None:
        """Empty the field."""
        ...

    def tell(self, what: ShukeError) -> None:
        """Say what is wrong."""
        ...


class OpenShiftPresenter:
    """Opens the shift with the float that was typed; an empty field is an empty drawer."""

    def __init__(self, desk: Desk, screen: OpenShiftScreen, opened: Callable[[OpenShift], None]) -> None:
        self._desk, self._screen, self._opened = desk, screen, opened

    def on_float(self, amount: Money | None) -> None:
        """The float was confirmed."""
        try:
            shift = self._desk.open_shift(amount or ZERO)
        except ShukeError as problem:
            self._screen.tell(problem)
        else:
            self._screen.start()
            self._opened(shift)
