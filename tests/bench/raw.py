"""The floor of a commit: the rows of one real sale, inserted by the bare driver with the same pragmas."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.models.database import AUTOCHECKPOINT_PAGES, PRAGMAS
from app.values.ids import Id, new_id

FACTS = (
    "sale",
    "sale_line",
    "sale_discount",
    "sale_tax",
    "sale_tender",
    "stock_ledger",
    "points_ledger",
    "cash_ledger",
)
ON_CONFLICT = {
    "stock_level": "ON CONFLICT (shop_id, product_id) DO UPDATE SET on_hand_milli = excluded.on_hand_milli",
    "visit": (
        "ON CONFLICT (unit_kind, unit_id, business_date, shop_id) DO UPDATE SET sale_count = excluded.sale_count, "
        "net_minor = excluded.net_minor"
    ),
}


@dataclass(frozen=True, slots=True)
class TableRows:
    """What one sale put into one table."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    @property
    def sql(self) -> str:
        """The INSERT."""
        places = ", ".join("?" * len(self.columns))
        return (
            f"INSERT INTO {self.table} ({', '.join(self.columns)}) VALUES ({places}) {ON_CONFLICT.get(self.table, '')}"
        )


def open_raw(path: Path) -> Any:
    """A bare connection with the till's own pragmas."""
    connection = sqlite.connect(str(path), isolation_level=None, cached_statements=256)
    for name, value in {**PRAGMAS, "wal_autocheckpoint": AUTOCHECKPOINT_PAGES}.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    return connection


def copy_file(source: Path, target: Path) -> None:
    """A whole copy of a data file that somebody has open."""
    with sqlite.connect(str(source)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def rows_of_sale(connection: Any, sale_id: Id) -> list[TableRows]:
    """Everything that posting this sale stored, read back in the order of posting."""
    ((seq,),) = connection.execute("SELECT journal_seq FROM sale WHERE id = ?", (sale_id,)).fetchall()
    found = [_read(connection, table, "journal_seq = ?", (seq,)) for table in FACTS]
    found += [
        _read(connection, "points_lot", "sale_id = ?", (sale_id,)),
        _read(connection, "print_job", "sale_id = ?", (sale_id,)),
        _read(connection, "print_job", "sale_id IS NULL ORDER BY id DESC LIMIT 1", ()),
        _read(connection, "journal_entry", "seq = ?", (seq,)),
        _read(connection, "outbox", "journal_seq = ?", (seq,), leave_out=("outbox_id",)),
        _read(
            connection,
            "stock_level",
            "product_id IN (SELECT product_id FROM stock_ledger WHERE journal_seq = ?)",
            (seq,),
        ),
        _read(connection, "visit", "unit_id IN (SELECT member_id FROM sale WHERE id = ?)", (sale_id,)),
    ]
    return [rows for rows in found if rows.rows]


def _read(
    connection: Any, table: str, where: str, given: Sequence[object], *, leave_out: Sequence[str] = ()
) -> TableRows:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {where}", tuple(given))
    names = [column[0] for column in cursor.description]
    kept = [at for at, name in enumerate(names) if name not in leave_out]
    rows = tuple(tuple(row[at] for at in kept) for row in cursor.fetchall())
    return TableRows(table, tuple(names[at] for at in kept), rows)


class Replay:
    """The same sale again and again: fresh ids and the next numbers, everything else as it was."""

    def __init__(self, path: Path, sale: Sequence[TableRows]) -> None:
        self._connection = open_raw(path)
        self._sale = sale
        self._made = {
            row[at]
            for rows in sale
            for row in rows.rows
            for at, name in enumerate(rows.columns)
            if name in ("id", "basket_key") and rows.table != "visit"
        }
        self._count = 0

    @property
    def row_count(self) -> int:
        """Rows of one sale."""
        return sum(len(rows.rows) for rows in self._sale)

    def prepare(self) -> list[tuple[str, list[tuple[Any, ...]]]]:
        """The statements of the next sale; making them is not part of what is measured."""
        self._count += 1
        fresh: dict[Any, bytes] = {known: new_id() for known in sorted(self._made)}
        words = {known.hex(): value.hex() for known, value in fresh.items()}
        return [(rows.sql, [self._renewed(rows, row, fresh, words) for row in rows.rows]) for rows in self._sale]

    def _renewed(
        self, rows: TableRows, row: tuple[Any, ...], fresh: dict[Any, bytes], words: dict[str, str]
    ) -> tuple[Any, ...]:
        renewed = []
        for name, value in zip(rows.columns, row, strict=True):
            if name in ("number_seq", "journal_seq") or (name == "seq" and rows.table == "journal_entry"):
                renewed.append(value + 1_000_000 + self._count)
            elif name == "source_key":
                head, colon, rest = value.partition(":")
                renewed.append(words.get(head, head) + colon + rest)
            else:
                renewed.append(fresh.get(value, value) if isinstance(value, bytes) else value)
        return tuple(renewed)

    def run(self, statements: list[tuple[str, list[tuple[Any, ...]]]]) -> None:
        """One transaction, as fast as the driver goes."""
        cursor = self._connection.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        for sql, rows in statements:
            if len(rows) == 1:
                cursor.execute(sql, rows[0])
            else:
                cursor.executemany(sql, rows)
        cursor.execute("COMMIT")
        cursor.close()

    def checkpoint(self) -> None:
        """What the till does when it is idle."""
        self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class BareFlush:
    """The floor below the floor: so many bytes appended and flushed."""

    def __init__(self, path: Path, size_bytes: int) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        self._bytes = os.urandom(size_bytes)

    def run(self) -> None:
        """Append and flush."""
        os.write(self._file, self._bytes)
        os.fdatasync(self._file)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)
