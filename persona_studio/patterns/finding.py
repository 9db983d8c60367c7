# SPDX-License-Identifier: MIT
"""The job of the pattern child: from chosen questions to groups, or to none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # has no stubs

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns import describe, wording
from persona_studio.patterns.basis import why_out
from persona_studio.patterns.blocks import Blocks
from persona_studio.patterns.classes import Classes, parts_of
from persona_studio.patterns.groups import Axes, find_axes, thinned
from persona_studio.patterns.heaps import KS
from persona_studio.patterns.linked import linked
from persona_studio.patterns.models import AXES, Placed, Sample, by_people, choose, place, together
from persona_studio.patterns.prepare import blocks_coded, blocks_of, learn, widths
from persona_studio.patterns.request import (
    FEWEST,
    MOST_GROUPS,
    WEIGHTS,
    Group,
    GroupRequest,
    GroupResult,
    Matrix,
)
from persona_studio.patterns.skips import Skip, beside, shown_everything, skips
from persona_studio.patterns.structure import Structure, measure

GATE_ROWS, FIT_ROWS = 1_000, 8_000
BETWEEN = 0.10
_TYPICAL = 12
_STEPS = 5


@dataclass(frozen=True, eq=False)
class _Coded:
    """The basis as numbers: one coding a block, to be spread over rows, and rows to fit on.

    `order` are the rows that were shown everything, in the order of their content; `skipped` the
    blocks that some were not shown.
    """

    codings: list[Json]
    blocks: Blocks
    order: Numbers
    left_out: Mapping[str, str]
    skipped: tuple[Skip, ...] = ()


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
        return _nothing(request, "too_few", _Coded([], Blocks([], 0), _no_rows(), {}), None)
    coded = _coded(request)
    report(1, _STEPS)
    gate = coded.blocks.rows(thinned(coded.order, GATE_ROWS))
    parts = parts_of(coded.codings, gate)
    classes = Classes(parts, parts.pieces(gate))
    structure = measure(gate, _block_shapes(coded.codings), classes, request.seed)
    verdict, proposed = structure.decide()
    report(2, _STEPS)
    k = request.k or proposed
    if k < 2:
        return _nothing(request, verdict, coded, structure)
    return _grouped(request, coded, structure, (verdict, k), report)


def _coded(request: GroupRequest) -> _Coded:
    """Code the basis; questions that cannot take part are left out with the reason."""
    answers, left_out, used = request.answers, dict[str, str](), []
    for variable in request.basis:
        question = answers.questions.get(variable)
        reason = "not asked in this wave" if question is None else why_out(question, answers)
        if reason is None:
            used.append(variable)
        else:
            left_out[variable] = reason
    found = skips(used, answers)
    whole, not_asked = shown_everything(found, len(answers))
    for skip in not_asked:
        reason = f"{skip.share:.0%} skipped this block".replace("%", " %")
        left_out.update(dict.fromkeys(skip.variables, reason))
    codings = _codings(request, [v for v in used if v not in left_out], found, left_out)
    if len(codings) < 2:
        forming = [answers.questions[v] for coding in codings for v in coding["variables"]]
        raise _too_few(dict.fromkeys(question.group or question.label for question in forming))
    blocks = blocks_coded(codings, answers)
    order = blocks.order()
    return _together(_Coded(codings, blocks, order[whole[order]], left_out, tuple(found)))


def _too_few(forming: Iterable[str]) -> StudioError:
    """Return what is said where fewer than two questions can form groups."""
    names = ", ".join(f"“{label}”" for label in forming)
    return StudioError(
        f"Only one question forms groups here: {names}. It takes two."
        if names
        else "None of these questions can form groups. It takes two.",
        "Let others form groups too, on what people need, want or do: in Patterns set them to "
        "“Forms groups”, on the command line name them by --questions. `--questions all` also "
        "takes those that otherwise only describe groups, as age and satisfaction do.",
        kind="too_few_questions",
    )


def _codings(
    request: GroupRequest, used: Sequence[str], found: Sequence[Skip], left_out: dict[str, str]
) -> list[Json]:
    answers, codings = request.answers, []
    for variables in blocks_of(used, answers):
        weight = WEIGHTS[request.weights.get(variables[0], "normal")]
        coding = learn(variables, answers, weight, beside(variables, found))
        if coding is None:
            left_out.update(dict.fromkeys(variables, "everyone gave the same answer"))
        else:
            codings.append(coding)
    return codings


def _together(coded: _Coded) -> _Coded:
    """Leave out questions that go with no other, unless a person gave them more weight."""
    some = coded.blocks.rows(thinned(coded.order, GATE_ROWS))
    kept = linked(some, _block_shapes(coded.codings))
    kept |= np.array([coding["weight"] > 1 for coding in coded.codings])
    if kept.sum() < 2 or kept.all():
        return coded
    alone = [v for c, k in zip(coded.codings, kept, strict=True) if not k for v in c["variables"]]
    return _Coded(
        [coding for coding, keep in zip(coded.codings, kept, strict=True) if keep],
        coded.blocks.only(kept),
        coded.order,
        {**coded.left_out, **dict.fromkeys(alone, "goes with no other question here")},
        coded.skipped,
    )


def _block_shapes(codings: Sequence[Json]) -> list[tuple[int, bool]]:
    return [
        (width, coding["kind"] == "multi")
        for width, coding in zip(widths(codings), codings, strict=True)
    ]


def _grouped(
    request: GroupRequest,
    coded: _Coded,
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
        sentence=wording.headline(verdict, k, forced=request.k is not None),
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
    names = wording.names([over for over, _ in told])
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


def _placed(coded: _Coded, model: Json) -> tuple[Placed, dict[str, float]]:
    """Return everybody's place, and how much each basis question forms the groups (sum 1)."""
    k = len(model["centroids"])
    sums, parts = np.zeros((k, coded.blocks.width)), []
    for rows in coded.blocks.slices():
        part = place(model, rows)
        sums += (part.numbers[None] == np.arange(k)[:, None]).astype(np.float64) @ rows
        parts.append(part)
    found = together(parts)
    return found, _forms(coded, sums, np.bincount(found.numbers, minlength=k))


def _forms(coded: _Coded, sums: Matrix, counts: Numbers) -> dict[str, float]:
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
    request: GroupRequest, verdict: str, coded: _Coded, structure: Structure | None
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


def _skipped(coded: _Coded) -> tuple[Json, ...]:
    """Return the blocks that some people were not shown: questions, people, share."""
    return tuple(
        {"questions": list(skip.variables), "n": int(skip.rows.sum()), "share": skip.share}
        for skip in coded.skipped
    )


def _no_rows() -> Numbers:
    return np.zeros(0, dtype=np.int64)


def _versions() -> dict[str, str]:
    return {name: version(name) for name in ("scikit-learn", "numpy")}
