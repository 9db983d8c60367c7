# SPDX-License-Identifier: MIT
"""Golden questions: the printed table of points has the printed hit rate on unseen people."""

from functools import cache

import numpy as np
import pytest

from persona_studio.core.errors import StudioError
from persona_studio.patterns.asking import asked_of, codes_of, only
from persona_studio.patterns.golden import GoldenRequest, _parted, find_golden, told_by
from tests.patterns.planted import answers_of, shuffled, survey


def quiet(done, total):
    assert 0 <= done <= total


@cache
def planted(sep=1.6, n=500, k=3, seed=4):
    answers, groups = survey(n, k, sep, seed)
    return GoldenRequest(answers, np.asarray(groups, dtype=np.int64), k, tuple(answers.columns))


def by_hand(golden, request, row):
    """Add up the points as a person would: read the answer, look it up, add."""
    total = list(golden["start"])
    for one in golden["questions"]:
        cell = request.answers.columns[one["question"]].cell(row)
        offered = one["answers"]
        if one["kind"] == "multi":
            picked = 0 if one["option"] in [part.strip() for part in cell.split(";")] else 1
        elif not cell:
            continue
        elif one["kind"] == "numeric":
            picked = sum(float(cell) >= cut for cut in one["cuts"])
        elif one["kind"] == "ordinal":
            picked = int(cell[-1])
        else:
            picked = offered.index(cell) if cell in offered else len(offered) - 1
        total = [a + b for a, b in zip(total, one["points"][picked], strict=True)]
    return total.index(max(total))


def test_the_printed_points_added_by_hand_give_the_printed_hit_rate_on_people_held_out():
    request = planted()
    golden = find_golden(request, report=quiet)
    assert golden["accepted"]
    assert 3 <= len(golden["questions"]) <= 5
    train, test = _parted(request)
    assert set(train) | set(test) == set(range(500))
    assert not set(train) & set(test)
    right = [by_hand(golden, request, row) == request.groups[row] for row in test.tolist()]
    assert (sum(right), len(right)) == (golden["hit"]["k"], golden["hit"]["n"])
    assert golden["hit"]["k"] > golden["largest"]["k"]
    assert sum(share["k"] for share in golden["groups"]) == golden["hit"]["k"]
    everyone = [p for one in golden["questions"] for row in one["points"] for p in row]
    assert all(isinstance(points, int) and 0 <= points <= 9 for points in everyone)
    assert (told_by(golden, only(request.answers, test))[0] == request.groups[test]).sum() == sum(
        right
    )


def test_the_same_people_in_another_order_make_the_same_rule():
    request = planted(n=300)
    mixed, order = shuffled(request.answers, 5)
    again = GoldenRequest(mixed, request.groups[order], request.many, tuple(mixed.columns))
    assert find_golden(again, report=quiet) == find_golden(request, report=quiet)


def test_groups_that_are_chance_are_refused_however_many_questions_there_are():
    answers, _ = survey(300, 1, 0.0, 9)
    groups = np.random.default_rng(1).integers(3, size=300)
    golden = find_golden(GoldenRequest(answers, groups, 3, tuple(answers.columns)), report=quiet)
    assert not golden["accepted"]
    assert golden["hit"]["k"] / golden["hit"]["n"] < 0.47
    assert golden["hit"]["low"] < 1 / 3 + 0.02


def test_what_may_not_be_asked_is_not_asked_and_fewer_can_be_wanted():
    request = planted(n=300)
    first = find_golden(request, report=quiet)
    barred = {one["question"] for one in first["questions"]}
    left = tuple(v for v in request.variables if v not in barred)
    second = GoldenRequest(request.answers, request.groups, 3, left, most=2)
    asked = [one["question"] for one in find_golden(second, report=quiet)["questions"]]
    assert 1 <= len(asked) <= 2
    assert not barred & set(asked)


def test_one_group_or_few_people_are_refused_in_words():
    request = planted(n=300)
    with pytest.raises(StudioError, match="only one group"):
        find_golden(
            GoldenRequest(request.answers, request.groups * 0, 1, request.variables), report=quiet
        )
    few = np.where(np.arange(300) < 40, request.groups, -1)
    with pytest.raises(StudioError, match="40 people are too few"):
        find_golden(GoldenRequest(request.answers, few, 3, request.variables), report=quiet)


def test_a_person_with_several_rows_is_only_in_one_half():
    request = planted(n=300)
    keys = tuple(f"p{i // 3}" for i in range(300))
    twins = type(request.answers)(
        "wave", request.answers.numbers, keys, request.answers.columns, request.answers.questions
    )
    train, test = _parted(GoldenRequest(twins, request.groups, 3, request.variables))
    people = [keys[i] for i in [*train, *test]]
    assert len(people) == len(set(people)) == 100


def test_answers_are_offered_as_they_are_said():
    n = 200
    ages = [str(18 + i % 60) for i in range(n)]
    steps = [str(1 + i % 10) for i in range(n)]
    towns = [f"town {i % 9}" for i in range(n)]
    groups = np.array([int(i % 60 >= 30) for i in range(n)])
    answers = answers_of(
        {"age": ages, "mark": steps, "town": towns},
        {"age": "numeric", "mark": "nps", "town": "single_choice"},
    )
    asked = {one["question"]: one for one in asked_of(answers.columns, answers, groups)}
    assert asked["age"]["answers"] == ["Under 48", "48 or more"]
    assert asked["town"]["answers"][-1] == "Anything else"
    assert len(asked["town"]["answers"]) == 6
    assert codes_of(asked["age"], answers).tolist() == groups.tolist()
    runs = asked["mark"]["answers"]
    assert 2 <= len(runs) <= 4
    assert any(" to " in run for run in runs)
