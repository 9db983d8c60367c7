# SPDX-License-Identifier: MIT
"""Where a claim can be: a section of a persona, or the parking lot."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from persona_studio.core.sections import BY_ID, SECTIONS
from persona_studio.core.snapshot import Snapshot

ALWAYS = ("goals", "pains", "behaviours", "buying", "channels")
"""Sections a persona shows even when nothing is in them yet."""


@dataclass(frozen=True)
class Place:
    """A section of a persona; persona None is the parking lot, where every section mixes."""

    persona: str | None
    section: str = ""

    @property
    def parking(self) -> bool:
        """Whether this is the parking lot."""
        return self.persona is None


PARKING = Place(None)


def section_title(section: str) -> str:
    """Return the heading of a section."""
    known = BY_ID.get(section)
    return known.title if known else section.replace("_", " ").capitalize()


def place_name(place: Place, snapshot: Snapshot) -> str:
    """Return how a place is spoken of: "Commuter Maya: Goals"."""
    if place.parking:
        return QCoreApplication.translate("board", "Parking lot")
    names = {persona.id: persona.name for persona in snapshot.personas}
    return f"{names.get(place.persona or '', '')}: {section_title(place.section)}"


def sections_of(snapshot: Snapshot, persona: str, extra: frozenset[str] = frozenset()) -> list[str]:
    """Return the sections a persona shows, in the order of the catalogue."""
    filled = {claim.section for claim in snapshot.claims_of(persona)}
    shown = [s.id for s in SECTIONS if s.id in ALWAYS or s.id in filled or s.id in extra]
    return shown + sorted(filled - set(BY_ID))


def every_place(snapshot: Snapshot) -> Iterator[Place]:
    """Yield every section of every persona, then the parking lot."""
    for persona in snapshot.personas:
        for section in SECTIONS:
            yield Place(persona.id, section.id)
    yield PARKING
