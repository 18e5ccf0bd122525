"""What the shell needs beside the basket: who is here, the drawer, leave for one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from argon2 import PasswordHasher

from app.services.checkout import shop_rules
from app.services.checkout.key_paper import KeySection, queue_key_sheet
from app.services.checkout.paper import paper_language, shop_header
from app.services.checkout.printer import queue_test_page
from app.services.checkout.recovery_paper import print_recovery_code
from app.services.checkout.shift_paper import z_data
from app.services.common.actor import Actor, Grant, Permission
from app.services.common.permissions import require
from app.services.common.store import Store
from app.services.common.topics import Topic
from app.services.common.uow import Reader, UnitOfWork
from app.services.receipts import queue
from app.services.receipts.compose import compose_cash_slip
from app.services.receipts.compose_z import compose_z_report
from app.services.receipts.data import CashSlipData
from app.services.receipts.parts import Receipt
from app.services.settings import declared
from app.services.settings.service import change_own_language, load_settings
from app.services.shifts.cash import LONGEST_REASON, CashMoved, pay_in, pay_out
from app.services.shifts.close import CashCount, ClosedShift, close_shift
from app.services.shifts.figures import ShiftFigures
from app.services.shifts.open import NoShiftOpen, OpenShift, current_shift, open_shift
from app.services.shifts.report import shift_figures
from app.services.staff import sign_in as signing
from app.services.staff.founding import nobody_at, this_till
from app.services.staff.people import StaffEntry, list_staff
from app.services.staff.pins import PIN_HASHING, check_pin, match_pin
from app.services.staff.recovery import RecoveryResult, recover_with_code
from app.services.staff.sign_in import SignInResult
from app.values.ids import Id
from app.values.money import Money
from app.values.text import clean_words

ActorListener = Callable[[Actor], None]


class Desk:
    """One till's people and drawer; each method is one user action.

    Attributes:
        actor: Who stands at the till now; nobody until somebody signs in.
        moved: Hears of every new actor, so that the sale screen's session follows.
    """

    def __init__(self, store: Store, *, hashing: PasswordHasher = PIN_HASHING) -> None:
        self.store = store
        self.moved: ActorListener = lambda actor: None
        self._hashing = hashing
        with store.read() as read:
            till = this_till(read)
            shift = current_shift(read, till.till_id)
            self.shop_name = till.shop_name
        self.till_code = till.till_code
        self._nobody = nobody_at(till)
        self.actor = replace(self._nobody, shift_id=shift.shift_id if shift else None)

    # People

    def staff(self) -> tuple[StaffEntry, ...]:
        """Who can sign in."""
        with self.store.read() as read:
            return list_staff(read)

    def sign_in(self, staff_id: Id, pin: str) -> SignInResult:
        """Check a PIN; slow on purpose, so call it off the screen's thread. A wrong one is a result, and counted.

        Nobody takes the place yet: `take_place` does that, on the screen's thread.
        """
        with self.store.read() as read:
            on_file = signing.pin_of(read, staff_id)
        right = check_pin(on_file.pin_hash, pin)
        with self._action("sign_in") as uow:
            result = signing.note_sign_in(uow, staff_id, right=right)
        return result

    def take_place(self, actor: Actor) -> None:
        """Stand at this till as the one who signed in."""
        self._move_to(replace(actor, shift_id=self.actor.shift_id))

    def sign_out(self) -> None:
        """Lock the till; the basket stays."""
        self._move_to(replace(self._nobody, shift_id=self.actor.shift_id))

    def change_own_pin(self, old_pin: str, new_pin: str) -> None:
        """Choose another PIN.

        Raises:
            WrongPin, SignInPaused, PinTooShort, PinTooEasy: nothing was changed, but a wrong one is counted.
        """
        with self._action("pin") as uow:
            problem = signing.change_own_pin(uow, old_pin, new_pin, hashing=self._hashing)
        if problem is not None:
            raise problem

    def recover(self, staff_id: Id, code: str, new_pin: str) -> RecoveryResult:
        """Choose a new PIN with the code from the paper; slow on purpose. A wrong code is a result, and counted.

        Raises:
            RecoveryIncomplete, RecoveryMistyped, PinTooShort, PinTooEasy, NoRecoveryCode: nothing was counted.
        """
        with self._action("recover") as uow:
            return recover_with_code(uow, staff_id, code, new_pin, hashing=self._hashing)

    def print_recovery_code(self, code: str, person: str) -> None:
        """Put a recovery code on paper; holds the printer for a moment.

        Raises:
            NoPrinterFound, PrinterAddressWrong, DeviceError
        """
        print_recovery_code(self.store, code, person)

    def grant(self, pin: str, permission: Permission) -> Grant:
        """Another person's leave for one action of whoever stands here now; slow on purpose.

        Raises:
            WrongPin, SignInPaused: counted against the one who asks.
            NobodySignedIn: nothing was counted.
        """
        asker = self.actor
        with self.store.read() as read:
            tried = signing.pins_for_grant(read, permission)
        matched = match_pin(tried, pin)
        with self.store.action(asker, "grant") as uow:
            result = signing.note_grant(uow, tried, matched, permission)
        if result.problem is not None:
            raise result.problem
        assert result.grant is not None
        return result.grant

    # The drawer

    def shift(self) -> OpenShift | None:
        """The shift that is open at this till."""
        with self.store.read() as read:
            return current_shift(read, self.actor.till_id)

    def open_shift(self, float_amount: Money) -> OpenShift:
        """Open the drawer with its float.

        Raises:
            ShiftOpen, BadCash, GrantNeeded
        """
        with self._action("shift_opened") as uow:
            shift = open_shift(uow, float_amount)
            after = uow.actor
        self._move_to(after)
        return shift

    def pay_in(self, amount: Money, reason: str) -> CashMoved:
        """Put cash in, with a slip.

        Raises:
            ReasonMissing, BadCash, NoShiftOpen
        """
        return self._move_cash(amount, reason, paid_in=True)

    def pay_out(self, amount: Money, reason: str) -> CashMoved:
        """Take cash out, with a slip.

        Raises:
            ReasonMissing, DrawerTooLow, BadCash, NoShiftOpen
        """
        return self._move_cash(amount, reason, paid_in=False)

    def shift_summary(self) -> ShiftFigures:
        """The open shift's figures as they stand.

        Raises:
            NoShiftOpen
        """
        with self.store.read() as read:
            return shift_figures(read, self._shift(read).shift_id)

    def x_report(self) -> Receipt:
        """Print the figures without closing.

        Raises:
            NoShiftOpen
        """
        with self._action("x_report") as uow:
            require(uow, Permission.SELL)
            receipt = self._report(uow, shift_figures(uow, self._shift(uow).shift_id))
            queue.enqueue_paper(uow, receipt)
            uow.changed.add(Topic.PRINTING)
        return receipt

    def close_shift(self, counted: Money, grant: Grant | None = None, *, count: CashCount | None = None) -> ClosedShift:
        """Close with a count and print the Z report in the same action.

        Raises:
            NoShiftOpen, BasketStillOpen, BadCash, CountDiffers, GrantNeeded
        """
        with self._action("shift_closed", grant=grant) as uow:
            closed = close_shift(uow, count or CashCount(counted))
            queue.enqueue_paper(uow, self._report(uow, closed.figures))
            uow.changed.add(Topic.PRINTING)
            after = uow.actor
        self._move_to(after)
        return closed

    # Paper and language

    def print_test_page(self) -> None:
        """A page in both text modes, so that the shop can choose."""
        with self._action("test_page") as uow:
            queue_test_page(uow)

    def print_key_sheet(self, title: str, sections: Sequence[KeySection]) -> None:
        """The sheet of all keys, to be stuck beside the till."""
        with self._action("key_sheet") as uow:
            queue_key_sheet(uow, title, sections)

    def set_language(self, code: str) -> None:
        """Remember the language of this till's screens."""
        with self._action("language") as uow:
            change_own_language(uow, code)

    @property
    def language(self) -> str:
        """`zh` or `en`."""
        with self.store.read() as read:
            return load_settings(read, scope=self.actor.till_id.hex()).get(declared.LANGUAGE)

    # Within

    def _action(self, kind: str, *, grant: Grant | None = None) -> AbstractContextManager[UnitOfWork]:
        return self.store.action(self.actor, kind, grant=grant)

    def _move_to(self, actor: Actor) -> None:
        self.actor = actor
        self.moved(actor)

    def _shift(self, read: Reader) -> OpenShift:
        shift = current_shift(read, self.actor.till_id)
        if shift is None:
            raise NoShiftOpen()
        return shift

    def _report(self, read: Reader, figures: ShiftFigures) -> Receipt:
        settings = load_settings(read)
        rules = shop_rules.sale_rules(settings)
        header = shop_header(read, self.actor.shop_id, rules)
        return compose_z_report(z_data(figures, rules.zone), header, language=paper_language(rules))

    def _move_cash(self, amount: Money, reason: str, *, paid_in: bool) -> CashMoved:
        with self._action("cash_in" if paid_in else "cash_out") as uow:
            moved = pay_in(uow, amount, reason) if paid_in else pay_out(uow, amount, reason)
            settings = load_settings(uow)
            rules = shop_rules.sale_rules(settings)
            shift = self._shift(uow)
            at_local = uow.now.astimezone(rules.zone)
            data = CashSlipData(
                paid_in,
                amount,
                clean_words(reason, LONGEST_REASON),
                self.actor.staff_name,
                self.till_code,
                shift.number,
                at_local,
            )
            slip = compose_cash_slip(data, shop_header(uow, self.actor.shop_id, rules), language=paper_language(rules))
            if rules.pulse_drawer:
                queue.enqueue_drawer(uow)
            queue.enqueue_paper(uow, slip)
            uow.changed.add(Topic.PRINTING)
        return moved
