# SPDX-License-Identifier: MIT
"""The press every block of a page is set with: typesetter, colours, body size, side."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from persona_studio.publish.theme import Theme
from persona_studio.publish.typeset import Paragraph, Typesetter

T = TypeVar("T")


@dataclass(frozen=True)
class Press:
    """What every block needs: the typesetter, the colours, the body size and the page's side."""

    setter: Typesetter
    theme: Theme
    body: float
    rtl: bool = False
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def sized(self, body: float) -> "Press":
        """Return the same at another body size."""
        return replace(self, body=body, memory={})

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
