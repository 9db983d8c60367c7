# SPDX-License-Identifier: MIT
"""Runs the rules: one list of findings, most useful first, the same for the same project and day.

Settings: `review.limits` maps a rule's id to the numbers it changes, and may hold `on` (false
switches the rule off) and `severity`; `review.pace` is slow, normal or fast.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from persona_studio.core.persona import Claim
from persona_studio.core.reviewing import Finding, Waiver
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.profile import weight_of
from persona_studio.review.rule import SEVERITIES, Assess, Case, Rule
from persona_studio.review.rules import RULES

SILENCES: Mapping[str, tuple[str, ...]] = {
    "EV02": ("EV04", "EV05", "EV15"),
    "EV08": ("EV11",),
    "ST03": ("ST01",),
}
"""One cause, one finding: on the same target the first rule speaks and the others keep quiet."""

WAIVED_AT_MOST = timedelta(days=365)


def check(
    snapshot: Snapshot,
    today: date,
    limits: Mapping[str, Mapping[str, Any]] | None = None,
    judge: Assess | None = None,
    rules: Sequence[Rule] = RULES,
) -> list[Finding]:
    """Return what the rules find, most useful first; waived findings are marked, not left out.

    `limits` replaces the project's setting `review.limits`; `judge` may hand over assessments
    already at hand.
    """
    chosen = snapshot.settings.get("review.limits") or {} if limits is None else limits
    in_force = {rule.id: {**rule.limits, **chosen.get(rule.id, {})} for rule in rules}
    case = Case(snapshot, today, in_force, judge)
    found: list[Finding] = []
    for rule in rules:
        if in_force[rule.id].get("on", True):
            severity = in_force[rule.id].get("severity")
            hits = rule.find(case)
            found += [replace(hit, severity=severity) if severity else hit for hit in hits]
    by_id = {rule.id: rule for rule in rules}
    marked = (_waived(hit, by_id[hit.rule], case) for hit in _unsilenced(found))
    return sorted(marked, key=lambda hit: _order(hit, case))


def _unsilenced(found: Iterable[Finding]) -> Iterable[Finding]:
    every = list(found)
    quiet = {(silenced, hit.target.id) for hit in every for silenced in SILENCES.get(hit.rule, ())}
    return (hit for hit in every if (hit.rule, hit.target.id) not in quiet)


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
