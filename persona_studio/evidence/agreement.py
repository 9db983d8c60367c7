# SPDX-License-Identifier: MIT
"""How far two tables agree about the same cards, beyond what chance alone would bring; no numpy.

Cohen's kappa (Cohen 1960): k = (o - e) / (1 - e), where o is the share of cards on which both
agree, and e = sum of a_i * b_i the share on which they would by chance, a_i and b_i being how
often each table used category i. Its interval is k plus or minus z * s, with the large-sample
variance of Fleiss, Cohen and Everitt (1969), formula 13:

    s^2 = [ sum_i p_ii (1 - (a_i + b_i)(1 - k))^2
            + (1 - k)^2 sum_(i != j) p_ij (b_i + a_j)^2
            - (k - e (1 - k))^2 ] / (n (1 - e)^2)

With a dozen cards it is wide, and meant to be: that is what a dozen cards can tell.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from persona_studio.evidence.intervals import Z95


@dataclass(frozen=True)
class Agreement:
    """`alike` of `n` cards; kappa with its interval, None where it cannot be told.

    It cannot where both tables used one and the same category only. `confused` is the pair of
    categories that was mixed up most, with how often; None where nothing was.
    """

    n: int
    alike: int
    kappa: float | None
    low: float
    high: float
    confused: tuple[str, str, int] | None


def agreement(one: Sequence[str], two: Sequence[str]) -> Agreement:
    """Compare two tables' categories, card by card in the same order."""
    pairs = Counter(zip(one, two, strict=True))
    n, alike = len(one), sum(many for (a, b), many in pairs.items() if a == b)
    kappa, spread = _kappa(pairs, n)
    if kappa is None:
        return Agreement(n, alike, None, -1.0, 1.0, _confused(pairs))
    reach = Z95 * spread
    low, high = max(-1.0, kappa - reach), min(1.0, kappa + reach)
    return Agreement(n, alike, kappa, low, high, _confused(pairs))


def _kappa(pairs: Counter[tuple[str, str]], n: int) -> tuple[float | None, float]:
    """Return kappa and its standard error."""
    if not n:
        return None, 0.0
    p = {pair: many / n for pair, many in pairs.items()}
    kinds = sorted({kind for pair in pairs for kind in pair})
    a = {i: sum(share for (x, _), share in p.items() if x == i) for i in kinds}
    b = {i: sum(share for (_, y), share in p.items() if y == i) for i in kinds}
    observed = sum(share for (x, y), share in p.items() if x == y)
    chance = sum(a[i] * b[i] for i in kinds)
    if 1 - chance < 1e-12:
        return None, 0.0
    k = (observed - chance) / (1 - chance)
    same = sum(p.get((i, i), 0.0) * (1 - (a[i] + b[i]) * (1 - k)) ** 2 for i in kinds)
    apart = sum(share * (b[x] + a[y]) ** 2 for (x, y), share in p.items() if x != y)
    variance = same + (1 - k) ** 2 * apart - (k - chance * (1 - k)) ** 2
    return k, sqrt(max(0.0, variance) / n) / (1 - chance)


def _confused(pairs: Counter[tuple[str, str]]) -> tuple[str, str, int] | None:
    """Return the two categories that were mixed up most, whichever table said which."""
    mixed: Counter[tuple[str, str]] = Counter()
    for (x, y), many in pairs.items():
        if x != y:
            mixed[min(x, y), max(x, y)] += many
    if not mixed:
        return None
    (x, y), many = min(mixed.items(), key=lambda item: (-item[1], item[0]))
    return x, y, many
