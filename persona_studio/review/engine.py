# SPDX-License-Identifier: MIT
"""Runs the rules: one list of findings, most useful first, the same for the same project and day.

Settings: `review.limits` maps a rule's id to the numbers it changes, and may hold `on` (false
switches the rule off) and `severity`; `review.pace` is slow, normal or fast.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import inf
from typing import Any

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import Finding, Waiver
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.profile import weight_of
from persona_studio.review.rule import SEVERITIES, AtHand, Case, Rule, chosen_limits
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
    chosen = chosen_limits(snapshot.settings.get("review.limits") if limits is None else limits)
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
    if waiver is None or ends(waiver, hit, case) < case.today or _moved(waiver, hit, rule):
        return hit
    return replace(hit, waived=waiver)


def ends(waiver: Waiver, hit: Finding, case: Case) -> date:
    """Return the last day of a waiver: its own, or the day the next review falls due.

    A persona's review falls due so many days after it was signed off, or, where that is past
    already, after the finding was kept; the whole project's after a year.
    """
    kept = waiver.created or case.today
    persona = case.snapshot.table(Persona).get(hit.target.persona or "")
    every = WAIVED_AT_MOST
    if persona is not None:
        every = timedelta(days=persona.review_every_days * case.pace)
        signed = case.snapshot.sign_off_of(persona.id)
        if signed and signed.signed_on and signed.signed_on + every > kept:
            kept = signed.signed_on
    return min(waiver.until or kept + every, kept + every)


def _moved(waiver: Waiver, hit: Finding, rule: Rule) -> bool:
    """Tell whether a finding's numbers are not those any more that were accepted."""
    then = waiver.numbers if isinstance(waiver.numbers, Mapping) else {}
    both = then.keys() & hit.numbers.keys()
    moved = any(
        _apart(then[name], hit.numbers[name]) > most
        for name, most in rule.moves.items()
        if name in both
    )
    return moved or any(then[name] != hit.numbers.get(name) for name in rule.same if name in then)


def _apart(one: Any, two: Any) -> float:
    try:
        return abs(float(one) - float(two))
    except (TypeError, ValueError):
        return inf
