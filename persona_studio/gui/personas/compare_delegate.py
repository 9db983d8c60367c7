# SPDX-License-Identifier: MIT
"""Paints one cell of a comparison: the words of a row, or what a persona says and its share."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from persona_studio.gui.personas.claim_delegate import PROOF_PX, TEXT_PX, BoardLook
from persona_studio.gui.personas.claim_model import mark_words
from persona_studio.gui.personas.compare_model import CompareModel
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.meter_bar import paint_meter
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate
from persona_studio.workspace.comparing import Cell, Row, own_words

TITLE = 34
_PAD, _ABOVE, _MARK, _GAP = 10, 8, 17, 5
_BAR = 10


@dataclass(frozen=True)
class _Part:
    """One line of text of a cell; `leads` is what a click on it leads to.

    `bar`: a pale share where people answer so, a full one where their persona says it.
    """

    text: QStaticText
    pixels: int
    weight: int = 400
    tone: str = "muted"
    mark: str = ""
    bar: tuple[float | None, float | None] | None = None
    leads: str = ""

    @property
    def high(self) -> int:
        """The room it takes from top to bottom."""
        bar = _BAR if self.bar is not None else 0
        return round(self.text.size().height()) + bar


class CompareDelegate(RowDelegate):
    """Asks for the room its words need at the width of its column."""

    def __init__(self, look: BoardLook, model: CompareModel) -> None:
        super().__init__(model)
        self._look = look
        self._model = model
        self._kept: dict[tuple[int, int, int], tuple[_Part, ...]] = {}

    def height(self, row: int, widths: list[int]) -> int:
        """Return the height of a row whose columns are so wide."""
        line = self._model.lines[row]
        if isinstance(line, str):
            return TITLE
        cells = (self._parts(row, column, wide) for column, wide in enumerate(widths))
        return max(sum(part.high + _GAP for part in cell) for cell in cells) - _GAP + 2 * _ABOVE

    def forget(self) -> None:
        """Lay everything out anew: other rows are shown, or other fonts are there."""
        self._kept.clear()

    def leads(self, index: Index, area: QRect, at: QPoint) -> str:
        """Return what a click there leads to: a claim's id, "people", or ""."""
        top = area.top() + _ABOVE
        for part in self._parts(index.row(), index.column(), area.width()):
            top += part.high + _GAP
            if at.y() < top:
                return part.leads
        return ""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a title, or the lines of a cell one below the other."""
        line, area = self._model.lines[index.row()], option.rect
        look = theme()
        if isinstance(line, str):
            if index.column() == 0:
                words = self._text(line, area.width() - 2 * _PAD, 12, 600)
                self._put(painter, option, _Part(words, 12, 600), area.top() + TITLE - 20)
            return
        if index.column() and line.differs:
            painter.fillRect(area.adjusted(0, 0, -1, -1), look.colour("paper"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, look.colour("line"))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(look.colour("accent"))
            painter.drawRoundedRect(QRectF(area).adjusted(2.5, 2.5, -3.5, -3.5), 6, 6)
        top = area.top() + _ABOVE
        for part in self._parts(index.row(), index.column(), area.width()):
            self._put(painter, option, part, top, index.column() - 1)
            top += part.high + _GAP

    def _put(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        part: _Part,
        top: int,
        place: int = -1,
    ) -> None:
        """Paint one part at a height, from the side its language is read."""
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        left = _MARK if part.mark else 0
        wide = round(part.text.size().width())
        box = QRect(area.left() + left, top, wide, part.high)
        box = QStyle.visualRect(option.direction, area, box)
        painter.setFont(self._look.wrapped.font(part.pixels, part.weight))
        painter.setPen(theme().colour(part.tone))
        painter.drawStaticText(QPointF(box.left(), top), part.text)
        if part.mark:
            disc = QRect(area.left(), top + 3, 11, 11)
            disc = QStyle.visualRect(option.direction, area, disc)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(QPointF(disc.topLeft()), self._look.mark(part.mark, ratio))
        if part.bar is not None:
            bar = QRectF(area.left(), top + part.high - _BAR, area.width(), _BAR)
            colour = self._model.personas[place].colour
            paint_meter(painter, bar, (*part.bar, None), colour, theme())

    def _parts(self, row: int, column: int, width: int) -> tuple[_Part, ...]:
        """Return what a cell shows at a width, laid out once."""
        key = (row, column, width)
        line = self._model.lines[row]
        if key not in self._kept and not isinstance(line, str):
            self._kept[key] = tuple(self._laid_out(line, column, width))
        return self._kept.get(key, ())

    def _laid_out(self, row: Row, column: int, width: int) -> Iterator[_Part]:
        wide = width - 2 * _PAD
        if column:
            yield from self._said(row, row.cells[column - 1], wide)
            return
        tone = "ink" if row.differs else "muted"
        lead, words, asked = self._model.parted(row)
        if lead:
            yield _Part(self._text(lead, wide, PROOF_PX), PROOF_PX)
        if words:
            yield _Part(self._text(words, wide, TEXT_PX), TEXT_PX, tone=tone)
        for quiet in filter(None, (asked, self._model.note(row))):
            yield _Part(self._text(quiet, wide, PROOF_PX), PROOF_PX)

    def _said(self, row: Row, cell: Cell, wide: int) -> Iterator[_Part]:
        share = self._model.share(row, cell)
        if cell.count is not None:
            k, n = cell.count
            weight = 600 if k / n == max(a / b for a, b in filter(None, row.counts)) else 400
            words = self._text(self._model.counted(cell), wide, TEXT_PX, weight)
            bar = (None, k / n) if cell.claims else (k / n, None)
            yield _Part(words, TEXT_PX, weight, "ink", bar=bar, leads="people")
        elif share:
            yield _Part(self._text(share, wide, TEXT_PX), TEXT_PX, tone="faint")
        for claim in cell.claims:
            found = self._model.assessed(claim.id)
            own = own_words(claim, row.words)
            tone = "wrong" if found.mark == "slashed" else "muted"
            if own == claim.text and found.lead:
                yield _Part(self._text(found.lead, wide, PROOF_PX), PROOF_PX, leads=claim.id)
                own = found.line
            said = own or mark_words(found.mark, found)
            size = TEXT_PX if own else PROOF_PX
            words = self._text(said, wide - _MARK, size)
            yield _Part(words, size, 400, "ink" if own else tone, found.mark, leads=claim.id)
            if own and cell.count is None:
                proof = self._text(found.proof, wide, PROOF_PX)
                yield _Part(proof, PROOF_PX, 400, tone, leads=claim.id)

    def _text(self, words: str, wide: int, pixels: int, weight: int = 400) -> QStaticText:
        return self._look.wrapped.lines(words, max(20, wide), pixels, weight)
