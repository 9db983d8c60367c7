# SPDX-License-Identifier: MIT
"""Chi-square, Cramer's V and the shuffles equal SciPy's to nine places."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.special import gammaincc
from scipy.stats import chi2_contingency, permutation_test
from scipy.stats.contingency import association

from persona_studio.evidence.shuffles import SHUFFLES, cohens_d, median_differs, middle_differs
from persona_studio.evidence.tables import chi_square, cramers_v, upper_tail

TABLES = st.integers(2, 6).flatmap(
    lambda wide: st.lists(
        st.lists(st.integers(0, 400), min_size=wide, max_size=wide), min_size=2, max_size=5
    )
)


@given(TABLES)
def test_chi_square_and_v_equal_scipy(table: list[list[int]]) -> None:
    seen = np.array(table)
    seen = seen[seen.sum(axis=1) > 0][:, seen.sum(axis=0) > 0]
    assume(min(seen.shape, default=0) > 1)
    theirs = chi2_contingency(seen, correction=False)
    statistic, freedom, chance = chi_square(table)
    assert freedom == theirs.dof
    assert statistic == pytest.approx(theirs.statistic, rel=1e-12, abs=1e-9)
    assert chance == pytest.approx(theirs.pvalue, abs=1e-9)
    assert cramers_v(table) == pytest.approx(association(seen, method="cramer"), abs=1e-9)


@given(st.floats(0.5, 60), st.floats(0, 300))
def test_the_tail_equals_scipy(a: float, x: float) -> None:
    assert upper_tail(a, x) == pytest.approx(gammaincc(a, x), abs=1e-9)


def test_a_table_in_which_nothing_can_differ_says_nothing() -> None:
    assert chi_square([[3, 0], [9, 0]]) == (0.0, 0, 1.0)
    assert chi_square([]) == (0.0, 0, 1.0)
    assert cramers_v([[5, 5], [0, 0]]) == 0.0


def gap(one: np.ndarray, two: np.ndarray, axis: int = 0) -> np.ndarray:
    return np.median(two, axis=axis) - np.median(one, axis=axis)


@given(
    st.lists(st.integers(0, 20), min_size=2, max_size=6),
    st.lists(st.integers(0, 20), min_size=2, max_size=6),
)
def test_small_groups_are_dealt_in_every_way_as_scipy_does(one: list[int], two: list[int]) -> None:
    sides = np.array(one, float), np.array(two, float)
    theirs = permutation_test(sides, gap, n_resamples=np.inf, vectorized=True)
    assert median_differs(*sides) == pytest.approx(theirs.pvalue, abs=1e-9)


def test_larger_groups_lie_within_the_bound_of_so_many_shuffles() -> None:
    draw = np.random.default_rng(4)
    one, two = draw.normal(30, 8, 60), draw.normal(34, 8, 70)
    mine = median_differs(one, two)
    theirs = permutation_test((one, two), gap, n_resamples=SHUFFLES, vectorized=True, rng=7).pvalue
    assert abs(mine - theirs) <= 4 * np.sqrt(2 * max(mine, theirs) / SHUFFLES)
    assert median_differs(one, two) == mine
    assert median_differs(one, one) == 1.0
    assert median_differs(one, np.empty(0)) == 1.0


def mean_gap(one: np.ndarray, two: np.ndarray, axis: int = 0) -> np.ndarray:
    return two.mean(axis=axis) - one.mean(axis=axis)


def test_crowds_are_compared_by_their_means_without_dealing() -> None:
    draw = np.random.default_rng(9)
    one, two = draw.exponential(20, 700), draw.exponential(22, 650)
    theirs = permutation_test((one, two), mean_gap, n_resamples=4_000, vectorized=True, rng=1)
    assert middle_differs(one, two) == pytest.approx(theirs.pvalue, abs=0.03)
    assert middle_differs(one[:50], two[:40]) == median_differs(one[:50], two[:40])
    assert middle_differs(np.ones(600), np.ones(600)) == 1.0


def test_the_effect_is_the_gap_of_means_in_standard_deviations() -> None:
    assert cohens_d(np.array([1.0, 3.0]), np.array([3.0, 5.0])) == pytest.approx(2 / np.sqrt(2))
    assert cohens_d(np.array([2.0, 2.0]), np.array([2.0, 2.0])) == 0.0
    assert cohens_d(np.array([2.0]), np.array([5.0])) == 0.0
