# SPDX-License-Identifier: MIT
"""What is drawn beside a claim, as counts; light enough to be gathered anywhere."""

from dataclasses import dataclass
from typing import TypeAlias

Count: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Bar:
    """How many of how many say so, and how many of everyone where those are others."""

    n: Count
    everyone: Count | None = None


@dataclass(frozen=True)
class Scale:
    """People on steps from low to high: the persona's, and everyone's where those are others.

    `at` is the marker, 0 at the low end and 1 at the high one, `by_hand` where the team put it.
    Without `mine` only the marker is drawn.
    """

    label: str
    steps: tuple[str, ...]
    poles: tuple[str, str]
    mine: tuple[int, ...]
    everyone: tuple[int, ...]
    at: float
    by_hand: bool = False

    def said(self) -> str:
        """Return in words what the picture shows."""
        pairs = zip(self.steps, self.mine, strict=False)
        told = ", ".join(f"{step}: {count:,}" for step, count in pairs if count)
        where = (
            f"marker at {self.at * 100:.0f} % of the way from {self.poles[0]} to {self.poles[1]}"
        )
        return f"{self.label}: {f'{told}; ' if told else ''}{where}"


Figure: TypeAlias = Bar | Scale
