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

    `whole` faults touch the whole set of personas: a mix holds at most one. Faults of the same
    `ground` disturb each other on one persona.
    """

    rule: str
    plant: Plant
    needs: str = ""
    whole: bool = False

    @property
    def name(self) -> str:
        """The fault's name for a test."""
        return self.plant.__name__
