# SPDX-License-Identifier: MIT
"""The studio's statistics equal SciPy's and statsmodels' to nine places, and the hand checks."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact, norm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
    proportions_ztest,
)

from persona_studio.evidence import intervals as iv

COUNTS = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(62, 100, 52.2, 70.9), (30, 100, 21.9, 39.6), (9, 12, 46.8, 91.1), (10, 12, 55.2, 95.3)],
)
def test_wilson_equals_the_hand_checks(k: int, n: int, low: float, high: float) -> None:
    found = iv.wilson(k, n)
    assert (round(found[0] * 100, 1), round(found[1] * 100, 1)) == (low, high)


@given(COUNTS)
def test_wilson_equals_statsmodels(count: tuple[int, int]) -> None:
    k, n = count
    assert iv.wilson(k, n, iv.Z95) == pytest.approx(
        proportion_confint(k, n, method="wilson"), abs=1e-9
    )


@given(COUNTS, COUNTS)
def test_newcombe_equals_statsmodels(one: tuple[int, int], two: tuple[int, int]) -> None:
    theirs = confint_proportions_2indep(*one, *two, method="newcomb")
    assert iv.newcombe(*one, *two, iv.Z95) == pytest.approx(theirs, abs=1e-9)


@given(COUNTS, COUNTS)
def test_the_z_test_equals_statsmodels(one: tuple[int, int], two: tuple[int, int]) -> None:
    (k1, n1), (k2, n2) = one, two
    if 0 < k1 + k2 < n1 + n2:
        theirs = proportions_ztest([k1, k2], [n1, n2])[1]
        assert iv.two_proportion(k1, n1, k2, n2) == pytest.approx(theirs, abs=1e-9)
    else:
        assert iv.two_proportion(k1, n1, k2, n2) == 1.0


def test_fisher_equals_scipy_ties_included() -> None:
    draw = random.Random(7)
    for _ in range(1500):
        n1, n2 = draw.randint(1, 60), draw.randint(1, 60)
        k1, k2 = draw.randint(0, n1), draw.randint(0, n2)
        theirs = fisher_exact([[k1, n1 - k1], [k2, n2 - k2]])[1]
        assert iv.fisher(k1, n1, k2, n2) == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_correction_equals_statsmodels(chances: list[float]) -> None:
    theirs = multipletests(chances, method="fdr_bh")[1]
    assert iv.benjamini_hochberg(chances) == pytest.approx(list(theirs), abs=1e-9)


def test_both_tails_equal_scipy() -> None:
    for z in (-4.0, -1.96, 0.0, 0.3, 2.5, 9.0):
        assert iv.normal_both_tails(z) == pytest.approx(2 * norm.sf(abs(z)), abs=1e-12)


def test_small_tables_take_the_exact_test() -> None:
    assert iv.shares_differ(1, 10, 5, 10) == iv.fisher(1, 10, 5, 10)
    assert iv.shares_differ(40, 100, 60, 100) == iv.two_proportion(40, 100, 60, 100)


def test_nobody_asked_says_nothing() -> None:
    assert iv.wilson(0, 0) == (0.0, 1.0)
    assert iv.newcombe(0, 0, 3, 4) == (-1.0, 1.0)
    assert iv.shares_differ(0, 0, 3, 4) == iv.fisher(0, 0, 3, 4) == 1.0
    assert iv.benjamini_hochberg([]) == []
