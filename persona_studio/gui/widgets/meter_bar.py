# SPDX-License-Identifier: MIT
"""A thin bar: how many fit (pale), how many fit in every line (full), and everyone's tick."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.gui.direction import seen
from persona_studio.gui.theme import Theme, theme

_THICK = 4.0


def paint_meter(
    painter: QPainter,
    area: QRectF,
    shares: tuple[float | None, float | None, float | None],
    colour: str,
    look: Theme,
) -> None:
    """Paint a meter into `area`; shares (0-1) are the pale one, the full one and the tick."""
    soft, strict, tick = shares
    tones = look.persona(colour)
    track = QRectF(area.left(), area.center().y() - _THICK / 2, area.width(), _THICK)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for share, tone in ((1.0, look.tokens.well), (soft, tones.soft), (strict, tones.strong)):
        if share:
            wide = QRectF(track)
            wide.setWidth(max(_THICK, track.width() * min(1.0, share)))
            painter.setBrush(QColor(tone))
            painter.drawRoundedRect(seen(wide, track), _THICK / 2, _THICK / 2)
    if tick is not None:
        x = track.left() + track.width() * min(1.0, max(0.0, tick))
        painter.setBrush(look.colour("ink"))
        painter.drawRect(seen(QRectF(x - 0.75, track.top() - 3, 1.5, _THICK + 6), track))
    painter.restore()


class MeterBar(QWidget):
    """A meter as a widget; give it an accessible name with the figures in words."""

    def __init__(self, colour: str = "teal", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._shares: tuple[float | None, float | None, float | None] = (None, None, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_values(
        self, share: float | None, strict: float | None = None, tick: float | None = None
    ) -> None:
        """Show shares from 0 to 1; None leaves a part away."""
        self._shares = (share, strict, tick)
        self.update()

    def set_colour(self, colour: str) -> None:
        """Take the colour of another persona."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a line of its own."""
        return QSize(120, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the meter."""
        painter = QPainter(self)
        paint_meter(painter, QRectF(self.rect()), self._shares, self._colour, theme())
        painter.end()
