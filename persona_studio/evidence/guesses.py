# SPDX-License-Identifier: MIT
"""What the room guessed beside what was counted; small enough to check by hand, no numpy.

A guess hits where it lies inside the counted share's Wilson interval: closer than that the data
itself cannot tell.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from persona_studio.evidence.intervals import wilson


@dataclass(frozen=True)
class Outcome:
    """k of n people, between which shares that may lie, and how the guesses compare.

    `room` is the median guess, `off` by how much it is above the counted share (0-1, with its
    sign); `hits` and `nearest` are names.
    """

    k: int
    n: int
    low: float
    high: float
    room: float | None
    off: float | None
    hits: tuple[str, ...]
    nearest: tuple[str, ...]

    @property
    def share(self) -> float:
        """The counted share; 0 where nobody was asked."""
        return self.k / self.n if self.n else 0.0


def outcome(k: int, n: int, guesses: Mapping[str, float]) -> Outcome:
    """Hold guesses (shares by name) against k of n people."""
    low, high = wilson(k, n)
    if not n or not guesses:
        return Outcome(k, n, low, high, median(guesses.values()) if guesses else None, None, (), ())
    share = k / n
    room = median(guesses.values())
    least = min(abs(value - share) for value in guesses.values())
    return Outcome(
        k,
        n,
        low,
        high,
        room,
        room - share,
        tuple(name for name, value in guesses.items() if low <= value <= high),
        tuple(name for name, value in guesses.items() if abs(value - share) == least),
    )


@dataclass(frozen=True)
class Score:
    """How one person did: questions guessed, hits, and the mean distance (a share, 0-1)."""

    name: str
    asked: int
    hits: int
    distance: float


def scores(rounds: Iterable[tuple[int, int, Mapping[str, float]]]) -> list[Score]:
    """Return the scores over several questions (k, n, guesses), the best guesser first.

    More hits win; among equals the smaller mean distance.
    """
    told: dict[str, list[tuple[bool, float]]] = {}
    for k, n, guesses in rounds:
        if n:
            low, high = wilson(k, n)
            for name, value in guesses.items():
                told.setdefault(name, []).append((low <= value <= high, abs(value - k / n)))
    found = [
        Score(name, len(each), sum(hit for hit, _ in each), sum(d for _, d in each) / len(each))
        for name, each in told.items()
    ]
    return sorted(found, key=lambda s: (-s.hits, s.distance, s.name))
