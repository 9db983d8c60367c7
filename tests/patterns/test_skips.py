# SPDX-License-Identifier: MIT
"""A block that some were not shown is named, and makes no group of its own."""

import numpy as np
from sklearn.metrics import adjusted_rand_score

from persona_studio.evidence.columns import Answers, encode
from persona_studio.patterns.skips import shown_everything, skips
from tests.patterns.crowds import CROWDS
from tests.patterns.planted import survey
from tests.patterns.test_finding import found


def skipping(answers: Answers, names, rows) -> Answers:
    """Return the same answers, some questions left blank by some rows."""
    columns = dict(answers.columns)
    for name in names:
        column = columns[name]
        cells = ["" if gone else column.cell(i) for i, gone in enumerate(rows)]
        columns[name] = encode(cells)
    return Answers("wave", answers.numbers, answers.respondents, columns, answers.questions)


def third(n, seed=3):
    return np.random.default_rng(seed).random(n) < 0.3


def test_a_block_left_blank_by_the_same_people_is_found_with_its_select_all():
    answers, _ = survey(400, 3, 1.2, 7)
    gone = third(400)
    block = ("ord3", "ord4", "one2", "many1")
    (skip,) = skips(tuple(answers.columns), skipping(answers, block, gone))
    assert set(skip.variables) == set(block)
    assert np.mean(skip.rows == gone) > 0.99
    assert skips(tuple(answers.columns), answers) == [], "answers missing here and there are none"


def test_people_who_skipped_a_block_form_no_group():
    answers, groups = survey(700, 3, 1.2, 7)
    gone = third(700)
    block = [f"ord{i}" for i in range(9)] + ["one0", "one1", "one2"]
    result = found(skipping(answers, block, gone))
    assert (result.verdict, result.k) == ("clear", 3)
    assert adjusted_rand_score(groups, result.assignment) > 0.75
    assert adjusted_rand_score(gone, result.assignment) < 0.05
    (told,) = result.skipped
    assert (set(told["questions"]), told["n"]) == (set(block), int(gone.sum()))
    assert f"{gone.sum()} people" in result.detail


def test_one_crowd_of_which_some_skipped_a_block_is_no_two_groups():
    crowd = CROWDS["3 traits"](np.random.default_rng(5), 500)
    names = list(crowd.columns)[: len(crowd.columns) // 2]
    assert found(skipping(crowd, names, third(500))).verdict != "clear"


def test_blocks_are_left_out_where_too_few_were_shown_everything():
    answers, _ = survey(400, 3, 1.2, 7)
    r = np.random.default_rng(0)
    blocks = [[f"ord{4 * i + j}" for j in range(4)] for i in range(3)]
    gone = [r.random(400) < share for share in (0.2, 0.4, 0.45)]
    for block, rows in zip(blocks, gone, strict=True):
        answers = skipping(answers, block, rows)
    whole, left = shown_everything(skips(tuple(answers.columns), answers), 400)
    assert whole.mean() >= 0.5
    assert [set(skip.variables) for skip in left][-1] == set(blocks[2])
    result = found(answers)
    assert any("skipped this block" in why for why in result.left_out.values())
