# SPDX-License-Identifier: MIT
"""Rules about age: of the evidence, and of the last look at it."""

from collections.abc import Iterator
from datetime import date, timedelta

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Wave
from persona_studio.core.reviewing import Finding, Fix, SignOff, Target
from persona_studio.evidence import ages
from persona_studio.evidence.assess import Assessment, short_date
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
            "Customers change, and old answers mislead. Bring in newer data, or park the claim.",
            {"months": months, "newest": found.newest.isoformat()},
            (*_newer(claim, found, case), *take_away(claim)),
        )


def _newer(claim: Claim, found: Assessment, case: Case) -> Iterator[Fix]:
    """Yield the fix that counts the claim on a newer wave which asked the same question."""
    for measured in found.measured:
        item = measured.evidence
        if item.measure is None or item.wave is None:
            continue
        waves = case.snapshot.waves_of(item.source or "")
        for wave in reversed(waves[[w.id for w in waves].index(item.wave) + 1 :]):
            asked = case.snapshot.question(wave.id, item.measure.question)
            if asked and asked.same and _fresh(wave, case):
                when = short_date(ages.collected(wave) or case.today, case.today)
                moves = {item.id: wave.id}
                yield Fix("count_again", f"Count again ({when})", {"moves": moves})
                return


def _fresh(wave: Wave, case: Case) -> bool:
    day = ages.collected(wave)
    return day is not None and not ages.older_than(
        day, case.months("ST01", "warn_months"), case.today
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
        (
            Fix(
                "start_review",
                "Review and sign off",
                {
                    "persona": persona.id,
                    "ask": "name",
                    "name": (signed.name if signed else "") or persona.owner,
                },
            ),
        ),
    )


ST01 = Rule(
    "ST01",
    "Evidence old",
    "Most teams revise their personas every one to four years, because customers change.",
    "W",
    _old_evidence,
    limits={"warn_months": 24, "block_months": 48},
    moves={"months": 6},
)
ST02 = Rule(
    "ST02",
    "Review overdue",
    "Personas fail most quietly when nobody looks at them again.",
    "W",
    _review_overdue,
    limits={"warn_months": 12, "block_months": 24, "unsigned_days": 90},
    moves={"days": 180},
)
