# SPDX-License-Identifier: MIT
"""Copies are made when due, verified, thinned by days, weeks and months, and restored anew."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.storage import backup, personas
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make, state

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def _edit(workspace: Workspace, name: str) -> None:
    with workspace.edit(f"Add {name}") as write:
        personas.add(write, name)


def test_a_copy_is_due_once_something_changed_and_half_an_hour_has_passed(tmp_path: Path) -> None:
    workspace, folder = make(tmp_path / "a.persona"), tmp_path / "backups"
    _edit(workspace, "Maya")
    assert backup.is_due(workspace.database, folder, START)
    assert backup.make(workspace.database, folder, START, "Riverside")
    assert not backup.is_due(workspace.database, folder, START + timedelta(hours=5))
    _edit(workspace, "Ruth")
    assert not backup.is_due(workspace.database, folder, START + timedelta(minutes=29))
    assert backup.is_due(workspace.database, folder, START + timedelta(minutes=30))
    assert backup.is_due(workspace.database, folder, START - timedelta(days=400)), "clock went back"
    workspace.close()


def test_a_copy_restores_to_a_new_file_with_its_history(tmp_path: Path) -> None:
    workspace, folder = make(tmp_path / "a.persona"), tmp_path / "backups"
    _edit(workspace, "Maya")
    before = state(workspace)
    backup.make(workspace.database, folder, START, "Riverside")
    _edit(workspace, "Ruth")
    workspace.close()
    (found,) = backup.listed(folder)
    assert (found.name, found.taken_at) == ("Riverside", START)
    with pytest.raises(StudioError, match="already a file"):
        backup.restore(found, tmp_path / "a.persona")
    backup.restore(found, tmp_path / "b.persona")
    again = Workspace.open(tmp_path / "b.persona")
    assert state(again) == before
    assert again.undo_label == "Add Maya"
    again.close()


def test_a_restored_project_counts_on_so_that_its_copies_are_kept(tmp_path: Path) -> None:
    workspace, folder = make(tmp_path / "a.persona"), tmp_path / "backups"
    for place, name in enumerate(("Maya", "Ruth", "Tomas", "Lena", "Ida")):
        _edit(workspace, name)
        backup.make(workspace.database, folder, START + timedelta(hours=place), "Riverside")
    workspace.close()
    backup.restore(backup.listed(folder)[-1], tmp_path / "b.persona")
    again = Workspace.open(tmp_path / "b.persona")
    for hour in range(6, 9):
        _edit(again, f"Since {hour}")
        now = START + timedelta(hours=hour)
        assert backup.is_due(again.database, folder, now)
        made = backup.make(again.database, folder, now, "Riverside")
        assert made in backup.listed(folder)
        assert not backup.is_due(again.database, folder, now + timedelta(hours=1))
    again.close()


@pytest.mark.parametrize("uuid", ["../../evil", "", "x" * 300])
def test_a_strangers_file_does_not_choose_where_its_backups_go(tmp_path: Path, uuid: str) -> None:
    workspace, folder = make(tmp_path / "a.persona"), tmp_path / "deep" / "er" / "backups"
    with workspace.database.transaction():
        raw = workspace.database.connection
        raw.execute("UPDATE meta SET value = ? WHERE key = 'uuid'", (uuid,))
    made = backup.make(workspace.database, folder, START, "Riverside")
    assert made is not None
    assert made.path.parent.parent == folder
    workspace.close()


def test_a_copy_or_a_restored_file_at_a_place_that_is_not_there_is_refused(tmp_path: Path) -> None:
    workspace, folder = make(tmp_path / "a.persona"), tmp_path / "backups"
    made = backup.make(workspace.database, folder, START, "Riverside")
    assert made is not None
    nowhere = tmp_path / "none" / "b.persona"
    for write in (
        lambda: backup.save_copy(workspace.database, nowhere),
        lambda: backup.restore(made, nowhere),
    ):
        with pytest.raises(StudioError) as caught:
            write()
        assert caught.value.kind == "unreachable"
    workspace.close()


def test_a_damaged_copy_is_not_restored(tmp_path: Path) -> None:
    workspace, folder = make(tmp_path / "a.persona"), tmp_path / "backups"
    _edit(workspace, "Maya")
    backup.make(workspace.database, folder, START, "Riverside")
    workspace.close()
    (found,) = backup.listed(folder)
    found.path.write_bytes(found.path.read_bytes()[:-4096])
    with pytest.raises(StudioError, match="damaged"):
        backup.restore(found, tmp_path / "b.persona")
    assert not (tmp_path / "b.persona").exists()


def test_a_year_of_copies_is_thinned_to_days_weeks_and_months() -> None:
    rng, kept, moment = random.Random(3), [], START
    for generation in range(1500):
        jump = -timedelta(days=2) if rng.random() < 0.01 else timedelta(hours=rng.randrange(1, 13))
        moment += jump
        path = Path(f"{generation}.persona")
        kept.insert(0, backup.Backup(path, "u", "P", generation, moment, 1000))
        going = set(backup.thin(kept))
        kept = [copy for copy in kept if copy not in going]
        assert [c.generation for c in kept[:3]] == list(
            range(generation, max(-1, generation - 3), -1)
        )
        assert len(kept) <= 3 + 12 + 10 + 9
    assert len({f"{c.taken_at:%Y-%m}" for c in kept}) >= 8
    assert len({f"{c.taken_at:%Y-%m-%d}" for c in kept}) >= 12


def test_many_large_copies_stay_under_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "MAX_BYTES", 5000)
    copies = [
        backup.Backup(Path(f"{g}"), "u", "P", g, START + timedelta(days=g), 1000)
        for g in range(20, 0, -1)
    ]
    left = [c for c in copies if c not in set(backup.thin(copies))]
    assert [c.generation for c in left] == [20, 19, 18, 17, 16]


def test_a_copy_holds_the_project_and_nothing_that_was_deleted(tmp_path: Path) -> None:
    workspace = make(tmp_path / "a.persona")
    _edit(workspace, "Maya")
    with workspace.database.transaction():
        workspace.database.connection.execute(
            "INSERT INTO meta (key, value) VALUES ('x', 'planted-needle')"
        )
        workspace.database.connection.execute("DELETE FROM meta WHERE key = 'x'")
    backup.save_copy(workspace.database, tmp_path / "b.persona")
    expected = state(workspace)
    with pytest.raises(StudioError, match="already a file"):
        backup.save_copy(workspace.database, tmp_path / "b.persona")
    workspace.close()
    assert b"planted-needle" not in (tmp_path / "b.persona").read_bytes()
    again = Workspace.open(tmp_path / "b.persona")
    assert state(again) == expected
    assert again.undo_label == "Add Maya"
    again.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.persona", "b.persona"]
