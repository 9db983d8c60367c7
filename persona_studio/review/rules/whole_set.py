# SPDX-License-Identifier: MIT
"""Rules about the personas as a set."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import combinations

from persona_studio.core.fields import Json
from persona_studio.core.persona import Measure, Persona
from persona_studio.core.research import Segment
from persona_studio.core.reviewing import Finding, Fix, Target
from persona_studio.evidence.attributes import of_claims
from persona_studio.review.rule import Case, Rule, short


def _too_many(case: Case) -> Iterator[Finding]:
    primary = [persona for persona in case.personas if persona.role == "primary"]
    numbers = {"primary": len(primary), "active": len(case.personas)}
    target = case.whole
    most, most_active = int(case.limit("SE01", "primary")), int(case.limit("SE01", "active"))
    if len(primary) > most:
        weakest = weakest_first(primary, case)[: len(primary) - most]
        yield Finding(
            "SE01",
            "W",
            target,
            f"{len(primary)} personas are primary. Teams can keep {most} in mind at most, so the "
            "rest are forgotten. Make the weakest secondary, or merge look-alikes.",
            numbers,
            (Fix("demote_persona", _label("Make {} secondary", weakest), _values(weakest)),),
        )
    elif len(case.personas) > most_active:
        weakest = weakest_first(case.personas, case)[: len(case.personas) - most_active]
        yield Finding(
            "SE01",
            "N",
            target,
            f"{len(case.personas)} personas are in use. A long line-up is hard to remember. "
            "Put the weakest away, or merge look-alikes.",
            numbers,
            (Fix("retire_persona", _label("Put {} away", weakest), _values(weakest)),),
        )


def weakest_first(personas: Sequence[Persona], case: Case) -> list[Persona]:
    """Return personas by strength, the weakest first, later on the board before earlier."""
    return sorted(personas, key=lambda p: (case.strength(p), -p.position, p.id))


def _label(pattern: str, personas: Sequence[Persona]) -> str:
    first = short(personas[0].name, 3, 30)
    return pattern.format(first if len(personas) == 1 else f"the {len(personas)} weakest")


def _values(personas: Sequence[Persona]) -> dict[str, list[str]]:
    return {"personas": [persona.id for persona in personas]}


def _too_few(case: Case) -> Iterator[Finding]:
    personas = case.personas
    if not personas:
        return
    primary = [persona for persona in personas if persona.role == "primary"]
    numbers = {"primary": len(primary), "active": len(personas)}
    if not primary:
        best = weakest_first(personas, case)[-1]
        label = f"Make {short(best.name, 3, 30)} primary"
        yield Finding(
            "SE02",
            "B",
            case.whole,
            "No persona is primary. Then nobody decides when their wishes differ. "
            "Choose the one your product must satisfy first.",
            numbers,
            (Fix("set_role", label, {"persona": best.id, "role": "primary"}),),
        )
    elif len(personas) == 1:
        yield Finding(
            "SE02",
            "N",
            case.whole,
            f"{short(personas[0].name, 4, 30)} is the only persona. One figure hides how customers "
            "differ. Add a second one, if only somebody you do not build for.",
            numbers,
            (Fix("add_persona", "Add a second one", {"name": "Somebody else"}),),
        )


def _look_alikes(case: Case) -> Iterator[Finding]:
    alike = {**_alike_by_data(case), **_alike_by_attributes(case)}
    by_id = {persona.id: persona for persona in case.personas}
    for pair in sorted(alike):
        weaker, stronger = weakest_first([by_id[key] for key in pair], case)
        names = " and ".join(short(by_id[key].name, 3, 24) for key in pair)
        why, numbers = alike[pair]
        yield Finding(
            "SE03",
            "W",
            Target("pair", "+".join(pair), pair[0], names),
            f"{names} look alike: {why}. Two of a kind cost twice the attention. "
            "Merge them, or keep the stronger.",
            {**numbers, "pair": list(pair)},
            (merge(weaker, stronger), retire(weaker)),
        )


Alike = dict[tuple[str, str], tuple[str, dict[str, Json]]]
"""Pairs of persona ids (in order) with why they look alike, in words and in numbers."""


def _alike_by_attributes(case: Case) -> Alike:
    said = {p.id: of_claims(case.snapshot.claims_of(p.id)) for p in case.personas}
    found: Alike = {}
    for one, two in combinations(sorted(said), 2):
        shared = said[one].keys() & said[two].keys()
        differing = sum(said[one][key] != said[two][key] for key in shared)
        enough = len(shared) >= case.limit("SE03", "attributes")
        if enough and differing <= case.limit("SE03", "differing") * len(shared):
            same = len(shared) - differing
            numbers: dict[str, Json] = {"shared": len(shared), "differing": differing}
            found[one, two] = (f"{same} of {len(shared)} facts are the same", numbers)
    return found


def _alike_by_data(case: Case) -> Alike:
    """Return pairs whose groups answer alike to what either persona claims."""
    found: Alike = {}
    by_id = {persona.id: persona for persona in case.personas}
    for wave, groups in _groups(case).items():
        if len(groups) < 2 or case.data is None:
            continue
        from persona_studio.evidence.whole_set import Groups, mean_gaps

        data, source = case.data, case.snapshot.source_of(wave).id
        measures = {persona: _of_group(persona, source, wave, case) for persona in groups}
        told = tuple(
            (p, tuple(measure.condition for measure in each)) for p, each in measures.items()
        )
        members = tuple(by_id[persona].segment for persona in groups)
        gaps = data.once(
            ("gaps", wave, told, members),
            partial(mean_gaps, measures, Groups(wave, groups, members), data),
        )
        for pair, (many, gap) in gaps.items():
            close = 100 * gap < case.limit("SE03", "points")
            if many >= case.limit("SE03", "claims") and close:
                numbers: dict[str, Json] = {"claims": many, "gap": gap}
                one, two = sorted(pair)
                found[one, two] = (f"their people answer {many} questions alike", numbers)
    return found


def _groups(case: Case) -> dict[str, dict[str, Collection[int]]]:
    """Return the row numbers of each persona's people, by the wave their group was found on."""
    found: dict[str, dict[str, Collection[int]]] = {}
    for persona in case.personas:
        home = case.data.members(persona) if case.data else None
        if home is not None:
            found.setdefault(home[0], {})[persona.id] = home[1]
    return found


