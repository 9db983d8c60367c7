# SPDX-License-Identifier: MIT
"""The tables are the values' fields, keep no decimal numbers, and stay within portable SQL."""

import re
import sqlite3
from dataclasses import fields, replace
from pathlib import Path

import pytest
from sqlalchemy import Integer, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from persona_studio import paths
from persona_studio.core.errors import StudioError
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.persona import Evidence
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.core.workshop import Exercise, WorkshopSession
from persona_studio.storage import backup, opening
from persona_studio.storage.lock import lock_path
from persona_studio.storage.schema import METADATA, TABLES
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make

STORAGE = Path(opening.__file__).parent
SQLITE_ONLY = re.compile(r"\b(OR IGNORE|OR REPLACE|PRAGMA|rowid|sqlite_master|GLOB|json_\w+)\b")
MAY_SPEAK_SQLITE = {"connecting.py", "database.py", "journal.py", "opening.py"}
MAY_SPEAK_SQLITE |= {"backup.py", "migrations.py"}
MAY_SPEAK_SQLITE |= {"word_index.py"}  # its tables are in memory only, never in a project


def test_every_journalled_table_has_the_fields_of_its_value() -> None:
    for name, kind in JOURNALLED.items():
        assert list(TABLES[name].c.keys()) == [item.name for item in fields(kind)]


def test_journalled_columns_are_text_or_whole_numbers_so_that_no_bit_is_lost() -> None:
    for table in TABLES.values():
        assert all(type(column.type) in (Text, Integer) for column in table.c)


def test_every_statement_compiles_for_another_database() -> None:
    dialect = postgresql.dialect()
    for table in METADATA.sorted_tables:
        statements = [CreateTable(table), table.insert(), table.select(), table.delete()]
        assert all(str(statement.compile(dialect=dialect)) for statement in statements)
    for table in TABLES.values():
        update = table.update().where(table.c.id == "x").values({list(table.c)[-1].name: None})
        assert "UPDATE" in str(update.compile(dialect=dialect))


def test_sql_outside_the_connection_and_the_journal_is_portable() -> None:
    for path in STORAGE.glob("*.py"):
        if path.name not in MAY_SPEAK_SQLITE:
            found = SQLITE_ONLY.findall(re.sub(r'""".*?"""', "", path.read_text(), flags=re.S))
            assert not found, f"{path.name}: {found}"


def test_a_new_file_holds_the_tables_the_opening_check_expects(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    raw = workspace.database.connection
    found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    columns = {
        name: tuple(row[1] for row in raw.execute(f'PRAGMA table_info("{name}")'))
        for (name,) in found
    }
    assert columns == opening.COLUMNS
    settings = {
        name: workspace.database.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
    }
    assert settings == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
    }
    workspace.close()


def made_by_version_1(path: Path) -> Snapshot:
    """Make a project, take away what later versions added, and return what it holds."""
    workspace = make(path)
    snapshot = workspace.snapshot
    workspace.close()
    connection = sqlite3.connect(path)
    _take_away_version_3(connection)
    connection.execute('ALTER TABLE evidence DROP COLUMN "n_rival"')
    connection.execute('ALTER TABLE wave DROP COLUMN "names"')
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    return snapshot


def _take_away_version_6(connection: sqlite3.Connection) -> None:
    connection.execute('ALTER TABLE claim DROP COLUMN "shown"')


def _take_away_version_5(connection: sqlite3.Connection) -> None:
    _take_away_version_6(connection)
    connection.execute("DROP TABLE placement")
    connection.execute("DROP TABLE scale")


def _take_away_version_4(connection: sqlite3.Connection) -> None:
    _take_away_version_5(connection)
    connection.execute("DROP TABLE wall_card")
    connection.execute("DROP TABLE wall_group")


def _take_away_version_3(connection: sqlite3.Connection) -> None:
    _take_away_version_4(connection)
    connection.execute("DROP TABLE exercise")
    connection.execute('ALTER TABLE workshop DROP COLUMN "review_on"')


def test_lists_of_an_older_workshop_are_kept_in_its_note(tmp_path: Path) -> None:
    path = tmp_path / "old.persona"
    workspace = make(path)
    with workspace.edit("Workshop") as write:
        write.add(WorkshopSession("spring", "Spring", note="Bring pens"))
    workspace.close()
    connection = sqlite3.connect(path)
    _take_away_version_3(connection)
    connection.execute("UPDATE workshop SET agenda = '[\"Guess\"]', decisions = 'null'")
    connection.execute("PRAGMA user_version = 2")
    connection.commit()
    connection.close()
    workspace = Workspace.open(path)
    (kept,) = workspace.snapshot.table(WorkshopSession).values()
    assert (kept.agenda, kept.decisions) == ((), ())
    assert kept.note == 'Bring pens\n["Guess"]'
    with workspace.edit("Vote") as write:
        write.add(Exercise("round", "spring", "vote"))
        write.remove(WorkshopSession, "spring")
    assert not workspace.snapshot.table(Exercise)
    workspace.close()


def test_an_older_file_gets_a_wall_that_lets_go_of_what_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "old.persona"
    make(path).close()
    connection = sqlite3.connect(path)
    _take_away_version_4(connection)
    connection.execute("PRAGMA user_version = 3")
    connection.commit()
    connection.close()
    workspace = Workspace.open(path)
    with workspace.edit("Sort") as write:
        write.add(WallGroup("a", "Waiting", "A"))
        write.add(WallCard("c", group="a", text="Too long"))
    with workspace.edit("Remove group") as write:
        write.remove(WallGroup, "a")
    assert workspace.snapshot.table(WallCard)["c"].group is None
    workspace.close()


def without_new_figures(snapshot: Snapshot, kind: type) -> list[object]:
    return [
        replace(value, n_rival=0) if kind is Evidence else value
        for value in snapshot.table(kind).values()
    ]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_the_first_version_opens_with_all_it_holds(
    tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "old.persona"
    before = made_by_version_1(path)
    bytes_before = path.read_bytes()
    workspace = Workspace.open(path, read_only=read_only)
    for kind in JOURNALLED.values():
        assert without_new_figures(workspace.snapshot, kind) == without_new_figures(before, kind)
    workspace.close()
    assert (path.read_bytes() == bytes_before) is read_only
    kept = backup.listed(paths.backups())
    assert len(kept) == (0 if read_only else 1), "a copy is kept before the update"
    if not read_only:
        assert opening.check_head(path) == opening.SCHEMA_VERSION
        assert opening.check_head(kept[0].path) == 1


def test_a_file_is_not_brought_up_to_date_without_room_for_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.persona"
    made_by_version_1(path)
    before = path.read_bytes()
    monkeypatch.setattr(backup, "make", lambda *_: None)
    with pytest.raises(StudioError, match="no room") as caught:
        Workspace.open(path)
    assert caught.value.kind == "backup_failed"
    assert path.read_bytes() == before
    assert not lock_path(path).exists()
