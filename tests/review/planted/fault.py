# SPDX-License-Identifier: MIT
"""What a planted fault is: a change to a sound world, and exactly the findings it must raise."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.review.planted.world import World

Found = set[tuple[str, str, str]]
"""Findings as (rule, severity, id of the target)."""
Plant = Callable[[World, str], Found]


@dataclass(frozen=True)
class Fault:
    """One way of breaking a world for one persona; `needs` survey, talks or either.

    `whole` faults touch the whole set of personas: a mix holds at most one; `alone` ones touch so
    much of it that no other can stand beside them. `least` is how many personas a fault takes.
    """

    rule: str
    plant: Plant
    needs: str = ""
    whole: bool = False
    alone: bool = False
    least: int = 2

    @property
    def name(self) -> str:
        """The fault's name for a test."""
        return self.plant.__name__
