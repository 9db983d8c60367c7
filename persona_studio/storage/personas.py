# SPDX-License-Identifier: MIT
"""What can be done with personas; positions stay 0, 1, 2 ... along the board."""

from dataclasses import replace
from typing import Any

from persona_studio.core import clock, words
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Claim, Persona
from persona_studio.storage import claims
from persona_studio.storage.writer import Writer


def add(write: Writer, name: str, **fields: Any) -> str:
    """Add a persona at the right end of the board, in the least used colour; return its id."""
    there = write.find(Persona)
    used = [persona.colour for persona in there]
    colour = min(words.THEMES, key=lambda theme: (used.count(theme), words.THEMES.index(theme)))
    persona = Persona(
        new_id(), _clean(name), position=len(there), colour=colour, created=clock.today()
    )
    return write.add(replace(persona, **fields))


def change(write: Writer, persona: str, **fields: Any) -> None:
    """Set fields of a persona; a name may not be empty."""
    if "name" in fields:
        fields["name"] = _clean(fields["name"])
    write.change(Persona, persona, **fields)


def remove(write: Writer, persona: str, *, keep_claims: bool = False) -> None:
    """Remove a persona with its claims, or put the claims into the parking lot first."""
    for claim in write.find(Claim, persona=persona):
        if keep_claims:
            claims.move(write, [claim.id], None, claim.section)
        else:
            write.remove(Claim, claim.id)
    write.remove(Persona, persona)
    _close_gaps(write)


def merge(write: Writer, persona: str, into: str) -> None:
    """Move what only one persona says to another, evidence and all, and put the one away.

    Lines in the same words, or on an attribute the other fills already, stay where they are.
    """
    there = write.find(Claim, persona=into)
    said = {" ".join(claim.text.casefold().split()) for claim in there}
    filled = {claim.attribute for claim in there if claim.attribute}
    for claim in sorted(write.find(Claim, persona=persona), key=lambda c: (c.position, c.id)):
        words = " ".join(claim.text.casefold().split())
        if words not in said and claim.attribute not in filled:
            claims.move(write, [claim.id], into, claim.section)
    retire(write, persona)


def retire(write: Writer, persona: str) -> None:
    """Put a persona away: kept for the record, neither shown nor printed."""
    write.change(Persona, persona, retired=clock.today())


def bring_back(write: Writer, persona: str) -> None:
    """Put a persona that was put away at the right end of the board again."""
    write.change(Persona, persona, retired=None)
    reorder(write, persona, len(write.find(Persona)))


def reorder(write: Writer, persona: str, position: int) -> None:
    """Move a persona to a place on the board, counted from the left without those put away."""
    others = [p for p in _in_order(write) if p.id != persona]
    order = [p for p in others if p.retired is None]
    order.insert(max(0, min(position, len(order))), write.get(Persona, persona))
    for place, item in enumerate(order + [p for p in others if p.retired is not None]):
        if item.position != place:
            write.change(Persona, item.id, position=place)


def _in_order(write: Writer) -> list[Persona]:
    return sorted(write.find(Persona), key=lambda persona: (persona.position, persona.id))


def _close_gaps(write: Writer) -> None:
    for place, persona in enumerate(_in_order(write)):
        if persona.position != place:
            write.change(Persona, persona.id, position=place)


def _clean(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        raise StudioError("A persona needs a name.", "Two words are enough.", kind="empty_name")
    return tidy
