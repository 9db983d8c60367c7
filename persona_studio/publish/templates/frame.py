# SPDX-License-Identifier: MIT
"""What stands around a poster's columns: above them on upright paper, beside them on wide paper."""

from dataclasses import dataclass
from functools import cached_property

from persona_studio.publish.document import Page
from persona_studio.publish.press import AIRS, Press
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
        top = band + press.gap(1.15)
        return top, top + (quote + press.gap(1.1) if quote else 0.0)

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

    def _set(self, press: Press) -> tuple[Press, Strip]:
        """Return the press and the facts it is set with: as airy as leaves everything its room."""
        return press.once(self.sheet, "set", lambda: self._fitting(press))

    def _fitting(self, press: Press) -> tuple[Press, Strip]:
        ways = [
            (press.tightened(tight), Strip(self.sheet.facts, self.margin, columns))
            for columns in (1, 2)
            for tight in range(press.tight, len(AIRS))
        ]
        return next(
            (way for way in ways if sum(self._heights(*way)) <= self._room(press)), ways[-1]
        )

    def _room(self, press: Press) -> float:
        return self.paper.height - self.margin - 1.2 * press.body

    @property
    def width(self) -> float:
        """The width of the rail."""
        return _RAIL * self.paper.width

    @property
    def _inner(self) -> float:
        return self.width - 2 * self.margin

    def _heights(self, press: Press, strip: Strip) -> tuple[float, float, float]:
        return (
            self._head.height(press, self.width),
            strip.height(press, self.width),
            self._quotation.height(press, self._inner),
        )

    def place(self, press: Press) -> Place:
        """Return where the columns stand."""
        left = self.margin if press.rtl else self.width + self.margin
        return Place(left, self.margin * 0.9, self.paper.width - self.width - 2 * self.margin)

    def holds(self, press: Press) -> bool:
        """Tell whether everything in the rail has room."""
        used = press.once(self.sheet, "rail", lambda: sum(self._heights(*self._set(press))))
        return used <= self._room(press)

    def shortened(self, press: Press) -> list[tuple[str, str]]:
        """Return (title, full text) of what could not be shown whole."""
        own, strip = self._set(press)
        found = self._head.shortened(own, self.width) + strip.shortened(own, self.width)
        return found + self._quotation.shortened(own, self._inner)

    def draw(self, press: Press, page: Page) -> None:
        """Draw the rail; what room is left lies around the facts, and the quote ends it."""
        x = self.paper.width - self.width if press.rtl else 0.0
        own, strip = self._set(press)
        head, facts, quote = self._heights(own, strip)
        ground = press.theme.tint if facts or quote else press.theme.dark
        page.block(x, 0, self.width, self.paper.height, ground)
        self._head.draw(own, page, (x, 0), self.width)
        free = self.paper.height - self.margin - head - facts - quote
        strip.draw(own, page, (x, head + free * (0.35 if quote else 0.5)), self.width)
        low = self.paper.height - self.margin - quote
        self._quotation.draw(own, page, (x + self.margin, low), self._inner)


def frame_of(sheet: Sheet, paper: Paper, face: bytes | None, margin: float) -> Band | Rail:
    """Return what a poster of this paper has around its columns."""
    kind = Rail if paper.width > paper.height else Band
    return kind(sheet, paper, face, margin)
