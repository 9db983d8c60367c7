# SPDX-License-Identifier: MIT
"""The workshop canvas: a half-filled sheet with a box for each section and room for a pen.

What is known stands in its box with its mark; the rest of the box is ruled. A persona with nothing
in it is an empty canvas.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from persona_studio.core.sections import BY_ID, SECTIONS
from persona_studio.publish.boxes import ITEM_GAP, Heading, Item, Words
from persona_studio.publish.document import Page
from persona_studio.publish.fit import Moved, Report, largest, most
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Line, Part
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.templates.foot import Foot
from persona_studio.publish.templates.shortening import shortened
from persona_studio.publish.templates.side import reads_rtl
from persona_studio.publish.templates.template import Order
from persona_studio.publish.theme import MM, MUTED, SAFE, WHITE, Paper, sizes
from persona_studio.publish.typeset import clean
from persona_studio.publish.write_in import WRITE_IN_STEP, WriteIn

_MARGIN, _GUTTER = 12 * MM, 8 * MM
_FACE = 5.2  # diameter in body sizes: room to draw one
_NAME, _TAGLINE = ((2.2, 1), (1.8, 2)), ((1.0, 3),)
_SHOWN = ("goals", "motivations", "pains", "behaviours", "buying", "channels", "values", "context")
_NEARLY = 0.01
_PEN = 2  # ruled lines that every box keeps free


@dataclass(frozen=True)
class Grid:
    """The boxes of a sheet: as many across as its shape allows."""

    order: Order
    press: Press

    @property
    def paper(self) -> Paper:
        """The sheet as it lies."""
        return self.order.paper

    @property
    def across(self) -> int:
        """How many boxes stand side by side: so that the last row is as full as can be."""
        wide = self.paper.width > self.paper.height
        return min((4, 3, 5) if wide else (2, 3), key=lambda n: -len(self.parts) % n)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The sections in their order: those that have lines, and the usual ones without."""
        sheet = self.order.sheet
        have = {part.id: part for part in sheet.parts}
        known = [
            have.get(section.id) or Part(section.title, (), section.id)
            for section in SECTIONS
            if section.id in _SHOWN
        ]
        others = [part for part in sheet.parts if part.id not in _SHOWN and part.lines]
        return (*known, *others)

    @property
    def margin(self) -> float:
        """The margin on all sides, in points."""
        return _MARGIN * self.paper.scale

    @property
    def _gutter(self) -> float:
        return _GUTTER * self.paper.scale

    @cached_property
    def width(self) -> float:
        """The width of a box."""
        between = (self.across - 1) * self._gutter
        return (self.paper.width - 2 * self.margin - between) / self.across

    @cached_property
    def heights(self) -> list[float]:
        """The height of each row of boxes: the same, unless one needs more than its share."""
        rows = [self.parts[n : n + self.across] for n in range(0, len(self.parts), self.across)]
        foot = Foot(self.order.sheet).height(self.press, self.paper.width - 2 * self.margin)
        room = self.paper.height - self.top - self.margin - foot - len(rows) * self._gutter
        needs = [max(self._need(part) for part in row) for row in rows]
        return levelled(room, needs)

    def _need(self, part: Part) -> float:
        pen = _PEN * WRITE_IN_STEP * self.press.body
        asked = self._asked(part)
        told = asked.height(self.press, self.width) if asked else self._high(part.lines)
        return self._title(part) + told + pen

    def _asked(self, part: Part) -> Words | None:
        """Return what stands in a box that has no lines."""
        if part.lines or part.id not in BY_ID:
            return None
        return Words(BY_ID[part.id].ask, 0.86, 400, MUTED, 1.3, self.press.side)

    def _title(self, part: Part) -> float:
        return Heading(part.title).height(self.press, self.width)

    @property
    def top(self) -> float:
        """Where the boxes begin."""
        return self.band + 1.1 * self.press.body

    @property
    def band(self) -> float:
        """The height of the tinted band with face and name."""
        said = sum(words.height(self.press, self._beside) for words in self._said())
        return max(_FACE * self.press.body, said) + 2 * self._pad

    @property
    def _pad(self) -> float:
        return max(SAFE, 0.7 * self.margin)

    @property
    def _beside(self) -> float:
        """The width of the words beside the face."""
        return self.paper.width - 2 * self.margin - (_FACE + 1) * self.press.body

    def places(self) -> Iterator[tuple[Part, tuple[float, float], float]]:
        """Yield each section with corner and height of its box, from where reading starts."""
        for number, part in enumerate(self.parts):
            row, column = divmod(number, self.across)
            column = self.across - 1 - column if self.press.rtl else column
            x = self.margin + column * (self.width + self._gutter)
            y = self.top + sum(self.heights[:row]) + row * self._gutter
            yield part, (x, y), self.heights[row]

    def kept(self, part: Part, high: float) -> int:
        """Return how many lines of a section its box can take beside the room for a pen."""
        room = high - self._title(part) - _PEN * WRITE_IN_STEP * self.press.body + _NEARLY

        def fits(count: int) -> bool:
            return self._high(part.lines[:count]) <= room

        return most(fits, len(part.lines))

    def holds(self) -> bool:
        """Tell whether every line has room."""
        return all(self._need(part) <= high + _NEARLY for part, _, high in self.places())

    def _high(self, lines: Sequence[Line]) -> float:
        wide, gap = self.width, self.press.gap(ITEM_GAP)
        return sum(Item(line).height(self.press, wide) + gap for line in lines)

    def draw(self, page: Page) -> list[Moved]:
        """Draw head, boxes and foot; return the lines that no box has room for."""
        moved: list[Moved] = []
        self._head(page)
        for part, corner, high in self.places():
            moved += self._box(page, part, corner, high)
        wide = self.paper.width - 2 * self.margin
        foot = Foot(self.order.sheet)
        low = self.paper.height - self.margin - foot.height(self.press, wide)
        foot.draw(self.press, page, (self.margin, low), wide)
        return moved

    def _box(self, page: Page, part: Part, corner: tuple[float, float], high: float) -> list[Moved]:
        press, wide = self.press, self.width
        kept = self.kept(part, high)
        gone = part.lines[kept:]
        heading = Heading(part.title, f"+{len(gone)} more" if gone else "")
        heading.draw(press, page, corner, wide)
        y = corner[1] + heading.height(press, wide)
        for line in part.lines[:kept]:
            item = Item(line)
            item.draw(press, page, (corner[0], y), wide)
            y += item.height(press, wide) + press.gap(ITEM_GAP)
        rest = corner[1] + high - y
        if words := self._asked(part):
            words.draw(press, page, (corner[0], y), wide)
            rest -= words.height(press, wide)
            y += words.height(press, wide)
        count = int(rest / (WRITE_IN_STEP * press.body))
        low = corner[1] + high - count * WRITE_IN_STEP * press.body  # lines of a row stand level
        WriteIn(count).draw(press, page, (corner[0], low), wide)
        return [Moved(part.title, line.text) for line in gone]

    def _head(self, page: Page) -> None:
        press, sheet = self.press, self.order.sheet
        size, margin = _FACE * press.body, self.margin
        page.block(0, 0, self.paper.width, self.band, press.theme.tint)
        wide = self.paper.width - 2 * margin
        left, top = margin + wide - size if press.rtl else margin, (self.band - size) / 2
        page.disc(left, top, size, WHITE)
        if self.order.face is not None:
            told = f"Portrait of {clean(sheet.name)}"
            with page.figure(told, (left, top), (size, size)):
                page.picture(left, top, size, self.order.face)
        inner = self._beside
        x = margin if press.rtl else margin + size + press.body
        y = (self.band - sum(words.height(press, inner) for words in self._said())) / 2
        for words in self._said():
            words.draw(press, page, (x, y), inner)
            y += words.height(press, inner)
        if not sheet.name.strip():
            page.rule(x, top + 3 * press.body, inner * 0.5, 0.06 * press.body, press.theme.dark)

    @property
    def shortened(self) -> bool:
        """Whether name or tagline is longer than its place."""
        return any(excerpt.is_short(self.press, self._beside) for excerpt in self._excerpts())

    def _said(self) -> Iterator[Words]:
        return (excerpt.words(self.press, self._beside) for excerpt in self._excerpts())

    def _excerpts(self) -> Iterator[Excerpt]:
        sheet, press = self.order.sheet, self.press
        if sheet.name.strip():
            colour = press.theme.dark
            yield Excerpt(clean(sheet.name), _NAME, 700, colour, 1.15, press.side, "H1")
        if sheet.tagline.strip():
            yield Excerpt(clean(sheet.tagline), _TAGLINE, 400, MUTED, 1.3, press.side)


