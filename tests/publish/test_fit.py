# SPDX-License-Identifier: MIT
"""Nothing is cut: what has no room is moved, by need, and the two columns end evenly."""

from hypothesis import given
from hypothesis import strategies as st

from persona_studio.publish.fit import largest, most, ranked, shared, split
from persona_studio.publish.sheet import Line, Part

parts = st.lists(
    st.builds(
        Part,
        st.just("Goals"),
        st.lists(st.builds(Line, st.text("ab", max_size=3), key=st.booleans()), max_size=5).map(
            tuple
        ),
        st.just("goals"),
        st.sampled_from([1, 2]),
    ),
    max_size=6,
)


@given(parts, st.integers(0, 40))
def test_a_split_loses_no_line_and_keeps_the_wanted_number(parts, keep):
    stays, moves = split(parts, keep)
    total = sum(len(part.lines) for part in parts)
    kept = sum(len(part.lines) for part in stays)
    assert kept == min(keep, total)
    assert kept + sum(len(part.lines) for part in moves) == total
    assert len(stays) == len(parts)


def test_key_lines_and_first_lines_stay_longest():
    goals = Part("Goals", (Line("a"), Line("b"), Line("c")), "goals", 2)
    values = Part("Values", (Line("d"), Line("e", key=True)), "values", 1)
    assert ranked([goals, values]) == [(1, 1), (0, 0), (1, 0), (0, 1), (0, 2)]


@given(st.floats(1, 100), st.floats(1, 100))
def test_the_largest_size_that_fits_is_found_to_a_hundredth(limit, low):
    found = largest(lambda size: size <= limit, low, low * 4)
    if limit < low:
        assert found is None
    else:
        best = min(limit, low * 4)
        assert best * 0.98 <= found <= best


@given(st.integers(0, 50), st.integers(0, 50))
def test_the_largest_number_that_fits_is_found(limit, total):
    assert most(lambda count: count <= limit, total) == min(limit, total)


@given(
    st.tuples(st.floats(0, 500), st.floats(0, 500)),
    st.lists(st.floats(1, 300), max_size=7),
)
def test_no_other_way_of_sharing_is_more_even(start, heights):
    def off(way):
        right = sum(h for h, column in zip(heights, way, strict=True) if column)
        return abs(start[0] + sum(heights) - right - start[1] - right)

    ways = [tuple(n >> b & 1 for b in range(len(heights))) for n in range(2 ** len(heights))]
    assert off(shared(start, heights)) <= min(map(off, ways)) + 0.002
