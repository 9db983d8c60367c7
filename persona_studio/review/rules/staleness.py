# SPDX-License-Identifier: MIT
"""Rules about age: of the evidence, and of the last look at it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from persona_studio.core.persona import Persona
from persona_studio.core.reviewing import ChangeEvent, Finding, Fix, SignOff, Target
from persona_studio.evidence import ages
from persona_studio.review.content import content_of, digest
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.rules.evidence import take_away

YEAR_OF_DAYS = 365


def _old_evidence(case: Case) -> Iterator[Finding]:
    for persona, claim in case.claims:
        found = case.assess(claim)
        if found.newest is None:
            continue
        if not ages.older_than(found.newest, case.months("ST01", "warn_months"), case.today):
            continue
        old = ages.older_than(found.newest, case.months("ST01", "block_months"), case.today)
        months = ages.months_between(found.newest, case.today)
        yield Finding(
            "ST01",
            "B" if old else "W",
            case.target(persona, claim),
            f"The newest support for {quoted(claim.text, 10)} is {months} months old. "
            "Customers change, and old answers mislead. Ask again, or park the claim.",
            {"months": months, "newest": found.newest.isoformat()},
            take_away(claim),
        )


def _review_overdue(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        signed = case.snapshot.sign_off_of(persona.id)
        if signed and signed.signed_on:
            severity = _overdue(persona, signed.signed_on, case)
            if severity:
                yield _due(persona, severity, signed, case)
        elif _waiting(persona, case):
            yield _due(persona, "N", None, case)


def _overdue(persona: Persona, signed_on: date, case: Case) -> str:
    """Return the severity of a sign-off's age, "" while it is young enough."""
    if persona.review_every_days != YEAR_OF_DAYS:
        every = timedelta(days=persona.review_every_days * case.pace)
        passed = case.today - signed_on
        return "B" if passed > 2 * every else "W" if passed > every else ""
    if ages.older_than(signed_on, case.months("ST02", "block_months"), case.today):
        return "B"
    late = ages.older_than(signed_on, case.months("ST02", "warn_months"), case.today)
    return "W" if late else ""


def _waiting(persona: Persona, case: Case) -> bool:
    days = timedelta(days=case.months("ST02", "unsigned_days"))
    return persona.created is not None and case.today - persona.created > days


