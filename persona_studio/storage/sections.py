# SPDX-License-Identifier: MIT
"""The sections of a project: named, ordered, hidden, and added of one's own.

Kept in one setting that lists them all; back at the catalogue, the setting goes.
"""

from collections.abc import Sequence
from dataclasses import replace

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Claim
from persona_studio.core.research import Setting
from persona_studio.core.sections import (
    BY_ID,
    LONGEST_TITLE,
    SECTIONS,
    SETTING,
    Section,
    arranged,
)
from persona_studio.storage import settings
from persona_studio.storage.writer import Writer


def rename(write: Writer, section: str, title: str) -> None:
    """Give a section another heading; nothing gives a section of the catalogue its own back."""
    there = _there(write)
    known = BY_ID.get(section)
    named = _clean(title, known.title if known else "", there, section)
    _keep(write, [replace(s, title=named) if s.id == section else s for s in there])


def shift(write: Writer, section: str, place: int) -> None:
    """Put a section at a place (0 is the first), the others close up."""
    there = _there(write)
    moved = [each for each in there if each.id == section]
    rest = [each for each in there if each.id != section]
    at = min(max(place, 0), len(rest))
    _keep(write, [*rest[:at], *moved, *rest[at:]])


def hide(write: Writer, section: str, *, hidden: bool) -> None:
    """Take a section off boards and posters, or show it again; its claims stay."""
    _keep(write, [replace(s, hidden=hidden) if s.id == section else s for s in _there(write)])


def add(write: Writer, title: str, *, step: bool = False) -> str:
    """Add a section of one's own at the end, or a step of the day or a journey; return its id."""
    there = _there(write)
    made = Section(f"own_{new_id()[:12]}", _clean(title, "", there), step=step)
    _keep(write, [*there, made])
    return made.id


def remove(write: Writer, section: str) -> None:
    """Remove a section of one's own that no claim is in."""
    if section in BY_ID or write.find(Claim, section=section):
        raise StudioError(
            "This section cannot be removed.",
            "Only a section of your own without claims can. Move its claims first, or hide it.",
            kind="section_in_use",
        )
    _keep(write, [each for each in _there(write) if each.id != section])


def _there(write: Writer) -> list[Section]:
    kept = write.find(Setting, id=SETTING)
    used = {claim.section for claim in write.find(Claim)}
    return list(arranged(kept[0].value if kept else None, used))


def _keep(write: Writer, sections: Sequence[Section]) -> None:
    listed = [
        {"id": s.id, "title": s.title, "hidden": s.hidden} | ({"step": True} if s.step else {})
        for s in sections
    ]
    settings.put(write, SETTING, None if tuple(sections) == SECTIONS else listed)


def _clean(title: str, own: str, there: Sequence[Section], section: str = "") -> str:
    tidy = " ".join(title.split())[:LONGEST_TITLE].strip() or own
    if not tidy:
        raise StudioError("A section needs a name.", "One word is enough.", kind="empty_name")
    if any(s.title.casefold() == tidy.casefold() and s.id != section for s in there):
        raise StudioError(
            f"There is a section “{tidy}” already.",
            "Give it another name, or show the one there is.",
            kind="name_taken",
        )
    return tidy
