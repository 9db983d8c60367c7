# SPDX-License-Identifier: MIT
"""Rules about the words of a claim: vague, contradictory, too long, numbers without a base."""

import re
from collections.abc import Iterator, Sequence

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.evidence.attributes import Extent, extent
from persona_studio.review.numbers_in_text import in_words, says_number
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.rules.evidence import change, take_away
from persona_studio.review.rules.evidence_figures import truest
from persona_studio.review.suggest import suggestions
from persona_studio.review.vocabulary import opposites, two_claims, weak_word, without_loose_words

_FIGURE = re.compile(r"\d")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_VERBATIM = "quotes"


def _own_words(case: Case) -> Iterator[tuple[Persona, Claim]]:
    """Yield the claims in the team's words; a verbatim quote is not theirs to sharpen."""
    return ((p, claim) for p, claim in case.claims if claim.section != _VERBATIM)


def _vague(case: Case) -> Iterator[Finding]:
    for persona, claim in _own_words(case):
        exact = claim.quantifier or claim.attribute or _FIGURE.search(claim.text)
        weak = "" if exact else weak_word(claim.text)
        brief = not exact and len(claim.text.split()) < case.limit("CO04", "words")
        joined = two_claims(claim.text)
        if not (weak or brief or joined):
            continue
        if joined:
            why = "says two things at once"
        else:
            why = f"says “{weak.lower()}”, which could mean anything" if weak else "is very short"
        yield Finding(
            "CO04",
            "N",
            case.target(persona, claim),
            f"{quoted(claim.text)} {why}. Nobody could find it wrong, so nobody can check it. "
            f"{'Make two of it' if joined else 'Say for how many, or what exactly'}.",
            {"weak": weak, "words": len(claim.text.split()), "joined": joined is not None},
            tuple(_sharpen(claim, weak, joined, case)),
        )


def _sharpen(claim: Claim, weak: str, joined: tuple[str, str] | None, case: Case) -> Iterator[Fix]:
    least = case.limit("CO04", "words")
    if joined:
        if claim.quantifier or all(len(part.split()) >= least for part in joined):
            values = {"claim": claim.id, "parts": list(joined)}
            yield Fix("split_claim", "Make two of it", values)
        yield _reword(claim, "")
    else:
        word = truest(case.assess(claim), case.z) if case.assess(claim).measured else None
        if word:
            yield change(
                f"Say “{word.replace('_', ' ')}”, as the data does", claim, quantifier=word
            )
        bare = without_loose_words(claim.text)
        clear = bare and not weak_word(bare) and len(bare.split()) >= least
        if weak and clear:
            yield change(f"Leave out “{weak.lower()}”", claim, text=bare)
        yield _reword(claim, "")
    yield take_away(claim)[0]


def _reword(claim: Claim, text: str) -> Fix:
    """Return the fix that takes other words from the user; `text` is a proposal."""
    return Fix("reword_claim", "Say it otherwise", {"claim": claim.id, "ask": "text", "text": text})


