# SPDX-License-Identifier: MIT
"""Axes of the answers, k-means on them, and how steady its groups are on samples drawn again.

scikit-learn is imported by `fit` alone, which only the pattern child runs; assigning needs none.
"""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np

from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns.request import Matrix

STARTS = 10
_AXES = (2, 12)


@dataclass(frozen=True, eq=False)
class Axes:
    """Principal axes: `mean` (columns,), `vectors` (columns, axes), `variances` of every axis.

    `first` is the place of the first of `vectors` among all axes.
    """

    mean: Floats
    vectors: Matrix
    variances: Floats
    first: int = 0

    def scores(self, coded: Matrix) -> Matrix:
        """Return where each row lies on the axes; shape (rows, axes)."""
        out: Matrix = (coded - self.mean) @ self.vectors
        return out

    def without_first(self) -> "Axes":
        """Return the same axes but the first."""
        return Axes(self.mean, self.vectors[:, 1:], self.variances, 1)


def thinned(order: Numbers, most: int) -> Numbers:
    """Return at most `most` places, evenly spread over an order."""
    if len(order) <= most:
        return order
    return order[np.arange(most) * len(order) // most]


def find_axes(coded: Matrix, many: int = 0) -> Axes:
    """Return `many` axes, by default those whose variance is above the mean (2 to 12).

    The sign of an axis is fixed by its largest loading, so that a second run draws the same map.
    """
    mean = coded.mean(0)
    centred = coded - mean
    values, vectors = np.linalg.eigh(centred.T @ centred / len(coded))
    values, vectors = np.maximum(values[::-1], 0), vectors[:, ::-1]
    count = many or int(np.clip((values > values.mean()).sum(), *_AXES))
    vectors = vectors[:, :count]
    strongest = np.abs(vectors).argmax(0)
    return Axes(mean, vectors * np.sign(vectors[strongest, np.arange(vectors.shape[1])]), values)


def fit(scores: Matrix, k: int, seed: int = 0, starts: int = STARTS) -> Any:
    """Return k-means (scikit-learn's) on rows of scores; same rows and seed, same centres."""
    return _fitted(scores, k, n_init=starts, random_state=seed)


def settle(scores: Matrix, centres: Matrix) -> Matrix:
    """Return where k-means that starts at these centres ends."""
    found: Matrix = _fitted(scores, len(centres), init=centres, n_init=1).cluster_centers_
    return found


def _fitted(scores: Matrix, k: int, **options: Any) -> Any:
    from sklearn import config_context
    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning

    unchecked = config_context(assume_finite=True, skip_parameter_validation=True)
    with unchecked, warnings.catch_warnings():  # fewer different rows than groups: some stay empty
        warnings.simplefilter("ignore", ConvergenceWarning)
        return KMeans(k, **options).fit(scores)


def overlap(first: Numbers, second: Numbers, k: int) -> Floats:
    """Return for each group of the first grouping its best Jaccard overlap with the second."""
    table = np.zeros((k, k))
    np.add.at(table, (first, second), 1)
    either = table.sum(1)[:, None] + table.sum(0)[None] - table
    out: Floats = (table / np.maximum(either, 1)).max(1)
    return out


def stability(scores: Matrix, labels: Numbers, k: int, draws: int, seed: int = 0) -> Floats:
    """Return each group's mean overlap with the groups found in re-drawn samples; shape (k,)."""
    out: Floats = redrawn(scores, labels, k, draws, seed).mean(0)
    return out


def redrawn(scores: Matrix, labels: Numbers, k: int, draws: int, seed: int = 0) -> Matrix:
    """Return each group's overlap with the groups found in each re-drawn sample; (draws, k)."""
    random = np.random.default_rng(seed)
    found = np.zeros((draws, k))
    for draw in range(draws):
        drawn = random.integers(len(scores), size=len(scores))
        asked = np.unique(drawn)
        again = fit(scores[drawn], k, seed, 2).predict(scores[asked])
        found[draw] = overlap(labels[asked], again, k)
    return found


def nearest(scores: Matrix, centres: Matrix) -> tuple[Numbers, Floats]:
    """Return (nearest centre, margin) of every row."""
    squares = (scores**2).sum(1)[:, None] - 2 * scores @ centres.T + (centres**2).sum(1)[None]
    return by_distance(np.sqrt(np.maximum(squares, 0)))


def by_distance(distances: Matrix) -> tuple[Numbers, Floats]:
    """Return (nearest column, margin: 1 - nearest / next nearest) of every row of distances."""
    labels = distances.argmin(1).astype(np.int64)
    if distances.shape[1] < 2:
        return labels, np.ones(len(distances))
    two = np.partition(distances, 1, axis=1)
    return labels, 1 - two[:, 0] / np.maximum(two[:, 1], 1e-12)
