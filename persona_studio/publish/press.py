# SPDX-License-Identifier: MIT
"""The press every block of a page is set with: typesetter, colours, body size, side."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from persona_studio.publish.theme import Theme
from persona_studio.publish.typeset import Paragraph, Typesetter

T = TypeVar("T")
AIRS = (1.0, 0.75, 0.55)
"""Shares of the usual gaps, faces and display type at each step of tightness."""


@dataclass(frozen=True)
class Press:
    """What every block needs: the typesetter, the colours, the body size and the page's side.

    `tight` (a place in AIRS) is how far gaps give way so that lines need not.
    """

    setter: Typesetter
    theme: Theme
    body: float
    rtl: bool = False
    tight: int = 0
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def sized(self, body: float) -> "Press":
        """Return the same at another body size."""
        return replace(self, body=body, memory={})

    def tightened(self, tight: int) -> "Press":
        """Return the same with gaps of another tightness."""
        return replace(self, tight=tight, memory={})

    @property
    def air(self) -> float:
        """The share that is left of usual gaps."""
        return AIRS[self.tight]

    def gap(self, em: float) -> float:
        """Return the height in points of a gap that is usually `em` body sizes."""
        return em * self.air * self.body

    def once(self, owner: object, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` made for this owner and key at this size before, else make it."""
        place = (id(owner), key)
        if place not in self.memory:
            self.memory[place] = (owner, make())  # the owner is kept, so that its id stays its own
        return cast("T", self.memory[place][1])

    @property
    def side(self) -> str:
        """Where lines of the grid start."""
        return "right" if self.rtl else "left"

    def lay(self, text: str, em: float, width: float, weight: int = 400) -> Paragraph:
        """Lay a text out at `em` times the body size, `width` in points."""
        measure = max(width, 1.0) / (em * self.body) * 1000
        return self.setter.lay(text, weight, measure, self.rtl)

    def count(self, text: str, em: float, width: float, weight: int = 400) -> int:
        """Return how many lines a text takes."""
        return self.lay(text, em, width, weight).count
