# SPDX-License-Identifier: MIT
"""Rules about the links to the data: lost, counted twice, one voice, and a weak key claim."""

from collections import Counter
from collections.abc import Iterator, Sequence

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Question, Quote
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.evidence.data import counted
from persona_studio.evidence.grounds import is_assumption
from persona_studio.evidence.passages import locate
from persona_studio.evidence.people import People, Person
from persona_studio.evidence.privacy import MASK
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.rules.evidence import change, take_away


def _lost(case: Case) -> Iterator[Finding]:
    for persona, claim in case.claims:
        lost = case.assess(claim).lost
        items = case.snapshot.evidence_of(claim.id)
        gone = [item for item in items if item.id in lost or _differs(item, case)]
        if gone:
            what = next((item.lost for item in gone if item.lost), "")
            seen = f": {short(what, 8, 60)}" if what else ""
            yield Finding(
                "EV12",
                "B",
                case.target(persona, claim),
                f"What stood behind {quoted(claim.text)} is not there any more{seen}. "
                "Nobody can check the claim now. Link it anew, or take the lost evidence off.",
                {"lost": len(gone), "evidence": sorted(item.id for item in gone)},
                (*_relinks(gone, case), _off("Take it off", gone)),
            )


def _differs(item: Evidence, case: Case) -> bool:
    """Tell whether the rows no longer bear out what a piece of evidence holds."""
    if case.data is None or item.wave is None:
        return False
    quote = case.snapshot.quote(item.quote) if item.quote else None
    if quote is not None:
        return _not_in_cell(quote, case)
    claim = case.snapshot.table(Claim).get(item.claim)
    if item.measure is None or claim is None:
        return False
    persona = case.snapshot.table(Persona).get(claim.persona or "")
    found = counted(item.measure, persona, item.wave, case.snapshot, case.data)
    figures = (found.k, found.n - found.k)
    stored = (item.n_for, item.n_against)
    return figures != (stored[::-1] if item.stance == "contradicts" else stored)


def _not_in_cell(quote: Quote, case: Case) -> bool:
    """Tell whether a passage is gone from where it was marked; one without a place is believed."""
    question = case.snapshot.table(Question).get(quote.question)
    if case.data is None or question is None or quote.start is None:
        return question is None
    cell = case.data.cell(question, quote.row)
    parts = [part for part in quote.text.split(MASK) if part.strip()]
    return cell is None or any(locate(cell, part.strip(), quote.start) is None for part in parts)


def _relinks(gone: Sequence[Evidence], case: Case) -> Iterator[Fix]:
    """Yield the fix that counts lost measures on the newest wave that asked their questions."""
    moves = {}
    for item in gone:
        for wave in reversed(case.snapshot.waves_of(item.source or "")):
            asked = item.measure and case.snapshot.question(wave.id, item.measure.question)
            if asked:
                moves[item.id] = wave.id
                break
    if len(moves) == len(gone):
        yield Fix("count_again", "Count it again", {"moves": moves})


def _off(label: str, items: Sequence[Evidence]) -> Fix:
    return Fix("unlink_evidence", label, {"evidence": [item.id for item in items]})


def _counted_twice(case: Case) -> Iterator[Finding]:
    people = People(case.snapshot, case.data)
    for persona, claim in case.claims:
        items = case.snapshot.evidence_of(claim.id)
        twice = _repeated(items, case.assess(claim).lost, people, case) if len(items) > 1 else []
        if twice:
            many = "One piece" if len(twice) == 1 else f"{len(twice)} pieces"
            yield Finding(
                "EV13",
                "N",
                case.target(persona, claim),
                f"{many} of evidence for {quoted(claim.text)} come from people who are there "
                "already. It looks like more support than it is. Keep one for each person.",
                {"evidence": len(twice)},
                (_off("Keep one for each person", twice),),
            )


def _repeated(
    items: Sequence[Evidence], lost: Sequence[str], people: People, case: Case
) -> list[Evidence]:
    """Return evidence that adds nobody to what stands before it: same people, words or count."""
    seen: set[tuple[str, Person]] = set()
    said: set[tuple[object, ...]] = set()
    twice = []
    for item in items:
        if item.id in lost or is_assumption(item, case.snapshot):
            continue
        who = {(item.stance, person) for person in people.said_by(item)}
        if who & seen or (not who and _content(item) in said):
            twice.append(item)
        seen |= who
        said.add(_content(item))
    return twice


