# SPDX-License-Identifier: MIT
"""Figures: answers counted among a persona's group and among everyone.

They are counted on the newest wave of each source. Their numbers (E1, E2 ...) follow the files:
sources, questions and answers in order, so that a printed card can be found again until another
file is imported.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from persona_studio.core.fields import Json
from persona_studio.core.persona import Measure, Persona
from persona_studio.core.research import Question, Segmentation, Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.spoken import parted, row_of_grid
from persona_studio.workspace.lines import said

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Answers, Mask
    from persona_studio.workspace.workspace import Workspace

COUNTED = (
    "single_choice",
    "multi_select",
    "ordinal",
    "likert",
    "nps",
    "yes_no",
    "numeric",
    "duration",
)
_NUMBERS = ("numeric", "duration", "likert", "nps")
_PER_QUESTION = 2
_ALL = 0.98
"""The share from which an answer is everybody's, and tells nothing."""


@dataclass(frozen=True)
class Figure:
    """One answer, counted: `k` of `n` in the persona's group, `k_all` of `n_all` of everyone.

    Without a group (`grouped` False) both pairs count everyone. `formed` tells that the question
    helped to form the group, `gap` is the part of the difference that is beyond doubt (0-1).
    """

    number: int
    variable: str
    wave: str
    source: str
    label: str
    answer: str
    measure: Measure
    k: int
    n: int
    k_all: int
    n_all: int
    grouped: bool = False
    formed: bool = False
    gap: float = 0.0
    when: date | None = None

    @property
    def key(self) -> str:
        """What names this figure in a drag."""
        value = json.dumps(self.measure.value, sort_keys=True)
        return f"figure:{self.wave}:{self.variable}:{self.measure.op}:{value}"

    @property
    def text(self) -> str:
        """The answer as a sentence that stands alone."""
        return said(self.line)

    @property
    def parted(self) -> tuple[str, str]:
        """What was asked and what was answered, ("", the sentence) where they are one."""
        return parted(self.text, self.label)

    @property
    def line(self) -> dict[str, Json]:
        """The answer as `workspace.lines` reads it."""
        measure = self.measure
        return {
            "label": self.label,
            "answer": self.answer,
            "op": measure.op,
            "value": measure.value,
        }

    @property
    def share(self) -> float:
        """The group's share, 0-1."""
        return self.k / self.n if self.n else 0.0

    @property
    def share_all(self) -> float:
        """Everyone's share, 0-1."""
        return self.k_all / self.n_all if self.n_all else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares (0-1) the group's lies, as far as so few people can tell."""
        return wilson(self.k, self.n)


@dataclass(frozen=True)
class Ground:
    """One wave and what must be known to count on it."""

    wave: Wave
    source: Source
    answers: "Answers"
    members: frozenset[int] | None
    forming: frozenset[str]


def figures(ws: "Workspace", persona: str | None, limit: int = 24) -> list[Figure]:
    """Return what sets a persona's group apart most, at most two answers of a question.

    Without a group: the commonest answers of everyone, but for those that all of them gave.
    """
    return chosen([f for part in each_figure(ws, persona) for f in part], limit)


def chosen(found: list[Figure], limit: int) -> list[Figure]:
    """Return the figures that tell most, the clearest difference first."""
    used: dict[str, int] = {}
    out = []
    for figure in sorted(found, key=lambda f: (-f.gap, f.formed, -f.share, f.number)):
        place = figure.label if figure.measure.op == "any_of" else figure.variable
        telling = figure.gap > 0 if figure.grouped else figure.k_all < _ALL * figure.n_all
        if telling and used.get(place, 0) < _PER_QUESTION:
            used[place] = used.get(place, 0) + 1
            out.append(figure)
    return out[:limit]


def each_figure(ws: "Workspace", persona: str | None) -> Iterator[list[Figure]]:
    """Yield the figures of one question after the other, so that a window can rest between."""
    snapshot = ws.snapshot
    who = snapshot.table(Persona).get(persona or "")
    number = 0
    for wave in newest_waves(snapshot):
        ground = ground_of(ws, wave, who)
        for question in snapshot.questions_of(wave.id):
            if question.role in COUNTED and _tells(question, ground.answers):
                found = _of_question(ground, question, number)
                number += len(found)
                yield found


