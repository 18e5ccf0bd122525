"""A document being made: what a scan, a typed figure or a key does to it. Every change is kept at once. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product, default_unit
from app.services.catalogue.find import find_item, item_of_unit
from app.services.catalogue.items import ScannedItem
from app.services.catalogue.search import FoundItem, search_items
from app.services.checkout.shop_rules import scale_rule
from app.services.common.uow import UnitOfWork
from app.services.inventory.count import begin_count, count_quantity, count_scan, post_count
from app.services.inventory.drafts import drop_draft, load_draft, save_draft
from app.services.inventory.post import post_stock_document
from app.services.inventory.values import DocumentKind, PostedDocument, Reason
from app.services.inventory.working import WorkingDocument, WorkingLine
from app.ui.owner.context import OfficeContext
from app.ui.owner.stock.texts import read_day
from app.ui.owner.stock.trying import acted, looked
from app.values.barcode import clean_code
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity

MOST_FOUND = 30
DRAFT = "stock_draft"


class DocumentView(Protocol):
    """What the presenter needs of the screen."""

    def show_document(self, document: WorkingDocument, at: int) -> None:
        """Show all of it with the cursor on one line; -1 for none."""

    def show_found(self, items: Sequence[FoundItem]) -> None:
        """Let somebody choose among articles."""

    def show_unknown(self, code: str) -> None:
        """Nobody knows the code: offer to put the article on sale, or to leave it."""

    def close_panels(self) -> None:
        """The lines again, and the cursor where codes are typed."""

    def show_problem(self, problem: str) -> None:
        """Say what cannot be: `quantity`, `cost`, `day` or `nothing`."""


class DocumentPresenter:
    """One document at a time.

    Attributes:
        document: What is being made; None before anything was begun.
        at: The line with the cursor, -1 for none.
    """

    def __init__(self, context: OfficeContext, view: DocumentView) -> None:
        self._context, self._view = context, view
        self.document: WorkingDocument | None = None
        self.at = -1

    # Beginning

    def begin(self, kind: DocumentKind, change: Callable[[WorkingDocument], WorkingDocument] | None = None) -> None:
        """A new one; it is kept from its first change on."""
        with self._context.read() as read:
            document = WorkingDocument.begin(kind, read.now)
        self.take(change(document) if change is not None else document)

    def resume(self, document_key: Id) -> bool:
        """One that waited; whether it is still there."""
        document = looked(self._context, lambda read: load_draft(read, document_key))
        if document is not None:
            self.take(document)
        return document is not None

    def begin_count(self, scope_id: Id | None, *, counts_all: bool, label: str) -> bool:
        """A new count, kept from its beginning on; whether that could be."""
        document = acted(
            self._context, DRAFT, lambda uow: begin_count(uow, scope_id=scope_id, counts_all=counts_all, label=label)
        )
        if document is not None:
            self.take(document)
        return document is not None

    def take(self, document: WorkingDocument) -> None:
        """Go on with this one."""
        self.document, self.at = document, len(document.lines) - 1
        self._view.close_panels()
        self._show()

    # Articles

    def scan(self, code: str) -> None:
        """One more of what was scanned."""
        if not self._add_by_code(code):
            self._view.show_unknown(clean_code(code))

    def enter(self, typed: str) -> None:
        """A code, a short number, or words of a name."""
        if not typed.strip() or self._add_by_code(typed):
            return
        with self._context.read() as read:
            found = search_items(read, typed, limit=MOST_FOUND)
        if found:
            self._view.show_found(found)
        elif clean_code(typed).isdecimal():
            self._view.show_unknown(clean_code(typed))
        else:
            self._view.show_problem("nothing")

    def choose(self, sale_unit_id: Id) -> None:
        """An article of the list of those that were found."""
        item = looked(self._context, lambda read: item_of_unit(read, sale_unit_id))
        if item is not None:
            self._add(item)

    def create_good(self, code: str, name: str, price: Money | None) -> None:
        """Put an article on sale and take it into the document at once."""
        draft = ProductDraft(name, codes=(code,) if code else (), price=price)

        def create(uow: UnitOfWork) -> ScannedItem:
            return item_of_unit(uow, default_unit(uow, add_product(uow, draft)), code=code)

        item = acted(self._context, "product", create)
        if item is not None:
            self._add(item)

    # The line with the cursor

    def move_to(self, at: int) -> None:
        """Put the cursor on a line."""
        if self.document is not None and 0 <= at < len(self.document.lines):
            self.at = at
            self._show()

    def move(self, step: int) -> None:
        """Up or down by one line."""
        if self.document is not None and self.document.lines:
            self.move_to(min(max(self.at + step, 0), len(self.document.lines) - 1))

    @property
    def line(self) -> WorkingLine | None:
        """The one with the cursor."""
        document = self.document
        return document.lines[self.at] if document is not None and 0 <= self.at < len(document.lines) else None

    def set_quantity(self, text: str) -> None:
        """A typed quantity; pieces are whole, only a correction may be below zero, only a count may be zero."""
        document, line = self.document, self.line
        if document is None or line is None:
            return
        quantity = _quantity(text)
        if quantity is None or not _is_right(quantity, line, document.kind):
            self._show()
            self._view.show_problem("quantity")
        elif document.kind is DocumentKind.COUNT:
            self._count(lambda uow: (count_quantity(uow, document, self.at, quantity), self.at))
        else:
            self._change(document.with_quantity(self.at, quantity))

    def set_cost_each(self, cost: Money | None) -> None:
        """What one cost."""
        if self.document is not None and self.line is not None:
            self._change(self.document.with_cost_each(self.at, cost))

    def set_cost_total(self, cost: Money | None) -> None:
        """What all of the line cost."""
        if self.document is not None and self.line is not None:
            self._change(self.document.with_cost_total(self.at, cost))

    def set_expiry(self, text: str) -> None:
        """Until when the goods keep."""
        if self.document is None or self.line is None:
            return
        try:
            day = read_day(text)
        except ValueError:
            self._show()
            self._view.show_problem("day")
            return
        self._change(self.document.with_expiry(self.at, day))

    def set_lot(self, code: str) -> None:
        """The lot that is printed on the goods."""
        if self.document is not None and (line := self.line) is not None:
            self._change(self.document.with_expiry(self.at, line.expires_on, code.strip()))

    def remove_line(self) -> None:
        """Take the line out."""
        if self.document is None or self.line is None:
            return
        document, at = self.document, self.at
        self.at = min(at, len(document.lines) - 2)
        self._change(document.without_line(at))

    # The head

    def set_supplier(self, supplier_id: Id | None, name: str) -> None:
        """Who brought it."""
        if self.document is not None and self.document.company_id != supplier_id:
            self._change(replace(self.document, company_id=supplier_id, company=name))

    def set_note(self, note_number: str) -> None:
        """The number on the supplier's paper."""
        if self.document is not None and self.document.note_number != note_number.strip():
            self._change(replace(self.document, note_number=note_number.strip()))

    def set_reason(self, reason: Reason | None) -> None:
        """Why goods go, or a figure was wrong."""
        if self.document is not None and self.document.reason is not reason:
            self._change(replace(self.document, reason=reason))

    def set_words(self, words: str) -> None:
        """The reason's own words."""
        if self.document is not None and self.document.words != words.strip():
            self._change(replace(self.document, words=words.strip()))

    # The end

    def book(self) -> PostedDocument | None:
        """Post it; None where that could not be, which was told."""
        document = self.document
        if document is None:
            return None
        return self._end(acted(self._context, "stock", lambda uow: post_stock_document(uow, document.to_draft())))

    def book_count(self, *, zero_uncounted: bool) -> PostedDocument | None:
        """Post a count; None where that could not be, which was told."""
        document = self.document
        if document is None:
            return None
        return self._end(
            acted(self._context, "stock", lambda uow: post_count(uow, document.key, zero_uncounted=zero_uncounted))
        )

    def drop(self) -> bool:
        """Give it up; whether that could be."""
        document = self.document
        if document is None:
            return False

        def drop(uow: UnitOfWork) -> bool:
            drop_draft(uow, document.key)
            return True

        is_dropped = acted(self._context, DRAFT, drop) is not None
        if is_dropped:
            self.document, self.at = None, -1
        return is_dropped

    # Within

    def _end(self, posted: PostedDocument | None) -> PostedDocument | None:
        if posted is not None:
            self.document, self.at = None, -1
        return posted

    def _add_by_code(self, code: str) -> bool:
        rule = scale_rule(self._context.settings())
        with self._context.read() as read:
            item = find_item(read, code, rule=rule)
        if item is not None:
            self._add(item)
        return item is not None

    def _add(self, item: ScannedItem) -> None:
        document = self.document
        if document is None:
            return
        self._view.close_panels()
        if document.kind is DocumentKind.COUNT:
            self._count(lambda uow: count_scan(uow, document, item))
            return
        changed, at = document.with_scan(item)
        self._change(changed, at)

    def _change(self, document: WorkingDocument, at: int | None = None) -> None:
        """Keep the document on the disk, then on the screen; what could not be kept is not shown as if it were."""

        def keep(uow: UnitOfWork) -> WorkingDocument:
            save_draft(uow, document)
            return document

        if acted(self._context, DRAFT, keep) is not None:
            self.document, self.at = document, self.at if at is None else at
        self._show()

    def _count(self, count: Callable[[UnitOfWork], tuple[WorkingDocument, int]]) -> None:
        """A count is kept by the service, which reads the book in the same action."""
        counted = acted(self._context, DRAFT, count)
        if counted is not None:
            self.document, self.at = counted
        self._show()

    def _show(self) -> None:
        if self.document is not None:
            self.at = min(self.at, len(self.document.lines) - 1)
            self._view.show_document(self.document, self.at)


def _quantity(text: str) -> Quantity | None:
    try:
        return Quantity.parse(text)
    except ValueError:
        return None


def _is_right(quantity: Quantity, line: WorkingLine, kind: DocumentKind) -> bool:
    if not (line.by_weight or quantity.is_whole):
        return False
    if kind is DocumentKind.CORRECTION:
        return bool(quantity)
    return quantity.milli >= (0 if kind is DocumentKind.COUNT else 1)
