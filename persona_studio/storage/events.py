# SPDX-License-Identifier: MIT
"""What happened in the world outside: a new product, a law, a price, and whom it touches."""

from dataclasses import fields, replace

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.reviewing import ChangeEvent
from persona_studio.storage.writer import Writer

_FIELDS = [each for each in fields(ChangeEvent) if each.name != "id"]


def note(write: Writer, event: ChangeEvent) -> str:
    """Note an event, or correct the one of that id; return its id. Its words may not be empty.

    `touches` are ids of sections, personas or claims; none: it touches every claim.
    """
    found = replace(event, id=event.id or new_id(), text=_clean(event.text))
    if event.id:
        write.change(ChangeEvent, event.id, **{f.name: getattr(found, f.name) for f in _FIELDS})
        return event.id
    return write.add(found)


def remove(write: Writer, event: str) -> None:
    """Take an event away."""
    write.remove(ChangeEvent, event)


def _clean(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise StudioError(
            "An event needs words.", "Say in a few words what changed.", kind="no_text"
        )
    return words
