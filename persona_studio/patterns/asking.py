# SPDX-License-Identifier: MIT
"""Questions as they can be asked on the phone: a few answers each, the same for every wave.

Scales of up to five steps keep them; longer ones and numbers are cut into at most four parts, where
that tells the groups apart best (a small tree of scikit-learn's), at figures that are easily said.
Choices beyond six have their five commonest and "anything else"; a tick list is asked option by
option. What is asked is plain JSON; where it was cut is told by the people it was learned on.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import floor, log10

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, Column, Floats, Numbers
from persona_studio.evidence.reading import Reader
from persona_studio.patterns.describe import spelling
from persona_studio.patterns.prepare import (
    answer_counts,
    blocks_of,
    kind_of,
    numbers_of,
    shown_rows,
    steps_of,
    ticks_of,
)
from persona_studio.patterns.skips import beside, skips

_MOST_CHOICES, _MOST_STEPS, _PARTS = 6, 5, 4
_LEAST_PART, _LEAST_PEOPLE = 0.03, 5
OTHER = "Anything else"
YES_NO = ("Yes", "No")


def only(answers: Answers, rows: Numbers) -> Answers:
    """Return the answers of some rows (0-based places), in that order."""
    return Answers(
        answers.wave_id,
        answers.numbers[rows],
        tuple(answers.respondents[i] for i in rows.tolist()),
        {
            name: Column(column.labels, column.codes[rows], column.decimal)
            for name, column in answers.columns.items()
        },
        answers.questions,
    )


def asked_of(variables: Iterable[str], answers: Answers, groups: Numbers) -> list[Json]:
    """Return what can be asked about some variables, learned on these answers and groups of rows.

    In the order of the questions' words, so that columns in another order ask the same.
    """
    variables = tuple(variables)
    skipped = skips(variables, answers)
    found: list[Json] = []
    for variable in (name for block in blocks_of(variables, answers) for name in block):
        kind = kind_of(answers.questions[variable], answers.columns[variable])
        if kind == "multi":
            each = _multi(variable, answers, beside([variable], skipped))
        else:
            each = _ASKED[kind](variable, answers, groups)
        found += ({"question": variable, "kind": kind, **asked} for asked in each)
    return found


def codes_of(asked: Json, answers: Answers) -> Numbers:
    """Return the place of each row's answer among those that are offered, -1 where it gave none."""
    variable = asked["question"]
    if variable not in answers.columns:
        return np.full(len(answers), -1, dtype=np.int64)
    question, column = answers.questions[variable], answers.columns[variable]
    places = _PLACES[asked["kind"]](asked, question, column)
    found: Numbers = places[column.codes]
    if asked["kind"] == "multi":
        found[~shown_rows([variable], answers, asked.get("within"))] = -1
    return found


def _words(question: Question) -> str:
    return question.text.strip() or question.label


def _single(variable: str, answers: Answers, _groups: Numbers) -> list[Json]:
    question, column = answers.questions[variable], answers.columns[variable]
    counted = answer_counts(question, column)
    if len(counted) < 2:
        return []
    common = sorted(counted, key=lambda answer: (-counted[answer], answer))
    other = len(common) > _MOST_CHOICES
    kept = common[: _MOST_CHOICES - 1] if other else common
    told = [spelling(question, column, choice) for choice in kept]
    offered = [*told, *([OTHER] if other else [])]
    return [{"label": _words(question), "choices": kept, "other": other, "answers": offered}]


def _single_places(asked: Json, question: Question, column: Column) -> Numbers:
    read, place = Reader(question), {choice: i for i, choice in enumerate(asked["choices"])}
    other = len(place) if asked["other"] else -1
    return _whole(
        -1 if read.is_missing(label) else place.get(read.choice(label), other)
        for label in column.labels
    )


def _ordinal(variable: str, answers: Answers, groups: Numbers) -> list[Json]:
    """Offer the steps that were given, or runs of them."""
    question, column = answers.questions[variable], answers.columns[variable]
    steps = steps_of(question, column)
    given = sorted({float(s) for s, n in zip(steps, column.counts, strict=True) if s == s and n})
    if len(given) < 2:
        return []
    cuts = [(low + high) / 2 for low, high in pairwise(given)]
    if len(given) > _MOST_STEPS:
        cuts = [(low + high) / 2 for low, high in _cuts(steps[column.codes], groups)]
    runs = [
        [v for v in given if low < v < high]
        for low, high in zip([-np.inf, *cuts], [*cuts, np.inf], strict=True)
    ]
    told = [_from_to(*(_step(question, column, run[end]) for end in (0, -1))) for run in runs]
    order = [Reader(question).choice(step) for step in question.order]
    asked = {"label": _words(question), "order": order, "cuts": cuts, "answers": told}
    return [asked] if cuts else []


