# SPDX-License-Identifier: MIT
"""What several personas are compared by: the same questions on one scale, and whom they share."""

from dataclasses import dataclass

Count = tuple[int, int]


@dataclass(frozen=True)
class Compared:
    """One answer, and how many of each persona's people gave it (None where nobody was asked).

    `lead` is the question where `label` is the answer alone.
    """

    label: str
    counts: tuple[Count | None, ...]
    lead: str = ""


@dataclass(frozen=True)
class Comparison:
    """Answers that set the personas apart, and `shared`: (persona, persona, people) by place.

    `none` of `asked` people fit no persona at all; `asked` is 0 where nothing was measured.
    `hidden` counts are too small to be told.
    """

    rows: tuple[Compared, ...] = ()
    shared: tuple[tuple[int, int, int], ...] = ()
    none: int = 0
    asked: int = 0
    hidden: int = 0
