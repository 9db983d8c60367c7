# SPDX-License-Identifier: MIT
"""Which demographic claims stand as facts under a persona's name; the same on board and poster."""

from collections.abc import Iterable

from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim
from persona_studio.core.sections import ATTRIBUTES

SECTION = "demographics"
MOST, LONGEST = 6, 32
_LONGEST_TITLE = 16
_FEWER = ("about_half", "some", "few", "nobody")
_TITLES = {attribute.id: attribute.title for attribute in ATTRIBUTES}


def is_short(claim: Claim) -> bool:
    """Tell whether a claim has something to say and room under a name."""
    return 0 < len(told(claim)[1].strip()) <= LONGEST


def is_fact(claim: Claim) -> bool:
    """Tell whether a claim is meant as a fact: a short one that was chosen, or bears a name.

    What is true of fewer than most people is no fact about the persona unless it was chosen.
    """
    if claim.section != SECTION or claim.shown not in ("auto", "fact") or not is_short(claim):
        return False
    return claim.shown == "fact" or (bool(told(claim)[0]) and claim.quantifier not in _FEWER)


def strip(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that stand in the strip, in their order, at most six."""
    return tuple(claim for claim in claims if is_fact(claim))[:MOST]


def told(claim: Claim) -> tuple[str, str]:
    """Return (title, value) of a fact: by its attribute, else by what stands around a colon.

    Of fewer than most people all its words are told: "Some: Hull" says less than "Hull".
    """
    title = _TITLES.get(claim.attribute or "", "")
    if claim.attribute and not title:
        title = claim.attribute.replace("_", " ").capitalize()
    if claim.quantifier in _FEWER:
        return title, claim.text
    value = _value(claim.op, claim.value) if claim.attribute else ""
    if value:
        return title, value
    before, colon, after = (part.strip() for part in claim.text.partition(":"))
    if colon and after and not claim.quantifier and len(before) <= _LONGEST_TITLE:
        return title or before, after
    return title, claim.text


def _value(op: str | None, value: Json) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list | tuple):
        said = ("\u2013" if op == "between" else ", ").join(str(part) for part in value)
    else:
        said = str(value)
    ways = {"at_least": "{}+", "at_most": "up to {}", "is_not": "not {}"}
    return ways.get(op or "", "{}").format(said)
