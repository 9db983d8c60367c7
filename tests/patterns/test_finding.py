# SPDX-License-Identifier: MIT
"""Groups are found where they were planted, nowhere else, and the same ones again."""

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from functools import cache
from math import ceil, floor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Measure
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.measures import count
from persona_studio.patterns.basis import propose_basis
from persona_studio.patterns.describe import _short
from persona_studio.patterns.finding import find_groups
from persona_studio.patterns.placing import assign
from persona_studio.patterns.request import request_of
from persona_studio.patterns.wording import headline
from tests.patterns import sample
from tests.patterns.planted import answers_of, shuffled, survey, table
from tests.shared import SEGMENTS, needs_shared


def quiet(done, total):
    assert 0 <= done <= total


def found(answers, **options):
    return find_groups(request_of(answers, tuple(answers.columns), **options), report=quiet)


@cache
def planted(n=700, k=3, seed=7):
    answers, groups = survey(n, k, 1.2, seed)
    return answers, groups, found(answers)


def test_planted_groups_are_found_and_called_clear():
    answers, groups, result = planted()
    assert (result.verdict, result.k) == ("clear", 3)
    assert adjusted_rand_score(groups, result.assignment) > 0.8
    assert "three" in result.sentence
    assert [g.n for g in result.groups] == sorted((g.n for g in result.groups), reverse=True)
    assert sum(g.n for g in result.groups) == len(answers)


@pytest.mark.parametrize(("style", "factors"), [(0.0, 1), (1.2, 1), (1.0, 2), (1.2, 5)])
@pytest.mark.parametrize("n", [300, pytest.param(700, marks=pytest.mark.safety)])
def test_one_crowd_is_never_called_clear_groups(style, factors, n):
    answers, _ = survey(n, 1, 0.0, 11 + n, style=style, factors=factors)
    assert found(answers).verdict != "clear"


def test_independent_answers_give_no_groups_but_a_map_and_honest_words():
    answers, _ = survey(300, 1, 0.0, 5)
    result = found(answers)
    assert (result.verdict, result.k, result.groups) == ("none", 0, ())
    assert set(result.assignment) == {-1}
    assert result.coords.shape == (300, 2)
    assert "No group structure" in result.sentence


def test_a_forced_number_still_tells_that_there_is_no_structure():
    answers, _ = survey(300, 1, 0.0, 5)
    result = found(answers, k=4)
    assert (result.verdict, len(result.groups)) == ("none", 4)
    assert "because you asked" in result.sentence


def test_one_trait_through_all_questions_is_called_levels():
    answers, _ = survey(400, 1, 0.0, 2, style=1.2)
    assert found(answers).verdict == "levels"


def test_under_fifty_people_are_too_few_whatever_is_forced():
    answers, _ = survey(49, 3, 1.2, 1)
    for k in (None, 3):
        result = found(answers, k=k)
        assert (result.verdict, result.groups, result.model) == ("too_few", (), None)
        assert set(result.left_out.values()) == {"too few people"}
        assert "49 people" in result.detail


def test_the_same_people_fall_into_the_same_groups_in_any_order():
    answers, _, result = planted()
    for seed in (1, 2):
        again, order = shuffled(answers, seed)
        other = found(again)
        assert np.array_equal(result.assignment[order], other.assignment)
        assert [g.name for g in result.groups] == [g.name for g in other.groups]


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 10_000))
def test_no_order_of_rows_and_columns_changes_who_is_with_whom(seed):
    answers, _ = survey(120, 3, 1.2, seed % 7, missing=0.2)
    again, order = shuffled(answers, seed)
    first, second = found(answers, k=3), found(again, k=3)
    assert np.array_equal(first.assignment[order], second.assignment)
    assert (first.verdict, first.method) == (second.verdict, second.method)


def test_a_second_import_with_other_ids_gives_the_same_groups():
    answers, _, result = planted()
    names = {name: f"{hash(name) % 997}-{name[::-1]}" for name in answers.columns}
    again = type(answers)(
        "again",
        answers.numbers,
        answers.respondents,
        {names[name]: column for name, column in answers.columns.items()},
        {names[n]: replace(q, variable=names[n]) for n, q in answers.questions.items()},
    )
    assert np.array_equal(found(again).assignment, result.assignment)


def test_the_stored_model_assigns_the_same_people_without_a_new_fit():
    answers, _, result = planted()
    stored = json.loads(json.dumps(result.model))
    labels, margin = assign(stored, answers)
    assert np.array_equal(labels, result.assignment)
    assert np.allclose(margin, result.margin)


def test_the_model_assigns_a_later_wave_that_lacks_a_question():
    answers, groups, result = planted()
    fewer = {name: column for name, column in answers.columns.items() if name != "ord3"}
    questions = {name: answers.questions[name] for name in fewer}
    later = type(answers)("later", answers.numbers, answers.respondents, fewer, questions)
    labels, _ = assign(result.model, later)
    assert adjusted_rand_score(groups, labels) > 0.75


