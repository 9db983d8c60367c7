# SPDX-License-Identifier: MIT
"""What a signature covers: a persona's own fields, its claims, their evidence and its picture."""

import json
from hashlib import sha256
from typing import Any

from persona_studio.core.codec import to_json
from persona_studio.core.persona import Persona
from persona_studio.core.snapshot import Snapshot

_FIGURES = ("n_rival",)
_NOT_SIGNED = ("position", "colour", "owner", "review_every_days", "retired", "created")


def content_of(persona: Persona, snapshot: Snapshot) -> dict[str, Any]:
    """Return everything a sign-off vouches for, as plain JSON in a fixed order."""
    picture = snapshot.picture(persona.picture)
    own = {name: v for name, v in to_json(persona).items() if name not in _NOT_SIGNED}
    claims = snapshot.claims_of(persona.id)
    return {
        "persona": own,
        "picture": to_json(picture) if picture else None,
        "claims": [to_json(claim) for claim in claims],
        "evidence": [
            {name: v for name, v in to_json(e).items() if name not in _FIGURES}
            for claim in claims
            for e in snapshot.evidence_of(claim.id)
        ],
    }


def digest(content: dict[str, Any]) -> str:
    """Return the SHA-256 of a content, the same for the same content."""
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(plain.encode()).hexdigest()
