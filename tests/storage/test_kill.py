# SPDX-License-Identifier: MIT
"""A real process is killed while it edits: no acknowledged edit is lost, none is half there."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from persona_studio.core.persona import Claim
from persona_studio.storage.database import Database
from persona_studio.storage.lock import lock_path
from persona_studio.storage.reading import read_snapshot
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import state

CHILD = Path(__file__).with_name("kill_child.py")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
def test_fifteen_kills_lose_no_acknowledged_edit(tmp_path: Path) -> None:
    assert kills(tmp_path / "a.persona", 15, 1) > 15


@pytest.mark.safety
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
def test_two_hundred_kills_lose_no_acknowledged_edit(tmp_path: Path) -> None:
    assert kills(tmp_path / "a.persona", 200, 2) > 200


def kills(path: Path, times: int, seed: int) -> int:
    """Kill the editing child `times` times; return how many edits were acknowledged."""
    rng = random.Random(seed)
    Workspace.create(path, "Kill", "").close()
    acknowledged = 0
    for round_number in range(times):
        lines = _run_and_kill(path, rng.uniform(0.02, 0.15), seed * 1000 + round_number)
        acknowledged += len(lines)
        last = lines[-1] if lines else None
        _check(path, last)
    return acknowledged


def _run_and_kill(path: Path, after: float, seed: int) -> list[tuple[str, int]]:
    lock_path(path).unlink(missing_ok=True)
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(path), str(seed)],
        stdout=subprocess.PIPE,
        cwd=CHILD.parents[2],
        env={**os.environ, "PYTHONPATH": str(CHILD.parents[2])},
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.stdout.close()
    child.wait()
    found = [line.split() for line in (first + rest).decode().split("\n")[:-1]]
    return [(kind, int(number)) for kind, number, _ in (f for f in found if len(f) == 3)]


def _check(path: Path, last: tuple[str, int] | None) -> None:
    """Open what the kill left: sound, whole, and at the last acknowledged edit or the one after."""
    database = Database.open(path)
    try:
        snapshot = read_snapshot(database.connection)
        number = int(snapshot.settings.get("number", 0))
        history = database.connection.execute(
            "SELECT label FROM edit WHERE undone = 0 ORDER BY id DESC LIMIT 2"
        ).fetchall()
        said = {int(claim.text.split()[1]) for claim in snapshot.table(Claim).values()}
        assert not number or number in said, "half an edit is there"
        assert not number or history[0][0] == f"Set {number}", "history and data disagree"
        check = database.connection.execute("PRAGMA integrity_check").fetchone()
        assert check == ("ok",)
        if last is not None:
            steps = [row[0] for row in database.connection.execute("SELECT label FROM edit")]
            assert last[1] == 0 or f"Set {last[1]}" in steps, "an acknowledged edit is lost"
    finally:
        database.close()


def test_undo_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "a.persona"
    Workspace.create(path, "Kill", "").close()
    lines = _run_and_kill(path, 0.1, 77)
    assert lines
    workspace = Workspace.open(path)
    before, steps = state(workspace), 0
    while workspace.undo():
        steps += 1
    assert steps > 0
    assert not workspace.snapshot.table(Claim)
    for _ in range(steps):
        workspace.redo()
    assert state(workspace) == before
    workspace.close()
