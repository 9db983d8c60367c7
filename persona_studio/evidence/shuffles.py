# SPDX-License-Identifier: MIT
"""Whether the middle of a number differs between two groups, by shuffling who is in which.

Small groups are dealt in every possible way, larger ones 9,999 times from a fixed seed, so that
the same data always gets the same answer. For crowds the means are compared instead, whose gap over
all deals is as good as normal, with a spread that is known without dealing.
"""

from itertools import combinations
from math import comb

import numpy as np

from persona_studio.evidence.columns import Floats
from persona_studio.evidence.intervals import normal_both_tails

SHUFFLES = 9_999
EXACT_UP_TO = 20_000
CROWD = 1_000
SEED = 20_260_101
_HAIR = 1e-14


def median_differs(one: Floats, two: Floats) -> float:
    """Return the two-sided chance of so large a gap between the medians of two groups."""
    if not len(one) or not len(two):
        return 1.0
    seen = float(np.median(two) - np.median(one))
    every = np.concatenate([one, two])
    exact = comb(len(every), len(one)) <= EXACT_UP_TO
    gaps = _all_deals(every, len(one)) if exact else _some_deals(every, len(one))
    hair = _HAIR * max(1.0, abs(seen))
    below, above = (gaps <= seen + hair).sum(), (gaps >= seen - hair).sum()
    extra = 0 if exact else 1
    return float(min(1.0, 2 * (min(below, above) + extra) / (len(gaps) + extra)))


def middle_differs(one: Floats, two: Floats) -> float:
    """Return the two-sided chance of the gap: of the medians, for crowds of the means."""
    if len(one) + len(two) <= CROWD or not (len(one) and len(two)):
        return median_differs(one, two)
    every = np.concatenate([one, two])
    spread = float(np.sqrt(every.var(ddof=1) * (1 / len(one) + 1 / len(two))))
    return normal_both_tails(float(two.mean() - one.mean()) / spread) if spread else 1.0


def _all_deals(every: Floats, size: int) -> Floats:
    gaps = []
    for chosen in combinations(range(len(every)), size):
        first = np.zeros(len(every), dtype=np.bool_)
        first[list(chosen)] = True
        gaps.append(np.median(every[~first]) - np.median(every[first]))
    return np.array(gaps)


def _some_deals(every: Floats, size: int) -> Floats:
    draw = np.random.default_rng(SEED)
    gaps = np.empty(SHUFFLES)
    for place in range(SHUFFLES):
        dealt = draw.permutation(every)
        gaps[place] = np.median(dealt[size:]) - np.median(dealt[:size])
    return gaps


def cohens_d(one: Floats, two: Floats) -> float:
    """Return how far the means lie apart, in standard deviations; 0 where nothing varies."""
    if len(one) < 2 or len(two) < 2:
        return 0.0
    spread = (len(one) - 1) * one.var(ddof=1) + (len(two) - 1) * two.var(ddof=1)
    pooled = float(np.sqrt(spread / (len(one) + len(two) - 2)))
    return float((two.mean() - one.mean()) / pooled) if pooled else 0.0
