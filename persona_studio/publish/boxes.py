# SPDX-License-Identifier: MIT
"""Blocks of a page that know their height before they are drawn; sizes are multiples of body."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from re import compile as pattern
from typing import Protocol

from persona_studio.publish.document import Page, Type
from persona_studio.publish.figures import block_of
from persona_studio.publish.leading import lead_of
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import LEGEND, Line, Part
from persona_studio.publish.theme import INK, MUTED, WRONG, Theme
from persona_studio.publish.typeset import Paragraph, clean
from persona_studio.publish.write_in import WriteIn

TITLE, PROOF, MARK = 1.24, 0.76, 0.55
LEAD, PROOF_LEAD = 1.28, 1.3
TITLE_SPACE = 0.5  # between a section's rule and its first line
BAR = 0.3  # height of a claim's share
ITEM_GAP, PART_GAP = 0.62, 1.15
SAID = dict(LEGEND)  # what is heard in place of a mark
_PARTS = pattern(r"\s+|(?<=[-\u2010\u2013/])")  # where a line may break without harm
_LEAST = 0.68  # of a quiet line that just fits
_TITLES = (TITLE, 1.12, 1.0, 0.88)  # a title shrinks before one of its words is broken
_EVENED, _LONELY = 8, 0.4  # paragraphs of so few lines, last line shorter than this share
_SHORT, _NARROWER = 4, (0.72, 0.82, 0.9, 0.95)  # lines up to which even the narrowest is tried


class Block(Protocol):
    """Something with a height at a width, both in points."""

    def height(self, press: Press, width: float) -> float:
        """Return how high it is when `width` wide."""

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw it with its upper left at `corner`."""


@dataclass(frozen=True)
class Words:
    """A paragraph, or a heading by its `tag` (H1 to H3); `align` as in Type."""

    text: str
    em: float = 1.0
    weight: int = 400
    colour: str = INK
    lead: float = LEAD
    align: str = "start"
    tag: str = ""

    def height(self, press: Press, width: float) -> float:
        """Return the height of its lines."""
        return press.count(self.text, self.em, width, self.weight) * self.line(press)

    def line(self, press: Press) -> float:
        """Return the height of one line."""
        return self.em * lead_of(self.text, self.lead) * press.body

    def base(self, press: Press) -> float:
        """Return how far below its top the first line stands."""
        return self.type(press, 0.0).base

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Set the paragraph."""
        laid = self.laid(press, width)
        told = page.heading(self.tag, self.text, corner[1]) if self.tag else nullcontext()
        with told:
            page.text(laid, corner, self.type(press, width))

    def laid(self, press: Press, width: float) -> Paragraph:
        """Return its lines as they are drawn; a last line with a lonely word is evened out."""
        laid = press.lay(self.text, self.em, width, self.weight)
        if not 1 < laid.count <= _EVENED:
            return laid
        left, right = laid.extent(laid.count - 1)
        if right - left > _LONELY * laid.width:
            return laid
        for share in _NARROWER if laid.count <= _SHORT else _NARROWER[2:]:
            narrower = press.lay(self.text, self.em, width * share, self.weight)
            if narrower.count == laid.count and self._is_whole(press, width * share):
                return narrower
        return laid

    def _is_whole(self, press: Press, width: float) -> bool:
        return press.count(longest_word(self.text), self.em, width, self.weight) <= 1

    def type(self, press: Press, width: float) -> Type:
        """Return how it is set; on a page from right to left all lines begin at the right."""
        lead = lead_of(self.text, self.lead)
        align = "right" if press.rtl and self.align == "start" else self.align
        return Type(self.em * press.body, width, self.colour, lead, align)


@dataclass(frozen=True)
class Proof:
    """The quiet line under a claim: its mark, and how many from where."""

    line: Line
    rtl: bool | None = None

    def _inset(self, press: Press) -> float:
        return (MARK + 0.34) * press.body if self.line.mark else 0.0

    def _words(self, press: Press, width: float) -> Words:
        """Return the words, a little smaller where that keeps them on one line."""
        rtl = press.rtl or bool(self.rtl)
        text, inner = clean(self.line.proof), width - self._inset(press)
        fits = text and press.count(text, PROOF, inner) > 1 >= press.count(text, _LEAST, inner)
        em = _LEAST if fits else PROOF
        return Words(text, em, 400, MUTED, PROOF_LEAD, "right" if rtl else "left")

    def height(self, press: Press, width: float) -> float:
        """Return the height of the words, or of the mark alone."""
        if not self.line.mark and not self.line.proof:
            return 0.0
        words = self._words(press, width)
        return max(words.height(press, width - self._inset(press)), words.line(press))

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw the mark and its words, mirrored for a claim from right to left."""
        x, y = corner
        words, inset, size = self._words(press, width), self._inset(press), MARK * press.body
        right = words.align == "right"
        with page.tag("P"):
            if self.line.mark:
                left = x + width - size if right else x
                top = y + (words.line(press) - size) / 2
                colour = mark_colour(self.line.mark, press.theme)
                page.mark((left, top), size, self.line.mark, colour, SAID[self.line.mark])
            if self.line.proof:
                at = (x if right else x + inset, y)
                words.draw(press, page, at, width - inset)


