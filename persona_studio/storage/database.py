# SPDX-License-Identifier: MIT
"""An open project file: its one connection, its transactions, what it notes about itself.

The standard driver opens it (`connecting`); SQLAlchemy is handed the same connection when the
first edit needs it. Nothing else in the process may open the file.
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
from persona_studio.core.snapshot import Snapshot
from persona_studio.storage import connecting, journal, migrations, opening
from persona_studio.storage.lock import FileLock, Holder, held_here, holder_of, locked
from persona_studio.storage.reading import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

    Keep = Callable[["Database"], None]


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
            if_refused.callback(_remove, path)
            lock = FileLock(path)
            lock.take()
            if_refused.callback(lock.release)
            connection = connecting.connect(path, "rw")
            if_refused.callback(connection.close)
            database = cls(path, connection, lock)
            with _saving(path):
                connecting.prepare(connection)
                connection.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
                database._make_tables()
                journal.install(connection)
            if_refused.pop_all()
        return database

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, before_update: "Keep | None" = None
    ) -> Self:
        """Open a project after all checks; raises StudioError naming what is wrong with it.

        A file or folder that cannot be written to is opened to read only. A file of an older
        version is handed to `before_update`, which keeps a copy, and brought up to date.
        """
        holder = holder_of(path)
        if held_here(path):
            raise locked(path, holder)  # reading the file here would drop our own lock on it
        version = opening.check_head(path)
        if read_only or not connecting.writable(path):
            return cls._open_to_read(path, version, holder)
        if holder is not None and not holder.is_gone():
            raise locked(path, holder)
        connecting.check_untouched(path, holder)
        with reaching(path), ExitStack() as if_refused:
            lock = FileLock(path)
            lock.take()
            if_refused.callback(lock.release)
            connection = connecting.to_write(path, holder)
            if_refused.callback(connection.close)
            database = cls(path, connection, lock)
            if version < opening.SCHEMA_VERSION and before_update is not None:
                before_update(database)
            migrations.migrate(connection, path, version)
            journal.install(connection)
            if_refused.pop_all()
        return database

    @classmethod
    def _open_to_read(cls, path: Path, version: int, holder: Holder | None) -> Self:
        with ExitStack() as if_refused:
            connection = connecting.to_read(path, holder, apart=version < opening.SCHEMA_VERSION)
            if_refused.callback(connection.close)
            opening.check_schema(connection, path)
            opening.check_sound(connection, path)
            migrations.migrate(connection, path, version)  # in memory: the file stays as it is
            if_refused.pop_all()
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

    def snapshot(self) -> Snapshot:
        """Return the whole project as values; StudioError where one of them makes no sense."""
        try:
            return read_snapshot(self.connection)
        except (ValueError, TypeError, StudioError, sqlite3.DatabaseError) as error:
            what = "Something in it cannot be read"
            raise opening.damaged(self.path, what, type(error).__name__) from None

    def is_whole(self) -> bool:
        """Look at every page and index of the file, not only at those in use."""
        try:
            found = self.connection.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError:
            return False
        return bool(found[0] == "ok")

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
        said = self.meta("generation")
        return int(said) if said.isdecimal() else 0

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

    def discard(self) -> None:
        """Close a file that is no project yet, and remove it."""
        self.close()
        _remove(self.path)


def _remove(path: Path) -> None:
    """Remove a file that never became a project, and what SQLite may have left beside it."""
    for each in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            each.unlink(missing_ok=True)


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
    from sqlalchemy.exc import IntegrityError, OperationalError

    try:
        yield
    except (sqlite3.OperationalError, OperationalError) as error:
        raise _not_saved(path, error) from error
    except (sqlite3.IntegrityError, IntegrityError) as error:
        if "FOREIGN KEY" not in str(error):
            raise
        raise StudioError(
            "Something this change rests on is not there any more.",
            "It was removed meanwhile; nothing was changed. Undo may bring it back.",
            kind="gone",
        ) from error


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
