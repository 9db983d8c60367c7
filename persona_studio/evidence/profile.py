# SPDX-License-Identifier: MIT
"""How strong a whole persona is, and the label that says what it rests on; no numpy."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Segment
from persona_studio.core.sections import BY_ID
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.assess import FILLED_FROM, Assessment, assess
from persona_studio.evidence.strength import TIMES

Basis: TypeAlias = Literal["proto", "partly_researched", "research_backed", "data_checked"]

BASIS_WORDS: Mapping[Basis, str] = {
    "proto": "Proto",
    "partly_researched": "Partly researched",
    "research_backed": "Research-backed",
    "data_checked": "Data-checked",
}


@dataclass(frozen=True)
class PersonaStrength:
    """The weighted mean of a persona's claims and what must always stand beside it.

    `share` is the share of claims of strength 40 or more, `people` those behind any claim,
    `kinds` the kinds of source, `weakest_key` the id of the weakest key claim, `newest` the day
    of the newest support.
    """

    score: int
    share: float
    contradicted: int
    people: int
    kinds: tuple[str, ...]
    weakest_key: str | None
    newest: date | None
    basis: Basis
    lines: tuple[str, ...]

    @property
    def label(self) -> str:
        """The basis in words."""
        return BASIS_WORDS[self.basis]


def weight_of(claim: Claim) -> int:
    """Return 2 for key claims and for goals, pains and behaviours, else 1."""
    section = BY_ID.get(claim.section)
    return 2 if claim.key or (section and section.weight > 1) else 1


def persona_strength(
    persona: Persona,
    snapshot: Snapshot,
    today: date,
    assessed: Callable[[Claim], Assessment] | None = None,
) -> PersonaStrength:
    """Return the strength of a persona; `assessed` may give assessments already at hand."""
    judge = assessed or (lambda claim: assess(claim, snapshot, today))
    pairs = [(claim, judge(claim)) for claim in snapshot.claims_of(persona.id)]
    total = sum(weight_of(claim) for claim, _ in pairs)
    points = sum(weight_of(claim) * found.strength for claim, found in pairs)
    score = int(points / total + 0.5) if total else 0
    strong = sum(found.strength >= FILLED_FROM for _, found in pairs)
    share = strong / len(pairs) if pairs else 0.0
    contradicted = sum(found.verdict == "contradicted" for _, found in pairs)
    people, kinds = people_behind([found for _, found in pairs])
    keys = [(found.strength, claim.id) for claim, found in pairs if claim.key]
    return PersonaStrength(
        score,
        share,
        contradicted,
        people,
        kinds,
        min(keys)[1] if keys else None,
        max((found.newest for _, found in pairs if found.newest), default=None),
        _basis(share, contradicted, people, kinds, _checked(persona, pairs, snapshot)),
        tuple(_lines(pairs, points, total, score)),
    )


def basis_label(persona: Persona, snapshot: Snapshot, today: date) -> str:
    """Return what a persona rests on, in words; derived, never typed."""
    return persona_strength(persona, snapshot, today).label


def people_behind(assessments: Sequence[Assessment]) -> tuple[int, tuple[str, ...]]:
    """Return (people, kinds) behind any of the claims: of each source, its fullest claim."""
    most: dict[str, int] = {}
    kinds = set()
    for found in assessments:
        for ground in found.grounds:
            if ground.supporters and ground.weight > 0:
                most[ground.source] = max(most.get(ground.source, 0), ground.supporters)
                kinds.add(ground.kind)
    return sum(most.values()), tuple(sorted(kinds))


def _checked(
    persona: Persona, pairs: Sequence[tuple[Claim, Assessment]], snapshot: Snapshot
) -> bool:
    """Tell whether data checks the persona: three claims of 30 people or more, a steady group."""
    tested = sum(
        any(
            m.answer == "supported" and not m.by_construction and m.n_total >= 30
            for m in found.measured
        )
        for _, found in pairs
    )
    segment = snapshot.table(Segment).get(persona.segment or "")
    return tested >= 3 and segment is not None and (segment.stability or 0) >= 0.75


def _basis(
    share: float, contradicted: int, people: int, kinds: Sequence[str], checked: bool
) -> Basis:
    if share < 0.5:
        return "proto"
    if share < 0.8 or contradicted or len(kinds) < 2 or people < 5:
        return "partly_researched"
    return "data_checked" if checked else "research_backed"


def _lines(
    pairs: Sequence[tuple[Claim, Assessment]], points: int, total: int, score: int
) -> list[str]:
    each = [f"{weight_of(claim)} {TIMES} {found.strength}  {claim.text}" for claim, found in pairs]
    return [*each, f"{points} / {total} = {score}"] if total else []
