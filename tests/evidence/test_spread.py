# SPDX-License-Identifier: MIT
"""The picture behind a marker counts everybody once a step and loses nobody at its ends."""

from collections import Counter
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.spread import MOST_BINS, spread
from tests.evidence.survey import question, wave

STEPS = question("visits", 0, "ordinal", order=("Rarely", "Monthly", "Weekly", "Daily"))
SPENT = question("spent", 0, "numeric")


def test_steps_of_a_scale_keep_their_names_and_the_group_stands_before_everyone() -> None:
    cells = ["Rarely"] * 10 + ["Monthly"] * 50 + ["daily "] * 20 + ["", "no idea"] * 5
    found = spread(STEPS, wave([(STEPS, cells)]), range(52, 82))
    assert found is not None
    assert found.steps == STEPS.order
    assert found.everyone == (10, 50, 0, 20)
    assert found.mine == (0, 10, 0, 20)
    assert (found.n, found.n_all) == (30, 80)
    assert found.said(found.middle) == "Daily"
    assert found.poles == ("Rarely", "Daily")


def test_a_person_with_many_rows_counts_once_on_each_step() -> None:
    answers = wave([(STEPS, ["Weekly", "Weekly", "Daily", "Rarely"])], ["a", "a", "a", "b"])
    found = spread(STEPS, answers)
    assert found is not None
    assert found.mine == (1, 0, 1, 1)
    assert found.n == 2


def test_nothing_is_drawn_where_all_say_the_same_or_nobody_says_a_number() -> None:
    assert spread(SPENT, wave([(SPENT, ["5"] * 9)])) is None
    assert spread(SPENT, wave([(SPENT, ["much", ""])])) is None


@given(
    st.lists(
        st.one_of(
            st.integers(-500, 100_000), st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: x)
        ),
        min_size=2,
        max_size=60,
    )
)
def test_any_numbers_fill_a_few_steps_that_hold_them_all(values: list[float]) -> None:
    found = spread(SPENT, wave([(SPENT, [f"{value:f}" for value in values])]))
    told = [float(f"{value:f}") for value in values]
    if found is None:
        assert len(set(told)) < 2
        return
    assert sum(found.mine) == len(values) == found.n
    assert len(found.steps) == len(found.mine) == len(found.edges) - 1 <= MOST_BINS + 1
    assert abs(found.middle - median(told)) < 1e-6
    if found.single:
        assert Counter(int(value) for value in told) == Counter(
            {int(low + 0.5): n for low, n in zip(found.edges, found.mine, strict=False) if n}
        )
        assert all(found.near(found.at(value)) == value for value in told)
