"""The way from the till to the back office and back; the office is made when its owner first goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from app.services.common.actor import Permission
from app.ui.kit.jobs import Jobs
from app.ui.kit.notices import NoticeKind
from app.ui.shell.main_window import FIRST_RUN, OFFICE, OPEN_SHIFT, SIGN_IN
from app.values.ids import Id

if TYPE_CHECKING:
    from app.services.checkout.desk import Desk
    from app.ui.cashier.build import CashierPages
    from app.ui.kit.bus import ChangeBus
    from app.ui.kit.scan_filter import ScanFilter
    from app.ui.kit.words import Words
    from app.ui.owner.context import DemoWish
    from app.ui.owner.office import OfficeScreen
    from app.ui.shell.main_window import MainWindow


class Till(Protocol):
    """The running till as its back door sees it."""

    window: MainWindow
    desk: Desk | None
    words: Words
    jobs: Jobs
    bus: ChangeBus
    scan_filter: ScanFilter

    @property
    def cashier(self) -> CashierPages | None:
        """The pages to sell on."""
        ...

    def to_till(self) -> None:
        """Sell, or open the shift first."""
        ...

    def demo_wish(self) -> DemoWish | None:
        """What the office is told about the demo shop."""
        ...


class OfficeDoor(QObject):
    """Lets owners through.

    Attributes:
        screen: The office of whoever was there last; None until somebody was.
        reading: Reads its lists, so that none waits behind an import.
    """

    def __init__(self, program: Till) -> None:
        super().__init__(program.window)
        assert program.desk is not None
        self._program, self._window, self._desk = program, program.window, program.desk
        self.reading = Jobs(self)
        self.screen: OfficeScreen | None = None
        self._made_for: Id | None = None
        self._window.office_requested.connect(self.toggle)

    def may_enter(self) -> bool:
        """Whether whoever stands at the till is let in; the services ask again for everything done inside."""
        actor = self._desk.actor
        return actor.staff_id is not None and actor.may(Permission.OPEN_OFFICE)

    def show_entry(self) -> None:
        """Show the buttons to those who are let in."""
        self._window.status.show_office(self.may_enter())
        if self._window.has_page(OPEN_SHIFT):
            from app.ui.cashier.open_shift_view import OpenShiftView

            page = self._window.page(OPEN_SHIFT)
            assert isinstance(page, OpenShiftView)
            page.office_button.setVisible(self.may_enter())

    def toggle(self) -> None:
        """Into the office, or from it back to the till."""
        page = self._window.current_page()
        if page == OFFICE and self.screen is not None:
            self.screen.leave()
        elif page not in (SIGN_IN, FIRST_RUN, ""):
            self.enter()

    def enter(self, key: str = "", subject: object = None) -> None:
        """Open the office, or one of its pages; a cashier is told that it is the owner's."""
        if not self.may_enter():
            self._window.prompter.notice(lambda: self.tr("The back office is for the owner."), NoticeKind.CAREFUL)
            return
        if self._program.cashier is not None:
            self._program.cashier.put_away()
        screen = self._made()
        self._window.show_page(OFFICE)
        screen.go(key, subject) if key else screen.enter()

    def close(self) -> None:
        """Wait for no list any more."""
        self.reading.close()

    def _refund_at_till(self, number: str) -> None:
        """To the till, and there into the refund of a receipt."""
        self._program.to_till()
        if self._program.cashier is not None:
            self._program.cashier.refund(number)

    def _made(self) -> OfficeScreen:
        """The office of this person: what another one left open is not shown to them."""
        from app.ui.owner.build import build_office

        actor = self._desk.actor
        if self.screen is None or self._made_for != actor.staff_id:
            self.screen = build_office(
                self._desk.store,
                self._desk,
                self._program.words,
                self._program.jobs,
                self.reading,
                self._program.bus,
                self._window.prompter,
                self._window.key_map,
                self._program.scan_filter,
                demo=self._program.demo_wish(),
                refund=self._refund_at_till,
            )
            self._made_for = actor.staff_id
            self.screen.left.connect(self._program.to_till)
            self._window.add_page(OFFICE, self.screen)
        return self.screen
