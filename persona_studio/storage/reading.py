# SPDX-License-Identifier: MIT
"""Values out of the file: plain portable SELECTs, so that a board is on screen before any library.

This is the only reading path for journalled values; SQLAlchemy is for writing.
"""

import sqlite3
from collections.abc import Collection
from typing import Any

from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.snapshot import Snapshot
from persona_studio.storage.columns import decode, names
from persona_studio.storage.connecting import in_file_order


def select(table: str, where: str = "") -> str:
    """Return the SELECT of all columns of a journalled table."""
    columns = ", ".join(f'"{name}"' for name in names(JOURNALLED[table]))
    return f'SELECT {columns} FROM "{table}"{" WHERE " + where if where else ""}'


def read_table(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    """Return every value of one table by id, in the order they came into the file."""
    kind = JOURNALLED[table]
    rows = connection.execute(select(table))
    return {row[0]: decode(kind, row) for row in rows}


def read_keys(connection: sqlite3.Connection, table: str, keys: Collection[str]) -> dict[str, Any]:
    """Return the values of one table that still exist among `keys`, in the file's order."""
    kind, wanted = JOURNALLED[table], in_file_order(connection, table, keys)
    found: dict[str, Any] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        sql = select(table, f"id IN ({', '.join('?' * len(part))})")
        found.update({row[0]: decode(kind, row) for row in connection.execute(sql, part)})
    return {key: found[key] for key in wanted}


def read_snapshot(connection: sqlite3.Connection) -> Snapshot:
    """Return the whole project as values."""
    return Snapshot({table: read_table(connection, table) for table in JOURNALLED})
