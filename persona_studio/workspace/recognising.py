# SPDX-License-Identifier: MIT
"""Golden questions of a grouping: asked of the pattern child, kept with it, told in words.

The rule is kept in the grouping's own result, so it goes where the grouping goes, and is made
again, bit for bit, from the same people.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.research import Segment, Segmentation
from persona_studio.core.snapshot import Snapshot
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.patterns.golden import GoldenRequest

KEPT = "golden"
"""Where in a grouping's result the golden questions stand."""
LEAST_TOLD, MOST = 5, 5
"""Below so many tried people a group's share is not told, only the counts."""


@dataclass(frozen=True)
class Told:
    """Golden questions in words: one sentence, the detail, and what would help (if refused)."""

    sentence: str
    detail: str
    advice: tuple[str, ...] = ()


def request(
    ws: Workspace, segmentation: str, without: Iterable[str] = (), most: int = MOST
) -> "GoldenRequest":
    """Return what to ask the pattern child; variables of `without` are not to be asked.

    The questions that formed the groups and those that describe them may be asked.
    """
    from persona_studio.patterns.golden import request_of as golden_request
    from persona_studio.patterns.request import request_of

    if not 1 <= most <= MOST:
        raise StudioError(
            "Golden questions are up to five.", "Choose from 1 to 5.", kind="bad_number"
        )
    found = _known(ws.snapshot, segmentation)
    answers = request_of(ws.answers(found.wave), found.questions).answers
    members = ws.data.segment_rows(found.id)
    rows = [members.get(segment.id, frozenset()) for segment in ws.snapshot.segments_of(found.id)]
    barred = set(without)
    asked = tuple(v for v in (*found.questions, *found.descriptors) if v not in barred)
    return golden_request(answers, rows, asked, most)


def job(request: "GoldenRequest") -> tuple[Callable[..., Json], tuple[Any, ...]]:
    """Return the function to run in the pattern child, and its arguments."""
    from persona_studio.patterns.golden import find_golden

    return find_golden, (request,)


def store(ws: Workspace, segmentation: str, request: "GoldenRequest", golden: Json) -> None:
    """Keep the golden questions with their grouping, in one edit."""
    found = _known(ws.snapshot, segmentation)
    may = {*found.questions, *found.descriptors} - set(request.variables)
    kept = {
        **golden,
        "without": sorted(may),
        "most": request.most,
        "versions": {name: version(name) for name in ("scikit-learn", "numpy")},
    }
    with ws.edit("Find golden questions") as write:
        write.change(Segmentation, found.id, result={**(found.result or {}), KEPT: kept})


def golden_of(found: Segmentation | None) -> Json:
    """Return the golden questions kept with a grouping, None where there are none."""
    result = found.result if found is not None else None
    golden = result.get(KEPT) if isinstance(result, dict) else None
    return golden if isinstance(golden, dict) else None


def said(golden: Json, names: Sequence[str]) -> Told:
    """Return in plain words how well a few questions tell the groups apart."""
    hit, many = golden["hit"], len(golden["questions"])
    share = f"{hit['k']} of {hit['n']} people"
    detail = (
        f"Made from {golden['made_from']} people and tried on {hit['n']} others it had not seen: "
        f"{_percent(hit['k'], hit['n'])} were put right (could be {_between(hit)}). "
        f"Guessing “{names[golden['largest']['group']]}” for everyone would find "
        f"{_percent(golden['largest']['k'], hit['n'])}."
    )
    if golden["accepted"]:
        return Told(f"{_questions(many)} put {share} into their own group.", detail)
    return Told(
        f"A few questions cannot tell these groups apart: only {share} were put right.",
        f"{detail} A card needs at least 70 %; below that it would mislead.",
        tuple(_advice(golden, names)),
    )


def recall_of(share: Json) -> str:
    """Return how many of one group's tried people were recognised."""
    told = f"{share['k']} of {share['n']} recognised"
    if share["n"] < LEAST_TOLD:
        return told
    return f"{told} ({_percent(share['k'], share['n'])}, could be {_between(share)})"


def as_json(ws: Workspace, segmentation: str) -> Json:
    """Return the kept golden questions as the command line prints them."""
    found = _known(ws.snapshot, segmentation)
    golden = golden_of(found)
    segments = ws.snapshot.segments_of(found.id)
    ids = {q.variable: q.id for q in ws.snapshot.questions_of(found.wave)}
    told = said(golden, names_of(ws.snapshot, found))
    return {
        "segmentation": found.id,
        "accepted": golden["accepted"],
        "sentence": told.sentence,
        "detail": told.detail,
        "advice": list(told.advice),
        "made_from": golden["made_from"],
        "hit": golden["hit"],
        "largest": golden["largest"],
        "all_questions": golden["all_questions"],
        "groups": [
            {"id": segment.id, "name": segment.name, **share}
            for segment, share in zip(segments, golden["groups"], strict=True)
        ],
        "start": golden["start"],
        "questions": [
            {
                "question": ids.get(one["question"], one["question"]),
                "label": one["label"],
                "answers": [
                    {"answer": answer, "points": points}
                    for answer, points in zip(one["answers"], one["points"], strict=True)
                ],
            }
            for one in golden["questions"]
        ],
        "without": [ids.get(v, v) for v in golden["without"]],
    }


def names_of(snapshot: Snapshot, found: Segmentation) -> list[str]:
    """Return what the groups of a grouping are called, as its rule numbers them."""
    return [_name(segment) for segment in snapshot.segments_of(found.id)]


def _name(segment: Segment) -> str:
    return segment.name.strip() or f"Group {segment.number + 1}"


def _known(snapshot: Snapshot, segmentation: str) -> Segmentation:
    found = snapshot.table(Segmentation).get(segmentation)
    if found is None or len(snapshot.segments_of(segmentation)) < 2:
        raise StudioError(
            "There are no groups to tell apart.", "Look for groups first.", kind="no_groups"
        )
    return found


def _advice(golden: Json, names: Sequence[str]) -> Iterator[str]:
    """Say what would help where the rule was refused."""
    n, every, mixed = golden["hit"]["n"], golden["all_questions"], golden["mixed"]
    if every["k"] >= 0.7 * n:
        yield (
            f"All {every['asked']} questions together would put {_percent(every['k'], n)} right: "
            "ask people the whole survey instead of a few questions."
        )
    else:
        yield "Not even all questions together reach 70 %: the groups shade into each other."
    if mixed and len(names) > 2:
        was, taken = names[mixed["was"]], names[mixed["taken_for"]]
        yield (
            f"“{was}” is taken for “{taken}” most often ({mixed['k']} people): "
            "look for one group fewer."
        )
    if n < 60:
        yield "With more people asked, the rule would be surer."
    if golden["without"]:
        yield "Let the questions be asked again that you left out."


def _questions(many: int) -> str:
    return f"{('One', 'Two', 'Three', 'Four', 'Five')[many - 1]} question{'s' * (many > 1)}"


def _percent(k: int, n: int) -> str:
    return f"{round(100 * k / max(1, n))} %"


def _between(share: Json) -> str:
    return f"{round(100 * share['low'])} to {round(100 * share['high'])} %"
