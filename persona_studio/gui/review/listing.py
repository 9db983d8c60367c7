# SPDX-License-Identifier: MIT
"""Which findings are shown, in which groups, and how many of each kind there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from persona_studio.core.persona import Persona
from persona_studio.core.reviewing import Finding
from persona_studio.core.snapshot import Snapshot

FIRST = 5
MORE = 25


@dataclass(frozen=True)
class Group:
    """Findings about one persona, or about the whole set (`persona` None)."""

    persona: Persona | None
    findings: tuple[Finding, ...]
    total: int


@dataclass(frozen=True)
class Counts:
    """How many findings wait for a decision, are notes, or are kept with a reason."""

    to_decide: int
    notes: int
    kept: int


def count(findings: Sequence[Finding]) -> Counts:
    """Count findings by what they ask of the user."""
    still = [finding for finding in findings if finding.waived is None]
    notes = sum(finding.severity == "N" for finding in still)
    return Counts(len(still) - notes, notes, len(findings) - len(still))


def shown(findings: Sequence[Finding], most: int) -> list[Finding]:
    """Return the most useful findings; beyond the first few, notes and kept ones come along."""
    still = [finding for finding in findings if finding.waived is None]
    if most <= FIRST:
        decide = [finding for finding in still if finding.severity != "N"]
        return (decide or still)[:most]
    return [*still, *(finding for finding in findings if finding.waived)][:most]


def grouped(chosen: Sequence[Finding], every: Sequence[Finding], snapshot: Snapshot) -> list[Group]:
    """Return findings by persona, the most urgent persona first, the whole set last."""
    order: dict[str | None, list[Finding]] = {}
    for finding in chosen:
        order.setdefault(finding.target.persona, []).append(finding)
    totals: dict[str | None, int] = {}
    for finding in every:
        if finding.waived is None:
            totals[finding.target.persona] = totals.get(finding.target.persona, 0) + 1
    personas = snapshot.table(Persona)
    groups = [
        Group(personas.get(key or ""), tuple(found), totals.get(key, 0))
        for key, found in order.items()
    ]
    return sorted(groups, key=lambda group: group.persona is None)
