# SPDX-License-Identifier: MIT
"""How groups answered: every answer counted in each, numbers as medians with the middle half.

`places` holds each row's group (0-based, -1 in none); `shape` is (how many groups, whether the
questions form them).
"""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from persona_studio.evidence.columns import Answers, Numbers
from persona_studio.evidence.measures import row_truth
from persona_studio.evidence.shares import Count, Line, Middle, NumberLine
from persona_studio.patterns.describe import answers_of
from persona_studio.patterns.prepare import kind_of, numbers_of


def places_of(answers: Answers, members: Sequence[Collection[int]]) -> Numbers:
    """Return the group of each row; `members` are the row numbers of each group."""
    out = np.full(len(answers), -1, dtype=np.int64)
    for place, rows in enumerate(members):
        out[np.isin(answers.numbers, np.fromiter(rows, dtype=np.int64))] = place
    return out


def lines_of(
    variables: Sequence[str], answers: Answers, places: Numbers, shape: tuple[int, bool]
) -> Iterator[Line]:
    """Yield every answer of some questions, counted in each group, in the order of the file."""
    k, forms = shape
    mine = places >= 0
    for answer in answers_of(variables, answers):
        truth = row_truth(answer.measure, answers)
        known, held = mine & (truth >= 0), mine & (truth == 1)
        asked = np.bincount(places[known], minlength=k).tolist()
        gave = np.bincount(places[held], minlength=k).tolist()
        groups = tuple(Count(*pair) for pair in zip(gave, asked, strict=True))
        everyone = Count(int((truth == 1).sum()), int((truth >= 0).sum()))
        yield Line(answer.label, answer.answer, forms, everyone, groups)


def numbers_of_groups(
    variables: Sequence[str], answers: Answers, places: Numbers, shape: tuple[int, bool]
) -> Iterator[NumberLine]:
    """Yield the questions answered with a number, with the middle of each group."""
    k, forms = shape
    for variable in variables:
        question, column = answers.questions.get(variable), answers.columns.get(variable)
        if question is None or column is None:
            continue
        if question.role == "nps" or kind_of(question, column) == "numeric":
            values = numbers_of(question, column)[column.codes]
            groups = tuple(_middle(values[places == place].tolist()) for place in range(k))
            yield NumberLine(question.label, forms, _middle(values.tolist()), groups)


def _middle(values: Sequence[float]) -> Middle:
    known = [value for value in values if value == value]  # not-a-number is not itself
    if not known:
        return Middle(0)
    low, median, high = np.percentile(known, (25, 50, 75)).tolist()
    return Middle(len(known), low, median, high)
