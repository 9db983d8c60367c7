# SPDX-License-Identifier: MIT
"""Has a share changed between two waves: changed, holds, maybe, or can't tell; no numpy.

A change is real only when it survives the correction for many tests *and* is at least 10 points;
either alone raises false alarms in most unchanged projects (method, section 4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, TypeAlias

from persona_studio.evidence.intervals import (
    Z90,
    benjamini_hochberg,
    newcombe,
    shares_differ,
    two_proportion,
)

Answer: TypeAlias = Literal["changed", "holds", "maybe", "cannot_tell"]

LEVEL = 0.05
LEAST_GAP = 0.10
STILL = 0.15
SEEN_POINTS = 198.0
MOST_PEOPLE = 100_000
_HAIR = 1e-12


@dataclass(frozen=True)
class Moved:
    """What a test of its own says of an answer that is no share: its chance, and if it is wide."""

    chance: float
    wide: bool


@dataclass(frozen=True)
class Pair:
    """The same share on two waves: k of n before and after; `key` for key claims.

    `moved` replaces the test of the share for claims about what is typical.
    """

    k_before: int
    n_before: int
    k_after: int
    n_after: int
    key: bool = False
    moved: Moved | None = None


@dataclass(frozen=True)
class Shift:
    """The comparison of a pair: difference after - before with its interval, q, and the answer."""

    pair: Pair
    difference: float
    low: float
    high: float
    chance: float
    q: float
    answer: Answer


def compare(pairs: Sequence[Pair], level: float = LEVEL) -> list[Shift]:
    """Return the shift of each pair; key claims are corrected among themselves, the rest over all.

    A pair nobody answered on either side cannot tell and takes no part in the correction.
    """
    chances = [_chance(pair) for pair in pairs]
    asked = [i for i, pair in enumerate(pairs) if pair.n_before > 0 and pair.n_after > 0]
    corrected = [1.0] * len(pairs)
    _correct(asked, chances, corrected)
    _correct([i for i in asked if pairs[i].key], chances, corrected)
    return [_shift(*each, level) for each in zip(pairs, chances, corrected, strict=True)]


def _chance(pair: Pair) -> float:
    if pair.moved:
        return pair.moved.chance
    return shares_differ(pair.k_after, pair.n_after, pair.k_before, pair.n_before)


def _correct(places: Sequence[int], chances: Sequence[float], out: list[float]) -> None:
    for place, q in zip(places, benjamini_hochberg([chances[i] for i in places]), strict=True):
        out[place] = q


def _shift(pair: Pair, chance: float, q: float, level: float) -> Shift:
    counts = (pair.k_after, pair.n_after, pair.k_before, pair.n_before)
    if not (pair.n_before and pair.n_after):
        return Shift(pair, 0.0, -1.0, 1.0, chance, q, "cannot_tell")
    gap = pair.k_after / pair.n_after - pair.k_before / pair.n_before
    low, high = newcombe(*counts)
    wide = pair.moved.wide if pair.moved else abs(gap) >= LEAST_GAP - _HAIR
    answer = _answer(wide, chance, q, newcombe(*counts, Z90), level)
    return Shift(pair, gap, low, high, chance, q, answer)


def _answer(
    wide: bool, chance: float, q: float, narrow: tuple[float, float], level: float
) -> Answer:
    if wide and q <= level:
        return "changed"
    if narrow[0] >= -STILL and narrow[1] <= STILL:
        return "holds"
    return "maybe" if wide and chance <= level else "cannot_tell"


def visible_points(n: int) -> float:
    """Return the smallest change, in points, that so many people a wave show 4 times in 5."""
    return SEEN_POINTS / sqrt(n) if n > 0 else 100.0


def people_needed(shift: Shift, level: float = LEVEL) -> int | None:
    """Return how many people a wave would settle the same gap, None beyond any survey."""
    before, after = (
        shift.pair.k_before / shift.pair.n_before,
        shift.pair.k_after / shift.pair.n_after,
    )
    strictness = shift.chance / shift.q if shift.q > 0 else 1.0
    n = max(shift.pair.n_before, shift.pair.n_after)
    while n < MOST_PEOPLE:
        if two_proportion(round(after * n), n, round(before * n), n) <= level * strictness:
            return n
        n += max(1, n // 20)
    return None
