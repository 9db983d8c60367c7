# SPDX-License-Identifier: MIT
"""Personas go along when their people are grouped anew; what was written on them stays."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.core.research import Segmentation, Wave
from persona_studio.storage.writer import Writer
from persona_studio.workspace import grouping

if TYPE_CHECKING:
    from persona_studio.patterns.request import GroupRequest, GroupResult
    from persona_studio.workspace.workspace import Workspace


def fewer_request(ws: "Workspace", segmentation: str, k: int) -> "GroupRequest":
    """Return what to ask for so many groups of the same people, by the same questions."""
    found = ws.snapshot.table(Segmentation)[segmentation]
    return grouping.request(
        ws,
        found.wave,
        found.questions,
        descriptors=found.descriptors,
        weights=found.weights,
        k=k,
        seed=found.seed,
    )


def take_fewer(
    ws: "Workspace", segmentation: str, request: "GroupRequest", result: "GroupResult"
) -> str:
    """Keep fewer groups, and give each persona the one that holds most of its people.

    Returns the new grouping; StudioError, and nothing is kept, where that is no steadier.
    """
    old = ws.snapshot.segments_of(segmentation)
    before = min((s.stability for s in old if s.stability is not None), default=0.0)
    after = min((g.stability for g in result.groups if g.stability is not None), default=0.0)
    if after <= before:
        raise StudioError(
            f"Fewer groups are no steadier: {round(100 * after)} of 100 people stay together, "
            f"with {len(old)} groups {round(100 * before)} do.",
            "Use other questions in Patterns, or part the persona from its group.",
            kind="no_steadier",
        )
    with ws.edit("Look for fewer groups") as write:
        made = grouping.store(ws, request, result)
        follow(ws, write, segmentation, made)
        return made


def fewer_groups(ws: "Workspace", segmentation: str, k: int) -> str:
    """Look for fewer groups here and now, and take them (see `take_fewer`)."""
    request = fewer_request(ws, segmentation, k)
    function, arguments = grouping.job(request)
    result = function(*arguments, report=lambda _done, _total: None)
    return take_fewer(ws, segmentation, request, result)


def follow(
    ws: "Workspace", write: Writer, old: str, new: str, only: Collection[str] | None = None
) -> list[str]:
    """Give personas of one grouping the group of another that holds most of their people.

    `only` names the personas that move; else all do. Returns those that moved. Their lines stay,
    and are counted anew among the people they now stand for.
    """
    moved = []
    here, there = (write.get(Segmentation, key) for key in (old, new))
    before, after = same_people(ws, here, there)
    for segment, most in likest(before, after).items():
        for persona in write.find(Persona, segment=segment):
            if only is None or persona.id in only:
                write.change(Persona, persona.id, segment=most)
                moved.append(persona.id)
    return moved


def likest(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Return for each group of one grouping the group of another that has most of its people."""
    theirs: dict[str, Counter[str]] = {}
    for person, group in before.items():
        if person in after:
            theirs.setdefault(group, Counter())[after[person]] += 1
    return {
        group: max(sorted(counts), key=lambda other: counts[other])
        for group, counts in theirs.items()
    }


def same_people(
    ws: "Workspace", here: Segmentation, there: Segmentation
) -> tuple[dict[str, str], dict[str, str]]:
    """Return each person's group in two groupings; StudioError where the people are others.

    A person is a row where both are of one wave, else a key that both waves know.
    """
    one_wave = here.wave == there.wave
    linked = all(ws.snapshot.table(Wave)[found.wave].linked for found in (here, there))
    if not one_wave and not linked:
        raise StudioError(
            "These groups are of different people.",
            "Compare groups of the same survey, or of waves that know people by a pseudonym.",
            kind="other_people",
        )
    before, after = (_groups(ws, found, by_row=one_wave) for found in (here, there))
    return before, after


def _groups(ws: "Workspace", found: Segmentation, *, by_row: bool) -> dict[str, str]:
    answers, out = ws.answers(found.wave), dict[str, str]()
    for segment, rows in ws.data.segment_rows(found.id).items():
        people = map(str, rows) if by_row else answers.keys(answers.mask(rows))
        out.update(dict.fromkeys(people, segment))
    return out
