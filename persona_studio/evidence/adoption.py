# SPDX-License-Identifier: MIT
"""What it takes to rest a claim on the answers of a newer wave."""

from typing import Any

from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.grounds import living
from persona_studio.evidence.verdict import RANGES, narrowest, nearest, verdict


def measures_of(claim: str, source: str, snapshot: Snapshot) -> list[Evidence]:
    """Return what of a claim was measured on a source, for or against, and is still there."""
    items = living(claim, snapshot)
    return [e for e in items if e.measure and e.source == source and e.stance != "neutral"]


def adoption(
    claim: Claim, item: Evidence, wave: str, counts: tuple[int, int], snapshot: Snapshot
) -> dict[str, Any]:
    """Return the values of the fix `adopt`: `item` moves to the wave, older measures go.

    `counts` are the k of n people for whom the claim holds there; a quantifier that they do not
    bear out gives way to the narrowest that they do.
    """
    mine = measures_of(claim.id, item.source or "", snapshot)
    older = [e for e in mine if e.wave != wave]
    already = len(older) < len(mine)
    changes = {}
    if claim.quantifier in RANGES and verdict(claim.quantifier, *counts) != "supported":
        changes[claim.id] = {"quantifier": narrowest(*counts) or nearest(*counts)}
    return {
        "moves": {} if already else {item.id: wave},
        "evidence": [e.id for e in older if already or e.id != item.id],
        "changes": changes,
    }
