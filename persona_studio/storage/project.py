# SPDX-License-Identifier: MIT
"""What can be done with the project itself."""

from typing import Any

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Project
from persona_studio.storage.writer import Writer


def tidy_name(name: str) -> str:
    """Return a project's name in one line; it may not be empty."""
    tidy = " ".join(name.split())
    if not tidy:
        raise StudioError("A project needs a name.", "Two words are enough.", kind="empty_name")
    return tidy


def change(write: Writer, **fields: Any) -> None:
    """Set fields of the project; a name may not be empty."""
    if "name" in fields:
        fields["name"] = tidy_name(fields["name"])
    (project,) = write.find(Project)
    write.change(Project, project.id, **fields)
