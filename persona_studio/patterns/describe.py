# SPDX-License-Identifier: MIT
"""What sets each group apart: answers its people give clearly more or less often than everyone.

Each answer is a condition that evidence can count again. Kept are differences of at least 10
points whose Wilson interval stays clear of everyone's share, corrected for looking at many
answers (Benjamini and Hochberg over all answers of all groups).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.core.persona import Measure
from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, Column, Mask, Numbers
from persona_studio.evidence.intervals import benjamini_hochberg, shares_differ, wilson
from persona_studio.evidence.measures import shown, truth
from persona_studio.evidence.reading import Reader
from persona_studio.evidence.spoken import end_of_scale
from persona_studio.patterns.prepare import (
    NOT_TICKED,
    answer_counts,
    kind_of,
    numbers_of,
    steps_of,
    ticks_of,
)

LEAST_POINTS, MOST_CHANCE = 0.10, 0.05
MOST_OVER, MOST_UNDER, MOST_ALSO = 5, 3, 4
_MOST_ANSWERS = 20
_MOST_APART = 30


@dataclass(frozen=True)
class Answer:
    """One thing people can have said: how it reads, and the measure that counts it."""

    variable: str
    label: str
    answer: str
    measure: Measure

    @property
    def alone(self) -> bool:
        """Whether only one answer of this question may be told (the options of a tick list not)."""
        return self.measure.op != "includes"


@dataclass(frozen=True)
class Difference:
    """One answer in one group: k of n people, everyone's share, the chance of so large a gap."""

    group: int
    answer: Answer
    k: int
    n: int
    everyone: float
    chance: float

    @property
    def points(self) -> float:
        """The group's share less everyone's, -1 to 1."""
        return self.k / self.n - self.everyone

    @property
    def clear(self) -> bool:
        """Whether the gap is large, and the interval of the share stays clear of everyone's."""
        low, high = wilson(self.k, self.n)
        return abs(self.points) >= LEAST_POINTS and not low <= self.everyone <= high

    def plain(self) -> Json:
        """Return the difference as JSON (contracts: `over` and `under`)."""
        low, high = wilson(self.k, self.n)
        return {
            "question": self.answer.variable,
            "label": self.answer.label,
            "answer": self.answer.answer,
            "op": self.answer.measure.op,
            "value": self.answer.measure.value,
            "share": self.k / self.n,
            "everyone": self.everyone,
            "lift": self.k / self.n / self.everyone,
            "low": low / self.everyone,
            "high": high / self.everyone,
            "k": self.k,
            "n": self.n,
        }


def differences(
    variables: Sequence[str], answers: Answers, assignment: Numbers, k: int
) -> list[Difference]:
    """Return the answers that truly set a group apart, the largest gap first."""
    said: dict[str, Numbers] = {}
    found: list[Difference] = []
    for answer in answers_of(variables, answers):
        if answer.variable not in said:
            said[answer.variable] = _said(
                answers.questions[answer.variable], answers, assignment, k
            )
        found += _per_group(answer, answers, said[answer.variable])
    corrected = benjamini_hochberg([difference.chance for difference in found])
    kept = [d for d, q in zip(found, corrected, strict=True) if q <= MOST_CHANCE and d.clear]
    return sorted(kept, key=lambda d: (-abs(d.points), d.answer.label, d.answer.answer))


def _said(question: Question, answers: Answers, assignment: Numbers, k: int) -> Numbers:
    """Return how many people of each group wrote what; shape (groups and no group, labels)."""
    column = answers.columns[question.variable]
    many = len(column.labels)
    both = np.where(assignment < 0, k, assignment) * many + column.codes
    if question.role == "multi_select":
        both = both[shown(question, answers)]
    return np.bincount(both, minlength=(k + 1) * many).reshape(k + 1, many).astype(np.int64)


def _per_group(answer: Answer, answers: Answers, said: Numbers) -> list[Difference]:
    variable = answer.variable
    holds = truth(answer.measure, answers.questions[variable], answers.columns[variable])
    known, held = said[:, holds >= 0].sum(1).tolist(), said[:, holds == 1].sum(1).tolist()
    total, yes = sum(known), sum(held)
    if not 0 < yes < total:
        return []
    return [
        Difference(
            group, answer, ours, n, yes / total, shares_differ(ours, n, yes - ours, total - n)
        )
        for group, (ours, n) in enumerate(zip(held[:-1], known[:-1], strict=True))
        if n
    ]


def told(found: Sequence[Difference], group: int) -> tuple[tuple[Json, ...], tuple[Json, ...]]:
    """Return (over, under) of one group: top five and top three, one answer a question."""
    ours = [d for d in found if d.group == group]
    used: set[str] = set()
    over = _pick([d for d in ours if d.points > 0], MOST_OVER, used)
    under = _pick([d for d in ours if d.points < 0], MOST_UNDER, used)
    return tuple(d.plain() for d in over), tuple(d.plain() for d in under)


def also(found: Sequence[Difference], group: int) -> tuple[Json, ...]:
    """Return what describes one group: its most over-represented answers, one a question."""
    ours = [d for d in found if d.group == group and d.points > 0]
    return tuple(d.plain() for d in _pick(ours, MOST_ALSO, set()))


