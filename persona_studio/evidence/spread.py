# SPDX-License-Identifier: MIT
"""How people lie over a question with an order: the group's answers against everyone's.

What is drawn behind a marker, on the board and in print. A person with several rows counts once
on each step they named.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np

from persona_studio.core.persona import Measure
from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, Column, Floats, Mask, Numbers
from persona_studio.evidence.measures import placed, row_truth
from persona_studio.evidence.reading import NUMERIC, Reader, value_number

MOST_BINS = 12
_MOST_STEPS = 11
_WIDTHS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TAIL = 2


@dataclass(frozen=True)
class Spread:
    """People on each step from low to high: `mine` of the group, `everyone` of all asked.

    `steps` are what the steps are called, `edges` where they begin and the last one ends.
    `middle` is the group's median and `half` holds its middle half, both in the measure of the
    edges (a named step lies at 0, 1, 2 ...). Without a group (`grouped` False) both are everyone.
    `single`: each step is one answer, not a range of numbers; `named`: it has a name of its own.
    """

    steps: tuple[str, ...]
    edges: tuple[float, ...]
    mine: tuple[int, ...]
    everyone: tuple[int, ...]
    n: int
    n_all: int
    middle: float
    half: tuple[float, float]
    grouped: bool
    single: bool
    named: bool

    def at(self, value: float) -> float:
        """Return where a value lies from the low (0) to the high end (1)."""
        low, high = self.edges[0], self.edges[-1]
        return min(1.0, max(0.0, (value - low) / (high - low)))

    def near(self, share: float) -> float:
        """Return the value a hand means that points so far along: a step, else a round number."""
        value = self.edges[0] + share * (self.edges[-1] - self.edges[0])
        if self.single:
            ends = self.edges[0] + 0.5, self.edges[-1] - 0.5
            return min(ends[1], max(ends[0], floor(value + 0.5)))
        grain = self.grain
        inside = min(self.edges[-1], max(self.edges[0], value))
        return round(inside / grain) * grain

    @property
    def grain(self) -> float:
        """How far one step of the keyboard goes."""
        return 1.0 if self.single else (self.edges[1] - self.edges[0]) / 5

    @property
    def poles(self) -> tuple[str, str]:
        """What the two ends are called."""
        if self.single:
            return self.steps[0], self.steps[-1]
        return said_number(self.edges[0]), said_number(self.edges[-1])

    def said(self, value: float) -> str:
        """Return a value in words: the step's, else the number."""
        if self.named:
            return self.steps[min(len(self.steps) - 1, max(0, round(value)))]
        return said_number(value)


def said_number(value: float) -> str:
    """Return a number as it is written in a sentence."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"


def ordered(question: Question) -> bool:
    """Tell whether answers to a question lie between two ends."""
    return len(question.order) > 1 or question.role in NUMERIC


def probe(question: Question) -> Measure:
    """Return a measure that is known for whoever gave a place on the scale."""
    ends = [question.order[0], question.order[-1]] if len(question.order) > 1 else [0, 0]
    return Measure(question.variable, "between", ends)


def spread(
    question: Question, answers: Answers, members: Collection[int] | Numbers | None = None
) -> Spread | None:
    """Return how people lie on a question; None where nobody gave a place, or all the same one."""
    column = answers.columns.get(question.variable)
    if column is None or not ordered(question):
        return None
    places, known = _places(question, column, answers)
    mine = known & answers.mask(members)
    if not mine.any() or len(np.unique(places[known])) < 2:
        return None
    named = len(question.order) > 1
    edges = _edges(places[known], len(question.order) if named else 0)
    bins = np.clip(np.searchsorted(edges, places, side="right") - 1, 0, len(edges) - 2)
    own = np.sort(places[mine])
    ends = (float(own[round((len(own) - 1) * part)]) for part in (0.25, 0.75))
    count = len(edges) - 1
    return Spread(
        question.order if named else _names(edges),
        tuple(float(edge) for edge in edges),
        tuple(answers.people(mine & (bins == i)) for i in range(count)),
        tuple(answers.people(known & (bins == i)) for i in range(count)),
        answers.people(mine),
        answers.people(known),
        float(np.median(own)),
        (next(ends), next(ends)),
        members is not None,
        _is_single(edges),
        named,
    )


def value_at(question: Question, end: object) -> float | None:
    """Return where an end of a measure lies: the place of its step, else its number."""
    read = Reader(question)
    step = read.steps.get(read.choice(end))
    return float(step) if step is not None else value_number(end)


def _places(question: Question, column: Column, answers: Answers) -> tuple[Floats, Mask]:
    measure = probe(question)
    places = placed(measure, question, column)[0][column.codes]
    known: Mask = (row_truth(measure, answers) >= 0) & ~np.isnan(places)
    return places, known


def _edges(values: Floats, steps: int) -> Floats:
    """Return the ends of the steps: one a named step or a whole number, else round ranges."""
    low, high = float(values.min()), float(values.max())
    if steps:
        return np.arange(steps + 1, dtype=np.float64) - 0.5
    whole = bool((values == np.floor(values)).all())
    if whole and high - low < _MOST_STEPS:
        return np.arange(low, high + 2, dtype=np.float64) - 0.5
    low, high = (float(np.percentile(values, part)) for part in (_TAIL, 100 - _TAIL))
    if low == high:
        low, high = float(values.min()), float(values.max())
    width = _round_width((high - low) / (MOST_BINS - 2))
    if whole:
        width = max(1.0, ceil(width))
    first, last = floor(low / width), floor(high / width) + 1
    return np.arange(first, last + 1, dtype=np.float64) * width


def _is_single(edges: Floats) -> bool:
    """Tell whether each step is one whole number: its edges lie half-way to the next."""
    return bool(edges[0] % 1 == 0.5 and edges[1] - edges[0] == 1)


def _round_width(least: float) -> float:
    scale = 10.0 ** floor(log10(least))
    return next(width * scale for width in _WIDTHS if width * scale >= least)


def _names(edges: Floats) -> tuple[str, ...]:
    pairs = zip(edges.tolist(), edges.tolist()[1:], strict=False)
    if _is_single(edges):
        return tuple(said_number(low + 0.5) for low, _ in pairs)
    return tuple(f"{said_number(low)}\u2013{said_number(high)}" for low, high in pairs)
