# SPDX-License-Identifier: MIT
"""The mark of a claim: filled, half, ring or slashed disc; a shape first, a colour second."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from persona_studio.gui.theme import Theme, theme

MARKS = ("filled", "half", "ring", "slashed")
_COLOURS = {"filled": "accent", "half": "caution", "ring": "muted", "slashed": "wrong"}
_LINE = 1.4


def paint_mark(painter: QPainter, area: QRectF, mark: str, look: Theme) -> None:
    """Paint one of MARKS as the largest disc that fits into the middle of `area`."""
    side = min(area.width(), area.height()) - _LINE
    disc = QRectF(0, 0, side, side)
    disc.moveCenter(area.center())
    colour = look.colour(_COLOURS[mark])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _LINE))
    painter.setBrush(colour if mark == "filled" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    if mark == "half":
        painter.setBrush(colour)
        painter.drawPie(disc, 90 * 16, 180 * 16)
    if mark == "slashed":
        reach = side / 2 * 0.7071
        centre = disc.center()
        across = QPointF(reach, -reach)
        painter.drawLine(centre - across, centre + across)
    painter.restore()


class Mark(QWidget):
    """A mark as a widget; the room names it in words as its accessible name."""

    def __init__(
        self, mark: str = "ring", parent: QWidget | None = None, *, size: int = 12
    ) -> None:
        super().__init__(parent)
        self._mark = mark
        self._side = size
        self.setFixedSize(size, size)
        theme().changed.connect(self.update)

    def set_mark(self, mark: str) -> None:
        """Show another of MARKS."""
        self._mark = mark
        self.update()

    def sizeHint(self) -> QSize:
        """Be as small as asked."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._mark, theme())
        painter.end()
