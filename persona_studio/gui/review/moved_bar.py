# SPDX-License-Identifier: MIT
"""A share before and now, one above the other on one scale, with how sure each is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.verdict import RANGES
from persona_studio.gui.theme import font, theme

_ROW = 24
_GAP = 12
_DOT = 5.0
_LEFT, _RIGHT = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
)


@dataclass(frozen=True)
class Count:
    """k of n people on a wave, and what the wave is called."""

    name: str
    k: int
    n: int


class MovedBar(QWidget):
    """Two lines from 0 to 100 %: an open dot before, a filled one now, the claimed range behind."""

    def __init__(
        self, counts: Sequence[Count], quantifier: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._counts = tuple(counts)
        self._range = RANGES.get(quantifier or "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(". ".join(f"{c.name}: {self._said(c)}" for c in counts))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Take the width there is, a line for each wave."""
        return QSize(320, _ROW * len(self._counts))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names, the scale, both dots with their intervals, and the counts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12, QFont.Weight.DemiBold))
        wide = painter.fontMetrics().horizontalAdvance
        names = max((wide(each.name) for each in self._counts), default=0)
        said = max((wide(self._said(each)) for each in self._counts), default=0)
        scale = QRectF(self.rect()).adjusted(names + _GAP, 0, -said - _GAP, 0)
        self._paint_range(painter, scale)
        for place, each in enumerate(self._counts):
            line = QRectF(0, place * _ROW, self.width(), _ROW)
            self._paint_line(painter, line, scale, each, last=place == len(self._counts) - 1)
        painter.end()

    def _paint_range(self, painter: QPainter, scale: QRectF) -> None:
        if self._range is None:
            return
        left, right = (_x(scale, end) for end in self._range)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("tint"))
        band = QRectF(left, 2, max(4.0, right - left), self.height() - 4)
        painter.drawRoundedRect(band, 3, 3)

    def _paint_line(
        self, painter: QPainter, line: QRectF, scale: QRectF, count: Count, *, last: bool
    ) -> None:
        look, y = theme(), line.center().y()
        painter.setFont(font(12, QFont.Weight.DemiBold if last else QFont.Weight.Normal))
        painter.setPen(look.colour("ink" if last else "muted"))
        painter.drawText(line, _LEFT, count.name)
        painter.drawText(line, _RIGHT, self._said(count))
        painter.setPen(QPen(look.colour("line_strong"), 1))
        painter.drawLine(QPointF(scale.left(), y), QPointF(scale.right(), y))
        if count.n <= 0:
            return
        colour = look.colour("accent" if last else "muted")
        low, high = (_x(scale, end) for end in wilson(count.k, count.n))
        painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if last else look.colour("paper"))
        painter.drawEllipse(QPointF(_x(scale, count.k / count.n), y), _DOT, _DOT)

    def _said(self, count: Count) -> str:
        return self.tr("{0} of {1}").format(f"{count.k:,}", f"{count.n:,}")


def _x(scale: QRectF, share: float) -> float:
    return scale.left() + _DOT + share * (scale.width() - 2 * _DOT)
