# SPDX-License-Identifier: MIT
"""Where a claim can be: a section of a persona, or the parking lot."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

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


def place_name(place: Place, snapshot: Snapshot) -> str:
    """Return how a place is spoken of: "Commuter Maya: Goals"."""
    if place.parking:
        return QCoreApplication.translate("board", "Parking lot")
    names = {persona.id: persona.name for persona in snapshot.personas}
    return f"{names.get(place.persona or '', '')}: {snapshot.section(place.section).title}"


def sections_of(snapshot: Snapshot, persona: str, extra: frozenset[str] = frozenset()) -> list[str]:
    """Return the sections a persona shows, in the project's order; `extra` even if hidden.

    Empty steps of a day or a journey stand in their strip alone.
    """
    wanted = {claim.section for claim in snapshot.claims_of(persona)}.union(ALWAYS)
    wanted |= {section.id for section in snapshot.sections if section.own and not section.step}
    wanted -= {section.id for section in snapshot.sections if section.hidden}
    return [section.id for section in snapshot.sections if section.id in wanted | extra]


def every_place(snapshot: Snapshot) -> Iterator[Place]:
    """Yield every section of every persona, then the parking lot."""
    shown = [section for section in snapshot.sections if not section.hidden]
    for persona in snapshot.personas:
        for section in shown:
            yield Place(persona.id, section.id)
    yield PARKING
