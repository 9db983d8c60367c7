# SPDX-License-Identifier: MIT
"""Re-checking every claim on a new wave, with the grouping frozen as it was."""

from typing import Any

from persona_studio.workspace.workspace import Workspace


def validate(workspace: Workspace, wave: str) -> dict[str, Any]:
    """Return what a wave says about every claim (contracts: `validate --json`)."""
    from persona_studio.evidence.validate import validate as check

    return check(workspace.snapshot, wave, workspace.judging.data)
