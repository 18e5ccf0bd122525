"""Receipt numbers, visits, and baskets put aside."""

from __future__ import annotations

from sqlalchemy import select

from app.models.sales import BasketDraft
from app.services.backup.findings import FindingKind, Findings
from app.services.common.numbering import receipt_number
from app.services.common.uow import Reader
from app.services.members.visits import VisitRow, kept_visits, recompute_visits
from app.services.pricing.codec import basket_from_json


def check_receipts(read: Reader, found: Findings) -> None:
    """Numbers without a gap in each epoch, up to the till's counter; each number spelt as its parts say."""
    rows = read.connection.exec_driver_sql(
        "SELECT sale.id, till.code, sale.till_id, epoch, number_seq, number FROM sale "
        "LEFT JOIN till ON till.id = sale.till_id ORDER BY sale.till_id, epoch, number_seq"
    )
    last: dict[tuple[bytes, int], int] = {}
    for sale_id, code, till_id, epoch, seq, number in rows:
        before = last.get((till_id, epoch), 0)
        if seq != before + 1:
            found.add(FindingKind.RECEIPT_GAP, "sale", sale_id, first=before + 1, last=seq - 1)
        if number != (wanted := receipt_number(code or "?", epoch, seq)):
            found.add(FindingKind.RECEIPT_NUMBER, "sale", sale_id, kept=number, rows=wanted)
        last[till_id, epoch] = seq
    counters = read.connection.exec_driver_sql("SELECT till_id, epoch, last_receipt FROM till_state")
    for till_id, epoch, counter in counters:
        if (end := last.get((till_id, epoch), 0)) != counter:
            found.add(FindingKind.RECEIPT_GAP, "till_state", till_id, first=end + 1, last=counter)


def check_visits(read: Reader, found: Findings) -> None:
    """The visits that the postings kept are those that the sales say."""
    kept = {_name(row): row for row in kept_visits(read)}
    found.counts["visit"] = len(kept)
    wanted = {_name(row): row for row in recompute_visits(read)}
    for name in sorted(kept.keys() | wanted.keys()):
        have, want = kept.get(name), wanted.get(name)
        if _sums(have) != _sums(want):
            (count, net), (wanted_count, wanted_net) = _sums(have), _sums(want)
            params = {"kept": count, "kept_net": net, "rows": wanted_count, "rows_net": wanted_net}
            found.add(FindingKind.VISIT, "visit", name, day=name.rpartition("/")[2], **params)


def check_drafts(read: Reader, found: Findings) -> None:
    """Every basket put aside can be taken up again."""
    for key, payload in read.connection.execute(select(BasketDraft.basket_key, BasketDraft.payload)):
        found.counts["basket_draft"] += 1
        try:
            basket = basket_from_json(payload)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
            found.add(FindingKind.DRAFT, "basket_draft", key, said=type(problem).__name__)
            continue
        if basket.key != key:
            found.add(FindingKind.DRAFT, "basket_draft", key, said="another basket's words")


def _name(row: VisitRow) -> str:
    return f"{row.unit.kind.value}/{row.unit.id.hex()}/{row.shop_id.hex()}/{row.business_date}"


def _sums(row: VisitRow | None) -> tuple[int, int]:
    return (row.sale_count, row.net_minor) if row else (0, 0)
