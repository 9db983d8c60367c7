# SPDX-License-Identifier: MIT
"""Undoing an import restores the content to the bit, for every readable file and a week later."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

from persona_studio.core import clock
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.nouns import JOURNALLED
from persona_studio.storage import rows
from persona_studio.workspace.bringing import bring_in, inspect_one
from persona_studio.workspace.importing import Choice
from persona_studio.workspace.workspace import Workspace
from tests.gui import project
from tests.shared import IMPORTS, needs_shared

WEEK = timedelta(days=7)
MIXED = (
    "gen_wave1.csv",
    "gen_wave2.csv",
    "qualtrics_3header_367col.csv",
    "shopify_orders.csv",
    "meta_follows_utf16_sep_line.csv",
    "surveymonkey_2header.xlsx",
    "date.ods",
)


def content(workspace: Workspace) -> str:
    """Return the hash of everything the project holds: every value, and every row of its waves."""
    raw, digest = workspace.database.connection, hashlib.sha256()
    for table in JOURNALLED:
        for row in sorted(raw.execute(f'SELECT * FROM "{table}"'), key=repr):
            digest.update(repr((table, row)).encode())
    for wave in sorted(workspace.snapshot.table(JOURNALLED["wave"])):
        for row in rows.read_rows(raw, wave):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def imported(workspace: Workspace, child: Child, path: Path) -> bool:
    """Import a file, a summary of groups as well; tell whether it could be."""
    try:
        bring_in(workspace, child, path, Choice())
    except StudioError as error:
        if error.kind != "crosstab":
            return False
        bring_in(workspace, child, path, Choice(), inspect_one(child, path))
    return True


def readable() -> list[Path]:
    truth = json.loads((IMPORTS / "expected.json").read_text(encoding="utf-8"))
    return [IMPORTS / each["file"] for each in truth["files"] if not each.get("error")]


@needs_shared
def test_every_readable_file_of_the_corpus_is_undone_to_the_bit(
    tmp_path: Path, child: Child, rested: None
) -> None:
    workspace = project.make(tmp_path / "a.persona")
    before, done = content(workspace), []
    for path in readable():
        if imported(workspace, child, path):
            assert content(workspace) != before, path.name
            workspace.undo()
            assert content(workspace) == before, path.name
            done.append(path)
    assert len(done) >= 100
    workspace.close()
    reopened = Workspace.open(workspace.path)
    assert content(reopened) == before
    reopened.redo()
    assert content(reopened) != before
    reopened.undo()
    assert content(reopened) == before
    reopened.close()


@needs_shared
def test_imports_are_undone_one_by_one_a_week_later(
    tmp_path: Path, child: Child, rested: None
) -> None:
    workspace = project.make(tmp_path / "a.persona")
    states = [content(workspace)]
    for name in MIXED:
        assert imported(workspace, child, IMPORTS / name), name
        states.append(content(workspace))
    workspace.close()
    with clock.fixed(clock.today() + WEEK):
        again = Workspace.open(workspace.path)
        while again.warm_up():
            pass
        assert content(again) == states[-1]
        for before in reversed(states[:-1]):
            again.undo()
            assert content(again) == before
        for after in states[1:]:
            again.redo()
            assert content(again) == after
        again.close()
