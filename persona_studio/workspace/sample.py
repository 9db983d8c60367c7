# SPDX-License-Identifier: MIT
"""The sample workshop as a project, for the first look at the studio."""

from pathlib import Path

from persona_studio import paths
from persona_studio.workspace import workshop


def build(target: Path) -> None:
    """Make the sample project at a new path and close it."""
    workspace, _ = workshop.run(target, workshop.script_of(paths.resources() / "samples"), _quiet)
    workspace.close()


def _quiet(_: str) -> None:
    pass
