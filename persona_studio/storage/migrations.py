# SPDX-License-Identifier: MIT
"""Numbered steps from each schema version to the next; `user_version` says where a file stands.

A step is a function of the connection, run in one transaction after a verified backup. The
history is cleared, because its rows have the shape of the old tables.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from persona_studio.storage import journal
from persona_studio.storage.opening import SCHEMA_VERSION, check_columns, damaged


def _rivals_and_names(connection: sqlite3.Connection) -> None:
    """Version 2: what else people answered, and digests of names; counted anew when touched."""
    connection.execute('ALTER TABLE evidence ADD COLUMN "n_rival" INTEGER NOT NULL DEFAULT 0')
    connection.execute("ALTER TABLE wave ADD COLUMN \"names\" TEXT NOT NULL DEFAULT '[]'")


_EXERCISE = """
CREATE TABLE exercise (
    id TEXT NOT NULL, workshop TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    position INTEGER NOT NULL, closed INTEGER NOT NULL, wave TEXT, measure TEXT,
    options TEXT NOT NULL, dots INTEGER NOT NULL, "rows" TEXT NOT NULL, placed TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(workshop) REFERENCES workshop (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(wave) REFERENCES wave (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
)
"""


def _exercises(connection: sqlite3.Connection) -> None:
    """Version 3: what the room does together; lists of no fixed form go into the note."""
    connection.execute('ALTER TABLE workshop ADD COLUMN "review_on" TEXT')
    for name in ("agenda", "participants", "decisions"):
        connection.execute(
            f"UPDATE workshop SET note = trim(note || char(10) || {name}) "
            f"WHERE {name} NOT IN ('[]', 'null')"
        )
        connection.execute(f"UPDATE workshop SET {name} = '[]'")
    connection.execute(_EXERCISE)
    connection.execute("CREATE INDEX exercise_wave ON exercise (wave)")
    connection.execute("CREATE INDEX exercise_workshop ON exercise (workshop)")


_NAMES = "ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED"


def _wall(connection: sqlite3.Connection) -> None:
    """Version 4: the wall, its cards and their groups."""
    connection.execute(
        "CREATE TABLE wall_group (id TEXT NOT NULL, name TEXT NOT NULL, letter TEXT NOT NULL, "
        "x INTEGER NOT NULL, y INTEGER NOT NULL, PRIMARY KEY (id))"
    )
    connection.execute(
        'CREATE TABLE wall_card (id TEXT NOT NULL, kind TEXT NOT NULL, "group" TEXT, '
        "text TEXT NOT NULL, code TEXT NOT NULL, wave TEXT, measure TEXT, quote TEXT, theme TEXT, "
        "x INTEGER NOT NULL, y INTEGER NOT NULL, position INTEGER NOT NULL, created TEXT, "
        f'PRIMARY KEY (id), FOREIGN KEY ("group") REFERENCES wall_group (id) {_NAMES}, '
        f"FOREIGN KEY (wave) REFERENCES wave (id) {_NAMES}, "
        f"FOREIGN KEY (quote) REFERENCES quote (id) {_NAMES}, "
        f"FOREIGN KEY (theme) REFERENCES theme (id) {_NAMES})"
    )
    for name in ("group", "wave", "quote", "theme"):
        connection.execute(f'CREATE INDEX wall_card_{name} ON wall_card ("{name}")')


def _scales(connection: sqlite3.Connection) -> None:
    """Version 5: scales with two poles, and who was placed on them by hand."""
    connection.execute(
        "CREATE TABLE scale (id TEXT NOT NULL, wave TEXT NOT NULL, name TEXT NOT NULL, "
        "low TEXT NOT NULL, high TEXT NOT NULL, steps INTEGER NOT NULL, question TEXT, "
        "position INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY (wave) REFERENCES wave (id) "
        "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "
        f"FOREIGN KEY (question) REFERENCES question (id) {_NAMES})"
    )
    connection.execute(
        'CREATE TABLE placement (id TEXT NOT NULL, scale TEXT NOT NULL, "row" INTEGER NOT NULL, '
        "at INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY (scale) REFERENCES scale (id) "
        "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)"
    )
    connection.execute("CREATE INDEX scale_wave ON scale (wave)")
    connection.execute("CREATE INDEX scale_question ON scale (question)")
    connection.execute("CREATE INDEX placement_scale ON placement (scale)")


def _drawn_claims(connection: sqlite3.Connection) -> None:
    """Version 6: what is drawn of a claim beside its line; as before where nobody chose."""
    connection.execute("ALTER TABLE claim ADD COLUMN \"shown\" TEXT NOT NULL DEFAULT 'auto'")


STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {
    1: _rivals_and_names,
    2: _exercises,
    3: _wall,
    4: _scales,
    5: _drawn_claims,
}
"""Version n -> the step that makes version n + 1 of it."""


def migrate(connection: sqlite3.Connection, path: Path, version: int) -> bool:
    """Bring a file of `version` up to today's schema; tell whether anything was done."""
    if version == SCHEMA_VERSION:
        return False
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in range(version, SCHEMA_VERSION):
            STEPS[step](connection)
        check_columns(connection, path)
        journal.clear(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        raise damaged(path, "It could not be brought up to date", str(error)) from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return True
