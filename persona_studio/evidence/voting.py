# SPDX-License-Identifier: MIT
"""Counting dots, and options so alike that they would split their votes; a vote ranks, no more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from persona_studio.core.workshop import Option, Vote
from persona_studio.evidence.likeness import alike, tokens

MANY_OPTIONS = 12
_ALIKE = 0.6  # of the words of the shorter option, found again in the other


@dataclass(frozen=True)
class Rank:
    """An option's place (equal dots share one), its dots, and how many ballots gave it any."""

    place: int
    option: Option
    dots: int
    ballots: int


def ranked(options: Sequence[Option], votes: Iterable[Vote]) -> list[Rank]:
    """Return the options by their dots, most first; among equals in the order they were asked."""
    dots = dict.fromkeys((option.id for option in options), 0)
    from_: dict[str, set[str]] = {}
    for vote in votes:
        if vote.target in dots and vote.dots > 0:
            dots[vote.target] += vote.dots
            from_.setdefault(vote.target, set()).add(vote.ballot)
    counts = list(dots.values())
    found = [
        Rank(
            1 + sum(other > dots[o.id] for other in counts), o, dots[o.id], len(from_.get(o.id, ()))
        )
        for o in options
    ]
    return sorted(found, key=lambda rank: rank.place)


def ballots(votes: Iterable[Vote]) -> tuple[str, ...]:
    """Return which ballots are in, by number where they are numbers."""
    names = {vote.ballot for vote in votes}
    return tuple(sorted(names, key=lambda name: (not name.isdecimal(), len(name), name)))


def look_alikes(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of options (0-based) that say nearly the same."""
    words = [tokens(text) for text in texts]
    return [
        (one, two)
        for one, two in combinations(range(len(texts)), 2)
        if words[one] and words[two] and _shared(words[one], words[two]) >= _ALIKE
    ]


def _shared(one: Sequence[str], two: Sequence[str]) -> float:
    """Return what share of the shorter text's words the longer one says too."""
    short, long = sorted((one, two), key=len)
    return sum(max(alike(word, other) for other in long) for word in short) / len(short)
