# SPDX-License-Identifier: MIT
"""Latent classes: groups in which each question is answered by the group's own shares.

Within a class answers to different questions are independent; people belong to it by a
probability. A question nobody asked them says nothing about them, so missing answers and skipped
blocks form no group. Steps of a scale are categories, numbers are normal. Fitted by expectation
and maximisation; a prior of five people like everyone keeps shares off 0 and spreads off nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns.groups import fit, overlap
from persona_studio.patterns.prepare import widths
from persona_studio.patterns.request import Matrix

Pieces: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]
"""What the likelihood is linear in: a column for each answer, three for a number."""

_MOST_STEPS = 12
_PRIOR = 5.0
_LEAST_VARIANCE = 0.05
_ENOUGH = 1e-6
_SURE = 0.9
_RANDOM_STARTS = 3
_CAME_BACK = 0.75


@dataclass(frozen=True, eq=False)
class Parts:
    """How coded columns become pieces: one part a question, as plain JSON.

    A part is {"width", "weight", "kind": steps | choice | ticks | number, "levels" of steps}.
    """

    told: list[Json]

    @property
    def units(self) -> list[int]:
        """How many pieces each unit has: a question, or one option of a select-all."""
        out: list[int] = []
        for part in self.told:
            many = _units_in(part)
            out += [_pieces_in(part) // many] * many
        return out

    def pieces(self, coded: Matrix) -> Pieces:
        """Return the pieces of coded rows; all 0 where a question was not answered."""
        out, start = [], 0
        for part in self.told:
            out.append(_CUT[part["kind"]](part, coded[:, start : start + part["width"]]))
            start += part["width"]
        return np.column_stack(out).astype(np.float32)


def parts_of(codings: Sequence[Json], coded: Matrix) -> Parts:
    """Return how the columns of these codings become pieces; `coded` tells the steps of scales."""
    told, start = [], 0
    for coding, width in zip(codings, widths(codings), strict=True):
        part = {"width": width, "weight": coding["weight"], "kind": "number"}
        if coding["kind"] in ("single", "multi"):
            part["kind"] = "choice" if coding["kind"] == "single" else "ticks"
        elif coding["kind"] == "ordinal":
            column = coded[:, start]
            levels = np.unique(np.round(column[column != 0], 9))
            if len(levels) <= _MOST_STEPS:
                part |= {"kind": "steps", "levels": levels.tolist()}
        elif coding.get("even"):
            part |= _own_distances(coding)
        told.append(part)
        start += width
    return Parts(told)


def _own_distances(coding: Json) -> Json:
    """Return what turns normal scores back into the numbers they stand for, standardised.

    Scores hide the valley between two heaps of a number, as people on a rank have no distance.
    """
    scores = (np.array(coding["scores"]) - coding["mean"]) / coding["deviation"]
    mean, deviation = coding["even"]
    numbers = (np.array(coding["knots"]) - mean) / deviation
    return {
        "scores": (scores * coding["weight"] ** 0.5).tolist(),
        "numbers": numbers.tolist(),
    }


def _pieces_in(part: Json) -> int:
    if part["kind"] == "number":
        return 3
    if part["kind"] == "steps":
        return len(part["levels"])
    return int(part["width"]) * (2 if part["kind"] == "ticks" else 1)


def _steps(part: Json, coded: Matrix) -> Matrix:
    levels = np.array(part["levels"])
    nearest = np.abs(coded - levels[None]).argmin(1)
    return _marked(nearest, len(levels), coded[:, 0] != 0)


def _choice(part: Json, coded: Matrix) -> Matrix:
    return _marked(coded.argmax(1), part["width"], (coded != 0).any(1))


def _marked(places: Numbers, many: int, answered: Any) -> Matrix:
    out = np.zeros((len(places), many))
    rows = np.flatnonzero(answered)
    out[rows, places[rows]] = 1
    return out


def _ticks(part: Json, coded: Matrix) -> Matrix:
    out = np.empty((len(coded), 2 * part["width"]))
    out[:, 0::2], out[:, 1::2] = coded > 0, coded < 0
    return out


def _number(part: Json, coded: Matrix) -> Matrix:
    answered = coded[:, 0] != 0
    values = coded[:, 0]
    if "scores" in part:
        values = np.interp(values, part["scores"], part["numbers"]) * answered
    return np.column_stack([values, values**2, answered])


_CUT = {"steps": _steps, "choice": _choice, "ticks": _ticks, "number": _number}


@dataclass(frozen=True, eq=False)
class Table:
    """A fitted model: log share of each class (k,) and log chance of each piece (k, pieces)."""

    shares: Floats
    chances: Matrix

    def chances_of(self, pieces: Pieces, pull: Floats) -> tuple[Matrix, float]:
        """Return (chance of each class for each row, log likelihood); `pull` weighs pieces."""
        joint = pieces @ (self.chances * pull).T.astype(np.float32) + self.shares
        most = joint.max(1, keepdims=True)
        out = np.exp(joint - most)
        total = out.sum(1, keepdims=True)
        return out / total, float((most[:, 0] + np.log(total[:, 0])).sum())


class Classes:
    """Pieces of the rows to fit, ready for any number of classes."""

    def __init__(self, parts: Parts, pieces: Pieces) -> None:
        self.parts, self.pieces = parts, pieces
        self.pull = pull_of(parts)
        sizes = np.array(parts.units)
        starts = np.cumsum(sizes) - sizes
        is_number = np.array(
            [part["kind"] == "number" for part in parts.told for _ in range(_units_in(part))]
        )
        self._numbers = starts[is_number]
        self._sizes = sizes[~is_number]
        self._answers = np.flatnonzero(np.repeat(~is_number, sizes))
        self._everyone = pieces.sum(0, dtype=np.float64)

    def dealt(self, pieces: Pieces) -> "Classes":
        """Return the same questions with other people's pieces."""
        return Classes(self.parts, pieces)

    def fit(self, labels: Numbers, k: int, rounds: int = 60) -> tuple[Table, float]:
        """Return (model, log likelihood) reached from a first grouping."""
        chance = np.full((len(self.pieces), k), (1 - _SURE) / k, np.float32)
        chance[np.arange(len(labels)), labels] += _SURE
        before = -np.inf
        for _ in range(rounds):
            table = self._table(chance)
            wide, reached = table.chances_of(self.pieces, self.pull)
            if reached - before < _ENOUGH * abs(reached):
                break
            before, chance = reached, wide.astype(np.float32)
        return table, reached

    def _table(self, chance: Pieces) -> Table:
        people = chance.sum(0, dtype=np.float64)
        counts = (chance.T @ self.pieces).astype(np.float64)
        out = np.empty_like(counts)
        if len(self._answers):
            out[:, self._answers] = self._shares(counts[:, self._answers])
        if len(self._numbers):
            at = self._numbers
            out[:, at], out[:, at + 1], out[:, at + 2] = self._normals(counts)
        share = (people + _PRIOR) / (people + _PRIOR).sum()
        return Table(np.log(share), out)

    def _shares(self, counts: Matrix) -> Matrix:
        """Return the log share of each answer to its question in each class."""
        starts = np.cumsum(self._sizes) - self._sizes
        everyone = self._everyone[self._answers] + 1
        prior = everyone / np.repeat(np.add.reduceat(everyone, starts), self._sizes)
        mixed = counts + _PRIOR * prior
        total = np.repeat(np.add.reduceat(mixed, starts, axis=1), self._sizes, axis=1)
        out: Matrix = np.log(mixed / total)
        return out

    def _normals(self, counts: Matrix) -> tuple[Matrix, Matrix, Matrix]:
        """Return the log density of numbers as (times x, times x squared, constant)."""
        at = self._numbers
        total, squares, known = counts[:, at], counts[:, at + 1], counts[:, at + 2]
        n = np.maximum(self._everyone[at + 2], 1e-9)
        mean = self._everyone[at] / n
        spread = self._everyone[at + 1] / n - mean**2
        middle = (total + _PRIOR * mean) / (known + _PRIOR)
        around = squares - 2 * middle * total + known * middle**2
        variance = np.maximum((around + _PRIOR * spread) / (known + _PRIOR), _LEAST_VARIANCE)
        constant = -0.5 * (middle**2 / variance + np.log(2 * np.pi * variance))
        return middle / variance, -0.5 / variance, constant


