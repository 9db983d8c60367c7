# SPDX-License-Identifier: MIT
"""The bars of one question, painted: choice, bar, share and number."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.gui.research.distribution import Bar, Distribution
from persona_studio.gui.theme import font, theme

_LINE, _LABEL, _FIGURES = 30, 0.42, 118


class Bars(QWidget):
    """Shows a distribution; its accessible description says every figure in words.

    Where it may be used, `used(bar)` fires for a click, and for Enter on the bar that the arrow
    keys have gone to.
    """

    used = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Distribution((), 0, 0)
        self._row = 0
        self._under = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_spread(self, spread: Distribution) -> None:
        """Show the bars of a question."""
        self._shown = spread
        self._row, self._under = 0, -1
        self._say()
        self.updateGeometry()
        self.update()

    def let_use(self) -> None:
        """Let bars be chosen by mouse and keyboard."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Click an answer to make a claim of it"))

    @property
    def current(self) -> Bar | None:
        """The bar the keyboard is on."""
        return self._shown.bars[self._row] if self._row < len(self._shown.bars) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the bars, and use one on Enter."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._shown.bars:
            to = self._row + steps[Qt.Key(event.key())]
            self._row = max(0, min(len(self._shown.bars) - 1, to))
            self._say()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._use(self._row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Use the bar that is clicked."""
        if self._can_use and event.button() == Qt.MouseButton.LeftButton:
            self._row = int(event.position().y() // _LINE)
            self.update()
            self._use(self._row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which bar a click would use."""
        self._under = int(event.position().y() // _LINE)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show none."""
        self._under = -1
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which bar the keyboard is on."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show none."""
        super().focusOutEvent(event)
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
            self._ground(painter, place)
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

    @property
    def _can_use(self) -> bool:
        return self.focusPolicy() != Qt.FocusPolicy.NoFocus

    def _use(self, row: int) -> None:
        if self._can_use and 0 <= row < len(self._shown.bars):
            self.used.emit(self._shown.bars[row])

    def _say(self) -> None:
        said = [f"{bar.label}: {self._percent(bar.count)}" for bar in self._shown.bars]
        here = self.current if self._can_use else None
        self.setAccessibleName(
            self.tr("Answers, at {0}").format(here.label) if here else self.tr("Answers")
        )
        self.setAccessibleDescription(", ".join(said))

    def _ground(self, painter: QPainter, place: int) -> None:
        """Paint what lies under the bar the mouse or the keyboard is on."""
        line = QRectF(-6, place * _LINE + 1, self.width() + 6, _LINE - 2)
        if place == self._under and self._can_use:
            painter.fillRect(line, theme().colour("tint"))
        if place == self._row and self.hasFocus():
            painter.setPen(theme().colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(line.adjusted(6.5, 0.5, -0.5, -0.5), 4, 4)

    def _percent(self, count: int) -> str:
        return f"{count / self._shown.answered:.0%}" if self._shown.answered else "0%"


def _write(painter: QPainter, area: QRectF, text: str, ink: str, *, strong: bool) -> None:
    painter.setFont(font(13, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
    painter.setPen(theme().colour(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
