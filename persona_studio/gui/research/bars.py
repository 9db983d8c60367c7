# SPDX-License-Identifier: MIT
"""The bars of one question, painted: choice, bar, share and number."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.gui.research.distribution import Distribution
from persona_studio.gui.theme import font, theme

_LINE, _LABEL, _FIGURES = 30, 0.42, 118


class Bars(QWidget):
    """Shows a distribution; its accessible description says every figure in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Distribution((), 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_spread(self, spread: Distribution) -> None:
        """Show the bars of a question."""
        self._shown = spread
        said = [f"{bar.label}: {self._percent(bar.count)}" for bar in spread.bars]
        self.setAccessibleName(self.tr("Answers"))
        self.setAccessibleDescription(", ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line a bar."""
        return QSize(480, max(1, len(self._shown.bars)) * _LINE)

    def minimumSizeHint(self) -> QSize:
        """Keep every line whole."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme()
        metrics = QFontMetrics(font(13))
        widest = max((metrics.horizontalAdvance(b.label) for b in self._shown.bars), default=0)
        label = min(widest + 4.0, self.width() * _LABEL)
        left, right = label + 14, self.width() - _FIGURES
        most = max((bar.count for bar in self._shown.bars), default=0) or 1
        for place, bar in enumerate(self._shown.bars):
            top = place * _LINE
            text = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, round(label))
            _write(painter, QRectF(0, top, label, _LINE), text, "ink", strong=False)
            track = QRectF(left, top + _LINE / 2 - 5, max(10.0, right - left), 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("well"))
            painter.drawRoundedRect(track, 3, 3)
            if bar.count:
                track.setWidth(max(3.0, track.width() * bar.count / most))
                painter.setBrush(look.colour("accent"))
                painter.drawRoundedRect(track, 3, 3)
            share = QRectF(right + 12, top, 44, _LINE)
            _write(painter, share, self._percent(bar.count), "ink", strong=True)
            count = QRectF(right + 58, top, _FIGURES - 58, _LINE)
            _write(painter, count, f"{bar.count:,}", "muted", strong=False)
        painter.end()

    def _percent(self, count: int) -> str:
        return f"{count / self._shown.answered:.0%}" if self._shown.answered else "0%"


def _write(painter: QPainter, area: QRectF, text: str, ink: str, *, strong: bool) -> None:
    painter.setFont(font(13, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
    painter.setPen(theme().colour(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
