# SPDX-License-Identifier: MIT
"""The demo: from research files to printed personas in one command."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from persona_studio import paths
from persona_studio.commands.checking import finding_as_json
from persona_studio.commands.opened import progress
from persona_studio.core.files import PROJECT, reaching, write_whole
from persona_studio.workspace import printing, workshop
from persona_studio.workspace.workspace import Workspace

_LONGEST = 60


def demo(line: Namespace) -> tuple[Any, int]:
    """Run the sample workshop, or one from other files, and print a poster of each persona."""
    with reaching(line.folder):
        line.folder.mkdir(parents=True, exist_ok=True)
    if line.files:
        script = workshop.script_for(line.files)
    else:
        script = workshop.script_of(paths.resources() / "samples")
    target = _free(line.folder, script.name, PROJECT)
    workspace, told = workshop.run(target, script, progress)
    try:
        posters = _print(workspace, target)
        findings = workspace.findings()
        personas = [p.name for p in workspace.snapshot.personas]
    finally:
        workspace.close()
    progress(f"Project: {target}")
    for poster in posters:
        progress(f"Poster: {poster}")
    return {
        "project": str(target),
        **told,
        "personas": personas,
        "findings": [finding_as_json(finding) for finding in findings],
        "posters": posters,
    }, 0


def _print(workspace: Workspace, target: Path) -> list[str]:
    made = []
    for persona in workspace.snapshot.personas:
        pdf, _ = printing.export(workspace, printing.Wanted((persona.id,)))
        path = _free(target.parent, f"{target.stem} {persona.name}", ".pdf")
        write_whole(path, pdf)
        made.append(str(path))
    return made


def _free(folder: Path, name: str, suffix: str) -> Path:
    """Return a path in the folder that no file has yet, of a length any disk takes."""
    words = "".join(c if c.isalnum() else " " for c in name).lower().split()
    plain = "-".join(words)[:_LONGEST].rstrip("-") or "project"
    path, n = folder / f"{plain}{suffix}", 2
    while path.exists():
        path, n = folder / f"{plain}-{n}{suffix}", n + 1
    return path
