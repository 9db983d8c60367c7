# SPDX-License-Identifier: MIT
"""A process that edits, undoes and redoes without end and acknowledges each on its output."""

import hashlib
import random
import sys
from pathlib import Path

from persona_studio.core.persona import Claim
from persona_studio.storage import claims, settings
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import state


def run(path: Path, seed: int) -> None:
    """Edit until killed. Each edit writes one number in three places; undo takes it back."""
    rng = random.Random(seed)
    workspace = Workspace.open(path)
    while True:
        move = rng.choice(("edit", "edit", "edit", "undo", "redo"))
        if move == "undo" and workspace.undo_label:
            workspace.undo()
        elif move == "redo" and workspace.redo_label:
            workspace.redo()
        else:
            _edit(workspace, rng.randrange(1, 10**9), rng)
        sys.stdout.write(f"{workspace.database.generation} {digest(workspace)}\n")
        sys.stdout.flush()


def digest(workspace: Workspace) -> str:
    """Return the digest of all a project says and of its history, straight from the file."""
    said = repr((state(workspace), workspace.history()))
    return hashlib.sha256(said.encode()).hexdigest()


def _edit(workspace: Workspace, number: int, rng: random.Random) -> None:
    there = list(workspace.snapshot.table(Claim))
    with workspace.edit(f"Set {number}") as write:
        settings.put(write, "number", number)
        for claim in there[:5]:
            claims.edit_text(write, claim, f"claim {number} " + "x" * rng.choice((5, 900, 9000)))
        claims.add(write, None, "goals", f"claim {number}")
        if len(there) > 8:
            claims.remove(write, there[:4])


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
