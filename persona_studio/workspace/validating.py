# SPDX-License-Identifier: MIT
"""Re-checking every claim on a new wave, with the grouping frozen as it was."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from persona_studio.core.research import Segmentation
from persona_studio.evidence.data import Data
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Answers


def validate(workspace: Workspace, wave: str) -> dict[str, Any]:
    """Return what a wave says about every claim (contracts: `validate --json`)."""
    from persona_studio.evidence.validate import validate as check

    return check(workspace.snapshot, wave, workspace.judging.data)


def reading(workspace: Workspace) -> Data:
    """Return where rules and re-checks read the answers of an open project."""
    return Data(
        workspace.answers,
        lambda persona: workspace.data.members(workspace.snapshot, persona),
        lambda segmentation: frozen(workspace, segmentation),
        workspace.data.row,
    )


def frozen(
    workspace: Workspace, segmentation: Segmentation
) -> "Callable[[Answers, str | None], Sequence[str | None] | None] | None":
    """Return the stored model of a grouping as a function of a wave's answers.

    The model is never fitted again. A variable to leave out counts as not answered, which is the
    middle of its question. A wave that did not ask all questions of the model gets no answer.
    """
    model = segmentation.model
    if not model:
        return None
    segments = {s.number: s.id for s in workspace.snapshot.segments_of(segmentation.id)}

    def assign(answers: "Answers", without: str | None) -> Sequence[str | None] | None:
        from persona_studio.patterns.groups import assign as run

        if not set(segmentation.questions) <= answers.columns.keys():
            return None
        numbers, _ = run(model, _without(answers, without))
        return [segments.get(int(number)) for number in numbers]

    return assign


def _without(answers: "Answers", variable: str | None) -> "Answers":
    if variable is None:
        return answers
    from persona_studio.evidence.columns import encode

    blank = encode([""] * len(answers))
    columns = {name: answers.columns[name] for name in answers.columns if name != variable}
    return replace(answers, columns={**columns, variable: blank})
