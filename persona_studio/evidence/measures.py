# SPDX-License-Identifier: MIT
"""Counting a measure: for whom it holds, among those who can be asked.

A truth is 1 (holds), 0 (does not) or -1 (not in the denominator). The denominator is whoever
answered. For `answered`, and for the blank of a multi-select ("nothing ticked"), it is whoever was
*shown* the question: somebody who answered it or another column of its block. The block of a
column of a select-all question is its group; any other column's block is the nearest questions
before and after it (ids, dates, personal data and free text passed over), which must both be
answered: a question skipped together with its neighbours was not shown.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from persona_studio.core.persona import Evidence, Measure
from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, Column, Floats, Mask, Numbers
from persona_studio.evidence.reading import NUMERIC, Reader, fold, value_number

Truth: TypeAlias = np.ndarray[Any, np.dtype[np.int8]]
Test: TypeAlias = Callable[[str], bool]

_NO_BLOCK = ("respondent_id", "record_id", "timestamp", "date", "free_text", "pii", "ignore")
EVERYONE = "everyone asked"
GROUP = "the people of this group"


@dataclass(frozen=True, eq=False)
class Counted:
    """k of n people, with the row numbers for and against, and who was counted in words."""

    k: int
    n: int
    rows: Numbers
    against: Numbers
    base: str = "all"
    asked: bool = True

    @property
    def said(self) -> str:
        """Who was counted, for the reader."""
        return GROUP if self.base == "segment" else EVERYONE


def truth(measure: Measure, question: Question, column: Column) -> Truth:
    """Return the truth of a measure for each label of a column; shape (labels,)."""
    read = Reader(question)
    if measure.op == "answered":
        return np.array([0 if read.is_missing(t) else 1 for t in column.labels], dtype=np.int8)
    if measure.op in ("at_least", "at_most", "between"):
        return _compared(measure, read, column)
    test = _test_of(measure, read, column)
    out = np.full(len(column.labels), -1, dtype=np.int8)
    for place, label in enumerate(column.labels):
        if (read.many and not label) or not read.is_missing(label):
            out[place] = test(label)
    return out


def _values(measure: Measure) -> list[Any]:
    return list(measure.value) if isinstance(measure.value, list | tuple) else [measure.value]


def _test_of(measure: Measure, read: Reader, column: Column) -> Test:
    """Return the yes-or-no of an operator on choices; on a multi-select it looks at the ticks."""
    wanted = frozenset(read.choice(value) for value in _values(measure))
    if read.many:
        need_all = measure.op == "includes"
        holds: Test = lambda text: _ticked(read.ticks(text), wanted, need_all=need_all)  # noqa: E731
    elif measure.op == "includes" and read.question.role == "free_text":
        holds = lambda text: all(value in fold(text) for value in wanted)  # noqa: E731
    else:
        holds = _equal(wanted, read, column, _values(measure))
    if measure.op == "is_not":
        return lambda text: not holds(text)
    return holds


def _ticked(ticks: frozenset[str], wanted: frozenset[str], *, need_all: bool) -> bool:
    return wanted <= ticks if need_all else bool(wanted & ticks)


def _equal(wanted: frozenset[str], read: Reader, column: Column, values: list[Any]) -> Test:
    """Compare as choices, and where the question is a number also as numbers (3 is 3.0)."""
    figures = {value_number(value) for value in values} - {None}
    if not figures or read.question.role not in NUMERIC:
        return lambda text: read.choice(text) in wanted
    figure_of = dict(zip(column.labels, column.numbers.tolist(), strict=True))
    return lambda text: read.choice(text) in wanted or figure_of[text] in figures


def _compared(measure: Measure, read: Reader, column: Column) -> Truth:
    """Compare labels by their step on the question's scale, else as numbers; inclusive."""
    places, bounds = placed(measure, read.question, column)
    out = np.full(len(column.labels), -1, dtype=np.int8)
    if bounds is None or (measure.op == "between" and len(bounds) != 2):
        return out
    if measure.op == "between":
        held = (places >= min(bounds)) & (places <= max(bounds))
    else:
        held = places >= bounds[0] if measure.op == "at_least" else places <= bounds[0]
    known = ~np.isnan(places)
    known[[i for i, text in enumerate(column.labels) if read.is_missing(text)]] = False
    out[known] = held[known]
    return out


def placed(
    measure: Measure, question: Question, column: Column
) -> tuple[Floats, list[float] | None]:
    """Return where each label lies, and the ends of the range: steps of the scale, else numbers."""
    read, ends = Reader(question), _values(measure)
    places, bounds = _on_scale(read, column, ends)
    return (places, bounds) if bounds is not None else _as_numbers(read, column, ends)


def on_scale(measure: Measure, question: Question) -> bool:
    """Tell whether a measure names steps of its question's scale."""
    read = Reader(question)
    return bool(read.steps) and all(read.choice(end) in read.steps for end in _values(measure))


def _on_scale(read: Reader, column: Column, ends: list[Any]) -> tuple[Floats, list[float] | None]:
    bounds = [read.steps.get(read.choice(end)) for end in ends]
    if None in bounds or not read.steps:
        return np.empty(0), None
    places = [read.steps.get(read.choice(text), np.nan) for text in column.labels]
    return np.array(places, dtype=np.float64), [float(b) for b in bounds if b is not None]


