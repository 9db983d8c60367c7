# SPDX-License-Identifier: MIT
"""The line-up: two to six personas side by side, row by row, their answers on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import repeat

from persona_studio.core.errors import StudioError
from persona_studio.publish.boxes import Block, Item, Proof, Words, whole_words
from persona_studio.publish.comparison import Compared, Comparison, Count
from persona_studio.publish.document import Page
from persona_studio.publish.figures import Share
from persona_studio.publish.fit import Report, largest
from persona_studio.publish.gap import Gap
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Line, Part, Sheet
from persona_studio.publish.table import Row, Set, Table
from persona_studio.publish.templates.card import Card
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.templates.foot import Foot
from persona_studio.publish.templates.ledger import quiet
from persona_studio.publish.templates.side import reads_rtl
from persona_studio.publish.templates.template import Order
from persona_studio.publish.theme import INK, MM, Theme, sizes
from persona_studio.publish.typeset import clean, is_rtl

_FEWEST, _MOST = 2, 6
_LABEL = 0.8  # width of the first column, in columns of a persona
_SECTION = (1.05, 0.94, 0.82, 0.72)
_LINES = (3, 2, 1)  # of each section, fewer where all then stand on one sheet
_SECTIONS = ("goals", "pains")
_TITLE = ((1.5, 2), (1.25, 3), (1.0, 4), (0.86, 4))
_LONG = 200  # letters of a quiet line from which it may run over pages
_HEAD = 0.6  # of the sheet's height that the cards may take


@dataclass(frozen=True)
class Tinted:
    """A block in the colour of its own persona."""

    block: Block
    theme: Theme

    def height(self, press: Press, width: float) -> float:
        """Return the height of the block."""
        return self.block.height(press, width)

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw the block in its colour."""
        self.block.draw(replace(press, theme=self.theme), page, corner, width)


