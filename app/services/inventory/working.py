"""A document while it is typed and scanned: a frozen value, each change makes a new one.

It knows the goods by what was scanned, so that a list can be shown without the store, and becomes a draft to post.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from app.services.catalogue.items import ScannedItem
from app.services.inventory.values import BRINGS_COST, DocumentKind, Reason, StockDraftValue, StockLineDraft
from app.values.ids import Id, new_id
from app.values.money import Money
from app.values.quantity import NONE, ONE, Quantity
from app.values.rounding import divide_half_up


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """One article of a document being made.

    Attributes:
        factor: How many of the product's own units one sale unit holds.
        quantity: In sale units; in a correction it may be below zero.
        cost_each: What one sale unit cost, if that was typed.
        cost_total: What all of it cost, if that was typed instead.
        expected: In a count: own units that should have been there when the line was last counted, at `counted_at`.
    """

    product_id: Id
    sale_unit_id: Id
    code: str
    name: str
    spec: str
    unit_name: str
    by_weight: bool
    factor: Quantity
    quantity: Quantity
    cost_each: Money | None = None
    cost_total: Money | None = None
    lot_code: str = ""
    expires_on: date | None = None
    lot_id: Id | None = None
    expected: Quantity | None = None
    counted_at: datetime | None = None

    @property
    def amount(self) -> Money | None:
        """What all of it cost; None when nobody said."""
        if self.cost_total is not None:
            return self.cost_total
        return self.cost_each.times(self.quantity) if self.cost_each is not None else None

    @property
    def own_units(self) -> Quantity:
        """The quantity in the product's own unit: two boxes of 24 are 48 pieces."""
        return Quantity(divide_half_up(self.quantity.milli * self.factor.milli, 1000))

    @property
    def difference(self) -> Quantity:
        """In a count: what was found more, or less, than expected; in own units."""
        return self.own_units - (self.expected or NONE)


@dataclass(frozen=True, slots=True)
class WorkingDocument:
    """A document being made; a power cut gives it back as it was after the last change.

    Attributes:
        label: What the person called it, or what a count is of.
        scope_id: In a count: the category that is counted; None with `counts_all` for all goods, else a free count.
    """

    key: Id
    kind: DocumentKind
    started_at: datetime
    lines: tuple[WorkingLine, ...] = ()
    company_id: Id | None = None
    company: str = ""
    note_number: str = ""
    reason: Reason | None = None
    words: str = ""
    label: str = ""
    scope_id: Id | None = None
    counts_all: bool = False

    @classmethod
    def begin(cls, kind: DocumentKind, at: datetime) -> WorkingDocument:
        """An empty one."""
        return cls(new_id(), kind, at)

    @property
    def total(self) -> Money:
        """What the lines with a cost come to."""
        return Money.total(line.amount for line in self.lines if line.amount is not None)

    @property
    def without_cost(self) -> int:
        """How many lines have no cost yet."""
        return sum(line.amount is None for line in self.lines)

    def place_of(self, item: ScannedItem) -> int | None:
        """Where an article stands. In a count all units of a product share a line: its own unit counts."""
        for at, line in enumerate(self.lines):
            same = line.product_id == item.product_id
            if same and (self.kind is DocumentKind.COUNT or line.sale_unit_id == item.sale_unit_id):
                return at
        return None

    def with_scan(
        self, item: ScannedItem, *, expected: Quantity | None = None, counted_at: datetime | None = None
    ) -> tuple[WorkingDocument, int]:
        """One more of an article, and where its line stands; a scale label brings its weight.

        Args:
            expected: In a count: what should be there at this moment, `counted_at`.
        """
        one = item.label_quantity or ONE
        at = self.place_of(item)
        if at is None:
            line = _new_line(item, one, self.kind)
            line = replace(line, expected=expected, counted_at=counted_at)
            return replace(self, lines=(*self.lines, line)), len(self.lines)
        line = self.lines[at]
        more = one
        if self.kind is DocumentKind.COUNT:
            more = Quantity(divide_half_up(one.milli * item.factor.milli, line.factor.milli))
        return self.with_quantity(at, line.quantity + more, counted_at=counted_at, expected=expected), at

    def with_line(self, at: int, line: WorkingLine) -> WorkingDocument:
        """With another line in that place."""
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))

    def with_quantity(
        self, at: int, quantity: Quantity, *, expected: Quantity | None = None, counted_at: datetime | None = None
    ) -> WorkingDocument:
        """A typed quantity in place of what was there."""
        changed = replace(self.lines[at], quantity=quantity)
        if expected is not None:
            changed = replace(changed, expected=expected, counted_at=counted_at)
        return self.with_line(at, changed)

    def with_cost_each(self, at: int, cost: Money | None) -> WorkingDocument:
        """What one sale unit cost; the whole follows the quantity."""
        return self.with_line(at, replace(self.lines[at], cost_each=cost, cost_total=None))

    def with_cost_total(self, at: int, cost: Money | None) -> WorkingDocument:
        """What all of the line cost, to the cent."""
        return self.with_line(at, replace(self.lines[at], cost_each=None, cost_total=cost))

    def with_expiry(self, at: int, day: date | None, lot_code: str | None = None) -> WorkingDocument:
        """Until when the goods keep, and their lot."""
        line = self.lines[at]
        code = line.lot_code if lot_code is None else lot_code
        return self.with_line(at, replace(line, expires_on=day, lot_code=code))

    def without_line(self, at: int) -> WorkingDocument:
        """Without the line in that place."""
        return replace(self, lines=(*self.lines[:at], *self.lines[at + 1 :]))

    def to_draft(self) -> StockDraftValue:
        """What is posted."""
        return StockDraftValue(
            self.key,
            self.kind,
            tuple(_line_draft(line, self.kind) for line in self.lines),
            self.company_id,
            self.note_number,
            self.reason,
            self.words,
        )


def _new_line(item: ScannedItem, quantity: Quantity, kind: DocumentKind) -> WorkingLine:
    """A line for one sale unit; a count is kept in the product's own unit, whatever was scanned."""
    is_count = kind is DocumentKind.COUNT
    own = Quantity(divide_half_up(quantity.milli * item.factor.milli, 1000))
    return WorkingLine(
        product_id=item.product_id,
        sale_unit_id=item.sale_unit_id,
        code=item.code,
        name=item.name,
        spec=item.spec,
        unit_name="" if is_count and item.factor != ONE else item.unit_name,
        by_weight=item.by_weight,
        factor=ONE if is_count else item.factor,
        quantity=own if is_count else quantity,
    )


def _line_draft(line: WorkingLine, kind: DocumentKind) -> StockLineDraft:
    if kind is DocumentKind.COUNT:
        return StockLineDraft(line.product_id, expected=line.expected, counted=line.own_units)
    brings_cost = kind in BRINGS_COST or kind is DocumentKind.RETURN
    return StockLineDraft(
        line.product_id,
        line.quantity,
        line.sale_unit_id,
        line.amount if brings_cost else None,
        line.lot_code,
        line.expires_on,
        line.lot_id,
    )
