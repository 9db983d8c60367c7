# SPDX-License-Identifier: MIT
"""Whether a project says what its rows say."""

from persona_studio.core.persona import Evidence
from persona_studio.workspace.counting import count_evidence
from persona_studio.workspace.workspace import Workspace


def wrong_counts(workspace: Workspace) -> list[str]:
    """Return the ids of measured evidence whose stored figures differ from a fresh count."""
    snapshot, wrong = workspace.snapshot, []
    for item in snapshot.table(Evidence).values():
        counted = count_evidence(workspace.data, snapshot, item)
        if counted and counted[:2] != (item.n_for, item.n_against):
            wrong.append(item.id)
    return wrong
