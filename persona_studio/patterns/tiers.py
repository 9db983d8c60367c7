# SPDX-License-Identifier: MIT
"""Value tiers: people cut at thirds of how recently, how often and how much they buy.

The fallback where no groups can be shown. They are a cut that we make, never a structure that was
found, so their verdict is `none` whatever the answers look like.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from persona_studio.evidence.columns import Answers, Numbers
from persona_studio.evidence.worth import thirds, tiers, value_kind
from persona_studio.patterns import describe
from persona_studio.patterns.prepare import numbers_of
from persona_studio.patterns.request import Group, GroupRequest, GroupResult

NAMES = ("High value tier", "Middle value tier", "Low value tier")
SENTENCE = "Value tiers: a cut we make by what people buy, not groups that were found."
_SAID = {
    "recency": "how recently",
    "orders": "how often",
    "money": "how much",
}
_TYPICAL = 12


def value_parts(answers: Answers) -> dict[str, str]:
    """Return the question that tells how recently, how often and how much; the first of each."""
    found: dict[str, str] = {}
    for question in sorted(answers.questions.values(), key=lambda q: q.position):
        kind = value_kind(question)
        if kind is not None and question.variable in answers.columns:
            found.setdefault(kind, question.variable)
    return {kind: found[kind] for kind in _SAID if kind in found}


def cut_tiers(request: GroupRequest) -> GroupResult:
    """Return three tiers by the wave's value questions; empty ones are left out.

    Basis and descriptors of the request only say what sets the tiers apart.
    """
    answers = request.answers
    parts, scores = value_parts(answers), []
    for kind, variable in parts.items():
        column = answers.columns[variable]
        values = numbers_of(answers.questions[variable], column)[column.codes]
        scores.append(thirds(-values if kind == "recency" else values))
    places = tiers(scores)
    there, assignment = np.unique(places, return_inverse=True)
    many, n = len(there), len(answers)
    told = dict.fromkeys((*parts.values(), *request.basis, *request.descriptors))
    found = describe.differences(list(told), answers, assignment, many)
    return GroupResult(
        verdict="none",
        sentence=SENTENCE,
        detail=_detail(list(parts)),
        k=many,
        offered=(),
        groups=tuple(_groups(found, assignment, there.tolist())),
        basis=tuple(parts.values()),
        descriptors=tuple(v for v in request.descriptors if v not in parts.values()),
        assignment=assignment.astype(np.int64),
        margin=np.ones(n),
        between=0.0,
        coords=np.zeros((n, 2)),
        shown=0.0,
        model=None,
        forms={},
        left_out={},
        seed=0,
        versions={},
    )


def _groups(
    found: Sequence[describe.Difference], assignment: Numbers, there: Sequence[int]
) -> Iterator[Group]:
    for group, tier in enumerate(there):
        mine = np.flatnonzero(assignment == group)
        over, under = describe.told(found, group)
        yield Group(
            number=group,
            name=NAMES[tier],
            n=len(mine),
            share=len(mine) / len(assignment),
            stability=0.0,
            over=over,
            under=under,
            apart=describe.apart(found, group),
            typical=tuple(int(place) for place in mine[:_TYPICAL]),
        )


def _detail(kinds: list[str]) -> str:
    words = [_SAID[kind] for kind in kinds]
    said = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    if len(words) == 1:
        cut = "The top third is the high tier, the lowest third the low one."
    else:
        cut = "A mean of 2.5 or more is the high tier, 1.5 or less the low one."
    return (
        f"Each person gets 3 for the best third, 2 for the middle and 1 for the rest, by {said} "
        f"they buy. {cut} Equal customers stay together."
    )
