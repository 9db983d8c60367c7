# SPDX-License-Identifier: MIT
"""Of many questions those form groups that tell groups apart."""

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from persona_studio.patterns.linked import linked
from persona_studio.patterns.telling import alike
from tests.patterns.planted import survey
from tests.patterns.test_finding import found


def test_questions_that_go_with_none_are_seldom_kept_however_many_options_they_have():
    r = np.random.default_rng(6)
    shapes = [(8, True)] * 4 + [(1, False)] * 10
    kept = [linked(r.standard_normal((400, 42)), shapes).any() for _ in range(40)]
    assert sum(kept) <= 10


@pytest.mark.parametrize("options", [True, False])
def test_answers_that_are_alike_in_all_groups_are_told_from_those_that_are_not(options):
    """By chance one in a hundred is below .01, whatever groups look like."""
    r = np.random.default_rng(3)
    chances = r.dirichlet([0.2, 0.3, 0.4], 500)
    by_chance = [alike(r.standard_normal((500, 6)), chances, options) for _ in range(300)]
    assert 0 <= np.mean(np.array(by_chance) < 0.1) <= 0.15
    assert np.mean(np.array(by_chance) < 0.01) <= 0.03
    column = r.standard_normal((500, 6))
    column[:, 4] += 0.9 * chances[:, 1]
    assert alike(column, chances, options) < 1e-3
    assert alike(column, np.full((500, 3), 1 / 3), options) == 1.0


def test_where_nine_of_ten_questions_are_noise_those_that_tell_are_found():
    answers, y = survey(1_000, 4, 1.2, 31_051, informative=0.1)
    result = found(answers, k=4)
    planted = {"num1", "one7", "one10", "ord2"}
    assert planted <= set(result.basis)
    assert len(set(result.basis) - planted) <= 4
    assert adjusted_rand_score(y, result.assignment) > 0.42


def test_questions_that_seem_to_go_with_none_come_back_where_groups_differ_in_them():
    answers, y = survey(300, 3, 0.8, 5_214)
    result = found(answers, k=3)
    assert adjusted_rand_score(y, result.assignment) > 0.68
    assert not set(result.basis) & set(result.left_out)
    assert set(result.basis) | set(result.left_out) == set(answers.columns)


def test_a_question_made_to_count_more_stays_though_all_groups_answer_it_alike():
    answers, _ = survey(200, 3, 1.2, 7)
    left = found(answers, k=3).left_out
    name = next(n for n, why in left.items() if why == "goes with no other question here")
    assert name in found(answers, k=3, weights={name: "high"}).basis


def test_many_blanks_cost_little_of_the_agreement():
    """Groups on the axes are the steadier ones here, and wrong; of redrawn samples a second start
    finds the same classes where the first ends elsewhere."""
    answers, y = survey(1_000, 4, 1.2, 77_050, missing=0.3)
    result = found(answers, k=4)
    assert result.method == "classes"
    assert adjusted_rand_score(y, result.assignment) > 0.8
    assert min(group.stability for group in result.groups) > 0.66
