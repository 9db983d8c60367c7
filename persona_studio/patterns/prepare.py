# SPDX-License-Identifier: MIT
"""Coding answers as numbers, so that people can be compared and later waves coded alike.

Every question becomes a block of columns with mean 0. A block is worked out once per different
text of a cell and spread over the rows; all its figures come from counts of texts in a sorted
order, so that the order of rows or columns changes no bit. A coding is plain JSON.

Numbers: rank to normal score (skewed spend or tenure would pass for groups otherwise); the coding
also tells whether their own distances can be trusted, which `classes` then use. Scales:
steps 0..m-1, standardised. Choices: indicator minus share over sqrt(max(share, .02)), the metric
of correspondence analysis with rare answers damped. Multi-select: one standardised column an
option. No answer is 0, the mean, and an answer is never exactly 0, so that the columns alone tell
who answered; an empty multi-select is "nothing ticked" only if it was shown.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import NormalDist
from typing import Any

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, Column, Mask
from persona_studio.evidence.measures import shown
from persona_studio.evidence.reading import Reader
from persona_studio.evidence.silent import texts
from persona_studio.patterns.blocks import Block, Blocks
from persona_studio.patterns.request import Matrix
from persona_studio.patterns.skips import blank

SCALES = ("ordinal", "likert", "nps")
NOT_TICKED = frozenset({"0", "no", "false"}) | texts("not ticked")
_MOST_ANSWERS, _KNOTS = 20, 201
_MOST_SKEW, _HEAVIEST_TAILS = 1.0, 4.0
_LEAST_SHARE = 0.02
_LEAST_TICKED = 0.01
_NEARLY = 1e-9
"""Stands for an answer that is the very mean."""


def kind_of(question: Question, column: Column) -> str:
    """Return how a question is coded: numeric, ordinal, single or multi."""
    if question.role == "multi_select":
        return "multi"
    if question.role in ("numeric", "duration"):
        return "numeric"
    if question.role in SCALES and _mostly_steps(question, column):
        return "ordinal"
    return "single"


def _mostly_steps(question: Question, column: Column) -> bool:
    places = steps_of(question, column)
    read = Reader(question)
    asked = np.array([not read.is_missing(label) for label in column.labels])
    known = column.counts[~np.isnan(places)].sum()
    return bool(known >= 0.9 * max(1, column.counts[asked].sum()))


def steps_of(question: Question, column: Column) -> Matrix:
    """Return each label's place on the question's scale, else its number; NaN where neither."""
    read = Reader(question)
    if question.order:
        places: list[float | None] = [read.steps.get(read.choice(x)) for x in column.labels]
    else:
        places = [read.leading(x) for x in column.labels]
    out = np.array([np.nan if p is None else p for p in places], dtype=np.float64)
    if not question.order:
        out = np.where(np.isnan(out), column.numbers, out)
    out[[i for i, text in enumerate(column.labels) if read.is_missing(text)]] = np.nan
    return out


def numbers_of(question: Question, column: Column) -> Matrix:
    """Return each label as a number, NaN where it is none or means no answer."""
    out = column.numbers.copy()
    read = Reader(question)
    out[[i for i, text in enumerate(column.labels) if read.is_missing(text)]] = np.nan
    return out


def blocks_of(variables: Iterable[str], answers: Answers) -> list[tuple[str, ...]]:
    """Return the variables of each block: the columns of a select-all are one question.

    Sorted by the questions' words (and by how often what was answered where two are called
    alike), so that the same file imported twice, or with its columns mixed, is coded alike.
    """
    grouped: dict[str, list[str]] = {}
    there = set(variables) & set(answers.columns)
    for variable in sorted(there, key=lambda name: by_words(name, answers)):
        question = answers.questions[variable]
        is_part = question.group and question.role == "multi_select"
        grouped.setdefault(question.group if is_part else f"\0{variable}", []).append(variable)
    return [tuple(found) for found in grouped.values()]


def by_words(variable: str, answers: Answers) -> tuple[str, str, str, tuple[int, ...], int]:
    """Return what sorts questions alike in every file that holds the same columns."""
    question, counts = answers.questions[variable], answers.columns[variable].counts
    told = tuple(sorted(counts.tolist()))
    return question.group, question.label, question.text, told, question.position


def learn(
    variables: tuple[str, ...], answers: Answers, weight: float, within: Sequence[str] | None = None
) -> Json | None:
    """Return the coding of one block, None where all gave the same answer.

    A select-all was not shown to those who left the other questions `within` its block blank too;
    None lets its neighbours in the file tell.
    """
    question, column = answers.questions[variables[0]], answers.columns[variables[0]]
    kind = kind_of(question, column)
    if kind == "multi":
        coding = _learn_multi(variables, answers, within)
    else:
        coding = _LEARN[kind](variables, answers)
    if coding is None:
        return None
    return {"variables": list(variables), "kind": kind, "weight": weight, **coding}


def code(coding: Json, answers: Answers) -> Matrix:
    """Return the columns of one block for every row of a wave; 0 where it was not answered.

    Shape (rows, columns of the block). A question the wave did not ask is all 0.
    """
    return blocks_coded([coding], answers).rows()


def code_all(codings: Sequence[Json], answers: Answers) -> Matrix:
    """Return all blocks side by side; shape (rows, columns)."""
    return blocks_coded(codings, answers).rows()


def blocks_coded(codings: Sequence[Json], answers: Answers) -> Blocks:
    """Return all blocks, to be spread over any of the rows of a wave."""
    return Blocks([_block(coding, answers) for coding in codings], len(answers))


def _block(coding: Json, answers: Answers) -> Block:
    there, scale = [v for v in coding["variables"] if v in answers.columns], coding["weight"] ** 0.5
    tables = tuple(
        (_CODE[coding["kind"]](coding, v, answers) * scale, answers.columns[v].codes) for v in there
    )
    hidden = None
    if coding["kind"] == "multi" and there:
        hidden = ~shown_rows(there, answers, coding.get("within"))
    return Block(widths([coding])[0], tables, hidden)


def widths(codings: Sequence[Json]) -> list[int]:
    """Return how many columns each block has."""
    return [len(coding["shares"]) if "shares" in coding else 1 for coding in codings]


def _weighted(values: Matrix, column: Column) -> list[tuple[float, int]]:
    """Return (value, people) in rising order, whatever order the labels came in."""
    counted: Counter[float] = Counter()
    for value, count in zip(values.tolist(), column.counts.tolist(), strict=True):
        if value == value and count:  # not NaN
            counted[value] += count
    return sorted(counted.items())


def _spread(pairs: Sequence[tuple[float, int]]) -> tuple[float, float]:
    n = sum(count for _, count in pairs)
    mean = sum(value * count for value, count in pairs) / n
    return mean, (sum((value - mean) ** 2 * count for value, count in pairs) / n) ** 0.5


def _learn_ordinal(variables: tuple[str, ...], answers: Answers) -> Json | None:
    question, column = answers.questions[variables[0]], answers.columns[variables[0]]
    pairs = _weighted(steps_of(question, column), column)
    if len(pairs) < 2:
        return None
    mean, deviation = _spread(pairs)
    order = [Reader(question).choice(step) for step in question.order]
    return {"order": order, "mean": mean, "deviation": deviation}


def _code_ordinal(coding: Json, variable: str, answers: Answers) -> Matrix:
    question, column = answers.questions[variable], answers.columns[variable]
    if coding["order"]:
        place = {step: i for i, step in enumerate(coding["order"])}
        read = Reader(question)
        steps = np.array([place.get(read.choice(x), np.nan) for x in column.labels], np.float64)
    else:
        steps = steps_of(question, column)
    return _standard(steps, coding)[:, None]


def _standard(values: Matrix, coding: Json) -> Matrix:
    out: Matrix = (values - coding["mean"]) / coding["deviation"]
    out[out == 0] = _NEARLY
    return np.nan_to_num(out)


def _learn_numeric(variables: tuple[str, ...], answers: Answers) -> Json | None:
    question, column = answers.questions[variables[0]], answers.columns[variables[0]]
    pairs = _weighted(numbers_of(question, column), column)
    if len(pairs) < 2:
        return None
    n, below, scored = sum(count for _, count in pairs), 0, []
    for value, count in pairs:
        scored.append((value, NormalDist().inv_cdf((below + count / 2) / n)))
        below += count
    last = len(scored) - 1
    kept = sorted({round(i * last / (_KNOTS - 1)) for i in range(_KNOTS)})
    knots = [scored[i] for i in kept]
    values = np.interp([v for v, _ in pairs], [v for v, _ in knots], [s for _, s in knots])
    mean, deviation = _spread([(v, c) for v, (_, c) in zip(values.tolist(), pairs, strict=True)])
    return {
        "knots": [v for v, _ in knots],
        "scores": [s for _, s in knots],
        "mean": mean,
        "deviation": deviation,
        "even": _even(pairs),
    }


def _even(pairs: Sequence[tuple[float, int]]) -> list[float] | None:
    """Return (mean, deviation) of numbers whose own distances can be trusted, None of others.

    That is, where neither skew nor heavy tails (third and fourth standard moments) pull them.
    """
    mean, deviation = _spread(pairs)
    values, counts = np.array(pairs).T
    z = (values - mean) / max(deviation, 1e-300)
    skew, tails = (float((counts * z**power).sum() / counts.sum()) for power in (3, 4))
    return [mean, deviation] if abs(skew) < _MOST_SKEW and tails < _HEAVIEST_TAILS else None


def _code_numeric(coding: Json, variable: str, answers: Answers) -> Matrix:
    column = answers.columns[variable]
    values = numbers_of(answers.questions[variable], column)
    scores = np.interp(values, coding["knots"], coding["scores"])
    scores[np.isnan(values)] = np.nan
    return _standard(scores, coding)[:, None]


def _learn_single(variables: tuple[str, ...], answers: Answers) -> Json | None:
    question, column = answers.questions[variables[0]], answers.columns[variables[0]]
    counted = answer_counts(question, column)
    if len(counted) < 2:
        return None
    n = sum(counted.values())
    common = sorted(counted, key=lambda answer: (-counted[answer], answer))
    other = len(common) > _MOST_ANSWERS
    kept = common[: _MOST_ANSWERS - 1] if other else common
    shares = [counted[answer] / n for answer in kept]
    if other:
        shares.append(sum(counted[answer] for answer in common[len(kept) :]) / n)
    return {"answers": kept, "other": other, "shares": shares}


def answer_counts(question: Question, column: Column) -> Counter[str]:
    """Return how many rows gave each (folded) answer of a choice."""
    read, counted = Reader(question), Counter[str]()
    for label, count in zip(column.labels, column.counts.tolist(), strict=True):
        if count and not read.is_missing(label):
            counted[read.choice(label)] += count
    return counted


def _code_single(coding: Json, variable: str, answers: Answers) -> Matrix:
    question, column = answers.questions[variable], answers.columns[variable]
    read, shares = Reader(question), np.array(coding["shares"])
    place = {answer: i for i, answer in enumerate(coding["answers"])}
    table = np.zeros((len(column.labels), len(shares)))
    for i, label in enumerate(column.labels):
        found = place.get(read.choice(label), len(place) if coding["other"] else None)
        if found is not None and not read.is_missing(label):
            table[i] = -shares
            table[i, found] += 1
    coded: Matrix = table / np.sqrt(np.maximum(shares, _LEAST_SHARE))
    return coded


def ticks_of(read: Reader, label: str) -> frozenset[str]:
    """Return what a cell ticks; a column of a select-all ticks its own question."""
    if read.is_missing(label):
        return frozenset()
    if not read.question.group:
        return read.ticks(label)
    return frozenset() if read.choice(label) in NOT_TICKED else frozenset({read.question.variable})


def shown_rows(
    variables: Sequence[str], answers: Answers, within: Sequence[str] | None = None
) -> Mask:
    """Return the rows that were shown a multi-select (see `learn`)."""
    question = answers.questions[variables[0]]
    if within is None or question.group:
        return shown(question, answers)
    there = [v for v in (*variables, *within) if v in answers.columns]
    if len(there) == len(variables):
        return np.ones(len(answers), dtype=np.bool_)
    nothing: Mask = np.logical_and.reduce([blank(variable, answers) for variable in there])
    return ~nothing


def _learn_multi(
    variables: tuple[str, ...], answers: Answers, within: Sequence[str] | None
) -> Json | None:
    counted: Counter[str] = Counter()
    for variable in variables:
        read, column = Reader(answers.questions[variable]), answers.columns[variable]
        for label, count in zip(column.labels, column.counts.tolist(), strict=True):
            for option in ticks_of(read, label):
                counted[option] += count
    n = int(np.count_nonzero(shown_rows(variables, answers, within)))
    limits = (_LEAST_TICKED * n, (1 - _LEAST_TICKED) * n)
    place = {variable: i for i, variable in enumerate(variables)}  # columns are options here
    kept = sorted(
        (option for option, count in counted.items() if limits[0] < count < limits[1]),
        key=lambda option: (place.get(option, 0), option),
    )
    if not kept:
        return None
    told = {} if within is None else {"within": list(within)}
    return {"options": kept, "shares": [counted[option] / n for option in kept], **told}


def _code_multi(coding: Json, variable: str, answers: Answers) -> Matrix:
    place = {option: i for i, option in enumerate(coding["options"])}
    shares = np.array(coding["shares"])
    read, column = Reader(answers.questions[variable]), answers.columns[variable]
    table = np.zeros((len(column.labels), len(shares)))
    for i, label in enumerate(column.labels):
        for option in ticks_of(read, label):
            if option in place:
                table[i, place[option]] = 1
    coded: Matrix = (table - shares) / np.sqrt(np.maximum(shares * (1 - shares), _LEAST_SHARE))
    return coded


_LEARN: dict[str, Callable[[tuple[str, ...], Answers], Json | None]] = {
    "numeric": _learn_numeric,
    "ordinal": _learn_ordinal,
    "single": _learn_single,
}
_CODE: dict[str, Callable[[Any, str, Answers], Matrix]] = {
    "numeric": _code_numeric,
    "ordinal": _code_ordinal,
    "single": _code_single,
    "multi": _code_multi,
}
