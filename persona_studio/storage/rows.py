# SPDX-License-Identifier: MIT
"""The bulk of a file: rows of waves, coded columns, memberships and picture bytes.

They are written once, outside the journal, under a parent id noted in `bulk`. A parent is shown
by one small journalled edit; when no value and no step of the history names it any more, its
rows are purged. So importing is instant to undo, and a cancelled import leaves nothing.
"""

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from persona_studio.core.codec import clean_text
from persona_studio.core.research import Membership

_SLICE = 5000
Codes: TypeAlias = tuple[int, bytes]


class CodedColumn(NamedTuple):
    """One column of a wave: distinct texts (first is empty) and each row's place among them.

    The places come in chunks of (bytes a place: 1, 2 or 4; the places, little-endian, unsigned).
    """

    labels: tuple[str, ...]
    chunks: tuple[tuple[int, bytes], ...]


def register(connection: sqlite3.Connection, table: str, parent: str) -> None:
    """Note that bulk rows of `parent` begin to arrive in `table`."""
    key = f"{table}:{parent}"
    connection.execute(
        "INSERT INTO bulk (id, parent) SELECT ?, ? WHERE NOT EXISTS"
        " (SELECT 1 FROM bulk WHERE id = ?)",
        (key, parent, key),
    )


def add_rows(
    connection: sqlite3.Connection, wave: str, rows: Iterable[tuple[int, str, str | bytes]]
) -> None:
    """Append rows (number, respondent, cells as JSON text, or that in UTF-8) of a wave."""
    connection.executemany(
        'INSERT INTO "row" (wave, number, respondent, cells) VALUES (?, ?, ?, CAST(? AS TEXT))',
        ((wave, number, respondent, cells) for number, respondent, cells in rows),
    )


def read_rows(connection: sqlite3.Connection, wave: str) -> Iterator[tuple[int, str, str]]:
    """Yield (number, respondent, cells as JSON text) of a wave by row number."""
    yield from connection.execute(
        'SELECT number, respondent, cells FROM "row" WHERE wave = ? ORDER BY number', (wave,)
    )


def read_answers(
    connection: sqlite3.Connection, column: tuple[str, int], after: int, most: int
) -> list[tuple[int, str]]:
    """Return (number, text) of the next rows of one column (wave, position) behind row `after`."""
    wave, position = column
    return [
        (number, cells[position] if position < len(cells) else "")
        for number, cells in read_slice(connection, wave, after, most)
    ]


def read_slice(
    connection: sqlite3.Connection, wave: str, after: int, most: int
) -> list[tuple[int, list[str]]]:
    """Return (number, cells by position) of the next rows of a wave behind row `after`."""
    found = connection.execute(
        'SELECT number, cells FROM "row" WHERE wave = ? AND number > ? ORDER BY number LIMIT ?',
        (wave, after, most),
    )
    return [(number, json.loads(cells)) for number, cells in found]


def read_row(connection: sqlite3.Connection, wave: str, number: int) -> tuple[str, str] | None:
    """Return (respondent, cells as JSON text) of one row."""
    found = connection.execute(
        'SELECT respondent, cells FROM "row" WHERE wave = ? AND number = ?', (wave, number)
    ).fetchone()
    return (found[0], found[1]) if found else None


def read_keys(connection: sqlite3.Connection, wave: str) -> list[tuple[int, str]]:
    """Return (number, respondent) of every row of a wave."""
    return connection.execute(
        'SELECT number, respondent FROM "row" WHERE wave = ? ORDER BY number', (wave,)
    ).fetchall()


def read_some_keys(
    connection: sqlite3.Connection, wave: str, after: int, most: int
) -> list[tuple[int, str]]:
    """Return (number, respondent) of the next rows of a wave behind row `after`."""
    return connection.execute(
        'SELECT number, respondent FROM "row" WHERE wave = ? AND number > ?'
        " ORDER BY number LIMIT ?",
        (wave, after, most),
    ).fetchall()


def add_codes(
    connection: sqlite3.Connection, place: tuple[str, int, int], width: int, codes: bytes
) -> None:
    """Append codes of a column; `place` is (wave, position, chunk from 1), `width` bytes a code."""
    connection.execute(
        "INSERT INTO coded (wave, position, chunk, width, data) VALUES (?, ?, ?, ?, ?)",
        (*place, width, codes),
    )


def add_labels(
    connection: sqlite3.Connection, wave: str, position: int, labels: Iterable[str]
) -> None:
    """Close a column with its distinct texts, in code order."""
    text = json.dumps([clean_text(label) for label in labels], ensure_ascii=False)
    connection.execute(
        "INSERT INTO coded (wave, position, chunk, width, data) VALUES (?, ?, 0, 0, ?)",
        (wave, position, text.encode()),
    )


def read_coded(connection: sqlite3.Connection, wave: str, position: int) -> CodedColumn | None:
    """Return a coded column of a wave, None where it was left uncoded."""
    rows = connection.execute(
        "SELECT chunk, width, data FROM coded WHERE wave = ? AND position = ? ORDER BY chunk",
        (wave, position),
    ).fetchall()
    if not rows or rows[0][0] != 0:
        return None
    chunks = tuple((width, bytes(data)) for _, width, data in rows[1:])
    return CodedColumn(tuple(json.loads(rows[0][2])), chunks)


