# SPDX-License-Identifier: MIT
"""Pages of a table about one persona: a band with the name, the rows, the usual foot."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import repeat

from persona_studio.publish.boxes import MARK, Block, Words, mark_colour
from persona_studio.publish.claims import Proven, Told
from persona_studio.publish.document import Document, Page
from persona_studio.publish.figures import Share
from persona_studio.publish.fit import largest
from persona_studio.publish.pen import pen_room
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.table import Row, Set, Table
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.templates.foot import MANY, Foot
from persona_studio.publish.theme import MM, MUTED, SAFE, WHITE, Paper
from persona_studio.publish.typeset import clean

MARGIN = 12 * MM
_NAME = ((2.0, 1), (1.6, 1), (1.3, 2))
_TITLE = 1.0
LARGEST = 1.0  # of the target: how far a table grows into its last page; columns stay wide enough


@dataclass(frozen=True)
class State:
    """A mark and its word, so that neither colour nor shape is needed alone."""

    mark: str
    word: str

    def height(self, press: Press, width: float) -> float:
        """Return the height of the word."""
        return self._words(press).height(press, width - self._inset(press))

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw the mark, then the word beside it."""
        words, inset, size = self._words(press), self._inset(press), 0.7 * press.body
        left = corner[0] + width - size if press.rtl else corner[0]
        top = corner[1] + (words.line(press) - size) / 2
        page.mark((left, top), size, self.mark, mark_colour(self.mark, press.theme))
        at = (corner[0] if press.rtl else corner[0] + inset, corner[1])
        words.draw(press, page, at, width - inset)

    def _words(self, press: Press) -> Words:
        return Words(self.word, 0.9, 600, align=press.side)

    def _inset(self, press: Press) -> float:
        return (MARK + 0.5) * press.body


@dataclass(frozen=True)
class Pages:
    """The pages of one table; a name too long for the band stands whole over the first."""

    sheet: Sheet
    title: str
    table: Table
    paper: Paper
    press: Press

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.paper.width - 2 * MARGIN

    @cached_property
    def _name(self) -> Words:
        side = self.press.side
        excerpt = Excerpt(clean(self.sheet.name), _NAME, 700, WHITE, 1.15, side, "H1")
        return excerpt.words(self.press, self.width)

    @property
    def _titled(self) -> Words:
        return Words(self.title, _TITLE, 600, self.press.theme.tint, 1.3, self.press.side)

    @property
    def band(self) -> float:
        """The height of the coloured band."""
        words = self._name.height(self.press, self.width)
        return words + self._titled.height(self.press, self.width) + SAFE + 1.2 * self.press.body

    @property
    def _top(self) -> float:
        return self.band + 1.5 * self.press.body

    @property
    def _low(self) -> float:
        foot = Foot(self.sheet, MANY, MANY, drawn=False).height(self.press, self.width)
        return self.paper.height - MARGIN * 0.8 - foot - 0.9 * self.press.body

    @property
    def _before(self) -> tuple[Words, ...]:
        whole = clean(self.sheet.name)
        return () if self._name.text == whole else (Words(whole, 1.0, 600, MUTED, 1.4),)

    def _over(self) -> float:
        return sum(block.height(self.press, self.width) for block in self._before)

    @cached_property
    def pages(self) -> list[list[Set]]:
        """The rows of each page."""
        whole = self._low - self._top - self.table.head(self.press, self.width)
        first = max(whole - self._over(), 0.0)

        def rooms() -> Iterator[float]:
            yield first
            yield from repeat(whole)

        return self.table.pages(self.press, self.width, rooms())

    def grown(self, most: float) -> "Pages":
        """Return the table set as large, up to `most` points, as the pages it needs allow."""

        def at(body: float) -> Pages:
            return replace(self, press=self.press.sized(body))

        count = len(self.pages)
        body = largest(lambda size: len(at(size).pages) <= count, self.press.body, most)
        return at(body) if body else self

    def draw(self, document: Document, first: int, total: int) -> None:
        """Draw every page; the first one is number `first` of `total`."""
        for number, rows in enumerate(self.pages):
            page = document.page(self.paper.width, self.paper.height)
            with page.aside(when=number > 0):
                self._band(page, leads=first == 1)
            y = self._top
            for block in self._before if number == 0 else ():
                block.draw(self.press, page, (MARGIN, y), self.width)
                y += block.height(self.press, self.width)
            end = self.table.draw(self.press, page, (MARGIN, y), (self.width, rows))
            rest = (self.width, self._low - end - 1.6 * self.press.body)
            if number == len(self.pages) - 1:
                pen_room(self.press, page, (MARGIN, end + 1.6 * self.press.body), rest)
            foot = Foot(self.sheet, first + number, total, drawn=False)
            low = self.paper.height - MARGIN * 0.8 - foot.height(self.press, self.width)
            foot.draw(self.press, page, (MARGIN, low), self.width)

    def draw_notes(self, document: Document) -> None:
        """Draw a last page for a pen, so that the next persona begins on a new leaf."""
        page = document.page(self.paper.width, self.paper.height)
        with page.aside():
            self._band(page, leads=False)
        pen_room(self.press, page, (MARGIN, self._top), (self.width, self._low - self._top))

    def _band(self, page: Page, *, leads: bool) -> None:
        """Draw the band; where it does not lead, the name was told before."""
        page.block(0, 0, self.paper.width, self.band, self.press.theme.dark)
        y = SAFE
        titled = self._titled if leads else replace(self._titled, tag="H2")
        titled.draw(self.press, page, (MARGIN, y), self.width)
        y += self._titled.height(self.press, self.width)
        with page.aside(when=not leads):
            self._name.draw(self.press, page, (MARGIN, y), self.width)


def quiet(text: str, side: str = "start") -> Words:
    """Return small, muted words."""
    return Words(clean(text), 0.86, 400, MUTED, 1.3, side)


def code_of(claim: Proven) -> Words:
    """Return the claim's code as it stands in its column."""
    return Words(claim.code, 0.86, 600, MUTED, 1.48)


def count_of(claim: Proven, side: str) -> tuple[Block, ...]:
    """Return how many of how many, with a bar where measured; a dash where nobody was asked."""
    if claim.n is None:
        return (Words("\u2013", align=side),)
    words = Words("{:,} of {:,}".format(*claim.n), align=side)
    return (words, Share(claim.n)) if claim.measured else (words,)


def told_in(told: Told) -> str:
    """Return where and when, in one line."""
    return " · ".join(part for part in (told.source, told.day) if part)


def section(title: str, press: Press) -> Row:
    """Return the row that opens a section."""
    return Row(((Words(clean(title), 1.12, 700, press.theme.dark, 1.5, press.side),),), leads=True)