def apart(found: Sequence[Difference], group: int) -> tuple[Json, ...]:
    """Return the 30 widest differences of one group, over and under, one a question and end."""
    ours = sorted((d for d in found if d.group == group), key=lambda d: -abs(d.points))
    kept: list[Difference] = []
    for difference in ours:
        answer, over = difference.answer, difference.points > 0
        same = [d for d in kept if d.answer.variable == answer.variable]
        if not (answer.alone and any((d.points > 0) == over for d in same)):
            kept.append(difference)
    return tuple(d.plain() for d in kept[:_MOST_APART])


def _pick(found: Sequence[Difference], most: int, used: set[str]) -> list[Difference]:
    picked: list[Difference] = []
    for difference in found:
        answer = difference.answer
        same = [d for d in picked if d.answer.variable == answer.variable]
        if len(picked) < most and answer.variable not in used and len(same) < 2:
            picked.append(difference)
            if answer.alone:
                used.add(answer.variable)
    used.update(d.answer.variable for d in picked)
    return picked


def answers_of(variables: Sequence[str], answers: Answers) -> list[Answer]:
    """Return all that can be said of some questions, in the order of the file."""
    asked = [answers.questions[v] for v in variables if v in answers.columns]
    ordered = sorted(asked, key=lambda question: question.position)
    return [a for question in ordered for a in _of(question, answers.columns[question.variable])]


def _of(question: Question, column: Column) -> list[Answer]:
    kind = kind_of(question, column)
    if kind == "multi":
        return _options(question, column)
    if kind == "numeric":
        return _ends(question, column)
    if kind == "ordinal" and question.role in ("likert", "nps"):
        return _scale(question, column)
    return [
        Answer(question.variable, question.label, text, Measure(question.variable, "is", text))
        for text in _spelled(question, column)
    ]


def _spelled(question: Question, column: Column) -> list[str]:
    """Return the commonest answers as they are spelled most often."""
    counted = answer_counts(question, column)
    kept = sorted(counted, key=lambda a: (-counted[a], a))[:_MOST_ANSWERS]
    return [spelling(question, column, folded) for folded in kept]


def spelling(question: Question, column: Column, folded: str) -> str:
    """Return the commonest spelling of a folded choice, the declared option where there is one."""
    read = Reader(question)
    for option in question.options:
        if read.choice(option) == folded:
            return option
    counted: dict[str, int] = {}
    for label, count in zip(column.labels, column.counts.tolist(), strict=True):
        parts = label.split(question.separator) if question.separator else [label]
        for part in parts:
            if read.choice(part) == folded:
                counted[part.strip()] = counted.get(part.strip(), 0) + count
    return max(counted, key=lambda text: (counted[text], text), default=folded)


def _options(question: Question, column: Column) -> list[Answer]:
    read = Reader(question)
    options = sorted({tick for label in column.labels for tick in ticks_of(read, label)})
    if question.group:
        return [
            Answer(question.variable, question.group, question.label, measure)
            for measure in _ticked_measures(question, column)
        ]
    return [
        Answer(
            question.variable, question.label, text, Measure(question.variable, "includes", text)
        )
        for text in (spelling(question, column, option) for option in options)
    ]


def _ticked_measures(question: Question, column: Column) -> list[Measure]:
    """Return the measure of a select-all column: any of the texts that tick it."""
    read = Reader(question)
    folded = {read.choice(x) for x in column.labels if not read.is_missing(x)} - NOT_TICKED
    texts = sorted(spelling(question, column, choice) for choice in folded)
    return [Measure(question.variable, "any_of", texts)] if texts else []


def _scale(question: Question, column: Column) -> list[Answer]:
    """Return the upper and the lower end of a scale of agreement: its top two steps (of five)."""
    if question.order:
        steps = list(question.order)
        reach = 1 if len(steps) >= 5 else 0
        if len(steps) < 3:
            return []
        ends = [("at_least", steps[-1 - reach]), ("at_most", steps[reach])]
        return [
            Answer(question.variable, question.label, end_of_scale(op, step, steps), m)
            for op, step in ends
            for m in [Measure(question.variable, op, step)]
        ]
    values = np.unique(steps_of(question, column))
    values = values[~np.isnan(values)]
    if question.role == "nps":
        return _bounds(question, 6.0, 9.0)
    return _bounds(question, float(values[len(values) // 5]), float(values[-1 - len(values) // 5]))


def _ends(question: Question, column: Column) -> list[Answer]:
    """Return the upper and the lower quarter of everyone's numbers."""
    values = numbers_of(question, column)[column.codes]
    known = values[~np.isnan(values)]
    if not len(known):
        return []
    low, high = np.percentile(known, [25, 75], method="nearest")
    return _bounds(question, _short(float(low), ceil), _short(float(high), floor))


def _short(value: float, towards: Callable[[float], int]) -> float:
    """Return a number of three figures or of none behind the point, on this side of it."""
    digits = min(9, max(0, 2 - floor(log10(abs(value))))) if value else 0
    scale = float(10**digits)
    return towards(round(value * scale, 6)) / scale


def _bounds(question: Question, low: float, high: float) -> list[Answer]:
    name, label = question.variable, question.label
    return [
        Answer(name, label, f"{_whole(high)} or more", Measure(name, "at_least", _whole(high))),
        Answer(name, label, f"{_whole(low)} or less", Measure(name, "at_most", _whole(low))),
    ]


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value


def members(assignment: Numbers, group: int) -> Mask:
    """Return the rows of one group."""
    rows: Mask = assignment == group
    return rows
