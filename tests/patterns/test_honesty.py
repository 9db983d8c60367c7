# SPDX-License-Identifier: MIT
"""No groups are shown where there is one crowd, whatever its answers look like; planted ones are.

Twelve kinds of one crowd: one table of each always, forty of each and three sizes in the long
runs, where at most 5 in 100 may be called clear.
"""

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from tests.patterns.crowds import CROWDS, scales, survey_of
from tests.patterns.test_finding import found

LONG = 40


def called_clear(kind, people, runs):
    draws = (np.random.default_rng([seed, people]) for seed in runs)
    return sum(found(CROWDS[kind](draw, people)).verdict == "clear" for draw in draws)


@pytest.mark.parametrize("kind", CROWDS)
def test_one_crowd_shows_no_clear_groups(kind):
    assert called_clear(kind, 300, [1]) == 0


@pytest.mark.safety
@pytest.mark.parametrize("people", [300, 700, 2000])
@pytest.mark.parametrize("kind", CROWDS)
def test_one_crowd_is_called_clear_groups_in_at_most_five_of_a_hundred(kind, people):
    assert called_clear(kind, people, range(LONG)) <= 0.05 * LONG


def three_groups(draw, people=200, questions=8):
    """Return answers of three groups that differ in most questions, and who is in which."""
    group = np.arange(people) % 3
    centres = draw.choice([-1.6, 0.0, 1.6], (3, questions))
    values = centres[group] + draw.standard_normal((people, questions)) * 0.7
    return survey_of(scales(draw, values), "ordinal"), group


@pytest.mark.safety
def test_three_planted_groups_are_found():
    results = [three_groups(np.random.default_rng(seed)) for seed in range(LONG)]
    answers = [(found(each), group) for each, group in results]
    assert sum(result.verdict == "clear" for result, _ in answers) >= 0.95 * LONG
    agreeing = [adjusted_rand_score(group, result.assignment) for result, group in answers]
    assert np.median(agreeing) >= 0.9
