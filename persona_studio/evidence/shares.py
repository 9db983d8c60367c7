# SPDX-License-Identifier: MIT
"""A group's share of an answer beside everyone's, and its middle person beside everyone's."""

from dataclasses import dataclass

from persona_studio.evidence.intervals import wilson

_CLEAR_POINTS = 0.10


@dataclass(frozen=True)
class Count:
    """k of n people gave an answer."""

    k: int
    n: int

    @property
    def share(self) -> float:
        """The share (0-1), 0 where nobody was asked."""
        return self.k / self.n if self.n else 0.0

    def beside(self, everyone: "Count") -> int:
        """Return 1 or -1 where it is surely and by 10 points above or below everyone, else 0."""
        low, high = wilson(self.k, self.n)
        if not self.n or low <= everyone.share <= high:
            return 0
        gap = self.share - everyone.share
        return 0 if abs(gap) < _CLEAR_POINTS else (1 if gap > 0 else -1)


@dataclass(frozen=True)
class Line:
    """One answer: everyone's count and each group's; `forms` where its question forms groups."""

    label: str
    answer: str
    forms: bool
    everyone: Count
    groups: tuple[Count, ...]

    @property
    def spread(self) -> float:
        """How far the groups lie apart (0-1), of those where anybody answered."""
        asked = [count.share for count in self.groups if count.n]
        return max(asked) - min(asked) if asked else 0.0


@dataclass(frozen=True)
class Middle:
    """The middle person of n and the bounds of the middle half; nothing where n is 0."""

    n: int
    low: float = 0.0
    median: float = 0.0
    high: float = 0.0


@dataclass(frozen=True)
class NumberLine:
    """One question that is answered with a number."""

    label: str
    forms: bool
    everyone: Middle
    groups: tuple[Middle, ...]
