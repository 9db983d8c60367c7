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
from persona_studio.evidence.intervals import benjamini_hochberg
from persona_studio.patterns.one_crowd import units
from persona_studio.patterns.request import Matrix

_BY_CHANCE = 0.15
"""How many of the questions that are kept may go with no other."""


def linked(coded: Matrix, widths: Sequence[tuple[int, bool]]) -> Mask:
    """Return which blocks of coded columns go with another one; shape (blocks,).

    A question counts by its strongest pair, corrected for how many pairs it has; the share of
    questions that are wrongly kept is held by Benjamini and Hochberg (1995).
    """
    parts = list(units(widths))
    strength = _strengths(coded - coded.mean(0), [part.start for part in parts], _freedom(widths))
    owner = np.repeat(np.arange(len(widths)), [w if apart else 1 for w, apart in widths])
    strongest = np.full(len(widths), -np.inf)
    np.maximum.at(strongest, owner, strength.max(1))
    pairs = np.bincount(owner) * (len(parts) - 1)
    normal = NormalDist()
    chances = [
        min(1.0, normal.cdf(-float(most)) * many)
        for most, many in zip(strongest, pairs.tolist(), strict=True)
    ]
    return np.array(benjamini_hochberg(chances)) <= _BY_CHANCE


def _freedom(widths: Sequence[tuple[int, bool]]) -> Floats:
    """Return how many free numbers each unit has: one less than its answers."""
    free: list[float] = []
    for width, apart in widths:
        free += [1.0] * width if apart else [max(1.0, width - 1.0)]
    return np.array(free)


def _strengths(centred: Matrix, starts: Sequence[int], free: Floats) -> Matrix:
    """Return for each pair of units how far its chi-square is above chance, as a normal score."""
    n = len(centred)
    squares = (centred.T @ centred) ** 2 / n
    pairs = np.add.reduceat(np.add.reduceat(squares, starts, 0), starts, 1)
    spread = np.add.reduceat((centred**2).sum(0) / n, starts) / free
    freedom = np.outer(free, free)
    chi = pairs / np.maximum(np.outer(spread, spread), 1e-300)
    out = normal_scores(chi, freedom)
    np.fill_diagonal(out, -np.inf)
    return out


def normal_scores(chi: Matrix, freedom: Matrix) -> Matrix:
    """Return chi-squares as normal scores.

    Wilson and Hilferty (1931): the cube root of chi-square over its freedom is nearly normal.
    """
    rest = 2 / (9 * freedom)
    out: Matrix = ((chi / freedom) ** (1 / 3) - (1 - rest)) / np.sqrt(rest)
    return out
