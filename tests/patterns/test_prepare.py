# SPDX-License-Identifier: MIT
"""Answers become numbers that depend on what was said, never on the order it came in."""

import json
from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_studio.patterns.basis import propose_basis
from persona_studio.patterns.prepare import blocks_of, code, code_all, learn
from tests.patterns.planted import answers_of, shuffled, survey


def coded(answers, *variables):
    (block,) = blocks_of(variables, answers)
    coding = learn(block, answers, 1.0)
    return coding, code(coding, answers)


def test_skewed_numbers_become_normal_scores_and_blanks_the_middle():
    cells = [str(2**i) for i in range(21)] + ["", "n/a"]
    answers = answers_of({"spend": cells}, {"spend": "numeric"})
    _, columns = coded(answers, "spend")
    assert columns[10, 0] == pytest.approx(0, abs=1e-9)
    assert columns[0, 0] == pytest.approx(-columns[20, 0])
    assert np.all(columns[21:] == 0)


def test_steps_of_a_scale_count_by_their_order_not_their_spelling():
    cells = ["low", "MID ", "high", "low", "mid", "High"]
    answers = answers_of({"q": cells}, {"q": "likert"}, q={"order": ("low", "mid", "high")})
    _, columns = coded(answers, "q")
    assert columns[:, 0].tolist() == pytest.approx([-1.2247, 0, 1.2247] * 2, abs=1e-4)


def test_an_empty_cell_is_no_option_of_a_multi_select():
    cells = ["a; b", "", "b", "", "a", ""] * 10
    answers = answers_of({"m": cells}, {"m": "multi_select"}, m={"separator": "; "})
    coding, _ = coded(answers, "m")
    assert coding["options"] == ["a", "b"]


def test_empty_multi_selects_fake_no_structure_on_independent_answers():
    r = np.random.default_rng(3)
    columns, roles, fields = {}, {}, {}
    for i in range(6):
        ticks = r.random((400, 3)) < 0.2
        columns[f"m{i}"] = ["; ".join(f"o{j}" for j in np.flatnonzero(row)) for row in ticks]
        roles[f"m{i}"], fields[f"m{i}"] = "multi_select", {"separator": "; "}
    answers = answers_of(columns, roles, **fields)
    codings = [learn(block, answers, 1.0) for block in blocks_of(columns, answers)]
    together = np.corrcoef(code_all(codings, answers).T)
    apart = together[:3, 3:]
    assert np.abs(apart).max() < 0.2


def test_a_blank_where_the_question_was_not_shown_is_not_nothing_ticked():
    columns = {
        "before": ["x", "y"] * 20 + [""] * 10,
        "m": ["a", "", "b", "a; b"] * 10 + [""] * 10,
        "after": ["x", "y"] * 20 + [""] * 10,
    }
    roles = {"before": "single_choice", "m": "multi_select", "after": "single_choice"}
    answers = answers_of(columns, roles, m={"separator": "; "})
    _, rows = coded(answers, "m")
    assert np.all(rows[40:] == 0)
    assert np.all(rows[1] < 0)


def test_columns_of_a_select_all_are_one_question():
    columns = {
        "m1": ["Red", "", "Red", ""] * 5,
        "m2": ["0", "1", "1", "0"] * 5,
        "q": ["x", "y"] * 10,
    }
    roles = {"m1": "multi_select", "m2": "multi_select", "q": "single_choice"}
    fields = {"m1": {"group": "Colours"}, "m2": {"group": "Colours"}}
    answers = answers_of(columns, roles, **fields)
    assert blocks_of(columns, answers) == [("q",), ("m1", "m2")]
    coding, rows = coded(answers, "m1", "m2")
    assert coding["options"] == ["m1", "m2"]
    assert (rows > 0).tolist()[:4] == [[True, False], [False, True], [True, True], [False, False]]


