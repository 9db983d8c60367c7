# SPDX-License-Identifier: MIT
"""Rules about what stands behind a claim or a persona: nothing, assumptions, few, one kind only."""

from collections.abc import Iterator

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.evidence.grounds import is_assumption
from persona_studio.evidence.people import People
from persona_studio.evidence.strength import KINDS
from persona_studio.review.numbers_in_text import in_words, says_percentage
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.suggest import suggestions

ASKED_FOR = {
    "interviews": "Add what an interview said",
    "observation": "Add what was seen",
    "sales_support": "Add what sales or support heard",
    "survey": "Add what a survey said",
}
"""Kinds of source worth adding, the most telling first, with the words of the button."""


def take_away(claim: Claim) -> tuple[Fix, ...]:
    """Return the two ways of taking a claim off a persona."""
    return (
        Fix("park_claim", "Park it", {"claim": claim.id}),
        Fix("delete_claim", "Remove", {"claim": claim.id}),
    )


def change(label: str, claim: Claim, **fields: object) -> Fix:
    """Return the fix that sets fields of one claim."""
    return Fix("change_claims", label, {"changes": {claim.id: fields}})


def _without_evidence(case: Case) -> Iterator[Finding]:
    suggest = suggestions(case)
    for persona, claim in case.claims:
        if not case.snapshot.evidence_of(claim.id):
            yield Finding(
                "EV01",
                "B" if claim.key else "W",
                case.target(persona, claim),
                f"Nothing stands behind {quoted(claim.text, 10)}. Readers will take it for a fact. "
                "Link what you know, mark it as an assumption, or remove it.",
                {"evidence": 0},
                (
                    *suggest.links(claim),
                    Fix("mark_assumption", "Mark as assumption", {"claim": claim.id}),
                    Fix("delete_claim", "Remove", {"claim": claim.id}),
                ),
            )


def _only_assumptions(case: Case) -> Iterator[Finding]:
    suggest = suggestions(case)
    for persona in case.personas:
        claims = case.snapshot.claims_of(persona.id)
        assumed = [claim for claim in claims if is_assumed(claim, case)]
        share = len(assumed) / len(claims) if claims else 0.0
        heavy = persona.role == "primary" and share > case.limit("EV02", "share")
        for claim in assumed:
            yield Finding(
                "EV02",
                "B" if heavy else "W",
                case.target(persona, claim),
                f"{quoted(claim.text, 10)} rests on assumptions only. Nobody outside has said so. "
                "Link what customers said or did, or take it off until it is tested.",
                {"assumed": len(assumed), "claims": len(claims)},
                (*suggest.links(claim), *take_away(claim)),
            )


def is_assumed(claim: Claim, case: Case) -> bool:
    """Tell whether a claim rests on assumptions and nothing else."""
    items = case.snapshot.evidence_of(claim.id)
    return bool(items) and all(is_assumption(item, case.snapshot) for item in items)


def _overdue(case: Case) -> Iterator[Finding]:
    for persona, claim in case.claims:
        assumed = case.assess(claim).assumption
        if assumed is None or not is_assumed(claim, case):
            continue
        since = assumed.renewed or assumed.since or assumed.created or claim.created
        days = (case.today - since).days if since else 0
        planned = assumed.test_by is not None and assumed.test_by >= case.today
        if days > case.months("EV03", "days") and not planned:
            renew = Fix("mark_assumption", "Renew it once", {"claim": claim.id})
            yield Finding(
                "EV03",
                "W",
                case.target(persona, claim),
                f"{quoted(claim.text)} has been an assumption for {days} days. "
                "Nobody has checked it. Test it, or take it off.",
                {"days": days},
                (*take_away(claim), *(() if assumed.renewed else (renew,))),
            )


def _one_kind(case: Case) -> Iterator[Finding]:
    suggest = suggestions(case)
    for persona in case.personas:
        claims = case.snapshot.claims_of(persona.id)
        kinds = {claim.id: _kinds(claim, case) for claim in claims}
        every = frozenset().union(*kinds.values())
        if len(every) == 1:
            yield _rests_on_one(persona, claims, min(every), case)
        for claim in claims:
            if claim.key and len(kinds[claim.id]) == 1:
                (kind,) = kinds[claim.id]
                yield Finding(
                    "EV04",
                    "N",
                    case.target(persona, claim),
                    f"{quoted(claim.text)} rests on one kind of source, {KINDS[kind]}. "
                    "One kind can mislead the same way throughout. Add another kind.",
                    {"kinds": 1, "kind": kind},
                    (
                        *suggest.links(claim, but=kind),
                        *_ask_others(claim, kind),
                        change("Not a key claim", claim, key=False),
                    ),
                )


def _kinds(claim: Claim, case: Case) -> frozenset[str]:
    sources = case.sources
    items = case.living(claim)
    return frozenset(sources[e.source or ""].kind for e in items if e.stance != "neutral")


