# SPDX-License-Identifier: MIT
"""Rules about what the data says to a claim: too few to tell, otherwise, not typical, dissent."""

from collections.abc import Iterator
from dataclasses import replace

from persona_studio.core.codec import to_json
from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim, Measure, Persona
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.evidence.assess import Assessment, Z
from persona_studio.evidence.data import people_of
from persona_studio.evidence.grounds import Measured, decisive
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.reading import fold
from persona_studio.evidence.verdict import (
    CHOOSING,
    RANGES,
    RANGING,
    SPLITTING,
    WORDS,
    leaning,
    verdict,
)
from persona_studio.review.numbers_in_text import says_percentage, with_instead
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.rules.evidence import change, take_away

PEOPLE_WORDS = {
    "almost_all": "almost all people",
    "about_half": "about half the people",
    "nobody": "no people",
}
_SIDE = 5
_TALKS = ("interviews", "observation")


def _too_few_to_tell(case: Case) -> Iterator[Finding]:
    for persona, claim in case.claims:
        chief = decisive(case.assess(claim).measured)
        if chief is None or not chief.n_total or not _shows_share(claim, chief, case):
            continue
        k, n = chief.n_for, chief.n_total
        low, high = wilson(k, n, Z)
        if 100 * (high - low) > case.limit("EV07", "points"):
            plain = with_instead(claim.text, f"{k} of {n}")
            yield Finding(
                "EV07",
                "W",
                case.target(persona, claim),
                f"{quoted(claim.text)} rests on {k} of {n} people. Asked again, it could be "
                f"{round(100 * low)} to {round(100 * high)} in 100. Show the count instead, or ask "
                "more people.",
                {"k": k, "n": n, "low": low, "high": high, "width": high - low},
                (
                    change("Show the count instead", claim, text=plain, quantifier=None),
                    *take_away(claim),
                ),
            )


def _shows_share(claim: Claim, chief: Measured, case: Case) -> bool:
    """Tell whether a claim gives a percentage, or says for how many of those asked it holds.

    Talks are no survey: "9 of 12 said so" is a count, and "most" is how one speaks of it.
    """
    if says_percentage(claim.text):
        return True
    source = case.sources.get(chief.evidence.source or "")
    return claim.quantifier in RANGES and source is not None and source.kind not in _TALKS


def _contradicted(case: Case) -> Iterator[Finding]:
    for persona, claim in case.claims:
        against = decisive(case.assess(claim).measured)
        if against and against.answer == "contradicted" and claim.quantifier in RANGES:
            yield _speaks_against(persona, claim, against, case)


def _speaks_against(persona: Persona, claim: Claim, against: Measured, case: Case) -> Finding:
    wave, k, n = against.evidence.wave or "", against.n_for, against.n_total
    low, high = wilson(k, n, case.z)
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
        (*_use_data(claim, case), *_split(persona, claim, against, case), *take_away(claim)),
    )


def _split(persona: Persona, claim: Claim, against: Measured, case: Case) -> Iterator[Fix]:
    """Offer to part a persona by the answer, where that decides alone and both sides are many."""
    item, sides = against.evidence, (against.n_for, against.n_total - against.n_for)
    alone = len(case.assess(claim).measured) == 1
    own = persona.segment is None or (item.measure is not None and item.measure.base == "segment")
    if claim.quantifier in SPLITTING and alone and own and min(sides) >= _SIDE:
        label = f"Split {short(persona.name, 3, 30)} by this answer"
        yield Fix("split_persona", label, {"evidence": item.id})


def _use_data(claim: Claim, case: Case) -> Iterator[Fix]:
    word = truest(case.assess(claim), case.z)
    if word:
        changes = {claim.id: {"quantifier": word}}
        yield Fix("use_data", f"Use the data: “{WORDS[word]}”", {"changes": changes})


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


def _not_typical(case: Case) -> Iterator[Finding]:
    for persona, claim, against in _typical(case, CHOOSING):
        item = against.evidence
        rival, value = _rival(persona, against, case), item.measure.value if item.measure else None
        other = f", {quoted(rival, 4)}," if rival else ""
        yield Finding(
            "EV09",
            "B",
            case.target(persona, claim),
            f"{quoted(claim.text)} is said to be typical of {short(persona.name, 3, 30)}. Another "
            f"answer{other} comes from {item.n_rival} people, yours from {against.n_for}. "
            "Use that answer, or take the claim off.",
            {"k": against.n_for, "rival": item.n_rival, "n": against.n_total, "answer": rival},
            (*_take_rival(claim, against, rival, value), *take_away(claim)),
        )


def _typical(case: Case, ops: tuple[str, ...]) -> Iterator[tuple[Persona, Claim, Measured]]:
    """Yield the claims about what is typical that data contradicts, measured by these operators."""
    for persona, claim in case.claims:
        against = decisive(case.assess(claim).measured) if claim.quantifier == "typical" else None
        measure = against.evidence.measure if against else None
        if against and measure and against.answer == "contradicted" and measure.op in ops:
            yield persona, claim, against