def _contradiction(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        claims = [c for c in case.snapshot.claims_of(persona.id) if c.section != _VERBATIM]
        told: set[str] = set()
        for one, two, severity in (*_apart(claims), *_denied(claims)):
            weaker, other = sorted(
                (one, two), key=lambda c: (c.key, case.assess(c).strength, -c.position, c.id)
            )
            if weaker.id not in told:
                told.add(weaker.id)
                yield Finding(
                    "CO05",
                    severity,
                    case.target(persona, weaker),
                    f"{quoted(weaker.text, 6)} and {quoted(other.text, 6)} cannot both be true of "
                    f"{short(persona.name, 3, 24)}. Readers pick what suits them. "
                    "Keep one of the two.",
                    {"other": other.id},
                    (*take_away(weaker), _park(other)),
                )


def _apart(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    """Yield claims whose values of the same attribute exclude each other."""
    by_attribute: dict[str, list[tuple[Claim, Extent]]] = {}
    for claim in claims:
        covered = extent(claim.op, claim.value) if claim.attribute else None
        if claim.attribute and covered:
            for other, known in by_attribute.setdefault(claim.attribute, []):
                if not known.meets(covered):
                    yield other, claim, "B"
            by_attribute[claim.attribute].append((claim, covered))


def _denied(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    """Yield claims whose words say the opposite of each other."""
    for one, two in opposites([claim.text for claim in claims]):
        if not (claims[one].attribute and claims[one].attribute == claims[two].attribute):
            yield claims[one], claims[two], "N"


def _park(claim: Claim) -> Fix:
    return Fix("park_claim", f"Park {quoted(claim.text, 4)}", {"claim": claim.id})


def _too_long(case: Case) -> Iterator[Finding]:
    most, all_most = int(case.limit("CO07", "words")), int(case.limit("CO07", "total"))
    for persona in case.personas:
        claims = case.snapshot.claims_of(persona.id)
        long = [claim for claim in claims if len(claim.text.split()) > most]
        for claim in long:
            words = len(claim.text.split())
            yield Finding(
                "CO07",
                "W",
                case.target(persona, claim),
                f"{quoted(claim.text, 5)} has {words} words. On a wall nobody reads more than "
                f"{most} in one line. Shorten it.",
                {"words": words},
                (*_shorter(claim, most), _reword(claim, ""), take_away(claim)[0]),
            )
        total = sum(len(claim.text.split()) for claim in claims)
        total += len(f"{persona.tagline} {persona.story}".split())
        if total > all_most and not long:
            yield _overfull(persona, total, all_most, case)


def _shorter(claim: Claim, most: int) -> Iterator[Fix]:
    """Yield the fix that keeps the first sentences, as many as fit."""
    kept: list[str] = []
    for sentence in _SENTENCE.split(claim.text):
        if len(" ".join([*kept, sentence]).split()) > most:
            break
        kept.append(sentence)
    if kept:
        yield change("Keep the beginning", claim, text=" ".join(kept).rstrip(";"))


def _overfull(persona: Persona, total: int, most: int, case: Case) -> Finding:
    claims = sorted(
        case.snapshot.claims_of(persona.id),
        key=lambda c: (c.key, case.assess(c).strength, -len(c.text)),
    )
    going, left = [], total
    for claim in claims:
        if left <= most:
            break
        going.append(claim.id)
        left -= len(claim.text.split())
    return Finding(
        "CO07",
        "W",
        case.about(persona),
        f"{short(persona.name, 4, 30)} has {total} words; a poster holds about {most}. "
        f"The rest goes to a second sheet nobody hangs up. Park the {len(going)} weakest lines.",
        {"words": total},
        (Fix("park_claim", f"Park the {len(going)} weakest", {"claims": going}),),
    )


def _number_without_base(case: Case) -> Iterator[Finding]:
    suggest = suggestions(case)
    for persona, claim in _own_words(case):
        if not says_number(claim.text):
            continue
        if any(item.measure for item in case.living(claim)):
            continue
        links = [fix for fix in suggest.links(claim) if "measure" in fix.values]
        plain = in_words(claim.text)
        yield Finding(
            "CO08",
            "W",
            case.target(persona, claim),
            f"{quoted(claim.text)} gives a number, and nothing was counted. Numbers are taken for "
            "facts. Link the data it comes from, or say it in words.",
            {"counted": 0},
            (*links, change(f"Say {quoted(plain, 5)}", claim, text=plain), *take_away(claim)),
        )


CO04 = Rule(
    "CO04",
    "Vague claim",
    "A claim that could never be wrong cannot be checked, and helps nobody to decide.",
    "N",
    _vague,
    limits={"words": 3},
    reads={
        "words": "fewer than {0} words",
    },
    same=("weak", "joined"),
)
CO05 = Rule(
    "CO05",
    "Contradiction inside a persona",
    "A persona that says both helps whoever wants either.",
    "N",
    _contradiction,
    same=("other",),
)
CO07 = Rule(
    "CO07",
    "Too long for a poster",
    "A poster is read standing, from two metres, in a minute.",
    "W",
    _too_long,
    limits={"words": 30, "total": 450},
    reads={
        "words": "more than {0} words in a line",
        "total": "or {0} on one persona",
    },
    moves={"words": 10},
)
CO08 = Rule(
    "CO08",
    "Number without a base",
    "A number looks like a fact; somebody will ask where it comes from.",
    "W",
    _number_without_base,
)