@dataclass(frozen=True)
class Counted:
    """A share and what it was counted from, on one line where the column allows it."""

    share: Words
    told: Words

    def _far(self, press: Press, width: float) -> float:
        """Return the width of the count at the far end, 0 where it goes below."""
        share, told = (
            press.lay(words.text, words.em, width, words.weight).width * words.em * press.body
            for words in (self.share, self.told)
        )
        beside = told / 1000 + 0.1 * press.body
        return beside if share / 1000 + beside + 0.5 * press.body < width else 0.0

    def height(self, press: Press, width: float) -> float:
        """Return the height of one line, or of both under each other."""
        below = 0.0 if self._far(press, width) else self.told.line(press)
        return self.share.line(press) + below

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Set the share where reading starts, the count at the far end or below."""
        (x, y), share, told = corner, self.share, self.told
        far = self._far(press, width)
        share.draw(press, page, (x + far if press.rtl else x, y), width - far)
        if far:
            end = "left" if press.rtl else "right"
            at = (x if press.rtl else x + width - far, y + share.base(press) - told.base(press))
            replace(told, align=end).draw(press, page, at, far)
        else:
            told.draw(press, page, (x, y + share.line(press)), width)


@dataclass(frozen=True)
class LineUp:
    """All pages of one line-up at one body size."""

    order: Order
    press: Press
    cards: tuple[Card, ...]
    comparison: Comparison
    lines: int = _LINES[0]

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of the sheet in points."""
        return self.order.paper.width, self.order.paper.height

    @property
    def margin(self) -> float:
        """The margin around, in points."""
        return 11 * MM * self.order.paper.scale

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.size[0] - 2 * self.margin

    @property
    def table(self) -> Table:
        """The rows; titles stand in the cards above."""
        return Table(self._shares, (), tuple(self._rows()))

    @property
    def _shares(self) -> tuple[float, ...]:
        return (_LABEL, *repeat(1.0, len(self.cards)))

    @cached_property
    def _columns(self) -> list[tuple[float, float]]:
        """Left end and width of each column, that of the rows' names first."""
        return Table(self._shares, (), ()).places(self.press, self.width)

    def _places(self) -> list[tuple[float, float]]:
        """Return left end and width of each persona's column."""
        return self._columns[1:]

    @cached_property
    def heads(self) -> tuple[Card, ...]:
        """The cards, shortened where they would leave the sheet too little room for its rows."""
        places = list(zip(self.cards, self._places(), strict=True))
        if max(card.height(self.press, wide) for card, (_, wide) in places) <= self._most_head:
            return self.cards
        return tuple(card.within(self.press, wide) for card, (_, wide) in places)

    @property
    def _most_head(self) -> float:
        return _HEAD * self.size[1]

    def head(self) -> float:
        """Return the height of the cards, or of the title beside them."""
        places = zip(self.heads, self._places(), strict=True)
        cards = [card.height(self.press, wide) for card, (_, wide) in places]
        titled, wide = self._titled()
        return max(*cards, sum(words.height(self.press, wide) for words in titled))

    def shortened(self) -> Iterator[str]:
        """Say whose name or tagline is longer than its card shows."""
        for card, head in zip(self.cards, self.heads, strict=True):
            whole, shown = card.sheet, head.sheet
            if (shown.name, shown.tagline) != (clean(whole.name), clean(whole.tagline)):
                yield f"{shown.name}: name or tagline is shortened on the line-up."

    def _foot(self) -> Foot:
        return Foot(self.order.sheet, 1, 2, drawn=False)

    def _top(self) -> float:
        return self.margin * 0.8 + self.head() + 0.6 * self.press.body

    def _low(self) -> float:
        foot = self._foot().height(self.press, self.width)
        return self.size[1] - self.margin * 0.8 - foot - 0.5 * self.press.body

    def pages(self) -> list[list[Set]]:
        """Return the rows of each page."""
        room = self._low() - self._top()
        return self.table.pages(self.press, self.width, repeat(max(room, self.press.body * 4)))

    def draw(self, pages: list[list[Set]]) -> None:
        """Draw every page, the cards at the top of each."""
        for number, rows in enumerate(pages, start=1):
            page = self.order.document.page(*self.size)
            with page.aside(when=number > 1):
                self._title(page)
                self._draw_cards(page)
            self.table.draw_rows(self.press, page, (self.margin, self._top()), (self.width, rows))
            foot = replace(self._foot(), number=number, total=len(pages))
            y = self.size[1] - self.margin * 0.8 - foot.height(self.press, self.width)
            foot.draw(self.press, page, (self.margin, y), self.width)

    def _draw_cards(self, page: Page) -> None:
        """Draw the cards, each the head of a column."""
        with page.tag("Table", key="table"), page.tag("TR", key="titles"):
            with page.tag("TD"):
                pass  # the corner over the names of the rows
            for card, (left, wide) in zip(self.heads, self._places(), strict=True):
                with page.tag("TH", attributes="/O/Table/Scope/Column"):
                    at = (self.margin + left, self.margin * 0.8)
                    card.draw(self.press, page, at, (wide, self.head()))

    def _title(self, page: Page) -> None:
        left, _ = self._columns[0]
        x, y = self.margin + left, self.margin * 0.8
        titled, wide = self._titled()
        for words in titled:
            words.draw(self.press, page, (x, y), wide)
            y += words.height(self.press, wide)

    def _titled(self) -> tuple[list[Words], float]:
        """Return what stands beside the cards, and how wide."""
        _, wide = self._columns[0]
        press, count = self.press, f"{len(self.cards)} personas"
        people = f"{self.comparison.asked:,} people asked" if self.comparison.asked else ""
        project = clean(self.order.sheet.project)
        title = Excerpt(project or count, _TITLE, 700, INK, 1.2, press.side, "H1")
        found = [
            title.words(press, wide),
            Words(count if project else "", 0.9, 600, INK, 1.4, press.side),
            quiet(people, press.side),
        ]
        return [words for words in found if words.text], wide

    def _rows(self) -> Iterator[Row]:
        press = self.press
        fits = tuple(card.sheet.fits for card in self.cards)
        if any(fits):
            yield self._counted(Compared("Fits", fits))
        for compared in self.comparison.rows:
            yield self._counted(compared)
        _, wide = self._columns[0]
        for title, parts in self._sections():
            em = whole_words(press, clean(title), _SECTION, wide)
            yield Row(((Words(clean(title), em, 700, press.theme.dark, 1.3, press.side),), *parts))
        if self.comparison.shared:
            cells = tuple(self._shared(n) for n in range(len(self.cards)))
            yield Row(((Words("Overlap", 1.0, 600, align=press.side),), *cells))

    def _counted(self, compared: Compared) -> Row:
        """Return a row of bars on one scale; the largest share stands out by its weight."""
        shares = [count[0] / count[1] if count and count[1] else -1.0 for count in compared.counts]
        cells = tuple(
            self._share(count, card.theme, most=share == max(shares))
            for count, card, share in zip(compared.counts, self.cards, shares, strict=True)
        )
        asked = (quiet(compared.lead),) if compared.lead else ()
        return Row(((*asked, Words(clean(compared.label), 0.9, 600, lead=1.25)), *cells))

    def _share(self, count: Count | None, theme: Theme, *, most: bool) -> tuple[Block, ...]:
        side = self.press.side
        if count is None or not count[1]:
            return (quiet("\u2013", side),)
        share = Words(f"{count[0] / count[1] * 100:.0f} %", 1.1, 700 if most else 400, align=side)
        told = quiet("{:,} of {:,}".format(*count), side)
        return (Counted(share, told), Tinted(Share(count), theme))

    def _sections(self) -> Iterator[tuple[str, tuple[tuple[Block, ...], ...]]]:
        for key in _SECTIONS:
            parts = [_part(card.sheet, key) for card in self.cards]
            title = next((part.title for part in parts if part and part.lines), "")
            if title:
                yield (
                    title,
                    tuple(
                        self._lines(part, card.theme)
                        for part, card in zip(parts, self.cards, strict=True)
                    ),
                )

    def _lines(self, part: Part | None, theme: Theme) -> tuple[Block, ...]:
        found: list[Block] = []
        lines = sorted(part.lines, key=lambda line: not line.key) if part else []
        for line in lines[: self.lines]:
            item = Item(line)
            gap = [Gap()] if found else []
            found += [*gap, *item.leads, item.words, *_proof(line, item.words, theme)]
        if len(lines) > self.lines:
            found += [Gap(0.3), quiet(f"+{len(lines) - self.lines} more", self.press.side)]
        return tuple(found) or (quiet("\u2013", self.press.side),)

    def _shared(self, place: int) -> tuple[Block, ...]:
        found = []
        for one, other, people in self.comparison.shared:
            if place in (one, other):
                name = self.cards[other if place == one else one].sheet.name
                found.append(quiet(f"{people:,} also fit {clean(name)}"))
        return tuple(found) or (quiet("shares nobody", self.press.side),)


