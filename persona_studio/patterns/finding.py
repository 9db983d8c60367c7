# SPDX-License-Identifier: MIT
"""The job of the pattern child: from chosen questions to groups, or to none."""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # has no stubs

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns import describe, wording
from persona_studio.patterns.blocks import Blocks
from persona_studio.patterns.classes import Classes, parts_of
from persona_studio.patterns.forming import GATE_ROWS, Coded, coded_of, linked_only, telling_too
from persona_studio.patterns.groups import Axes, find_axes, thinned
from persona_studio.patterns.heaps import KS
from persona_studio.patterns.models import AXES, Sample, by_people, choose
from persona_studio.patterns.placing import Placed, place
from persona_studio.patterns.prepare import widths
from persona_studio.patterns.request import (
    FEWEST,
    MOST_GROUPS,
    Group,
    GroupRequest,
    GroupResult,
)
from persona_studio.patterns.structure import Structure, measure

FIT_ROWS = 8_000
BETWEEN = 0.10
_TYPICAL = 12
_STEPS = 5


def find_groups(request: GroupRequest, *, report: Callable[[int, int], None]) -> GroupResult:
    """Look for groups among the people of a wave; raises StudioError where nothing can be asked.

    Under 50 people there are no groups, whatever number is forced. The same answers give the
    same groups in whatever order rows and columns come: work runs on rows sorted by content, on
    one thread.
    """
    import_module("sklearn.cluster")  # its threads must be there before they can be limited
    with threadpool_limits(1):
        return _find(request, report)


def _find(request: GroupRequest, report: Callable[[int, int], None]) -> GroupResult:
    if request.k is not None and not 2 <= request.k <= MOST_GROUPS:
        raise StudioError(
            f"The number of groups must be from 2 to {MOST_GROUPS}.",
            "More than six groups cannot be told apart in a room.",
            kind="bad_number",
        )
    report(0, _STEPS)
    if request.answers.people(request.answers.mask(None)) < FEWEST:
        why = dict.fromkeys(request.basis, "too few people")
        nothing = Coded([], Blocks([], 0), _no_rows(), why)
        return _nothing(request, "too_few", nothing, None)
    coded = linked_only(coded_of(request))
    report(1, _STEPS)
    gate = coded.few()
    parts = parts_of(coded.codings, gate)
    classes = Classes(parts, parts.pieces(gate))
    structure = measure(gate, coded.shapes, classes, request.seed)
    verdict, proposed = structure.decide()
    report(2, _STEPS)
    k = request.k or proposed
    if k < 2:
        return _nothing(request, verdict, coded, structure)
    if not structure.view.without_first:
        coded = telling_too(coded, k, request.seed)
    return _grouped(request, coded, structure, (verdict, k), report)


def _grouped(
    request: GroupRequest,
    coded: Coded,
    structure: Structure,
    decided: tuple[str, int],
    report: Callable[[int, int], None],
) -> GroupResult:
    verdict, k = decided
    rows, few = thinned(coded.order, FIT_ROWS), thinned(coded.order, GATE_ROWS)
    view = structure.view
    some = coded.blocks.rows(rows)
    axes = find_axes(some, view.axes)
    if view.without_first:
        axes = axes.without_first()
    sample = Sample(coded.codings, some, np.flatnonzero(np.isin(rows, few)), axes, request.seed)
    chosen = choose(sample, k, one_model=view.without_first)
    report(3, _STEPS)
    (coords, assignment, margin), forms = _placed(coded, chosen.model)
    chosen, assignment = by_people(chosen, assignment)
    steady = chosen.steady
    report(4, _STEPS)
    between = float(np.count_nonzero(margin < BETWEEN)) / len(margin)
    offered = _offered(structure, k, steady)
    result = GroupResult(
        verdict=verdict,
        sentence=wording.headline(verdict, k, forced=bool(request.k), worst=float(steady.min())),
        detail=wording.detail(verdict, request, offered, between)
        + wording.skipped(_skipped(coded)),
        k=k,
        offered=offered,
        groups=_groups(request, assignment, margin, steady),
        basis=tuple(v for coding in coded.codings for v in coding["variables"]),
        descriptors=request.descriptors,
        assignment=assignment,
        margin=margin,
        between=between,
        coords=coords,
        shown=_shown(axes),
        model=chosen.model,
        method=chosen.method,
        agreement=chosen.agreement,
        forms=forms,
        left_out=coded.left_out,
        skipped=_skipped(coded),
        seed=request.seed,
        versions=_versions(),
    )
    report(_STEPS, _STEPS)
    return result


