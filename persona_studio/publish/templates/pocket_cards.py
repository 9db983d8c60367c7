# SPDX-License-Identifier: MIT
"""Pocket cards: four on a sheet with cut marks.

One persona fills the sheet four times, two fill it twice; what else is left of a sheet are cards
for a pen. Backs stand mirrored, so that they meet their fronts when the sheet is turned over its
long edge.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import repeat

from persona_studio.publish.document import Page
from persona_studio.publish.fit import Report, largest
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.templates.pocket import MISSING, Pocket
from persona_studio.publish.templates.side import reads_rtl
from persona_studio.publish.templates.template import Member, Order
from persona_studio.publish.theme import MM, MUTED, THEMES, sizes
from persona_studio.publish.typeset import clean

_MARK = 4 * MM
_SHEET = 4  # cards
_FILL_IN = "A card for a pen"


def compose(order: Order) -> Report:
    """Draw fronts and backs, four personas on a sheet."""
    wanted = sizes(order.distance)
    size = order.paper.width / 2, order.paper.height / 2
    cards = [_pocket(order, member, size) for member in order.group]
    pages, cautions = 0, []
    for start in range(0, len(cards), _SHEET):
        four = cards[start : start + _SHEET]
        four *= _copies(len(cards))
        left = _sheet(order, four, _empty(order, size))
        pages += 2
        told = dict.fromkeys(zip((card.sheet.name for card in four), left, strict=True))
        cautions += [_left_out(name, count) for name, count in told if count]
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
    wanted = order.borne(1.0)
    press = Press(order.setter, member.theme, wanted.floor, rtl=reads_rtl(member.sheet, order.side))

    def at(body: float) -> Pocket:
        return Pocket(member, press.sized(body), size, wanted.floor)

    most = sizes(order.distance).largest
    return at(largest(lambda body: at(body).holds(), wanted.floor, most) or wanted.floor)


def _copies(count: int) -> int:
    """Return how often the cards of so few personas fill one sheet."""
    return max(1, _SHEET // count) if count else 1


def _empty(order: Order, size: tuple[float, float]) -> Pocket:
    """Return a card for a pen: the persona that nobody has thought of yet."""
    parts = tuple(replace(part, lines=()) for part in order.sheet.parts)
    member = Member(Sheet(MISSING, _FILL_IN, parts=parts), THEMES["slate"])
    return _pocket(order, member, size)


def _sheet(order: Order, known: Sequence[Pocket], empty: Pocket) -> list[int]:
    """Draw both sides of one sheet; return how many lines each card has no room for.

    Who listens hears each persona once, and no empty card.
    """
    wide, high = order.paper.width, order.paper.height
    four = [*known, *repeat(empty, _SHEET - len(known))]
    extra = [n >= len(known) or card in known[:n] for n, card in enumerate(four)]
    front, left = order.document.page(wide, high), []
    for place, card in enumerate(four):
        column, row = place % 2, place // 2
        with front.aside(when=extra[place]):
            left.append(card.front(front, (column * wide / 2, row * high / 2)))
    _cut_marks(front)
    back = order.document.page(wide, high)
    for place, card in enumerate(four):
        column, row = place % 2, place // 2
        column, row = (column, 1 - row) if wide > high else (1 - column, row)
        with back.aside(when=extra[place]):
            card.back(back, (column * wide / 2, row * high / 2))
    _cut_marks(back)
    return left[: len(known)]


def _left_out(name: str, count: int) -> str:
    lines = "1 line has" if count == 1 else f"{count} lines have"
    return f"{clean(name)}: {lines} no room on the card; the fact sheet has all of them."


def _cut_marks(page: Page) -> None:
    """Draw where to cut: at the middle of each side, and where the four cards meet."""
    x, y = page.width / 2, page.height / 2
    reach = 5 * MM  # office printers leave the edge white
    for start in (reach, y - _MARK / 2, page.height - reach - _MARK):
        page.line((x, start), (x, start + _MARK), 0.35, MUTED)
    for start in (reach, x - _MARK / 2, page.width - reach - _MARK):
        page.line((start, y), (start + _MARK, y), 0.35, MUTED)
