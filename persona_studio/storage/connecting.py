# SPDX-License-Identifier: MIT
"""How a project file is reached: locked for writing, or looked at without a way to write.

Rollback journal TRUNCATE with full sync: the one visible file is the project whenever nobody is
in the middle of an edit, and no acknowledged edit is lost to a crash. The file is locked for
others while it is open. An edit that a crash cut off is rolled back by whoever comes next.
"""

import json
import sqlite3
import time
from collections.abc import Collection
from pathlib import Path

from persona_studio.core.errors import StudioError
from persona_studio.storage import opening
from persona_studio.storage.lock import Holder, locked

_PRAGMAS = (
    "locking_mode = EXCLUSIVE",  # nobody else writes while we have it open
    "journal_mode = TRUNCATE",  # one visible file; see the module's docstring
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # REPLACE fires delete triggers too: the journal sees all
    "trusted_schema = OFF",  # a stranger's schema may not call functions
    "cell_size_check = ON",
    "secure_delete = ON",  # deleted quotes leave the file
    "temp_store = MEMORY",  # no client text in temporary files
    "mmap_size = 0",
    "busy_timeout = 2000",
)
_TRIES, _PAUSE = 20, 0.05


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Return a bare connection; `mode` is SQLite's: rw or ro."""
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=2)


def prepare(connection: sqlite3.Connection) -> None:
    """Set on a connection all that the safety of the file rests on."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def writable(path: Path) -> bool:
    """Tell whether the file and its folder can be written to."""
    try:
        with path.open("r+b"):
            pass
        probe = path.with_name(f".~probe.{path.name}#")
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def check_untouched(path: Path, holder: Holder | None) -> None:
    """Look at lock, schema and pages before anything could be written.

    After a crash SQLite must first roll an edit back; then `to_write` looks.
    """
    if opening.has_unfinished_edit(path):
        return
    connection = connect(path, "ro")
    try:
        if _is_locked(connection):
            raise locked(path, holder)
        _look(connection, path)
    finally:
        connection.close()


def to_write(path: Path, holder: Holder | None) -> sqlite3.Connection:
    """Return the one connection that writes, with the file locked for others."""
    unfinished = opening.has_unfinished_edit(path)
    connection = connect(path, "rw")
    try:
        prepare(connection)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        if unfinished:
            _look(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        if _says_locked(error):
            raise locked(path, holder) from None
        raise opening.damaged(path, "It cannot be read") from error
    except StudioError:
        connection.close()
        raise
    return connection


def to_read(path: Path, holder: Holder | None, *, apart: bool) -> sqlite3.Connection:
    """Return a connection that never writes the file: the file read only, or a copy in memory.

    The copy is taken where it is wanted `apart`, or the file is held elsewhere.
    """
    held = holder is not None and not holder.is_gone()
    if not held and opening.has_unfinished_edit(path):
        _roll_back(path)
    connection = connect(path, "ro")
    if held or apart or _is_locked(connection):
        connection.close()
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(_whole(path))
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _look(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    opening.check_schema(connection, path)
    opening.check_sound(connection, path)


def _roll_back(path: Path) -> None:
    """Let SQLite undo the edit a crash cut off, unless somebody is in the middle of it."""
    if not writable(path):
        raise StudioError(
            f"The last edit of “{path.name}” was cut off and must be rolled back first.",
            f"Copy it together with “{path.name}-journal” to a folder you may write to, and open"
            " the copy.",
            kind="unfinished",
        )
    connection = connect(path, "rw")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        if not _says_locked(error):
            raise opening.damaged(path, "It cannot be read") from error
    finally:
        connection.close()


def _whole(path: Path) -> bytes:
    """Return the bytes of a file somebody else writes to, of a moment between two edits."""
    for _ in range(_TRIES):
        before = _stamp(path)
        data = path.read_bytes()
        if not before[0] and _stamp(path) == before:
            return data
        time.sleep(_PAUSE)
    raise StudioError(
        f"“{path.name}” is being written to at this moment.", "Try again soon.", kind="locked"
    )


def _stamp(path: Path) -> tuple[bool, int, int]:
    found = path.stat()
    return opening.has_unfinished_edit(path), found.st_size, found.st_mtime_ns


def _is_locked(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1 FROM main.sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        return _says_locked(error)  # else the checks that follow say what is wrong
    return False


def _says_locked(error: sqlite3.Error) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


def in_file_order(connection: sqlite3.Connection, table: str, keys: Collection[str]) -> list[str]:
    """Return those of some ids that are in a table, in the order they came into the file."""
    sql = f'SELECT id FROM "{table}" WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid'
    return [key for (key,) in connection.execute(sql, (json.dumps(sorted(keys)),))]
