# SPDX-License-Identifier: MIT
"""What of a project the room can vote on: personas, the parking lot, and gaps in what is known."""

from typing import TYPE_CHECKING

from persona_studio.core.workshop import Option

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_MOST = 12


def offered(ws: "Workspace", kind: str) -> list[Option]:
    """Return options of one kind: personas, parked, or gaps.

    Gaps are claims that nothing supports, key ones first.
    """
    snapshot = ws.snapshot
    if kind == "personas":
        return [Option(persona.id, persona.name) for persona in snapshot.personas]
    if kind == "parked":
        return [Option(claim.id, claim.text) for claim in snapshot.claims_of(None)][:_MOST]
    every = [claim for persona in snapshot.personas for claim in snapshot.claims_of(persona.id)]
    gaps = [claim for claim in every if ws.assess(claim.id).strength == 0]
    gaps.sort(key=lambda claim: not claim.key)
    return [Option(claim.id, claim.text) for claim in gaps][:_MOST]
