# SPDX-License-Identifier: MIT
"""What else people answered: the commonest other answer, and where the middle of numbers lies.

A claim about the typical answer is not about a share: it stands or falls with its strongest rival
(another answer), or with the median (a range of numbers).
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import inf

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.core.persona import Measure
from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, Column, Floats, Mask, Numbers
from persona_studio.evidence.measures import on_scale, placed, row_truth
from persona_studio.evidence.reading import Reader
from persona_studio.evidence.verdict import CHOOSING, RANGING

Members = Collection[int] | Numbers | None


@dataclass(frozen=True)
class Rival:
    """The commonest answer beside the one meant, as it is spelled, and how many gave it."""

    answer: str
    people: int


def rivals(measure: Measure, answers: Answers, members: Members = None) -> int:
    """Return how many people speak for something else in particular (`Evidence.n_rival`).

    For an answer: those of the commonest other answer. For a range: those below it or those above
    it, whichever are more. Otherwise nobody in particular, 0.
    """
    if measure.op in CHOOSING:
        found = strongest(measure, answers, members)
        return found.people if found else 0
    return max(beyond(measure, answers, members)) if measure.op in RANGING else 0


def choices(measure: Measure, answers: Answers, members: Members = None) -> dict[str, int]:
    """Return how many people gave each answer to a choice, spelled as it is offered."""
    found = {rival.answer: rival.people for rival in _answers(measure, answers, members, (0, 1))}
    return dict(sorted(found.items()))


def strongest(measure: Measure, answers: Answers, members: Members = None) -> Rival | None:
    """Return the commonest other answer; None where a cell may hold several or nobody differs."""
    found = _answers(measure, answers, members, (0,))
    return max(found, key=lambda rival: (rival.people, rival.answer), default=None)


def _answers(
    measure: Measure, answers: Answers, members: Members, truths: tuple[int, ...]
) -> list[Rival]:
    question, column = _asked(measure, answers)
    if question is None or column is None or question.role == "multi_select":
        return []
    read = Reader(question)
    rows = np.isin(row_truth(measure, answers), truths) & answers.mask(members)
    given = np.flatnonzero(np.bincount(column.codes[rows], minlength=len(column.labels)))
    labels: dict[str, list[int]] = {}
    for place in given.tolist():
        labels.setdefault(read.choice(column.labels[place]), []).append(place)
    return [
        Rival(read.spelling(column.labels[same[0]]), answers.people(rows & _coded(column, same)))
        for same in labels.values()
    ]


def _coded(column: Column, places: list[int]) -> Mask:
    wanted = np.zeros(len(column.labels), dtype=np.bool_)
    wanted[places] = True
    coded: Mask = wanted[column.codes]
    return coded


def beyond(measure: Measure, answers: Answers, members: Members = None) -> tuple[int, int]:
    """Return how many people lie below a range and how many above it."""
    places, ends = _places(measure, answers)
    if places is None or not ends:
        return 0, 0
    rows = _rows(measure, answers, members, 0)
    low = -inf if measure.op == "at_most" else min(ends)
    high = inf if measure.op == "at_least" else max(ends)
    return answers.people(rows & (places < low)), answers.people(rows & (places > high))


def middle_half(measure: Measure, answers: Answers, members: Members = None) -> list[Json]:
    """Return the two ends between which the middle half of the people lie, as numbers or steps.

    Empty where nobody gave a number.
    """
    known = np.sort(figures(measure, answers, members))
    if not len(known):
        return []
    ends = [float(known[round((len(known) - 1) * part)]) for part in (0.25, 0.75)]
    question = answers.questions[measure.question]
    if on_scale(measure, question):
        return [question.order[int(end)] for end in ends]
    return [int(end) if end.is_integer() else end for end in ends]


def figures(measure: Measure, answers: Answers, members: Members = None) -> Floats:
    """Return the numbers, or steps of the scale, that people gave; one a row."""
    places, _ = _places(measure, answers)
    if places is None:
        return np.empty(0)
    known: Floats = places[(row_truth(measure, answers) >= 0) & answers.mask(members)]
    return known[~np.isnan(known)]


def _asked(measure: Measure, answers: Answers) -> tuple[Question | None, Column | None]:
    question = answers.questions.get(measure.question)
    return question, answers.columns.get(measure.question) if question else None


def _rows(measure: Measure, answers: Answers, members: Members, truth: int) -> Mask:
    """Return the rows of these people for whom a measure is known and has this truth."""
    rows: Mask = (row_truth(measure, answers) == truth) & answers.mask(members)
    return rows


def _places(measure: Measure, answers: Answers) -> tuple[Floats | None, list[float]]:
    """Return each row's number and the ends of the range; None where these are no numbers."""
    question, column = _asked(measure, answers)
    if question is None or column is None:
        return None, []
    places, ends = placed(measure, question, column)
    return places[column.codes], ends or []
