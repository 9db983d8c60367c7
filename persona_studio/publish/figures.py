# SPDX-License-Identifier: MIT
"""Figures drawn from counts; nothing about them is stored."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.publish.document import Page

if TYPE_CHECKING:
    from persona_studio.publish.boxes import Press


@dataclass(frozen=True)
class Share:
    """How many of how many as a bar drawn from the counts."""

    n: tuple[int, int]
    high: float = 0.42

    def height(self, press: "Press", width: float) -> float:
        """Return the height of the bar and the air around it."""
        del width
        return (self.high + 0.36) * press.body

    def draw(self, press: "Press", page: Page, corner: tuple[float, float], width: float) -> None:
        """Fill the share of those who say so."""
        y, high = corner[1] + 0.18 * press.body, self.high * press.body
        wide = width * min(1.0, self.n[0] / max(1, self.n[1]))
        page.block(corner[0], y, width, high, press.theme.tint)
        left = corner[0] + width - wide if press.rtl else corner[0]
        page.block(left, y, wide, high, press.theme.dark)
