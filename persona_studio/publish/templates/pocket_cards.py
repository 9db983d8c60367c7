# SPDX-License-Identifier: MIT
"""Pocket cards: four on a sheet with cut marks, a persona in front, questions on the back.

The back holds the golden questions that recognise the persona where there are any, else what to
ask of every idea.

Backs stand mirrored, so that they meet their fronts when the sheet is turned over its long edge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from persona_studio.publish.boxes import Block, Words
from persona_studio.publish.document import Page
from persona_studio.publish.fit import Report, largest, most
from persona_studio.publish.gap import Gap
from persona_studio.publish.golden import LETTERS, Golden
from persona_studio.publish.pen import pen_room
from persona_studio.publish.points import PointsBlock
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Line, Said, Sheet
from persona_studio.publish.templates.card import Card
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.templates.ledger import quiet
from persona_studio.publish.templates.side import reads_rtl
from persona_studio.publish.templates.template import Member, Order
from persona_studio.publish.theme import INK, MM, MUTED, sizes
from persona_studio.publish.typeset import clean

_PAD = 8 * MM  # what a knife may miss, and what office printers leave white
_MARK = 4 * MM
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
_GAP = 0.75
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
        sheet, inner = self.member.sheet, self.width * 0.62
        name = Excerpt(clean(sheet.name), _NAME, 700).words(self.press, inner).text
        tagline = Excerpt(clean(sheet.tagline), _TAGLINE).words(self.press, inner).text
        return replace(sheet, name=name, tagline=tagline)

    @property
    def shortened(self) -> bool:
        """Whether name or tagline is longer than a card can show."""
        whole, shown = self.member.sheet, self.sheet
        return (shown.name, shown.tagline) != (clean(whole.name), clean(whole.tagline))

    def _said(self, said: Said) -> Excerpt:
        text = f"\u201c{clean(said.text)}\u201d"
        return Excerpt(text, _QUOTE, 400, MUTED, 1.3, self.press.side)

    @property
    def quote_shortened(self) -> bool:
        """Whether the quote is longer than a card can show."""
        said = self.member.sheet.quote
        return said is not None and self._said(said).is_short(self.press, self.width)

    @property
    def _head(self) -> Card:
        return Card(self.sheet, self.press.theme, self.member.face)

    @property
    def _room(self) -> float:
        """The height there is for lines under the head."""
        used = self._head.height(self.press, self.width) + 2.2 * self.press.body
        return self.size[1] - 2 * _PAD - used

    def holds(self) -> bool:
        """Tell whether every line of the card has room."""
        return self._high(list(_needed(self.member.sheet))) <= self._room

    def front(self, page: Page, corner: Corner) -> int:
        """Draw face, name and the lines that have room; return how many have none."""
        press, lines = self.press, list(_needed(self.member.sheet))
        x, y = corner[0] + _PAD, corner[1] + _PAD
        high = self._head.height(press, self.width)
        self._head.draw(press, page, (x, y), (self.width, high))
        y += high + 0.6 * press.body
        kept = most(lambda n: self._high(lines[:n]) <= self._room, len(lines))
        self._stack(page, (x, y), self._lines(lines[:kept]))
        if not lines:
            pen_room(press, page, (x, y + 0.8 * press.body), (self.width, self._room))
        if len(lines) > kept:
            words = quiet(f"+{len(lines) - kept} more on the fact sheet", press.side)
            low = corner[1] + self.size[1] - _PAD - words.height(press, self.width)
            words.draw(press, page, (x, low), self.width)
        return len(lines) - kept

    def back(self, page: Page, corner: Corner) -> None:
        """Draw what to ask on the phone or of any idea, with room for a pen."""
        x, y = corner[0] + _PAD, corner[1] + _PAD
        if (golden := self._golden()) is not None:
            y = self._stack(page, (x, y), iter(golden))
        else:
            y = self._stack(page, (x, y), self._questions(), _GAP * self.press.body)
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
            high = sum(block.height(press, self.width) for block in blocks)
            if high <= self.size[1] - 2 * _PAD:
                return blocks
            em -= _STEP
        return None

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
        self, page: Page, corner: Corner, blocks: Iterator[Block], gap: float = 0.0
    ) -> float:
        x, y = corner
        for block in blocks:
            block.draw(self.press, page, (x, y), self.width)
            y += block.height(self.press, self.width) + gap
        return y

    def _questions(self) -> Iterator[Block]:
        press, name = self.press, clean(self.member.sheet.name)
        name = name if 0 < len(name) <= _LONGEST_CALL else "this persona"
        yield Words("Ask of every idea", 1.3, 700, press.theme.dark, 1.2, press.side, "H2")
        for question in _QUESTIONS:
            yield Words(question.format(name=name), 1.05, 600, INK)
        said = self.member.sheet.quote
        if said is not None:
            yield self._said(said).words(press, self.width)

    def _high(self, lines: Chosen) -> float:
        return sum(block.height(self.press, self.width) for block in self._lines(lines))

    def _lines(self, lines: Chosen) -> Iterator[Block]:
        """Return the lines under the titles of their sections."""
        press, before = self.press, ""
        for title, line in sorted(lines, key=lambda each: _place(self.member.sheet, each[0])):
            if title != before:
                yield from [Gap(0.55)] if before else []
                yield Words(clean(title), 0.94, 700, press.theme.dark, 1.75, press.side, "H2")
            yield from [Gap(0.25)] if title == before else []
            before = title
            yield Words(clean(line.text), 1.0, 600 if line.key else 400, INK, 1.3)


def _needed(sheet: Sheet) -> Iterator[tuple[str, Line]]:
    """Yield the lines a card may show, the most needed first: the first of each section leads."""
    parts = [part for part in sheet.parts if part.id in _SHOWN]
    for row in range(max((len(part.lines) for part in parts), default=0)):
        for part in parts:
            lines = sorted(part.lines, key=lambda line: not line.key)
            yield from ((part.title, line) for line in lines[row : row + 1])


def _place(sheet: Sheet, title: str) -> int:
    return [part.title for part in sheet.parts].index(title)


def compose(order: Order) -> Report:
    """Draw fronts and backs, four personas on a sheet."""
    wanted = sizes(order.distance)
    size = order.paper.width / 2, order.paper.height / 2
    cards = [_pocket(order, member, size) for member in order.group]
    pages, cautions = 0, []
    for start in range(0, len(cards), 4):
        four = cards[start : start + 4]
        left = _sheet(order, four)
        pages += 2
        cautions += [
            _left_out(card, count) for card, count in zip(four, left, strict=True) if count
        ]
    cautions += [
        f"{clean(card.sheet.name)}: name or tagline is shortened on the card."
        for card in cards
        if card.shortened
    ]
    cautions += [
        f"{clean(card.sheet.name)}: the golden questions have no room on the back; "
        "print them on a sheet of their own."
        for card in cards
        if card.leaves_golden
    ]
    cautions += [
        f"{clean(card.sheet.name)}: the quote is shortened on the card; the poster has it whole."
        for card in cards
        if card.quote_shortened
    ]
    cautions += [caution for member in order.group for caution in member.sheet.cautions]
    return Report(
        name="Pocket cards",
        pages=pages,
        body=min(card.press.body for card in cards),
        target=wanted.target,
        floor=wanted.floor,
        distance=order.distance,
        cautions=cautions,
    )


def _pocket(order: Order, member: Member, size: tuple[float, float]) -> Pocket:
    """Return a card set as large as its lines allow."""
    wanted = sizes(order.distance)
    press = Press(order.setter, member.theme, wanted.floor, rtl=reads_rtl(member.sheet, order.side))

    def at(body: float) -> Pocket:
        return Pocket(member, press.sized(body), size, wanted.floor)

    return at(largest(lambda body: at(body).holds(), wanted.floor, wanted.largest) or wanted.floor)


def _sheet(order: Order, four: Sequence[Pocket]) -> list[int]:
    """Draw both sides of one sheet; return how many lines each card has no room for."""
    wide, high = order.paper.width, order.paper.height
    front = order.document.page(wide, high)
    left = [
        card.front(front, (place % 2 * wide / 2, place // 2 * high / 2))
        for place, card in enumerate(four)
    ]
    _cut_marks(front)
    back = order.document.page(wide, high)
    for place, card in enumerate(four):
        card.back(back, ((1 - place % 2) * wide / 2, place // 2 * high / 2))
    _cut_marks(back)
    return left


def _left_out(card: Pocket, count: int) -> str:
    lines = "1 line has" if count == 1 else f"{count} lines have"
    name = clean(card.sheet.name)
    return f"{name}: {lines} no room on the card; the fact sheet has all of them."


def _cut_marks(page: Page) -> None:
    """Draw where to cut: at the middle of each side, and where the four cards meet."""
    x, y = page.width / 2, page.height / 2
    reach = 5 * MM  # office printers leave the edge white
    for start in (reach, y - _MARK / 2, page.height - reach - _MARK):
        page.line((x, start), (x, start + _MARK), 0.35, MUTED)
    for start in (reach, x - _MARK / 2, page.width - reach - _MARK):
        page.line((start, y), (start + _MARK, y), 0.35, MUTED)
