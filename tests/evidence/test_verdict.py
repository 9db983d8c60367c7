# SPDX-License-Identifier: MIT
"""The three-answer rule by hand, and its laws."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.verdict import RANGES, leaning, narrowest, nearest, verdict

COUNTS = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("quantifier", "k", "n", "answer"),
    [
        ("most", 62, 100, "supported"),
        ("most", 30, 100, "contradicted"),
        ("most", 9, 12, "cannot_tell"),
        ("most", 10, 12, "supported"),
        ("nobody", 0, 10, "cannot_tell"),
        ("few", 9, 140, "supported"),
        ("almost_all", 300, 310, "supported"),
        ("about_half", 500, 1000, "supported"),
        ("some", 90, 100, "contradicted"),
        ("typical", 62, 100, "supported"),
        ("typical", 2, 100, "cannot_tell"),
        (None, 100, 100, "cannot_tell"),
        ("most", 0, 0, "cannot_tell"),
    ],
)
def test_hand_checks(quantifier: str | None, k: int, n: int, answer: str) -> None:
    assert verdict(quantifier, k, n) == answer


@given(COUNTS)
def test_a_claim_made_from_data_is_supported_by_it(count: tuple[int, int]) -> None:
    word = narrowest(*count)
    if word:
        assert verdict(word, *count) == "supported"
        width = RANGES[word][1] - RANGES[word][0]
        wider = [w for w in RANGES if verdict(w, *count) == "supported"]
        assert all(RANGES[w][1] - RANGES[w][0] >= width for w in wider)


@given(COUNTS)
def test_the_nearest_quantifier_is_never_contradicted(count: tuple[int, int]) -> None:
    word = nearest(*count)
    if word:
        assert verdict(word, *count) != "contradicted"


@given(COUNTS, st.sampled_from(sorted(RANGES)))
def test_a_supported_claim_leans_yes_and_a_contradicted_one_no(
    count: tuple[int, int], quantifier: str
) -> None:
    answer = verdict(quantifier, *count)
    if answer != "cannot_tell":
        assert leaning(quantifier, *count) == ("yes" if answer == "supported" else "no")


def test_false_contradictions_stay_rare_and_real_ones_are_found() -> None:
    draw = random.Random(3)

    def answers(n: int, low: float, high: float, runs: int) -> list[str]:
        trues = [draw.uniform(low, high) for _ in range(runs)]
        return [verdict("most", sum(draw.random() < p for _ in range(n)), n) for p in trues]

    assert answers(80, 0.3, 0.3, 600).count("contradicted") >= 0.92 * 600
    assert answers(30, 0.5, 0.9, 3000).count("contradicted") <= 0.005 * 3000