def test_over_twenty_choices_keep_the_commonest_and_one_other():
    cells = [f"c{i}" for i in range(30) for _ in range(31 - i)]
    coding, rows = coded(answers_of({"c": cells}, {"c": "single_choice"}), "c")
    assert len(coding["answers"]) == 19
    assert coding["other"]
    assert rows.shape[1] == 20


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_rows_and_columns_changes_no_bit(seed):
    answers, _ = survey(60, 2, 1.0, seed)
    again, order = shuffled(answers, seed + 1)
    plain = [learn(b, answers, 1.0, ()) for b in blocks_of(answers.columns, answers)]
    mixed = [learn(b, again, 1.0, ()) for b in blocks_of(again.columns, again)]
    plain, mixed = ([c for c in found if c] for found in (plain, mixed))
    assert json.dumps(plain) == json.dumps(mixed)
    assert np.array_equal(code_all(plain, answers)[order], code_all(plain, again))


def test_a_file_read_twice_is_coded_alike_whatever_ids_its_columns_are_given():
    """A select-all of several columns among them: ids are drawn by lot at every import."""
    r = np.random.default_rng(3)
    ticks = [["x" if r.random() < 0.2 + i / 10 else "" for _ in range(90)] for i in range(6)]
    found = []
    for ids in ("abcdef", "fcbead"):
        answers = answers_of(dict(zip(ids, ticks, strict=True)), dict.fromkeys(ids, "multi_select"))
        questions = {
            id_: replace(answers.questions[id_], label=f"dish {i}", group="Dishes")
            for i, id_ in enumerate(ids)
        }
        found.append(coded(replace(answers, questions=questions), *ids)[1])
    assert np.array_equal(*found)


def test_ids_dates_constants_and_repeats_are_left_out_with_the_reason():
    n = 60
    r = np.random.default_rng(0)
    step = r.integers(1, 6, n)
    columns = {
        "id": [f"r{i}" for i in range(n)],
        "why": [f"text {i}" for i in range(n)],
        "same": ["yes"] * n,
        "rare": ["x", "y"] + [""] * (n - 2),
        "need": [str(s) for s in step],
        "need again": [str(2 * s) for s in step],
        "How old are you?": [("18-24", "25-34")[i % 2] for i in range(n)],
        "pick": [("a", "b", "c")[i] for i in r.integers(0, 3, n)],
    }
    roles = dict.fromkeys(columns, "single_choice") | {
        "id": "respondent_id",
        "why": "free_text",
        "need": "likert",
        "need again": "numeric",
    }
    roles["need again"] = "likert"
    proposal = propose_basis(answers_of(columns, roles))
    assert proposal.basis == ("need", "pick")
    assert proposal.descriptors == ("How old are you?",)
    assert set(proposal.out) == {"id", "why", "same", "rare", "need again"}
    assert proposal.out["need again"] == "says the same as “need”"
    assert proposal.out["rare"] == "97 % gave no answer"


def test_which_of_two_repeating_columns_is_kept_depends_on_what_they_say_not_where_they_stand():
    r = np.random.default_rng(2)
    step = r.integers(1, 6, 80)
    columns = {
        "twice": [str(2 * s) for s in step],
        "once": [str(s) for s in step],
        "rarer": [str(3 * s) if i % 9 else "" for i, s in enumerate(step)],
        "pick": [("a", "b", "c")[i] for i in r.integers(0, 3, 80)],
    }
    roles = dict.fromkeys(columns, "likert") | {"pick": "single_choice"}
    for names in permutations(columns):
        proposal = propose_basis(answers_of({name: columns[name] for name in names}, roles))
        assert set(proposal.basis) == {"once", "pick"}
        assert set(proposal.out.values()) == {"says the same as “once”"}


def test_which_columns_repeat_does_not_depend_on_where_rows_stand():
    """Every second of 4,000 people says the same in two columns, the others seldom do."""
    r = np.random.default_rng(8)
    step = r.integers(1, 6, 4_000)
    other = np.where(np.arange(4_000) % 2, r.integers(1, 6, 4_000), step)
    columns = {
        "need": [str(s) for s in step],
        "want": [str(s) for s in other],
        "pick": [("a", "b", "c")[i] for i in r.integers(0, 3, 4_000)],
    }
    answers = answers_of(columns, {"need": "likert", "want": "likert", "pick": "single_choice"})
    again = [shuffled(answers, seed)[0] for seed in (1, 2)]
    for each in (answers, *again):
        assert set(propose_basis(each).basis) == {"need", "want", "pick"}
