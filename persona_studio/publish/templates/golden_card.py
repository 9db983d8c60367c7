# SPDX-License-Identifier: MIT
"""Golden questions on a sheet of their own: ask, add up the points, read who it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from persona_studio.core.errors import StudioError
from persona_studio.publish.boxes import Block, Words
from persona_studio.publish.fit import Report, largest
from persona_studio.publish.gap import Gap
from persona_studio.publish.golden import LETTERS, Golden
from persona_studio.publish.guide import short
from persona_studio.publish.points import PointsBlock
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.templates.side import reads_rtl
from persona_studio.publish.templates.template import Member, Order
from persona_studio.publish.theme import INK, MM, MUTED, sizes
from persona_studio.publish.typeset import clean

_MARGIN = 14 * MM
_PROJECT = 100  # letters of the project's name at the foot
_SMALLEST = 0.5  # of the floor: twenty answers of long words still stand on one sheet


@dataclass(frozen=True)
class _Page:
    golden: Golden
    sheet: Sheet
    press: Press

    def blocks(self) -> Iterator[Block]:
        """Yield what stands on the sheet from top to bottom."""
        press, golden = self.press, self.golden
        yield Words("Who is on the phone?", 1.9, 700, press.theme.dark, 1.2, press.side, "H1")
        yield Gap(0.3)
        yield Words(golden.how, 1.0, 400, MUTED, 1.3, press.side)
        yield Gap(0.5)
        for letter, name, found in zip(LETTERS, golden.names, golden.recall, strict=False):
            told = f", {found[0]} of {found[1]} recognised" if found else ""
            yield Words(f"{letter}  {clean(name)}{told}", 1.0, 600, INK, 1.3, press.side)
        yield Gap(0.9)
        yield PointsBlock(golden, totals=True)
        yield Gap(0.7)
        k, n = golden.guess
        share = round(100 * k / max(1, n))
        words = f"{golden.rate} Always naming the largest group would be right for {share} %."
        yield Words(words, 0.9, 400, MUTED, 1.3, press.side)
        if self.sheet.project:
            yield Words(short(self.sheet.project, _PROJECT), 0.9, 400, MUTED, 1.5, press.side)

    def height(self, width: float) -> float:
        """Return the height of all of it."""
        return sum(block.height(self.press, width) for block in self.blocks())


def compose(order: Order) -> Report:
    """Draw one sheet for each set of groups that has golden questions."""
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
    pages = [_page(order, golden, member) for golden, member in rules.items()]
    wanted = sizes(order.distance)
    body = min(page.press.body for page in pages)
    cautions = []
    if body < wanted.floor:
        cautions.append("The golden questions are long: they are set smaller than is easily read.")
    return Report(
        name="Golden questions",
        pages=len(pages),
        body=body,
        target=wanted.target,
        floor=wanted.floor,
        distance=order.distance,
        cautions=cautions,
    )


def _page(order: Order, golden: Golden, member: Member) -> _Page:
    """Draw a sheet as large as its questions allow."""
    wanted, paper = sizes(order.distance), order.paper
    press = Press(order.setter, member.theme, wanted.floor, rtl=reads_rtl(member.sheet, order.side))
    width, room = paper.width - 2 * _MARGIN, paper.height - 2 * _MARGIN

    def at(body: float) -> _Page:
        return _Page(golden, member.sheet, press.sized(body))

    least = _SMALLEST * wanted.floor
    fitting = largest(lambda body: at(body).height(width) <= room, least, wanted.largest)
    made = at(fitting or least)
    page, y = order.document.page(paper.width, paper.height), _MARGIN
    for block in made.blocks():
        block.draw(made.press, page, (_MARGIN, y), width)
        y += block.height(made.press, width)
    return made
