# SPDX-License-Identifier: MIT
"""Air between blocks that are stacked."""

from dataclasses import dataclass

from persona_studio.publish.document import Page
from persona_studio.publish.press import Press


@dataclass(frozen=True)
class Gap:
    """A height in body sizes with nothing in it."""

    em: float = 0.5

    def height(self, press: Press, width: float) -> float:
        """Return its height at any width."""
        del width
        return self.em * press.body

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw nothing."""
