"""A scripted bit of a day at one till, played through the sale screen's partner, and played on after a power cut.

A cashier who comes back looks at the screen: what is in the basket, what is on hold, which receipt was the last. Every
step below asks the same questions first, so that the day always ends alike.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.models.database import Database
from app.services.backup.verify import verify_store
from app.services.checkout.desk import Desk
from app.services.checkout.session import CheckoutSession
from app.services.common.store import DayRule, Store
from app.services.devices.fakes import CaptureFilePrinter
from app.services.devices.profile import CHINESE_80
from app.services.payments.plan import PaymentPlan, TenderKind
from app.services.pricing.basket import Basket
from app.services.receipts.queue import recover_spool
from app.services.receipts.worker import PrintWorker
from app.values.barcode import make_scale_label
from app.values.clock import ManualClock
from app.values.money import Money
from tests.support.shop import CASHIER_PIN, QUICK_HASHING

WATER, NOODLES, MILK = "6921168509256", "6900873042720", "6907992512105"
APPLES = make_scale_label("00012", 808)
PHONE = "13800138000"
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody at the till.

    Attributes:
        number: The receipt they must get.
        card_minor: What they pay by card first; the rest is cash.
    """

    number: str
    codes: tuple[str, ...]
    is_member: bool = False
    card_minor: int = 0
    given_minor: int | None = None


FIRST = Customer("T1-000001", (WATER, MILK, WATER, APPLES), is_member=True, given_minor=10_000)
ON_HOLD = Customer("T1-000003", (NOODLES, WATER))
BETWEEN = Customer("T1-000002", (NOODLES, MILK), card_minor=2_000, given_minor=6_000)
REFUND = "T1-000004"
LAST = Customer("T1-000005", (MILK,), is_member=True)


def held_of(basket: Basket) -> Counter[str]:
    """What is in a basket: pieces by code, labels by line."""
    found: Counter[str] = Counter()
    for line in basket.lines:
        found[line.item.code] += 1 if line.item.label_amount is not None else line.quantity.milli // 1000
    return found


