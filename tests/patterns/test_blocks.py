# SPDX-License-Identifier: MIT
"""Where a wave is looked at in slices of 4,096 rows, a border changes nobody."""

from dataclasses import replace
from functools import cache

import numpy as np

from persona_studio.patterns.blocks import _SLICE
from persona_studio.patterns.placing import assign
from persona_studio.patterns.prepare import blocks_coded
from tests.patterns.planted import answers_of
from tests.patterns.test_finding import found


@cache
def wave():
    """Return a wave that ends 204 rows after a border; a select-all has a column an option."""
    n = _SLICE + 204
    r = np.random.default_rng(12)
    y = r.integers(2, size=n)
    columns = {f"m{i}": np.where(r.random(n) < 0.2 + 0.6 * y, "1", "0").tolist() for i in range(3)}
    columns |= {f"q{i}": [f"{v:.1f}" for v in r.normal(2.0 * y, 1.0)] for i in range(2)}
    roles = {name: "multi_select" if name[0] == "m" else "numeric" for name in columns}
    return answers_of(columns, roles, **{f"m{i}": {"group": "Which?"} for i in range(3)})


def some(answers, rows):
    """Return only some people of a wave."""
    columns = {
        name: replace(column, codes=column.codes[rows]) for name, column in answers.columns.items()
    }
    keys = tuple(answers.respondents[i] for i in rows)
    return replace(answers, numbers=answers.numbers[rows], respondents=keys, columns=columns)


def test_people_on_both_sides_of_a_border_fall_where_they_would_alone():
    answers = wave()
    model = found(some(answers, np.arange(300)), k=2).model
    groups, margins = assign(model, answers)
    for at in (0, _SLICE - 150, _SLICE, len(answers) - 1):
        rows = np.arange(at, min(at + 150, len(answers)))
        alone = assign(model, some(answers, rows))
        assert np.array_equal(groups[rows], alone[0])
        assert np.array_equal(margins[rows], alone[1])
    coded = blocks_coded(model["codings"], answers)
    whole = coded.rows()
    assert np.array_equal(np.concatenate(list(coded.slices())), whole)
    sums = [whole[groups == group].sum(0) for group in range(2)]
    assert np.allclose(coded.sums_by(groups, 2), sums)
