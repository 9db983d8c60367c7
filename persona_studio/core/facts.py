# SPDX-License-Identifier: MIT
"""Which demographic claims stand as facts under a persona's name; the same on board and poster."""

from collections.abc import Iterable

from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim
from persona_studio.core.sections import ATTRIBUTES

SECTION = "demographics"
MOST = 6
_TITLES = {attribute.id: attribute.title for attribute in ATTRIBUTES}


def is_fact(claim: Claim) -> bool:
    """Tell whether a claim is meant as a fact: chosen, or one with an attribute nobody took out."""
    if claim.section != SECTION:
        return False
    if claim.shown == "auto":
        return bool(claim.attribute and _value(claim.op, claim.value))
    return claim.shown == "fact"


def strip(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that stand in the strip, in their order, at most six."""
    return tuple(claim for claim in claims if is_fact(claim))[:MOST]


def told(claim: Claim) -> tuple[str, str]:
    """Return (title, value) of a fact: by its attribute, else by what stands around a colon."""
    title = _TITLES.get(claim.attribute or "", "")
    if claim.attribute and not title:
        title = claim.attribute.replace("_", " ").capitalize()
    value = _value(claim.op, claim.value) if claim.attribute else ""
    if value:
        return title, value
    before, colon, after = claim.text.partition(":")
    return (before.strip(), after.strip()) if colon and after.strip() else (title, claim.text)


def _value(op: str | None, value: Json) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list | tuple):
        parts = [str(part) for part in value]
        return "\u2013".join(parts) if op == "between" else ", ".join(parts)
    return {"at_least": f"{value}+", "at_most": f"up to {value}"}.get(op or "", str(value))
