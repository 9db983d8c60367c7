# SPDX-License-Identifier: MIT
"""What an installed copy does to prove itself: `persona-studio --self-test`."""

import pkgutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import persona_studio
from persona_studio import paths
from persona_studio.core.errors import StudioError

RESOURCES = ("fonts", "icons", "samples")
PERSONA = "Self-test"


def run() -> int:
    """Check the copy and say so; an error in any part ends it with a non-zero code."""
    try:
        modules = import_everything()
        files = count_resources()
        with tempfile.TemporaryDirectory(prefix="persona-studio-") as folder:
            use_a_project(Path(folder) / "self-test.persona")
    except (ImportError, StudioError, OSError) as error:
        sys.stderr.write(f"self-test failed: {error} {getattr(error, 'detail', '')}\n")
        return 2
    sys.stdout.write(f"self-test passed: {modules} modules, {files} resource files\n")
    return 0


def import_everything() -> int:
    """Import each module of the package and return how many there are."""
    found = pkgutil.walk_packages(persona_studio.__path__, "persona_studio.")
    return len([import_module(each.name) for each in found if not each.name.endswith("__main__")])


def count_resources() -> int:
    """Return how many resource files there are; each kind must be there."""
    folder = paths.resources()
    missing = [name for name in RESOURCES if not (folder / name).is_dir()]
    if missing:
        raise StudioError(
            "Some of the program's own files are missing.",
            "Install Persona Studio again.",
            ", ".join(missing),
        )
    return sum(1 for path in folder.rglob("*") if path.is_file())


def use_a_project(path: Path) -> None:
    """Create a project, add a persona, take it back, close and find it so again."""
    from persona_studio.storage import personas
    from persona_studio.workspace.workspace import Workspace

    workspace = Workspace.create(path, PERSONA)
    try:
        with workspace.edit("Add persona") as write:
            personas.add(write, PERSONA)
        expect(len(workspace.snapshot.personas) == 1, "the edit did not show")
        workspace.undo()
    finally:
        workspace.close()
    again = Workspace.open(path)
    try:
        expect(not again.snapshot.personas, "the undo did not last")
        expect(again.redo_label is not None, "the history did not last")
    finally:
        again.close()


def expect(holds: bool, otherwise: str) -> None:
    """Raise unless something holds; an assert would be gone in an optimised run."""
    if not holds:
        raise StudioError("The project file did not behave.", "Please report this.", otherwise)
