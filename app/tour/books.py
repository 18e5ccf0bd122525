"""What the data file says, asked in plain SQL: the tour does not trust the services it drives."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, text

from app.services.common.store import Store
from app.services.receipts.parts import Receipt
from app.tour.figures import yuan

_SALES = text("SELECT count(*), coalesce(sum(total_minor), 0) FROM sale")
_LAST = text("SELECT id FROM sale ORDER BY epoch DESC, number_seq DESC LIMIT 1")
_TENDERS = text("SELECT kind, amount_minor FROM sale_tender WHERE sale_id = :sale ORDER BY tender_no")
_DRAWER = text("SELECT coalesce(sum(delta), 0) FROM cash_ledger")
_HELD = text("SELECT count(*) FROM basket_draft WHERE state = 'held'")
_POINTS = text(
    "SELECT coalesce(sum(points_ledger.delta), 0) FROM points_ledger JOIN account ON account.id = account_id "
    "JOIN member ON member.id = account.owner_id WHERE member.phone LIKE :tail"
)
_CARD = text(
    "SELECT card.code FROM card JOIN member ON member.id = card.member_id WHERE member.phone LIKE :tail LIMIT 1"
)
_PAPERS = text(
    "SELECT payload FROM print_job WHERE kind != 'drawer' AND state IN ('sent', 'confirmed') ORDER BY created_at, id"
)
_WAITING = text("SELECT count(*) FROM print_job WHERE state IN ('queued', 'sending')")


@dataclass(frozen=True, slots=True)
class Books:
    """The rows as they lie on the disk, as figures of the script."""

    store: Store

    def receipts(self) -> tuple[int, str]:
        """How many sales and refunds there are, and what they come to."""
        with self.store.read() as read:
            count, total = read.connection.execute(_SALES).one()
        return int(count), yuan(int(total))

    def tenders(self) -> str:
        """How the last sale was paid."""
        with self.store.read() as read:
            sale = read.connection.execute(_LAST).scalar_one_or_none()
            rows = read.connection.execute(_TENDERS, {"sale": sale}).all()
        return ", ".join(f"{row.kind} {yuan(row.amount_minor)}" for row in rows)

    def drawer(self) -> str:
        """What should lie in the drawer: the sum of its rows."""
        return yuan(self._count(_DRAWER))

    def held(self) -> int:
        """Baskets put aside."""
        return self._count(_HELD)

    def points(self, phone: str) -> str:
        """A member's points: the sum of the rows."""
        with self.store.read() as read:
            return str(read.connection.execute(_POINTS, {"tail": f"%{phone}"}).scalar_one())

    def card_of(self, phone: str) -> str:
        """The code on a member's card."""
        with self.store.read() as read:
            return str(read.connection.execute(_CARD, {"tail": f"%{phone}"}).scalar_one())

    def waiting_papers(self) -> int:
        """Papers and pulses that the printer has not got yet."""
        return self._count(_WAITING)

    def papers(self) -> list[Receipt]:
        """Every paper that was printed, as it was composed, in the order of the tray."""
        with self.store.read() as read:
            return [Receipt.from_json(row.payload) for row in read.connection.execute(_PAPERS)]

    def _count(self, question: object) -> int:
        with self.store.read() as read:
            connection: Connection = read.connection
            return int(connection.execute(question).scalar_one())  # type: ignore[call-overload]
