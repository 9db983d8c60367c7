# SPDX-License-Identifier: MIT
"""What stands where on the slides of one persona, in points; measured, so that nothing is cut.

Sections fill two columns. The largest type with which all of it fits one slide is taken; what does
not fit even with the smallest goes on to further slides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from persona_studio.publish.sheet import Line, Part, Sheet
from persona_studio.publish.typeset import Typesetter, clean

WIDTH, HEIGHT = 960.0, 540.0
RAIL, EDGE, GAP = 240.0, 28.0, 24.0
COLUMN = (WIDTH - RAIL - 2 * EDGE - GAP) / 2
TOP, BOTTOM = 30.0, HEIGHT - 46.0
SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
LEAD, PROOF, HEAD, ABOVE = 1.25, 0.72, 0.9, 0.15
_SAFE = 0.94
"""Share of a line that is counted on: the reader's own typeface may run a little wider."""

_BETWEEN = 0.9
_MARK = 1.3


@dataclass(frozen=True)
class Box:
    """Lines of one section at a place; `again` tells that the section began before."""

    part: Part
    left: float
    top: float
    height: float
    again: bool = False


@dataclass(frozen=True)
class Slide:
    """One slide: its boxes, and the body size of their type in points."""

    boxes: tuple[Box, ...]
    size: float


class Planner:
    """Measures with the studio's own faces."""

    def __init__(self, setter: Typesetter) -> None:
        self._setter = setter

    def lines(self, text: str, size: float, width: float, weight: int = 400) -> int:
        """Return how many lines a text takes at a size (points) in a width (points)."""
        return self._setter.lay(clean(text) or " ", weight, width * _SAFE / size * 1000).count

    def height(self, line: Line, size: float) -> float:
        """Return the height in points of one claim with its proof."""
        small, wide = size * PROOF, COLUMN - _MARK * size
        quiet = sum(self.lines(text, small, wide) for text in (line.lead, line.proof) if text)
        spaced = ABOVE * size if line.lead else 0.0
        return self.lines(line.words, size, wide) * size * LEAD + quiet * small * LEAD + spaced

    def slides(self, sheet: Sheet, used: float) -> list[Slide]:
        """Return the slides of a persona whose first one has `used` points taken at the top."""
        story = [Part("About", (Line(sheet.story),))] if sheet.story.strip() else []
        parts = [*story, *(part for part in sheet.parts if part.lines)]
        for size in SIZES:
            found = self._filled(parts, size, used)
            if len(found) == 1:
                return found
        return found

    def _filled(self, parts: Sequence[Part], size: float, used: float) -> list[Slide]:
        """Fill column after column; only a section of more than half a column is parted."""
        columns = _Columns(used)
        for part in parts:
            heights = [self.height(line, size) + 2 * ABOVE * size for line in part.lines]
            head = size * HEAD * LEAD + 0.35 * size
            if columns.room < head + (heights[0] if columns.parts(sum(heights)) else sum(heights)):
                columns.turn()
            start = 0
            while start < len(heights):
                end = start + 1
                while end < len(heights) and head + sum(heights[start : end + 1]) <= columns.room:
                    end += 1
                piece = replace(part, lines=part.lines[start:end])
                columns.put(piece, head + sum(heights[start:end]), again=start > 0)
                start = end
                if start < len(heights):
                    columns.turn()
            columns.top += _BETWEEN * size
        return [Slide(tuple(boxes), size) for boxes in columns.slides]


class _Columns:
    """Where the next box goes: two columns a slide, of which the first slide's begin lower."""

    def __init__(self, used: float) -> None:
        self.slides: list[list[Box]] = [[]]
        self._first = TOP + used
        self._column = 0
        self.top = self._first

    @property
    def room(self) -> float:
        """The points that are left in this column."""
        return BOTTOM - self.top

    def parts(self, height: float) -> bool:
        """Tell whether a section so high is put into two columns where it does not fit in one."""
        return height > (BOTTOM - TOP) / 2

    def turn(self) -> None:
        """Go on to the next column, or the next slide."""
        if self._column == 1:
            self.slides.append([])
            self._first = TOP
        self._column = 1 - self._column
        self.top = self._first

    def put(self, part: Part, height: float, *, again: bool) -> None:
        """Place a box here."""
        left = RAIL + EDGE + self._column * (COLUMN + GAP)
        self.slides[-1].append(Box(part, left, self.top, height, again))
        self.top += height
