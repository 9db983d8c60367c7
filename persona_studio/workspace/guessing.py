# SPDX-License-Identifier: MIT
"""Guess, then reveal: what the room can be asked, what the data says, what stays in dispute."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.persona import Claim, Measure
from persona_studio.core.research import Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.workshop import Exercise
from persona_studio.evidence.data import counted as count_once
from persona_studio.storage import claims, evidence
from persona_studio.storage.writer import Writer
from persona_studio.workspace.figures import each_figure
from persona_studio.workspace.lines import section_of

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_TEST_WITHIN = timedelta(days=42)


@dataclass(frozen=True)
class Ask:
    """One answer whose share can be guessed; the share itself is not told here."""

    text: str
    wave: str
    measure: Measure
    source: str


def asks(ws: "Workspace") -> Iterator[list[Ask]]:
    """Yield what can be asked, question by question, so that a window can rest between."""
    for found in each_figure(ws, None):
        yield [
            Ask(
                figure.text,
                figure.wave,
                Measure(figure.measure.question, figure.measure.op, figure.measure.value, "all"),
                figure.source,
            )
            for figure in found
        ]


def counted(ws: "Workspace", exercise: Exercise) -> tuple[int, int] | None:
    """Return for how many of how many people it holds; None where the data is gone."""
    if exercise.wave not in ws.snapshot.table(Wave) or exercise.measure is None:
        return None
    found = count_once(exercise.measure, None, exercise.wave or "", ws.snapshot, ws.judging.data)
    return (found.k, found.n) if found.n else None


def parked(snapshot: Snapshot, exercise: Exercise) -> Claim | None:
    """Return the claim of the parking lot that keeps an exercise in dispute."""
    lot = snapshot.claims_of(None)
    return next((claim for claim in lot if claim.text == exercise.title), None)


def park(ws: "Workspace", write: Writer, exercise: Exercise, who: str) -> str:
    """Put what the room disputes into the parking lot, openly as an assumption to be tested."""
    question = None
    if exercise.wave and exercise.measure:
        question = ws.snapshot.question(exercise.wave, exercise.measure.question)
    section = section_of(question.label if question else exercise.title, descriptor=False)
    claim = claims.add(write, None, section, exercise.title)
    how = f"Ask again: {question.text or question.label}" if question else "Ask more people"
    evidence.assume(write, claim, who, how, clock.today() + _TEST_WITHIN)
    return claim