def _changed_since(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        signed = case.snapshot.sign_off_of(persona.id)
        if signed is None or not signed.content_hash:
            continue
        content = content_of(persona, case.snapshot)
        now = digest(content)
        if now != signed.content_hash:
            touched = changed_claims(signed.snapshot, content)
            many = f"{touched} claims" if touched > 1 else "One claim" if touched else "Something"
            name = short(persona.name, 4, 30)
            yield Finding(
                "ST05",
                "W",
                case.about(persona),
                f"{many} of {name} changed since {short(signed.name, 3, 30) or 'somebody'} signed. "
                "The name no longer stands for what it says. Look through it and sign again.",
                {"changed": touched, "hash": now},
                (_sign(persona, signed),),
            )


def changed_claims(before: object, now: Mapping[str, Any]) -> int:
    """Return how many claims were added, removed or changed, with their evidence."""
    if not isinstance(before, dict):
        return 0
    was, is_ = _by_claim(before), _by_claim(now)
    return sum(was.get(key) != is_.get(key) for key in was.keys() | is_.keys())


def _by_claim(content: Mapping[str, Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for claim in content.get("claims", ()):
        found[claim["id"]] = [claim]
    for item in content.get("evidence", ()):
        found.setdefault(item["claim"], []).append(item)
    return found


def _world_changed(case: Case) -> Iterator[Finding]:
    events = [
        event
        for event in case.snapshot.table(ChangeEvent).values()
        if event.happened_on and event.happened_on <= case.today
    ]
    for persona in case.personas:
        signed = case.snapshot.sign_off_of(persona.id)
        last = (signed and signed.signed_on) or persona.created
        if last is None:
            continue
        since = [event for event in events if event.happened_on and event.happened_on > last]
        touched = {event.id: _touched(event, persona, case) for event in since}
        told = [event for event in since if touched[event.id]]
        if told:
            newest = max(told, key=lambda event: (event.happened_on or last, event.id))
            claims = sorted(set().union(*touched.values()))
            many = "one claim" if len(claims) == 1 else f"{len(claims)} claims"
            yield Finding(
                "ST06",
                "W",
                case.about(persona),
                f"{quoted(newest.text or newest.kind)} came after the last look at "
                f"{short(persona.name, 4, 30)}. It touches {many}, which may not hold any more. "
                "Review them and sign.",
                {"events": len(told), "claims": claims, "newest": newest.id},
                (_sign(persona, signed),),
            )


def _touched(event: ChangeEvent, persona: Persona, case: Case) -> set[str]:
    """Return the claims an event names by id or section; without a name it touches them all."""
    claims = case.snapshot.claims_of(persona.id)
    if not event.touches or persona.id in event.touches:
        return {claim.id for claim in claims}
    return {c.id for c in claims if c.id in event.touches or c.section in event.touches}


def _no_owner(case: Case) -> Iterator[Finding]:
    known = {p.owner.strip() for p in case.personas} | {
        signed.name.strip() for signed in case.snapshot.table(SignOff).values()
    }
    for persona in case.personas:
        if not persona.owner.strip():
            names = sorted(known - {""})[:2]
            yield Finding(
                "ST09",
                "N",
                case.about(persona),
                f"Nobody owns {short(persona.name, 4, 30)}. Personas without an owner are soon "
                "forgotten. Name somebody who keeps it true.",
                {"owner": 0},
                (
                    *(
                        Fix("assign_owner", name, {"persona": persona.id, "owner": name})
                        for name in names
                    ),
                    Fix(
                        "assign_owner",
                        "Name an owner",
                        {"persona": persona.id, "ask": "owner", "owner": ""},
                    ),
                ),
            )


def _due(persona: Persona, severity: str, signed: SignOff | None, case: Case) -> Finding:
    last = signed.signed_on if signed else None
    since = last or persona.created or case.today
    days = (case.today - since).days
    name = short(persona.name, 4, 30)
    if last:
        seen = f"{name} was last signed off {ages.months_between(last, case.today)} months ago"
    else:
        seen = f"{name} is {days} days old and nobody has signed it off"
    return Finding(
        "ST02",
        severity,
        Target("persona", persona.id, persona.id, persona.name),
        f"{seen}. A persona nobody looks at again goes out of date unseen. "
        "Walk through its findings and sign it off.",
        {"days": days, "signed": last.isoformat() if last else None},
        (_sign(persona, signed),),
    )


def _sign(persona: Persona, signed: SignOff | None) -> Fix:
    name = (signed.name if signed else "") or persona.owner
    values = {"persona": persona.id, "ask": "name", "name": name}
    return Fix("start_review", "Review and sign off", values)


ST01 = Rule(
    "ST01",
    "Evidence old",
    "Most teams revise their personas every one to four years, because customers change.",
    "W",
    _old_evidence,
    limits={"warn_months": 24, "block_months": 48},
    reads={
        "warn_months": "warn after {0} months",
        "block_months": "block after {0} months",
    },
    moves={"months": 6},
)
ST02 = Rule(
    "ST02",
    "Review overdue",
    "Personas fail most quietly when nobody looks at them again.",
    "W",
    _review_overdue,
    limits={"warn_months": 12, "block_months": 24, "unsigned_days": 90},
    reads={
        "warn_months": "warn after {0} months",
        "block_months": "block after {0} months",
        "unsigned_days": "never signed: note after {0} days",
    },
    moves={"days": 180},
)
ST05 = Rule(
    "ST05",
    "Changed since signed off",
    "A signature is worth something only while it stands under what was signed.",
    "W",
    _changed_since,
    same=("hash",),
)
ST06 = Rule(
    "ST06",
    "The world has changed",
    "New products, laws and prices change what customers do.",
    "W",
    _world_changed,
    moves={"events": 0},
    same=("newest",),
)
ST09 = Rule(
    "ST09",
    "No owner",
    "What belongs to nobody is kept up by nobody.",
    "N",
    _no_owner,
)
