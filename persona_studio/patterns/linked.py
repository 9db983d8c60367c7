# SPDX-License-Identifier: MIT
"""Which questions hang together with any other: the rest tell no group from another.

Half of a survey's questions often go with nothing else. They add spread in which groups drown,
so they take no part in forming groups. The measure of a pair is Pearson's chi-square, which the
coding makes a sum of squared products (n r squared between two numbers).
"""

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np

from persona_studio.evidence.columns import Floats, Mask
from persona_studio.patterns.one_crowd import units
from persona_studio.patterns.request import Matrix

_BY_CHANCE = 0.1
"""How often a question that goes with no other is kept."""


def linked(coded: Matrix, widths: Sequence[tuple[int, bool]]) -> Mask:
    """Return which blocks of coded columns go with another one; shape (blocks,)."""
    parts = list(units(widths))
    strength = _strengths(coded - coded.mean(0), [part.start for part in parts], _freedom(widths))
    limit = NormalDist().inv_cdf(1 - _BY_CHANCE / max(2, len(parts)))
    found = (strength > limit).any(1)
    owner = np.repeat(np.arange(len(widths)), [w if apart else 1 for w, apart in widths])
    return np.bincount(owner[found], minlength=len(widths)) > 0


def _freedom(widths: Sequence[tuple[int, bool]]) -> Floats:
    """Return how many free numbers each unit has: one less than its answers."""
    free: list[float] = []
    for width, apart in widths:
        free += [1.0] * width if apart else [max(1.0, width - 1.0)]
    return np.array(free)


def _strengths(centred: Matrix, starts: Sequence[int], free: Floats) -> Matrix:
    """Return for each pair of units how far its chi-square is above chance, as a normal score.

    Wilson and Hilferty: the cube root of chi-square over its freedom is nearly normal.
    """
    n = len(centred)
    squares = (centred.T @ centred) ** 2 / n
    pairs = np.add.reduceat(np.add.reduceat(squares, starts, 0), starts, 1)
    spread = np.add.reduceat((centred**2).sum(0) / n, starts) / free
    freedom = np.outer(free, free)
    chi = pairs / np.maximum(np.outer(spread, spread), 1e-300)
    rest = 2 / (9 * freedom)
    out: Matrix = ((chi / freedom) ** (1 / 3) - (1 - rest)) / np.sqrt(rest)
    np.fill_diagonal(out, -np.inf)
    return out
