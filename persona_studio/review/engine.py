# SPDX-License-Identifier: MIT
"""Runs the rules: one list of findings, most useful first, the same for the same project and day.

Settings: `review.limits` maps a rule's id to the numbers it changes, and may hold `on` (false
switches the rule off) and `severity`; `review.pace` is slow, normal or fast.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from persona_studio.core.persona import Claim
from persona_studio.core.reviewing import Finding, Waiver
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.profile import weight_of
from persona_studio.review.rule import SEVERITIES, AtHand, Case, Rule
from persona_studio.review.rules import RULES
from persona_studio.review.silences import unsilenced

WAIVED_AT_MOST = timedelta(days=365)
NOTHING_AT_HAND = AtHand()


def check(
    snapshot: Snapshot,
    today: date,
    at_hand: AtHand = NOTHING_AT_HAND,
    limits: Mapping[str, Mapping[str, Any]] | None = None,
    rules: Sequence[Rule] = RULES,
) -> list[Finding]:
    """Return what the rules find, most useful first; waived findings are marked, not left out.

    `limits` replaces the project's setting `review.limits`.
    """
    chosen = snapshot.settings.get("review.limits") or {} if limits is None else limits
    in_force = {rule.id: {**rule.limits, **chosen.get(rule.id, {})} for rule in rules}
    case = Case(snapshot, today, in_force, at_hand)
    found: list[Finding] = []
    for rule in rules:
        if in_force[rule.id].get("on", True):
            severity = in_force[rule.id].get("severity")
            hits = rule.find(case)
            found += [replace(hit, severity=severity) if severity else hit for hit in hits]
    by_id = {rule.id: rule for rule in rules}
    marked = (_waived(hit, by_id[hit.rule], case) for hit in unsilenced(found))
    return sorted(marked, key=lambda hit: _order(hit, case))


def _order(hit: Finding, case: Case) -> tuple[object, ...]:
    """Sort by severity, key claims, possible gain in strength, then by rule and place."""
    claim = case.snapshot.table(Claim).get(hit.target.id) if hit.target.kind == "claim" else None
    gain = weight_of(claim) * (100 - case.assess(claim).strength) if claim else 0
    key = claim is not None and claim.key
    return (SEVERITIES.index(hit.severity), not key, -gain, hit.rule, hit.target.id)


def _waived(hit: Finding, rule: Rule, case: Case) -> Finding:
    waiver = case.snapshot.waiver_of(hit.rule, hit.target.id)
    if waiver is None or not holds(waiver, hit, rule, case.today):
        return hit
    return replace(hit, waived=waiver)


def holds(waiver: Waiver, hit: Finding, rule: Rule, today: date) -> bool:
    """Tell whether a waiver still covers a finding: its day not past, its numbers not moved."""
    ends = waiver.until or (waiver.created + WAIVED_AT_MOST if waiver.created else None)
    if ends is not None and ends < today:
        return False
    then = waiver.numbers or {}
    moved = any(
        abs(float(hit.numbers[name]) - float(then[name])) > most
        for name, most in rule.moves.items()
        if name in then and name in hit.numbers
    )
    return not moved and all(
        then[name] == hit.numbers.get(name) for name in rule.same if name in then
    )