class Till:
    """One till of this day.

    Attributes:
        tell: Writes a line that the cashier can see from then on.
    """

    def __init__(self, folder: Path, tell: Tell, *, hour: int = 0) -> None:
        self.tell = tell
        self.database = Database(folder / "shuke.db")
        self.clock = ManualClock()
        self.clock.tick(timedelta(minutes=30 * hour + 1))
        self.store = Store(self.database, self.clock, DayRule(ZoneInfo("Asia/Shanghai"), 4))
        self.desk = Desk(self.store, hashing=QUICK_HASHING)
        (cashier,) = (entry for entry in self.desk.staff() if entry.name == "小李")
        signed_in = self.desk.sign_in(cashier.staff_id, CASHIER_PIN)
        assert signed_in.actor is not None
        self.desk.take_place(signed_in.actor)
        printing = replace(self.desk.actor, staff_id=None, staff_name="", origin="print worker")
        with self.store.action(printing, "printing") as uow:
            recover_spool(uow)
        self.printer = CaptureFilePrinter(folder / "paper", CHINESE_80)
        self.worker = PrintWorker(lambda: self.store.act(printing, "printing"), self.printer)
        self.session = CheckoutSession(self.store, self.desk.actor)

    # What the cashier sees

    def show(self) -> None:
        """The state of the screen."""
        view = self.session.view
        items = sorted(held_of(view.priced.basket).elements())
        last = view.last.number if view.last else ""
        member = view.member is not None
        self.tell("state " + json.dumps({"items": items, "member": member, "held": view.held_count, "last": last}))

    def act(self, what: str, work: Callable[[], object]) -> None:
        """One action: what is about to happen, the action, and the screen after it."""
        self.clock.tick()
        self.tell(f"doing {what}")
        work()
        self.show()

    @property
    def last(self) -> str:
        """The last receipt's number."""
        last = self.session.view.last
        return last.number if last else ""

    # The day

    def play(self) -> None:
        """From wherever the till stands to the end of the shift."""
        self.show()
        self.settle_papers()
        self.serve(FIRST)
        if self.last < BETWEEN.number and not self.session.view.held_count:
            self.fill(ON_HOLD)
            self.act("hold", self.session.hold)
        self.serve(BETWEEN)
        if self.last < ON_HOLD.number and self.session.view.held_count:
            self.act("recall", self.session.recall)
        self.serve(ON_HOLD)
        self.give_back()
        self.serve(LAST)
        self.print_all()
        if self.desk.shift() is not None:
            expected = self.desk.shift_summary().expected
            self.act("close", lambda: self.desk.close_shift(expected))
            self.tell("closed")
        self.print_all()
        self.tell("end " + json.dumps(self.totals()))
        self.database.close()

    def serve(self, customer: Customer) -> None:
        """Scan what is still missing, name the member, take the money, print."""
        if self.last < customer.number:
            self.fill(customer)
            self.act(f"pay {customer.number}", lambda: self.session.pay(self.plan_for(customer)))
            posted = self.session.view.last
            assert posted is not None
            self.tell(f"change {posted.number} {posted.change} {posted.total}")
        self.print_all()

    def fill(self, customer: Customer) -> None:
        """Bring the basket to what the customer put on the counter."""
        missing = Counter(customer.codes) - held_of(self.session.view.priced.basket)
        for code in customer.codes:
            if missing[code]:
                missing[code] -= 1
                self.act(f"scan {code}", lambda code=code: self.session.scan(code))  # type: ignore[misc]
        if customer.is_member and self.session.view.member is None:
            (member,) = self.session.find_members(PHONE[-4:])
            self.act("member", lambda: self.session.name_member(member.member_id))

    def plan_for(self, customer: Customer) -> PaymentPlan:
        """How the customer pays."""
        plan = self.session.plan()
        if customer.card_minor:
            plan = plan.with_other(TenderKind.CARD, Money(customer.card_minor), "6228")
        return plan.with_cash(None if customer.given_minor is None else Money(customer.given_minor))

    def give_back(self) -> None:
        """One water of the first customer comes back."""
        if self.last < REFUND:
            sale = self.session.open_refund(FIRST.number)
            part = replace(sale.whole[0], quantity=sale.whole[0].quantity.of(1))
            self.act("refund", lambda: self.session.refund(sale, (part,)))
            self.session.refresh_last()
            self.tell(f"given back {self.last}")
        self.print_all()

    # Paper

    def settle_papers(self) -> None:
        """Look at the paper and say of each receipt in doubt whether it came out."""
        for job in self.session.unsure_prints():
            is_there = any(job.number.encode() in paper for paper in self.papers())
            self.tell(f"unsure {job.kind} {job.number} {is_there}")
            self.session.settle_print(job.id, printed=is_there)

    def papers(self) -> list[bytes]:
        """Everything that came out, drawer pulses too."""
        return [path.read_bytes() for path in sorted(self.printer.directory.glob("job-*.bin"))]

    def print_all(self) -> None:
        """Let the worker work until nothing waits."""
        while not self.worker.step():
            pass

    # The end

    def totals(self) -> dict[str, object]:
        """What must be the same however often the power went."""
        sums = {
            "sales": "SELECT number, total_minor, paid_minor, points_earned FROM sale ORDER BY number",
            "stock": "SELECT sum(on_hand_milli) FROM stock_level",
            "points": "SELECT sum(points_balance) FROM account",
            "cash": "SELECT cash_balance FROM till_state",
            "visits": "SELECT sum(sale_count), sum(net_minor) FROM visit",
            "drafts": "SELECT count(*) FROM basket_draft",
            "shift": "SELECT count(*) FROM shift_close",
            "open papers": "SELECT count(*) FROM print_job WHERE kind <> 'drawer' AND state NOT IN ('sent', 'confirmed', 'failed')",
        }
        with self.store.read() as read:
            return {name: [list(row) for row in read.connection.exec_driver_sql(sql)] for name, sql in sums.items()}


def verified(folder: Path) -> list[str]:
    """What `verify` says of the file; nothing is good."""
    database = Database(folder / "shuke.db")
    try:
        return [finding.sentence for finding in verify_store(database).findings]
    finally:
        database.reopen()