def levelled(room: float, needs: Sequence[float]) -> list[float]:
    """Share a height between rows: evenly, what one needs beyond that taken from the others.

    Rows that together need more than there is get equal shares.
    """
    if not needs or sum(needs) > room:
        return [room / max(1, len(needs))] * len(needs)
    level, left = room / len(needs), sorted(needs, reverse=True)
    while left and left[0] > level:
        room -= left.pop(0)
        level = room / max(1, len(left))
    return [max(need, level) for need in needs]


def compose(order: Order) -> Report:
    """Draw the canvas of one persona on one sheet."""
    wanted, least = sizes(order.distance), order.borne(1.0).floor
    sheet, named = shortened(order.sheet)
    order = replace(order, sheet=sheet)
    press = Press(order.setter, order.theme, least, rtl=reads_rtl(order.sheet, order.side))

    def at(body: float) -> Grid:
        return Grid(order, press.sized(body))

    body = largest(lambda size: at(size).holds(), least, wanted.largest) or least
    grid = at(body)
    moved = grid.draw(order.document.page(order.paper.width, order.paper.height))
    cautions = list(order.sheet.cautions)
    if moved:
        lines = "1 line has" if len(moved) == 1 else f"{len(moved)} lines have"
        cautions.append(f"{lines} no room beside the pen; the fact sheet has all of them.")
    if grid.shortened or named:
        cautions.append("A name or the tagline is shortened; the fact sheet has it whole.")
    return Report(
        name=order.sheet.name,
        pages=1,
        body=body,
        target=wanted.target,
        floor=wanted.floor,
        distance=order.distance,
        cautions=cautions,
    )
