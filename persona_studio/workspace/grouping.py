# SPDX-License-Identifier: MIT
"""Groups of a wave: what to ask the pattern child, and keeping its answer in the project."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json, new_id
from persona_studio.core.research import Membership, Question, Segment, Segmentation
from persona_studio.storage import rows
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Answers
    from persona_studio.patterns.basis import Proposal
    from persona_studio.patterns.placing import Placed
    from persona_studio.patterns.request import Group, GroupRequest, GroupResult

MOST_DOTS = 2_000
"""So many people at most are kept as dots of the map, evenly over the rows."""
_COUNTED = ("question", "answer", "share", "everyone", "lift", "low", "high", "n")


def propose(workspace: Workspace, wave: str) -> "Proposal":
    """Return which questions of a wave should form groups, describe them, or stay out and why."""
    from persona_studio.patterns.basis import propose_basis

    return propose_basis(workspace.answers(wave))


def request(
    workspace: Workspace,
    wave: str,
    questions: Sequence[str] = (),
    *,
    descriptors: Sequence[str] | None = None,
    weights: Mapping[str, str] | None = None,
    k: int | None = None,
    seed: int | None = None,
) -> "GroupRequest":
    """Return what to ask the pattern child.

    `questions` are ids, variables or labels of the wave's questions; none means the proposal,
    `all` every question that can be used. Raises StudioError for a question the wave lacks.
    """
    from persona_studio.patterns.request import request_of

    answers = workspace.answers(wave)
    proposal = propose(workspace, wave)
    if not questions:
        basis = proposal.basis
    elif [q.casefold() for q in questions] == ["all"]:
        basis = (*proposal.basis, *proposal.descriptors)
    else:
        basis = tuple(_variable(workspace, wave, wanted) for wanted in questions)
    others = proposal.descriptors if descriptors is None else tuple(descriptors)
    kept = [name for name in others if name not in basis]
    return request_of(answers, basis, kept, weights=weights, k=k, seed=seed or 0)


def request_again(workspace: Workspace, found: Segmentation, k: int) -> "GroupRequest":
    """Return what to ask for another number of groups of the same questions and weights."""
    asked = {q.variable for q in workspace.snapshot.questions_of(found.wave)}
    return request(
        workspace,
        found.wave,
        [variable for variable in asked_for(found) if variable in asked],
        descriptors=found.descriptors,
        weights=found.weights,
        k=k,
        seed=found.seed,
    )


def asked_for(found: Segmentation) -> list[str]:
    """Return the questions that were to form groups, those that the search left out included."""
    told = found.result if isinstance(found.result, dict) else {}
    return list(dict.fromkeys((*found.questions, *told.get("left_out", ()))))


def job(request: "GroupRequest") -> tuple[Callable[..., "GroupResult"], tuple[Any, ...]]:
    """Return the function to run in the pattern child, and its arguments."""
    from persona_studio.patterns.finding import find_groups

    return find_groups, (request,)


def store(workspace: Workspace, request: "GroupRequest", result: "GroupResult") -> str:
    """Keep an answer as a segmentation with its segments and members: one edit; return its id."""
    answers = request.answers
    segmentation = _segmentation(workspace, request, result)
    segments = [_segment(group, segmentation.id) for group in result.groups]
    raw = workspace.database.connection
    with workspace.edit("Find groups") as write:
        if segments:
            rows.register(raw, "membership", segmentation.id)
            rows.add_memberships(
                raw,
                (
                    Membership(segmentation.id, number, segments[group].id, round(margin, 4))
                    for number, group, margin in zip(
                        answers.numbers.tolist(),
                        result.assignment.tolist(),
                        result.margin.tolist(),
                        strict=True,
                    )
                ),
            )
        write.add(segmentation)
        write.add_all(segments)
    return segmentation.id


def as_json(workspace: Workspace, segmentation: str, *, assignments: bool = False) -> Json:
    """Return a stored answer as the command line prints it (contracts: `groups`)."""
    snapshot = workspace.snapshot
    found = snapshot.table(Segmentation)[segmentation]
    ids = {q.variable: q.id for q in snapshot.questions_of(found.wave)}
    segments = snapshot.segments_of(segmentation)
    everyone = max(1, sum(segment.n for segment in segments))
    answer: dict[str, Json] = {
        "segmentation": found.id,
        "wave": found.wave,
        "verdict": found.verdict,
        "sentence": found.sentence,
        "k": found.k,
        "offered": [dict(offer) for offer in found.offered],
        "model": found.method,
        "agreement": (found.result or {}).get("agreement"),
        "basis": [ids[v] for v in found.questions if v in ids],
        "descriptors": [ids[v] for v in found.descriptors if v in ids],
        "left_out": _left_out(workspace, found),
        "skipped": [
            {**block, "questions": [ids[v] for v in block["questions"] if v in ids]}
            for block in (found.result or {}).get("skipped", ())
        ],
        "groups": [
            {
                "id": segment.id,
                "name": segment.name,
                "n": segment.n,
                "share": segment.n / everyone,
                "stability": segment.stability,
                "over": [_told(item, ids) for item in segment.over],
                "under": [_told(item, ids) for item in segment.under],
            }
            for segment in segments
        ],
        "between": found.result["between"],
        "detail": found.result["detail"],
    }
    if assignments:
        members = rows.read_memberships(workspace.database.connection, segmentation)
        answer["assignments"] = {str(member.row): member.segment for member in members}
    return answer


def _left_out(workspace: Workspace, found: Segmentation) -> Json:
    """Return which questions took no part, in the order of the file, and why."""
    why = {
        **propose(workspace, found.wave).out,
        **(found.result or {}).get("left_out", {}),
    }
    part = {*found.questions, *found.descriptors}
    return [
        {"question": q.id, "label": q.label, "why": why.get(q.variable, "not chosen")}
        for q in workspace.snapshot.questions_of(found.wave)
        if q.variable not in part
    ]


def _variable(workspace: Workspace, wave: str, wanted: str) -> str:
    questions = workspace.snapshot.questions_of(wave)
    ways: tuple[Callable[[Question], str], ...] = (
        lambda q: q.id,
        lambda q: q.variable,
        lambda q: q.label,
    )
    for way in ways:
        for question in questions:
            if way(question) == wanted:
                return question.variable
    raise StudioError(
        f"This wave has no question “{wanted}”.",
        "Use the ids that `import` printed, or the column's name.",
        kind="unknown_question",
    )


def _segmentation(
    workspace: Workspace, request: "GroupRequest", result: "GroupResult"
) -> Segmentation:
    count = sum(
        1
        for old in workspace.snapshot.table(Segmentation).values()
        if old.wave == request.answers.wave_id
    )
    return Segmentation(
        id=new_id(),
        wave=request.answers.wave_id,
        name=f"Groups {count + 1}",
        created=clock.now(),
        questions=result.basis,
        descriptors=result.descriptors,
        weights=dict(request.weights),
        method=result.method,
        k=result.k,
        seed=result.seed,
        verdict=result.verdict,
        sentence=result.sentence,
        offered=list(result.offered),
        model=result.model,
        result={
            "detail": result.detail,
            "between": result.between,
            "forced": request.k is not None,
            "agreement": result.agreement,
            "forms": dict(result.forms),
            "left_out": dict(result.left_out),
            "skipped": list(result.skipped),
            "also": [list(group.also) for group in result.groups],
            "apart": [list(group.apart) for group in result.groups],
            "typical": [_numbers(request, group.typical) for group in result.groups],
            "map": _map(request, result),
        },
        versions=dict(result.versions),
    )


def _numbers(request: "GroupRequest", places: Sequence[int]) -> list[int]:
    return [int(request.answers.numbers[place]) for place in places]


def _map(request: "GroupRequest", result: "GroupResult") -> Json:
    from persona_studio.patterns.placing import Placed

    found = Placed(result.coords, result.assignment, result.margin)
    return dots_of(request.answers, found, result.shown)


def dots_of(answers: "Answers", found: "Placed", shown: float) -> Json:
    """Return dots of the map: row numbers, both coordinates, groups and margins, side by side."""
    n = len(found.coords)
    places = [i * n // min(n, MOST_DOTS) for i in range(min(n, MOST_DOTS))]
    return {
        "shown": shown,
        "rows": [int(answers.numbers[i]) for i in places],
        "x": [round(float(found.coords[i, 0]), 3) for i in places],
        "y": [round(float(found.coords[i, 1]), 3) for i in places],
        "group": [int(found.numbers[i]) for i in places],
        "margin": [round(float(found.margins[i]), 3) for i in places],
    }


def _segment(group: "Group", segmentation: str) -> Segment:
    return Segment(
        new_id(),
        segmentation,
        group.number,
        group.name,
        group.n,
        group.stability,
        list(group.over),
        list(group.under),
    )


def _told(item: Mapping[str, Json], ids: Mapping[str, str]) -> Json:
    told = {key: item[key] for key in _COUNTED}
    told["question"] = ids.get(item["question"], item["question"])
    return {**told, "label": item["label"], "k": item["k"]}
