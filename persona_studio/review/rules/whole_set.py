# SPDX-License-Identifier: MIT
"""Rules about the personas as a set."""

from collections.abc import Iterator, Sequence

from persona_studio.core.persona import Persona
from persona_studio.core.reviewing import Finding, Fix, Target
from persona_studio.evidence.profile import persona_strength
from persona_studio.review.rule import Case, Rule, short


def _too_many(case: Case) -> Iterator[Finding]:
    primary = [persona for persona in case.personas if persona.role == "primary"]
    numbers = {"primary": len(primary), "active": len(case.personas)}
    target = Target("project", case.snapshot.project.id, None, case.snapshot.project.name)
    most, most_active = int(case.limit("SE01", "primary")), int(case.limit("SE01", "active"))
    if len(primary) > most:
        weakest = weakest_first(primary, case)[: len(primary) - most]
        yield Finding(
            "SE01",
            "W",
            target,
            f"{len(primary)} personas are primary. Teams can keep {most} in mind at most, so the "
            "rest are forgotten. Make the weakest secondary, or merge look-alikes.",
            numbers,
            (Fix("demote_persona", _label("Make {} secondary", weakest), _values(weakest)),),
        )
    elif len(case.personas) > most_active:
        weakest = weakest_first(case.personas, case)[: len(case.personas) - most_active]
        yield Finding(
            "SE01",
            "N",
            target,
            f"{len(case.personas)} personas are in use. A long line-up is hard to remember. "
            "Put the weakest away, or merge look-alikes.",
            numbers,
            (Fix("retire_persona", _label("Put {} away", weakest), _values(weakest)),),
        )


def weakest_first(personas: Sequence[Persona], case: Case) -> list[Persona]:
    """Return personas by strength, the weakest first, later on the board before earlier."""
    scores = {
        p.id: persona_strength(p, case.snapshot, case.today, case.assess).score for p in personas
    }
    return sorted(personas, key=lambda p: (scores[p.id], -p.position, p.id))


def _label(pattern: str, personas: Sequence[Persona]) -> str:
    first = short(personas[0].name, 3, 30)
    return pattern.format(first if len(personas) == 1 else f"the {len(personas)} weakest")


def _values(personas: Sequence[Persona]) -> dict[str, list[str]]:
    return {"personas": [persona.id for persona in personas]}


SE01 = Rule(
    "SE01",
    "Too many primaries",
    "Three to five personas are what most teams can hold in mind and design for.",
    "W",
    _too_many,
    limits={"primary": 5, "active": 10},
    moves={"primary": 0, "active": 2},
)
