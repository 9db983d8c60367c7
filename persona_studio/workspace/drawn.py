# SPDX-License-Identifier: MIT
"""Pictures of claims as values, for the board and for print; what makes them is in `drawing`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core.persona import Claim

if TYPE_CHECKING:
    from persona_studio.evidence.spread import Spread


@dataclass(frozen=True)
class DrawnScale:
    """A claim as a place on a scale; `at` is the marker, in the measure of the spread's edges.

    `by_hand`: the team put it there, the people's own middle is `spread.middle`.
    """

    claim: Claim
    label: str
    source: str
    spread: "Spread"
    at: float
    by_hand: bool

    @property
    def poles(self) -> tuple[str, str]:
        """What the ends are called."""
        return self.spread.poles


@dataclass(frozen=True)
class DrawnBar:
    """A claim as a bar: `k` of `n` of the persona's people, `k_all` of `n_all` of everyone."""

    claim: Claim
    source: str
    k: int
    n: int
    k_all: int
    n_all: int
    grouped: bool


Drawn = DrawnScale | DrawnBar
