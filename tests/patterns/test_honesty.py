# SPDX-License-Identifier: MIT
"""No groups are shown where there is one crowd, whatever its answers look like; planted ones are.

Six kinds of one crowd, a few runs always and 100 of each in the long runs, where at most 5 in 100
may be called clear. The declared failure stands beside them: a curved crowd looks like groups.
"""

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from tests.patterns.planted import answers_of
from tests.patterns.test_finding import found

PEOPLE, QUESTIONS, ALWAYS, LONG = 200, 8, 3, 100
STEPS = ("never", "rarely", "at times", "mostly", "always")


def latent(draw, strength):
    """Return leanings of people who share one trait to that degree."""
    trait = draw.standard_normal((PEOPLE, 1)) * draw.choice([-1, 1], (1, QUESTIONS))
    noise = draw.standard_normal((PEOPLE, QUESTIONS))
    return strength * trait + np.sqrt(1 - strength**2) * noise


def steps(values):
    cuts = (-1.2, -0.4, 0.4, 1.2)
    return [[STEPS[int(s)] for s in np.searchsorted(cuts, column)] for column in values.T]


def survey_of(columns, role):
    names = [f"q{i}" for i in range(len(columns))]
    more = {"order": STEPS} if role == "ordinal" else {}
    fields = dict.fromkeys(names, more)
    table = dict(zip(names, columns, strict=True))
    return answers_of(table, dict.fromkeys(names, role), **fields)


def independent(draw):
    return survey_of(steps(latent(draw, 0.0)), "ordinal")


def one_trait(draw):
    return survey_of(steps(latent(draw, 0.6)), "ordinal")


def response_style(draw):
    """Some people tick the ends, others the middle, whatever is asked."""
    reach = np.exp(draw.normal(0, 0.5, (PEOPLE, 1)))
    return survey_of(steps(latent(draw, 0.4) * reach), "ordinal")


def yes_or_no(draw):
    values = latent(draw, 0.5) > draw.normal(0, 0.4, QUESTIONS)
    return survey_of([["yes" if v else "no" for v in column] for column in values.T], "yes_no")


def mixed(draw):
    values = latent(draw, 0.5)
    columns = {f"o{i}": column for i, column in enumerate(steps(values[:, :4]))}
    columns |= {f"n{i}": [f"{40 + 12 * v:.1f}" for v in values[:, 4 + i]] for i in range(2)}
    columns |= {f"y{i}": ["yes" if v > 0 else "no" for v in values[:, 6 + i]] for i in range(2)}
    roles = {n: {"o": "ordinal", "n": "numeric", "y": "yes_no"}[n[0]] for n in columns}
    return answers_of(columns, roles, **{f"o{i}": {"order": STEPS} for i in range(4)})


def spending(draw):
    values = np.exp(3 + latent(draw, 0.5))
    return survey_of([[f"{v:.2f}" for v in column] for column in values.T], "numeric")


CROWDS = (independent, one_trait, response_style, yes_or_no, mixed, spending)


def called_clear(crowd, runs):
    draws = (np.random.default_rng(seed) for seed in range(runs))
    return sum(found(crowd(draw)).verdict == "clear" for draw in draws)


@pytest.mark.parametrize("crowd", CROWDS)
def test_one_crowd_shows_no_clear_groups(crowd):
    assert called_clear(crowd, ALWAYS) == 0


@pytest.mark.safety
@pytest.mark.parametrize("crowd", CROWDS)
def test_one_crowd_is_called_clear_groups_in_at_most_five_of_a_hundred(crowd):
    assert called_clear(crowd, LONG) <= 0.05 * LONG


def three_groups(draw):
    """Return answers of three groups that differ in most questions, and who is in which."""
    group = np.arange(PEOPLE) % 3
    centres = draw.choice([-1.6, 0.0, 1.6], (3, QUESTIONS))
    return survey_of(steps(centres[group] + draw.standard_normal((PEOPLE, QUESTIONS)) * 0.7),
                     "ordinal"), group  # fmt: skip


@pytest.mark.safety
def test_three_planted_groups_are_found():
    results = [three_groups(np.random.default_rng(seed)) for seed in range(LONG)]
    answers = [(found(each), group) for each, group in results]
    assert sum(result.verdict == "clear" for result, _ in answers) >= 0.95 * LONG
    agreeing = [adjusted_rand_score(group, result.assignment) for result, group in answers]
    assert np.median(agreeing) >= 0.9


@pytest.mark.safety
@pytest.mark.xfail(reason="a curved crowd looks like groups to any such method; the map shows it")
def test_a_curved_crowd_is_not_called_clear_groups():
    def curved(draw):
        place = draw.uniform(-2, 2, PEOPLE)
        bend = np.stack([place, place**2 - 1.3, -(place**2) + 1.3, -place], axis=1)
        values = np.repeat(bend, 2, axis=1) + draw.standard_normal((PEOPLE, QUESTIONS)) * 0.3
        return survey_of([[f"{v:.2f}" for v in column] for column in values.T], "numeric")

    assert called_clear(curved, 10) == 0
