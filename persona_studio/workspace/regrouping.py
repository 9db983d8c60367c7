# SPDX-License-Identifier: MIT
"""A grouping that changes with the sample is looked for again with fewer groups."""

from collections import Counter
from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.core.research import Segment, Segmentation
from persona_studio.storage.writer import Writer
from persona_studio.workspace import grouping

if TYPE_CHECKING:
    from persona_studio.patterns.request import GroupRequest, GroupResult
    from persona_studio.workspace.workspace import Workspace


def fewer_request(ws: "Workspace", segmentation: str, k: int) -> "GroupRequest":
    """Return what to ask for so many groups of the same people, by the same questions."""
    found = ws.snapshot.table(Segmentation)[segmentation]
    return grouping.request(
        ws,
        found.wave,
        found.questions,
        descriptors=found.descriptors,
        weights=found.weights,
        k=k,
        seed=found.seed,
    )


def take_fewer(
    ws: "Workspace", segmentation: str, request: "GroupRequest", result: "GroupResult"
) -> str:
    """Keep fewer groups, and give each persona the one that holds most of its people.

    Returns the new grouping; StudioError, and nothing is kept, where that is no steadier.
    """
    old = ws.snapshot.segments_of(segmentation)
    before = min((s.stability for s in old if s.stability is not None), default=0.0)
    after = min((g.stability for g in result.groups if g.stability is not None), default=0.0)
    if after <= before:
        raise StudioError(
            f"Fewer groups are no steadier: {round(100 * after)} of 100 people stay together, "
            f"with {len(old)} groups {round(100 * before)} do.",
            "Use other questions in Patterns, or part the persona from its group.",
            kind="no_steadier",
        )
    with ws.edit("Look for fewer groups") as write:
        made = grouping.store(ws, request, result)
        _move(ws, write, segmentation, (made, request, result))
        return made


def fewer_groups(ws: "Workspace", segmentation: str, k: int) -> str:
    """Look for fewer groups here and now, and take them (see `take_fewer`)."""
    request = fewer_request(ws, segmentation, k)
    function, arguments = grouping.job(request)
    result = function(*arguments, report=lambda _done, _total: None)
    return take_fewer(ws, segmentation, request, result)


def _move(
    ws: "Workspace",
    write: Writer,
    segmentation: str,
    found: tuple[str, "GroupRequest", "GroupResult"],
) -> None:
    made, request, result = found
    new = sorted(write.find(Segment, segmentation=made), key=lambda segment: segment.number)
    numbers = request.answers.numbers.tolist()
    group_of = dict(zip(numbers, result.assignment.tolist(), strict=True))
    for segment, rows in ws.data.segment_rows(segmentation).items():
        theirs = Counter(group_of[row] for row in rows if row in group_of)
        if theirs:
            most = max(theirs, key=lambda group: (theirs[group], -group))
            for persona in write.find(Persona, segment=segment):
                write.change(Persona, persona.id, segment=new[most].id)
