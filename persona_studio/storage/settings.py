# SPDX-License-Identifier: MIT
"""Named choices of the project."""

from persona_studio.core.fields import Json
from persona_studio.core.research import Setting
from persona_studio.storage.writer import Writer


def put(write: Writer, name: str, value: Json) -> None:
    """Set a choice; None takes it back to its default."""
    there = write.find(Setting, id=name)
    if value is None:
        write.remove(Setting, name)
    elif there:
        write.change(Setting, name, value=value)
    else:
        write.add(Setting(name, value))
