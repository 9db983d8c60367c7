# SPDX-License-Identifier: MIT
"""Claims that rest on assumptions and nothing else: what is still to be tested, by whom, when."""

from dataclasses import dataclass
from datetime import date

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.grounds import is_assumption


@dataclass(frozen=True)
class Assumed:
    """An open assumption; `where` is its persona's name, "" in the parking lot."""

    claim: Claim
    item: Evidence
    where: str


def open_assumptions(snapshot: Snapshot) -> list[Assumed]:
    """Return the open assumptions of the board and the parking lot, the earliest test first."""
    personas = snapshot.table(Persona)
    found = []
    for claim in snapshot.table(Claim).values():
        items = snapshot.evidence_of(claim.id)
        persona = personas.get(claim.persona or "")
        gone = persona is not None and persona.retired is not None
        if items and not gone and all(is_assumption(item, snapshot) for item in items):
            found.append(Assumed(claim, items[0], persona.name if persona else ""))
    return sorted(found, key=lambda a: (a.item.test_by or date.max, a.where, a.claim.text))
