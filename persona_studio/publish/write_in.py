# SPDX-License-Identifier: MIT
"""Empty lines for a pen, as blocks of a page."""

from dataclasses import dataclass

from persona_studio.publish.document import Page
from persona_studio.publish.press import Press
from persona_studio.publish.theme import RULE

WRITE_IN, WRITE_IN_STEP = 3, 1.75  # lines where nothing is known yet, and their distance


@dataclass(frozen=True)
class WriteIn:
    """Empty lines for a pen, where nothing is known yet."""

    count: int = WRITE_IN

    def height(self, press: Press, width: float) -> float:
        """Return the height of the lines."""
        return self.count * WRITE_IN_STEP * press.body

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Rule the lines."""
        for row in range(1, self.count + 1):
            y = corner[1] + row * WRITE_IN_STEP * press.body
            page.rule(corner[0], y, width, 0.04 * press.body, RULE)
