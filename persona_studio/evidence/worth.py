# SPDX-License-Identifier: MIT
"""What groups of people are worth: each one's share of a sum, and value in thirds.

The interval of a share comes from drawing the people again, with replacement, many times: a few
large buyers make it wide, as they should.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, Floats, Numbers
from persona_studio.evidence.question_words import speaks_of
from persona_studio.evidence.reading import Reader

DRAWS, _FEWEST_DRAWS, _WORK = 1_000, 200, 10_000_000
_HIGH, _LOW = 2.5, 1.5


@dataclass(frozen=True)
class Share:
    """One group: its people, what they bring together, and its share of all with its interval."""

    people: int
    total: float
    share: float
    low: float
    high: float


def value_kind(question: Question) -> str | None:
    """Return money, orders or recency where a question tells what somebody is worth, else None."""
    if question.role != "numeric":
        return None
    label = question.label
    if speaks_of("recency", label):
        return "recency"
    if speaks_of("no worth", label):
        return None
    if speaks_of("orders", label):
        return "orders"
    return "money" if speaks_of("money", f"{label} {question.text}") else None


def shares(amounts: Floats, groups: Numbers, many: int, seed: int = 0) -> list[Share] | None:
    """Return what each group brings; None where all together bring nothing.

    `amounts` is what each person brings, `groups` their group. In whatever order they come, the
    same people give the same interval.
    """
    order = np.lexsort((amounts, groups))
    amounts, groups = amounts[order], groups[order]
    totals = np.bincount(groups, amounts, many)
    whole = float(totals.sum())
    if whole <= 0:
        return None
    n, random = len(amounts), np.random.default_rng(seed)
    draws = int(np.clip(_WORK // max(n, 1), _FEWEST_DRAWS, DRAWS))
    found = np.zeros((draws, many))
    for draw in range(draws):
        drawn = random.integers(n, size=n)
        sums = np.bincount(groups[drawn], amounts[drawn], many)
        found[draw] = sums / sums.sum() if sums.sum() > 0 else totals / whole
    low, high = np.percentile(found, [2.5, 97.5], axis=0)
    people = np.bincount(groups, minlength=many)
    each = zip(people, totals, totals / whole, low, high, strict=True)
    return [Share(int(n), *(float(figure) for figure in others)) for n, *others in each]


def thirds(values: Floats) -> Numbers:
    """Return 1, 2 or 3 for each value by its third of all; equal values share theirs, NaN is 1.

    A value belongs where the middle of all that equal it falls, so a crowd of equal values is
    never cut in two, and a third may stay empty.
    """
    known = ~np.isnan(values)
    out = np.ones(len(values), dtype=np.int64)
    if not known.any():
        return out
    _, place, counts = np.unique(values[known], return_inverse=True, return_counts=True)
    middle = (np.cumsum(counts) - counts / 2) / counts.sum()
    out[known] = (1 + np.minimum((middle * 3).astype(np.int64), 2))[place]
    return out


def tiers(parts: Sequence[Numbers]) -> Numbers:
    """Return 0 (high), 1 (middle) or 2 (low) by the mean of each person's thirds."""
    mean = np.mean(np.vstack(parts), axis=0)
    return np.where(mean >= _HIGH, 0, np.where(mean > _LOW, 1, 2)).astype(np.int64)


def shares_of(
    answers: Answers, question: Question, group_of: Mapping[str, int], many: int
) -> list[Share] | None:
    """Return what each group brings by one question, over all rows of its people in a wave.

    A row without an amount brings nothing; None where nobody of the groups is there.
    """
    column = answers.columns[question.variable]
    read = Reader(question)
    worth = np.nan_to_num(column.numbers)
    worth[[i for i, label in enumerate(column.labels) if read.is_missing(label)]] = 0.0
    found: dict[str, float] = {}
    for key, amount in zip(answers.respondents, worth[column.codes].tolist(), strict=True):
        if key in group_of:
            found[key] = found.get(key, 0.0) + amount
    if not found:
        return None
    groups = np.array([group_of[key] for key in found], dtype=np.int64)
    return shares(np.array(list(found.values())), groups, many)
