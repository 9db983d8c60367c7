# SPDX-License-Identifier: MIT
"""A rule that adds up points: how it is fitted, and which few questions it is worth asking.

Fitted is a logistic model of the groups on the answers given (ridge, scikit-learn's), its weights
rounded to whole points. Adding the same to every group changes no decision, so each answer's
least points are 0. Questions are sought by the counts of answers in each group alone, every
person's own answer left out of the counts that judge them.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Floats, Numbers

_SMALL, _LARGE = 5, 9  # the most points one answer brings
_KEPT = 24
_EVEN = 0.5  # people added to each answer of each group: none is impossible


@dataclass(frozen=True, eq=False)
class Points:
    """`table[q][a]` are the points answer a of question q brings each group, `start` at first."""

    table: tuple[Floats, ...]
    start: Floats

    @classmethod
    def of(cls, golden: Json) -> Self:
        """Return the points that a stored rule tells."""
        table = tuple(np.array(one["points"]) for one in golden["questions"])
        return cls(table, np.array(golden["start"]))

    def totals(self, codes: Numbers) -> Floats:
        """Return each row's points for each group; an answer that was not given brings none."""
        total = np.tile(self.start.astype(np.float64), (len(codes), 1))
        for place, table in enumerate(self.table):
            answered = codes[:, place] >= 0
            total[answered] += table[codes[answered, place]]
        return total

    def told(self, codes: Numbers) -> Numbers:
        """Return the group with the most points; of equals the one that comes first."""
        found: Numbers = self.totals(codes).argmax(1).astype(np.int64)
        return found


def points_hit(points: Points, codes: Numbers, groups: Numbers) -> int:
    """Return how many people the points put into their own group."""
    return int((points.told(codes) == groups).sum())


def fit_points(
    codes: Numbers, groups: Numbers, offered: Sequence[int], many: int, *, rounded: bool = True
) -> Points:
    """Return the points of some questions; small ones where they do as well as larger ones."""
    weights, start = _weights(codes, groups, offered, many)
    starts = np.concatenate([[0], np.cumsum(offered)])
    table = [weights[low:high] for low, high in pairwise(starts)]
    table = [one - one.min(1, keepdims=True) for one in table]
    start = start - start.min()
    if not rounded:
        return Points(tuple(table), start)
    largest = max(float(one.max()) for one in (*table, start))
    both = [_whole(table, start, most / max(largest, 1e-9)) for most in (_SMALL, _LARGE)]
    hits = [points_hit(points, codes, groups) for points in both]
    return both[0] if hits[0] >= hits[1] else both[1]


def _whole(table: Sequence[Floats], start: Floats, scale: float) -> Points:
    return Points(
        tuple(np.rint(one * scale).astype(np.int64) for one in table),
        np.rint(start * scale).astype(np.int64),
    )


def _weights(
    codes: Numbers, groups: Numbers, offered: Sequence[int], many: int
) -> tuple[Floats, Floats]:
    """Return the weight of each answer for each group, and of each group beforehand."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    there, weights = np.unique(groups), np.zeros((sum(offered), many))
    start = np.full(many, -20.0)
    if len(there) < 2:
        start[there] = 0.0
        return weights, start
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = LogisticRegression(max_iter=300, tol=1e-3).fit(_ticked(codes, offered), groups)
    bends, before = model.coef_, model.intercept_
    if len(there) == 2:  # scikit-learn tells the second only
        bends, before = np.vstack([-bends, bends]) / 2, np.concatenate([-before, before]) / 2
    weights[:, there] = bends.T
    start[there] = before
    return weights, start


def _ticked(codes: Numbers, offered: Sequence[int]) -> Floats:
    out = np.zeros((len(codes), sum(offered)))
    first = 0
    for place, many in enumerate(offered):
        answered = np.flatnonzero(codes[:, place] >= 0)
        out[answered, first + codes[answered, place]] = 1.0
        first += many
    return out


def best_sets(
    codes: Numbers, groups: Numbers, offered: Sequence[int], many: int, most: int
) -> list[list[list[int]]]:
    """Return the best sets of 1, 2 ... `most` questions, each the best first.

    A set is grown from the two dozen best of one question less. It is rated by how many people the
    product of the answers' shares in each group puts right, their own answer left out.
    """
    speaks = [_speaks(codes[:, place], groups, n, many) for place, n in enumerate(offered)]
    before = _before(groups, many)
    found: list[list[list[int]]] = []
    grown: list[tuple[tuple[int, float], list[int]]] = [((0, 0.0), [])]
    for _ in range(most):
        rated = {}
        for _, chosen in grown:
            base = before + sum((speaks[place] for place in chosen), np.zeros_like(before))
            for place in range(len(offered)):
                whole = tuple(sorted([*chosen, place]))
                if place not in chosen and whole not in rated:
                    rated[whole] = (_right(base + speaks[place], groups), [*chosen, place])
        grown = sorted(rated.values(), key=lambda pair: (-pair[0][0], -pair[0][1], pair[1]))
        grown = grown[:_KEPT]
        found.append([chosen for _, chosen in grown])
    return found


def _right(totals: Floats, groups: Numbers) -> tuple[int, float]:
    """Return how many are put right, and by what mean lead."""
    rows = np.arange(len(groups))
    own = totals[rows, groups]
    rest = totals.copy()
    rest[rows, groups] = -np.inf
    lead = own - rest.max(1)
    return int(np.count_nonzero(lead > 0)), round(float(np.tanh(lead).mean()), 9)


def _before(groups: Numbers, many: int) -> Floats:
    """Return for each person how likely each group is before anything is asked (logarithms)."""
    counts = np.tile(np.bincount(groups, minlength=many).astype(np.float64), (len(groups), 1))
    counts[np.arange(len(groups)), groups] -= 1
    out: Floats = np.log(counts + _EVEN)
    return out


def _speaks(codes: Numbers, groups: Numbers, offered: int, many: int) -> Floats:
    """Return how strongly one answer of each person speaks for each group (logarithms)."""
    table = np.zeros((offered, many))
    rows = np.flatnonzero(codes >= 0)
    np.add.at(table, (codes[rows], groups[rows]), 1)
    said, asked = table[codes[rows]], np.tile(table.sum(0), (len(rows), 1))
    own = (np.arange(len(rows)), groups[rows])
    said[own] -= 1
    asked[own] -= 1
    out = np.zeros((len(codes), many))
    out[rows] = np.log((said + _EVEN) / (asked + _EVEN * offered))
    return out
