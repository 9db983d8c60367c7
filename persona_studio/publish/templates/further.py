# SPDX-License-Identifier: MIT
"""The sheets after the first: whatever found no room there, in full, in two columns."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from persona_studio.publish.boxes import (
    ITEM_GAP,
    PART_GAP,
    Block,
    Heading,
    Item,
    Words,
)
from persona_studio.publish.document import Document, Page
from persona_studio.publish.fit import largest
from persona_studio.publish.pen import pen_room
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Part, Sheet
from persona_studio.publish.templates.columns import GUTTER
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.templates.foot import MANY, Foot
from persona_studio.publish.templates.slices import slices
from persona_studio.publish.theme import SAFE, WHITE, Paper
from persona_studio.publish.typeset import clean

NAME = ((1.6, 1), (1.3, 1), (1.1, 2))
_AGAIN = "continued"


@dataclass(frozen=True)
class Unit:
    """One block of the flow, the gap before it, its section and line in it.

    A heading must not end a column.
    """

    block: Block
    height: float
    gap: float
    title: str
    line: int = 0

    @property
    def leads(self) -> bool:
        """Whether it is a heading."""
        return isinstance(self.block, Heading)

    @contextmanager
    def told(self, page: Page) -> Iterator[None]:
        """Draw it as what it is: a claim in the list of its section; a heading again is none."""
        if isinstance(self.block, Heading):
            with page.aside(when=self.block.more == _AGAIN):
                yield
            return
        key = ("further", self.title)
        with page.tag("L", key=key), page.tag("LI", key=self.line), page.tag("LBody", key=0):
            yield


@dataclass(frozen=True)
class Further:
    """The flow of all moved parts over as many sheets as they need."""

    sheet: Sheet
    parts: tuple[Part, ...]
    paper: Paper
    press: Press
    margin: float

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.paper.width - 2 * self.margin

    @property
    def measure(self) -> float:
        """The width of one column."""
        return (self.width - GUTTER * self.press.body) / 2

    def _name(self) -> Words:
        excerpt = Excerpt(clean(self.sheet.name), NAME, 700, WHITE, 1.15, self.press.side)
        return excerpt.words(self.press, self.width)

    @property
    def band(self) -> float:
        """The height of the coloured band with the name."""
        return self._name().height(self.press, self.width) + SAFE + 0.75 * self.press.body

    @property
    def top(self) -> float:
        """Where the columns begin."""
        return self.band + 1.4 * self.press.body

    @property
    def room(self) -> float:
        """The height of a full column."""
        foot = Foot(self.sheet, MANY, MANY).height(self.press, self.width)
        return self.paper.height - self.margin * 0.8 - foot - 0.8 * self.press.body - self.top

    def units(self) -> list[Unit]:
        """Return the flow: headings that stay with their first claim, claims, slices of claims."""
        found: list[Unit] = []
        for part in self.parts:
            heading = Heading(part.title)
            gap = self.press.gap(PART_GAP) if found else 0.0
            high = heading.height(self.press, self.measure)
            found.append(Unit(heading, high, gap, part.title))
            for number, line in enumerate(part.lines):
                between = self.press.gap(ITEM_GAP) if number else 0.0
                units = self._units_of(Item(line), between, self.room - high)
                found += [Unit(*unit, part.title, number) for unit in units]
        return found

    def _units_of(
        self, item: Item, gap: float, most: float
    ) -> Iterator[tuple[Block, float, float]]:
        press, measure = self.press, self.measure
        high = item.height(press, measure)
        if high <= most:
            yield item, high, gap
            return
        for number, block in enumerate(slices(press, item, measure, most)):
            yield block, block.height(press, measure), 0.0 if number else gap

    def sheets(self) -> list[list[list[Unit]]]:
        """Return for each sheet its two columns; the last sheet's columns are balanced."""
        rest: Sequence[Unit] = self.units()
        found = []
        while rest:
            two, after = self._two(rest, self.room)
            if not two[0]:
                two, after = [[rest[0]], []], rest[1:]
            elif not after:
                two = self._balanced(rest)
            found.append(two)
            rest = after
        return found

    def _two(self, units: Sequence[Unit], room: float) -> tuple[list[list[Unit]], Sequence[Unit]]:
        """Fill two columns of at most `room`; return them and what is left."""
        first, rest = _fill(units, room)
        second, rest = _fill(self._resumed(rest), room)
        return [first, second], self._resumed(rest)

    def _resumed(self, units: Sequence[Unit]) -> Sequence[Unit]:
        """Name the section again where a column begins in its middle."""
        if not units or units[0].leads:
            return units
        heading = Heading(units[0].title, _AGAIN)
        high = heading.height(self.press, self.measure)
        first = replace(units[0], gap=0.0)
        return [Unit(heading, high, 0.0, first.title), first, *units[1:]]

    def _balanced(self, units: Sequence[Unit]) -> list[list[Unit]]:
        most = self.room
        step = largest(lambda cut: not self._two(units, most * (1 - cut))[1], 0.001, 0.95)
        return self._two(units, most * (1 - (step or 0.0)))[0]

    def draw(self, document: Document, sheets: Sequence[list[list[Unit]]], total: int) -> None:
        """Draw every sheet; there are `total` with those around them."""
        for number, columns in enumerate(sheets, start=2):
            page = document.page(self.paper.width, self.paper.height)
            page.block(0, 0, self.paper.width, self.band, self.press.theme.dark)
            at = (self.margin, SAFE)
            with page.aside():
                self._name().draw(self.press, page, at, self.width)
            ends = [self._draw_column(page, place, column) for place, column in enumerate(columns)]
            y = max(ends) + 1.4 * self.press.body
            rest = (self.width, self.top + self.room - y)
            pen_room(self.press, page, (self.margin, y), rest)
            foot = Foot(self.sheet, number, total)
            y = self.paper.height - self.margin * 0.8 - foot.height(self.press, self.width)
            foot.draw(self.press, page, (self.margin, y), self.width)

    def _draw_column(self, page: Page, number: int, column: Sequence[Unit]) -> float:
        """Draw one column and return where it ends."""
        right = (number == 1) != self.press.rtl
        x = self.margin + (self.width - self.measure if right else 0)
        y = self.top
        for place, unit in enumerate(column):
            y += unit.gap if place else 0.0
            with unit.told(page):
                unit.block.draw(self.press, page, (x, y), self.measure)
            y += unit.height
        return y


def _fill(units: Sequence[Unit], room: float) -> tuple[list[Unit], list[Unit]]:
    """Take units while they fit; a heading never stays alone at the end."""
    used, count = 0.0, 0
    for place, unit in enumerate(units):
        used += unit.height + (unit.gap if place else 0.0)
        if used > room + 0.01:
            break
        count = place + 1
    while 0 < count < len(units) and units[count - 1].leads:
        count -= 1
    return list(units[:count]), list(units[count:])
