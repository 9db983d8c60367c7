# SPDX-License-Identifier: MIT
"""Dots are counted and ranked; options that say the same are told before they split votes."""

from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.workshop import Option, Vote, dots_each
from persona_studio.evidence.voting import ballots, look_alikes, ranked

OPTIONS = tuple(Option(key, key.upper()) for key in "abc")


def test_each_ballot_has_a_third_of_the_options_in_dots() -> None:
    assert [dots_each(n) for n in (2, 3, 4, 5, 7, 8, 12)] == [1, 1, 1, 2, 2, 3, 4]


def test_equal_dots_share_a_place_and_keep_their_order() -> None:
    votes = [
        Vote("1", "w", target="b", ballot="1", dots=2),
        Vote("2", "w", target="c", ballot="1"),
        Vote("3", "w", target="c", ballot="10"),
        Vote("4", "w", target="", ballot="2", dots=0),
        Vote("5", "w", target="gone", ballot="2"),
    ]
    found = [
        (rank.place, rank.option.id, rank.dots, rank.ballots) for rank in ranked(OPTIONS, votes)
    ]
    assert found == [(1, "b", 2, 1), (1, "c", 2, 2), (3, "a", 0, 0)]
    assert ballots(votes) == ("1", "2", "10")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 4)), max_size=12))
def test_no_dot_is_lost_and_more_dots_never_rank_lower(cast: list[tuple[str, int]]) -> None:
    votes = [Vote(f"{n}", "w", target=t, ballot=f"{n}", dots=d) for n, (t, d) in enumerate(cast)]
    found = ranked(OPTIONS, votes)
    assert sum(rank.dots for rank in found) == sum(dots for _, dots in cast)
    assert [rank.dots for rank in found] == sorted((rank.dots for rank in found), reverse=True)


def test_options_that_say_nearly_the_same_are_told() -> None:
    texts = [
        "Pay in the app before arriving",
        "Paying in the app",
        "A quiet corner",
        "The corner is quiet on Saturday",
        "Fast delivery",
        "Cheap delivery",
        "",
    ]
    assert look_alikes(texts) == [(0, 1), (2, 3)]
