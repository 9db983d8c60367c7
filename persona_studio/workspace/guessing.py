# SPDX-License-Identifier: MIT
"""Guess, then reveal: what the room can be asked, what the data says, what stays in dispute."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.persona import Claim, Measure, Persona
from persona_studio.core.research import Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.workshop import Exercise, Option
from persona_studio.evidence.data import counted as count_once
from persona_studio.storage import claims, evidence
from persona_studio.storage.writer import Writer
from persona_studio.workspace.figures import Figure, each_figure
from persona_studio.workspace.lines import said, section_of

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_TEST_WITHIN = timedelta(days=42)


@dataclass(frozen=True)
class Ask:
    """One answer whose share can be guessed, among a persona's people or everyone asked.

    The share itself is not told here.
    """

    text: str
    wave: str
    measure: Measure
    persona: Persona | None = None

    def exercise(self, session: str) -> Exercise:
        """Return the exercise that asks it in a meeting."""
        whose = (Option(self.persona.id, self.persona.name),) if self.persona else ()
        return Exercise(
            "", session, "guess", self.text, wave=self.wave, measure=self.measure, options=whose
        )


def with_people(snapshot: Snapshot) -> list[Persona]:
    """Return the personas whose people are known as a group."""
    return [persona for persona in snapshot.personas if persona.segment]


def asks(ws: "Workspace", persona: str | None = None) -> Iterator[list[Ask]]:
    """Yield what can be asked, question by question, so that a window can rest between."""
    whose = ws.snapshot.table(Persona).get(persona or "")
    for found in each_figure(ws, persona):
        yield [_ask(ws.snapshot, figure, whose) for figure in found if figure.grouped or not whose]


def _ask(snapshot: Snapshot, figure: Figure, whose: Persona | None) -> Ask:
    """Ask in the words the people were asked in, where these are known."""
    question = snapshot.question(figure.wave, figure.variable)
    line = dict(figure.line)
    if question is not None and question.text and not question.group:
        line["label"] = question.text
    base = "segment" if whose else "all"
    measure = Measure(figure.measure.question, figure.measure.op, figure.measure.value, base)
    return Ask(said(line), figure.wave, measure, whose)


def counted(ws: "Workspace", exercise: Exercise) -> tuple[int, int] | None:
    """Return for how many of how many people it holds; None where they cannot be counted."""
    snapshot = ws.snapshot
    if exercise.wave not in snapshot.table(Wave) or exercise.measure is None:
        return None
    whose = exercise.options[0].id if exercise.options else ""
    persona = snapshot.table(Persona).get(whose)
    found = count_once(exercise.measure, persona, exercise.wave or "", snapshot, ws.judging.data)
    grouped = found.base == "segment"
    return (found.k, found.n) if found.n and grouped == bool(exercise.options) else None


def parked(snapshot: Snapshot, exercise: Exercise) -> Claim | None:
    """Return the claim of the parking lot that keeps an exercise in dispute."""
    lot = snapshot.claims_of(None)
    return next((claim for claim in lot if claim.text == disputed(exercise)), None)


def disputed(exercise: Exercise) -> str:
    """Return an exercise as a line for the parking lot: of whom it is said, and what."""
    whose = f"{exercise.options[0].text}: " if exercise.options else ""
    return " ".join(f"{whose}{exercise.title}".split())


def park(ws: "Workspace", write: Writer, exercise: Exercise, who: str) -> str:
    """Put what the room disputes into the parking lot, openly as an assumption to be tested."""
    question = None
    if exercise.wave and exercise.measure:
        question = ws.snapshot.question(exercise.wave, exercise.measure.question)
    section = section_of(question.label if question else exercise.title, descriptor=False)
    claim = claims.add(write, None, section, disputed(exercise))
    how = f"Ask again: {question.text or question.label}" if question else "Ask more people"
    evidence.assume(write, claim, who, how, clock.today() + _TEST_WITHIN)
    return claim
