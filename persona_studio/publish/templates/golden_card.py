# SPDX-License-Identifier: MIT
"""Golden questions on sheets of their own: ask, add up the points, read who it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from persona_studio.core.errors import StudioError
from persona_studio.publish.boxes import Block, Words
from persona_studio.publish.document import Page
from persona_studio.publish.fit import Report, largest
from persona_studio.publish.gap import Gap
from persona_studio.publish.golden import LETTERS, Golden
from persona_studio.publish.guide import short
from persona_studio.publish.points import COLUMN, PointsBlock, Row
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.templates.side import reads_rtl
from persona_studio.publish.templates.slices import lines_of
from persona_studio.publish.templates.template import FARTHEST, Member, Order
from persona_studio.publish.theme import INK, MM, MUTED, sizes
from persona_studio.publish.typeset import clean

_MARGIN = 14 * MM
_PROJECT = 100  # letters of the project's name at the foot
_FOOT = 1.6  # height of the line that numbers sheets, in body sizes
_KEPT = 0.4  # of a sheet: what is higher is broken
_NARROWEST = 0.4  # of the width that answers have beside any number of columns


@dataclass(frozen=True)
class _Stack:
    """Blocks that no sheet parts."""

    blocks: tuple[Block, ...]

    def height(self, press: Press, width: float) -> float:
        """Return the height of all of them."""
        return sum(block.height(press, width) for block in self.blocks)

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw them under each other."""
        x, y = corner
        for block in self.blocks:
            block.draw(press, page, (x, y), width)
            y += block.height(press, width)


@dataclass(frozen=True)
class _Page:
    """The sheets of one rule at one body size; `number` tells it from others in the file."""

    golden: Golden
    sheet: Sheet
    press: Press
    size: tuple[float, float]
    number: int = 0

    @property
    def _room(self) -> float:
        """The height for blocks, over the line that numbers the sheets."""
        return self.size[1] - _FOOT * self.press.body

    def sheets(self) -> Iterator[list[Block]]:
        """Yield the blocks of each sheet; where the table goes on, its letters lead again."""
        on: list[Block] = []
        left = self._room
        for group in self._groups():
            high = self._high(group)
            if on and high > left:
                yield on
                on = [self._letters] if isinstance(group[0], Row) else []
                left = self._room - self._high(on)
            on += group
            left -= high
        yield on

    @property
    def _letters(self) -> Row:
        return next(self._points.rows(self.press))

    @property
    def _points(self) -> PointsBlock:
        return PointsBlock(self.golden, totals=True)

    def _groups(self) -> Iterator[list[Block]]:
        """Yield what stays together: a question with its answers, or with as many as have room."""
        joined: list[Block] = []
        for group in self._starts():
            answers = isinstance(group[0], Row) and not group[0].leads
            if joined and not (answers and self._high([*joined, *group]) <= _KEPT * self._room):
                yield joined
                joined = []
            joined += group
        yield joined

    def _high(self, blocks: Sequence[Block]) -> float:
        return sum(block.height(self.press, self.size[0]) for block in blocks)

    def _starts(self) -> Iterator[list[Block]]:
        """Yield gaps and questions with what comes after them, a piece of a long one alone."""
        waiting: list[Block] = []
        for block in self.blocks():
            leads = isinstance(block, Row) and block.leads
            if leads and waiting and isinstance(waiting[-1], Row):
                yield waiting
                waiting = []
            waiting.append(block)
            if not (leads or isinstance(block, Gap)):
                yield waiting
                waiting = []

    def draw(self, page: Page, blocks: Sequence[Block], place: tuple[int, int]) -> None:
        """Draw one sheet, number and count in `place`."""
        y, (width, _) = _MARGIN, self.size
        for first, block in enumerate(blocks):
            if isinstance(block, Row):
                again = first == 0 and place[0] > 1
                with page.aside(when=again), page.tag("Table", key=("points", self.number)):
                    block.draw(self.press, page, (_MARGIN, y), width)
            else:
                block.draw(self.press, page, (_MARGIN, y), width)
            y += block.height(self.press, width)
        if place[1] > 1:
            far = "left" if self.press.rtl else "right"
            words = Words("Sheet {} of {}".format(*place), 0.8, 400, MUTED, 1.3, far)
            with page.aside():
                low = _MARGIN + self.size[1] - words.line(self.press)
                words.draw(self.press, page, (_MARGIN, low), width)

    def blocks(self) -> Iterator[Block]:
        """Yield all of it from top to bottom, nothing higher than a part of a sheet."""
        most, (width, _) = _KEPT * self._room, self.size
        for key, block in enumerate(self._whole()):
            if isinstance(block, PointsBlock):
                for row in block.rows(self.press):
                    yield from row.pieces(self.press, width, most)
            elif isinstance(block, Words) and block.height(self.press, width) > most:
                yield from lines_of(self.press, block, width, f"{self.number} {key}")
            else:
                yield block

    def _whole(self) -> Iterator[Block]:
        """Yield what is told from top to bottom."""
        press, golden = self.press, self.golden
        yield Words("Who is on the phone?", 1.9, 700, press.theme.dark, 1.2, press.side, "H1")
        yield Gap(0.3)
        yield Words(golden.how, 1.0, 400, MUTED, 1.3, press.side)
        yield Gap(0.5)
        for letter, name, found in zip(LETTERS, golden.names, golden.recall, strict=False):
            told = f", {found[0]} of {found[1]} recognised" if found else ""
            yield Words(f"{letter}  {clean(name)}{told}", 1.0, 600, INK, 1.3, press.side)
        yield Gap(0.9)
        yield self._points
        yield Gap(0.7)
        k, n = golden.guess
        share = round(100 * k / max(1, n))
        words = f"{golden.rate} Always naming the largest group would be right for {share} %."
        project = short(self.sheet.project, _PROJECT) if self.sheet.project else ""
        said = [(words, 1.3), (project, 1.5)]
        yield _Stack(
            tuple(Words(text, 0.9, 400, MUTED, lead, press.side) for text, lead in said if text)
        )