def _content(item: Evidence) -> tuple[object, ...]:
    """Return what makes two pieces of evidence count the same people."""
    if item.measure:
        return (item.wave, item.measure.base, item.stance)
    return (item.source, item.wave, " ".join(item.note.casefold().split()), item.stance)


def _one_voice(case: Case) -> Iterator[Finding]:
    people = People(case.snapshot, case.data)
    for persona in case.personas:
        quotes = _quotes_of(persona, case)
        who = {key: people.of_row(quote.wave, quote.row) for key, quote in quotes.items()}
        if len(quotes) < case.limit("EV14", "quotes"):
            continue
        ((voice, most),) = Counter(sorted(who.values())).most_common(1)
        if most <= case.limit("EV14", "share") * len(quotes):
            continue
        yield Finding(
            "EV14",
            "W",
            case.about(persona),
            f"{most} of {len(quotes)} quotes of {short(persona.name, 4, 30)} come from one person. "
            "One loud voice can pass for a group. Add the words of others, or keep fewer of these.",
            {"quotes": len(quotes), "one": most, "share": most / len(quotes)},
            tuple(_fewer(persona, [key for key in quotes if who[key] == voice], quotes, case)),
        )


def _quotes_of(persona: Persona, case: Case) -> dict[str, Quote]:
    """Return the quotes linked to a persona's claims, in board order."""
    found = {}
    for claim in case.snapshot.claims_of(persona.id):
        for item in case.snapshot.evidence_of(claim.id):
            quote = case.snapshot.quote(item.quote) if item.quote else None
            if quote:
                found[quote.id] = quote
    return found


def _fewer(persona: Persona, own: list[str], quotes: dict[str, Quote], case: Case) -> Iterator[Fix]:
    """Yield the fix that takes off as many quotes of one person as are too many."""
    others = len(quotes) - len(own)
    kept = len(own)
    least, share = case.limit("EV14", "quotes"), case.limit("EV14", "share")
    while kept and kept + others >= least and kept > share * (kept + others):
        kept -= 1
    going = set(own[kept:])
    items = [
        item
        for claim in case.snapshot.claims_of(persona.id)
        for item in case.snapshot.evidence_of(claim.id)
        if item.quote in going
    ]
    yield _off(f"Take {len(going)} of them off", items)


def _weak_key(case: Case) -> Iterator[Finding]:
    for persona, claim in case.claims:
        found = case.assess(claim)
        if claim.key and found.strength < case.limit("EV15", "strength"):
            yield Finding(
                "EV15",
                "W",
                case.target(persona, claim),
                f"{quoted(claim.text)} is a key claim and has {found.strength} of 100 points. "
                f"Much is built on it. Add {_missing(claim, case)}.",
                {"strength": found.strength},
                (change("Not a key claim", claim, key=False), *take_away(claim)),
            )


def _missing(claim: Claim, case: Case) -> str:
    """Return what would raise a claim's strength most, in words."""
    found = case.assess(claim)
    words = []
    live = [ground for ground in found.grounds if ground.weight > 0]
    if sum(ground.supporters for ground in live) < 9:
        words.append("more people")
    if len(found.kinds) < 2:
        words.append("another kind of source")
    if not any(ground.direct == "observed" for ground in live):
        words.append("something that was seen")
    if not live or max(ground.weight for ground in live) < 1:
        words.append("newer evidence")
    return " or ".join(words[:3]) or "newer evidence"


EV12 = Rule(
    "EV12",
    "Lost evidence",
    "A claim whose evidence is gone can be checked by nobody.",
    "B",
    _lost,
    same=("evidence",),
)
EV13 = Rule(
    "EV13",
    "Same people counted twice",
    "The score counts each person once; a reader who counts the lines does not.",
    "N",
    _counted_twice,
    same=("evidence",),
)
EV14 = Rule(
    "EV14",
    "Leaning on one voice",
    "One good talk can take over the whole persona.",
    "W",
    _one_voice,
    limits={"share": 0.5, "quotes": 3},
    reads={
        "share": "above {0} % of the quotes",
        "quotes": "from {0} quotes on",
    },
    moves={"share": 0.1, "quotes": 2},
)
EV15 = Rule(
    "EV15",
    "Weak key claim",
    "Decisions rest on key claims; they should be the best backed of all.",
    "W",
    _weak_key,
    limits={"strength": 40},
    reads={
        "strength": "below a strength of {0}",
    },
    moves={"strength": 10},
)
