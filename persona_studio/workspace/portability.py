# SPDX-License-Identifier: MIT
"""A project into one JSON file and out of it again (`dump` and `load`)."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from persona_studio.core.codec import clean_text
from persona_studio.core.files import reaching, write_whole
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.persona import Evidence
from persona_studio.core.research import Row
from persona_studio.storage import journal, rows
from persona_studio.storage.database import Database
from persona_studio.storage.portable import Contents, document, parse
from persona_studio.storage.reading import read_table
from persona_studio.workspace.workspace import Workspace

LABELS_MOST = 10_000
"""Different texts a column may have to be coded; more are words or keys."""


def contents_of(workspace: Workspace) -> Contents:
    """Return everything the file holds but its history."""
    connection = workspace.database.connection
    contents = Contents({table: read_table(connection, table) for table in JOURNALLED})
    for wave in contents.tables["wave"]:
        contents.rows[wave] = [
            Row(wave, number, respondent, tuple(json.loads(cells)))
            for number, respondent, cells in rows.read_rows(connection, wave)
        ]
    for segmentation in contents.tables["segmentation"]:
        contents.memberships[segmentation] = rows.read_memberships(connection, segmentation)
    for picture in contents.tables["picture"].values():
        data = rows.read_blob(connection, picture.sha256) if picture.sha256 else None
        if data is not None:
            contents.blobs[picture.sha256] = data
    return contents


def dump(workspace: Workspace, target: Path) -> None:
    """Write the whole project as JSON; a file that is there is replaced when all is written."""
    text = json.dumps(document(contents_of(workspace)), ensure_ascii=False, indent=1)
    write_whole(target, text.encode())


def load(source: Path, target: Path) -> Workspace:
    """Make a new project file of a JSON document and open it; measures are counted anew."""
    with reaching(source):
        text = source.read_bytes()
    contents = parse(text)
    with ExitStack() as if_refused:
        database = Database.create(target)
        if_refused.callback(database.discard)
        _store(database, contents)
        workspace = Workspace(database)
        _count(workspace)
        if_refused.pop_all()
    return workspace


def _store(database: Database, contents: Contents) -> None:
    from persona_studio.storage.writer import Writer

    raw = database.connection
    with database.transaction() as connection:
        step = journal.begin(raw, "Load", None)
        for wave, found in contents.rows.items():
            rows.register(raw, "row", wave)
            rows.add_rows(raw, wave, (_stored(row) for row in found))
            _code(database, wave, found)
        for segmentation, members in contents.memberships.items():
            rows.register(raw, "membership", segmentation)
            rows.add_memberships(raw, members)
        for data in contents.blobs.values():
            rows.add_blob(raw, data)
        write = Writer(connection, raw)
        for table in JOURNALLED:
            write.add_all(contents.tables[table].values())
        journal.finish(raw, step, "Load")
        journal.clear(raw)
        database.count_generation()


def _code(database: Database, wave: str, found: Sequence[Row]) -> None:
    """Keep the columns coded as an import does, so that they need not be read out of the rows."""
    from persona_studio.evidence.columns import encode

    raw = database.connection
    width = max((len(row.cells) for row in found), default=0)
    for position in range(width):
        cells = [row.cells[position] if position < len(row.cells) else "" for row in found]
        column = encode([clean_text(cell) for cell in cells])
        if len(column.labels) <= LABELS_MOST:
            codes = column.codes.astype(column.codes.dtype.newbyteorder("<"))
            place = (wave, position, 1)
            rows.add_codes(raw, place, codes.dtype.itemsize, codes.tobytes())
            rows.add_labels(raw, wave, position, column.labels)


def _stored(row: Row) -> tuple[int, str, str]:
    cells = json.dumps(list(row.cells), ensure_ascii=False, separators=(",", ":"))
    return row.number, row.respondent, clean_text(cells)


def _count(workspace: Workspace) -> None:
    """Bring every measure's figures in line with the rows, and leave no step to undo."""
    from persona_studio.workspace.counting import settle

    snapshot = workspace.snapshot
    with workspace.edit("Load") as write:
        for item in snapshot.table(Evidence).values():
            settle(write, workspace.data, snapshot, item)
    with workspace.database.transaction():
        journal.clear(workspace.database.connection)
