# SPDX-License-Identifier: MIT
"""The table of points of golden questions: a block on a pocket card, rows on a sheet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from persona_studio.publish.boxes import Words
from persona_studio.publish.document import Page
from persona_studio.publish.golden import LETTERS, Golden
from persona_studio.publish.press import Press
from persona_studio.publish.theme import INK, MUTED, RULE
from persona_studio.publish.typeset import clean

COLUMN = 1.9  # width of a column of points, in multiples of its size
_LEAD = 1.22
_BEFORE, _APART = 0.45, 0.9  # space over a question, on a card and on a sheet of its own
_CHUNK = 4  # lines of a very long answer kept together
_START = "Start with"


@dataclass(frozen=True)
class Row:
    """Words on the near side and what stands in the columns of a table; `leads` for a question.

    `lines` are those of its words that stand here, None for all of them.
    """

    table: "PointsBlock"
    number: int
    words: Words
    cells: tuple[str, ...] = ()
    leads: bool = False
    lines: range | None = None

    def height(self, press: Press, width: float) -> float:
        """Return the height of its lines, with the space over a question."""
        if self.lines is not None:
            return len(self.lines) * self.words.line(press) + self._above(press)
        words = self.words.height(press, self._room(press, width)) if self.words.text else 0.0
        line = self.table.em * _LEAD * press.body if self.cells else 0.0
        return max(words, line) + self._above(press)

    def pieces(self, press: Press, width: float, most: float) -> Iterator["Row"]:
        """Yield the row, or pieces of a few lines where it is higher than `most`."""
        if self.height(press, width) <= most:
            yield self
            return
        words = self.words
        count = press.count(words.text, words.em, self._room(press, width), words.weight)
        for start in range(0, count, _CHUNK):
            yield replace(self, lines=range(start, min(start + _CHUNK, count)))

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw it as a row of its table, a hairline over each question."""
        x, y = corner
        if self._begins and self.leads and self.number:
            page.rule(x, y + self._above(press) / 2, width, 0.04 * press.body, RULE)
        with page.tag("TR", key=self.number):
            self._words(press, page, (x, y + self._above(press)), width)
            if self._begins:
                self._cells(press, page, (x, y), width)

    @property
    def _begins(self) -> bool:
        return self.lines is None or self.lines.start == 0

    def _words(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        across = f"/ColSpan {1 + self.table.many}" if self.leads else ""
        room, words = self._room(press, width), self.words
        at = (corner[0] + width - room if press.rtl else corner[0], corner[1])
        with (
            page.tag("TH", "words", attributes=f"/O/Table{across}/Scope/Row"),
            page.tag("P", "words"),
        ):
            if self.lines is not None:
                laid = press.lay(words.text, words.em, room, words.weight)
                page.text(laid, at, words.type(press, room), self.lines)
            elif words.text:
                words.draw(press, page, at, room)

    def _cells(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        step = self.table.step(press)
        for column, text in enumerate(self.cells):
            far = (self.table.many - column) * step
            left = corner[0] + (far - step if press.rtl else width - far)
            with page.tag("TD"), page.tag("P"):
                cell = self.table.cell(press, column, text)
                cell.draw(press, page, (left, corner[1]), step)

    def _above(self, press: Press) -> float:
        return self.table.space(press) if self.leads and self._begins else 0.0

    def _room(self, press: Press, width: float) -> float:
        return width if self.leads else width - self.table.many * self.table.step(press)


@dataclass(frozen=True)
class PointsBlock:
    """Questions, answers and points at `em` body sizes; `own` is the column that stands out."""

    golden: Golden
    em: float = 1.0
    own: int | None = None
    totals: bool = False

    def height(self, press: Press, width: float) -> float:
        """Return the height of all rows."""
        return sum(self.heights(press, width))

    def heights(self, press: Press, width: float) -> Iterator[float]:
        """Yield the height of each row."""
        return (row.height(press, width) for row in self.rows(press))

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw row under row."""
        x, y = corner
        with page.tag("Table"):
            for row in self.rows(press):
                row.draw(press, page, (x, y), width)
                y += row.height(press, width)

    @property
    def many(self) -> int:
        """How many columns of points there are."""
        return len(self.golden.names)

    def step(self, press: Press) -> float:
        """Return the width of a column of points."""
        return COLUMN * self.em * press.body

    def space(self, press: Press) -> float:
        """Return the space over a question."""
        return (_APART if self.totals else _BEFORE) * self.em * press.body

    def cell(self, press: Press, column: int, text: str) -> Words:
        """Return points, or the letter of a column, as they are set."""
        own = column == self.own
        colour = press.theme.dark if own else INK
        weight = 700 if own or text in LETTERS else 400
        return Words(text, self.em, weight, colour, _LEAD, "centre")

    def rows(self, press: Press) -> Iterator[Row]:
        """Yield the rows from top to bottom, that of the letters first."""
        for number, row in enumerate(self._rows(press)):
            yield replace(row, number=number)

    def _rows(self, press: Press) -> Iterator[Row]:
        def told(text: str, weight: int = 400, colour: str = INK) -> Words:
            return Words(text, self.em, weight, colour, _LEAD, press.side)

        yield Row(self, 0, told(""), tuple(LETTERS[: self.many]))
        if any(self.golden.start):
            start = tuple(str(n) for n in self.golden.start)
            yield Row(self, 0, told(_START, 400, MUTED), start)
        for number, asked in enumerate(self.golden.questions, start=1):
            yield Row(self, 0, told(f"{number}. {clean(asked.label)}", 600), leads=True)
            for answer, points in zip(asked.answers, asked.points, strict=True):
                yield Row(self, 0, told(clean(answer)), tuple(str(n) for n in points))
        if self.totals:
            yield Row(self, 0, told("", 600), leads=True)
            yield Row(self, 0, told("Sum", 600), ("___",) * self.many)
