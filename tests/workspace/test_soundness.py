# SPDX-License-Identifier: MIT
"""`check` compares all a project says with its rows: every kind of damage is found and named."""

import sqlite3
from pathlib import Path

import pytest

from persona_studio import paths
from persona_studio.storage import personas, pictures
from persona_studio.workspace.bringing import bring_in, reader
from persona_studio.workspace.importing import Choice
from persona_studio.workspace.portability import load
from persona_studio.workspace.soundness import problems
from persona_studio.workspace.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "example-project.json"
TICKETS = paths.resources() / "samples" / "support_tickets_2026.csv"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with a wave of coded columns, groups, and a photo."""
    workspace = load(EXAMPLE, tmp_path / "a.persona")
    with reader() as child:
        bring_in(workspace, child, TICKETS, Choice("Tickets"))
    with workspace.edit("Photo") as write:
        persona = personas.add(write, "Lena")
        digest = pictures.keep_bytes(workspace.database.connection, b"not really a photo")
        pictures.give(write, persona, kind="photo", sha256=digest, mime="image/png")
    assert problems(workspace) == []
    workspace.close()
    return tmp_path / "a.persona"


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        ("rows", 'DELETE FROM "row" WHERE number = 3'),
        ("answers", "UPDATE \"row\" SET cells = replace(cells, 'app', 'web')"),
        ("answers", "UPDATE coded SET data = zeroblob(length(data)) WHERE chunk = 1"),
        ("groups", "UPDATE membership SET segment = 'nobody' WHERE row = 3"),
        ("groups", "INSERT INTO membership VALUES ('by-visits', 999, 'commuters', NULL)"),
        ("picture", "UPDATE blob SET data = x'00'"),
        ("picture", "DELETE FROM blob"),
        ("figure", "UPDATE evidence SET n_for = n_for + 1 WHERE measure IS NOT NULL"),
    ],
)
def test_each_kind_of_damage_is_found(path: Path, kind: str, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()
    workspace = Workspace.open(path, read_only=True)
    found = problems(workspace)
    workspace.close()
    assert kind in {problem["kind"] for problem in found}
    assert all(problem["id"] and problem["sentence"] for problem in found)


def test_codes_that_do_not_fit_the_rows_are_made_anew_from_the_cells(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE coded SET data = x'ff' WHERE chunk = 1")
    connection.commit()
    connection.close()
    workspace = Workspace.open(path, read_only=True)
    assert problems(workspace) == []
    workspace.close()
