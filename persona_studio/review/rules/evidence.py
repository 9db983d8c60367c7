# SPDX-License-Identifier: MIT
"""Rules about what stands behind a claim."""

from collections.abc import Iterator

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.evidence.assess import Assessment, z_of
from persona_studio.evidence.grounds import Measured, decisive, is_assumption
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.verdict import RANGES, WORDS, leaning, verdict
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.suggest import Suggestions

PEOPLE_WORDS = {
    "almost_all": "almost all people",
    "about_half": "about half the people",
    "nobody": "no people",
}


def take_away(claim: Claim) -> tuple[Fix, ...]:
    """Return the two ways of taking a claim off a persona."""
    return (
        Fix("park_claim", "Park it", {"claim": claim.id}),
        Fix("delete_claim", "Remove", {"claim": claim.id}),
    )


def _without_evidence(case: Case) -> Iterator[Finding]:
    suggest = Suggestions(case.snapshot)
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
    suggest = Suggestions(case.snapshot)
    for persona in case.personas:
        claims = case.snapshot.claims_of(persona.id)
        assumed = [claim for claim in claims if _is_assumed(claim, case)]
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


def _is_assumed(claim: Claim, case: Case) -> bool:
    items = case.snapshot.evidence_of(claim.id)
    return bool(items) and all(is_assumption(item, case.snapshot) for item in items)


def _contradicted(case: Case) -> Iterator[Finding]:
    for persona, claim in case.claims:
        against = decisive(case.assess(claim).measured)
        if against and against.answer == "contradicted" and claim.quantifier:
            yield _speaks_against(persona, claim, against, case)


def _speaks_against(persona: Persona, claim: Claim, against: Measured, case: Case) -> Finding:
    wave, k, n = against.evidence.wave or "", against.n_for, against.n_total
    low, high = wilson(k, n, z_of(case.snapshot))
    source = case.snapshot.source_of(wave)
    said = PEOPLE_WORDS.get(claim.quantifier or "", f"{claim.quantifier} people")
    return Finding(
        "EV08",
        "B",
        case.target(persona, claim),
        f"You say {quoted(claim.text)} holds for {said} like {short(persona.name, 3, 30)}. "
        f"In {short(source.name, 3, 30)} it holds for {k} of {n}. "
        "Change it, take it off, or note why not.",
        {
            "k": k,
            "n": n,
            "share": k / n,
            "low": low,
            "high": high,
            "quantifier": claim.quantifier,
            "wave": wave,
        },
        (*_use_data(claim, case), *take_away(claim)),
    )


def _use_data(claim: Claim, case: Case) -> Iterator[Fix]:
    word = truest(case.assess(claim), z_of(case.snapshot))
    if word:
        values = {"claim": claim.id, "quantifier": word}
        yield Fix("use_data", f"Use the data: “{WORDS[word]}”", values)


def truest(found: Assessment, z: float) -> str | None:
    """Return the quantifier no measure speaks against: supported ones first, then narrow ones."""
    counts = [(m.n_for, m.n_total) for m in found.measured]
    open_words = [
        word for word in RANGES if all(verdict(word, k, n, z) != "contradicted" for k, n in counts)
    ]

    def rank(word: str) -> tuple[bool, bool, float]:
        supported = all(verdict(word, k, n, z) == "supported" for k, n in counts)
        holds = all(leaning(word, k, n) == "yes" for k, n in counts)
        return (not supported, not holds, RANGES[word][1] - RANGES[word][0])

    return min(open_words, key=rank, default=None)


EV01 = Rule(
    "EV01",
    "Claim without evidence",
    "A persona can only be checked where each claim is tied to what customers said or did.",
    "W",
    _without_evidence,
)
EV02 = Rule(
    "EV02",
    "Only assumptions",
    "A team's own beliefs are a start; they describe the team until customers confirm them.",
    "W",
    _only_assumptions,
    limits={"share": 0.5},
)
EV08 = Rule(
    "EV08",
    "Contradicted by data",
    "Where the project's own data says otherwise, everything built on the claim is at risk.",
    "B",
    _contradicted,
    moves={"share": 0.10},
    same=("quantifier",),
)
