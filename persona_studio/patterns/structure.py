# SPDX-License-Identifier: MIT
"""The honest gate: groups, or one crowd that any method would cut.

Four questions in turn. Do answers hang together more than shuffled ones (parallel analysis)? Do
people lie in heaps more than people of one crowd who give the same answers, which hang together
as they do (`one_crowd`)? Are there valleys between strong heaps, or do people lie along a bow?
Do the heaps differ in more than how much of one scale they have (L)?
BIC, silhouette or stability alone find groups in almost any correlated crowd.

Heaps are looked for twice where one axis leads or heaps are there: on all axes, and without the
first, because a way of answering or one common trait that runs through all questions hides the
groups behind it, or cuts each of them into levels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from persona_studio.evidence.columns import Floats, Mask, Numbers
from persona_studio.patterns.classes import Classes
from persona_studio.patterns.groups import find_axes, redrawn
from persona_studio.patterns.heaps import CROWDS, KS, LIMIT_HEAPS, Lying, View, lying_of
from persona_studio.patterns.one_crowd import dealt, one_crowd
from persona_studio.patterns.request import Matrix

SHUFFLES = 5
REDRAWS, CLASS_DRAWS = (4, 12), (3, 8)
"""How many draws are looked at first, and how many where those leave it open."""
_PLAINLY, _OPEN = 4.0, 0.03
NEARLY_WIDEST = 0.85
LIMIT_L, LIMIT_VALLEY = 0.8, 0.8
LIMIT_BOW, LIMIT_JOINED = 0.5, 0.88
STEADY, STEADY_SLICES = 0.6, 0.75
_ABOVE_SHUFFLED = 1.02
_MOST_AXES = 12
_FEWEST_AXES = 3
"""On fewer the first is not taken out: along a single axis a few yes-or-no answers lie in heaps."""
_FEW = 8
_LEADS, _MORE_HEAPS = 1.5, 1.25


@dataclass(frozen=True)
class Structure:
    """What the gate measured: axes above chance, the view, L, valley, k, worst stability by k."""

    axes: int
    view: View
    one_line: float
    valley: float
    best_k: int
    worst: dict[int, float]
    shares: dict[int, tuple[float, ...]] = field(default_factory=dict)
    joined: float = 0.0

    @property
    def in_heaps(self) -> bool:
        """Whether people lie in heaps that neither chance nor the steps of the answers make."""
        return self.view.in_heaps and not self.on_a_bow

    @property
    def on_a_bow(self) -> bool:
        """Whether people lie along a curve: strong heaps show valleys, the pieces of a bow none."""
        return self.view.widest > LIMIT_BOW and self.joined > LIMIT_JOINED

    @property
    def sliceable_k(self) -> int:
        """The largest number of repeatable slices; 1 where there is none."""
        return max((k for k in KS if self.worst[k] >= STEADY_SLICES), default=1)

    def decide(self) -> tuple[str, int]:
        """Return (verdict, k); k is 0 for the verdict none."""
        one_scale = self.one_line >= LIMIT_L and not self.view.without_first
        if self.axes < 1:
            return "none", 0
        if not (self.in_heaps or one_scale):
            return self._sliced()
        if one_scale:
            if self.in_heaps and self.valley < LIMIT_VALLEY and self.worst[2] >= STEADY_SLICES:
                return "clear", 2
            return "levels", min(3, max(2, self.sliceable_k))
        k = max((k for k in KS if k <= self.best_k and self._stands(k)), default=0)
        if k:
            return "clear", k
        return self._sliced()

    def _sliced(self) -> tuple[str, int]:
        return ("slices", self.sliceable_k) if self.sliceable_k > 1 else ("none", 0)

    def _stands(self, k: int) -> bool:
        """Whether so many groups are heaps, and each of them comes back."""
        return self.worst[k] >= STEADY and self.view.heaps(k) > LIMIT_HEAPS


def measure(
    coded: Matrix, widths: Sequence[tuple[int, bool]], classes: Classes, seed: int = 0
) -> Structure:
    """Measure the structure of coded answers (at most about 1,000 rows: heaps grow with rows).

    `widths` gives for each question how many columns it has and whether each column is an
    option of its own (a multi-select), in the order of the columns; `classes` holds the same
    rows and questions.
    """
    random = np.random.default_rng(seed)
    above = axes_above_chance(coded, widths, random)
    crowd = one_crowd(coded, widths, find_axes(coded, 1).vectors[:, 0])
    givers = [crowd.givers(random) for _ in range(CROWDS[-1])]
    lying = lying_of(crowd, givers, int(np.clip(above, 2, _MOST_AXES)), seed)
    view = _view(lying, above)
    places = lying.places(view)
    labels = {k: lying.labels(view, k) for k in KS}
    best = next((k for k in KS if view.gaps[k] >= NEARLY_WIDEST * view.widest), KS[-1])
    found = Structure(
        axes=above,
        view=view,
        one_line=on_one_line(places, labels[3]),
        valley=valley(places[:, 0]),
        best_k=best,
        worst={k: _worst(places, labels[k], k, _limits(view, k), seed) for k in KS},
        shares={k: _shares(labels[k], k) for k in KS},
        joined=joined(places, labels[best], best),
    )
    if not found.in_heaps or view.without_first or found.one_line >= LIMIT_L:
        return found
    return replace(found, best_k=_likeliest(found, classes, lying, givers))


def _view(lying: Lying, above: int) -> View:
    """Return the axes on which people lie in heaps most clearly."""
    whole = lying.measured(View(lying.ours.shape[1]))
    leads = lying.variances[0] >= _LEADS * lying.variances[1]
    if above < _FEWEST_AXES or not (leads or whole.in_heaps):
        return whole
    rest = replace(whole, without_first=True)
    if lying.glance(rest).widest < whole.widest:
        return whole
    rest = lying.measured(rest)
    better = rest.in_heaps and rest.widest > _MORE_HEAPS * whole.widest
    return rest if better else whole


def _limits(view: View, k: int) -> tuple[float, ...]:
    """Return the limits of stability that decide about so many groups."""
    return (STEADY,) if view.in_heaps and k > KS[0] else (STEADY, STEADY_SLICES)


def _worst(places: Matrix, labels: Numbers, k: int, limits: Sequence[float], seed: int) -> float:
    """Return how often the least steady group comes back, from a few draws where that is plain."""
    few, all_ = REDRAWS
    found = redrawn(places, labels, k, few, seed)
    least = found[:, found.mean(0).argmin()]
    near = _PLAINLY * least.std(ddof=1) / np.sqrt(few) + _OPEN
    if any(abs(least.mean() - limit) < near for limit in limits):
        found = np.concatenate([found, redrawn(places, labels, k, all_ - few, seed + 1)])
    return float(found.mean(0).min())


def _likeliest(found: Structure, classes: Classes, lying: Lying, givers: Sequence[Numbers]) -> int:
    """Return the number of latent classes that say most beyond what they say of one crowd.

    Numbers that would be decided alike are not told apart.
    """
    decided = np.array([replace(found, best_k=k).decide()[1] for k in KS])
    parts = list(_spans(classes.parts.units))
    ours = _said(classes, [lying.labels(found.view, k) for k in KS])
    more: list[Floats] = []
    for many in CLASS_DRAWS:
        for at in range(len(more), many):
            drawn = classes.dealt(dealt(classes.pieces, parts, givers[at]))
            firsts = [lying.crowd_labels(at, found.view, k) for k in KS]
            more.append(ours - _said(drawn, firsts))
        best = int(np.mean(more, 0).argmax())
        if _leads(np.array(more), best, decided != decided[best]):
            break
    return KS[best]


def _leads(more: Matrix, best: int, others: Mask) -> bool:
    """Tell whether one number says plainly more than these others, whichever crowd is drawn."""
    ahead = more[:, [best]] - more[:, others]
    error = ahead.std(0, ddof=1) / np.sqrt(len(more))
    return bool((ahead.mean(0) > _PLAINLY * error).all())


def _said(classes: Classes, labels: Sequence[Numbers]) -> Floats:
    return np.array([classes.fit(each, k, 40)[1] for k, each in zip(KS, labels, strict=True)])


def _spans(sizes: Sequence[int]) -> list[slice]:
    ends = np.cumsum(sizes)
    return [slice(int(e - s), int(e)) for s, e in zip(sizes, ends, strict=True)]


def _shares(labels: Numbers, k: int) -> tuple[float, ...]:
    counts = np.sort(np.bincount(labels, minlength=k))[::-1]
    return tuple((counts / max(1, counts.sum())).round(3).tolist())


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


def on_one_line(places: Matrix, labels: Numbers) -> float:
    """Return L: the share of the differences between groups that lies on one line (0-1)."""
    counts = np.bincount(labels)
    centres = np.array([places[labels == g].mean(0) for g in range(len(counts))]) - places.mean(0)
    lines = np.linalg.svd(centres * np.sqrt(counts)[:, None], compute_uv=False) ** 2
    return float(lines[0] / max(lines.sum(), 1e-300))


def joined(places: Matrix, labels: Numbers, k: int) -> float:
    """Return how far the groups run into their next ones: 1 no valley between them, 0 apart.

    Two groups are looked at along the line on which they differ most for their own spread.
    """
    depth = np.zeros((k, k))
    for a in range(k):
        for b in range(a):
            depth[a, b] = depth[b, a] = _between(places[labels == a], places[labels == b])
    return float(depth.max(1).mean())


def _between(first: Matrix, second: Matrix) -> float:
    if min(len(first), len(second)) < _FEW:
        return 1.0
    many = len(first) + len(second)
    within = (np.cov(first.T) * len(first) + np.cov(second.T) * len(second)) / many
    within = np.atleast_2d(within) + 1e-6 * np.eye(first.shape[1])
    line = np.linalg.solve(within, first.mean(0) - second.mean(0))
    return valley(np.concatenate([first @ line, second @ line]))


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
