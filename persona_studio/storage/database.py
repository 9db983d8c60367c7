# SPDX-License-Identifier: MIT
"""The one connection to a project file, and the recipe by which it is opened.

Rollback journal TRUNCATE with full sync: the one visible file is the project whenever nobody is
in the middle of an edit, and no acknowledged edit is lost to a crash. The file is locked for
others while it is open. The standard driver opens it; SQLAlchemy is handed the same connection
when the first edit needs it. Nothing else in the process may open the file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.files import reaching
from persona_studio.storage import journal, migrations, opening
from persona_studio.storage.lock import FileLock, holder_of, locked

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

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


class Database:
    """An open project file. Use `create` or `open`, and `close` when done."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock | None) -> None:
        self.path = path
        self.connection = connection
        self.read_only = lock is None
        self._lock = lock
        self._engine: Engine | None = None

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new, empty project file; an existing file is never overwritten."""
        with reaching(path), ExitStack() as if_refused:
            _claim_name(path)
            if_refused.callback(path.unlink, missing_ok=True)
            lock = FileLock(path)
            lock.take()
            if_refused.callback(lock.release)
            connection = _connect(path, "rw")
            if_refused.callback(connection.close)
            database = cls(path, connection, lock)
            with _saving(path):
                _prepare(connection)
                connection.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
                database._make_tables()
                journal.install(connection)
            if_refused.pop_all()
        return database

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a project after all checks; raises StudioError naming what is wrong with it.

        A file or folder that cannot be written to is opened to read only.
        """
        holder = holder_of(path)
        if holder is not None and holder.is_this_process():
            raise locked(path, holder)  # reading the file here would drop our own lock on it
        version = opening.check_head(path)
        if read_only or not _writable(path):
            return cls._open_to_read(path, version)
        with ExitStack() as if_refused:
            lock = FileLock(path)
            lock.take()
            if_refused.callback(lock.release)
            connection = _open_to_write(path)
            if_refused.callback(connection.close)
            migrations.migrate(connection, version)
            journal.install(connection)
            if_refused.pop_all()
        return cls(path, connection, lock)

    @classmethod
    def _open_to_read(cls, path: Path, version: int) -> Self:
        connection = _reading(path, apart=version < opening.SCHEMA_VERSION)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA temp_store = MEMORY")
        opening.check_schema(connection, path)
        opening.check_sound(connection, path)
        migrations.migrate(connection, version)  # in memory: an older file itself stays as it is
        return cls(path, connection, None)

    def _make_tables(self) -> None:
        from persona_studio.storage.schema import METADATA

        with self.engine.begin() as connection:
            METADATA.create_all(connection)
            self.connection.execute(f"PRAGMA user_version = {opening.SCHEMA_VERSION}")
            self.connection.executemany(
                "INSERT INTO meta (key, value) VALUES (?, ?)",
                [("uuid", new_id()), ("created", clock.now().isoformat()), ("generation", "0")],
            )

    @property
    def engine(self) -> "Engine":
        """SQLAlchemy's view of the connection; imported when first asked for."""
        if self._engine is None:
            self._engine = _engine_over(self.connection)
        return self._engine

    @contextmanager
    def transaction(self) -> Iterator["Connection"]:
        """Yield a connection inside BEGIN IMMEDIATE; commit at the end, roll back on any error."""
        if self.read_only:
            raise StudioError(
                "This project is open to read only.",
                "Save a copy in a folder you may write to, and work there.",
                kind="read_only",
            )
        with _saving(self.path), self.engine.begin() as connection:
            yield connection

    def meta(self, key: str) -> str:
        """Return one entry of the file's own notes, empty when it is not there."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def count_generation(self) -> None:
        """Note that the file has changed (inside a transaction); backups go by this number."""
        self.connection.execute(
            "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"
        )

    @property
    def generation(self) -> int:
        """How often the file has changed since it was made."""
        return int(self.meta("generation") or 0)

    def beat(self) -> None:
        """Renew the note that says we have the file open."""
        if self._lock is not None:
            self._lock.beat()

    def close(self) -> None:
        """Close the file and let others have it."""
        if not self.read_only:
            with suppress(sqlite3.Error):  # the disk may be gone; closing goes on all the same
                self.connection.execute("PRAGMA journal_mode = DELETE")  # leaves one file behind
        if self._engine is not None:
            self._engine.dispose()
        self.connection.close()
        if self._lock is not None:
            self._lock.release()


def _claim_name(path: Path) -> None:
    """Make an empty file of this name unless there is one."""
    if not path.parent.is_dir():
        raise StudioError(
            f"There is no folder “{path.parent.name}”.", "Choose another place.", kind="missing"
        )
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise StudioError(
            f"There is already a file “{path.name or path}”.",
            "Choose another name, or open that one.",
            kind="exists",
        ) from None


@contextmanager
def _saving(path: Path) -> Iterator[None]:
    """Turn what the disk refuses inside the block into an error for the user."""
    from sqlalchemy.exc import OperationalError

    try:
        yield
    except (sqlite3.OperationalError, OperationalError) as error:
        raise _not_saved(path, error) from error


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=2)


def _prepare(connection: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _open_to_write(path: Path) -> sqlite3.Connection:
    unfinished = opening.has_unfinished_edit(path)
    if not unfinished:
        _check_untouched(path)
    connection = _connect(path, "rw")
    try:
        _prepare(connection)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        if unfinished:  # only now has SQLite rolled it back
            opening.check_schema(connection, path)
            opening.check_sound(connection, path)
    except sqlite3.OperationalError as error:
        connection.close()
        if "locked" in str(error):
            raise locked(path, holder_of(path)) from None
        raise opening.damaged(path, "It cannot be read") from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise opening.damaged(path, "It cannot be read") from error
    except StudioError:
        connection.close()
        raise
    return connection


def _check_untouched(path: Path) -> None:
    """Look at schema and pages through a connection that cannot write."""
    connection = _connect(path, "ro")
    try:
        if _is_locked(connection):
            raise locked(path, holder_of(path))
        opening.check_schema(connection, path)
        opening.check_sound(connection, path)
    finally:
        connection.close()


def _is_locked(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1 FROM main.sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except sqlite3.DatabaseError:
        return False  # the checks that follow say what is wrong
    return False


def _reading(path: Path, *, apart: bool) -> sqlite3.Connection:
    """Return a connection that never writes the file: the file read only, or a copy in memory.

    The copy is taken where it is wanted `apart`, or the file is held elsewhere.
    """
    connection = _connect(path, "ro")
    if apart or _is_locked(connection):
        connection.close()
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(path.read_bytes())
    return connection


def _writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            pass
        probe = path.with_name(f".~probe.{path.name}#")
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def _engine_over(connection: sqlite3.Connection) -> "Engine":
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: "Connection") -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _not_saved(path: Path, error: Exception) -> StudioError:
    full = "full" in str(error)
    return StudioError(
        f"The last change could not be saved in “{path.name}”.",
        "The disk is full: free some space and try again."
        if full
        else "The file was moved or the disk is gone. Save a copy to another place.",
        detail=type(error).__name__,
        kind="not_saved",
    )
