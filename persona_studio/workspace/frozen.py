# SPDX-License-Identifier: MIT
"""What rules and re-checks read of an open project: its answers, its groups, its frozen models."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from persona_studio.core.research import Segmentation
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.data import Data
from persona_studio.workspace import data

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Answers


class Opened(Protocol):
    """An open project as it is read: what it says now, and the answers behind it."""

    data: data.Data

    @property
    def snapshot(self) -> Snapshot:
        """The project as it stands now."""
        ...

    def answers(self, wave: str) -> "Answers":
        """Return the coded answers of a wave."""
        ...


def reading(project: Opened) -> Data:
    """Return where rules and re-checks read the answers of an open project."""
    return Data(
        project.answers,
        lambda persona: project.data.members(project.snapshot, persona),
        lambda segmentation: frozen(project, segmentation),
        project.data.row,
    )


def frozen(
    project: Opened, segmentation: Segmentation
) -> "Callable[[Answers, str | None], Sequence[str | None] | None] | None":
    """Return the stored model of a grouping as a function of a wave's answers.

    The model is never fitted again. A variable to leave out counts as not answered, which is the
    middle of its question. A wave that did not ask all questions of the model gets no answer.
    """
    model = segmentation.model
    if not model:
        return None
    segments = {s.number: s.id for s in project.snapshot.segments_of(segmentation.id)}

    def assign(answers: "Answers", without: str | None) -> Sequence[str | None] | None:
        from persona_studio.patterns.placing import assign as run

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
