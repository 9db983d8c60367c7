# SPDX-License-Identifier: MIT
"""The value view of a grouping, and value tiers where no groups can be shown.

What people are worth stands in the grouping's own wave, or in orders of the same people, known by
their pseudonyms. Nothing of it is stored: it is counted from the rows each time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.research import Question, Segment, Segmentation, Wave
from persona_studio.workspace import grouping
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.evidence.worth import Share

METHOD = "tiers"
_RECORDED = ("analytics", "sales_support")
_ADDED = {"money": "all amounts", "orders": "all orders"}
_FEWEST = 30


@dataclass(frozen=True)
class Valued:
    """What one question says about the groups: a share for each, of the people found in `wave`."""

    wave: str
    question: Question
    kind: str
    shares: "tuple[Share, ...]"

    @property
    def people(self) -> int:
        """How many people were found."""
        return sum(share.people for share in self.shares)

    def said(self, group: int) -> str:
        """Return one group in words."""
        share = self.shares[group]
        what = {"money": "of the money", "orders": "of the orders"}[self.kind]
        return (
            f"{round(100 * share.people / max(1, self.people))} % of the people, "
            f"{round(100 * share.share)} % {what} "
            f"(could be {round(100 * share.low)} to {round(100 * share.high)} %)"
        )


def values(ws: Workspace, segmentation: str) -> list[Valued]:
    """Return what each question on money or orders says about the groups of a grouping."""
    from persona_studio.evidence.worth import value_kind

    found = ws.snapshot.table(Segmentation)[segmentation]
    group_of = _groups(ws, found)
    out = []
    for wave in _waves(ws, found) if group_of else ():
        for question in ws.snapshot.questions_of(wave):
            kind = value_kind(question)
            if kind in ("money", "orders"):
                valued = _valued(ws, found, group_of, (wave, question, kind))
                out += [valued] if valued else []
    return out


def origin(ws: Workspace, valued: Valued) -> str:
    """Return what the shares are of, and how far to trust them beside others."""
    what = f"Shares of {_ADDED[valued.kind]} under “{valued.question.label}”, "
    if ws.snapshot.source_of(valued.wave).kind in _RECORDED:
        return f"{what}as recorded: where figures differ, trust these."
    return f"{what}as people said themselves: records, where there are any, are surer."


def can_be_tiered(ws: Workspace, wave: str) -> bool:
    """Tell whether a wave says of enough people how often or how much they buy."""
    from persona_studio.evidence.worth import value_kind

    kinds = {value_kind(question) for question in ws.snapshot.questions_of(wave)}
    return ws.snapshot.table(Wave)[wave].n >= _FEWEST and bool(kinds & {"money", "orders"})


def make_tiers(ws: Workspace, wave: str) -> str:
    """Cut the people of a wave into value tiers and keep them as a grouping, in one edit."""
    if not can_be_tiered(ws, wave):
        raise StudioError(
            "Value tiers need orders or money of at least 30 people.",
            "Import orders with one row a customer, or a table with what each person spent.",
            kind="no_value",
        )
    from persona_studio.patterns.request import request_of
    from persona_studio.patterns.tiers import cut_tiers

    proposal = grouping.propose(ws, wave)
    request = request_of(ws.answers(wave), proposal.basis, proposal.descriptors)
    result = cut_tiers(request)
    with ws.edit("Make value tiers") as write:
        made = grouping.store(ws, request, result)
        write.change(Segmentation, made, name="Value tiers", method=METHOD)
        for segment in write.find(Segment, segmentation=made):
            write.change(Segment, segment.id, stability=None)
    return made


def as_json(ws: Workspace, segmentation: str) -> Json:
    """Return the value view as the command line prints it."""
    found = ws.snapshot.table(Segmentation)[segmentation]
    segments = ws.snapshot.segments_of(segmentation)
    return {
        "segmentation": found.id,
        "values": [
            {
                "wave": each.wave,
                "question": each.question.id,
                "label": each.question.label,
                "of": each.kind,
                "origin": origin(ws, each),
                "people": each.people,
                "groups": [
                    {
                        "id": segment.id,
                        "name": segment.name,
                        "people": share.people,
                        "total": share.total,
                        "share": share.share,
                        "low": share.low,
                        "high": share.high,
                        "sentence": each.said(place),
                    }
                    for place, (segment, share) in enumerate(
                        zip(segments, each.shares, strict=True)
                    )
                ],
            }
            for each in values(ws, segmentation)
        ],
    }


def _waves(ws: Workspace, found: Segmentation) -> Iterator[str]:
    """Yield the grouping's wave, then others that know the same people; customers before orders."""
    waves = ws.snapshot.table(Wave)
    yield found.wave
    rolled = {wave.derived_from for wave in waves.values()}
    for wave in waves.values():
        both = wave.linked and waves[found.wave].linked
        if both and wave.id != found.wave and wave.id not in rolled:
            yield wave.id


def _groups(ws: Workspace, found: Segmentation) -> dict[str, int]:
    """Return the place of each person's group by the person's key."""
    answers, members = ws.answers(found.wave), ws.data.segment_rows(found.id)
    out: dict[str, int] = {}
    for place, segment in enumerate(ws.snapshot.segments_of(found.id)):
        rows = members.get(segment.id, frozenset())
        out.update(dict.fromkeys(answers.keys(answers.mask(rows)), place))
    return out


def _valued(
    ws: Workspace, found: Segmentation, group_of: dict[str, int], what: tuple[str, Question, str]
) -> Valued | None:
    from persona_studio.evidence.worth import shares_of

    wave, question, kind = what
    many = len(ws.snapshot.segments_of(found.id))
    counted = shares_of(ws.answers(wave), question, group_of, many)
    return Valued(wave, question, kind, tuple(counted)) if counted else None
