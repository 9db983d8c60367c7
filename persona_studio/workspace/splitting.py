# SPDX-License-Identifier: MIT
"""One persona made into two, by an answer its people do not share."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.research import Membership, Segment, Segmentation
from persona_studio.evidence.verdict import SPLITTING, narrowest
from persona_studio.storage import claims, personas, rows
from persona_studio.storage.writer import Writer
from persona_studio.workspace.counting import base_rows

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

LEAST = 5
"""So few people at least make a side; fewer are no group but somebody."""
_TURNED = ("few", "nobody")


@dataclass(frozen=True)
class _Sides:
    """The rows for which a claim is true, and the others; who did not answer is on neither."""

    agree: tuple[int, ...]
    others: tuple[int, ...]


def split_persona(ws: "Workspace", item: str) -> str:
    """Split a claim's persona by the answer its evidence counts; return the new persona's id.

    The persona keeps those of whom the claim is true. The new one takes the others, a copy of
    every claim with its evidence, and of the split claim what the data says of them.
    """
    split, sides = _parted(ws, item)
    with ws.edit("Split persona") as write:
        return _write(ws, write, split, sides)


def can_split(ws: "Workspace", item: str) -> bool:
    """Tell whether a piece of evidence parts its claim's persona into two sides."""
    try:
        _parted(ws, item)
    except StudioError:
        return False
    return True


def _parted(ws: "Workspace", item: str) -> tuple[tuple[Persona, Claim, Evidence], _Sides]:
    """Return what is split, and both sides; StudioError (kind `no_split`) says why not."""
    found = ws.snapshot.table(Evidence)[item]
    claim = ws.snapshot.table(Claim)[found.claim]
    persona = ws.snapshot.table(Persona).get(claim.persona or "")
    if persona is None or found.measure is None or claim.quantifier not in SPLITTING:
        raise StudioError(
            "This persona cannot be split by that claim.",
            "It takes a counted claim on most, almost all, few or none of its people.",
            kind="no_split",
        )
    sides = _sides(ws, persona, claim, found)
    if min(len(sides.agree), len(sides.others)) < LEAST:
        raise StudioError(
            f"One side would be {min(len(sides.agree), len(sides.others))} people.",
            "That is too few for a persona. Change the claim instead.",
            kind="no_split",
        )
    return (persona, claim, found), sides


def _sides(ws: "Workspace", persona: Persona, claim: Claim, item: Evidence) -> _Sides:
    from persona_studio.evidence.measures import count

    wave = item.wave or ""
    members = base_rows(ws.data, ws.snapshot, wave, persona)
    measure = item.measure
    assert measure is not None
    own = Measure(measure.question, measure.op, measure.value, "segment")
    counted = count(own, ws.answers(wave), members)
    agree, others = tuple(counted.rows.tolist()), tuple(counted.against.tolist())
    turned = (claim.quantifier in _TURNED) != (item.stance == "contradicts")
    return _Sides(others, agree) if turned else _Sides(agree, others)


def _write(
    ws: "Workspace", write: Writer, split: tuple[Persona, Claim, Evidence], sides: _Sides
) -> str:
    persona, claim, item = split
    measure = item.measure
    assert measure is not None
    own = Measure(measure.question, measure.op, measure.value, "segment")
    write.change(Evidence, item.id, measure=own)
    segments = _groups(ws, write, (persona, item), sides)
    made = personas.add(
        write,
        f"{persona.name} 2",
        tagline=persona.tagline,
        role="secondary" if persona.role == "primary" else persona.role,
        segment=segments[1],
    )
    write.change(Persona, persona.id, segment=segments[0])
    personas.reorder(write, made, persona.position + 1)
    for each in sorted(write.find(Claim, persona=persona.id), key=lambda c: (c.position, c.id)):
        [copy] = claims.copy_to(write, [each.id], made, each.section)
        if each.id == claim.id:
            people = len(sides.others)
            holds = people if claim.quantifier in _TURNED else 0
            claims.change(write, copy, quantifier=narrowest(holds, people))
    return made


def _groups(
    ws: "Workspace", write: Writer, split: tuple[Persona, Evidence], sides: _Sides
) -> tuple[str, str]:
    """Keep both sides as groups, formed by the answer that parts them; return their ids."""
    persona, item = split
    wave = item.wave or ""
    group = Segmentation(
        new_id(),
        wave,
        persona.name,
        clock.now(),
        questions=(item.measure.question,) if item.measure else (),
        method="split",
        k=2,
        verdict="too_few",
        sentence="Two parts of one persona, told apart by one answer; not groups that were tested.",
    )
    parts = (sides.agree, sides.others)
    names = (persona.name, f"{persona.name} 2")
    segments = [
        Segment(new_id(), group.id, number, name, len(part))
        for number, (name, part) in enumerate(zip(names, parts, strict=True))
    ]
    raw = ws.database.connection
    rows.register(raw, "membership", group.id)
    rows.add_memberships(
        raw,
        [
            Membership(group.id, row, segment.id)
            for segment, part in zip(segments, parts, strict=True)
            for row in part
        ],
    )
    write.add(group)
    write.add_all(segments)
    return segments[0].id, segments[1].id
