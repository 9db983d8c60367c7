# SPDX-License-Identifier: MIT
"""A real process is killed while it edits: no acknowledged edit is lost, none is half there.

Every change counts the file's generation up by one. So after a kill the file stands either at
the last acknowledged generation, and then says to the letter what was acknowledged, or at the
next one, whole.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from persona_studio.core.persona import Claim
from persona_studio.storage.lock import lock_path
from persona_studio.workspace.workspace import Workspace
from tests.storage.kill_child import digest
from tests.storage.projects import state

CHILD = Path(__file__).with_name("kill_child.py")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")


def test_fifteen_kills_lose_no_acknowledged_edit(tmp_path: Path) -> None:
    assert kills(tmp_path / "a.persona", 15, 1)[0] >= 15


@pytest.mark.safety
def test_two_hundred_kills_lose_no_acknowledged_edit(tmp_path: Path) -> None:
    acknowledged, unfinished = kills(tmp_path / "a.persona", 200, 2)
    assert acknowledged >= 200
    assert unfinished > 10, "the kills must reach into edits, or they prove nothing"


def kills(path: Path, times: int, seed: int) -> tuple[int, int]:
    """Kill the editing child `times` times.

    Return how many edits were acknowledged, and how many kills left one unfinished in the file.
    """
    rng = random.Random(seed)
    Workspace.create(path, "Kill", "").close()
    acknowledged = unfinished = 0
    for round_number in range(times):
        acks = _run_and_kill(path, seed * 1000 + round_number, rng.randrange(1, 6), rng.random())
        acknowledged += len(acks)
        journal = path.with_name(path.name + "-journal")
        unfinished += journal.exists() and journal.stat().st_size > 0
        _check(path, acks[-1])
    return acknowledged, unfinished


def _run_and_kill(path: Path, seed: int, edits: int, moment: float) -> list[tuple[int, str]]:
    """Let the child make some edits, kill it within the next; return (generation, digest)s."""
    lock_path(path).unlink(missing_ok=True)
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(path), str(seed)],
        stdout=subprocess.PIPE,
        cwd=CHILD.parents[2],
        env={**os.environ, "PYTHONPATH": str(CHILD.parents[2])},
    )
    assert child.stdout is not None
    said = b"".join(child.stdout.readline() for _ in range(edits))
    time.sleep(moment * 0.02)
    child.send_signal(signal.SIGKILL)
    said += child.stdout.read()
    child.stdout.close()
    child.wait()
    found = [line.split() for line in said.decode().split("\n")[:-1]]
    return [(int(generation), said) for generation, said in found]


def _check(path: Path, last: tuple[int, str]) -> None:
    """Open what the kill left: sound, whole, and at the last acknowledged edit or the one after."""
    workspace = Workspace.open(path)
    try:
        generation = workspace.database.generation
        assert generation - last[0] in (0, 1), "an acknowledged edit is lost"
        assert generation > last[0] or digest(workspace) == last[1], "half an edit is there"
        number = int(workspace.snapshot.settings.get("number", 0))
        said = {int(claim.text.split()[1]) for claim in workspace.snapshot.table(Claim).values()}
        assert not number or number in said, "half an edit is there"
        label = workspace.undo_label
        assert label == (f"Set {number}" if number else None), "history and data disagree"
        check = workspace.database.connection.execute("PRAGMA integrity_check").fetchone()
        assert check == ("ok",)
    finally:
        workspace.close()


def test_undo_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "a.persona"
    Workspace.create(path, "Kill", "").close()
    _run_and_kill(path, 77, 8, 0.5)
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
