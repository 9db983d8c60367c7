# SPDX-License-Identifier: MIT
"""Claims that rest on assumptions and nothing else: what is still to be tested, by whom, when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.workshop import WorkshopSession
from persona_studio.evidence.grounds import is_assumption
from persona_studio.storage import evidence

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer


@dataclass(frozen=True)
class Assumed:
    """An open assumption; `where` is its persona's name, "" in the parking lot."""

    claim: Claim
    item: Evidence
    where: str


def assume_at_table(write: "Writer", claims: Sequence[str], workshop: str) -> None:
    """Mark what was written down while a workshop ran as assumed by its room."""
    for claim in claims:
        evidence.assume(write, claim, workshop)


def give_way(write: "Writer", claim: str) -> None:
    """Take off what a room assumed, now that something stands behind the claim.

    Only what nobody has touched since: a test that was planned stays.
    """
    rooms = {session.name for session in write.find(WorkshopSession)}
    for item in write.find(Evidence, claim=claim, renewed=None):
        if item.who in rooms and item.since is not None:
            evidence.unlink(write, item.id)


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