def compose(order: Order) -> Report:
    """Draw the personas of the order beside each other, as large as one sheet allows."""
    count = len(order.group)
    if not _FEWEST <= count <= _MOST:
        raise StudioError(
            f"A line-up shows {_FEWEST} to {_MOST} personas; {count} are chosen.",
            "Tick those to compare.",
            kind="unsupported",
        )
    wanted = order.borne()
    cards = tuple(Card(member.sheet, member.theme, member.face, "H2") for member in order.group)
    rtl = sum(reads_rtl(card.sheet, order.side) for card in cards) * 2 > count
    press = Press(order.setter, order.theme, wanted.floor, rtl=rtl)

    def at(body: float, lines: int) -> LineUp:
        sized = press.sized(body)
        return LineUp(order, sized, cards, order.comparison or Comparison(), lines)

    def fits(body: float, lines: int) -> bool:
        return len(at(body, lines).pages()) == 1

    lines = next((each for each in _LINES if fits(wanted.floor, each)), _LINES[0])
    body = largest(lambda size: fits(size, lines), wanted.floor, wanted.largest)
    found = at(body or wanted.floor, lines)
    pages = found.pages()
    found.draw(pages)
    return _report(found, len(pages))


def _report(made: LineUp, pages: int) -> Report:
    order, wanted = made.order, sizes(made.order.distance)
    cautions = [*_left_out(made), *made.shortened()]
    cautions += [caution for member in order.group for caution in member.sheet.cautions]
    return Report(
        name="Line-up",
        pages=pages,
        body=made.press.body,
        target=wanted.target,
        floor=wanted.floor,
        distance=order.distance,
        cautions=cautions,
    )


def _left_out(made: LineUp) -> Iterator[str]:
    """Say what the sheet has no room or no leave for."""
    order = made.order
    parts = [_part(member.sheet, key) for member in order.group for key in _SECTIONS]
    more = sum(max(0, len(part.lines) - made.lines) for part in parts if part)
    if more:
        lines = "1 line has" if more == 1 else f"{more} lines have"
        yield f"{lines} no room on the line-up; the fact sheets have all of them."
    hidden = order.comparison.hidden if order.comparison else 0
    if hidden:
        counts = "1 count" if hidden == 1 else f"{hidden} counts"
        yield f"Left out of the comparison for the client: {counts} below five."


def _proof(line: Line, words: Words, theme: Theme) -> tuple[Block, ...]:
    """Return mark and quiet line; one that is long flows over pages by its lines."""
    rtl = is_rtl(words.text)
    if len(line.proof) <= _LONG:
        return (Tinted(Proof(line, rtl), theme),)
    return (Tinted(Proof(replace(line, proof=""), rtl), theme), quiet(line.proof))


def _part(sheet: Sheet, key: str) -> Part | None:
    return next((part for part in sheet.parts if part.id == key), None)
