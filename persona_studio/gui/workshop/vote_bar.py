# SPDX-License-Identifier: MIT
"""One option: its number while ballots come in, its place and dots once they are counted."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from persona_studio.evidence.voting import Rank
from persona_studio.gui.direction import seen
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.plain_label import PlainLabel


class Dots(QWidget):
    """A row of discs; where there is no room for each, they move together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plot")
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme().changed.connect(self.update)

    def show_count(self, count: int) -> None:
        """Show so many dots."""
        self._count = count
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a line of the font."""
        return QSize(120, round(self.fontInfo().pixelSize() * 1.3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the discs."""
        if not self._count:
            return
        size = self.fontInfo().pixelSize() * 0.8
        step = min(size * 1.25, (self.width() - size) / max(1, self._count - 1))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("paper"))
        painter.setBrush(theme().colour("accent"))
        top = (self.height() - size) / 2
        for place in range(self._count):
            painter.drawEllipse(seen(QRectF(place * step, top, size, size), self.rect()))
        painter.end()


class OptionRow(QWidget):
    """A number and words; dots and their count behind them when the result shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = PlainLabel("", "name")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._text = PlainLabel("", wrap=True)
        self.dots = Dots()
        self._count = PlainLabel("", "strong")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(14)
        self._row.addWidget(self._number)
        self._row.addWidget(self._text, 3)
        self._row.addWidget(self.dots, 2)
        self._row.addWidget(self._count)

    def show_option(self, number: int, text: str) -> None:
        """Show an option that can be voted for."""
        self._say(f"{number}", text, None)

    def show_rank(self, rank: Rank) -> None:
        """Show an option in the ranking."""
        self._say(f"{rank.place}.", rank.option.text, rank.dots)

    def _say(self, number: str, text: str, dots: int | None) -> None:
        self._number.setText(number)
        self._number.ensurePolished()
        self._number.setFixedWidth(self._number.fontMetrics().horizontalAdvance("00."))
        self._text.setText(text)
        self.dots.show_count(dots or 0)
        self.dots.setVisible(dots is not None)
        self._count.setText("" if dots is None else f"{dots}")
        self.setAccessibleName(f"{number} {text} {'' if dots is None else dots}".strip())
