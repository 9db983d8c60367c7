# SPDX-License-Identifier: MIT
"""Who sits with whom: people placed on many scales, and those who travel together along them.

Two people sit together on a scale when they are within one step of each other. A group is
proposed where all of its people sit together on enough scales. Nothing is tested and no shares
are told: this is reading interviews side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from persona_studio.core.research import Question
from persona_studio.evidence.columns import Column, Floats
from persona_studio.evidence.reading import fold

Places: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
"""Steps, shape (people, scales); NaN where a person was not placed."""

Counts: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]

WITHIN = 1
ENOUGH = 6
_YES = frozenset({"yes", "y", "ja", "oui", "sí", "si", "true", "1"})


@dataclass(frozen=True)
class Together:
    """People (by place in the table, in order) who sit together on `scales`."""

    people: tuple[int, ...]
    scales: tuple[int, ...]


def shared(places: Places) -> Counts:
    """Return on how many scales each two people sit together; shape (people, people)."""
    apart = np.abs(places[:, None, :] - places[None, :, :])
    return np.asarray(np.count_nonzero(apart <= WITHIN, axis=2), dtype=np.int64)


def proposed(places: Places, enough: int = ENOUGH) -> list[Together]:
    """Return groups of two or more, the largest first; nobody is in two of them."""
    left = list(range(len(places)))
    out: list[Together] = []
    while len(left) > 1:
        grown = (_grown(places, left, seed, enough) for seed in left)
        best = max(grown, key=lambda found: (len(found.people), len(found.scales)))
        if len(best.people) < 2:
            break
        out.append(best)
        left = [person for person in left if person not in best.people]
    return out


def common(places: Places, people: Sequence[int]) -> tuple[int, ...]:
    """Return the scales on which all of these people sit together."""
    chosen = places[list(people)]
    wide = chosen.max(axis=0) - chosen.min(axis=0)
    return tuple(int(scale) for scale in np.flatnonzero(wide <= WITHIN))


def _grown(places: Places, left: Sequence[int], seed: int, enough: int) -> Together:
    """Return the group around one person: who fits best joins, as long as enough is shared."""
    people = [seed]
    low, high = places[seed].copy(), places[seed].copy()
    rest = [person for person in left if person != seed]
    while rest:
        here = places[rest]
        lows, highs = np.minimum(here, low), np.maximum(here, high)
        counts = np.count_nonzero(highs - lows <= WITHIN, axis=1)
        best = int(np.argmax(counts))
        if counts[best] < enough:
            break
        low, high = lows[best], highs[best]
        people.append(rest.pop(best))
    return Together(tuple(sorted(people)), common(places, people))


def table(lines: Sequence[Sequence[int | None]]) -> Places:
    """Return everybody's steps, None where somebody was not placed, as one table."""
    wide = len(lines[0]) if lines else 0
    told = [[np.nan if at is None else at for at in line] for line in lines]
    return np.array(told, dtype=np.float64).reshape(len(lines), wide)


def steps_on(question: Question, column: Column, steps: int) -> Floats:
    """Return each row's step on a scale of so many by its answer, -1 where it gave none.

    An ordered answer stands at its own place among the answers, a number by the share of people
    below it, so that one extreme answer does not push all others to one end.
    """
    values = _values(question, column)
    known = ~np.isnan(values)
    out = np.full(len(values), -1.0)
    if not known.any():
        return out
    if question.order or question.role == "yes_no":
        top = max(1, len(question.order) - 1)
        out[known] = np.round(values[known] * (steps - 1) / top)
        return out
    real = np.sort(values[known])
    below = np.searchsorted(real, values[known], side="left")
    upto = np.searchsorted(real, values[known], side="right")
    out[known] = np.minimum(np.floor((below + upto) / (2 * len(real)) * steps), steps - 1)
    return out


def _values(question: Question, column: Column) -> Floats:
    """Return each row's answer as a number: its place in the order, 0 or 1, or itself."""
    folded = [fold(label) for label in column.labels]
    if question.order:
        place = {fold(step): n for n, step in enumerate(question.order)}
        merged = {fold(text): fold(step) for text, step in question.merged.items()}
        each = [place.get(merged.get(text, text), np.nan) for text in folded]
    elif question.role == "yes_no":
        each = [float(text in _YES) if text else np.nan for text in folded]
    else:
        each = column.numbers.tolist()
    missing = {fold(text) for text in question.missing}
    told = [np.nan if t in missing else value for t, value in zip(folded, each, strict=True)]
    return np.array(told, dtype=np.float64)[column.codes]
