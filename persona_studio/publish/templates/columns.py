# SPDX-License-Identifier: MIT
"""Two columns of sections that begin with goals and pains and end at the same height."""

from collections.abc import Sequence
from dataclasses import dataclass

from persona_studio.publish.boxes import PART_GAP, Section, Wide, column_height
from persona_studio.publish.document import Page
from persona_studio.publish.fit import shared
from persona_studio.publish.press import Press

GUTTER = 1.5  # between the columns, in body sizes
_ITEM_STRETCH = 0.62  # most a gap between claims may grow, in body sizes
_EVENING = 1.1  # but so much where one column must catch up with the other
_PART_STRETCH = 1.0  # and one between sections
_EVEN = 0.08  # columns that differ by no more are even
_AIR = 0.4  # least extra above a section that goes across
_LEFT, _RIGHT = "goals", "pains"


@dataclass(frozen=True)
class Arranged:
    """Which section stands where: two columns, and below them those that go across both."""

    left: list[Section]
    right: list[Section]
    wide: tuple[Wide, ...]
    heights: tuple[float, float]

    @property
    def uneven(self) -> float:
        """By how much the columns differ before gaps are spread, as a share of the taller."""
        return abs(self.heights[0] - self.heights[1]) / max(*self.heights, 1.0)

    def is_odd(self, press: Press) -> bool:
        """Tell whether the columns stay uneven however far the gaps of the shorter one grow."""
        short = min((self.heights[0], self.left), (self.heights[1], self.right), key=_first)
        limit = Spread(_EVENING * press.body, _PART_STRETCH * press.body).total(short[1])
        return max(self.heights) - short[0] - limit > _EVEN * max(*self.heights, 1.0)


@dataclass(frozen=True)
class Columns:
    """The sections of the first sheet, shared between two columns."""

    sections: tuple[Section, ...]

    def measure(self, press: Press, width: float) -> float:
        """Return the width of one column."""
        return (width - GUTTER * press.body) / 2

    def arranged(self, press: Press, width: float) -> Arranged:
        """Share the sections; where that stays uneven, one goes across, or else all do."""
        return press.once(self, width, lambda: self._arranged(press, width))

    def _arranged(self, press: Press, width: float) -> Arranged:
        found = self._shared(press, width, None)
        if found.uneven <= _EVEN:
            return found
        others = [s for s in self.sections if s.part.id not in (_LEFT, _RIGHT)]
        ways = [found, *(self._shared(press, width, section) for section in reversed(others))]
        best = min(ways, key=lambda way: (way.uneven > _EVEN, round(way.uneven, 3)))
        if not best.is_odd(press):
            return best
        gutter = GUTTER * press.body
        return Arranged([], [], tuple(Wide(s, gutter) for s in self.sections), (0.0, 0.0))

    def _shared(self, press: Press, width: float, wide: Section | None) -> Arranged:
        """Share all but one section: goals lead the left column, pains the right one."""
        measure = self.measure(press, width)
        halves: tuple[list[Section], list[Section]] = (
            [s for s in self.sections if s.part.id == _LEFT],
            [s for s in self.sections if s.part.id == _RIGHT],
        )
        lead = (_LEFT, _RIGHT)
        rest = [s for s in self.sections if s.part.id not in lead and s is not wide]
        gap = press.gap(PART_GAP)
        start = (
            column_height(press, halves[0], measure),
            column_height(press, halves[1], measure),
        )
        heights = [section.height(press, measure) + gap for section in rest]
        way = shared(start, heights)
        for section, column in zip(rest, way, strict=True):
            halves[column].append(section)
        ends = [
            start[n] + sum(h for h, w in zip(heights, way, strict=True) if w == n) for n in (0, 1)
        ]
        across = (Wide(wide, GUTTER * press.body),) if wide else ()
        return Arranged(*halves, across, (ends[0], ends[1]))

    def height(self, press: Press, width: float) -> float:
        """Return the height of everything with the usual gaps."""
        found = self.arranged(press, width)
        return max(found.heights) + self._wide_height(press, found, width)

    def _wide_height(self, press: Press, found: Arranged, width: float) -> float:
        high = sum(each.height(press, width) + press.gap(PART_GAP) for each in found.wide)
        return high if any(found.heights) else max(0.0, high - press.gap(PART_GAP))

    def draw(
        self, press: Press, page: Page, corner: tuple[float, float], room: tuple[float, float]
    ) -> tuple[float, float]:
        """Draw within `room` (width, height), gaps spread so that both columns end together.

        Returns the height used and what the columns still differ by.
        """
        width, height = room
        measure = self.measure(press, width)
        found = self.arranged(press, width)
        below = self._wide_height(press, found, width)
        reach = self._reach(press, found, height - below - (_AIR * press.body if below else 0))
        ends = []
        for number, half in enumerate((found.left, found.right)):
            right = (number == 1) != press.rtl
            x = corner[0] + (width - measure if right else 0)
            spread = _spread(press, half, reach - found.heights[number])
            _draw_half(press, page, (x, corner[1], measure), (half, spread))
            ends.append(found.heights[number] + spread.total(half))
        used = max(ends)
        gaps = len(found.wide) if used else len(found.wide) - 1
        slack = min((height - used - below) / max(1, gaps), _PART_STRETCH * press.body)
        for each in found.wide:
            used += press.gap(PART_GAP) + max(0.0, slack) if used else 0.0
            each.draw(press, page, (corner[0], corner[1] + used), width)
            used += each.height(press, width)
        return used, abs(ends[0] - ends[1])

    def _reach(self, press: Press, found: Arranged, room: float) -> float:
        """Return the height both columns should come to: all of the room if gaps allow it."""
        limit = Spread(_ITEM_STRETCH * press.body, _PART_STRETCH * press.body)
        ends = zip(found.heights, (found.left, found.right), strict=True)
        return max(*found.heights, min(room, *(high + limit.total(half) for high, half in ends)))


@dataclass(frozen=True)
class Spread:
    """By how much gaps grow, in points: those between claims, and those between sections."""

    item: float = 0.0
    part: float = 0.0

    def total(self, half: Sequence[Section]) -> float:
        """Return by how much a column grows."""
        items, parts = _gaps(half)
        return items * self.item + parts * self.part


def _first(pair: tuple[float, list[Section]]) -> float:
    return pair[0]


def _gaps(half: Sequence[Section]) -> tuple[int, int]:
    return sum(section.gaps for section in half), max(0, len(half) - 1)


def _spread(press: Press, half: Sequence[Section], missing: float) -> Spread:
    """Share what is missing: sections move apart first, so that claims stay in step."""
    items, parts = _gaps(half)
    limit = _PART_STRETCH * press.body
    part = min(missing / parts, limit) if parts else 0.0
    rest = missing - part * parts
    item = min(rest / items, _EVENING * press.body) if items else 0.0
    return Spread(item, part)


def _draw_half(
    press: Press,
    page: Page,
    place: tuple[float, float, float],
    what: tuple[Sequence[Section], Spread],
) -> None:
    x, y, measure = place
    half, spread = what
    for section in half:
        section.draw(press, page, (x, y), measure, spread.item)
        y += section.height(press, measure, spread.item)
        y += press.gap(PART_GAP) + spread.part
