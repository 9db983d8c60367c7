# SPDX-License-Identifier: MIT
"""Whether a file may be opened, asked in order, before anything could be written to it.

Size and magic, application id, version: read from the first hundred bytes. Foreign objects in
the schema and soundness: asked of SQLite. Each refusal is a sentence of its own.
"""

import re
import sqlite3
import stat
from pathlib import Path

from persona_studio.core.errors import StudioError
from persona_studio.core.nouns import JOURNALLED
from persona_studio.storage.columns import names

APPLICATION_ID = 0x50535431
"""`PST1`: this is a project of Persona Studio."""

SCHEMA_VERSION = 6

COLUMNS: dict[str, tuple[str, ...]] = {
    **{table: names(kind) for table, kind in JOURNALLED.items()},
    "row": ("wave", "number", "respondent", "cells"),
    "membership": ("segmentation", "row", "segment", "margin"),
    "coded": ("wave", "position", "chunk", "width", "data"),
    "blob": ("sha256", "data"),
    "bulk": ("id", "parent"),
    "meta": ("key", "value"),
    "edit": ("id", "label", "merge_key", "at", "undone", "size"),
    "edit_row": ("edit", "tbl", "key", "before"),
}
"""Every table of a project with its columns, known without loading SQLAlchemy."""

_PLAIN_INDEX = re.compile(r'CREATE INDEX "?\w+"? ON "?\w+"? \("?\w+"?\)')
_AT_WORK = re.compile(r"\b(CHECK|GENERATED|AS|COLLATE)\b", re.IGNORECASE)
_MAGIC = b"SQLite format 3\x00"


def check_head(path: Path) -> int:
    """Return the schema version of a file that looks like a project, or say why it is none."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise IsADirectoryError  # or a pipe, which would let us wait for ever
        size = status.st_size
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise StudioError(
            f"There is no file “{path.name}” any more.",
            "It may have been moved or renamed. Choose it again with Open.",
            kind="missing",
        ) from None
    except (OSError, ValueError):
        raise StudioError(
            f"“{path.name or path}” cannot be read.",
            "Check that you may open it and that the disk is connected.",
            kind="unreadable",
        ) from None
    if size == 0:
        raise StudioError(
            f"“{path.name}” is empty.",
            "A project is never empty: copying it may have failed. Restore a backup.",
            kind="empty",
        )
    if not head.startswith(_MAGIC):
        raise StudioError(
            f"“{path.name}” is not a Persona Studio project.",
            "Projects end in .persona. Research files are imported in the Research room.",
            kind="not_a_project",
        )
    _check_size(path, size, head)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StudioError(
            f"“{path.name}” belongs to another program.",
            "It is a database, but no Persona Studio project. Nothing was changed in it.",
            kind="foreign",
        )
    version = int.from_bytes(head[60:64], "big")
    if version < 1:
        raise damaged(path, "It does not say what version it is of")
    if version > SCHEMA_VERSION:
        raise StudioError(
            f"“{path.name}” was made by a newer Persona Studio.",
            "Update Persona Studio on this computer to open it. Nothing was changed in it.",
            kind="newer",
        )
    return version


def _check_size(path: Path, size: int, head: bytes) -> None:
    page = int.from_bytes(head[16:18], "big") if len(head) >= 18 else 0
    page = 65536 if page == 1 else page
    cut = page < 512 or (size % page and not has_unfinished_edit(path))
    if size < 512 or cut:
        raise damaged(path, "A part of it is missing")


def has_unfinished_edit(path: Path) -> bool:
    """Tell whether a crash left an edit for SQLite to roll back: the end may be ragged then."""
    journal = path.with_name(path.name + "-journal")
    return journal.is_file() and journal.stat().st_size > 0


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that holds anything a project does not: triggers, views, other tables.

    Tables that check or work something out by themselves are as foreign as triggers.
    """
    try:
        found = connection.execute(
            "SELECT type, name, rootpage, sql FROM main.sqlite_master"
        ).fetchall()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError:
        raise damaged(path, "Its table of contents cannot be read") from None
    for kind, name, page, sql in found:
        if not _is_ours(kind, name, page, sql or ""):
            raise StudioError(
                f"“{path.name}” holds something a project never holds (a {kind}).",
                "Another program wrote into it. It was not opened, to be safe; restore a backup.",
                detail=f"{kind} in the schema",
                kind="foreign_objects",
            )
    if version < SCHEMA_VERSION:
        return  # it has its tables and columns after the update
    if missing := COLUMNS.keys() - {name for kind, name, _, _ in found if kind == "table"}:
        raise damaged(path, "Parts of it are missing", f"{len(missing)} tables")
    check_columns(connection, path)


def _is_ours(kind: str, name: str, page: int, sql: str) -> bool:
    if kind == "index":
        return not sql or _PLAIN_INDEX.fullmatch(sql) is not None
    real = kind == "table" and page > 0  # a virtual table has no page of its own
    known = name in COLUMNS or name.startswith("sqlite_stat")
    return real and known and not _AT_WORK.search(sql)


def check_columns(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables are not the ones of today's version."""
    for table, wanted in COLUMNS.items():
        rows = connection.execute(f'PRAGMA main.table_info("{table}")').fetchall()
        if missing := set(wanted) - {row[1] for row in rows}:
            raise damaged(path, "Parts of it are missing", f"{len(missing)} columns of {table}")


def check_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Ask SQLite whether the pages fit together, and whether what values name is there."""
    try:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        astray = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError:
        answer, astray = "cannot be checked", None
    if answer != "ok":
        raise damaged(path, "Its pages do not fit together")
    if astray:
        raise damaged(path, "Something in it belongs to nothing", f"a {astray[0]}")


def damaged(path: Path, what: str, detail: str = "") -> StudioError:
    """Return the error for a file that cannot be trusted."""
    return StudioError(
        f"“{path.name}” is damaged. {what}.",
        "It was left as it is. Restore the newest backup from the start page.",
        detail,
        kind="damaged",
    )
