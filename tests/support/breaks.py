"""Ways to damage the busy day's file behind Shuke's back, and what `verify` must then find."""

from __future__ import annotations

from app.services.backup.findings import FindingKind as Kind

# What breaks, what is done, what must be found in which table.
BREAKS: dict[str, tuple[str, Kind, str]] = {
    "a changed fact": ("UPDATE sale_line SET name = '别的' WHERE rowid = 1", Kind.ROW_CHANGED, "sale_line"),
    "a changed time": (
        "UPDATE audit_event SET at = '2026-01-05 02:00:00.000000' WHERE rowid = 3",
        Kind.ROW_CHANGED,
        "audit_event",
    ),
    "a changed business date": (
        "UPDATE sale SET business_date = '2026-01-04' WHERE rowid = 1",
        Kind.ROW_CHANGED,
        "sale",
    ),
    "a fact of somebody else": ("UPDATE sale SET staff_id = randomblob(16) WHERE rowid = 1", Kind.ROW_CHANGED, "sale"),
    "a removed fact": ("DELETE FROM audit_event WHERE rowid = 3", Kind.ROW_REMOVED, "audit_event"),
    "a fact moved to another entry": (
        "UPDATE audit_event SET journal_seq = 1 WHERE rowid = (SELECT max(rowid) FROM audit_event)",
        Kind.ROW_ADDED,
        "audit_event",
    ),
    "a fact behind the last entry": (
        "UPDATE audit_event SET journal_seq = 999 WHERE rowid = (SELECT max(rowid) FROM audit_event)",
        Kind.ROW_ADDED,
        "audit_event",
    ),
    "a fact of no till": (
        "UPDATE audit_event SET till_id = 'T1' WHERE rowid = (SELECT max(rowid) FROM audit_event)",
        Kind.ROW_ADDED,
        "audit_event",
    ),
    "a swapped hash": (
        "UPDATE journal_entry SET hash = randomblob(32) WHERE seq = 4",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "a payload of noise": (
        "UPDATE journal_entry SET payload = randomblob(90) WHERE seq = 4",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "another previous hash": (
        "UPDATE journal_entry SET previous_hash = randomblob(32) WHERE seq = 4",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "an entry renamed": ("UPDATE journal_entry SET kind = 'staff' WHERE seq = 5", Kind.CHAIN_BROKEN, "journal_entry"),
    "an entry cut out": ("DELETE FROM journal_entry WHERE seq = 4", Kind.CHAIN_GAP, "journal_entry"),
    "a cut tail": (
        "DELETE FROM journal_entry WHERE seq = (SELECT max(seq) FROM journal_entry)",
        Kind.HEAD_DIFFERS,
        "till_state",
    ),
    "a moved head": ("UPDATE till_state SET journal_hash = randomblob(32)", Kind.HEAD_DIFFERS, "till_state"),
    "changed points": ("UPDATE account SET points_balance = points_balance + 500", Kind.BALANCE, "points_ledger"),
    "a changed lot": ("UPDATE points_lot SET remaining = remaining + 1 WHERE rowid = 1", Kind.BALANCE, "points_lot"),
    "a lot of another account": (
        "UPDATE points_lot SET account_id = randomblob(16) WHERE rowid = 1",
        Kind.LOT_OWNER,
        "points_lot",
    ),
    "stored value from nowhere": (
        "UPDATE account SET principal_balance = 100",
        Kind.BALANCE,
        "stored_value_ledger",
    ),
    "a bonus from nowhere": ("UPDATE account SET bonus_balance = 100", Kind.BALANCE, "stored_value_ledger"),
    "credit from nowhere": ("UPDATE account SET credit_balance = 100", Kind.BALANCE, "credit_ledger"),
    "stock changed": ("UPDATE stock_level SET on_hand_milli = on_hand_milli + 1000", Kind.BALANCE, "stock_ledger"),
    "a stock level removed": ("DELETE FROM stock_level", Kind.BALANCE, "stock_ledger"),
    "cash gone from the balance": (
        "UPDATE till_state SET cash_balance = cash_balance - 1000",
        Kind.BALANCE,
        "cash_ledger",
    ),
    "a wrong running balance": (
        "UPDATE cash_ledger SET balance_after = balance_after + 1 WHERE rowid = 2",
        Kind.BALANCE_ROW,
        "cash_ledger",
    ),
    "a cash row removed": ("DELETE FROM cash_ledger WHERE rowid = 2", Kind.CASH, "sale"),
    "a receipt removed": ("DELETE FROM sale WHERE number_seq = 2", Kind.RECEIPT_GAP, "sale"),
    "the last receipt removed": (
        "DELETE FROM sale WHERE number_seq = (SELECT max(number_seq) FROM sale)",
        Kind.RECEIPT_GAP,
        "till_state",
    ),
    "a receipt renamed": ("UPDATE sale SET number = 'T1-000099' WHERE number_seq = 1", Kind.RECEIPT_NUMBER, "sale"),
    "a shift removed": ("DELETE FROM shift WHERE number_seq = 1", Kind.SHIFT_GAP, "shift"),
    "the last shift forgotten": ("UPDATE till_state SET last_shift = 3", Kind.SHIFT_GAP, "till_state"),
    "a close removed": ("DELETE FROM shift_close", Kind.SHIFT_COUNT, "shift"),
    "a line removed": ("DELETE FROM sale_line WHERE rowid = 2", Kind.SALE_SUM, "sale"),
    "a gross changed": ("UPDATE sale SET gross_minor = gross_minor + 1 WHERE rowid = 1", Kind.SALE_SUM, "sale"),
    "a total changed": ("UPDATE sale SET total_minor = total_minor - 1 WHERE rowid = 1", Kind.SALE_SUM, "sale"),
    "change changed": ("UPDATE sale SET change_minor = change_minor + 1 WHERE rowid = 1", Kind.SALE_SUM, "sale"),
    "rounding changed": ("UPDATE sale SET rounding_minor = 1 WHERE rowid = 1", Kind.SALE_SUM, "sale"),
    "a net changed": ("UPDATE sale_line SET net_minor = net_minor - 1 WHERE rowid = 1", Kind.LINE_SUM, "sale_line"),
    "a tax changed": ("UPDATE sale_tax SET tax_minor = tax_minor - 1 WHERE rowid = 1", Kind.TAX_SUM, "sale_tax"),
    "a tax removed": ("DELETE FROM sale_tax WHERE rowid = 1", Kind.TAX_SUM, "sale_tax"),
    "a tender changed": (
        "UPDATE sale_tender SET amount_minor = amount_minor - 1 WHERE rowid = 1",
        Kind.TENDER_SUM,
        "sale",
    ),
    "a tender called card": ("UPDATE sale_tender SET kind = 'card' WHERE rowid = 1", Kind.CASH, "sale"),
    "a discount removed": ("DELETE FROM sale_discount", Kind.DISCOUNT_SUM, "sale_line"),
    "more refunded than sold": (
        "UPDATE sale_line SET quantity_milli = -9000 WHERE original_line_id IS NOT NULL",
        Kind.REFUND_TOO_MUCH,
        "sale_line",
    ),
    "a refund of nothing": (
        "UPDATE sale_line SET original_line_id = randomblob(16) WHERE original_line_id IS NOT NULL",
        Kind.REFUND_TOO_MUCH,
        "sale_line",
    ),
    "a refund of another sale": (
        "UPDATE sale SET original_sale_id = (SELECT id FROM sale WHERE number_seq = 1) WHERE number_seq = 3",
        Kind.REFUND_TOO_MUCH,
        "sale",
    ),
    "more paid back than paid": (
        "UPDATE sale SET paid_minor = -99999 WHERE kind = 'refund'",
        Kind.REFUND_TOO_MUCH,
        "sale",
    ),
    "points of a sale changed": (
        "UPDATE sale SET points_earned = points_earned + 10 WHERE number_seq = 2",
        Kind.POINTS,
        "sale",
    ),
    "points of a line changed": (
        "UPDATE sale_line SET points = points + 1 WHERE points > 0",
        Kind.POINTS,
        "sale_line",
    ),
    "a stock row removed": ("DELETE FROM stock_ledger WHERE rowid = 1", Kind.STOCK, "sale"),
    "a stock row changed": ("UPDATE stock_ledger SET delta = delta + 1 WHERE rowid = 1", Kind.STOCK, "sale"),
    "a visit changed": ("UPDATE visit SET sale_count = sale_count + 1", Kind.VISIT, "visit"),
    "a visit removed": ("DELETE FROM visit", Kind.VISIT, "visit"),
    "a draft of noise": ("UPDATE basket_draft SET payload = '{' WHERE state = 'held'", Kind.DRAFT, "basket_draft"),
    "a draft of another basket": (
        "UPDATE basket_draft SET payload = (SELECT payload FROM basket_draft WHERE state = 'open')",
        Kind.DRAFT,
        "basket_draft",
    ),
    "another hash on the Z": (
        "UPDATE shift_close SET last_journal_hash = randomblob(32)",
        Kind.Z_HASH,
        "shift_close",
    ),
    "another count on the Z": (
        "UPDATE shift_close SET counted_minor = counted_minor + 100",
        Kind.Z_FIGURES,
        "shift_close",
    ),
    "an unreadable Z": ("UPDATE shift_close SET z_report = '[]'", Kind.Z_FIGURES, "shift_close"),
    "a row that names nothing": (
        "UPDATE product SET tax_class_id = randomblob(16) WHERE rowid = 1",
        Kind.LINK_BROKEN,
        "product",
    ),
    "an account of nobody": ("UPDATE account SET owner_id = zeroblob(16)", Kind.ACCOUNT_OWNER, "account"),
    "an account of another kind": ("UPDATE account SET owner_kind = 'friend'", Kind.ACCOUNT_OWNER, "account"),
    "a sale on somebody else's account": ("UPDATE account SET owner_id = zeroblob(16)", Kind.ACCOUNT_STRANGE, "sale"),
    "a sale on an account that is not there": (
        "UPDATE sale SET account_id = zeroblob(16) WHERE number_seq = 2",
        Kind.ACCOUNT_STRANGE,
        "sale",
    ),
    "a lot that never ends": ("UPDATE points_lot SET expires_on = '2099-01-01'", Kind.LOT, "points_lot"),
    "a lot of another day": ("UPDATE points_lot SET earned_on = '2025-01-01'", Kind.LOT, "points_lot"),
    "a lot of another sale": ("UPDATE points_lot SET sale_id = zeroblob(16)", Kind.LOT, "points_lot"),
    "a lot out of nothing": (
        "INSERT INTO points_lot (id, account_id, earned_on, remaining) "
        "SELECT zeroblob(16), account_id, earned_on, 0 FROM points_lot LIMIT 1",
        Kind.LOT,
        "points_lot",
    ),
    "nothing left for the hub": ("DELETE FROM outbox", Kind.OUTBOX, "outbox"),
    "an entry for the hub twice": (
        "INSERT INTO outbox (till_id, epoch, journal_seq, kind, created_at) "
        "SELECT till_id, epoch, journal_seq, kind, created_at FROM outbox LIMIT 1",
        Kind.OUTBOX,
        "outbox",
    ),
    "an entry for the hub that is none": ("UPDATE outbox SET journal_seq = 999 WHERE rowid = 2", Kind.OUTBOX, "outbox"),
    "a text in a balance": ("UPDATE account SET principal_balance = 'much'", Kind.COLUMN, "account"),
    "half an amount": ("UPDATE price SET amount_minor = 1.5 WHERE rowid = 1", Kind.COLUMN, "price"),
    "bytes for a number": ("UPDATE stock_level SET on_hand_milli = x'00' WHERE rowid = 1", Kind.COLUMN, "stock_level"),
    "a day that is none": ("UPDATE visit SET business_date = 'monday'", Kind.COLUMN, "visit"),
    "half an id": ("UPDATE staff SET id = x'0102' WHERE rowid = 1", Kind.COLUMN, "staff"),
    "bytes behind an entry": (
        "UPDATE journal_entry SET payload = cast(payload || x'00ff' AS blob) WHERE seq = 3",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "an entry without its end": (
        "UPDATE journal_entry SET payload = substr(payload, 1, length(payload) - 2) WHERE seq = 3",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "a hash of words": (
        "UPDATE journal_entry SET previous_hash = 'x' WHERE seq = 3",
        Kind.CHAIN_BROKEN,
        "journal_entry",
    ),
    "a basket aside that was sold": (
        "UPDATE basket_draft SET basket_key = (SELECT basket_key FROM sale LIMIT 1) WHERE state = 'held'",
        Kind.DRAFT_SOLD,
        "basket_draft",
    ),
    "a sale of no shift": ("UPDATE sale SET shift_id = NULL WHERE number_seq = 1", Kind.NOT_IN_SHIFT, "sale"),
    "a sale after its shift": (
        "UPDATE sale SET shift_id = (SELECT closed_shift_id FROM shift_close) WHERE number_seq = 6",
        Kind.NOT_IN_SHIFT,
        "sale",
    ),
    "a sale before its shift": (
        "UPDATE sale SET shift_id = (SELECT shift_id FROM sale WHERE number_seq = 6) WHERE number_seq = 1",
        Kind.NOT_IN_SHIFT,
        "sale",
    ),
    "cash of no shift": ("UPDATE cash_ledger SET shift_id = NULL WHERE rowid = 2", Kind.NOT_IN_SHIFT, "cash_ledger"),
    "cash of another till's shift": (
        "UPDATE shift SET till_id = zeroblob(16) WHERE number_seq = 1",
        Kind.NOT_IN_SHIFT,
        "cash_ledger",
    ),
    "a sale that pays out": (
        "UPDATE sale_tender SET amount_minor = -1, given_minor = -1, change_minor = 0 WHERE rowid = 1",
        Kind.TENDER,
        "sale_tender",
    ),
    "a refund that takes money": (
        "UPDATE sale_tender SET amount_minor = 1, given_minor = 1 "
        "WHERE sale_id IN (SELECT id FROM sale WHERE kind = 'refund')",
        Kind.TENDER,
        "sale_tender",
    ),
    "a tender that is not what was given": (
        "UPDATE sale_tender SET given_minor = given_minor + 1 WHERE rowid = 1",
        Kind.TENDER,
        "sale_tender",
    ),
    "change on a card": (
        "UPDATE sale_tender SET kind = 'card', given_minor = amount_minor + 5, change_minor = 5 WHERE rowid = 1",
        Kind.TENDER,
        "sale_tender",
    ),
    "change below zero": (
        "UPDATE sale_tender SET given_minor = amount_minor - 5, change_minor = -5 WHERE rowid = 1",
        Kind.TENDER,
        "sale_tender",
    ),
    "rounding without cash": (
        "UPDATE sale_tender SET kind = 'rounding', amount_minor = 3, given_minor = 0, change_minor = 0 WHERE rowid = 1",
        Kind.TENDER,
        "sale_tender",
    ),
    "rounding beyond any coin": (
        "UPDATE sale_tender SET kind = 'rounding', given_minor = 0, change_minor = 0 WHERE rowid = 1",
        Kind.TENDER,
        "sale_tender",
    ),
    "a way of paying nobody knows": (
        "UPDATE sale_tender SET kind = 'shells' WHERE rowid = 1",
        Kind.TENDER,
        "sale_tender",
    ),
    "another schema": ("UPDATE alembic_version SET version_num = '0000'", Kind.SCHEMA, "alembic_version"),
    "a table gone": ("ALTER TABLE basket_draft RENAME TO gone", Kind.UNREADABLE, ""),
}
