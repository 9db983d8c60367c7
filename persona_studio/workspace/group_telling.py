# SPDX-License-Identifier: MIT
"""What is told of each group beside the answers that set it apart: numbers and people's words."""

from collections.abc import Sequence
from dataclasses import dataclass

from persona_studio.core.fields import Json
from persona_studio.core.research import Segmentation
from persona_studio.evidence.shares import Middle, NumberLine
from persona_studio.workspace.drafting import quotes_of
from persona_studio.workspace.shares import table_of
from persona_studio.workspace.workspace import Workspace

_MOST_NUMBERS = 6


@dataclass(frozen=True)
class Told:
    """What else is told of one group; `described` where any question was there to describe it.

    `numbers` are (question, its middle, everyone's) where the middles differ, the widest gap first.
    """

    also: tuple[Json, ...] = ()
    described: bool = False
    numbers: tuple[tuple[str, Middle, Middle], ...] = ()
    quotes: tuple[str, ...] = ()


def told_of(ws: Workspace, segmentation: str) -> list[Told]:
    """Return what else is known of each group of a grouping, in the order of its groups."""
    found = ws.snapshot.table(Segmentation)[segmentation]
    numbers, also = table_of(ws, segmentation).numbers, found.result["also"]
    return [
        Told(
            tuple(also[segment.number]) if segment.number < len(also) else (),
            bool(found.descriptors),
            _differing(numbers, place),
            tuple(text for _, _, text in quotes_of(ws, found, segment)),
        )
        for place, segment in enumerate(ws.snapshot.segments_of(segmentation))
    ]


def _differing(lines: Sequence[NumberLine], place: int) -> tuple[tuple[str, Middle, Middle], ...]:
    """Return the numbers whose middle is not everyone's, by how many middle halves it is off."""
    told = [(line.label, line.groups[place], line.everyone) for line in lines]
    apart = [one for one in told if one[1].n and one[1].median != one[2].median]
    apart.sort(key=lambda one: -abs(one[1].median - one[2].median) / _half(one[2]))
    return tuple(apart[:_MOST_NUMBERS])


def _half(middle: Middle) -> float:
    return (middle.high - middle.low) or 1.0
