# SPDX-License-Identifier: MIT
"""The table of points of golden questions as one block, small enough for a pocket card."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from persona_studio.publish.boxes import Words
from persona_studio.publish.document import Page
from persona_studio.publish.golden import LETTERS, Golden
from persona_studio.publish.press import Press
from persona_studio.publish.theme import INK, MUTED, RULE
from persona_studio.publish.typeset import clean

_COLUMN = 1.9  # width of a column of points, in multiples of its size
_LEAD = 1.22
_BEFORE, _APART = 0.45, 0.9  # space over a question, on a card and on a sheet of its own
_START = "Start with"

Place = tuple[float, float, float]


@dataclass(frozen=True)
class _Row:
    """Words on the near side and what stands in the columns; `leads` for a question."""

    words: Words
    cells: Sequence[str] = ()
    leads: bool = False


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
        return (self._high(press, row, width) for row in self._rows(press))

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw row under row, a hairline over each question."""
        x, y = corner
        with page.tag("Table"):
            for number, row in enumerate(self._rows(press)):
                if row.leads and number:
                    page.rule(x, y + self._space(press) / 2, width, 0.04 * press.body, RULE)
                with page.tag("TR"):
                    self._row(press, page, (x, y, width), row)
                y += self._high(press, row, width)

    def _row(self, press: Press, page: Page, place: Place, row: _Row) -> None:
        x, y, width = place
        many = len(self.golden.names)
        across = f"/ColSpan {1 + many}" if row.leads else ""
        whole = width if row.leads else self._room(press, width)
        top = y + (self._space(press) if row.leads else 0.0)
        with page.tag("TH", attributes=f"/O/Table{across}/Scope/Row"), page.tag("P"):
            if row.words.text:
                row.words.draw(press, page, (self._near(press, x, width, whole), top), whole)
        step = self._step(press)
        for column, text in enumerate(row.cells):
            far = (many - column) * step
            left = x + far - step if press.rtl else x + width - far
            with page.tag("TD"), page.tag("P"):
                cell = self._cell(press, column, text)
                cell = replace(cell, weight=700) if text in LETTERS else cell
                cell.draw(press, page, (left, top), step)

    def _cell(self, press: Press, column: int, text: str) -> Words:
        own = column == self.own
        colour = press.theme.dark if own else INK
        return Words(text, self.em, 700 if own else 400, colour, _LEAD, "centre")

    def _rows(self, press: Press) -> Iterator[_Row]:
        many, side = len(self.golden.names), press.side
        letters = list(LETTERS[:many])
        yield _Row(Words("", self.em, 400, INK, _LEAD, side), letters)
        if any(self.golden.start):
            start = Words(_START, self.em, 400, MUTED, _LEAD, side)
            yield _Row(start, [str(n) for n in self.golden.start])
        for number, asked in enumerate(self.golden.questions, start=1):
            label = Words(f"{number}. {clean(asked.label)}", self.em, 600, INK, _LEAD, side)
            yield _Row(label, leads=True)
            for answer, points in zip(asked.answers, asked.points, strict=True):
                words = Words(clean(answer), self.em, 400, INK, _LEAD, side)
                yield _Row(words, [str(n) for n in points])
        if self.totals:
            yield _Row(Words("", self.em, 600, INK, _LEAD, side), leads=True)
            yield _Row(Words("Sum", self.em, 600, INK, _LEAD, side), ["___"] * many)

    def _high(self, press: Press, row: _Row, width: float) -> float:
        room = width if row.leads else self._room(press, width)
        words = row.words.height(press, room) if row.words.text else 0.0
        line = self.em * _LEAD * press.body if row.cells else 0.0
        return max(words, line) + (self._space(press) if row.leads else 0.0)

    def _space(self, press: Press) -> float:
        return (_APART if self.totals else _BEFORE) * self.em * press.body

    def _step(self, press: Press) -> float:
        return _COLUMN * self.em * press.body

    def _room(self, press: Press, width: float) -> float:
        return width - len(self.golden.names) * self._step(press)

    def _near(self, press: Press, x: float, width: float, room: float) -> float:
        return x + width - room if press.rtl else x
