# SPDX-License-Identifier: MIT
"""Golden questions as a page tells them: what to ask, the points, and how often they are right."""

from dataclasses import dataclass
from string import ascii_uppercase

from persona_studio.publish.comparison import Count

LETTERS = ascii_uppercase


@dataclass(frozen=True)
class Asked:
    """One question with its answers; `points[a][g]` is what answer a brings group g."""

    label: str
    answers: tuple[str, ...]
    points: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Golden:
    """A rule for groups called `names`; `hit` people of those tried were put right.

    `between` is how many per cent that could be; `recall` is counted group by group (None where
    that would be too few people to tell); `guess` is what naming the largest group would find.
    `hushed` ones tell shares alone.
    """

    names: tuple[str, ...]
    questions: tuple[Asked, ...]
    start: tuple[int, ...]
    hit: Count
    between: tuple[int, int]
    guess: Count
    recall: tuple[Count | None, ...] = ()
    hushed: bool = False

    @property
    def rate(self) -> str:
        """How often it is right, in words."""
        k, n = self.hit
        low, high = self.between
        share = f"{round(100 * k / max(1, n))} %"
        if self.hushed:
            return f"Right for {share} of people it had not seen (could be {low} to {high} %)."
        return f"Right for {k} of {n} people it had not seen ({share}, could be {low} to {high} %)."

    @property
    def how(self) -> str:
        """How it is added up by hand."""
        first = "Start with the first row. " if any(self.start) else ""
        return (
            f"{first}Add the points of each answer, column by column. The highest sum tells who it "
            "is; of equal sums the one further left. No answer brings no points."
        )
