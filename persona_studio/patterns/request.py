# SPDX-License-Identifier: MIT
"""What the search for groups is asked and what it answers; both cross to a child process."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Answers, Column, Floats, Numbers

Matrix: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

FEWEST = 50
MOST_GROUPS = 6
WEIGHTS: Mapping[str, float] = {"low": 0.5, "normal": 1.0, "high": 2.0}
"""How much variance a question brings with it, by the word on its slider."""


@dataclass(frozen=True, eq=False)
class GroupRequest:
    """Which questions of a wave form groups; `k` forces a number, None lets the answers decide.

    `weights` maps a variable to low, normal or high (normal where it is missing).
    """

    answers: Answers
    basis: tuple[str, ...]
    descriptors: tuple[str, ...] = ()
    weights: Mapping[str, str] = field(default_factory=dict)
    k: int | None = None
    seed: int = 0


@dataclass(frozen=True)
class Group:
    """One group: `over` and `under` are answers of the basis, `also` of the descriptors.

    An answer is {question, label, answer, op, value, share, everyone, lift, low, high, k, n}:
    k of n people of the group gave it, `lift` is share / everyone with its 95 % interval.
    `stability` is the mean overlap (Jaccard, 0-1) with the same group in re-drawn samples.
    `apart` holds all that truly sets the group apart, basis and descriptors, the widest gap
    first. `typical` are places of rows that lie deepest in the group.
    """

    number: int
    name: str
    n: int
    share: float
    stability: float
    over: tuple[Json, ...] = ()
    under: tuple[Json, ...] = ()
    also: tuple[Json, ...] = ()
    apart: tuple[Json, ...] = ()
    typical: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class GroupResult:
    """The answer: a verdict in words, and groups where there are any.

    `assignment[i]` is the group number of row i (-1 without groups), `margin[i]` 0-1 how much
    nearer it is to its own group than to the next, `coords` (rows, 2) a map of which `shown` is
    the share of all differences. `method` is axes or classes, `agreement` the share of people whom
    the other model puts into the same groups. `forms` tells how much each basis question forms
    the groups, `left_out` why others take no part; `skipped` are blocks of questions that some
    people were not shown: {questions, n, share}.
    """

    verdict: str
    sentence: str
    detail: str
    k: int
    offered: tuple[Json, ...]
    groups: tuple[Group, ...]
    basis: tuple[str, ...]
    descriptors: tuple[str, ...]
    assignment: Numbers
    margin: Floats
    between: float
    coords: Matrix
    shown: float
    model: Json
    forms: Mapping[str, float]
    left_out: Mapping[str, str]
    seed: int
    versions: Mapping[str, str]
    skipped: tuple[Json, ...] = ()
    method: str = "axes"
    agreement: float | None = None


def request_of(
    answers: Answers,
    basis: Sequence[str],
    descriptors: Sequence[str] = (),
    *,
    weights: Mapping[str, str] | None = None,
    k: int | None = None,
    seed: int = 0,
) -> GroupRequest:
    """Return a request that carries every closed question of a wave, read and ready to send."""
    wanted = [q for q in answers.questions.values() if q.role not in ("free_text", "pii")]
    columns = {q.variable: _plain(answers.columns[q.variable]) for q in wanted}
    carried = Answers(
        answers.wave_id,
        answers.numbers,
        answers.respondents,
        columns,
        {q.variable: q for q in wanted},
    )
    return GroupRequest(carried, tuple(basis), tuple(descriptors), dict(weights or {}), k, seed)


def _plain(column: Column) -> Column:
    return Column(column.labels, column.codes, column.decimal)