def test_what_sets_a_group_apart_can_be_counted_again_by_evidence():
    answers, _, result = planted()
    told = [(g, d) for g in result.groups for d in (*g.over, *g.under)]
    assert len(told) >= 9
    for group, item in told:
        measure = Measure(item["question"], item["op"], item["value"])
        rows = answers.numbers[result.assignment == group.number]
        counted = count(measure, answers, rows)
        assert (counted.k, counted.n) == (item["k"], item["n"])
        everyone = count(Measure(item["question"], item["op"], item["value"], "all"), answers)
        assert everyone.k / everyone.n == pytest.approx(item["everyone"])
        low, high = wilson(item["k"], item["n"])
        assert not low <= item["everyone"] <= high
        assert abs(item["share"] - item["everyone"]) >= 0.1
        assert item["lift"] == pytest.approx(item["share"] / item["everyone"])


def test_only_the_basis_forms_groups():
    answers, _, result = planted()
    basis = [name for name in answers.columns if not name.startswith("many")]
    others = [name for name in answers.columns if name.startswith("many")]
    chosen = find_groups(request_of(answers, basis, others), report=quiet)
    assert not set(chosen.basis) & set(others)
    assert all(d["question"] in others for g in chosen.groups for d in g.also)
    assert set(chosen.forms) == set(chosen.basis)
    assert sum(result.forms.values()) == pytest.approx(1, abs=0.01)


def test_a_heavier_question_forms_more_of_the_groups():
    answers, _, result = planted()
    name = max(result.forms, key=result.forms.get)
    heavy = found(answers, weights={name: "high"}, k=3)
    assert heavy.forms[name] > result.forms[name]


def test_one_question_alone_is_refused_with_advice():
    answers = answers_of({"q": ["a", "b"] * 40, "c": ["x"] * 80}, dict.fromkeys("qc", "yes_no"))
    with pytest.raises(StudioError) as error:
        found(answers)
    assert error.value.kind == "too_few_questions"
    assert "one question forms groups here: “" in error.value.message
    assert "--questions all" in error.value.hint


def test_a_handful_of_different_rows_breaks_nothing():
    columns = {"a": ["x", "y"] * 50, "b": ["1", "2", "2", "1"] * 25}
    result = found(answers_of(columns, dict.fromkeys("ab", "single_choice")), k=6)
    assert len(result.assignment) == 100


def test_request_and_result_cross_to_a_child_process_and_back():
    answers, _, result = planted()
    request = request_of(answers, tuple(answers.columns))
    child = Child("patterns")
    try:
        call = child.call(find_groups, pickle.loads(pickle.dumps(request)))
        kinds = [message.kind for message in call.messages(60)]
        last = child.call(find_groups, request).result(60)
    finally:
        child.stop()
    assert kinds.count("progress") >= 4
    assert np.array_equal(last.assignment, result.assignment)


def test_the_groups_planted_in_the_sample_are_recovered():
    for wave in ("spring", "autumn"):
        answers, known = sample.answers(wave)
        proposal = propose_basis(answers)
        assert {"How old are you?", "Where do you live?"} <= set(proposal.descriptors)
        request = request_of(answers, proposal.basis, proposal.descriptors)
        result = find_groups(request, report=quiet)
        assert (result.verdict, result.k) == ("clear", 3)
        assert adjusted_rand_score(known, result.assignment) > 0.85


@needs_shared
@pytest.mark.parametrize(
    ("name", "k", "least"), [("wine", 3, 0.75), ("votes", 2, 0.5), ("penguins", 3, 0.5)]
)
def test_known_classes_of_real_tables_are_met(name, k, least):
    answers, known = table(SEGMENTS, name)
    assert adjusted_rand_score(known, found(answers, k=k).assignment) > least


@needs_shared
def test_personality_items_are_rightly_not_called_groups():
    answers, _ = table(SEGMENTS, "bfi")
    assert found(answers).verdict == "slices"


def test_asking_and_assigning_need_no_scikit_learn():
    """The window asks and review assigns; only the child fits."""
    code = (
        "import sys; import persona_studio.patterns.finding, persona_studio.patterns.basis;"
        "assert not {'sklearn', 'scipy', 'pandas'} & sys.modules.keys(), 'too heavy'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_that_groups_come_back_is_said_only_where_each_of_them_does():
    assert "they come back" in headline("clear", 3, forced=False, worst=0.6)
    for verdict, forced in (("clear", False), ("clear", True), ("slices", False)):
        told = headline(verdict, 6, forced=forced, worst=0.59)
        assert told.endswith("six. Not all of them come back when we ask again.")


@given(st.floats(-1e6, 1e6, allow_subnormal=False))
def test_ends_of_numbers_are_short_and_lose_nobody(value):
    low, high = _short(value, ceil), _short(value, floor)
    slack = 1e-9 * max(1, abs(value)) + 1e-6
    assert high <= value + slack
    assert low >= value - slack
    assert max(abs(low - value), abs(high - value)) <= max(1.01e-2 * abs(value), slack)