def _offered(structure: Structure, k: int, steady: Floats | None = None) -> tuple[Json, ...]:
    """Return every number of groups, its worst stability and sizes; the chosen as fitted."""
    return tuple(
        {
            "k": other,
            "worst_stability": round(
                structure.worst[other] if steady is None or other != k else float(steady.min()), 4
            ),
            "shares": list(structure.shares[other]),
            "chosen": other == k,
        }
        for other in KS
    )


def _groups(
    request: GroupRequest, assignment: Numbers, margin: Floats, steady: Floats
) -> tuple[Group, ...]:
    answers, k = request.answers, len(steady)
    basis = describe.differences(request.basis, answers, assignment, k)
    others = [v for v in request.descriptors if v not in request.basis]
    described = describe.differences(others, answers, assignment, k)
    told = [describe.told(basis, group) for group in range(k)]
    names = wording.names(told, {name for name, q in answers.questions.items() if q.order})
    out = []
    for group, (over, under) in enumerate(told):
        mine = describe.members(assignment, group)
        n = int(np.count_nonzero(mine))
        deepest = np.argsort(-np.where(mine, margin, -1), kind="stable")[: min(n, _TYPICAL)]
        out.append(
            Group(
                number=group,
                name=names[group],
                n=n,
                share=n / len(assignment),
                stability=float(steady[group]),
                over=over,
                under=under,
                also=describe.also(described, group),
                apart=describe.apart([*basis, *described], group),
                typical=tuple(int(place) for place in deepest),
            )
        )
    return tuple(out)


def _placed(coded: Coded, model: Json) -> tuple[Placed, dict[str, float]]:
    """Return everybody's place, and how much each basis question forms the groups (sum 1)."""
    found = place(model, coded.blocks)
    k = len(model["centroids"])
    return found, _forms(coded, found.numbers, k)


def _forms(coded: Coded, numbers: Numbers, k: int) -> dict[str, float]:
    sums, counts = coded.blocks.sums_by(numbers, k), np.bincount(numbers, minlength=k)
    mean = sums.sum(0) / counts.sum()
    centres = sums / np.maximum(counts, 1)[:, None] - mean * (counts > 0)[:, None]
    columns = (centres**2 * counts[:, None]).sum(0)
    total, start, out = max(float(columns.sum()), 1e-300), 0, {}
    for coding, width in zip(coded.codings, widths(coded.codings), strict=True):
        share = float(columns[start : start + width].sum()) / total
        out.update(dict.fromkeys(coding["variables"], round(share, 4)))
        start += width
    return out


def _shown(axes: Axes) -> float:
    first = axes.first
    return float(axes.variances[first : first + 2].sum() / max(axes.variances.sum(), 1e-300))


def _nothing(
    request: GroupRequest, verdict: str, coded: Coded, structure: Structure | None
) -> GroupResult:
    """Return the answer without groups; where there are enough people, still with a map."""
    n = len(request.answers)
    coords, shown = np.zeros((n, 2)), 0.0
    if coded.codings:
        axes = find_axes(coded.blocks.rows(thinned(coded.order, FIT_ROWS)))
        places = [axes.scores(rows)[:, :2] for rows in coded.blocks.slices()]
        coords, shown = np.concatenate(places).round(6), _shown(axes)
    offered = () if structure is None else _offered(structure, 0)
    return GroupResult(
        verdict=verdict,
        sentence=wording.headline(verdict, 0, forced=False),
        detail=wording.detail(verdict, request, (), 0.0) + wording.skipped(_skipped(coded)),
        k=0,
        offered=offered,
        groups=(),
        basis=tuple(v for coding in coded.codings for v in coding["variables"]),
        descriptors=request.descriptors,
        assignment=np.full(n, -1, dtype=np.int64),
        margin=np.zeros(n),
        between=0.0,
        coords=coords,
        shown=shown,
        model=None,
        method=AXES,
        agreement=None,
        forms={},
        left_out=coded.left_out,
        skipped=_skipped(coded),
        seed=request.seed,
        versions=_versions(),
    )


def _skipped(coded: Coded) -> tuple[Json, ...]:
    """Return the blocks that some people were not shown: questions, people, share."""
    return tuple(
        {"questions": list(skip.variables), "n": int(skip.rows.sum()), "share": skip.share}
        for skip in coded.skipped
    )


def _no_rows() -> Numbers:
    return np.zeros(0, dtype=np.int64)


def _versions() -> dict[str, str]:
    return {name: version(name) for name in ("scikit-learn", "numpy")}
