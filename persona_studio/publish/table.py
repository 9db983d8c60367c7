# SPDX-License-Identifier: MIT
"""A table that runs over pages: columns stay aligned, and no row is ever cut off.

A row stays whole where it fits a page; a longer one goes on by lines on the next.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from persona_studio.publish.boxes import PROOF, Block, Words
from persona_studio.publish.document import Page
from persona_studio.publish.press import Press
from persona_studio.publish.theme import MUTED, RULE

GAP = 1.3  # between columns, in body sizes
PAD, LEAD_PAD = 0.5, 0.3  # over and under a row, and a heading
_KEPT = 0.5  # rows up to this share of a page are not broken

Draw = Callable[[Page, float, float], None]


@dataclass(frozen=True)
class Row:
    """The blocks of each cell; a single cell runs across, and `leads` when it is a heading."""

    cells: tuple[tuple[Block, ...], ...]
    leads: bool = False


@dataclass(frozen=True)
class Piece:
    """A line of a cell, or a block that is not broken; `block` counts the blocks of the cell."""

    height: float
    draw: Draw
    block: int


@dataclass(frozen=True)
class Set:
    """A row or a part of one, laid out: the pieces of each cell and where the cells stand."""

    cells: tuple[tuple[Piece, ...], ...]
    lefts: tuple[float, ...]
    pad: float
    number: int = 0
    leads: bool = False

    @property
    def height(self) -> float:
        """How high it is, with the space over and under it."""
        return 2 * self.pad + max(_high(cell) for cell in self.cells)

    def split(self, room: float) -> tuple["Set | None", "Set"]:
        """Return what fits into `room`, and the rest."""
        counts = [_fitting(cell, room - 2 * self.pad) for cell in self.cells]
        if not any(counts):
            return None, self
        first = tuple(cell[:n] for cell, n in zip(self.cells, counts, strict=True))
        rest = tuple(cell[n:] for cell, n in zip(self.cells, counts, strict=True))
        return replace(self, cells=first), replace(self, cells=rest)


@dataclass(frozen=True)
class Table:
    """Columns by their shares of the width and their titles, and the rows.

    The column `named` says whom or what a row is about.
    """

    shares: tuple[float, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    named: int = 0

    def pages(self, press: Press, width: float, rooms: Iterable[float]) -> list[list[Set]]:
        """Return the rows of each page; `rooms` are the heights under the titles, page by page."""
        heights = iter(rooms)
        room = whole = next(heights)
        pages: list[list[Set]] = [[]]
        waiting = [self._set(press, number, width) for number in range(len(self.rows))]
        while waiting:
            row, rest = waiting[0], waiting[1:]
            need = row.height + (_start(rest, whole) if row.leads else 0)
            if need <= room:
                pages[-1].append(row)
                room, waiting = room - row.height, rest
                continue
            part, left = row.split(room) if need > _KEPT * whole else (None, row)
            if part is None and not pages[-1]:
                part, left = row, replace(row, cells=())  # a single piece higher than a page
            if part is not None:
                pages[-1].append(part)
            waiting = [left, *rest] if any(left.cells) else rest
            if waiting:
                pages.append([])
                room = whole = next(heights)
        return pages

    def head(self, press: Press, width: float) -> float:
        """Return the height of the titles, of which one may take several lines."""
        places = self.places(press, width)
        titles = zip(self.titles, places, strict=True)
        return 0.5 * press.body + max(
            _title(title, press).height(press, wide) for title, (_, wide) in titles
        )

    def draw(
        self, press: Press, page: Page, corner: tuple[float, float], what: tuple[float, list[Set]]
    ) -> float:
        """Draw titles and rows; return where they end."""
        (x, y), width = corner, what[0]
        places = self.places(press, width)
        again = bool(what[1]) and what[1][0].number > 0
        with page.aside(when=again), page.tag("Table", key="table"), page.tag("TR", key="titles"):
            for title, (left, wide) in zip(self.titles, places, strict=True):
                with page.tag("TH", attributes="/O/Table/Scope/Column"):
                    _title(title, press).draw(press, page, (x + left, y), wide)
        y += self.head(press, width)
        page.rule(x, y, width, 0.09 * press.body, press.theme.dark)
        return self.draw_rows(press, page, (x, y), what)

    def draw_rows(
        self, press: Press, page: Page, corner: tuple[float, float], what: tuple[float, list[Set]]
    ) -> float:
        """Draw rows alone, with hairlines between them; return where they end."""
        (x, y), (width, rows) = corner, what
        for number, row in enumerate(rows):
            if number and not row.leads and not rows[number - 1].leads:
                page.rule(x, y, width, 0.04 * press.body, RULE)
            with page.tag("Table", key="table"), page.tag("TR", key=row.number):
                self._draw_cells(page, (x, y + row.pad), row)
            y += row.height
        return y

    def _draw_cells(self, page: Page, corner: tuple[float, float], row: Set) -> None:
        for number, (cell, left) in enumerate(zip(row.cells, row.lefts, strict=True)):
            top = corner[1]
            with page.tag(*self._kind(row, number)):
                for piece in cell:
                    with page.tag("P", key=piece.block):
                        piece.draw(page, corner[0] + left, top)
                    top += piece.height

    def _kind(self, row: Set, column: int) -> tuple[str, int, str, str]:
        """Return what a cell is: the name of what follows it or stands beside it, or a cell."""
        if len(row.cells) == 1:
            across = f"/O/Table/ColSpan {len(self.shares)}"
            return ("TH", 0, "", across + "/Scope/Row") if row.leads else ("TD", 0, "", across)
        named = column == self.named
        return ("TH", column, "", "/O/Table/Scope/Row") if named else ("TD", column, "", "")

    def places(self, press: Press, width: float) -> list[tuple[float, float]]:
        """Return left end and width of each column, mirrored for right to left."""
        gap = GAP * press.body
        free = width - gap * (len(self.shares) - 1)
        found, x = [], 0.0
        for share in self.shares:
            wide = free * share / sum(self.shares)
            found.append((width - x - wide if press.rtl else x, wide))
            x += wide + gap
        return found

    def _set(self, press: Press, number: int, width: float) -> Set:
        row = self.rows[number]
        places = [(0.0, width)] if len(row.cells) == 1 else self.places(press, width)
        cells = tuple(
            tuple(
                Piece(high, draw, place)
                for place, block in enumerate(cell)
                for high, draw in _pieces(press, block, wide)
            )
            for cell, (_, wide) in zip(row.cells, places, strict=True)
        )
        pad = (LEAD_PAD if row.leads else PAD) * press.body
        return Set(cells, tuple(left for left, _ in places), pad, number, row.leads)


def _title(title: str, press: Press) -> Words:
    return Words(title, PROOF, 600, MUTED, 1.3, press.side)


def _pieces(press: Press, block: Block, width: float) -> Iterator[tuple[float, Draw]]:
    """Break words into lines; anything else stays in one piece."""
    if not isinstance(block, Words):
        yield (
            block.height(press, width),
            lambda page, x, y: block.draw(press, page, (x, y), width),
        )
        return
    laid, kind = block.laid(press, width), block.type(press, width)

    def line(number: int) -> Draw:
        return lambda page, x, y: page.text(laid, (x, y), kind, range(number, number + 1))

    for number in range(laid.count):
        yield block.line(press), line(number)


def _high(cell: Sequence[Piece]) -> float:
    return sum(piece.height for piece in cell)


def _fitting(cell: Sequence[Piece], room: float) -> int:
    used = 0.0
    for number, piece in enumerate(cell):
        used += piece.height
        if used > room:
            return number
    return len(cell)


def _start(rest: Sequence[Set], whole: float) -> float:
    """Return the room a heading needs below it: its first row, or the beginning of a long one."""
    if not rest:
        return 0.0
    if rest[0].height <= _KEPT * whole:
        return rest[0].height
    return 2 * rest[0].pad + 3 * max(cell[0].height for cell in rest[0].cells if cell)