def coded_positions(connection: sqlite3.Connection, wave: str) -> list[int]:
    """Return the positions of the coded columns of a wave."""
    found = connection.execute("SELECT DISTINCT position FROM coded WHERE wave = ?", (wave,))
    return sorted(position for (position,) in found)


def recode(
    connection: sqlite3.Connection, column: tuple[str, int], labels: Iterable[str], codes: Codes
) -> None:
    """Write the codes of a column (wave, position) anew, all in one chunk."""
    connection.execute("DELETE FROM coded WHERE wave = ? AND position = ?", column)
    add_codes(connection, (*column, 1), *codes)
    add_labels(connection, *column, labels)


def rows_of(connection: sqlite3.Connection, respondent: str) -> list[tuple[str, int]]:
    """Return (wave, number) of every row of one respondent key, in any wave."""
    return connection.execute(
        'SELECT wave, number FROM "row" WHERE respondent = ? ORDER BY wave, number', (respondent,)
    ).fetchall()


def remove_row(connection: sqlite3.Connection, wave: str, number: int) -> None:
    """Take one row out of the file for good; only forgetting a person does that."""
    connection.execute('DELETE FROM "row" WHERE wave = ? AND number = ?', (wave, number))


def remove_membership(connection: sqlite3.Connection, segmentation: str, row: int) -> str | None:
    """Take one row out of its segment for good; return the segment it was in."""
    place = (segmentation, row)
    found = connection.execute(
        "SELECT segment FROM membership WHERE segmentation = ? AND row = ?", place
    ).fetchone()
    connection.execute("DELETE FROM membership WHERE segmentation = ? AND row = ?", place)
    return found[0] if found else None


def add_memberships(connection: sqlite3.Connection, members: Iterable[Membership]) -> None:
    """Append who is in which segment."""
    connection.executemany(
        "INSERT INTO membership (segmentation, row, segment, margin) VALUES (?, ?, ?, ?)",
        (
            (m.segmentation, m.row, m.segment, None if m.margin is None else repr(m.margin))
            for m in members
        ),
    )


def read_memberships(connection: sqlite3.Connection, segmentation: str) -> list[Membership]:
    """Return who is in which segment, by row number."""
    rows = connection.execute(
        "SELECT segmentation, row, segment, margin FROM membership"
        " WHERE segmentation = ? ORDER BY row",
        (segmentation,),
    )
    return [
        Membership(s, number, segment, None if margin is None else float(margin))
        for s, number, segment, margin in rows
    ]


def add_blob(connection: sqlite3.Connection, data: bytes) -> str:
    """Keep the bytes of a picture once; return their SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    register(connection, "blob", digest)
    if read_blob(connection, digest) is None:
        connection.execute("INSERT INTO blob (sha256, data) VALUES (?, ?)", (digest, data))
    return digest


def read_blob(connection: sqlite3.Connection, digest: str) -> bytes | None:
    """Return the bytes of a picture."""
    found = connection.execute("SELECT data FROM blob WHERE sha256 = ?", (digest,)).fetchone()
    return bytes(found[0]) if found else None


def orphans(connection: sqlite3.Connection, keep: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return (table, parent) of bulk that nobody names: not a value, not a step, not `keep`."""
    named = {
        row[0]
        for row in connection.execute(
            "SELECT id FROM wave UNION SELECT id FROM segmentation"
            " UNION SELECT sha256 FROM picture WHERE sha256 IS NOT NULL"
            " UNION SELECT key FROM edit_row WHERE tbl IN ('wave', 'segmentation')"
        )
    }
    old_pictures = "".join(
        row[0]
        for row in connection.execute(
            "SELECT before FROM edit_row WHERE tbl = 'picture' AND before IS NOT NULL"
        )
    )
    found = []
    for key, parent in connection.execute("SELECT id, parent FROM bulk"):
        if parent not in named and parent not in keep and parent not in old_pictures:
            found.append((key.partition(":")[0], parent))
    return found


def purge_slice(connection: sqlite3.Connection, table: str, parent: str) -> bool:
    """Remove up to 5,000 rows of an orphan (inside a transaction); tell whether it is gone."""
    if table == "row":
        connection.execute("DELETE FROM coded WHERE wave = ?", (parent,))
        done = connection.execute(
            'DELETE FROM "row" WHERE wave = ? AND number IN'
            f' (SELECT number FROM "row" WHERE wave = ? LIMIT {_SLICE})',
            (parent, parent),
        ).rowcount
    else:
        column = {"membership": "segmentation", "blob": "sha256"}[table]
        done = connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (parent,)).rowcount
        done = 0 if done >= 0 else done
    if done < _SLICE:
        connection.execute("DELETE FROM bulk WHERE id = ?", (f"{table}:{parent}",))
        return True
    return False
