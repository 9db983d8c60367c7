# SPDX-License-Identifier: MIT
"""Whether the answers to a choice differ between two groups: chi-square and its effect; no numpy.

Sources: Pearson 1900 (the test), Cramer 1946 (V); the upper tail by the series and the continued
fraction of the incomplete gamma function (Abramowitz and Stegun 6.5).
"""

from collections.abc import Sequence
from math import exp, lgamma, log, sqrt

Table = Sequence[Sequence[int]]
_STEPS = 500
_TINY = 1e-300
_EPSILON = 1e-16


def chi_square(table: Table) -> tuple[float, int, float]:
    """Return (statistic, degrees of freedom, chance); rows and columns without people are left out.

    A table in which nothing can differ has statistic 0 and chance 1.
    """
    rows = [row for row in table if sum(row)]
    columns = [column for column in zip(*rows, strict=True) if sum(column)]
    freedom = (len(rows) - 1) * (len(columns) - 1) if rows else 0
    if freedom <= 0:
        return 0.0, 0, 1.0
    total = sum(map(sum, columns))
    statistic = 0.0
    for column in columns:
        for row, seen in zip(rows, column, strict=True):
            expected = sum(row) * sum(column) / total
            statistic += (seen - expected) ** 2 / expected
    return statistic, freedom, upper_tail(freedom / 2, statistic / 2)


def cramers_v(table: Table) -> float:
    """Return how far the rows differ, 0 (not at all) to 1."""
    statistic, freedom, _ = chi_square(table)
    if not freedom:
        return 0.0
    rows = sum(1 for row in table if sum(row))
    columns = sum(1 for column in zip(*table, strict=True) if sum(column))
    total = sum(map(sum, table))
    return sqrt(statistic / (total * (min(rows, columns) - 1)))


def upper_tail(a: float, x: float) -> float:
    """Return the regularized upper incomplete gamma function Q(a, x)."""
    if x <= 0:
        return 1.0
    scale = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for step in range(1, _STEPS):
            term *= x / (a + step)
            total += term
            if term < total * _EPSILON:
                break
        return 1 - scale * total
    return scale * _fraction(a, x)


def _fraction(a: float, x: float) -> float:
    """Return the continued fraction of Q by Lentz's method."""
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    value = d
    for step in range(1, _STEPS):
        factor = -step * (step - a)
        b += 2
        d = 1 / (factor * d + b or _TINY)
        c = b + factor / c or _TINY
        value *= c * d
        if abs(c * d - 1) < _EPSILON * 10:
            break
    return value
