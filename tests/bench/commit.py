"""Commit of a ten-line, two-tender member sale: ours, the bare driver's and a bare flush, taken in turn."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.bootstrap.collector import settle_collector
from app.services.checkout.session import CheckoutSession
from app.services.payments.plan import PaymentPlan, TenderKind
from app.values.ids import Id
from app.values.money import Money
from tests.bench.figures import Figure, p50, p99, timed
from tests.bench.market import Market
from tests.bench.raw import BareFlush, Replay, copy_file, open_raw, rows_of_sale
from tests.support.shop import Shop

LINES = 10
WARM_UP = 30
ROUNDS = 300
IDLE_EVERY = 25
"""Sales after which the till has a quiet moment and checkpoints, as it does in the shop."""


def measure(market: Market, scratch: Path) -> list[Figure]:
    """Sell in the big shop."""
    shop = market.opened(scratch / "commit")
    settle_collector()  # as the running till does
    try:
        return measure_in(shop, market.codes, market.member_ids[0], scratch / "commit")
    finally:
        shop.close()


def measure_in(shop: Shop, codes: tuple[str, ...], member_id: Id, scratch: Path) -> list[Figure]:
    """Sell `ROUNDS` times; each sale is followed by its two floors."""
    session = CheckoutSession(shop.store, shop.cashier)
    for _ in range(WARM_UP):
        posted = session.pay(_basket(session, codes, member_id))
    raw_path = scratch / "raw.db"
    copy_file(shop.path, raw_path)
    with open_raw(shop.path) as reading:
        sale = rows_of_sale(reading, posted.sale_id)
    replay = Replay(raw_path, sale)
    flush = BareFlush(scratch / "flush.bin", _bytes_of_a_sale(shop, session, _basket(session, codes, member_id)))
    for _ in range(WARM_UP):
        replay.run(replay.prepare())
    ours: list[float] = []
    raw: list[float] = []
    bare: list[float] = []
    for at in range(ROUNDS):
        plan, statements = _basket(session, codes, member_id), replay.prepare()
        ours.append(timed(partial(session.pay, plan)))
        raw.append(timed(partial(replay.run, statements)))
        bare.append(timed(flush.run))
        if at % IDLE_EVERY == IDLE_EVERY - 1:
            shop.database.checkpoint()
            replay.checkpoint()
    replay.close()
    flush.close()
    return _figures(ours, raw, bare, replay.row_count)


def _basket(session: CheckoutSession, codes: tuple[str, ...], member_id: Id) -> PaymentPlan:
    for code in codes[:LINES]:
        session.scan(code)
    session.name_member(member_id)
    plan = session.plan()
    return plan.with_other(TenderKind.CARD, Money(plan.total.minor // 2), "6228").with_cash(Money(100_000))


def _bytes_of_a_sale(shop: Shop, session: CheckoutSession, plan: PaymentPlan) -> int:
    """By how much the write-ahead log grows."""
    with open_raw(shop.path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    session.pay(plan)
    return shop.path.with_name(shop.path.name + "-wal").stat().st_size


def _figures(ours: list[float], raw: list[float], bare: list[float], row_count: int) -> list[Figure]:
    over = [own - floor for own, floor in zip(ours, raw, strict=True)]
    return [
        Figure(
            "commit of a 10-line 2-tender member sale, p50",
            p50(ours),
            floor=p50(raw),
            words=f"floor: raw sqlite3, the same {row_count} rows",
        ),
        Figure("the same, p99", p99(ours), floor=p99(raw)),
        Figure("commit over raw sqlite3, p50", p50(over), most=2.0, words="each sale less the raw one after it"),
        Figure("commit over raw sqlite3, p99", p99(ours) - p99(raw), most=15.0, words="p99 less p99"),
        Figure("commit beside a bare fdatasync of as many bytes, p50", p50(ours), floor=p50(bare)),
        Figure("raw sqlite3 beside a bare fdatasync, p50", p50(raw), floor=p50(bare)),
    ]
