"""What can be done with sales already posted: look, refund, print again; and the drawer that opens without one."""

from __future__ import annotations

from app.services.checkout.at_till import AtTill
from app.services.checkout.paper import compose_for
from app.services.checkout.posted import find_by_number, last_sale, load_sale
from app.services.checkout.refund import post_refund
from app.services.checkout.refund_original import open_for_refund, quote_refund
from app.services.checkout.values import (
    PostedSale,
    RefundableSale,
    RefundDraft,
    RefundPart,
    RefundQuote,
)
from app.services.common import audit
from app.services.common.actor import Grant, Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.payments.plan import TenderKind
from app.services.receipts import queue
from app.services.receipts.parts import Receipt
from app.services.receipts.queue import OfferedJob
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id


class NothingPrinted(UserError):
    """There is no sale yet."""

    text = QT_TRANSLATE_NOOP("errors", "There is no receipt to print yet.")


class AfterSales(AtTill):
    """One cashier's dealings with posted sales."""

    def posted(self, sale_id: Id | None = None) -> PostedSale | None:
        """A sale, or this till's last one."""
        with self.store.read() as read:
            return last_sale(read, self.actor.till_id) if sale_id is None else load_sale(read, sale_id)

    def open_refund(self, code: str) -> RefundableSale:
        """The sale of a receipt code, with what can still come back.

        Raises:
            NoSuchReceipt, NotRefundable, NothingLeft
        """
        with self.store.read() as read:
            return open_for_refund(read, find_by_number(read, code))

    def quote_refund(
        self, sale: RefundableSale, parts: tuple[RefundPart, ...], tender: TenderKind | None = None
    ) -> RefundQuote:
        """What giving these parts back comes to, and which way it goes.

        Raises:
            TooMuchBack, NothingLeft, NotPaidThatWay
        """
        with self.store.read() as read:
            return quote_refund(read, sale.sale_id, parts, self.rules.cash, tender)

    def refund(
        self,
        sale: RefundableSale,
        parts: tuple[RefundPart, ...],
        tender: TenderKind | None = None,
        *,
        reference: str = "",
        grant: Grant | None = None,
    ) -> PostedSale:
        """Give back, the way it was paid unless `tender` says another; returns only after the commit.

        Raises:
            GrantNeeded: over the cashier's limit, or more in cash than was paid in cash.
            TooMuchBack, NothingLeft, NotPaidThatWay, StoreError: nothing was stored.
        """
        draft = RefundDraft(sale.refund_key, sale.sale_id, parts, self.rules, tender, reference)
        with self._action("refund", grant=grant) as uow:
            return post_refund(uow, draft)

    def receipt_preview(self, sale_id: Id | None = None) -> Receipt:
        """The receipt as it was or would be printed.

        Raises:
            NothingPrinted
        """
        posted = self.posted(sale_id)
        if posted is None:
            raise NothingPrinted()
        with self.store.read() as read:
            return compose_for(read, self.actor.shop_id, posted, self.rules)

    def reprint(self, sale_id: Id | None = None) -> PostedSale:
        """Print a receipt again, marked as a copy.

        Raises:
            NothingPrinted
        """
        posted = self.posted(sale_id)
        if posted is None:
            raise NothingPrinted()
        with self._action("reprint") as uow:
            require(uow, Permission.REPRINT)
            receipt = compose_for(uow, self.actor.shop_id, posted, self.rules)
            queue.print_again(uow, posted.sale_id, receipt)
            audit.record(uow, "reprint", subject=("sale", posted.sale_id))
            uow.changed.add(Topic.PRINTING)
        return posted

    def find_receipt(self, number: str) -> PostedSale:
        """The sale or refund of a receipt number.

        Raises:
            NoSuchReceipt
        """
        with self.store.read() as read:
            return find_by_number(read, number)

    def open_drawer(self, grant: Grant | None = None) -> None:
        """Open the drawer without a sale; who, when and by whose leave is written down.

        Raises:
            GrantNeeded
        """
        with self._action("no_sale", grant=grant) as uow:
            require(uow, Permission.OPEN_DRAWER)
            audit.record(uow, "no_sale")
            queue.enqueue_drawer(uow)
            uow.changed.add(Topic.PRINTING)

    def unsure_prints(self) -> tuple[OfferedJob, ...]:
        """Papers of which nobody knows whether they came out, and ones that failed."""
        with self.store.read() as read:
            return queue.offered_jobs(read, self.actor.till_id)

    def settle_print(self, job_id: Id, *, printed: bool) -> None:
        """The cashier's answer to "did it print?"; no prints a new one, marked as a copy."""
        with self._action("print_settled") as uow:
            require(uow, Permission.REPRINT)
            queue.answer_unknown(uow, job_id, printed=printed)
            uow.changed.add(Topic.PRINTING)
