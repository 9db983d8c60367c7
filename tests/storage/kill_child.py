# SPDX-License-Identifier: MIT
"""A process that edits, undoes and redoes without end and acknowledges each on its output."""

import random
import sys
from pathlib import Path

from persona_studio.core.persona import Claim
from persona_studio.storage import claims, settings
from persona_studio.workspace.workspace import Workspace


def run(path: Path, seed: int) -> None:
    """Edit until killed. Each edit writes one number in three places; undo takes it back."""
    rng = random.Random(seed)
    workspace = Workspace.open(path)
    number = int(workspace.snapshot.settings.get("number", 0))
    while True:
        if rng.random() < 0.3 and workspace.undo_label:
            workspace.undo()
            kind, number = "undo", int(workspace.snapshot.settings.get("number", 0))
        else:
            number = rng.randrange(1, 10**9)
            _edit(workspace, number, rng)
            kind = "edit"
        sys.stdout.write(f"{kind} {number} {len(workspace.history())}\n")
        sys.stdout.flush()


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
