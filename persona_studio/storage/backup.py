# SPDX-License-Identifier: MIT
"""Rolling, verified copies of a project in the user's data folder, away from the project itself.

A copy is made by SQLite's backup interface under a temporary name, checked, and only then given
its name: generation and time. Thinning keeps the three newest, and of the rest twelve days, ten
weeks and nine months, newest generation first, never by the clock alone.
"""

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from persona_studio.core.errors import StudioError
from persona_studio.core.files import reaching
from persona_studio.storage import opening
from persona_studio.storage.database import Database

EVERY = timedelta(minutes=30)
NEWEST = 3
KEEP = (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9))
MAX_BYTES = 2_000_000_000
_UUID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Backup:
    """One verified copy; `name` is the project's name at the time."""

    path: Path
    uuid: str
    name: str
    generation: int
    taken_at: datetime
    size: int


def folder_of(backups: Path, uuid: str) -> Path:
    """Return where the copies of one project lie."""
    plain = uuid if _UUID.fullmatch(uuid) else hashlib.sha256(uuid.encode()).hexdigest()[:32]
    return backups / plain  # a stranger's file does not choose the folder


def listed(backups: Path) -> list[Backup]:
    """Return every copy of every project, newest first."""
    found = [_read(path) for path in backups.glob("*/*.persona")]
    return sorted((b for b in found if b), key=lambda b: (b.taken_at, b.generation), reverse=True)


def is_due(database: Database, backups: Path, now: datetime) -> bool:
    """Tell whether the project has changed since its newest copy and that one is old enough."""
    copies = _copies(backups, database.meta("uuid"))
    if not copies:
        return database.generation > 0
    earlier = [copy for copy in copies if copy.taken_at <= now]
    if not earlier:  # the clock went back
        return all(copy.generation != database.generation for copy in copies)
    last = max(earlier, key=lambda copy: (copy.taken_at, copy.generation))
    return last.generation != database.generation and now - last.taken_at >= EVERY


def make(database: Database, backups: Path, now: datetime, name: str) -> Backup | None:
    """Copy the open project, verify the copy and thin the old ones; None when space is short."""
    folder = folder_of(backups, database.meta("uuid"))
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < 3 * database.path.stat().st_size:
        return None
    generation = database.generation
    stem = f"{generation:08d}-{now.astimezone(UTC):%Y%m%dT%H%M%S}"
    part, target = folder / f"{stem}.part", folder / f"{stem}.persona"
    part.unlink(missing_ok=True)
    _copy(database.connection, part)
    part.replace(target)
    target.with_suffix(".name").write_text(name, encoding="utf-8")
    for old in thin(_copies(backups, database.meta("uuid"))):
        _drop(old)
    return _read(target)


def _copy(source: sqlite3.Connection, part: Path) -> None:
    target = sqlite3.connect(part)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        sound = target.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except sqlite3.Error:  # most likely the disk is full
        sound = False
    finally:
        target.close()
    if not sound:
        part.unlink(missing_ok=True)
        raise StudioError(
            "The backup copy could not be verified and was thrown away.",
            "Save a copy of the project to another disk now.",
            kind="backup_failed",
        )


def thin(copies: Iterable[Backup]) -> list[Backup]:
    """Return the copies that may go; `copies` newest first."""
    ordered = list(copies)
    kept = set(ordered[:NEWEST])
    for pattern, how_many in KEEP:
        seen: list[str] = []
        for copy in ordered:
            span = f"{copy.taken_at:{pattern}}"
            if span not in seen:
                seen.append(span)
                if len(seen) <= how_many:
                    kept.add(copy)
    total, going = 0, [copy for copy in ordered if copy not in kept]
    for place, copy in enumerate(c for c in ordered if c in kept):
        total += copy.size
        if total > MAX_BYTES and place >= NEWEST:
            going.append(copy)
    return going


def restore(backup: Backup, target: Path) -> None:
    """Put a copy at a new place after checking it; nothing is ever overwritten."""
    if target.exists():
        raise StudioError(
            f"There is already a file “{target.name}”.",
            "Choose a new name: restoring never writes over a project.",
            kind="exists",
        )
    opening.check_head(backup.path)
    connection = sqlite3.connect(f"{backup.path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        opening.check_schema(connection, backup.path)
        opening.check_sound(connection, backup.path)
    finally:
        connection.close()
    part = target.with_name(target.name + ".part")
    with reaching(target), ExitStack() as at_the_end:
        at_the_end.callback(part.unlink, missing_ok=True)
        shutil.copyfile(backup.path, part)
        _count_on(part, max(copy.generation for copy in _in(backup.path.parent)) + 1)
        part.replace(target)


def _count_on(path: Path, generation: int) -> None:
    """Let a restored project count on after every copy: else its own would be thinned as old."""
    connection = sqlite3.connect(path)
    try:
        with connection:
            connection.execute(
                "UPDATE meta SET value = ? WHERE key = 'generation'", (str(generation),)
            )
    finally:
        connection.close()


def holds_row(copy: Backup, places: Iterable[tuple[str, int]]) -> bool:
    """Tell whether one of the rows (wave, number) stands in a copy; a broken copy may hold it."""
    try:
        connection = sqlite3.connect(f"{copy.path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            sql = 'SELECT 1 FROM "row" WHERE wave = ? AND number = ?'
            return any(connection.execute(sql, place).fetchone() for place in places)
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return True


def remove(copy: Backup) -> None:
    """Delete one copy for good."""
    _drop(copy)


def save_copy(database: Database, target: Path) -> None:
    """Write a compact, verified copy of the open project without what was deleted from it.

    The history goes along. An existing file is never overwritten, a half-written one never kept.
    """
    if target.exists():
        raise StudioError(
            f"There is already a file “{target.name}”.", "Choose another name.", kind="exists"
        )
    part = target.with_name(target.name + ".part")
    with reaching(target), ExitStack() as at_the_end:
        part.write_bytes(b"")  # tells what is wrong with the place, as SQLite does not
        at_the_end.callback(part.unlink, missing_ok=True)
        try:
            database.connection.execute("VACUUM INTO ?", (str(part),))
        except sqlite3.OperationalError as error:
            raise OSError("the disk is full or gone") from error
        copy = sqlite3.connect(f"{part.resolve().as_uri()}?mode=ro", uri=True)
        at_the_end.callback(copy.close)
        opening.check_schema(copy, target)
        opening.check_sound(copy, target)
        copy.close()
        part.replace(target)


def _copies(backups: Path, uuid: str) -> list[Backup]:
    return _in(folder_of(backups, uuid))


def _in(folder: Path) -> list[Backup]:
    """Return the copies in one project's folder, newest generation first."""
    found = [_read(path) for path in folder.glob("*.persona")]
    return sorted((b for b in found if b), key=lambda b: b.generation, reverse=True)


def _read(path: Path) -> Backup | None:
    generation, _, when = path.stem.partition("-")
    note = path.with_suffix(".name")
    try:
        taken = datetime.strptime(when, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        name = note.read_text(encoding="utf-8") if note.is_file() else "Project"
        return Backup(path, path.parent.name, name, int(generation), taken, path.stat().st_size)
    except (ValueError, OSError):
        return None


def _drop(backup: Backup) -> None:
    backup.path.unlink(missing_ok=True)
    backup.path.with_suffix(".name").unlink(missing_ok=True)
