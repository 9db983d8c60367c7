# SPDX-License-Identifier: MIT
"""Kappa and its interval equal statsmodels' to nine places; the confused pair is the right one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from persona_studio.evidence.agreement import agreement

CARDS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=2)


@given(CARDS)
def test_kappa_and_its_interval_equal_statsmodels(cards: list[tuple[str, str]]) -> None:
    one, two = [a for a, _ in cards], [b for _, b in cards]
    table = np.zeros((4, 4))
    for a, b in cards:
        table["abcd".index(a), "abcd".index(b)] += 1
    found = agreement(one, two)
    if found.kappa is None:
        assert len(set(one)) == 1
        assert set(one) == set(two)
        return
    with np.errstate(all="ignore"):  # its test of kappa = 0 may divide by nothing
        reference = cohens_kappa(table)
    assert found.kappa == pytest.approx(reference.kappa, abs=1e-9)
    if reference.var_kappa > 1e-12:
        assert found.low == pytest.approx(max(-1.0, reference.kappa_low), abs=1e-9)
        assert found.high == pytest.approx(min(1.0, reference.kappa_upp), abs=1e-9)


def test_a_case_by_hand() -> None:
    """20 + 15 of 50 alike: o = 0.7, e = 0.5 * 0.6 + 0.5 * 0.4 = 0.5, so kappa is 0.4."""
    one = ["yes"] * 25 + ["no"] * 25
    two = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    found = agreement(one, two)
    assert (found.n, found.alike) == (50, 35)
    assert found.kappa == pytest.approx(0.4)
    assert found.confused == ("no", "yes", 15)


@given(CARDS)
def test_the_order_of_the_tables_does_not_matter(cards: list[tuple[str, str]]) -> None:
    one, two = [a for a, _ in cards], [b for _, b in cards]
    first, second = agreement(one, two), agreement(two, one)
    assert (first.alike, first.confused) == (second.alike, second.confused)
    assert first.kappa == pytest.approx(second.kappa) if first.kappa is not None else True


def test_what_cannot_be_told_is_not_told() -> None:
    assert agreement([], []).kappa is None
    assert agreement(["a", "a"], ["a", "a"]).kappa is None
    assert agreement(["a", "b"], ["a", "b"]).confused is None
