# SPDX-License-Identifier: MIT
"""Any sequence of edits undone equals the start, redone equals the end, also across reopening."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Wave
from persona_studio.storage import claims, evidence, journal, personas, rows
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make, random_edit, state


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_undo_to_the_start_and_redo_to_the_end(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    path = tmp_path / "a.persona"
    workspace = make(path)
    states = [state(workspace)]
    for _ in range(25):
        random_edit(workspace, rng)
        if len(workspace.history()) == len(states):
            states.append(state(workspace))
        else:
            states[-1] = state(workspace)
        assert _same(workspace)
    for expected in reversed(states[:-1]):
        workspace = _sometimes_reopened(workspace, path, rng)
        assert workspace.undo() is not None
        assert state(workspace) == expected
        assert _same(workspace)
    assert workspace.undo() is None
    for expected in states[1:]:
        workspace = _sometimes_reopened(workspace, path, rng)
        assert workspace.redo() is not None
        assert state(workspace) == expected
    assert workspace.redo() is None
    workspace.close()


def test_the_random_edits_reach_every_table(tmp_path: Path) -> None:
    rng, touched = random.Random(0), set()
    workspace = make(tmp_path / "a.persona")
    workspace.listeners.append(lambda change: touched.update(change.keys))
    for _ in range(300):
        random_edit(workspace, rng)
    raw = workspace.database.connection
    for table in ("row", "membership", "blob"):
        assert raw.execute(f'SELECT count(*) FROM "{table}"').fetchone() > (0,)
    workspace.close()
    assert touched == set(JOURNALLED)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 160))
def test_long_random_walks_of_edits_undo_and_redo(tmp_path: Path, seed: int) -> None:
    _walk(tmp_path / "a.persona", seed, 150)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=8, deadline=None)
def test_walks_of_edits_undo_and_redo_agree_with_a_model(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    _walk(tmp_path_factory.mktemp("walk") / "a.persona", seed, 25)


def _walk(path: Path, seed: int, steps: int) -> None:
    """Keep a model of the history beside the file: the list of states and where we stand in it."""
    rng = random.Random(seed)
    workspace = make(path)
    model, place = [state(workspace)], 0
    for _ in range(steps):
        move = rng.choice(("edit", "edit", "undo", "redo"))
        if move == "undo":
            assert (workspace.undo() is None) == (place == 0)
            place = max(0, place - 1)
        elif move == "redo":
            assert (workspace.redo() is None) == (place == len(model) - 1)
            place = min(len(model) - 1, place + 1)
        else:
            before = [(s.id, s.undone) for s in workspace.history()]
            random_edit(workspace, rng)
            after = [(s.id, s.undone) for s in workspace.history()]
            now = state(workspace)
            if now != model[place] or after != before:
                folded = len(after) == place and place > 0
                place = place if folded else place + 1
                model[place:] = [now]
        assert state(workspace) == model[place]
        workspace = _sometimes_reopened(workspace, path, rng)
    workspace.close()


def _sometimes_reopened(workspace: Workspace, path: Path, rng: random.Random) -> Workspace:
    if rng.random() < 0.2:
        workspace.close()
        return Workspace.open(path)
    return workspace


def _same(workspace: Workspace) -> bool:
    """Tell whether the snapshot kept in memory is what the file says."""
    return all(
        dict(workspace.snapshot._tables[table]) == values
        for table, values in state(workspace).items()
    )


def test_deleting_a_persona_can_be_undone_with_its_evidence(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    with workspace.edit("Add") as write:
        persona = personas.add(write, "Maya")
        claim = claims.add(write, persona, "goals", "Be quick")
        evidence.assume(write, claim, "Anna", "Ask ten people")
    before = state(workspace)
    with workspace.edit("Delete Maya") as write:
        personas.remove(write, persona)
    assert not workspace.snapshot.table(Evidence)
    assert workspace.undo_label == "Delete Maya"
    workspace.undo()
    assert state(workspace) == before
    assert workspace.redo_label == "Delete Maya"
    workspace.close()


def test_an_error_inside_an_edit_leaves_nothing_behind(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    before, steps = state(workspace), len(workspace.history())
    with pytest.raises(StudioError, match="needs words"):
        _half_an_edit(workspace)
    assert state(workspace) == before
    assert len(workspace.history()) == steps
    assert Workspace.open_edits == 0
    workspace.close()


def _half_an_edit(workspace: Workspace) -> None:
    with workspace.edit("Half") as write:
        personas.add(write, "Maya")
        claims.add(write, None, "goals", "  ")


def test_a_change_outside_an_edit_is_refused(tmp_path: Path) -> None:
    import sqlite3

    workspace = make(tmp_path / "a.persona")
    with pytest.raises(sqlite3.IntegrityError, match="outside an edit"):
        workspace.database.connection.execute("UPDATE project SET name = 'x'")
    workspace.close()


@pytest.mark.parametrize(
    ("table", "key", "before"),
    [
        ("persona", "k", "oops"),
        ("persona", "k", '["k"]'),
        ("sqlite_master", "k", None),
        ("setting", "other", '["review.pace", "1"]'),
        ("setting", "x", '["x", "{oops"]'),
        ("project", "PROJECT", None),
    ],
)
def test_a_history_written_by_another_program_is_refused_and_changes_nothing(
    tmp_path: Path, table: str, key: str, before: str | None
) -> None:
    workspace = make(tmp_path / "a.persona")
    raw, project = workspace.database.connection, workspace.snapshot.project.id
    raw.execute("INSERT INTO edit VALUES (1, 'x', NULL, '', 0, 0)")
    raw.execute(
        "INSERT INTO edit_row VALUES (1, ?, ?, ?)", (table, key.replace("PROJECT", project), before)
    )
    there = state(workspace)
    with pytest.raises(StudioError, match="changed by another program"):
        workspace.undo()
    assert state(workspace) == there
    assert _same(workspace)
    workspace.close()


def test_a_change_resting_on_what_is_gone_is_explained_and_leaves_nothing(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    before = state(workspace)
    with pytest.raises(StudioError) as caught, workspace.edit("Add") as write:
        claims.add(write, "no-such-persona", "goals", "Be quick")
    assert caught.value.kind == "gone"
    assert state(workspace) == before
    workspace.close()


def test_a_save_that_failed_but_is_on_the_disk_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make(tmp_path / "a.persona")
    heard: list[Change] = []
    workspace.listeners.append(heard.append)
    real = workspace.database.transaction

    @contextmanager
    def saves_and_complains() -> Iterator[Any]:
        with real() as connection:
            yield connection
        raise StudioError("The last change could not be saved.", kind="not_saved")

    monkeypatch.setattr(workspace.database, "transaction", saves_and_complains)
    with pytest.raises(StudioError, match="not be saved"), workspace.edit("Add") as write:
        persona = personas.add(write, "Maya")
    assert _same(workspace)
    assert [change.ids("persona") for change in heard] == [{persona}]
    with pytest.raises(StudioError, match="not be saved"):
        workspace.undo()
    assert _same(workspace)
    assert not workspace.snapshot.personas
    workspace.close()


def test_an_edit_that_changes_nothing_is_no_step(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    with workspace.edit("Nothing"):
        pass
    assert workspace.undo_label is None
    workspace.close()


def test_typing_folds_into_one_step(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    with workspace.edit("Add") as write:
        claim = claims.add(write, None, "goals", "a")
    for text in ("ab", "abc", "abcd"):
        with workspace.edit("Edit claim", f"text:{claim}") as write:
            claims.edit_text(write, claim, text)
    assert [step.label for step in workspace.history()] == ["Add", "Edit claim"]
    workspace.undo()
    assert workspace.snapshot.table(Claim)[claim].text == "a"
    workspace.close()


def test_a_new_edit_after_undo_drops_what_could_be_redone(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    for name in ("Maya", "Ruth"):
        with workspace.edit(f"Add {name}") as write:
            personas.add(write, name)
    workspace.undo()
    with workspace.edit("Add Tomas") as write:
        personas.add(write, "Tomas")
    assert workspace.redo_label is None
    assert [p.name for p in workspace.snapshot.personas] == ["Maya", "Tomas"]
    workspace.close()


def test_the_history_is_capped_and_bulk_leaves_with_its_last_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MAX_STEPS", 5)
    workspace = make(tmp_path / "a.persona")
    rng = random.Random(1)
    raw = workspace.database.connection
    with workspace.database.transaction():
        rows.register(raw, "row", "gone-wave")
        rows.add_rows(raw, "gone-wave", [(n, str(n), "[]") for n in range(6000)])
    for _ in range(12):
        with workspace.edit("Add") as write:
            personas.add(write, f"P{rng.random()}")
    assert len(workspace.history()) == 5
    while workspace.warm_up():
        pass
    assert rows.read_row(raw, "gone-wave", 1) is None
    assert raw.execute("SELECT count(*) FROM bulk").fetchone() == (0,)
    workspace.close()


def test_rows_of_a_removed_wave_stay_as_long_as_undo_can_bring_it_back(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    rng = random.Random(5)
    from tests.storage.projects import _import

    with workspace.edit("Import") as write:
        _import(write, rng, {table: list(v) for table, v in state(workspace).items()})
    (wave,) = workspace.snapshot.table(Wave)
    workspace.undo()
    while workspace.warm_up():
        pass
    assert rows.read_row(workspace.database.connection, wave, 1) == ("P-1", '["a"]')
    workspace.redo()
    assert wave in workspace.snapshot.table(Wave)
    workspace.close()


def test_listeners_hear_which_rows_were_touched(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    heard = []
    workspace.listeners.append(heard.append)
    with workspace.edit("Add Maya") as write:
        persona = personas.add(write, "Maya")
    workspace.undo()
    assert [(c.label, c.kind, c.ids("persona")) for c in heard] == [
        ("Add Maya", "edit", {persona}),
        ("Add Maya", "undo", {persona}),
    ]
    assert persona not in workspace.snapshot.table(Persona)
    workspace.close()