def likeliest_table(classes: Classes, near: Numbers, k: int, seed: int) -> Table:
    """Return the likeliest model of k classes that is reached from a grouping and random ones."""
    random = np.random.default_rng(seed)
    starts = [near, *(random.integers(k, size=len(near)) for _ in range(_RANDOM_STARTS))]
    return max((classes.fit(start, k) for start in starts), key=lambda found: found[1])[0]


def _units_in(part: Json) -> int:
    return int(part["width"]) if part["kind"] == "ticks" else 1


def pull_of(parts: Parts) -> Floats:
    """Return how much each piece counts, by the slider of its question."""
    weights = [part["weight"] for part in parts.told for _ in range(_units_in(part))]
    return np.repeat(np.array(weights), parts.units)


def plain(parts: Parts, table: Table) -> Json:
    """Return a fitted model as plain JSON; floats survive to the bit."""
    return {
        "parts": parts.told,
        "shares": table.shares.tolist(),
        "chances": table.chances.tolist(),
    }


def class_stability(
    classes: Classes, places: Matrix, labels: Numbers, k: int, draws: int
) -> Floats:
    """Return each class's mean overlap with the classes found in re-drawn samples; shape (k,).

    From one start the fit may end in a poorer answer, which would tell of the start and not of
    the classes: where they do not come back, another start is tried and the likelier one counts.
    """
    random = np.random.default_rng(0)
    found = np.zeros((draws, k))
    for draw in range(draws):
        drawn = random.integers(len(labels), size=len(labels))
        asked = np.unique(drawn)
        some = classes.dealt(classes.pieces[drawn])
        first = some.fit(fit(places[drawn], k, draw, 1).labels_.astype(np.int64), k, 40)
        found[draw] = _back(classes, first[0], labels, asked)
        if found[draw].min() < _CAME_BACK:
            second = some.fit(random.integers(k, size=len(drawn)), k, 40)
            likelier = max(first, second, key=lambda fitted: fitted[1])[0]
            found[draw] = _back(classes, likelier, labels, asked)
    out: Floats = found.mean(0)
    return out


def _back(classes: Classes, table: Table, labels: Numbers, asked: Numbers) -> Floats:
    """Return how far the classes of some rows are those of a model of their own."""
    again = table.chances_of(classes.pieces[asked], classes.pull)[0].argmax(1)
    return overlap(labels[asked], again, table.shares.size)
