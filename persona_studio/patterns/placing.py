# SPDX-License-Identifier: MIT
"""Where people fall on a model, without a new fit: on the map, in which group, how clearly.

All a model says of a person is a sum over questions, so it is worked out once for each different
answer and added up over people: no row is coded. The order of rows changes no bit.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Answers, Floats, Numbers
from persona_studio.patterns.blocks import Blocks
from persona_studio.patterns.classes import Parts, pull_of
from persona_studio.patterns.groups import by_distance
from persona_studio.patterns.prepare import blocks_coded, widths
from persona_studio.patterns.request import Matrix

Say = Callable[[int, Matrix], Matrix]
"""What a model says of the columns of its n-th question; shape (rows, figures)."""

_EVEN = 9 * float(np.log(1.5))


class Placed(NamedTuple):
    """Every row of a wave on a model: its place on the map, its group, how clearly it is in it."""

    coords: Matrix
    numbers: Numbers
    margins: Floats

    def deepest(self, group: int, most: int) -> list[int]:
        """Return the places of the rows that lie most clearly in a group."""
        order = np.argsort(-self.margins, kind="stable")
        return [int(place) for place in order if self.numbers[place] == group][:most]


def assign(model: Json, answers: Answers) -> tuple[Numbers, Floats]:
    """Return (group number, margin) of every row of a wave, by the model alone.

    The margin is 0 between two groups and grows to 1: 1 - nearest distance / next nearest on
    axes, what `_likeliest` says for classes.
    """
    found = placed(model, answers)
    return found.numbers, found.margins


def placed(model: Json, answers: Answers) -> Placed:
    """Return where every row of a wave falls, by the model alone."""
    return place(model, blocks_coded(model["codings"], answers))


def place(model: Json, blocks: Blocks) -> Placed:
    """Return where coded rows fall."""
    axes = np.array(model["axes"])
    many = axes.shape[1]
    say = _of_classes(model, axes) if model.get("classes") else _of_centres(model, axes)
    said = blocks.summed(say)
    scores, rest = said[:, :many], said[:, many:]
    coords = np.zeros((len(scores), 2))
    width = min(2, many)
    coords[:, :width] = scores[:, :width]
    if model.get("classes"):
        found = _likeliest(rest + np.array(model["classes"]["shares"]))
    else:
        found = _nearest(scores, rest)
    return Placed(np.round(coords, 6), *found)


def _of_classes(model: Json, axes: Matrix) -> Say:
    """Return what says (scores on the axes, log chance in each class)."""
    told, mean = model["classes"], np.array(model["mean"])
    parts = [Parts([part]) for part in told["parts"]]
    columns = _spans([int(part["width"]) for part in told["parts"]])
    pieces = _spans([sum(part.units) for part in parts])
    pull = pull_of(Parts(told["parts"]))
    chances = (np.array(told["chances"]) * pull).T

    def say(at: int, rows: Matrix) -> Matrix:
        span = columns[at]
        joint = parts[at].pieces(rows).astype(np.float64) @ chances[pieces[at]]
        return np.column_stack([(rows - mean[span]) @ axes[span], joint])

    return say


def _of_centres(model: Json, axes: Matrix) -> Say:
    """Return what says (scores, squared distance to each centre, what lies beside the axes).

    What was not answered counts neither for nor against a centre, so that a skipped block is no
    place.
    """
    mean, columns = np.array(model["mean"]), _spans(widths(model["codings"]))
    whole = (np.array(model["centroids"]) @ axes.T + mean).T

    def say(at: int, rows: Matrix) -> Matrix:
        span = columns[at]
        there, from_mean = rows != 0, rows - mean[span]
        squares = (rows**2).sum(1)[:, None] - 2 * rows @ whole[span] + there @ whole[span] ** 2
        return np.column_stack([from_mean @ axes[span], squares, (from_mean**2 * there).sum(1)])

    return say


def _nearest(scores: Matrix, rest: Matrix) -> tuple[Numbers, Floats]:
    """Return (nearest centre, margin) of every row, by the questions it answered.

    Whoever answered everything is as far from a centre as on the axes.
    """
    squares, beside = rest[:, :-1], rest[:, -1] - (scores**2).sum(1)
    return by_distance(np.sqrt(np.maximum(squares - np.maximum(beside, 0)[:, None], 0)))


def _likeliest(joint: Matrix) -> tuple[Numbers, Floats]:
    """Return (likeliest class, margin) of every row of log chances.

    The margin grows with the log odds against the next class, 0 where both are as likely and
    1/10 at odds of three to two; unlike a chance it does not end in a heap of ones.
    """
    labels = joint.argmax(1).astype(np.int64)
    if joint.shape[1] < 2:
        return labels, np.ones(len(joint))
    two = np.partition(joint, -2, axis=1)
    odds = two[:, -1] - two[:, -2]
    return labels, odds / (odds + _EVEN)


def _spans(sizes: list[int]) -> list[slice]:
    ends = np.cumsum(sizes).tolist()
    return [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]