@dataclass(frozen=True)
class Item:
    """One claim with the proof under it; the question it answers stands quietly above it."""

    line: Line

    @property
    def words(self) -> Words:
        """The claim itself; a key claim stands out."""
        return Words(clean(self.line.words), weight=600 if self.line.key else 400)

    @property
    def leads(self) -> tuple[Words, ...]:
        """What was asked, where the claim is an answer."""
        lead = clean(self.line.lead)
        return (Words(lead, PROOF, 400, MUTED, PROOF_LEAD),) if lead else ()

    def height(self, press: Press, width: float) -> float:
        """Return the height of claim and proof."""
        return press.once(self.line, width, lambda: self._height(press, width))

    def _height(self, press: Press, width: float) -> float:
        above = sum(lead.height(press, width) for lead in self.leads)
        return above + self._top(press, width) + Proof(self.line).height(press, width)

    def _top(self, press: Press, width: float) -> float:
        figure = self.line.figure
        drawn = block_of(figure, BAR).height(press, width) if figure else 0.0
        return self.words.height(press, width) + drawn

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Set the claim, what is drawn of it, then its proof on the claim's own side."""
        for lead in self.leads:
            lead.draw(press, page, corner, width)
            corner = (corner[0], corner[1] + lead.height(press, width))
        self.words.draw(press, page, corner, width)
        rtl = press.lay(self.words.text, 1.0, width, self.words.weight).rtl
        if self.line.figure:
            at = corner[1] + self.words.height(press, width)
            block_of(self.line.figure, BAR).draw(press, page, (corner[0], at), width)
        below = corner[1] + self._top(press, width)
        Proof(self.line, rtl).draw(press, page, (corner[0], below), width)


