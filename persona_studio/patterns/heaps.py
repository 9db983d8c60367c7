# SPDX-License-Identifier: MIT
"""Whether people lie in heaps: how far k-means fits better on them than on one crowd.

After Tibshirani, Walther and Hastie (2001, the gap), with crowds that answer like the people.
What is plain after a few crowds is not asked again of many.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import log
from typing import Any

import numpy as np

from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns.groups import find_axes, fit
from persona_studio.patterns.one_crowd import OneCrowd, dealt
from persona_studio.patterns.request import MOST_GROUPS, Matrix

KS = tuple(range(2, MOST_GROUPS + 1))
CROWDS = (4, 16)
"""How many crowds are looked at first, and how many where those leave it open."""
LIMIT_HEAPS = 4.5
_PLAINLY = 2.0
_GLANCE = 2
_STARTS, _CROWD_STARTS = 5, 2


@dataclass(frozen=True)
class View:
    """People on some axes: how many, whether the first is left out, and how they lie there.

    `gaps` tells for each number of groups how far k-means fits better than on one crowd,
    `spread` by how much crowds differ among themselves.
    """

    axes: int
    without_first: bool = False
    spread: float = 1.0
    gaps: dict[int, float] = field(default_factory=dict)

    def heaps(self, k: int) -> float:
        """How far k groups fit better than in crowds, in units of the crowds' spread."""
        return self.gaps[k] / self.spread

    @property
    def in_heaps(self) -> bool:
        """Whether any number of groups fits better than in crowds."""
        return self.widest > LIMIT_HEAPS * self.spread

    @property
    def widest(self) -> float:
        """The largest gap."""
        return max(self.gaps.values())

    @property
    def plain(self) -> bool:
        """Whether the widest gap is so far from the limit that more crowds cannot turn it."""
        heaps = self.widest / self.spread / LIMIT_HEAPS
        return not 1 / _PLAINLY < heaps < _PLAINLY

    def of(self, places: Matrix) -> Matrix:
        """Return places on all axes as this view sees them."""
        return places[:, 1:] if self.without_first else places


@dataclass(frozen=True, eq=False)
class Lying:
    """Where people lie on their axes, and crowds drawn from them on theirs, for every view."""

    ours: Matrix
    variances: Floats
    crowds: list[Matrix]
    seed: int
    _fits: dict[tuple[int, bool, int, int], Any] = field(default_factory=dict)

    def places(self, view: View) -> Matrix:
        """Return where the people themselves lie."""
        return view.of(self.ours)

    def labels(self, view: View, k: int) -> Numbers:
        """Return the group of each of the people among k."""
        found: Numbers = self._fit(-1, view, k, _STARTS).labels_.astype(np.int64)
        return found

    def crowd_labels(self, at: int, view: View, k: int) -> Numbers:
        """Return the group of each one of a crowd among k."""
        found: Numbers = self._fit(at, view, k, _CROWD_STARTS).labels_.astype(np.int64)
        return found

    def measured(self, view: View) -> View:
        """Return the view with its gaps."""
        for many in CROWDS:
            view = self._seen(view, many, _STARTS)
            if view.plain:
                break
        return view

    def glance(self, view: View) -> View:
        """Return the view with its gaps, roughly."""
        return self._seen(view, _GLANCE, _CROWD_STARTS)

    def _seen(self, view: View, many: int, starts: int) -> View:
        ours = np.array([self._within(-1, view, k, starts) for k in KS])
        theirs = np.array([[self._within(at, view, k) for k in KS] for at in range(many)])
        spread = float(np.sqrt(theirs.var(0, ddof=1).mean() * (1 + 1 / many))) + 1e-3
        gaps = (theirs.mean(0) - ours).tolist()
        return replace(view, spread=spread, gaps=dict(zip(KS, gaps, strict=True)))

    def _within(self, at: int, view: View, k: int, starts: int = _CROWD_STARTS) -> float:
        places = view.of(self._all(at))
        total = float(places.var(0).sum()) * len(places)
        return log(max(float(self._fit(at, view, k, starts).inertia_), 1e-300) / total)

    def _fit(self, at: int, view: View, k: int, starts: int) -> Any:
        key = (at, view.without_first, k, starts)
        if key not in self._fits:
            self._fits[key] = fit(view.of(self._all(at)), k, self.seed, starts)
        return self._fits[key]

    def _all(self, at: int) -> Matrix:
        return self.ours if at < 0 else self.crowds[at]


def lying_of(crowd: OneCrowd, givers: Sequence[Numbers], many: int, seed: int) -> Lying:
    """Return the places of people and of each crowd, stretched axis by axis to the spread of ours.

    Without that the draws differ by how far chance stretched their axes, which hides heaps.
    """
    axes = find_axes(crowd.coded, many)
    ours = axes.scores(crowd.coded)
    crowds, wide = [], ours.std(0)
    for each in givers:
        coded = dealt(crowd.coded, crowd.columns, each)
        found = find_axes(coded, many).scores(coded)
        crowds.append(found / np.maximum(found.std(0), 1e-12) * wide)
    return Lying(ours, axes.variances, crowds, seed)
