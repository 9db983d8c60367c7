# SPDX-License-Identifier: MIT
"""Rules about the data itself: claims it is not asked for, missing answers, too few for groups."""

from collections.abc import Iterator
from functools import partial

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Question, Segmentation, Wave
from persona_studio.core.reviewing import Finding, Fix, Target
from persona_studio.evidence.data import Data
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.rules.evidence import change
from persona_studio.review.suggest import suggestions


def _unmapped(case: Case) -> Iterator[Finding]:
    suggest = suggestions(case)
    for persona, claim in case.claims:
        if not claim.quantifier:
            continue
        if any(item.measure for item in case.living(claim)):
            continue
        links = [fix for fix in suggest.links(claim) if "measure" in fix.values]
        yield Finding(
            "DA01",
            "N",
            case.target(persona, claim),
            f"{quoted(claim.text)} says for how many it holds, and no question counts them. It "
            "cannot be checked. Link a question, or don't say for how many.",
            {"quantifier": claim.quantifier},
            (*links, change("Don't say for how many", claim, quantifier=None)),
        )


def _missing_answers(case: Case) -> Iterator[Finding]:
    data = case.data
    if data is None:
        return
    for question, uses in _used(case).items():
        asked = case.snapshot.table(Question)[question]
        without, n = data.once(
            ("unanswered", asked.wave, asked.variable),
            partial(_left_open, asked, data),
        )
        bare = [claim for _, claim, _ in uses if not claim.dissent.strip()]
        if not n or without / n <= case.limit("DA02", "share") or not bare:
            continue
        note = f"{without} of {n} did not answer this."
        changes = {claim.id: {"dissent": note} for claim in bare}
        yield Finding(
            "DA02",
            "W",
            Target("question", question, None, asked.label or asked.text),
            f"{without} of {n} people left {quoted(asked.label or asked.text, 5)} open. Those who "
            "answer may differ from those who don't. Say so, or don't rest claims on it.",
            {"unanswered": without, "n": n, "share": without / n, "claims": len(bare)},
            (
                Fix("change_claims", f"Write “{note}”", {"changes": changes}),
                Fix(
                    "unlink_evidence",
                    "Don't use it",
                    {"evidence": [item.id for _, _, item in uses]},
                ),
            ),
        )


def _left_open(asked: Question, data: Data) -> tuple[int, int]:
    from persona_studio.evidence.measures import unanswered

    return unanswered(asked, data.answers(asked.wave))


def _used(case: Case) -> dict[str, list[tuple[Persona, Claim, Evidence]]]:
    """Return the columns that evidence is counted on, with the claims that rest on them."""
    found: dict[str, list[tuple[Persona, Claim, Evidence]]] = {}
    for persona, claim in case.claims:
        for item in case.living(claim):
            if item.measure and item.measure.op != "answered":
                asked = case.snapshot.question(item.wave or "", item.measure.question)
                if asked:
                    found.setdefault(asked.id, []).append((persona, claim, item))
    return found


def _thin(case: Case) -> Iterator[Finding]:
    waves = case.snapshot.table(Wave)
    for found in case.snapshot.table(Segmentation).values():
        segments = case.snapshot.segments_of(found.id)
        k, questions = len(segments) or found.k, len(found.questions)
        n = waves[found.wave].n or sum(segment.n for segment in segments)
        if k < 2 or not questions or not n:
            continue
        least = max(case.limit("DA03", "fewest"), case.limit("DA03", "each") * questions * k)
        advised = case.limit("DA03", "advised") * questions
        if n < max(least, advised):
            yield _too_thin(found, (n, questions, k), (least, advised), case)


_THIN = (
    "With fewer than {}, groups show where there are none",
    "They look clear, but with fewer than {} people that is no proof",
)


def _too_thin(
    found: Segmentation,
    counts: tuple[int, int, int],
    wanted: tuple[float, float],
    case: Case,
) -> Finding:
    n, questions, k = counts
    thin = n < wanted[0]
    name = short(found.name or "The grouping", 4, 30)
    ask = round(wanted[0] if thin else wanted[1])
    why = (
        _THIN[found.verdict == "clear"].format(ask)
        if thin
        else f"The published advice is {ask}, which few reach"
    )
    linked = [
        p.id for p in case.personas if case.snapshot.segmentation_of(p.segment or "") == found
    ]
    return Finding(
        "DA03",
        "W" if thin else "N",
        Target("segmentation", found.id, None, found.name),
        f"{name} rests on {n} people, {questions} questions and {k} groups. {why}. "
        "Use fewer questions, ask more people, or forget this grouping.",
        {"n": n, "questions": questions, "k": k},
        (
            Fix(
                "forget_groups",
                "Forget this grouping",
                {"segmentation": found.id, "personas": linked},
            ),
        ),
    )


DA01 = Rule(
    "DA01",
    "Claim without a question",
    "“Most” can only be checked where somebody was asked.",
    "N",
    _unmapped,
    same=("quantifier",),
)
DA02 = Rule(
    "DA02",
    "Missing answers",
    "People who skip a question often differ from those who answer it.",
    "W",
    _missing_answers,
    limits={"share": 0.30},
    reads={
        "share": "above {0} % without an answer",
    },
    moves={"share": 0.1, "claims": 3},
)
DA03 = Rule(
    "DA03",
    "Thin data for groups",
    "Groups found among too few people dissolve when others are asked.",
    "W",
    _thin,
    limits={"fewest": 50, "each": 10, "advised": 70},
    reads={
        "fewest": "fewer than {0} people",
        "each": "warn below {0} for each question and group",
        "advised": "note below {0} for each question",
    },
    moves={"n": 50},
)
