# SPDX-License-Identifier: MIT
"""Re-checks every claim of a project on a new wave, with the groups' own frozen models."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from persona_studio.core.persona import Persona
from persona_studio.core.research import Segmentation

if TYPE_CHECKING:
    from persona_studio.evidence.assign import Model
    from persona_studio.evidence.columns import Answers
    from persona_studio.workspace.workspace import Workspace


def validate(workspace: "Workspace", wave: str, before: str | None = None) -> dict[str, Any]:
    """Return what a wave says about every claim (contracts: `validate`)."""
    from persona_studio.evidence import validate as checking

    def members(persona: Persona) -> tuple[str, Collection[int]] | None:
        return workspace.data.members(workspace.snapshot, persona)

    def model(segmentation: Segmentation) -> "Model | None":
        return frozen(workspace, segmentation)

    data = checking.Data(workspace.answers, members, model)
    return checking.validate(workspace.snapshot, wave, data, before)


def frozen(workspace: "Workspace", segmentation: Segmentation) -> "Model | None":
    """Return the rule that puts the rows of any wave into a segmentation's groups.

    A variable left out is answered by nobody, so that it can pull no one into a group. None for
    a segmentation that was kept without a model.
    """
    if not segmentation.model:
        return None
    names = {s.number: s.id for s in workspace.snapshot.segments_of(segmentation.id)}

    def assigned(answers: "Answers", without: str | None) -> Sequence[str | None] | None:
        from persona_studio.patterns.groups import assign

        if not set(segmentation.questions) - {without} <= set(answers.columns):
            return None
        asked = blanked(answers, without) if without else answers
        groups, _ = assign(segmentation.model, asked)
        return [names.get(int(group)) for group in groups]

    return assigned


def blanked(answers: "Answers", variable: str) -> "Answers":
    """Return a wave's answers as if nobody had answered one question."""
    from persona_studio.evidence.columns import encode

    if variable not in answers.columns:
        return answers
    columns = {name: answers.columns[name] for name in answers.columns if name != variable}
    return replace(answers, columns={**columns, variable: encode([""] * len(answers))})
