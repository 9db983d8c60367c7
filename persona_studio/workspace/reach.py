# SPDX-License-Identifier: MIT
"""Whom a persona describes, line by line, and how the set lies over the people who were asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core.persona import Claim
from persona_studio.core.research import Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.waves import measured_wave
from persona_studio.workspace.figures import Figure, figures_among

if TYPE_CHECKING:
    from persona_studio.evidence.prevalence import Coverage, Prevalence
    from persona_studio.workspace.workspace import Workspace


@dataclass(frozen=True)
class LineReach:
    """One line of a persona: it holds for `holds` of the `others` who fit by the other lines.

    `cost` is how many more people would fit every line without it.
    """

    claim: Claim
    cost: int
    holds: int
    others: int


@dataclass(frozen=True)
class Reach:
    """How many people a persona describes on a wave; the line that costs most comes first.

    `unmeasured` claims cannot be checked on anybody and count nowhere.
    """

    wave: str
    found: "Prevalence"
    lines: tuple[LineReach, ...]
    unmeasured: int


@dataclass(frozen=True)
class SetReach:
    """How a set lies over a wave: `pairs` counts who stands between two, `rest` who fits none."""

    wave: str
    found: "Coverage"
    pairs: Mapping[tuple[str, str], int]
    rest: tuple[int, ...]


def of_persona(ws: "Workspace", persona: str) -> Reach | None:
    """Return whom a persona describes; None where none of its claims was measured."""
    from persona_studio.evidence.prevalence import left_out, lines_of

    claims = ws.snapshot.claims_of(persona)
    wave, found = measured_wave(ws.snapshot, claims), ws.prevalence(persona)
    if wave is None or found is None:
        return None
    lines = lines_of(claims, ws.snapshot, wave)
    without = left_out(lines, ws.answers(wave))
    known = {claim.id: claim for claim in claims}
    rows = [LineReach(known[key], found.cost[key], *without[key]) for key in without]
    rows.sort(key=lambda row: (-row.cost, row.claim.position, row.claim.id))
    return Reach(wave, found, tuple(rows), len(claims) - len(rows))


def of_set(ws: "Workspace") -> SetReach | None:
    """Return how the set lies over its newest measured wave; None where nothing was measured."""
    from persona_studio.evidence.prevalence import lines_of
    from persona_studio.evidence.whole_set import whole

    snapshot, found = ws.snapshot, ws.judging.coverage()
    every = [claim for persona in snapshot.personas for claim in snapshot.claims_of(persona.id)]
    wave = measured_wave(snapshot, every)
    if wave is None or found is None:
        return None
    lines = {p.id: lines_of(snapshot.claims_of(p.id), snapshot, wave) for p in snapshot.personas}
    told = {persona: part for persona, part in lines.items() if part}
    lain = whole(told, wave, ws.judging.data)
    return SetReach(wave, found, lain.pairs, tuple(int(row) for row in lain.lost))


def shared_by(ws: "Workspace", wave: str, rows: tuple[int, ...]) -> Iterator[list[Figure]]:
    """Yield what some people answered against everyone, question by question."""
    return figures_among(ws, wave, frozenset(rows))


def wave_words(snapshot: Snapshot, wave: str) -> str:
    """Return the name of the source a wave belongs to."""
    return snapshot.source_of(wave).name if wave in snapshot.table(Wave) else ""
