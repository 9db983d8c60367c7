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


def new_word(claim: Claim, counts: tuple[int, int]) -> str | None:
    """Return the quantifier of a claim once it rests on k of n people.

    One that they do not bear out gives way to the narrowest that they do; where they bear out
    none, it stays unless they speak against it, then it is the one their share lies in.
    """
    word = claim.quantifier
    if word not in RANGES or (said := verdict(word, *counts)) == "supported":
        return word
    return narrowest(*counts) or (nearest(*counts) if said == "contradicted" else word)


def adoption(
    claim: Claim, item: Evidence, wave: str, counts: tuple[int, int], snapshot: Snapshot
) -> dict[str, Any]:
    """Return the values of the fix `adopt`: `item` moves to the wave, older measures go.

    `counts` are the k of n people for whom the claim holds there (see `new_word`).
    """
    mine = measures_of(claim.id, item.source or "", snapshot)
    older = [e for e in mine if e.wave != wave]
    already = len(older) < len(mine)
    word = new_word(claim, counts)
    changes = {} if word == claim.quantifier else {claim.id: {"quantifier": word}}
    return {
        "moves": {} if already else {item.id: wave},
        "evidence": [e.id for e in older if already or e.id != item.id],
        "changes": changes,
    }
