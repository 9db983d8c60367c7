# SPDX-License-Identifier: MIT
"""The honest gate: groups, or one crowd that any method would cut.

Four questions in turn. Do answers hang together more than shuffled ones (parallel analysis)?
Do people lie in heaps more than one smooth crowd of the same spread (G, the gap of k-means
against normal scores)? More than one crowd whose answers come in the same few steps (the same
gap against `one_crowd`)? Do the heaps differ in more than how much of one scale they have (L)?
BIC, silhouette or stability alone find groups in almost any correlated crowd.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log

import numpy as np

from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns.groups import find_axes, fit, stability
from persona_studio.patterns.one_crowd import OneCrowd, one_crowd
from persona_studio.patterns.request import MOST_GROUPS, Matrix

KS = tuple(range(2, MOST_GROUPS + 1))
SHUFFLES, NORMAL_DRAWS, CROWD_DRAWS, REDRAWS = 5, 8, 12, 12
LIMIT_G, LIMIT_STEPS, LIMIT_L, LIMIT_VALLEY = 5.0, 3.0, 0.8, 0.8
STEADY, STEADY_SLICES = 0.6, 0.75
_ABOVE_SHUFFLED = 1.02


@dataclass(frozen=True)
class Structure:
    """What the gate measured: axes above chance, G, L, valley, gap's k, worst stability by k.

    `beyond_steps` is G against one crowd of the same answers; 0 where G itself finds no heaps.
    """

    axes: int
    heaps: float
    beyond_steps: float
    one_line: float
    valley: float
    gap_k: int
    worst: dict[int, float]

    @property
    def in_heaps(self) -> bool:
        """Whether people lie in heaps that neither chance nor the steps of the answers make."""
        return self.heaps > LIMIT_G and self.beyond_steps > LIMIT_STEPS

    @property
    def steady_k(self) -> int:
        """The largest number of groups of which each is found again; 1 where there is none."""
        return max((k for k in KS if self.worst[k] >= STEADY), default=1)

    @property
    def sliceable_k(self) -> int:
        """The largest number of repeatable slices; 1 where there is none."""
        return max((k for k in KS if self.worst[k] >= STEADY_SLICES), default=1)

    def decide(self) -> tuple[str, int]:
        """Return (verdict, k); k is 0 for the verdict none."""
        if self.axes < 1 or not (self.in_heaps or self.one_line >= LIMIT_L):
            return ("slices", self.sliceable_k) if self.sliceable_k > 1 else ("none", 0)
        if self.one_line >= LIMIT_L:
            if self.in_heaps and self.valley < LIMIT_VALLEY and self.worst[2] >= STEADY_SLICES:
                return "clear", 2
            return "levels", min(3, max(2, self.sliceable_k))
        if self.steady_k < 2:
            return "none", 0
        return "clear", max(2, min(self.steady_k, self.gap_k))


def measure(coded: Matrix, widths: Sequence[tuple[int, bool]], seed: int = 0) -> Structure:
    """Measure the structure of coded answers (at most about 1,000 rows: G grows with rows).

    `widths` gives for each question how many columns it has and whether each column is an
    option of its own (a multi-select), in the order of the columns.
    """
    random = np.random.default_rng(seed)
    scores = find_axes(coded)
    places = scores.scores(coded)
    labels = {k: fit(places, k, seed, 8).labels_.astype(np.int64) for k in KS}
    worst = {k: float(stability(places, labels[k], k, REDRAWS, seed).min()) for k in KS}
    heaps, gap_k = gap(places, _normal(places, random), NORMAL_DRAWS, seed)
    beyond = 0.0
    if heaps > LIMIT_G:
        crowd = one_crowd(coded, widths, scores.vectors[:, 0])
        beyond, gap_k = gap(places, _same_steps(places, crowd, random), CROWD_DRAWS, seed)
    return Structure(
        axes=axes_above_chance(coded, widths, random),
        heaps=heaps,
        beyond_steps=beyond,
        one_line=on_one_line(places, labels[3]),
        valley=valley(places[:, 0]),
        gap_k=gap_k,
        worst=worst,
    )


def _normal(places: Matrix, random: np.random.Generator) -> Iterator[Matrix]:
    """Yield crowds of normal scores with the spread of each axis."""
    while True:
        yield random.standard_normal(places.shape) * places.std(0)


def _same_steps(places: Matrix, crowd: OneCrowd, random: np.random.Generator) -> Iterator[Matrix]:
    """Yield one crowd's places on axes of its own, each stretched to the spread of ours.

    Without that the draws differ by how far chance stretched their axes, which hides the heaps.
    """
    while True:
        drawn = crowd.draw(random)
        found = find_axes(drawn, places.shape[1]).scores(drawn)
        yield found / np.maximum(found.std(0), 1e-12) * places.std(0)


def axes_above_chance(
    coded: Matrix, widths: Sequence[tuple[int, bool]], random: np.random.Generator
) -> int:
    """Return how many axes stand out above those of shuffled questions (parallel analysis)."""
    found = find_axes(coded).variances
    chance = np.zeros_like(found)
    for _ in range(SHUFFLES):
        chance = np.maximum(chance, find_axes(_shuffled(coded, widths, random)).variances)
    above = found > chance * _ABOVE_SHUFFLED
    return len(found) if above.all() else int(np.argmin(above))


def _shuffled(
    coded: Matrix, widths: Sequence[tuple[int, bool]], random: np.random.Generator
) -> Matrix:
    out, start = np.empty_like(coded), 0
    for width, apart in widths:
        block = coded[:, start : start + width]
        mixed = random.permuted(block, axis=0) if apart else block[random.permutation(len(coded))]
        out[:, start : start + width] = mixed
        start += width
    return out


def gap(places: Matrix, crowds: Iterator[Matrix], draws: int, seed: int) -> tuple[float, int]:
    """Return (G, k): how far k-means fits better than on `draws` crowds, and where it stops.

    G is the largest gap in units of its spread over the draws; k is the first whose gap is not
    beaten by the next one's gap less its spread (Tibshirani, Walther and Hastie 2001).
    """
    ours = {k: _within(places, k, seed, 4) for k in KS}
    theirs: dict[int, list[float]] = {k: [] for k in KS}
    for crowd in islice(crowds, draws):
        for k in KS:
            theirs[k].append(_within(crowd, k, seed, 2))
    gaps = {k: float(np.mean(theirs[k])) - ours[k] for k in KS}
    spread = {k: float(np.std(theirs[k])) * (1 + 1 / draws) ** 0.5 + 1e-3 for k in KS}
    stops = (k for k in KS[:-1] if gaps[k] >= gaps[k + 1] - spread[k + 1])
    return max(gaps[k] / spread[k] for k in KS), next(stops, KS[-1])


def _within(places: Matrix, k: int, seed: int, starts: int) -> float:
    total = float(places.var(0).sum()) * len(places)
    return log(max(float(fit(places, k, seed, starts).inertia_), 1e-300) / total)


def on_one_line(places: Matrix, labels: Numbers) -> float:
    """Return L: the share of the differences between groups that lies on one line (0-1)."""
    counts = np.bincount(labels)
    centres = np.array([places[labels == g].mean(0) for g in range(len(counts))]) - places.mean(0)
    lines = np.linalg.svd(centres * np.sqrt(counts)[:, None], compute_uv=False) ** 2
    return float(lines[0] / max(lines.sum(), 1e-300))


def valley(places: Floats) -> float:
    """Return how deep the valley between two peaks of one axis is: 1 no valley, 0 two heaps.

    Density by a normal kernel with Silverman's width on 141 points within 3.5 deviations.
    """
    x = (places - places.mean()) / max(places.std(), 1e-12)
    low, high = np.percentile(x, [25, 75])
    width = 0.9 * max(min(1.0, (high - low) / 1.34), 0.05) * len(x) ** -0.2
    grid = np.linspace(-3.5, 3.5, 141)
    density = np.exp(-0.5 * ((grid[:, None] - x[None]) / width) ** 2).sum(1)
    rising = density[1:-1] > density[:-2]
    peaks = [int(i) + 1 for i in np.flatnonzero(rising & (density[1:-1] >= density[2:]))]
    deepest = 1.0
    for at, i in enumerate(peaks):
        for j in peaks[at + 1 :]:
            lower = min(density[i], density[j])
            if lower > 0.15 * density.max():
                deepest = min(deepest, float(density[i:j].min() / lower))
    return deepest
