# SPDX-License-Identifier: MIT
"""How many people a whole persona describes, and how far a set of personas covers the people.

A line is a claim's measure on one wave. It holds for a person when the measure is true of them;
for a claim about few people or nobody, when it is not. Claims about half or some people, or where
the middle of a scale lies, tell nothing about one person and are no lines. Somebody fits at two
thirds of their checkable lines.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from persona_studio.core.persona import Claim, Measure
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.columns import Answers, Floats, Mask
from persona_studio.evidence.grounds import Measured, measured
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.measures import Truth, row_truth

FITS_NUMERATOR, FITS_DENOMINATOR = 2, 3
TURNED = ("few", "nobody")
UNTELLING = ("some", "about_half")

Matrix: TypeAlias = np.ndarray[Any, np.dtype[np.int8]]


@dataclass(frozen=True)
class Line:
    """One checkable line of a persona: a claim's measure, turned round for claims about few."""

    claim: str
    measure: Measure
    turned: bool = False


@dataclass(frozen=True)
class Prevalence:
    """How many of `n` people every line (`strict`) or two in three lines (`soft`) hold for.

    `cost` maps each claim to how many more people would fit every line without it;
    `costliest` is the claim that costs most, None where none costs anybody.
    """

    n: int
    strict: int
    soft: int
    lines: int
    cost: Mapping[str, int]
    costliest: str | None

    def share(self, count: int) -> tuple[float, float, float]:
        """Return (share, low, high) of a count of these people."""
        return (count / self.n if self.n else 0.0, *wilson(count, self.n))


@dataclass(frozen=True)
class Coverage:
    """How many of `n` people fit each persona, none of them, or two and more."""

    n: int
    fits: Mapping[str, int]
    none: int
    several: int


def lines_of(
    claims: Iterable[Claim],
    snapshot: Snapshot,
    wave: str,
    measured_by: Callable[[Claim], Sequence[Measured]] | None = None,
) -> tuple[Line, ...]:
    """Return the lines of a persona's claims that can be checked on one wave.

    A measure is taken from any wave of the same source that asked the same variable;
    `measured_by` gives a claim's measures where they are at hand.
    """
    look = measured_by or (lambda claim: measured(claim, snapshot))
    source = snapshot.source_of(wave).id
    out = []
    for claim in claims:
        if claim.quantifier in UNTELLING or claim.shown == "scale":
            continue
        for found in look(claim):
            item = found.evidence
            if item.source == source and item.measure and _asked(item.measure, snapshot, wave):
                turned = (claim.quantifier in TURNED) != (item.stance == "contradicts")
                out.append(Line(claim.id, item.measure, turned))
                break
    return tuple(out)


def _asked(measure: Measure, snapshot: Snapshot, wave: str) -> bool:
    question = snapshot.question(wave, measure.question)
    return question is not None and question.same


def matrix(lines: Sequence[Line], answers: Answers) -> Matrix:
    """Return 1, 0 or -1 (cannot be told) for each line and row; shape (lines, rows)."""
    out = np.full((len(lines), len(answers)), -1, dtype=np.int8)
    for place, line in enumerate(lines):
        out[place] = _row(line, answers)
    return out


def _row(line: Line, answers: Answers) -> Truth:
    truth = row_truth(line.measure, answers)
    if line.turned:
        truth = np.where(truth >= 0, 1 - truth, truth).astype(np.int8)
    return truth


def scores(held: Matrix) -> Floats:
    """Return each row's share of its checkable lines that hold; NaN where none can be told."""
    checkable = np.count_nonzero(held >= 0, axis=0)
    true = np.count_nonzero(held == 1, axis=0)
    out: Floats = np.full(held.shape[1], np.nan)
    np.divide(true, checkable, out=out, where=checkable > 0)
    return out


def fitting(held: Matrix) -> Mask:
    """Return the rows for which at least two in three of their checkable lines hold."""
    checkable = np.count_nonzero(held >= 0, axis=0)
    true = np.count_nonzero(held == 1, axis=0)
    fits: Mask = (checkable > 0) & (true * FITS_DENOMINATOR >= checkable * FITS_NUMERATOR)
    return fits


def prevalence(lines: Sequence[Line], answers: Answers, members: Mask | None = None) -> Prevalence:
    """Return how many people a persona's lines describe; `members` narrows the rows looked at."""
    held = matrix(lines, answers)
    checkable = np.count_nonzero(held >= 0, axis=0)
    looked_at = answers.mask(None) if members is None else members
    known: Mask = looked_at & (checkable > 0)
    missed = np.count_nonzero(held == 0, axis=0)
    every: Mask = known & (missed == 0)
    strict = answers.people(every)
    cost = {}
    for place, line in enumerate(lines):
        rest: Mask = known & (missed == (held[place] == 0)) & (checkable > (held[place] >= 0))
        cost[line.claim] = max(0, answers.people(rest) - strict)
    dearest = max(cost, key=lambda claim: cost[claim], default=None)
    return Prevalence(
        answers.people(known),
        strict,
        answers.people(known & fitting(held)),
        len(lines),
        cost,
        dearest if dearest and cost[dearest] else None,
    )


def coverage(personas: Mapping[str, Sequence[Line]], answers: Answers) -> Coverage:
    """Return how a set of personas (their lines by id) covers the people of a wave."""
    fits: dict[str, Mask] = {}
    known = np.zeros(len(answers), dtype=np.bool_)
    for persona, lines in personas.items():
        held = matrix(lines, answers)
        known |= (held >= 0).any(axis=0)
        fits[persona] = fitting(held)
    times = _times([fits[persona] for persona in fits], answers)
    everybody = answers.people(known)
    return Coverage(
        everybody,
        {persona: answers.people(rows) for persona, rows in fits.items()},
        everybody - int(np.count_nonzero(times >= 1)),
        int(np.count_nonzero(times >= 2)),
    )


def _times(fits: Sequence[Mask], answers: Answers) -> Floats:
    """Return how many personas each person fits; any of a person's rows may tell."""
    each = np.arange(len(answers)) if answers.person is None else answers.person
    people = int(each.max()) + 1 if len(each) else 0
    out = np.zeros(people)
    for rows in fits:
        out[np.unique(each[rows])] += 1
    return out


def left_out(lines: Sequence[Line], answers: Answers) -> dict[str, tuple[int, int]]:
    """Return for each claim (people it holds for, people who fit by the other lines alone).

    A line that helped to choose the people is true of more of them than of others, whatever the
    world is like; so nobody is chosen by the line that is looked at.
    """
    held = matrix(lines, answers)
    out = {}
    for place, line in enumerate(lines):
        others = np.delete(held, place, axis=0)
        theirs: Mask = fitting(others) & (held[place] >= 0)
        holds: Mask = theirs & (held[place] == 1)
        out[line.claim] = (answers.people(holds), answers.people(theirs))
    return out
