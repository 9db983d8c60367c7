# SPDX-License-Identifier: MIT
"""How a set of personas lies over the people of one wave: who fits none, who stands between two.

Everybody's score with a persona is the share of its checkable lines that hold for them. Only
personas with enough lines are looked at; with few lines a score says little of one person.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any, TypeAlias

import numpy as np

from persona_studio.core.persona import Measure
from persona_studio.evidence.assign import LEAD
from persona_studio.evidence.columns import Answers, Floats, Mask, Numbers
from persona_studio.evidence.data import Data
from persona_studio.evidence.measures import row_truth
from persona_studio.evidence.prevalence import FITS_DENOMINATOR, FITS_NUMERATOR, Line

_HAIR = 1e-9
Bits: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]
Counts: TypeAlias = np.ndarray[Any, np.dtype[np.int16]]


@dataclass(frozen=True, eq=False)
class Whole:
    """The set on one wave: of `n` people, `nobody` fits no persona, `between` stand between two.

    `fits` counts the people of each persona (they may overlap), `pairs` those who stand between
    two. `lost` are the row numbers of people whom no persona fits.
    """

    n: int
    fits: Mapping[str, int]
    nobody: int
    between: int
    pairs: Mapping[tuple[str, str], int]
    lost: Numbers


def whole(personas: Mapping[str, Sequence[Line]], wave: str, data: Data) -> Whole:
    """Return how personas (their lines by id) lie over the people of a wave."""
    answers = data.answers(wave)
    names = list(personas)
    true, known = _tallies(personas, answers, data)
    scores = np.divide(true, known, out=np.full(true.shape, np.nan), where=known > 0)
    told: Mask = np.any(known > 0, axis=0)
    filled = np.nan_to_num(scores, nan=-1.0)
    fits: Mask = (filled * FITS_DENOMINATOR >= FITS_NUMERATOR - _HAIR) & (known > 0)
    anybody: Mask = np.any(fits, axis=0)
    between, pairs = _between(filled, anybody, names, answers)
    covered = answers.people(anybody)
    everybody = answers.people(told)
    lost = _lost(told & ~anybody, anybody, answers)
    return Whole(
        everybody,
        {name: answers.people(fits[place]) for place, name in enumerate(names)},
        everybody - covered,
        between,
        pairs,
        lost,
    )


def _tallies(
    personas: Mapping[str, Sequence[Line]], answers: Answers, data: Data
) -> tuple[Counts, Counts]:
    """Return how many lines of each persona hold for each row, and how many can be told."""
    true = np.zeros((len(personas), len(answers)), dtype=np.int16)
    known = np.zeros_like(true)
    for place, lines in enumerate(personas.values()):
        for line in lines:
            holds, tells = told_by(line.measure, answers, data)
            known[place] += tells
            true[place] += (tells & ~holds) if line.turned else holds
    return true, known


def told_by(measure: Measure, answers: Answers, data: Data) -> tuple[Mask, Mask]:
    """Return for which rows a measure holds and for which it can be told; kept with the data."""

    def work_out() -> tuple[Bits, Bits]:
        truth = row_truth(measure, answers)
        return np.packbits(truth == 1), np.packbits(truth >= 0)

    key = measure.condition
    holds, tells = data.once(("rows", answers.wave_id, key), work_out)
    return _unpacked(holds, len(answers)), _unpacked(tells, len(answers))


def _unpacked(bits: Bits, rows: int) -> Mask:
    return np.unpackbits(bits, count=rows).view(np.bool_)


def _between(
    scores: Floats, anybody: Mask, names: Sequence[str], answers: Answers
) -> tuple[int, dict[tuple[str, str], int]]:
    """Count the people who fit a persona and whose two best lie less than the lead apart."""
    if len(names) < 2:
        return 0, {}
    order = np.argsort(-scores, axis=0, kind="stable")[:2]
    best, second = np.take_along_axis(scores, order, axis=0)
    near: Mask = anybody & (best - second < LEAD - _HAIR) & (second >= 0)
    pairs = {}
    for one, two in combinations(range(len(names)), 2):
        rows = near & ((order == one).any(axis=0) & (order == two).any(axis=0))
        if rows.any():
            pairs[names[one], names[two]] = answers.people(rows)
    return answers.people(near), pairs


def _lost(rows: Mask, covered: Mask, answers: Answers) -> Numbers:
    """Return the row numbers of people none of whose rows is covered."""
    if answers.person is not None:
        found = np.isin(answers.person, np.unique(answers.person[covered]))
        rows = rows & ~found
    return answers.numbers[rows]


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of some personas on one wave: row numbers by persona, and a name for them all."""

    wave: str
    rows: Mapping[str, Collection[int]]
    name: Hashable

    def inside(self, answers: Answers) -> Bits:
        """Return which rows are in which group; shape (groups, rows)."""
        return np.array([answers.mask(rows) for rows in self.rows.values()], dtype=np.uint8)


def shares(measures: Sequence[Measure], groups: Groups, data: Data) -> Floats:
    """Return the share of each group for whom each measure holds; shape (measures, groups).

    NaN where nobody of a group can be told.
    """
    answers = data.answers(groups.wave)
    inside: list[Bits] = []

    def of(measure: Measure) -> Floats:
        if not inside:
            inside.append(groups.inside(answers))
        holds, tells = told_by(measure, answers, data)
        asked = np.count_nonzero(inside[0] & tells, axis=1)
        held = np.count_nonzero(inside[0] & holds, axis=1)
        out: Floats = np.full(len(groups.rows), np.nan)
        np.divide(held, asked, out=out, where=asked > 0)
        return out

    rows = [
        data.once(("shares", groups.wave, groups.name, each.condition), partial(of, each))
        for each in measures
    ]
    return np.array(rows).reshape(len(measures), len(groups.rows))


def mean_gaps(
    measures: Mapping[str, Sequence[Measure]], groups: Groups, data: Data
) -> dict[tuple[str, str], tuple[int, float]]:
    """Return for each pair of personas how many measures either makes, and their mean gap.

    The gap of a measure is between the two groups' shares of people for whom it holds.
    """
    names = list(groups.rows)
    every = {each.condition: each for name in names for each in measures[name]}
    table = shares(list(every.values()), groups, data)
    places = {key: place for place, key in enumerate(every)}
    mine = {name: {places[each.condition] for each in measures[name]} for name in names}
    out = {}
    for one, two in combinations(range(len(names)), 2):
        rows = sorted(mine[names[one]] | mine[names[two]])
        gaps = np.abs(table[rows, one] - table[rows, two])
        gaps = gaps[~np.isnan(gaps)]
        if len(gaps):
            out[names[one], names[two]] = (len(gaps), float(gaps.mean()))
    return out