def compose(order: Order) -> Report:
    """Draw the sheets of each set of groups that has golden questions; nothing is cut."""
    rules: dict[Golden, Member] = {}
    for member in order.group:
        if member.sheet.golden is not None:
            rules.setdefault(member.sheet.golden, member)
    if not rules:
        raise StudioError(
            "No golden questions are known for these personas.",
            "Find them in Patterns, for groups whose personas are on the board.",
            kind="nothing",
        )
    made = [_fitted(order, rule, n) for n, rule in enumerate(rules.items())]
    pages = sum(_draw(order, each) for each in made)
    wanted = sizes(order.distance)
    return Report(
        name="Golden questions",
        pages=pages,
        body=min(each.press.body for each in made),
        target=wanted.target,
        floor=wanted.floor,
        distance=order.distance,
    )


def _fitted(order: Order, rule: tuple[Golden, Member], number: int) -> _Page:
    """Return a rule as large as one sheet allows, on several where it would get too small."""
    (golden, member), paper = rule, order.paper
    size = (paper.width - 2 * _MARGIN, paper.height - 2 * _MARGIN)
    columns = (1 - _NARROWEST) * size[0] / (COLUMN * len(golden.names))
    alone, several = (min(order.borne(far).floor, columns) for far in (1.0, FARTHEST))
    press = Press(order.setter, member.theme, alone, rtl=reads_rtl(member.sheet, order.side))

    def at(body: float) -> _Page:
        return _Page(golden, member.sheet, press.sized(body), size, number)

    def holds(body: float) -> bool:
        sheets = at(body).sheets()
        next(sheets)
        return next(sheets, None) is None

    return at(largest(holds, alone, sizes(order.distance).largest) or several)


def _draw(order: Order, made: _Page) -> int:
    """Draw the sheets of a rule; return how many there are."""
    sheets = list(made.sheets())
    for number, blocks in enumerate(sheets, start=1):
        page = order.document.page(order.paper.width, order.paper.height)
        made.draw(page, blocks, (number, len(sheets)))
    return len(sheets)
