# SPDX-License-Identifier: MIT
"""The hand that writes inside one edit; operations on nouns take it and nothing else."""

import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from persona_studio.core.errors import StudioError
from persona_studio.core.nouns import TABLE_OF
from persona_studio.storage.columns import decode, encode, encode_field
from persona_studio.storage.reading import read_keys, select
from persona_studio.storage.schema import TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")


class Writer:
    """Adds, changes, removes and reads values inside the transaction of an edit."""

    def __init__(self, connection: "Connection", raw: sqlite3.Connection) -> None:
        self.connection = connection
        self._raw = raw

    def add(self, value: Any) -> str:
        """Add a value; return its id."""
        kind = type(value)
        self.connection.execute(TABLES[TABLE_OF[kind]].insert(), encode(kind, value))
        return str(value.id)

    def add_all(self, values: Iterable[Any]) -> None:
        """Add values of one kind at once."""
        rows = list(values)
        if rows:
            kind = type(rows[0])
            table = TABLES[TABLE_OF[kind]]
            self.connection.execute(table.insert(), [encode(kind, value) for value in rows])

    def change(self, kind: type, key: str, /, **values: Any) -> None:
        """Set fields of one value; StudioError (kind `gone`) when it is not there any more."""
        table = TABLES[TABLE_OF[kind]]
        known = {item.name for item in fields(kind)}
        if not values.keys() <= known - {"id"}:
            raise TypeError(f"{kind.__name__} has no {sorted(values.keys() - known)}")
        columns = {name: encode_field(kind, name, value) for name, value in values.items()}
        done = self.connection.execute(table.update().where(table.c.id == key), columns)
        if done.rowcount != 1:
            raise gone(kind)

    def remove(self, kind: type, key: str) -> None:
        """Remove one value and what belongs to it; nothing happens when it is gone already."""
        table = TABLES[TABLE_OF[kind]]
        self.connection.execute(table.delete().where(table.c.id == key))

    def get(self, kind: type[T], key: str) -> T:
        """Return one value as it stands in this edit; StudioError (kind `gone`) without it."""
        found = read_keys(self._raw, TABLE_OF[kind], [key])
        if key not in found:
            raise gone(kind)
        value: T = found[key]
        return value

    def find(self, kind: type[T], /, **where: Any) -> list[T]:
        """Return the values whose fields equal `where` (None: not set), oldest first."""
        parts, marks = [], []
        for name, value in where.items():
            parts.append(f'"{name}" IS NULL' if value is None else f'"{name}" = ?')
            if value is not None:
                marks.append(encode_field(kind, name, value))
        sql = select(TABLE_OF[kind], " AND ".join(parts))
        return [decode(kind, row) for row in self._raw.execute(sql, marks)]


def gone(kind: type) -> StudioError:
    """Return the error for a value that somebody removed meanwhile."""
    return StudioError(
        f"This {kind.__name__.lower()} is not there any more.",
        "It was removed meanwhile; Undo may bring it back.",
        kind="gone",
    )
