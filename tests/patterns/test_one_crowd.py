# SPDX-License-Identifier: MIT
"""A drawn crowd gives the very answers that were given, and they hang together as they did."""

import numpy as np
import pytest
from scipy.stats import norm

from persona_studio.patterns.one_crowd import one_crowd


def cut(scores, cuts):
    steps = np.searchsorted(cuts, scores).astype(float)
    return (steps - steps.mean()) / steps.std()


def crowd_of(n, latent, seed=0):
    """Return coded answers: two yes-or-no, two scales, a choice of three, and their widths."""
    random = np.random.default_rng(seed)
    scores = random.standard_normal((n, 5)) @ np.linalg.cholesky(latent).T
    choice = np.searchsorted([-0.5, 0.8], scores[:, 4])
    columns = [
        cut(scores[:, 0], [0.0]),
        cut(scores[:, 1], [1.0]),
        cut(scores[:, 2], [-1.0, 0.0, 1.0]),
        cut(scores[:, 3], [-0.2, 0.4]),
        *(np.eye(3)[choice] - np.eye(3)[choice].mean(0)).T,
    ]
    return np.column_stack(columns), [(2, True), (1, False), (1, False), (3, False)]


LATENT = np.full((5, 5), 0.5) + 0.5 * np.eye(5)


def test_every_answer_is_given_as_often_as_it_was():
    coded, widths = crowd_of(400, LATENT)
    crowd = one_crowd(coded, widths, np.array([0, 0, 0, 0, -0.7, 0.1, 0.6]))
    drawn = crowd.draw(np.random.default_rng(1))
    assert drawn.shape == coded.shape
    np.testing.assert_array_equal(np.sort(drawn[:, :4], axis=0), np.sort(coded[:, :4], axis=0))
    rows = sorted(map(tuple, coded[:, 4:])), sorted(map(tuple, drawn[:, 4:]))
    assert rows[0] == rows[1], "a choice is given whole, never half of one and half of another"


def test_answers_hang_together_as_they_did():
    coded, widths = crowd_of(20_000, LATENT)
    crowd = one_crowd(coded, widths, np.array([0, 0, 0, 0, -0.7, 0.1, 0.6]))
    drawn = crowd.draw(np.random.default_rng(1))
    mine, theirs = (np.corrcoef(x[:, :4].T) for x in (coded, drawn))
    np.testing.assert_allclose(mine, theirs, atol=0.03)


@pytest.mark.parametrize("rho", [-0.8, -0.3, 0.0, 0.4, 0.85])
def test_the_scores_behind_two_yes_or_no_answers_correlate_as_the_known_formula_says(rho):
    """Of two medians cut: r = 2/pi arcsin(rho) (Sheppard 1899)."""
    n = 40_000
    z = norm.ppf((np.arange(n) + 0.5) / n)
    random = np.random.default_rng(3)
    second = rho * z + np.sqrt(1 - rho**2) * random.standard_normal(n)
    coded = np.column_stack([cut(z, [0.0]), cut(second, [np.median(second)])])
    root = one_crowd(coded, [(1, False), (1, False)], np.ones(2)).root
    observed = np.corrcoef(coded.T)[0, 1]
    assert (root @ root.T)[0, 1] == pytest.approx(np.sin(np.pi / 2 * observed), abs=0.02)
