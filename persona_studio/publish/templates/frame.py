# SPDX-License-Identifier: MIT
"""What stands around a poster's columns: above them on upright paper, beside them on wide paper."""

from dataclasses import dataclass
from functools import cached_property

from persona_studio.publish.document import Page
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.templates.head import Head, Quotation, Strip
from persona_studio.publish.theme import Paper

_RAIL = 0.31  # of the width of wide paper


@dataclass(frozen=True)
class Place:
    """Where the columns stand: their left end, top and width."""

    left: float
    top: float
    width: float


@dataclass(frozen=True)
class Band:
    """Name, facts and quote above each other over the columns."""

    sheet: Sheet
    paper: Paper
    face: bytes | None
    margin: float

    @cached_property
    def _head(self) -> Head:
        return Head(self.sheet, self.face, self.margin)

    @cached_property
    def _strip(self) -> Strip:
        return Strip(self.sheet.facts, self.margin)

    @cached_property
    def _quotation(self) -> Quotation:
        return Quotation(self.sheet.quote)

    @property
    def _width(self) -> float:
        return self.paper.width - 2 * self.margin

    def _tops(self, press: Press) -> tuple[float, float]:
        """Return where quote and columns begin."""
        wide = self.paper.width
        band = self._head.height(press, wide) + self._strip.height(press, wide)
        quote = self._quotation.height(press, self._width)
        top = band + 1.15 * press.body
        return top, top + (quote + 1.1 * press.body if quote else 0.0)

    def place(self, press: Press) -> Place:
        """Return where the columns stand."""
        _, top = press.once(self.sheet, "tops", lambda: self._tops(press))
        return Place(self.margin, top, self._width)

    def holds(self, press: Press) -> bool:
        """Tell whether it has room; over the columns it takes what it needs."""
        del press
        return True

    def shortened(self, press: Press) -> list[tuple[str, str]]:
        """Return (title, full text) of what could not be shown whole."""
        wide = self.paper.width
        found = self._head.shortened(press, wide) + self._strip.shortened(press, wide)
        return found + self._quotation.shortened(press, self._width)

    def draw(self, press: Press, page: Page) -> None:
        """Draw it."""
        wide = self.paper.width
        self._head.draw(press, page, (0, 0), wide)
        self._strip.draw(press, page, (0, self._head.height(press, wide)), wide)
        self._quotation.draw(press, page, (self.margin, self._tops(press)[0]), self._width)


@dataclass(frozen=True)
class Rail:
    """Name, facts and quote under each other beside the columns, from edge to edge."""

    sheet: Sheet
    paper: Paper
    face: bytes | None
    margin: float

    @cached_property
    def _head(self) -> Head:
        return Head(self.sheet, self.face, self.margin, stacked=True)

    @cached_property
    def _quotation(self) -> Quotation:
        return Quotation(self.sheet.quote, stacked=True)

    def _strip(self, press: Press) -> Strip:
        """Return the facts under each other, or in two columns where that is too high."""
        return press.once(self.sheet, "strip", lambda: self._fitting(press))

    def _fitting(self, press: Press) -> Strip:
        one, two = (Strip(self.sheet.facts, self.margin, columns) for columns in (1, 2))
        room = self._room(press) - one.height(press, self.width)
        head = self._head.height(press, self.width)
        return one if head + self._quotation.height(press, self._inner) <= room else two

    def _room(self, press: Press) -> float:
        return self.paper.height - self.margin - 1.2 * press.body

    @property
    def width(self) -> float:
        """The width of the rail."""
        return _RAIL * self.paper.width

    @property
    def _inner(self) -> float:
        return self.width - 2 * self.margin

    def _heights(self, press: Press) -> tuple[float, float, float]:
        return (
            self._head.height(press, self.width),
            self._strip(press).height(press, self.width),
            self._quotation.height(press, self._inner),
        )

    def place(self, press: Press) -> Place:
        """Return where the columns stand."""
        left = self.margin if press.rtl else self.width + self.margin
        return Place(left, self.margin * 0.9, self.paper.width - self.width - 2 * self.margin)

    def holds(self, press: Press) -> bool:
        """Tell whether everything in the rail has room."""
        used = press.once(self.sheet, "rail", lambda: sum(self._heights(press)))
        return used <= self._room(press)

    def shortened(self, press: Press) -> list[tuple[str, str]]:
        """Return (title, full text) of what could not be shown whole."""
        strip = self._strip(press)
        found = self._head.shortened(press, self.width) + strip.shortened(press, self.width)
        return found + self._quotation.shortened(press, self._inner)

    def draw(self, press: Press, page: Page) -> None:
        """Draw the rail; what room is left lies around the facts, and the quote ends it."""
        x = self.paper.width - self.width if press.rtl else 0.0
        head, facts, quote = self._heights(press)
        ground = press.theme.tint if facts or quote else press.theme.dark
        page.block(x, 0, self.width, self.paper.height, ground)
        self._head.draw(press, page, (x, 0), self.width)
        free = self.paper.height - self.margin - head - facts - quote
        self._strip(press).draw(
            press, page, (x, head + free * (0.35 if quote else 0.5)), self.width
        )
        low = self.paper.height - self.margin - quote
        self._quotation.draw(press, page, (x + self.margin, low), self._inner)


def frame_of(sheet: Sheet, paper: Paper, face: bytes | None, margin: float) -> Band | Rail:
    """Return what a poster of this paper has around its columns."""
    kind = Rail if paper.width > paper.height else Band
    return kind(sheet, paper, face, margin)