@dataclass(frozen=True)
class Heading:
    """A section title over its rule; `more` stands quietly at the far end."""

    title: str
    more: str = ""

    def _words(self, press: Press, width: float) -> Words:
        text = clean(self.title)
        em = whole_words(press, text, _TITLES, width)
        return Words(text, em, 700, press.theme.dark, 1.2, press.side, "H2")

    def _more(self, press: Press) -> Words:
        far = "left" if press.rtl else "right"
        return Words(self.more, PROOF, 600, MUTED, PROOF_LEAD, far)

    def _measure(self, press: Press, width: float) -> float:
        """Return the width the title has beside what stands at the far end."""
        if not self.more:
            return width
        more = press.lay(self.more, PROOF, width, 600).width * PROOF / 1000 + 0.6
        return max(width - more * press.body, width / 2)

    def height(self, press: Press, width: float) -> float:
        """Return the height down to the first claim."""
        measure = self._measure(press, width)
        words = self._words(press, measure).height(press, measure)
        return words + 0.2 * press.body + press.gap(TITLE_SPACE)

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Set the title and rule it off."""
        measure, more = self._measure(press, width), self._more(press)
        words = self._words(press, measure)
        left = corner[0] + (width - measure if press.rtl else 0.0)
        words.draw(press, page, (left, corner[1]), measure)
        at = corner[1] + words.height(press, measure) + 0.2 * press.body
        page.rule(corner[0], at, width, 0.085 * press.body, press.theme.dark)
        if self.more:
            above = at - 0.2 * press.body - more.line(press)
            more.draw(press, page, (corner[0], above), width)


@dataclass(frozen=True)
class Section:
    """A heading with its claims; `more` tells how many moved to another sheet."""

    part: Part
    more: str = ""

    @cached_property
    def blocks(self) -> list[Block]:
        """Return what stands under the heading, from top to bottom."""
        items: list[Block] = [Item(line) for line in self.part.lines]
        if not items and not self.more:
            items.append(WriteIn())
        return items

    @property
    def gaps(self) -> int:
        """How many gaps there are between its claims."""
        return max(0, len(self.blocks) - 1)

    def height(self, press: Press, width: float, stretch: float = 0.0) -> float:
        """Return the height with every gap wider by `stretch` points."""
        usual = press.once(self, width, lambda: self._height(press, width))
        return usual + self.gaps * stretch

    def _height(self, press: Press, width: float) -> float:
        inside = sum(block.height(press, width) for block in self.blocks)
        gaps = self.gaps * press.gap(ITEM_GAP)
        return Heading(self.part.title, self.more).height(press, width) + inside + gaps

    def draw(
        self,
        press: Press,
        page: Page,
        corner: tuple[float, float],
        width: float,
        stretch: float = 0.0,
    ) -> None:
        """Draw heading and claims."""
        heading = Heading(self.part.title, self.more)
        heading.draw(press, page, corner, width)
        y = corner[1] + heading.height(press, width)
        with page.tag("L"):
            for block in self.blocks:
                with page.tag("LI"), page.tag("LBody"):
                    block.draw(press, page, (corner[0], y), width)
                y += block.height(press, width) + press.gap(ITEM_GAP) + stretch


@dataclass(frozen=True)
class Wide:
    """A section across both columns: its claims in rows of two."""

    section: Section
    gutter: float

    def _rows(self) -> list[list[Block]]:
        blocks = self.section.blocks
        return [blocks[n : n + 2] for n in range(0, len(blocks), 2)]

    def _measure(self, row: Sequence[Block], width: float) -> float:
        return (width - self.gutter) / 2 if len(row) > 1 else width

    def height(self, press: Press, width: float) -> float:
        """Return the height of heading and rows."""
        part = self.section
        rows = [
            max(block.height(press, self._measure(row, width)) for block in row)
            for row in self._rows()
        ]
        gaps = max(0, len(rows) - 1) * press.gap(ITEM_GAP)
        return Heading(part.part.title, part.more).height(press, width) + sum(rows) + gaps

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw heading and rows, from the side where reading starts."""
        heading = Heading(self.section.part.title, self.section.more)
        heading.draw(press, page, corner, width)
        y = corner[1] + heading.height(press, width)
        key = ("across", self.section.part.title)
        for row in self._rows():
            measure = self._measure(row, width)
            for place, block in enumerate(row):
                far = (place == 1) != (press.rtl and len(row) > 1)
                at = (corner[0] + (width - measure if far else 0), y)
                with page.tag("L", key=key), page.tag("LI"), page.tag("LBody"):
                    block.draw(press, page, at, measure)
            y += max(block.height(press, measure) for block in row) + press.gap(ITEM_GAP)


def longest_word(text: str) -> str:
    """Return the longest stretch of a text that a line should not break."""
    return max(_PARTS.split(text), key=len)


def whole_words(
    press: Press, text: str, sizes: Sequence[float], width: float, weight: int = 700
) -> float:
    """Return the first of sizes at which no word has to be broken, else the last."""
    longest = longest_word(text)
    for em in sizes:
        if press.count(longest, em, width, weight) <= 1:
            break
    return em


def mark_colour(mark: str, theme: Theme) -> str:
    """Return the colour of a mark; its shape alone already tells it."""
    return {"slashed": WRONG, "ring": MUTED}.get(mark, theme.dark)


def column_height(press: Press, sections: Sequence[Section], width: float) -> float:
    """Return the height of sections under each other with the usual gaps."""
    gaps = max(0, len(sections) - 1) * press.gap(PART_GAP)
    return sum(section.height(press, width) for section in sections) + gaps