def _rests_on_one(persona: Persona, claims: tuple[Claim, ...], kind: str, case: Case) -> Finding:
    chief = max(claims, key=lambda claim: (claim.key, case.assess(claim).strength, claim.id))
    return Finding(
        "EV04",
        "W",
        case.about(persona),
        f"All of {short(persona.name, 4, 30)} rests on one kind of source, {KINDS[kind]}. "
        "One kind can mislead the same way throughout. Add another, such as interviews.",
        {"kinds": 1, "kind": kind},
        tuple(_ask_others(chief, kind)),
    )


def _ask_others(claim: Claim, kind: str) -> Iterator[Fix]:
    """Yield fixes that add a note of another kind of source; the user gives the words."""
    for other, label in [pair for pair in ASKED_FOR.items() if pair[0] != kind][:2]:
        yield Fix("add_note", label, {"claim": claim.id, "kind": other, "ask": "note", "note": ""})


def _second_hand(case: Case) -> Iterator[Finding]:
    suggest = suggestions(case)
    for persona, claim in case.claims:
        items = case.living(claim)
        if items and all(item.directness == "second_hand" for item in items):
            heard = {"evidence": [item.id for item in items], "directness": "said"}
            yield Finding(
                "EV05",
                "W",
                case.target(persona, claim),
                f"{quoted(claim.text, 10)} is known second hand only. Hearsay is close to a guess. "
                "Link a customer's own words or a record of what they did.",
                {"evidence": len(items)},
                (
                    *suggest.links(claim),
                    *_ask_others(claim, "survey"),
                    Fix("set_directness", "They said it themselves", heard),
                ),
            )


def _too_few_people(case: Case) -> Iterator[Finding]:
    people = People(case.snapshot, case.data)
    for persona in case.personas:
        claims = case.snapshot.claims_of(persona.id)
        count = people.behind(claims) if claims else 0
        shown = [claim for claim in claims if says_percentage(claim.text)]
        least = {name: int(case.limit("EV06", name)) for name in ("fewest", "few", "percent")}
        if not claims or count >= (least["percent"] if shown else least["few"]):
            continue
        severity = "W" if shown or count < least["fewest"] else "N"
        yield Finding(
            "EV06",
            severity,
            case.about(persona),
            _few(persona, count, least, percent=bool(shown)),
            {"people": count},
            (*_without_percent(shown), *_plan(persona, count, least["few"])),
        )


def _few(persona: Persona, count: int, least: dict[str, int], *, percent: bool) -> str:
    name = short(persona.name, 4, 30)
    stand = "person stands" if count == 1 else "people stand"
    seen = f"{count or 'No'} {stand} behind {name}"
    if percent:
        return (
            f"{seen}, yet it shows percentages. Below {least['percent']} people a percentage "
            "says more than anybody knows. Say it in words, or ask more people."
        )
    return (
        f"{seen}. {least['fewest']} is the least usually advised; new themes tend to stop after "
        f"{least['few']} to 17. Add interviews, or keep calling it a first sketch."
    )


def _without_percent(shown: list[Claim]) -> Iterator[Fix]:
    if shown:
        changes = {claim.id: {"text": in_words(claim.text)} for claim in shown}
        yield Fix("change_claims", "Say it in words", {"changes": changes})


def _plan(persona: Persona, count: int, wanted: int) -> Iterator[Fix]:
    more = max(1, wanted - count)
    yield Fix("plan_interviews", f"Plan {more} interviews", {"persona": persona.id, "people": more})
    yield Fix("retire_persona", "Put it away", {"personas": [persona.id]})


EV01 = Rule(
    "EV01",
    "Claim without evidence",
    "A persona can only be checked where each claim is tied to what customers said or did.",
    "W",
    _without_evidence,
    several="{0} claims have no evidence.",
)
EV02 = Rule(
    "EV02",
    "Only assumptions",
    "A team's own beliefs are a start; they describe the team until customers confirm them.",
    "W",
    _only_assumptions,
    limits={"share": 0.5},
    reads={
        "share": "block a primary persona above {0} % of its claims",
    },
    several="{0} claims rest on assumptions only.",
)
EV03 = Rule(
    "EV03",
    "Assumption overdue",
    "An assumption is there to be tested; untested, it passes for knowledge.",
    "W",
    _overdue,
    limits={"days": 90},
    reads={
        "days": "after {0} days",
    },
    moves={"days": 90},
)
EV04 = Rule(
    "EV04",
    "One kind of source only",
    "Different kinds of source go wrong in different ways; where they agree, a claim is safer.",
    "W",
    _one_kind,
    same=("kind",),
)
EV05 = Rule(
    "EV05",
    "Second hand only",
    "What colleagues say about customers is close to a guess.",
    "W",
    _second_hand,
)
EV06 = Rule(
    "EV06",
    "Too few people",
    "Five people a group is the least usually advised; themes tend to repeat after nine.",
    "W",
    _too_few_people,
    limits={"fewest": 5, "few": 9, "percent": 30},
    reads={
        "fewest": "warn below {0} people",
        "few": "note below {0}",
        "percent": "warn below {0} where a percentage is shown",
    },
    moves={"people": 4},
)