def _cuts(values: Floats, groups: Numbers) -> list[tuple[float, float]]:
    """Return between which neighbouring values to cut, so that groups are told apart best."""
    from sklearn.tree import DecisionTreeClassifier

    known = ~np.isnan(values)
    there = np.unique(values[known])
    if len(there) < 2:
        return []
    least = max(_LEAST_PEOPLE, round(_LEAST_PART * np.count_nonzero(known)))
    tree = DecisionTreeClassifier(
        max_leaf_nodes=_PARTS, min_samples_leaf=least, criterion="entropy", random_state=0
    ).fit(values[known][:, None], groups[known])
    at = sorted({int((there <= t).sum()) for t in tree.tree_.threshold[tree.tree_.feature >= 0]})
    return [(float(there[i - 1]), float(there[i])) for i in at if 0 < i < len(there)]


def _step(question: Question, column: Column, value: float) -> str:
    if question.order:
        return question.order[round(value)]
    places = steps_of(question, column)
    texts = [
        text.strip()
        for text, place, n in zip(column.labels, places, column.counts, strict=True)
        if place == value and n
    ]
    return min(texts, key=lambda text: (len(text), text), default=f"{value:g}")


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _ordinal_places(asked: Json, question: Question, column: Column) -> Numbers:
    if asked["order"]:
        place = {step: i for i, step in enumerate(asked["order"])}
        read = Reader(question)
        values = np.array([place.get(read.choice(x), np.nan) for x in column.labels], np.float64)
    else:
        values = steps_of(question, column)
    return _between(values, asked["cuts"])


def _numeric(variable: str, answers: Answers, groups: Numbers) -> list[Json]:
    question, column = answers.questions[variable], answers.columns[variable]
    values = numbers_of(question, column)[column.codes]
    cuts = [_said(low, high) for low, high in _cuts(values, groups)]
    if not cuts:
        return []
    told = [
        f"Under {cuts[0]:,.12g}",
        *(f"{a:,.12g} to under {b:,.12g}" for a, b in pairwise(cuts)),
        f"{cuts[-1]:,.12g} or more",
    ]
    return [{"label": _words(question), "cuts": cuts, "answers": told}]


def _said(low: float, high: float) -> float:
    """Return the figure above `low`, at most `high`, that has the fewest digits."""
    size = floor(log10(max(abs(low), abs(high))))
    for place in range(size, size - 16, -1):
        said = round(floor(high / 10.0**place) * 10.0**place, max(0, -place))
        if low < said <= high:
            return said
    return high


def _numeric_places(asked: Json, question: Question, column: Column) -> Numbers:
    return _between(numbers_of(question, column), asked["cuts"])


def _between(values: Floats, cuts: Sequence[float]) -> Numbers:
    found = np.searchsorted(np.array(cuts, dtype=np.float64), values, side="right")
    return np.where(np.isnan(values), -1, found).astype(np.int64)


def _multi(variable: str, answers: Answers, within: list[str]) -> list[Json]:
    """Ask of each option whether it is ticked; nearly nobody's and nearly everybody's are left.

    A blank says nothing of those who left the other questions `within` its block blank too.
    """
    question, column = answers.questions[variable], answers.columns[variable]
    read, counted = Reader(question), dict[str, int]()
    n = int(np.count_nonzero(shown_rows([variable], answers, within)))
    for label, count in zip(column.labels, column.counts.tolist(), strict=True):
        for option in ticks_of(read, label):
            counted[option] = counted.get(option, 0) + count
    least = max(_LEAST_PEOPLE, _LEAST_PART * n)
    return [
        {
            "label": f"{question.group or _words(question)} {_option(question, column, option)}?",
            "option": option,
            "within": within,
            "answers": list(YES_NO),
        }
        for option in sorted(o for o, count in counted.items() if least <= count <= n - least)
    ]


def _option(question: Question, column: Column, option: str) -> str:
    return question.label if question.group else spelling(question, column, option)


def _multi_places(asked: Json, question: Question, column: Column) -> Numbers:
    read = Reader(question)
    return _whole(0 if asked["option"] in ticks_of(read, x) else 1 for x in column.labels)


def _whole(values: Iterable[int]) -> Numbers:
    return np.array(list(values), dtype=np.int64)


def given(asked: Sequence[Json], answers: Answers) -> Numbers:
    """Return the codes of all that is asked, side by side; shape (rows, asked)."""
    columns = [codes_of(one, answers) for one in asked]
    empty = np.zeros((len(answers), 0), dtype=np.int64)
    return np.ascontiguousarray(np.column_stack(columns)) if columns else empty


_ASKED: dict[str, Callable[[str, Answers, Numbers], list[Json]]] = {
    "single": _single,
    "ordinal": _ordinal,
    "numeric": _numeric,
}
_PLACES: dict[str, Callable[[Json, Question, Column], Numbers]] = {
    "single": _single_places,
    "ordinal": _ordinal_places,
    "numeric": _numeric_places,
    "multi": _multi_places,
}