def figures_among(ws: "Workspace", wave: str, rows: frozenset[int]) -> Iterator[list[Figure]]:
    """Yield the figures of some rows of one wave against everyone, question by question."""
    ground = replace(ground_of(ws, ws.snapshot.table(Wave)[wave], None), members=rows)
    for question in ws.snapshot.questions_of(wave):
        if question.role in COUNTED and _tells(question, ground.answers):
            yield _of_question(ground, question, 0)


def newest_waves(snapshot: Snapshot) -> list[Wave]:
    """Return the newest waves of each source, in the order of the sources."""
    sources = sorted(snapshot.table(Source).values(), key=lambda s: (s.position, s.id))
    return [wave for source in sources for wave in snapshot.newest_of(source.id)]


def ground_of(ws: "Workspace", wave: Wave, who: Persona | None) -> Ground:
    """Return what must be known to count on a wave for a persona (None: for everyone)."""
    from persona_studio.workspace.counting import base_rows

    snapshot = ws.snapshot
    grouping: Segmentation | None = None
    if who is not None and who.segment:
        grouping = snapshot.segmentation_of(who.segment)
    home = grouping is not None and grouping.wave in snapshot.table(Wave)
    same = home and grouping is not None and snapshot.source_of(grouping.wave).id == wave.source
    return Ground(
        wave,
        snapshot.table(Source)[wave.source],
        ws.answers(wave.id),
        base_rows(ws.data, snapshot, wave.id, who),
        frozenset(grouping.questions) if same and grouping is not None else frozenset(),
    )


def _tells(question: Question, answers: "Answers") -> bool:
    """Tell whether a column holds anything that can be counted."""
    column = answers.columns[question.variable]
    if len(column.labels) < 2:
        return False
    needs_numbers = question.role in _NUMBERS and not question.order
    return not needs_numbers or any(number == number for number in column.numbers.tolist())


def _of_question(ground: Ground, question: Question, number: int) -> list[Figure]:
    from persona_studio.patterns.describe import answers_of

    found = enumerate(answers_of([question.variable], ground.answers), start=number + 1)
    every = [
        _figure(ground, question, answer.measure, (place, answer.label, answer.answer))
        for place, answer in found
    ]
    return [figure for figure in every if figure.n_all]


def figure_of(
    ws: "Workspace", persona: str | None, wave: str, measure: Measure, answer: str
) -> Figure:
    """Return one answer to one question of a wave, counted for a persona; it has no number."""
    snapshot = ws.snapshot
    ground = ground_of(ws, snapshot.table(Wave)[wave], snapshot.table(Persona).get(persona or ""))
    question = ground.answers.questions[measure.question]
    if question.group:
        return _figure(ground, question, measure, (0, question.group, question.label))
    return _figure(ground, question, measure, (0, question.label, answer))


def figure_again(ws: "Workspace", wave: str, measure: Measure) -> Figure | None:
    """Return the answer a measure asks for as the tray offers it, None where nobody gives it."""
    snapshot = ws.snapshot
    question = snapshot.question(wave, measure.question)
    if question is None or wave not in snapshot.table(Wave):
        return None
    found = _of_question(ground_of(ws, snapshot.table(Wave)[wave], None), question, 0)
    same = (figure for figure in found if figure.measure.condition == measure.condition)
    return next(same, None)


def _figure(
    ground: Ground, question: Question, measure: Measure, said_as: tuple[int, str, str]
) -> Figure:
    from persona_studio.evidence.intervals import newcombe
    from persona_studio.evidence.measures import row_truth

    answers = ground.answers
    mine = None if ground.members is None else answers.mask(ground.members)
    truth = row_truth(measure, answers)
    k_all, n_all = _counted(answers, truth == 1, truth >= 0)
    k, n, gap = k_all, n_all, 0.0
    if mine is not None:
        k, n = _counted(answers, (truth == 1) & mine, (truth >= 0) & mine)
        low, high = newcombe(k, n, k_all - k, n_all - n)
        gap = max(low, -high, 0.0)
    place, label, answer = said_as
    label = row_of_grid(question) or label if label == question.label else label
    return Figure(
        place,
        question.variable,
        ground.wave.id,
        ground.source.name,
        label,
        answer,
        measure,
        k,
        n,
        k_all,
        n_all,
        mine is not None,
        question.variable in ground.forming,
        gap,
        ground.wave.collected_on,
    )


def _counted(answers: "Answers", held: "Mask", known: "Mask") -> tuple[int, int]:
    return answers.people(held), answers.people(known)
