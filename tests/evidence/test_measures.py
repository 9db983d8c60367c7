# SPDX-License-Identifier: MIT
"""A measure counts whoever answered, folds spelling, and never counts a person twice."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.persona import Evidence, Measure
from persona_studio.core.research import Question
from persona_studio.evidence.columns import encode
from persona_studio.evidence.measures import count, members_on, row_truth, shown, tally, truth
from tests.evidence.survey import question, wave


def truths(q: Question, cells: list[str], op: str, value: Any = None) -> list[bool | None]:
    column = encode(cells)
    each = truth(Measure(q.variable, op, value), q, column)[column.codes]
    return [None if t < 0 else bool(t) for t in each.tolist()]


CHOICE = question("c", missing=("N/A",), merged={"tel": "Phone"})
SCALE = question("s", role="ordinal", order=("Never", "Sometimes", "Often"))
LIKERT = question("l", role="likert", order=("1 - no", "2", "3", "4", "5 - yes"))
MONEY = question("m", role="numeric")
MULTI = question("t", role="multi_select", separator=";", options=("A", "B", "C"))


@pytest.mark.parametrize(
    ("q", "cells", "op", "value", "expected"),
    [
        (
            CHOICE,
            ["phone ", "TEL", "Mail", "", "n/a"],
            "is",
            "Phone",
            [True, True, False, None, None],
        ),
        (CHOICE, ["Phone", "Mail", ""], "is_not", "phone", [False, True, None]),
        (CHOICE, ["Phone", "Mail", "Fax"], "any_of", ["mail", "FAX"], [False, True, True]),
        (CHOICE, ["Phone", "", "n/a"], "answered", None, [True, False, False]),
        (
            SCALE,
            ["never", "Often", "Sometimes", "Maybe", ""],
            "at_least",
            "sometimes",
            [False, True, True, None, None],
        ),
        (SCALE, ["never", "Often"], "at_most", "Never", [True, False]),
        (
            SCALE,
            ["never", "Sometimes", "Often"],
            "between",
            ["Sometimes", "Often"],
            [False, True, True],
        ),
        (LIKERT, ["1 - no", "4", "5 - yes"], "at_least", 4, [False, True, True]),
        (MONEY, ["12,5", "9,99", "1.000,00", "much"], "at_least", 12.5, [True, False, True, None]),
        (MONEY, ["10", "20", "20.5"], "between", [10, 20], [True, True, False]),
        (MONEY, ["3.0", "3", "4"], "is", 3, [True, True, False]),
        (MULTI, ["a; B", "C", ""], "includes", "b", [True, False, False]),
        (MULTI, ["A;B", "B"], "includes", ["A", "B"], [True, False]),
        (MULTI, ["A;B", "C"], "any_of", ["A", "X"], [True, False]),
        (MULTI, ["A;B", "C"], "is_not", "A", [False, True]),
        (
            question("f", role="free_text"),
            ["Too  EXPENSIVE for me", "fine"],
            "includes",
            "too expensive",
            [True, False],
        ),
        (MONEY, ["1", "2"], "between", [1], [None, None]),
        (MONEY, ["1", "2"], "at_least", "lots", [None, None]),
    ],
)
def test_truth_of_each_operator(
    q: Question, cells: list[str], op: str, value: Any, expected: list[bool | None]
) -> None:
    assert truths(q, cells, op, value) == expected


def block(role: str, group: str = "") -> Any:
    before, after = question("a", 0), question("z", 9)
    ask = question("m", 5, role, group=group, separator=";")
    twin = question("n", 6, role, group=group)
    left, right = ["x", "x", "", "x", ""], ["x", "", "", "x", ""]
    return ask, wave(
        [
            (before, left),
            (ask, ["A", "", "", "", ""]),
            (twin, ["", "B", "", "", ""]),
            (after, right),
        ]
    )


def test_a_select_all_column_was_shown_where_any_of_its_group_was_answered() -> None:
    ask, answers = block("multi_select", group="g")
    assert shown(ask, answers).tolist() == [True, True, False, False, False]
    counted = count(Measure("m", "includes", "A"), answers)
    assert (counted.k, counted.n) == (1, 2)


def test_an_empty_multi_select_alone_was_shown_where_both_neighbours_were_answered() -> None:
    ask = question("m", 5, "multi_select", separator=";")
    note, first = question("n", 6, "free_text"), question("a", 0)
    answers = wave(
        [
            (first, ["x", "x", "", "x"]),
            (ask, ["A;B", "", "", ""]),
            (note, ["", "", "", "said"]),
            (question("z", 9), ["x", "x", "", ""]),
        ]
    )
    assert shown(ask, answers).tolist() == [True, True, False, False]
    assert count(Measure("m", "includes", "b"), answers).n == 2
    assert count(Measure("m", "is_not", "b"), answers).k == 1


def test_answered_counts_those_who_were_shown_the_question() -> None:
    ask, answers = question("c", 1), None
    answers = wave(
        [
            (question("a", 0), ["x", "x", "", "x"]),
            (ask, ["yes", "", "", ""]),
            (question("z", 2), ["x", "x", "", ""]),
        ]
    )
    counted = count(Measure("c", "answered"), answers)
    assert (counted.k, counted.n) == (1, 2)


def test_a_person_with_several_rows_counts_once_and_any_true_counts() -> None:
    answers = wave(
        [(question("c"), ["yes", "no", "no", "", "no"])], keys=["p1", "p1", "p2", "p3", "p2"]
    )
    counted = count(Measure("c", "is", "yes"), answers)
    assert (counted.k, counted.n) == (1, 2)
    assert counted.rows.tolist() == [2]
    assert counted.against.tolist() == [3, 4, 6]


def test_the_base_is_the_group_where_it_is_known_and_everyone_otherwise() -> None:
    answers = wave([(question("c"), ["yes", "no", "no", "yes"])])
    measure = Measure("c", "is", "yes")
    group = count(measure, answers, [2, 3])
    assert (group.k, group.n, group.base, group.said) == (
        1,
        2,
        "segment",
        "the people of this group",
    )
    everyone = count(measure, answers)
    assert (everyone.k, everyone.n, everyone.base, everyone.said) == (2, 4, "all", "everyone asked")
    assert count(replace(measure, base="all"), answers, [2, 3]).n == 4


def test_a_question_the_wave_never_asked_counts_nobody_and_says_so() -> None:
    counted = count(Measure("gone", "is", "yes"), wave([(question("c"), ["yes"])]))
    assert (counted.k, counted.n, counted.asked) == (0, 0, False)


def test_a_group_is_found_on_a_linked_wave_by_respondent_key() -> None:
    home = wave([(question("c"), ["a", "b", "c"])], ["p1", "p2", "p3"], "w1")
    later = wave([(question("d"), ["x", "y"])], ["p3", "p9"], "w2")
    found = members_on(home, [2, 4], later, linked=True)
    assert found is not None
    assert found.tolist() == [2]
    assert members_on(home, [2], later, linked=False) is None
    assert members_on(home, [3], later, linked=True) is None
    same = members_on(home, [2, 4, 77], home, linked=False)
    assert same is not None
    assert same.tolist() == [2, 4]


def test_a_measure_that_speaks_against_the_claim_counts_the_other_way() -> None:
    counted = count(Measure("c", "is", "yes"), wave([(question("c"), ["yes", "no", "no"])]))
    assert tally(Evidence("e", "c", "s"), counted) == (1, 2)
    assert tally(Evidence("e", "c", "s", stance="contradicts"), counted) == (2, 1)


@given(st.lists(st.sampled_from(["yes", "no", "", "Yes "]), min_size=1, max_size=30), st.randoms())
def test_counts_do_not_depend_on_the_order_of_rows(cells: list[str], draw: Any) -> None:
    mixed = list(cells)
    draw.shuffle(mixed)
    measure = Measure("c", "is", "yes")
    one, two = (count(measure, wave([(question("c"), each)])) for each in (cells, mixed))
    assert (one.k, one.n) == (two.k, two.n)
    assert one.n == sum(bool(cell) for cell in cells)
    assert np.count_nonzero(row_truth(measure, wave([(question("c"), cells)])) == 1) == one.k
