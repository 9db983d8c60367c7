# SPDX-License-Identifier: MIT
"""All of undo: temporary triggers keep what each touched row was before, in the same transaction.

The history stores data, not SQL: for every row an edit touched, its table, its id and its old
column values as a JSON list (NULL where the row did not exist). To undo is to put those rows
back while the triggers record what they replace, which is the redo. A row is recorded once an
edit, at its first touch, so steps that continue each other fold by sharing an edit.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from persona_studio.core import clock
from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.nouns import JOURNALLED
from persona_studio.storage.columns import decode, names

MAX_STEPS = 500
MAX_BYTES = 20_000_000
_SCRATCH = -1
_Old: TypeAlias = tuple[str, str, list[str | int | None] | None]
"""Table, id and old cells of a row; None where it did not exist."""


@dataclass(frozen=True)
class Step:
    """One entry of the history, newest last; `undone` steps can be redone."""

    id: int
    label: str
    at: str
    undone: bool


def install(connection: sqlite3.Connection) -> None:
    """Watch every journalled table of this connection; a change outside an edit is refused."""
    connection.execute("CREATE TEMP TABLE journal_state (edit INTEGER)")
    connection.execute("INSERT INTO journal_state VALUES (NULL)")
    connection.execute(
        "CREATE TEMP TABLE touched (tbl TEXT, key TEXT, PRIMARY KEY (tbl, key)) WITHOUT ROWID"
    )
    for table, kind in JOURNALLED.items():
        old = ", ".join(f'old."{name}"' for name in names(kind))
        for event, key, before in (
            ("INSERT", "new", "NULL"),
            ("UPDATE", "old", f"json_array({old})"),
            ("DELETE", "old", f"json_array({old})"),
        ):
            connection.execute(_trigger(table, event, key, before))


def _trigger(table: str, event: str, key: str, before: str) -> str:
    return f"""
        CREATE TEMP TRIGGER journal_{table}_{event} AFTER {event} ON main."{table}" BEGIN
            SELECT RAISE(ABORT, 'a change outside an edit') FROM journal_state WHERE edit IS NULL;
            INSERT INTO edit_row (edit, tbl, key, before)
                SELECT s.edit, '{table}', {key}.id, {before} FROM journal_state s
                WHERE NOT EXISTS (SELECT 1 FROM edit_row e
                    WHERE e.edit = s.edit AND e.tbl = '{table}' AND e.key = {key}.id);
            INSERT INTO touched SELECT '{table}', {key}.id
                WHERE NOT EXISTS (SELECT 1 FROM touched
                    WHERE tbl = '{table}' AND key = {key}.id);
        END"""


def begin(connection: sqlite3.Connection, label: str, merge_key: str | None) -> int:
    """Start recording an edit inside an open transaction; return its id.

    A `merge_key` equal to the last edit's continues that edit.
    """
    last = connection.execute(
        "SELECT id, merge_key, undone FROM edit ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if merge_key and last and last[1] == merge_key and not last[2]:
        edit = int(last[0])
    else:
        edit = int(last[0]) + 1 if last else 1
        connection.execute(
            "INSERT INTO edit (id, label, merge_key, at, undone, size) VALUES (?, ?, ?, ?, 0, 0)",
            (edit, label, merge_key, clock.now().isoformat()),
        )
    _record_as(connection, edit)
    return edit


def finish(connection: sqlite3.Connection, edit: int, label: str) -> Change | None:
    """End recording; return what was touched, None (and no step) when nothing was.

    After a change, what had been undone can no longer be redone.
    """
    change = Change(label, "edit", touched(connection))
    _record_as(connection, None)
    if not change.keys:
        connection.execute(
            "DELETE FROM edit WHERE id = ? AND NOT EXISTS (SELECT 1 FROM edit_row WHERE edit = ?)",
            (edit, edit),
        )
        return None
    for (step,) in connection.execute("SELECT id FROM edit WHERE undone = 1").fetchall():
        _forget(connection, step)
    _measure(connection, edit)
    _trim(connection)
    return change


def swap(connection: sqlite3.Connection, *, undo: bool) -> Change | None:
    """Undo the last step or redo the next one inside an open transaction; None if there is none."""
    step = next_step(connection, undo=undo)
    if step is None:
        return None
    rows = _sound(
        connection.execute("SELECT tbl, key, before FROM edit_row WHERE edit = ?", (step.id,))
    )
    _record_as(connection, _SCRATCH)
    connection.execute("PRAGMA defer_foreign_keys = ON")
    _restore(connection, rows)
    connection.execute("DELETE FROM edit_row WHERE edit = ?", (step.id,))
    connection.execute("UPDATE edit_row SET edit = ? WHERE edit = ?", (step.id, _SCRATCH))
    connection.execute(
        "UPDATE edit SET undone = ?, merge_key = NULL WHERE id = ?", (int(undo), step.id)
    )
    change = Change(step.label, "undo" if undo else "redo", touched(connection))
    _record_as(connection, None)
    _measure(connection, step.id)
    return change


def _sound(rows: Iterable[tuple[str, str, str | None]]) -> list[_Old]:
    """Return a step's rows; refuse a history that was not written by the studio."""
    try:
        return [(table, key, _cells(table, key, before)) for table, key, before in rows]
    except (ValueError, TypeError, KeyError, StudioError):
        raise StudioError(
            "The history of this file was changed by another program.",
            "Undo is not possible here. Everything on the board is as it was.",
            kind="damaged",
        ) from None


