# SPDX-License-Identifier: MIT
"""Draws one crowd that answers like the people asked: same answers, same correlations, no groups.

People of the crowd differ by degrees only (a normal vector), and each question cuts them into
the very answers that were given, as often as they were given. Few steps make heaps by
themselves: answers to yes-or-no questions lie on the corners of a cube whoever gives them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any, TypeVar

import numpy as np

from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns.request import Matrix

_Kind = TypeVar("_Kind", bound=np.generic)
_TERMS = 30
_HALVINGS = 30
_NEAR_ONE = 0.98


@dataclass(frozen=True, eq=False)
class OneCrowd:
    """`columns` of each unit (a question, or one option of a select-all) and its rows in order.

    `root` (units, units) makes correlated normal scores of independent ones.
    """

    coded: Matrix
    columns: tuple[slice, ...]
    orders: tuple[Numbers, ...]
    root: Matrix

    def givers(self, random: np.random.Generator) -> Numbers:
        """Return whose answer each person of a crowd gives to each unit; shape (rows, units)."""
        scores = random.standard_normal((len(self.coded), len(self.orders))) @ self.root.T
        out = np.empty(scores.shape, dtype=np.int64)
        for place, order in enumerate(self.orders):
            out[np.argsort(scores[:, place]), place] = order
        return out

    def draw(self, random: np.random.Generator) -> Matrix:
        """Return the coded answers of as many people of the crowd; shape of what was coded."""
        return dealt(self.coded, self.columns, self.givers(random))


def dealt(
    values: np.ndarray[Any, np.dtype[_Kind]], columns: Sequence[slice], givers: Numbers
) -> np.ndarray[Any, np.dtype[_Kind]]:
    """Return the values of each unit's columns as its givers have them."""
    out = np.empty_like(values)
    for place, part in enumerate(columns):
        out[:, part] = values[givers[:, place], part]
    return out


def one_crowd(coded: Matrix, widths: Sequence[tuple[int, bool]], first: Floats) -> OneCrowd:
    """Return the crowd of coded answers (rows, columns) with blocks of `widths`.

    `first` (columns,) is the first axis: the answers of a choice are put into the order in which
    they lie on it. Latent correlations are those whose cut answers correlate as observed
    (Hermite expansion of the cuts: with coefficients c and d, r = sum of c_k d_k rho^k).
    """
    columns = tuple(units(widths))
    values = np.column_stack([coded[:, each] @ _weights(first[each]) for each in columns])
    values = (values - values.mean(0)) / np.maximum(values.std(0), 1e-12)
    orders = tuple(np.argsort(column, kind="stable") for column in values.T)
    given = np.column_stack([column[order] for column, order in zip(values.T, orders, strict=True)])
    observed = values.T @ values / len(values)
    latent = _latent(_hermite(given), np.clip(observed, -1, 1))
    return OneCrowd(coded, columns, orders, _root(latent))


def units(widths: Sequence[tuple[int, bool]]) -> Iterator[slice]:
    """Yield the columns of each question, or of each option of a select-all."""
    start = 0
    for width, apart in widths:
        step = 1 if apart else width
        yield from (slice(at, at + step) for at in range(start, start + width, step))
        start += width


def _weights(loadings: Floats) -> Floats:
    """Return what makes one number of a unit's columns; a single column is that number."""
    return loadings if len(loadings) > 1 else np.ones(1)


def _hermite(given: Matrix) -> Matrix:
    """Return the coefficients of each unit's cut of a normal score; shape (terms, units)."""
    n = len(given)
    normal = NormalDist()
    z = np.array([normal.inv_cdf((i + 0.5) / n) for i in range(n)])
    before, now, out = np.zeros(n), np.ones(n), []
    for k in range(_TERMS):
        before, now = now, (z * now - np.sqrt(k) * before) / np.sqrt(k + 1)
        out.append(now @ given / n)
    return np.array(out)


def _latent(terms: Matrix, observed: Matrix) -> Matrix:
    """Return for each pair the correlation of the normal scores behind an observed one."""
    low, high = np.full(observed.shape, -_NEAR_ONE), np.full(observed.shape, _NEAR_ONE)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        below = _cut(terms, middle) < observed
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    latent: Matrix = (low + high) / 2
    return latent


def _cut(terms: Matrix, latent: Matrix) -> Matrix:
    """Return how answers correlate whose normal scores correlate as given (Horner's scheme)."""
    out = np.zeros_like(latent)
    for term in terms[::-1]:
        out = (out + np.outer(term, term)) * latent
    return out


def _root(latent: Matrix) -> Matrix:
    """Return a root of the nearest correlation matrix: no negative variance, ones on the line."""
    latent = latent.copy()
    np.fill_diagonal(latent, 1.0)
    values, vectors = np.linalg.eigh(latent)
    root = vectors * np.sqrt(np.maximum(values, 1e-9))
    scaled: Matrix = root / np.sqrt((root**2).sum(1))[:, None]
    return scaled
