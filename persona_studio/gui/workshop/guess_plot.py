# SPDX-License-Identifier: MIT
"""Guesses on a line from 0 to 100 %, and, once it is shown, the counted share with its interval."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.evidence.guesses import Outcome
from persona_studio.gui.direction import placed, seen_point
from persona_studio.gui.theme import theme


class GuessPlot(QWidget):
    """Equal guesses are stacked; everything is sized by the font, so it grows with the stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plot")
        self._guesses: list[float] = []
        self._outcome: Outcome | None = None
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_guesses(
        self, guesses: Sequence[float], outcome: Outcome | None, caption: str = ""
    ) -> None:
        """Show guesses (shares), and what was counted with its words."""
        self._guesses, self._outcome, self._caption = sorted(guesses), outcome, caption
        said = ", ".join(f"{round(100 * value)} %" for value in self._guesses)
        self.setAccessibleName(self.tr("Guesses: {0}. {1}").format(said, caption))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room above the line for stacked guesses, below it for the data."""
        return QSize(320, round(self._unit * 8.6))

    @property
    def _unit(self) -> float:
        return float(self.fontInfo().pixelSize())

    @property
    def _line(self) -> float:
        return self._unit * 4.2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, the guesses above it, the data below it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        self._paint_guesses(painter)
        if self._outcome is not None and self._outcome.n:
            self._paint_data(painter, self._outcome)
        painter.end()

    def _x(self, share: float) -> float:
        edge = self._unit
        x = edge + share * (self.width() - 2 * edge)
        return seen_point(QPointF(x, 0), self.rect()).x()

    def _paint_scale(self, painter: QPainter) -> None:
        look, unit = theme(), self._unit
        painter.setPen(QPen(look.colour("line_strong"), max(1.0, unit / 12)))
        painter.drawLine(QPointF(self._x(0), self._line), QPointF(self._x(1), self._line))
        for tenth in range(11):
            x = self._x(tenth / 10)
            high = unit * (0.5 if tenth % 5 == 0 else 0.3)
            painter.drawLine(QPointF(x, self._line), QPointF(x, self._line + high))
        painter.setPen(look.colour("muted"))
        for share, words in ((0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")):
            self._words(painter, share, self._line + unit * 0.6, words)

    def _paint_guesses(self, painter: QPainter) -> None:
        look, size = theme(), self._unit * 0.72
        painter.setPen(QPen(look.colour("ink"), max(1.0, size / 8)))
        painter.setBrush(look.colour("paper"))
        stacked: dict[int, int] = {}
        for value in self._guesses:
            place = round(value * 50)  # guesses within two points share a stack
            level = stacked[place] = stacked.get(place, 0) + 1
            step = min(size * 1.15, (self._line - size) / max(1, len(self._guesses)) * 2)
            y = self._line - size * 0.1 - step * level + step / 2
            painter.drawEllipse(QPointF(self._x(value), max(size / 2, y)), size / 2, size / 2)

    def _paint_data(self, painter: QPainter, found: Outcome) -> None:
        look, unit = theme(), self._unit
        y = self._line + unit * 2.6
        colour = look.colour("accent")
        ends = QPointF(self._x(found.low), 0), QPointF(self._x(found.high), y + unit / 2)
        band = QRectF(*ends).normalized()
        tint = look.colour("accent")
        tint.setAlpha(34)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(band, 4, 4)
        painter.setPen(QPen(colour, unit / 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._x(found.low), y), QPointF(self._x(found.high), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(self._x(found.share), y), unit * 0.45, unit * 0.45)
        face = painter.font()
        face.setBold(True)
        painter.setFont(face)
        painter.setPen(colour)
        self._words(painter, found.share, y + unit * 0.6, self._caption)

    def _words(self, painter: QPainter, share: float, top: float, words: str) -> None:
        """Write words centred under a share, kept inside."""
        wide = painter.fontMetrics().horizontalAdvance(words) + 4.0
        left = min(max(0.0, self._x(share) - wide / 2), max(0.0, self.width() - wide))
        place = QRectF(left, top, wide, self._unit * 1.5)
        painter.drawText(place, placed(words, Qt.AlignmentFlag.AlignHCenter), words)
