# SPDX-License-Identifier: MIT
"""The worked cases of the method bit by bit, and the laws of the score."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_studio.evidence.strength import Ground, strength

INTERVIEWS = Ground("i", "Interviews", "interviews", 1, 6, 0)
SURVEY = Ground("s", "Survey", "survey", 1, 62, 38, answer="supported")
AGAINST = replace(SURVEY, n_for=80, n_against=320, answer="contradicted")
ANECDOTE = Ground("x", "Sales", "sales_support", 1, 1, 0, "second_hand")
OLD = replace(SURVEY, n_for=300, n_against=100, weight=0.25)
LOGS = Ground("a", "Shop data", "analytics", 1, 40, 5, "observed", "supported")


@pytest.mark.parametrize(
    ("grounds", "contradicted", "parts", "score", "band"),
    [
        ([], False, (0, 0, 0), 0, "assumption"),
        ([ANECDOTE], False, (10, 10, 0), 20, "weak"),
        ([Ground("i", "Talks", "interviews", 0.25, 2, 0)], False, (5, 10, 10), 25, "weak"),
        ([INTERVIEWS], False, (30, 10, 10), 50, "fair"),
        ([replace(INTERVIEWS, n_for=10, n_against=2)], False, (35, 10, 10), 46, "fair"),
        ([SURVEY, replace(INTERVIEWS, n_for=8)], False, (50, 20, 10), 80, "strong"),
        ([SURVEY, replace(INTERVIEWS, n_for=8), LOGS], False, (50, 30, 20), 100, "strong"),
        (
            [replace(INTERVIEWS, n_for=12), AGAINST],
            True,
            (35, 10, 10),
            20,
            "weak",
        ),
        ([OLD], False, (50, 10, 10), 70, "strong"),
        ([replace(OLD, weight=0)], False, (0, 0, 0), 0, "assumption"),
    ],
)
def test_worked_cases(
    grounds: list[Ground], contradicted: bool, parts: tuple[int, int, int], score: int, band: str
) -> None:
    found = strength(grounds, contradicted=contradicted)
    assert (found.people, found.variety, found.directness) == parts
    assert (found.score, found.band) == (score, band)


def test_the_contradicted_case_reaches_21_before_it_is_held_at_20() -> None:
    found = strength([replace(INTERVIEWS, n_for=12), AGAINST])
    assert (found.agreement, found.score) == (Fraction(12, 32), 21)


GROUNDS = st.lists(
    st.builds(
        Ground,
        st.sampled_from(["s1", "s2", "s3"]),
        st.just("Source"),
        st.sampled_from(["survey", "interviews", "analytics", "social"]),
        st.sampled_from([1.0, 0.5, 0.25, 0.0]),
        st.integers(0, 60),
        st.integers(0, 60),
        st.sampled_from(["observed", "said", "second_hand"]),
        st.sampled_from(["", "", "supported", "contradicted", "cannot_tell"]),
    ),
    max_size=6,
)


@given(GROUNDS, st.booleans(), st.randoms())
def test_the_score_is_0_to_100_whatever_the_order(
    grounds: list[Ground], contradicted: bool, draw: object
) -> None:
    found = strength(grounds, contradicted=contradicted)
    assert 0 <= found.score <= 100
    mixed = list(grounds)
    draw.shuffle(mixed)  # type: ignore[attr-defined]
    assert strength(mixed, contradicted=contradicted) == found


@settings(max_examples=300)
@given(GROUNDS, st.integers(0, 5), st.integers(1, 9))
def test_more_support_never_lowers_and_more_dissent_never_raises(
    grounds: list[Ground], place: int, more: int
) -> None:
    before = strength(grounds).score
    if not grounds or grounds[place % len(grounds)].answer:
        new = Ground("new", "New", "observation", 1, more, 0)
        assert strength([*grounds, new]).score >= before
        assert strength([*grounds, replace(new, n_for=0, n_against=more)]).score <= before
        return
    at = place % len(grounds)
    rest, one = grounds[:at] + grounds[at + 1 :], grounds[at]
    assert strength([*rest, replace(one, n_for=one.n_for + more)]).score >= before
    assert strength([*rest, replace(one, n_against=one.n_against + more)]).score <= before


@given(GROUNDS, st.booleans())
def test_the_panel_can_be_followed_to_the_score(grounds: list[Ground], contradicted: bool) -> None:
    found = strength(grounds, contradicted=contradicted)
    if len(found.lines) == 1:
        assert found.score == 0
        return
    points = [int(re.search(r"→ (\d+) points", line)[1]) for line in found.lines[:3]]  # type: ignore[index]
    said = int(found.lines[4].rsplit("= ", 1)[1])
    assert points == [found.people, found.variety, found.directness]
    assert said == int(sum(points) * found.agreement + Fraction(1, 2))
    assert found.score == (min(20, said) if contradicted else said)
