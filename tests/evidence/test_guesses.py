# SPDX-License-Identifier: MIT
"""Guesses are held to the counted share and its interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.guesses import outcome, scores

GUESSES = {"Anna": 0.4, "Bo": 0.5, "Chris": 0.9, "Dev": 0.62}


def test_guesses_inside_the_interval_are_hits_and_the_nearest_is_named() -> None:
    found = outcome(20, 40, GUESSES)
    assert (found.low, found.high) == (pytest.approx(0.352, abs=1e-3), pytest.approx(0.648, 1e-3))
    assert found.room == pytest.approx(0.56)
    assert found.off == pytest.approx(0.06)
    assert found.hits == ("Anna", "Bo", "Dev")
    assert found.nearest == ("Bo",)


def test_without_people_or_guesses_nothing_is_claimed() -> None:
    assert outcome(0, 0, GUESSES).off is None
    assert outcome(20, 40, {}).room is None
    assert scores([(0, 0, GUESSES)]) == []


def test_more_hits_win_and_among_equals_the_nearer() -> None:
    found = scores([(20, 40, GUESSES), (10, 40, {"Anna": 0.9, "Bo": 0.3})])
    assert [(s.name, s.hits, s.asked) for s in found] == [
        ("Bo", 2, 2),
        ("Dev", 1, 1),
        ("Anna", 1, 2),
        ("Chris", 0, 1),
    ]
    assert found[0].distance == pytest.approx(0.025)


@given(
    k=st.integers(0, 50),
    more=st.integers(1, 50),
    guesses=st.dictionaries(st.text(max_size=3), st.floats(0, 1), min_size=1),
)
def test_a_hit_is_never_farther_off_than_the_interval_is_wide(
    k: int, more: int, guesses: dict[str, float]
) -> None:
    found = outcome(k, k + more, guesses)
    assert set(found.hits) == {n for n, v in guesses.items() if found.low <= v <= found.high}
    best = min(abs(v - found.share) for v in guesses.values())
    assert all(abs(guesses[name] - found.share) == best for name in found.nearest)
