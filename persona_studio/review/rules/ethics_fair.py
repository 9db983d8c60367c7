# SPDX-License-Identifier: MIT
"""Rules against pictures in our heads: stereotypes, and sets that leave half the people out."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from persona_studio.core.codec import to_json
from persona_studio.core.persona import Claim, Measure, Persona
from persona_studio.core.research import Question
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.evidence.attributes import Extent, attribute_of, of_claims
from persona_studio.evidence.data import Data
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.rules.content import AVATAR
from persona_studio.review.rules.evidence import take_away
from persona_studio.review.suggest import suggestions

SENSITIVE = ("gender", "age", "ethnicity", "nationality", "religion")
BALANCED = ("gender", "age")
_TELLING = {
    "gender": re.compile(
        r"\b(?:wom[ae]n|m[ae]n|female|male|girls?|boys?|lady|ladies|gentlem[ae]n|mother|father)\b",
        re.IGNORECASE,
    ),
    "age": re.compile(
        r"\byears? old\b|\baged \d|\b(?:teen|twen|thir|for|fif)ties\b", re.IGNORECASE
    ),
    "ethnicity": re.compile(
        r"\bethnic|\bimmigrant|\bmigrant|\basian\b|\blatin[oax]\b", re.IGNORECASE
    ),
}
_IN_NAME = {
    "gender": re.compile(
        r"\b(?:mrs?|ms|miss|sir|madam|herr|frau|lady|lord|mother|father|mum|mom|dad)\b",
        re.IGNORECASE,
    ),
    "age": re.compile(
        r"\b(?:young|old|senior|junior|teen(?:ager)?|grandma|grandpa|granny|boomer|millennial)\b",
        re.IGNORECASE,
    ),
}


def _stereotype(case: Case) -> Iterator[Finding]:
    suggest = suggestions(case)
    for persona, claim in case.claims:
        about = _sensitive(claim)
        measured = any(item.measure for item in case.living(claim))
        if about and not measured:
            links = [fix for fix in suggest.links(claim) if "measure" in fix.values]
            yield Finding(
                "ET06",
                "W",
                case.target(persona, claim),
                f"{quoted(claim.text)} says something of {about} that nobody counted. Such lines "
                "feed the pictures in our heads. Link the data, or leave it open.",
                {"about": about},
                (*links, *take_away(claim)),
            )
    for persona in case.personas:
        yield from _only_bearer(persona, case)


def _sensitive(claim: Claim) -> str:
    """Return which sensitive thing a claim says something about, "" where none."""
    if claim.attribute in SENSITIVE:
        return claim.attribute
    if claim.section != "demographics" or claim.attribute:
        return ""
    return next((about for about, words in _TELLING.items() if words.search(claim.text)), "")


def _only_bearer(persona: Persona, case: Case) -> Iterator[Finding]:
    """Yield a finding where only a photo or the name says how old somebody is, or which gender."""
    said = {_sensitive(claim) for claim in case.snapshot.claims_of(persona.id)}
    named = [about for about, words in _IN_NAME.items() if words.search(persona.name)]
    picture = case.snapshot.picture(persona.picture)
    photo = picture is not None and picture.kind == "photo" and not said & set(SENSITIVE)
    bare = [about for about in named if about not in said]
    if not (photo or bare):
        return
    bearer = "The photo" if photo else "The name"
    about = bare[0] if bare and not photo else "age and gender"
    rename = {"persona": persona.id, "ask": "new_name", "new_name": ""}
    draw = {"persona": persona.id, "style": AVATAR, "seed": persona.id}
    yield Finding(
        "ET06",
        "W",
        case.about(persona),
        f"{bearer} alone tells {about} of {short(persona.name, 4, 30)}. People remember it as a "
        "finding. Say what the data says, or choose a neutral one.",
        {"about": about},
        (
            Fix("use_avatar", "Draw a face instead", draw)
            if photo
            else Fix("rename_persona", "Give another name", rename),
        ),
    )


def _one_sided(case: Case) -> Iterator[Finding]:
    if case.data is None or len(case.personas) < 2:
        return
    said = [of_claims(case.snapshot.claims_of(persona.id)) for persona in case.personas]
    found = []
    for attribute in BALANCED:
        extents = said[0].get(attribute)
        if extents and all(other.get(attribute) == extents for other in said[1:]):
            found += list(_others(attribute, extents, case, case.data))
    worst = max(found, key=lambda other: (other["share"], other["attribute"]), default=None)
    if worst and worst["share"] >= case.limit("ET07", "share"):
        yield _tell_of(worst, case)


def _tell_of(worst: dict[str, Any], case: Case) -> Finding:
    going = [
        claim.id
        for claim in case.snapshot.claims_of(case.personas[-1].id)
        if claim.attribute == worst["attribute"]
    ]
    in_100 = round(100 * worst["share"])
    return Finding(
        "ET07",
        "W",
        case.whole,
        f"All {len(case.personas)} personas share one {worst['attribute']}, yet {in_100} in 100 "
        f"people say {quoted(str(worst['answer']), 4)}. They will miss themselves in the set. "
        "Add one of them, or leave it open.",
        {name: worst[name] for name in ("attribute", "answer", "share", "k", "n")},
        (
            Fix(
                "add_persona", f"Add a persona: {short(str(worst['answer']), 3, 30)}", worst["add"]
            ),
            Fix("park_claim", f"Leave {worst['attribute']} open for one", {"claims": going}),
        ),
    )


def _others(
    attribute: str, extents: frozenset[Extent], case: Case, data: Data
) -> Iterator[dict[str, Any]]:
    """Yield the commonest other value of an attribute on each newest wave that asked for it."""
    for question in _asking(attribute, case):
        key = ("beyond", question.wave, question.variable, extents)
        found = data.once(key, partial(_beyond, question, extents, data))
        if found:
            value: Any = found["value"]
            claim = {
                "section": "demographics",
                "text": f"{question.label or attribute.capitalize()}: {found['answer']}",
                "attribute": attribute,
                "op": found["op"],
                "value": value,
            }
            measure = to_json(Measure(question.variable, found["op"], value, "all"))
            add = {
                "name": f"Somebody else ({found['answer']})",
                "claim": claim,
                "wave": question.wave,
                "measure": measure,
            }
            yield {"attribute": attribute, "add": add, **found}


def _beyond(question: Question, extents: frozenset[Extent], data: Data) -> dict[str, Any] | None:
    from persona_studio.evidence.mix import beyond

    return beyond(data.answers(question.wave), question.variable, extents)


def _asking(attribute: str, case: Case) -> Iterator[Question]:
    """Yield the questions of the newest waves about an attribute: measured as it, or so called."""
    measured = {
        item.measure.question
        for _, claim in case.claims
        if claim.attribute == attribute
        for item in case.living(claim)
        if item.measure
    }
    for source in sorted(case.sources):
        for wave in case.snapshot.waves_of(source)[-1:]:
            for question in case.snapshot.questions_of(wave.id):
                called = attribute_of(question.label) == attribute
                if question.variable in measured or called:
                    yield question


ET06 = Rule(
    "ET06",
    "Stereotype risk",
    "What a persona looks like is remembered longer than what it says.",
    "W",
    _stereotype,
    same=("about",),
)
ET07 = Rule(
    "ET07",
    "One-sided set",
    "Products are built for those who are in the picture.",
    "W",
    _one_sided,
    limits={"share": 0.20},
    reads={
        "share": "where the data hold others at {0} % or more",
    },
    moves={"share": 0.1},
    same=("attribute",),
)
