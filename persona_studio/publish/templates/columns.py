# SPDX-License-Identifier: MIT
"""Two columns of sections that begin with goals and pains and end at the same height."""

from collections.abc import Sequence
from dataclasses import dataclass

from persona_studio.publish.boxes import PART_GAP, Press, Section, column_height
from persona_studio.publish.document import Page
from persona_studio.publish.fit import shared

GUTTER = 1.5  # between the columns, in body sizes
_ITEM_STRETCH = 0.62  # most a gap between claims may grow, in body sizes
_PART_SHARE = 2.0  # a gap between sections grows this much as fast
_LEFT, _RIGHT = "goals", "pains"


@dataclass(frozen=True)
class Columns:
    """The sections of the first sheet, shared between two columns."""

    sections: tuple[Section, ...]

    def measure(self, press: Press, width: float) -> float:
        """Return the width of one column."""
        return (width - GUTTER * press.body) / 2

    def halves(self, press: Press, width: float) -> tuple[list[Section], list[Section]]:
        """Share the sections: goals lead the left column, pains the right one."""
        measure = self.measure(press, width)
        halves: tuple[list[Section], list[Section]] = (
            [s for s in self.sections if s.part.id == _LEFT],
            [s for s in self.sections if s.part.id == _RIGHT],
        )
        rest = [s for s in self.sections if s.part.id not in (_LEFT, _RIGHT)]
        gap = PART_GAP * press.body
        start = (
            column_height(press, halves[0], measure),
            column_height(press, halves[1], measure),
        )
        heights = [section.height(press, measure) + gap for section in rest]
        for section, column in zip(rest, shared(start, heights), strict=True):
            halves[column].append(section)
        return halves

    def height(self, press: Press, width: float) -> float:
        """Return the height of the taller column, with the usual gaps."""
        measure = self.measure(press, width)
        return max(column_height(press, half, measure) for half in self.halves(press, width))

    def draw(
        self, press: Press, page: Page, corner: tuple[float, float], room: tuple[float, float]
    ) -> tuple[float, float]:
        """Draw within `room` (width, height), gaps spread so that both columns end together.

        Returns the height used and what the columns still differ by.
        """
        width, height = room
        measure = self.measure(press, width)
        halves = self.halves(press, width)
        heights = [column_height(press, half, measure) for half in halves]
        reach = self._reach(press, halves, heights, height)
        ends = []
        for number, half in enumerate(halves):
            right = (number == 1) != press.rtl
            x = corner[0] + (width - measure if right else 0)
            stretch = _stretch(press, half, reach - heights[number])
            _draw_half(press, page, (x, corner[1], measure), (half, stretch))
            ends.append(heights[number] + stretch * _gaps(half))
        return max(ends), abs(ends[0] - ends[1])

    def _reach(
        self,
        press: Press,
        halves: tuple[list[Section], list[Section]],
        heights: Sequence[float],
        room: float,
    ) -> float:
        """Return the height both columns should come to: all of the room if gaps allow it."""
        limit = _ITEM_STRETCH * press.body
        most = [h + _gaps(half) * limit for h, half in zip(heights, halves, strict=True)]
        return min(room, max(*heights, min(most)))


def _gaps(half: Sequence[Section]) -> float:
    """Count the gaps of a column in gaps between claims."""
    return sum(section.gaps for section in half) + _PART_SHARE * max(0, len(half) - 1)


def _stretch(press: Press, half: Sequence[Section], missing: float) -> float:
    """Return by how much each gap between claims grows; twice the usual most to end evenly."""
    gaps = _gaps(half)
    return min(missing / gaps, 2 * _ITEM_STRETCH * press.body) if gaps else 0.0


def _draw_half(
    press: Press,
    page: Page,
    place: tuple[float, float, float],
    what: tuple[Sequence[Section], float],
) -> None:
    x, y, measure = place
    half, stretch = what
    for section in half:
        section.draw(press, page, (x, y), measure, stretch)
        y += section.height(press, measure, stretch)
        y += PART_GAP * press.body + _PART_SHARE * stretch