def _of_group(persona: str, source: str, wave: str, case: Case) -> list[Measure]:
    return [
        found.evidence.measure
        for claim in case.snapshot.claims_of(persona)
        for found in case.assess(claim).measured
        if found.evidence.measure
        and found.evidence.measure.base == "segment"
        and found.evidence.source == source
        and case.snapshot.question(wave, found.evidence.measure.question)
    ]


def _no_structure(case: Case) -> Iterator[Finding]:
    words = {
        "slices": "are slices of one crowd, cut so that they repeat",
        "none": "show no structure: other people would be grouped otherwise",
    }
    for persona in case.personas:
        found = case.snapshot.segmentation_of(persona.segment or "")
        if found and found.verdict in words:
            yield Finding(
                "SE07",
                "W",
                case.about(persona),
                f"The groups behind {short(persona.name, 4, 30)} {words[found.verdict]}. Readers "
                "will take them for kinds of people. Say so, or rest the persona on interviews.",
                {"verdict": found.verdict, "segmentation": found.id},
                (_part(persona),),
            )


def _unstable(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        segment = case.snapshot.table(Segment).get(persona.segment or "")
        steady = segment.stability if segment else None
        if steady is None or steady >= case.limit("SE08", "steady"):
            continue
        loose = steady < case.limit("SE08", "loose")
        texts = [persona.name, persona.tagline, persona.story]
        texts += [claim.text for claim in case.snapshot.claims_of(persona.id)]
        named = any("segment" in text.casefold() for text in texts)
        yield Finding(
            "SE08",
            "B" if loose and named else "W",
            case.about(persona),
            f"Drawn again, the group behind {short(persona.name, 4, 30)} keeps "
            f"{round(100 * steady)} of 100 people. It changes with the sample. Look for fewer "
            "groups or use fewer questions, or part from it.",
            {"stability": steady},
            (*_fewer(persona, case), _part(persona)),
        )


def _fewer(persona: Persona, case: Case) -> Iterator[Fix]:
    """Offer the most groups that were steady when they were looked for, where they are fewer."""
    found = case.snapshot.segmentation_of(persona.segment or "")
    if found is None or not found.model:
        return
    steady = case.limit("SE08", "steady")
    fewer = [
        offer["k"]
        for offer in found.offered or ()
        if offer["k"] < found.k and (offer["worst_stability"] or 0) >= steady
    ]
    if fewer:
        values = {"segmentation": found.id, "k": max(fewer)}
        yield Fix("fewer_groups", f"Make {max(fewer)} groups of them", values)


def _part(persona: Persona) -> Fix:
    return Fix("unlink_segment", "Part from the group", {"persona": persona.id})


def merge(weaker: Persona, stronger: Persona) -> Fix:
    """Return the fix that moves what only the weaker says to the stronger, and puts it away."""
    label = f"Merge {short(weaker.name, 3, 24)} into {short(stronger.name, 3, 24)}"
    return Fix("merge_personas", label, {"persona": weaker.id, "into": stronger.id})


def retire(persona: Persona) -> Fix:
    """Return the fix that puts one persona away."""
    label = f"Put {short(persona.name, 3, 30)} away"
    return Fix("retire_persona", label, {"personas": [persona.id]})


SE01 = Rule(
    "SE01",
    "Too many primaries",
    "Three to five personas are what most teams can hold in mind and design for.",
    "W",
    _too_many,
    limits={"primary": 5, "active": 10},
    reads={
        "primary": "warn above {0} primary personas",
        "active": "note above {0} in use",
    },
    moves={"primary": 0, "active": 2},
)
SE02 = Rule(
    "SE02",
    "Too few personas",
    "The primary persona is the one you must please first; without it you please nobody.",
    "B",
    _too_few,
    moves={"active": 0},
)
SE03 = Rule(
    "SE03",
    "Look-alikes",
    "Personas that hardly differ are better told as one.",
    "W",
    _look_alikes,
    limits={"attributes": 5, "differing": 0.20, "points": 10, "claims": 5},
    reads={
        "attributes": "from {0} shared facts on",
        "differing": "where at most {0} % of them differ",
        "points": "or shares less than {0} points apart",
        "claims": "on {0} claims or more",
    },
    moves={"gap": 0.05, "differing": 1},
)
SE07 = Rule(
    "SE07",
    "Built on no structure",
    "Every method finds groups; meaning is easily read into groups of chance.",
    "W",
    _no_structure,
    same=("verdict", "segmentation"),
)
SE08 = Rule(
    "SE08",
    "Unsteady group",
    "A group that falls apart in another sample is not there to be met again.",
    "W",
    _unstable,
    limits={"loose": 0.60, "steady": 0.75},
    reads={
        "loose": "fragile below {0} % steadiness",
        "steady": "warn below {0} %",
    },
    moves={"stability": 0.05},
)
