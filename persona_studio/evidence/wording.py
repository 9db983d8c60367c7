# SPDX-License-Identifier: MIT
"""What a comparison of two waves means, in plain words."""

from persona_studio.core.persona import Claim
from persona_studio.evidence.drift import Shift, people_needed, visible_points
from persona_studio.evidence.verdict import WORDS, Verdict

UNTESTED = {
    "unmeasured": "No answer in the data stands behind it, so it can't be checked this way.",
    "elsewhere": "It was measured in another study, so this wave can't check it.",
    "not_asked": "The question was not asked both times.",
    "asked_otherwise": "The question was not asked the same way, so the answers can't be compared.",
    "unsorted": "Nobody has sorted the answers of this wave into themes yet.",
    "formed": "This question formed the group itself, so the group can't test it.",
}
PEOPLE = {
    "everyone": " Counted among everyone asked: the group can't be found again in this wave.",
    "linked": " Counted among the same people.",
}


def sentence(claim: Claim, shift: Shift | None, now: Verdict, reason: str, way: str) -> str:
    """Return the finding of one claim's re-check in words."""
    if shift is None:
        return UNTESTED.get(reason, UNTESTED["unmeasured"])
    pair = shift.pair
    if not (pair.n_before and pair.n_after):
        return "Nobody answered this in one of the two waves."
    counts = f"{pair.k_before} of {pair.n_before} before, {pair.k_after} of {pair.n_after} now."
    return f"{counts} {_meaning(shift)}{_still(claim, now)}{PEOPLE.get(way, '')}"


def _meaning(shift: Shift) -> str:
    if shift.pair.moved and shift.answer in ("changed", "maybe"):
        sure = "What people answer has changed." if shift.answer == "changed" else ""
        return sure or "It looks different, but with so few people it could be chance."
    if shift.answer == "changed":
        word = "rise" if shift.difference > 0 else "drop"
        ends = sorted((abs(shift.low), abs(shift.high)))
        could = f"could be {_points(ends[0])} to {_points(ends[1])}"
        return f"That is a real {word} ({_points(shift.difference)} points; {could})."
    if shift.answer == "holds":
        return "It holds."
    if shift.answer == "maybe":
        needed = people_needed(shift)
        more = max(0, needed - shift.pair.n_after) if needed else 0
        advice = f" About {more} more people would settle it." if more else ""
        return f"It looks different, but with so few people it could be chance.{advice}"
    least = visible_points(min(shift.pair.n_before, shift.pair.n_after))
    return f"Too few people to tell: changes under about {round(least)} points could be missed."


def _still(claim: Claim, now: Verdict) -> str:
    if claim.quantifier is None:
        return ""
    word = WORDS[claim.quantifier]
    return {
        "supported": f" “{word}” is right.",
        "contradicted": f" “{word}” is wrong now.",
        "cannot_tell": f" “{word}” can't be told from this wave.",
    }[now]


def _points(share: float) -> int:
    return round(abs(share) * 100)
