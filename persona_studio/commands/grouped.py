# SPDX-License-Identifier: MIT
"""Commands on groups that were found: recognise, value and compare them, or cut tiers instead."""

from argparse import Namespace
from typing import Any

from persona_studio.commands.opened import grouping_named, opened, progress, wave_named
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.research import Segmentation
from persona_studio.core.snapshot import Snapshot
from persona_studio.workspace import grouping, moving, recognising, valuing


def golden(line: Namespace) -> tuple[Any, int]:
    """Find the questions that tell the groups apart on the phone, and how often they do."""
    with opened(line.project) as workspace:
        found = grouping_named(workspace.snapshot, line.segmentation)
        barred = [_variable(workspace.snapshot, found, name) for name in _parts(line.without)]
        request = recognising.request(workspace, found.id, barred, line.most)
        progress("Looking for golden questions ...")
        child = Child("finding")
        try:
            function, arguments = recognising.job(request)
            answer = child.call(function, *arguments).result()
        finally:
            child.stop()
        recognising.store(workspace, found.id, request, answer)
        told = recognising.as_json(workspace, found.id)
    return told, int(not told["accepted"])


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _variable(snapshot: Snapshot, found: Segmentation, name: str) -> str:
    for question in snapshot.questions_of(found.wave):
        if name in (question.id, question.variable, question.label):
            return question.variable
    raise StudioError(
        f"This wave has no question “{name}”.",
        "Use the ids that `import` printed, or the column's name.",
        kind="unknown_question",
    )


def value(line: Namespace) -> tuple[Any, int]:
    """Say which share of the money or orders each group brings."""
    with opened(line.project, to_read=True) as workspace:
        found = grouping_named(workspace.snapshot, line.segmentation)
        answer = valuing.as_json(workspace, found.id)
    return answer, int(not answer["values"])


def tiers(line: Namespace) -> tuple[Any, int]:
    """Cut the people of a wave into value tiers and keep them."""
    with opened(line.project) as workspace:
        wave = wave_named(workspace.snapshot, line.wave)
        made = valuing.make_tiers(workspace, wave.id)
        answer = grouping.as_json(workspace, made, assignments=line.assignments)
    return answer, 0


def compare(line: Namespace) -> tuple[Any, int]:
    """Say who moved between two groupings; with --move-personas let personas follow."""
    with opened(line.project, to_read=not line.move_personas) as workspace:
        one, two = (
            grouping_named(workspace.snapshot, name) for name in (line.segmentation, line.other)
        )
        compared = moving.compare(workspace, one.id, two.id)
        moved = moving.move_personas(workspace, one.id, two.id) if line.move_personas else 0
        answer = {**moving.as_json(workspace, compared), "moved_personas": moved}
    return answer, 0
