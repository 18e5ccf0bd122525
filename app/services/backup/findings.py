"""What `verify` can find, each with a sentence that names the row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.values.errors import QT_TRANSLATE_NOOP

MOST_OF_A_KIND = 200


class FindingKind(StrEnum):
    """One thing that must hold and does not."""

    FILE_DAMAGED = "file_damaged"
    UNREADABLE = "unreadable"
    LINK_BROKEN = "link_broken"
    SCHEMA = "schema"
    TRIGGER_MISSING = "trigger_missing"
    TRIGGER_UNKNOWN = "trigger_unknown"
    CHAIN_BROKEN = "chain_broken"
    CHAIN_GAP = "chain_gap"
    HEAD_DIFFERS = "head_differs"
    ROW_CHANGED = "row_changed"
    ROW_REMOVED = "row_removed"
    ROW_ADDED = "row_added"
    PRINTED_HASH = "printed_hash"
    BALANCE = "balance"
    BALANCE_ROW = "balance_row"
    LOT_OWNER = "lot_owner"
    RECEIPT_GAP = "receipt_gap"
    RECEIPT_NUMBER = "receipt_number"
    SHIFT_GAP = "shift_gap"
    SHIFT_COUNT = "shift_count"
    SALE_SUM = "sale_sum"
    LINE_SUM = "line_sum"
    TAX_SUM = "tax_sum"
    TENDER_SUM = "tender_sum"
    DISCOUNT_SUM = "discount_sum"
    REFUND_TOO_MUCH = "refund_too_much"
    POINTS = "points"
    STOCK = "stock"
    CASH = "cash"
    VISIT = "visit"
    DRAFT = "draft"
    Z_HASH = "z_hash"
    Z_FIGURES = "z_figures"
    COLUMN = "column"
    ACCOUNT_OWNER = "account_owner"
    ACCOUNT_STRANGE = "account_strange"
    LOT = "lot"
    OUTBOX = "outbox"
    TENDER = "tender"
    NOT_IN_SHIFT = "not_in_shift"
    DRAFT_SOLD = "draft_sold"
    STOCK_DOCUMENT = "stock_document"
    STOCK_DRAFT = "stock_draft"


TEXTS = {
    FindingKind.FILE_DAMAGED: QT_TRANSLATE_NOOP("findings", "The data file is damaged: {said}."),
    FindingKind.UNREADABLE: QT_TRANSLATE_NOOP("findings", "This part could not be read: {said}."),
    FindingKind.LINK_BROKEN: QT_TRANSLATE_NOOP("findings", "The row names a row of {parent} that is not there."),
    FindingKind.SCHEMA: QT_TRANSLATE_NOOP("findings", "The file has schema {found}, this program has {wanted}."),
    FindingKind.TRIGGER_MISSING: QT_TRANSLATE_NOOP(
        "findings", "The guard {name} against changed rows is missing or altered."
    ),
    FindingKind.TRIGGER_UNKNOWN: QT_TRANSLATE_NOOP("findings", "The trigger {name} is not one of Shuke's."),
    FindingKind.CHAIN_BROKEN: QT_TRANSLATE_NOOP("findings", "The journal's chain breaks at entry {seq}: {said}."),
    FindingKind.CHAIN_GAP: QT_TRANSLATE_NOOP("findings", "The journal lacks entries before number {seq}."),
    FindingKind.HEAD_DIFFERS: QT_TRANSLATE_NOOP(
        "findings", "The journal ends at entry {found}, but the till had written up to {wanted}."
    ),
    FindingKind.ROW_CHANGED: QT_TRANSLATE_NOOP("findings", "The row was changed after it was written: {columns}."),
    FindingKind.ROW_REMOVED: QT_TRANSLATE_NOOP("findings", "The row stands in journal entry {seq} and was removed."),
    FindingKind.ROW_ADDED: QT_TRANSLATE_NOOP("findings", "No journal entry knows this row: it was added later."),
    FindingKind.PRINTED_HASH: QT_TRANSLATE_NOOP(
        "findings", "The paper says another hash for entry {seq} than the journal: it was written anew."
    ),
    FindingKind.BALANCE: QT_TRANSLATE_NOOP("findings", "{what}: the rows add up to {rows}, the balance says {kept}."),
    FindingKind.BALANCE_ROW: QT_TRANSLATE_NOOP(
        "findings", "The running balance says {kept} and should be {rows} after this row."
    ),
    FindingKind.LOT_OWNER: QT_TRANSLATE_NOOP("findings", "The points of this lot belong to another account."),
    FindingKind.RECEIPT_GAP: QT_TRANSLATE_NOOP("findings", "Receipt numbers {first} to {last} are missing."),
    FindingKind.RECEIPT_NUMBER: QT_TRANSLATE_NOOP("findings", "The receipt is called {kept} and should be {rows}."),
    FindingKind.SHIFT_GAP: QT_TRANSLATE_NOOP("findings", "Shifts {first} to {last} are missing."),
    FindingKind.SHIFT_COUNT: QT_TRANSLATE_NOOP("findings", "{open} shifts are open at one till."),
    FindingKind.SALE_SUM: QT_TRANSLATE_NOOP("findings", "The sale's {what} is {kept}, its rows come to {rows}."),
    FindingKind.LINE_SUM: QT_TRANSLATE_NOOP("findings", "The line's net is {kept} and should be {rows}."),
    FindingKind.TAX_SUM: QT_TRANSLATE_NOOP("findings", "Tax {what}: stated {kept}, the lines come to {rows}."),
    FindingKind.TENDER_SUM: QT_TRANSLATE_NOOP("findings", "The tenders come to {rows}, the total is {kept}."),
    FindingKind.DISCOUNT_SUM: QT_TRANSLATE_NOOP(
        "findings", "The line's discount is {kept}, what the rules took off comes to {rows}."
    ),
    FindingKind.REFUND_TOO_MUCH: QT_TRANSLATE_NOOP(
        "findings", "More {what} came back than was sold: {rows} of {kept}."
    ),
    FindingKind.POINTS: QT_TRANSLATE_NOOP("findings", "The sale says {kept} points, the ledger {rows}."),
    FindingKind.STOCK: QT_TRANSLATE_NOOP("findings", "Stock moved by {rows} thousandths, the lines say {kept}."),
    FindingKind.CASH: QT_TRANSLATE_NOOP("findings", "The drawer moved by {rows}, the cash tenders say {kept}."),
    FindingKind.VISIT: QT_TRANSLATE_NOOP(
        "findings", "The visit of {day} is kept as {kept} sales, net {kept_net}; the sales say {rows}, net {rows_net}."
    ),
    FindingKind.DRAFT: QT_TRANSLATE_NOOP("findings", "The basket put aside cannot be read: {said}."),
    FindingKind.Z_HASH: QT_TRANSLATE_NOOP("findings", "The Z report's hash is not that of journal entry {seq}."),
    FindingKind.Z_FIGURES: QT_TRANSLATE_NOOP("findings", "The Z report says {kept} for {what}, the rows say {rows}."),
    FindingKind.COLUMN: QT_TRANSLATE_NOOP("findings", "The column {column} holds something of the wrong kind."),
    FindingKind.ACCOUNT_OWNER: QT_TRANSLATE_NOOP(
        "findings", "The account belongs to a {what} that is not there: {kept}."
    ),
    FindingKind.ACCOUNT_STRANGE: QT_TRANSLATE_NOOP(
        "findings", "The sale names account {kept}, which is not that of its member, household or company."
    ),
    FindingKind.LOT: QT_TRANSLATE_NOOP("findings", "Points lot, {what}: kept as {kept}, the ledger says {rows}."),
    FindingKind.OUTBOX: QT_TRANSLATE_NOOP(
        "findings", "Journal entry: {kept} in the journal, {rows} for the other tills; both should be 1."
    ),
    FindingKind.TENDER: QT_TRANSLATE_NOOP(
        "findings", "This payment cannot be: {what} ({kept}, on a sale or refund of {rows})."
    ),
    FindingKind.NOT_IN_SHIFT: QT_TRANSLATE_NOOP("findings", "The row belongs to no shift that was open at that time."),
    FindingKind.DRAFT_SOLD: QT_TRANSLATE_NOOP("findings", "The basket put aside was sold already, as {rows}."),
    FindingKind.STOCK_DOCUMENT: QT_TRANSLATE_NOOP(
        "findings", "Goods in and out, {what}: the document says {kept}, its rows come to {rows}."
    ),
    FindingKind.STOCK_DRAFT: QT_TRANSLATE_NOOP("findings", "The goods document being typed is no use: {said}."),
}
"""Money in these texts is in minor units: the rows are named for somebody who looks into the file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A row that is wrong.

    Attributes:
        table: Where; empty for the file itself.
        row: The row's id in hex, or another name of it.
        params: Values for the places of `text`.
    """

    kind: FindingKind
    table: str
    row: str
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Marked source text (context `findings`)."""
        return TEXTS[self.kind]

    @property
    def sentence(self) -> str:
        """The finding in English."""
        return self.text.format_map(self.params)


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a look through the whole file came to.

    Attributes:
        counts: How many rows of each kind were looked at.
        left_off: Findings beyond the first of each kind that are kept.
    """

    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    left_off: int = 0

    @property
    def is_sound(self) -> bool:
        """Nothing was found."""
        return not self.findings


@dataclass
class Findings:
    """Collects while the checks run; keeps the first of each kind, so that a wrecked file fills no memory."""

    kept: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _seen: Counter[FindingKind] = field(default_factory=Counter)

    def add(self, kind: FindingKind, table: str, row: object, **params: object) -> None:
        """Note a row that is wrong; `row` may be an id or any name of it."""
        self._seen[kind] += 1
        if self._seen[kind] <= MOST_OF_A_KIND:
            name = row.hex() if isinstance(row, bytes) else str(row)
            self.kept.append(Finding(kind, table, name, params))

    def report(self) -> VerifyReport:
        """What was found so far."""
        return VerifyReport(tuple(self.kept), dict(self.counts), sum(self._seen.values()) - len(self.kept))