def _cells(table: str, key: str, before: str | None) -> list[str | int | None] | None:
    """Return the old cells of a row, which are those of this table and this id, or ValueError."""
    if before is None and table in JOURNALLED and table != "project":
        return None
    cells: list[str | int | None] = json.loads(before or "")
    if decode(JOURNALLED[table], cells).id != key:
        raise ValueError("another row")
    return cells


def _restore(connection: sqlite3.Connection, rows: Iterable[_Old]) -> None:
    """Put rows back as they were: first those that existed, so that no delete takes one along."""
    gone = []
    for table, key, cells in rows:
        if cells is None:
            gone.append((table, key))
            continue
        columns = names(JOURNALLED[table])
        listed = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:])
        connection.execute(
            f'INSERT INTO "{table}" ({listed}) VALUES ({marks})'
            f" ON CONFLICT (id) DO UPDATE SET {sets}",
            cells,
        )
    for table, key in gone:
        connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (key,))


def next_step(connection: sqlite3.Connection, *, undo: bool) -> Step | None:
    """Return the step that undo (or redo) would take."""
    order = "undone = 0 ORDER BY id DESC" if undo else "undone = 1 ORDER BY id"
    row = connection.execute(f"SELECT id, label, at, undone FROM edit WHERE {order} LIMIT 1")
    found = row.fetchone()
    return Step(found[0], found[1], found[2], bool(found[3])) if found else None


def history(connection: sqlite3.Connection) -> list[Step]:
    """Return every step kept, oldest first."""
    rows = connection.execute("SELECT id, label, at, undone FROM edit ORDER BY id")
    return [Step(row[0], row[1], row[2], bool(row[3])) for row in rows]


def last_touched(connection: sqlite3.Connection) -> dict[str, Step]:
    """Return by id the last step, of those that stand, that touched each row."""
    rows = connection.execute(
        "SELECT r.key, e.id, e.label, e.at FROM edit_row r JOIN edit e ON e.id = r.edit"
        " WHERE e.undone = 0 ORDER BY e.id"
    )
    return {key: Step(step, label, at, undone=False) for key, step, label, at in rows}


def clear(connection: sqlite3.Connection) -> None:
    """Forget the history (a schema migration, a removed respondent)."""
    connection.execute("DELETE FROM edit_row")
    connection.execute("DELETE FROM edit")


def touched(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """Return what the edit under way has touched so far: table -> ids."""
    found: dict[str, set[str]] = {}
    for table, key in connection.execute("SELECT tbl, key FROM touched"):
        found.setdefault(table, set()).add(key)
    return {table: frozenset(keys) for table, keys in found.items()}


def _record_as(connection: sqlite3.Connection, edit: int | None) -> None:
    connection.execute("UPDATE journal_state SET edit = ?", (edit,))
    connection.execute("DELETE FROM touched")


def _measure(connection: sqlite3.Connection, edit: int) -> None:
    connection.execute(
        "UPDATE edit SET size = (SELECT coalesce(sum(length(before) + 64), 0) FROM edit_row"
        " WHERE edit = ?) WHERE id = ?",
        (edit, edit),
    )


def _trim(connection: sqlite3.Connection) -> None:
    """Keep at most MAX_STEPS steps and MAX_BYTES of old values; the newest step always stays."""
    kept = total = 0
    for step, size in connection.execute("SELECT id, size FROM edit ORDER BY id DESC").fetchall():
        kept, total = kept + 1, total + size
        if kept > 1 and (kept > MAX_STEPS or total > MAX_BYTES):
            _forget(connection, step)


def _forget(connection: sqlite3.Connection, step: int) -> None:
    connection.execute("DELETE FROM edit_row WHERE edit = ?", (step,))
    connection.execute("DELETE FROM edit WHERE id = ?", (step,))
