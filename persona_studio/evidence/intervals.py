# SPDX-License-Identifier: MIT
"""The few statistics the studio rests on, small enough to check by hand; no numpy.

Shares are 0-1. Sources: Wilson 1927 (score interval), Newcombe 1998 (hybrid score interval of a
difference, his method 10), Fisher 1935 (exact test), Benjamini and Hochberg 1995 (many tests).
"""

from collections.abc import Sequence
from math import erfc, exp, inf, lgamma, sqrt

Z95 = 1.959963984540054
Z90 = 1.6448536269514722


def wilson(k: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Return the interval of a share k/n; (0, 1) where nobody was asked."""
    if n <= 0:
        return (0.0, 1.0)
    p = k / n
    whole = 1 + z * z / n
    centre = (p + z * z / (2 * n)) / whole
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / whole
    low = 0.0 if k == 0 else max(0.0, centre - half)
    high = 1.0 if k == n else min(1.0, centre + half)
    return (low, high)


def newcombe(k1: int, n1: int, k2: int, n2: int, z: float = 1.96) -> tuple[float, float]:
    """Return the interval of the difference k1/n1 - k2/n2; (-1, 1) where a side is empty."""
    if n1 <= 0 or n2 <= 0:
        return (-1.0, 1.0)
    p1, p2 = k1 / n1, k2 / n2
    low1, high1 = wilson(k1, n1, z)
    low2, high2 = wilson(k2, n2, z)
    gap = p1 - p2
    low = gap - sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2)
    high = gap + sqrt((high1 - p1) ** 2 + (p2 - low2) ** 2)
    return (max(-1.0, low), min(1.0, high))


def two_proportion(k1: int, n1: int, k2: int, n2: int) -> float:
    """Return the two-sided chance of so large a gap between two shares by the pooled z test."""
    if n1 <= 0 or n2 <= 0:
        return 1.0
    pooled = (k1 + k2) / (n1 + n2)
    spread = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    if spread == 0:
        return 1.0
    return normal_both_tails((k1 / n1 - k2 / n2) / spread)


def normal_both_tails(z: float) -> float:
    """Return the chance that a standard normal lies farther from 0 than z."""
    return erfc(abs(z) / sqrt(2))


def fisher(k1: int, n1: int, k2: int, n2: int) -> float:
    """Return the two-sided exact chance of the table (k1 of n1, k2 of n2).

    Adds the chances of all tables with the same margins that are no likelier than this one; the
    tolerance for ties is SciPy's.
    """
    if n1 <= 0 or n2 <= 0:
        return 1.0
    both, total = k1 + k2, n1 + n2
    fixed = _log_choose(total, both)
    weights = {
        k: _log_choose(n1, k) + _log_choose(n2, both - k) - fixed
        for k in range(max(0, both - n2), min(both, n1) + 1)
    }
    limit = weights[k1] + 1e-7
    return min(1.0, sum(exp(w) for w in weights.values() if w <= limit))


def _log_choose(n: int, k: int) -> float:
    if k < 0 or k > n:
        return -inf
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def shares_differ(k1: int, n1: int, k2: int, n2: int) -> float:
    """Return the chance of the gap: the z test, or the exact test where a cell expects < 5."""
    if n1 <= 0 or n2 <= 0:
        return 1.0
    yes = (k1 + k2) / (n1 + n2)
    if min(yes, 1 - yes) * min(n1, n2) < 5:
        return fisher(k1, n1, k2, n2)
    return two_proportion(k1, n1, k2, n2)


def benjamini_hochberg(chances: Sequence[float]) -> list[float]:
    """Return the corrected value (q) of each chance, in the order given."""
    count = len(chances)
    corrected = [1.0] * count
    least = 1.0
    ranked = sorted(range(count), key=lambda i: (chances[i], i))
    for rank in range(count, 0, -1):
        place = ranked[rank - 1]
        least = min(least, chances[place] * count / rank)
        corrected[place] = least
    return corrected