def _rival(persona: Persona, against: Measured, case: Case) -> str:
    measure, wave = against.evidence.measure, against.evidence.wave or ""
    if case.data is None or measure is None:
        return ""
    from persona_studio.evidence.rivals import strongest

    members = people_of(persona, wave, case.snapshot, case.data)
    base = members if measure.base == "segment" else None
    found = strongest(measure, case.data.answers(wave), base)
    return found.answer if found else ""


def _take_rival(claim: Claim, against: Measured, rival: str, value: Json) -> Iterator[Fix]:
    measure = against.evidence.measure
    if rival and measure:
        better = replace(measure, op="is", value=rival)
        old = value if isinstance(value, str) else ""
        yield _measure_again(f"Use “{short(rival, 4, 28)}”", claim, against, better, (old, rival))


def _measure_again(
    label: str, claim: Claim, against: Measured, better: Measure, words: tuple[str, str]
) -> Fix:
    """Return the fix that measures another answer and says it in the claim's words."""
    old, new = words
    place = claim.text.casefold().find(old.casefold()) if old else -1
    if place >= 0:
        text = claim.text[:place] + new + claim.text[place + len(old) :]
    else:
        text = f"{claim.text.rstrip('.')}: {new}"
    fields: dict[str, Json] = {"text": text}
    if claim.attribute is not None:
        fields |= {"op": better.op, "value": better.value}
    values = {
        "evidence": against.evidence.id,
        "measure": to_json(better),
        "changes": {claim.id: fields},
    }
    return Fix("measure_again", label, values)


def _outside(case: Case) -> Iterator[Finding]:
    for persona, claim, against in _typical(case, RANGING):
        item = against.evidence
        yield Finding(
            "EV10",
            "B",
            case.target(persona, claim),
            f"{quoted(claim.text)} is said to be typical of {short(persona.name, 3, 30)}. "
            f"{item.n_rival} of {against.n_total} people lie beyond it on one side. "
            "Use the middle half of the data, or take the claim off.",
            {"k": against.n_for, "beyond": item.n_rival, "n": against.n_total},
            (*_take_middle(persona, claim, against, case), *take_away(claim)),
        )


def _take_middle(persona: Persona, claim: Claim, against: Measured, case: Case) -> Iterator[Fix]:
    measure, wave = against.evidence.measure, against.evidence.wave or ""
    if case.data is None or measure is None:
        return
    from persona_studio.evidence.rivals import middle_half

    members = people_of(persona, wave, case.snapshot, case.data)
    base = members if measure.base == "segment" else None
    ends = middle_half(measure, case.data.answers(wave), base)
    if ends:
        better = replace(measure, op="between", value=ends)
        words = (_said_range(claim, measure), f"{ends[0]} to {ends[1]}")
        yield _measure_again(f"Use {words[1]}", claim, against, better, words)


def _said_range(claim: Claim, measure: Measure) -> str:
    """Return the passage of a claim that says its range, "" where none is found."""
    ends = measure.value if isinstance(measure.value, list | tuple) else [measure.value]
    first, last = (str(end) for end in (ends[0], ends[-1]))
    text = fold(claim.text)
    start = text.find(fold(first))
    end = text.find(fold(last), start + len(first)) if first != last else start
    if start < 0 or end < 0 or len(text) != len(claim.text):
        return ""
    return claim.text[start : end + len(last)]


def _dissent_hidden(case: Case) -> Iterator[Finding]:
    for persona, claim in case.claims:
        grounds, agreeing = case.assess(claim).grounds, case.assess(claim).agreement
        if claim.dissent.strip() or agreeing is None or agreeing >= case.limit("EV11", "agreement"):
            continue
        total = sum(ground.speakers for ground in grounds)
        against = total - sum(min(ground.supporters, ground.speakers) for ground in grounds)
        note = f"But {against} of {total} said otherwise."
        yield Finding(
            "EV11",
            "W",
            case.target(persona, claim),
            f"{against} of {total} people speak against {quoted(claim.text)}, and the persona does "
            "not say so. Readers should know of them. Add a line on it.",
            {"against": against, "people": total, "agreement": float(agreeing)},
            (change(f"Write “{note}”", claim, dissent=note), *take_away(claim)),
        )


EV07 = Rule(
    "EV07",
    "Too few to tell a share",
    "With 18 of 30 the true share may be anything from 42 to 75 in 100.",
    "W",
    _too_few_to_tell,
    limits={"points": 30},
    reads={
        "points": "where the true share may lie in a range of more than {0} points",
    },
    moves={"n": 20},
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
EV09 = Rule(
    "EV09",
    "Typical answer not typical",
    "What is called typical should be what more people say than anything else.",
    "B",
    _not_typical,
    moves={"k": 10, "rival": 10},
)
EV10 = Rule(
    "EV10",
    "Number outside the data",
    "A range that misses the middle of the people describes somebody else.",
    "B",
    _outside,
    moves={"beyond": 10},
)
EV11 = Rule(
    "EV11",
    "Dissent hidden",
    "Evidence that disagrees is a finding of its own; leaving it out makes a claim look safer.",
    "W",
    _dissent_hidden,
    limits={"agreement": 0.75},
    reads={
        "agreement": "below {0} % agreement",
    },
    moves={"agreement": 0.1, "against": 3},
)