def _as_numbers(read: Reader, column: Column, ends: list[Any]) -> tuple[Floats, list[float] | None]:
    bounds = [value_number(end) for end in ends]
    places = column.numbers.copy()
    for place in np.flatnonzero(np.isnan(places)):
        leading = read.leading(column.labels[place])
        places[place] = np.nan if leading is None else leading
    return places, None if None in bounds else [b for b in bounds if b is not None]


def row_truth(measure: Measure, answers: Answers) -> Truth:
    """Return the truth of a measure for each row of a wave; all -1 where it was not asked."""
    column, question = (
        answers.columns.get(measure.question),
        answers.questions.get(measure.question),
    )
    if column is None or question is None:
        return np.full(len(answers), -1, dtype=np.int8)
    if measure.op == "in_theme":
        themed = answers.themes.get(measure.question)
        nobody = np.full(len(answers), -1, dtype=np.int8)
        return themed.truth(map(str, _values(measure)), answers.numbers) if themed else nobody
    rows = truth(measure, question, column)[column.codes]
    if measure.op == "answered" or question.role == "multi_select":
        rows[(_answered(question, column) == 0) & ~shown(question, answers)] = -1
    return rows


def unanswered(question: Question, answers: Answers) -> tuple[int, int]:
    """Return (people who left a question open, people who were shown it).

    An empty select-all means nothing ticked. Where nothing tells who was shown a question,
    everybody was.
    """
    column = answers.columns.get(question.variable)
    if column is None or question.role == "multi_select":
        return 0, 0
    said: Mask = _answered(question, column) == 1
    alone = not any(_neighbours(question, answers, step) for step in (-1, 1))
    asked = answers.mask(None) if alone else shown(question, answers)
    people = answers.people(asked)
    return people - answers.people(said), people


def shown(question: Question, answers: Answers) -> Mask:
    """Return the rows known to have been shown a question (see the module's note on blocks)."""
    seen = _was_answered([question], answers)
    if question.group:
        block = [q for q in answers.questions.values() if q.group == question.group]
        return seen | _was_answered(block, answers)
    sides = [side for step in (-1, 1) if (side := _neighbours(question, answers, step))]
    if not sides:
        return seen
    passed = np.ones(len(answers), dtype=np.bool_)
    for side in sides:
        passed &= _was_answered(side, answers)
    return seen | passed


def _neighbours(question: Question, answers: Answers, step: int) -> list[Question]:
    """Return the nearest question on one side; all columns of it where it is a select-all."""
    for other in _walk(question, answers, step):
        if other.role not in _NO_BLOCK:
            if not other.group:
                return [other]
            return [q for q in answers.questions.values() if q.group == other.group]
    return []


def _walk(question: Question, answers: Answers, step: int) -> Iterator[Question]:
    ordered = sorted(answers.questions.values(), key=lambda q: q.position)
    place = next((i for i, q in enumerate(ordered) if q.variable == question.variable), 0)
    return iter(ordered[place + 1 :] if step > 0 else ordered[:place][::-1])


def _was_answered(questions: Collection[Question], answers: Answers) -> Mask:
    found = np.zeros(len(answers), dtype=np.bool_)
    for question in questions:
        column = answers.columns.get(question.variable)
        if column is not None:
            found |= _answered(question, column) == 1
    return found


def _answered(question: Question, column: Column) -> Truth:
    return truth(Measure(question.variable, "answered"), question, column)[column.codes]


def count(
    measure: Measure, answers: Answers, members: Collection[int] | Numbers | None = None
) -> Counted:
    """Count the people of a wave for whom a measure holds.

    `members` are the row numbers, on this wave, of the persona's segment. Without them, or where
    the measure's base is `all`, everyone is counted, and `base` says so. A person with several
    rows counts once: for it when any of the rows says so.
    """
    by_group = measure.base == "segment" and members is not None
    rows = row_truth(measure, answers)
    if by_group:
        rows[~answers.mask(members)] = -1
    held, known = rows == 1, rows >= 0
    return Counted(
        answers.people(held),
        answers.people(known),
        answers.numbers[held],
        answers.numbers[rows == 0],
        "segment" if by_group else "all",
        measure.question in answers.columns,
    )


def members_on(
    home: Answers, members: Collection[int], wave: Answers, *, linked: bool
) -> Numbers | None:
    """Return the row numbers on `wave` of a group whose rows are known on its `home` wave.

    People are the same where the wave is the same, or where both waves' respondent keys are
    `linked` (ids or pseudonyms). None when they cannot be found: then everyone must be counted.
    """
    if home.wave_id == wave.wave_id:
        return wave.numbers[wave.mask(members)]
    if not linked:
        return None
    found = wave.mask_of_keys(home.keys(home.mask(members)))
    return wave.numbers[found] if found.any() else None


def tally(evidence: Evidence, counted: Counted) -> tuple[int, int]:
    """Return (for, against) the claim: a measure that speaks against it counts the other way."""
    against = counted.n - counted.k
    return (against, counted.k) if evidence.stance == "contradicts" else (counted.k, against)
