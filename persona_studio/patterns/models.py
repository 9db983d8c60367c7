# SPDX-License-Identifier: MIT
"""Two models of the same people, and the choice between them.

One looks for centres on the main axes of the answers (k-means), the other for classes in which
each question has shares of its own. Classes are taken: they meet planted groups more often and
known classes as often, and which of the two is steadier does not tell which is right. Axes stand
in where only they make sense, or where a class is left without people. How many people both put
together tells how far the groups depend on the method. A model is plain JSON and assigns without
a new fit (`placing`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns.classes import (
    Classes,
    Table,
    class_stability,
    likeliest_table,
    parts_of,
    plain,
)
from persona_studio.patterns.groups import Axes, fit, nearest, settle, stability
from persona_studio.patterns.request import Matrix

AXES, CLASSES = "axes", "classes"
REDRAWS = 12


@dataclass(frozen=True, eq=False)
class Chosen:
    """The model taken, its groups' stability in order, and how far the other one agrees (0-1).

    `agreement` is the share of people whom both models put into the same groups, None where
    there is no second model.
    """

    model: Json
    method: str
    steady: Floats
    agreement: float | None


@dataclass(frozen=True, eq=False)
class Sample:
    """Coded rows to fit on, the first `asked` of them also to draw again, and how to fit."""

    codings: Sequence[Json]
    coded: Matrix
    few: Numbers
    axes: Axes
    seed: int = 0


def choose(sample: Sample, k: int, *, one_model: bool) -> Chosen:
    """Return the model of k groups to take; `one_model` where only axes make sense of them.

    Groups are numbered by how many rows of the sample they hold, the largest first.
    """
    places = sample.axes.scores(sample.coded)
    first = fit(places[sample.few], k, sample.seed).cluster_centers_
    centres = settle(places, first)
    labels, _ = nearest(places, centres)
    order = _by_size(labels, centres)
    on_axes = model_of(sample.codings, sample.axes, centres[order])
    labels = _renumbered(labels, order)
    agreement = None
    if not one_model:
        by_classes, theirs, steady = _classes(sample, places, labels, k)
        agreement = agreeing(labels, theirs, k)
        if np.bincount(theirs, minlength=k).all():
            return Chosen({**on_axes, "classes": by_classes}, CLASSES, steady, agreement)
    few = sample.few
    steady = stability(places[few], labels[few], k, REDRAWS, sample.seed)
    return Chosen(on_axes, AXES, steady, agreement)


def _classes(
    sample: Sample, places: Matrix, first: Numbers, k: int
) -> tuple[Json, Numbers, Floats]:
    """Return (plain model, groups, stability) of the best of several starts."""
    parts = parts_of(sample.codings, sample.coded)
    classes = Classes(parts, parts.pieces(sample.coded))
    few = sample.few
    some = classes.dealt(classes.pieces[few])
    table = likeliest_table(some, first[few], k, sample.seed)
    if len(few) < len(first):
        nearly = table.chances_of(classes.pieces, classes.pull)[0].argmax(1)
        table, _ = classes.fit(nearly, k)
    labels = table.chances_of(classes.pieces, classes.pull)[0].argmax(1).astype(np.int64)
    order = _by_size(labels, table.chances)
    labels = _renumbered(labels, order)
    table = Table(table.shares[order], table.chances[order])
    return plain(parts, table), labels, class_stability(some, places[few], labels[few], k, REDRAWS)


def by_people(chosen: Chosen, labels: Numbers) -> tuple[Chosen, Numbers]:
    """Return the same groups numbered by how many of all people they hold, and everybody's."""
    order = _by_size(labels, np.array(chosen.model["centroids"]))
    model = {**chosen.model, "centroids": [chosen.model["centroids"][g] for g in order]}
    told = model.get("classes")
    if told:
        told = {**told, **{name: [told[name][g] for g in order] for name in ("shares", "chances")}}
        model["classes"] = told
    return replace(chosen, model=model, steady=chosen.steady[order]), _renumbered(labels, order)


def _by_size(labels: Numbers, told: Matrix) -> list[int]:
    counts = np.bincount(labels, minlength=len(told))
    return sorted(range(len(told)), key=lambda g: (-counts[g], *np.round(told[g][:20], 6)))


def _renumbered(labels: Numbers, order: Sequence[int]) -> Numbers:
    place = np.empty(len(order), dtype=np.int64)
    place[list(order)] = np.arange(len(order))
    return place[labels]


def agreeing(first: Numbers, second: Numbers, k: int) -> float:
    """Return the share of people whom two groupings put together alike, groups matched best."""
    table = np.zeros((k, k))
    np.add.at(table, (first, second), 1)
    best = max(table[np.arange(k), list(way)].sum() for way in permutations(range(k)))
    return float(best) / max(1, len(first))


def model_of(codings: Sequence[Json], axes: Axes, centres: Matrix) -> Json:
    """Return all that assigns people, as plain JSON; floats survive to the bit."""
    return {
        "codings": list(codings),
        "mean": axes.mean.tolist(),
        "axes": axes.vectors.tolist(),
        "centroids": centres.tolist(),
    }
