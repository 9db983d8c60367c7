# SPDX-License-Identifier: MIT
"""What can be done with claims; positions stay 0, 1, 2 ... in each section of each persona."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Claim, Evidence
from persona_studio.evidence.verdict import said_first
from persona_studio.storage.writer import Writer


def add(write: Writer, persona: str | None, section: str, text: str, **fields: Any) -> str:
    """Add a claim at the end of a section (persona None: the parking lot); return its id."""
    words = _clean(text)
    position = len(write.find(Claim, persona=persona, section=section))
    claim = Claim(new_id(), persona, section, words, position, created=clock.today())
    return write.add(replace(claim, **fields))


def edit_text(write: Writer, claim: str, text: str) -> None:
    """Change the words of a claim."""
    write.change(Claim, claim, text=_clean(text))


def change(write: Writer, claim: str, **fields: Any) -> None:
    """Set fields of a claim; its words may not be empty.

    Where they begin by saying for how many it holds ("Few: ..."), another quantifier changes that.
    """
    if "text" in fields:
        fields["text"] = _clean(fields["text"])
    elif "quantifier" in fields:
        found = write.get(Claim, claim)
        before = said_first(found.quantifier)
        if before and found.text.startswith(before):
            rest = found.text.removeprefix(before)
            fields["text"] = said_first(fields["quantifier"]) + rest
    write.change(Claim, claim, **fields)


def move(
    write: Writer,
    claims: Sequence[str],
    persona: str | None,
    section: str,
    before: str | None = None,
) -> None:
    """Move claims, in the order given, before another claim or to the end of a section."""
    moved = [write.get(Claim, claim) for claim in claims]
    left = {(claim.persona, claim.section) for claim in moved}
    target = [c for c in _in_order(write, persona, section) if c.id not in claims]
    place = next((i for i, c in enumerate(target) if c.id == before), len(target))
    order = [*target[:place], *moved, *target[place:]]
    for position, claim in enumerate(order):
        wanted = (persona, section, position)
        if (claim.persona, claim.section, claim.position) != wanted:
            write.change(Claim, claim.id, persona=persona, section=section, position=position)
    for place_left in left - {(persona, section)}:
        _close_gaps(write, *place_left)


def copy_to(
    write: Writer,
    claims: Sequence[str],
    persona: str | None,
    section: str,
    before: str | None = None,
) -> list[str]:
    """Copy claims with their evidence to a place; return the new ids."""
    made = []
    for claim in claims:
        original = write.get(Claim, claim)
        copy = replace(original, id=new_id(), persona=persona, section=section, key=False)
        write.add(replace(copy, created=clock.today()))
        for item in write.find(Evidence, claim=claim):
            write.add(replace(item, id=new_id(), claim=copy.id))
        made.append(copy.id)
    move(write, made, persona, section, before)
    return made


def duplicate(write: Writer, claim: str) -> str:
    """Copy a claim right below itself; return the new id."""
    original = write.get(Claim, claim)
    below = [c.id for c in _in_order(write, original.persona, original.section)]
    place = below.index(claim) + 1
    before = below[place] if place < len(below) else None
    return copy_to(write, [claim], original.persona, original.section, before)[0]


def split(write: Writer, claim: str, parts: Sequence[str]) -> list[str]:
    """Make several claims of one, each with its evidence; return the new ids."""
    made = []
    for words in parts[1:]:
        made.append(duplicate(write, claim))
        write.change(Claim, made[-1], text=_clean(words))
    write.change(Claim, claim, text=_clean(parts[0]))
    return made


def merge(write: Writer, claim: str, into: str) -> None:
    """Let one claim have the evidence of another, which goes; what both have stays once."""
    there = [replace(item, id="", claim="") for item in write.find(Evidence, claim=into)]
    for item in write.find(Evidence, claim=claim):
        if replace(item, id="", claim="") not in there:
            write.change(Evidence, item.id, claim=into)
    remove(write, [claim])


def remove(write: Writer, claims: Sequence[str]) -> None:
    """Remove claims with their evidence."""
    left = set()
    for key in claims:
        claim = write.get(Claim, key)
        left.add((claim.persona, claim.section))
        write.remove(Claim, key)
    for place in left:
        _close_gaps(write, *place)


def _in_order(write: Writer, persona: str | None, section: str) -> list[Claim]:
    found = write.find(Claim, persona=persona, section=section)
    return sorted(found, key=lambda claim: (claim.position, claim.id))


def _close_gaps(write: Writer, persona: str | None, section: str) -> None:
    for position, claim in enumerate(_in_order(write, persona, section)):
        if claim.position != position:
            write.change(Claim, claim.id, position=position)


def _clean(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise StudioError(
            "A claim needs words.", "Say one thing about this group.", kind="empty_claim"
        )
    return words
