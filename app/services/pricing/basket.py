"""The basket as a frozen value: every change makes a new one, and the whole of it is priced again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.services.catalogue.items import ScannedItem
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import NONE, ONE, Quantity

MOST_LINES = 500
MOST_QUANTITY = Quantity.of(9_999)


class BasketFull(UserError):
    """Every list has a limit."""

    text = QT_TRANSLATE_NOOP("errors", "This basket already has {count} lines. Please pay and start another.")


class BadQuantity(UserError):
    """A quantity that cannot be sold."""

    text = QT_TRANSLATE_NOOP("errors", "{quantity} is not a quantity that can be sold here.")


class LineGone(UserError):
    """The line was removed meanwhile, or is a code that names nothing."""

    text = QT_TRANSLATE_NOOP("errors", "This line is no article any more. Choose another line.")


class LabelFixed(UserError):
    """The scale decided weight and amount."""

    text = QT_TRANSLATE_NOOP("errors", "The scale label fixes the amount of this line. Delete it and weigh again.")


@dataclass(frozen=True, slots=True)
class BasketMember:
    """Whose basket it is, by ids only."""

    member_id: Id
    account_id: Id
    household_id: Id | None = None
    company_id: Id | None = None
    card_id: Id | None = None


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One line.

    Attributes:
        line_id: Stays the same while the basket changes.
        manual_price: A unit price typed under a grant.
    """

    line_id: int
    item: ScannedItem
    quantity: Quantity
    manual_price: Money | None = None

    @property
    def lacks_price(self) -> bool:
        """Nobody has said yet what it costs."""
        return self.item.price is None and self.manual_price is None

    @property
    def lacks_weight(self) -> bool:
        """A weighed article was chosen, its weight not yet typed."""
        return self.item.by_weight and not self.quantity and self.item.label_amount is None


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """A code that names nothing: a red row that blocks payment until it is cleared."""

    line_id: int
    code: str


@dataclass(frozen=True, slots=True)
class Basket:
    """An open basket.

    Attributes:
        key: Becomes the unique key of the sale, so that a second Pay gives the same sale.
        touched: The line changed last, which the screen highlights.
    """

    key: Id
    opened_at: datetime
    lines: tuple[BasketLine, ...] = ()
    unknown: tuple[UnknownCode, ...] = ()
    member: BasketMember | None = None
    touched: int = 0
    next_line_id: int = 1

    @property
    def is_empty(self) -> bool:
        """Nothing scanned, nobody named."""
        return not self.lines and not self.unknown and self.member is None

    def line(self, line_id: int) -> BasketLine:
        """The line of that number.

        Raises:
            LineGone: there is none, or it is an unknown code.
        """
        for line in self.lines:
            if line.line_id == line_id:
                return line
        raise LineGone()

    def with_item(self, item: ScannedItem, quantity: Quantity) -> Basket:
        """Add an item; one sold by the piece joins the line that already holds it.

        Raises:
            BasketFull, BadQuantity
        """
        if not item.by_weight and not quantity.is_whole:
            raise BadQuantity(quantity=quantity)
        for line in self.lines:
            same = line.item.sale_unit_id == item.sale_unit_id and line.manual_price is None
            if same and not item.by_weight and line.item.label_amount is None and item.label_amount is None:
                known = self if line.item.price is not None else self._with_item_of(line, item)
                return known.with_quantity(line.line_id, line.quantity + quantity)
        if len(self.lines) >= MOST_LINES:
            raise BasketFull(count=MOST_LINES)
        _check_quantity(quantity, may_be_none=item.by_weight)
        line = BasketLine(self.next_line_id, item, quantity)
        return replace(self, lines=(*self.lines, line), touched=line.line_id, next_line_id=self.next_line_id + 1)

    def with_quantity(self, line_id: int, quantity: Quantity) -> Basket:
        """Set how much of a line; none removes it.

        Raises:
            BadQuantity, LabelFixed
        """
        line = self.line(line_id)
        if line.item.label_amount is not None or line.item.label_quantity is not None:
            raise LabelFixed()
        if not quantity:
            return self.without_line(line_id)
        if not line.item.by_weight and not quantity.is_whole:
            raise BadQuantity(quantity=quantity)
        _check_quantity(quantity, may_be_none=False)
        return self._replaced(replace(line, quantity=quantity))

    def with_price(self, line_id: int, price: Money | None) -> Basket:
        """Set or take back a typed unit price.

        Raises:
            LabelFixed: the label says what the line costs.
        """
        line = self.line(line_id)
        if line.item.label_amount is not None:
            raise LabelFixed()
        return self._replaced(replace(line, manual_price=price))

    def with_known_price(self, sale_unit_id: Id, price: Money) -> Basket:
        """Give every line of an article its first shelf price."""
        lines = tuple(
            replace(line, item=replace(line.item, price=price)) if line.item.sale_unit_id == sale_unit_id else line
            for line in self.lines
        )
        return replace(self, lines=lines)

    def without_line(self, line_id: int) -> Basket:
        """Remove a line or an unknown code; the line after it, or the last, is highlighted."""
        numbers = [line.line_id for line in self.lines]
        lines = tuple(line for line in self.lines if line.line_id != line_id)
        unknown = tuple(row for row in self.unknown if row.line_id != line_id)
        touched = self.touched
        if touched == line_id:
            later = [number for number in numbers if number > line_id]
            touched = later[0] if later else (lines[-1].line_id if lines else 0)
        return replace(self, lines=lines, unknown=unknown, touched=touched)

    def with_unknown(self, code: str) -> Basket:
        """Add a red row for a code that names nothing."""
        if len(self.unknown) >= MOST_LINES:
            raise BasketFull(count=MOST_LINES)
        row = UnknownCode(self.next_line_id, code)
        return replace(self, unknown=(*self.unknown, row), touched=row.line_id, next_line_id=self.next_line_id + 1)

    def with_member(self, member: BasketMember | None) -> Basket:
        """Name whose basket it is, or nobody."""
        return replace(self, member=member)

    def _with_item_of(self, line: BasketLine, item: ScannedItem) -> Basket:
        """An article that has got its first price meanwhile is priced for what lies here already."""
        return self._replaced(replace(line, item=item))

    def _replaced(self, line: BasketLine) -> Basket:
        lines = tuple(line if other.line_id == line.line_id else other for other in self.lines)
        return replace(self, lines=lines, touched=line.line_id)


def _check_quantity(quantity: Quantity, *, may_be_none: bool) -> None:
    if quantity < NONE or quantity > MOST_QUANTITY or (not quantity and not may_be_none):
        raise BadQuantity(quantity=quantity)


def first_quantity(item: ScannedItem, typed: Quantity | None) -> Quantity:
    """How much a scan adds: what the label says, what was typed before it, else one piece or no weight yet."""
    if item.label_quantity is not None:
        return item.label_quantity
    if typed is not None:
        return typed
    return NONE if item.by_weight else ONE
