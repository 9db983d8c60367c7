# SPDX-License-Identifier: MIT
"""One pocket card: a persona in front, questions on the back, each as large as it may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from persona_studio.publish.boxes import Block, Item, Words
from persona_studio.publish.document import Page
from persona_studio.publish.fit import most
from persona_studio.publish.gap import Gap
from persona_studio.publish.golden import LETTERS, Golden
from persona_studio.publish.pen import pen_room
from persona_studio.publish.points import PointsBlock
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Line, Sheet
from persona_studio.publish.templates.card import Card
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.templates.ledger import quiet
from persona_studio.publish.templates.template import Member
from persona_studio.publish.theme import INK, MM, MUTED
from persona_studio.publish.typeset import clean
from persona_studio.publish.write_in import WRITE_IN_STEP, WriteIn

_PAD = 8 * MM  # what a knife may miss, and what office printers leave white
_SHOWN = ("goals", "pains", "dos", "donts")
_QUESTIONS = (
    "What did {name} come for?",
    "What stands in the way of {name} here?",
    "Would {name} see, understand and believe this?",
    "What would {name} do next, and by which channel?",
)
_NAME, _TAGLINE = ((1.3, 3),), ((0.88, 3),)
_QUOTE = ((1.1, 3), (1.0, 4), (0.92, 5))
_LONGEST_CALL = 24
MISSING = "Who is missing?"  # the name of a card for a pen
_GAP = 0.75
_RAIL, _BETWEEN, _BELOW = 0.36, 1.3, 0.8  # share of a wide card for its head; air around it
_MORE, _AIR = 1.4, 0.7  # room for what tells how many are left; most extra over a title
_NEARLY = 0.01
_STEP, _SMALLEST = 0.03, 0.8  # golden questions shrink to this share of what is easily read
_SUM = "Add up the points; the highest sum tells who it is."

Corner = tuple[float, float]
Chosen = Sequence[tuple[str, Line]]


@dataclass(frozen=True)
class Pocket:
    """Both sides of one card; `size` is that of the card in points, `floor` the least type."""

    member: Member
    press: Press
    size: tuple[float, float]
    floor: float

    @property
    def width(self) -> float:
        """The width between the card's own margins."""
        return self.size[0] - 2 * _PAD

    @property
    def sheet(self) -> Sheet:
        """The persona's sheet, its name and tagline as long as a card allows."""
        share = _RAIL - 0.06 if self._is_wide else 0.62
        sheet, inner = self.member.sheet, self.width * share
        name = Excerpt(clean(sheet.name), _NAME, 700).words(self.press, inner).text
        tagline = Excerpt(clean(sheet.tagline), _TAGLINE).words(self.press, inner).text
        return replace(sheet, name=name, tagline=tagline)

    @property
    def shortened(self) -> bool:
        """Whether name or tagline is longer than a card can show."""
        whole, shown = self.member.sheet, self.sheet
        return (shown.name, shown.tagline) != (clean(whole.name), clean(whole.tagline))

    @cached_property
    def _said(self) -> Excerpt | None:
        """The quote as display text, None without one."""
        said = self.member.sheet.quote
        text = f"\u201c{clean(said.text)}\u201d" if said else ""
        colour, side = self.press.theme.dark, self.press.side
        return Excerpt(text, _QUOTE, 600, colour, 1.26, side) if said else None

    @property
    def quote_shortened(self) -> bool:
        """Whether the quote is longer than a card can show."""
        wide = self._measure if self._leading else self.width
        return self._said is not None and self._said.is_short(self.press, wide)

    @cached_property
    def _leading(self) -> tuple[Block, ...]:
        """The quote where it has room over the lines; else it stands on the back."""
        if self._said is None or not self._kept:
            return ()
        found = (self._said.words(self.press, self._measure), Gap(_GAP))
        high = sum(block.height(self.press, self._measure) for block in found)
        return found if high + self._high(self._kept) <= self._free else ()

    @cached_property
    def _kept(self) -> Chosen:
        """The lines that have room, the most needed first."""
        lines, told = list(_needed(self.member.sheet)), _MORE * self.press.body

        def fits(count: int) -> bool:
            return self._high(lines[:count]) + (count < len(lines)) * told <= self._room

        return lines[: most(fits, len(lines))]

    @property
    def _left(self) -> int:
        return len(list(_needed(self.member.sheet))) - len(self._kept)

    @property
    def _free(self) -> float:
        """The height there is for lines over what says how many have no room."""
        return self._room - (_MORE * self.press.body if self._left else 0.0)

    @cached_property
    def _filled(self) -> Chosen:
        """The lines on the card, with those of other sections that have room, too."""
        used = sum(block.height(self.press, self._measure) for block in self._leading)
        room, others = self._free - used, list(_needed(self.member.sheet, others=True))
        count = most(lambda n: self._high([*self._kept, *others[:n]]) <= room, len(others))
        return [*self._kept, *others[:count]]

    @property
    def _head(self) -> Card:
        return Card(self.sheet, self.press.theme, self.member.face)

    @property
    def _is_wide(self) -> bool:
        return self.size[0] > self.size[1]

    @property
    def _high_inside(self) -> float:
        return self.size[1] - 2 * _PAD

    @property
    def _head_size(self) -> tuple[float, float]:
        """Width and height of the head: over the lines, or beside them on a wide card."""
        if self._is_wide:
            return _RAIL * self.width, self._high_inside
        return self.width, self._head.height(self.press, self.width)

    @property
    def _measure(self) -> float:
        """The width of the lines."""
        beside = self._head_size[0] + _BETWEEN * self.press.body if self._is_wide else 0.0
        return self.width - beside

    @property
    def _room(self) -> float:
        """The height there is for lines."""
        above = 0.0 if self._is_wide else self._head_size[1] + _BELOW * self.press.body
        return self._high_inside - above

    def holds(self) -> bool:
        """Tell whether every line of the card has room, its head, and what stands on its back."""
        wide, high = self._head_size
        head = self._head.height(self.press, wide) <= high + _NEARLY
        back = _stacked(self.press, list(self._questions()), self.width) <= self._high_inside
        return head and back and self._high(list(_needed(self.member.sheet))) <= self._room

    def front(self, page: Page, corner: Corner) -> int:
        """Draw face, name, quote and the lines that have room; return how many have none."""
        press, (wide, high) = self.press, self._head_size
        x, y = corner[0] + _PAD, corner[1] + _PAD
        aside = self.width - wide if press.rtl else 0.0
        self._head.draw(press, page, (x + aside, y), (wide, high))
        low = y + self._high_inside
        y += 0.0 if self._is_wide else high + _BELOW * press.body
        x += 0.0 if press.rtl else self.width - self._measure
        blocks = self._blocks(self._filled) if self._filled else self._empty()
        y = self._stack(page, (x, y, self._measure), blocks)
        if left := self._left:
            words = quiet(f"+{left} more on the fact sheet", press.side)
            words.draw(press, page, (x, low - words.line(press)), self._measure)
        else:
            y += 0.8 * press.body
            pen_room(press, page, (x, y), (self._measure, low - y))
        return left

    def _blocks(self, lines: Chosen) -> Iterator[Block]:
        """Yield the quote and the lines; what room is left lies over the titles."""
        found = list(chain(self._leading, self._lines(lines)))
        titles = [each for each in found if isinstance(each, Words) and each.tag][1:]
        used = sum(block.height(self.press, self._measure) for block in found)
        free = (self._free - used) / self.press.body / max(1, len(titles))
        for block in found:
            if block in titles:
                yield Gap(min(max(free, 0.0), _AIR))
            yield block

    def _empty(self) -> Iterator[Block]:
        """Yield the first sections with lines for a pen, where nothing is known yet."""
        press = self.press
        titles = [part.title for part in self.member.sheet.parts if part.id in _SHOWN[:2]]
        for place, title in enumerate(titles):
            if place:
                yield Gap(_AIR)
            words = self._title(title)
            yield words
            room = self._room / len(titles) - words.line(press) - _AIR * press.body
            yield WriteIn(int(room / (WRITE_IN_STEP * press.body)))

    def _title(self, title: str) -> Words:
        press = self.press
        return Words(clean(title), 0.94, 700, press.theme.dark, 1.75, press.side, "H2")

    def back(self, page: Page, corner: Corner) -> None:
        """Draw what to ask on the phone or of any idea, with room for a pen."""
        x, y = corner[0] + _PAD, corner[1] + _PAD
        if (golden := self._golden()) is not None:
            y = self._stack(page, (x, y, self.width), iter(golden))
        else:
            gap = _GAP * self.press.body
            y = self._stack(page, (x, y, self.width), self._questions(), gap)
        rest = corner[1] + self.size[1] - _PAD - y
        pen_room(self.press, page, (x, y), (self.width, rest))

    @property
    def leaves_golden(self) -> bool:
        """Whether its golden questions are too long for the back of a card."""
        return self.member.sheet.golden is not None and self._golden() is None

    def _golden(self) -> list[Block] | None:
        """Return the golden questions as large as the back allows, None where they have no room."""
        golden, press = self.member.sheet.golden, self.press
        if golden is None:
            return None
        em, least = 1.0, _SMALLEST * self.floor / press.body
        while em >= least:
            blocks = list(self._recognise(golden, em))
            if self._has_room(blocks):
                return blocks
            em -= _STEP
        return None

    def _has_room(self, blocks: Sequence[Block]) -> bool:
        """Tell whether blocks fit the back; what comes after the first too much is not laid out."""
        left = self.size[1] - 2 * _PAD
        for block in blocks:
            for high in _heights(self.press, block, self.width):
                left -= high
                if left < 0:
                    return False
        return True

    def _recognise(self, golden: Golden, em: float) -> Iterator[Block]:
        press, own = self.press, self.member.sheet.column
        yield Words("Who is on the phone?", 1.2, 700, press.theme.dark, 1.2, press.side, "H2")
        for place, (letter, name) in enumerate(zip(LETTERS, golden.names, strict=False)):
            weight, colour = (700, press.theme.dark) if place == own else (400, MUTED)
            yield Words(f"{letter}  {clean(name)}", em, weight, colour, 1.2, press.side)
        yield PointsBlock(golden, em, own)
        yield Gap(0.5 * em)
        yield Words(f"{_SUM} {golden.rate}", 0.85 * em, 400, MUTED, 1.2, press.side)

    def _stack(
        self,
        page: Page,
        place: tuple[float, float, float],
        blocks: Iterator[Block],
        gap: float = 0.0,
    ) -> float:
        x, y, width = place
        for block in blocks:
            block.draw(self.press, page, (x, y), width)
            y += block.height(self.press, width) + gap
        return y

    def _questions(self) -> Iterator[Block]:
        press, name = self.press, clean(self.member.sheet.name)
        called = 0 < len(name) <= _LONGEST_CALL and name != MISSING
        name = name if called else "this persona"
        yield Words("Ask of every idea", 1.3, 700, press.theme.dark, 1.2, press.side, "H2")
        for question in _QUESTIONS:
            yield Words(question.format(name=name), 1.05, 600, INK)
        if self._said is not None and not self._leading:
            yield self._said.words(press, self.width)

    def _high(self, lines: Chosen) -> float:
        return sum(block.height(self.press, self._measure) for block in self._lines(lines))

    def _lines(self, lines: Chosen) -> Iterator[Block]:
        """Return the lines under the titles of their sections."""
        before = ""
        for title, line in sorted(lines, key=lambda each: _place(self.member.sheet, each[0])):
            if title != before:
                yield from [Gap(0.55)] if before else []
                yield self._title(title)
            yield from [Gap(0.25)] if title == before else []
            before = title
            item = Item(line)
            yield from item.leads
            yield replace(item.words, lead=1.3)


def _heights(press: Press, block: Block, width: float) -> Iterator[float]:
    if isinstance(block, PointsBlock):
        yield from block.heights(press, width)
    else:
        yield block.height(press, width)


def _stacked(press: Press, blocks: Sequence[Block], width: float) -> float:
    """Return the height of questions under each other."""
    gaps = (len(blocks) - 1) * _GAP * press.body
    return sum(block.height(press, width) for block in blocks) + gaps


def _needed(sheet: Sheet, *, others: bool = False) -> Iterator[tuple[str, Line]]:
    """Yield the lines a card is for, the most needed first: the first of each section leads.

    `others` yields those of all other sections.
    """
    parts = [part for part in sheet.parts if (part.id in _SHOWN) is not others]
    for row in range(max((len(part.lines) for part in parts), default=0)):
        for part in parts:
            lines = sorted(part.lines, key=lambda line: not line.key)
            yield from ((part.title, line) for line in lines[row : row + 1])


def _place(sheet: Sheet, title: str) -> int:
    return [part.title for part in sheet.parts].index(title)
