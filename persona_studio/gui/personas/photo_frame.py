# SPDX-License-Identifier: MIT
"""The photo with what is in view: drag or arrow keys move the circle, wheel or + and - size it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from persona_studio.core.framing import LEAST_PART, frame, framed, part_of
from persona_studio.gui.theme import theme

HIGH = 190
_MOVE, _CLOSER = 0.02, 0.9
_ARROWS = {
    Qt.Key.Key_Left: (-_MOVE, 0.0),
    Qt.Key.Key_Right: (_MOVE, 0.0),
    Qt.Key.Key_Up: (0.0, -_MOVE),
    Qt.Key.Key_Down: (0.0, _MOVE),
}
_SIZES = {Qt.Key.Key_Plus: _CLOSER, Qt.Key.Key_Equal: _CLOSER, Qt.Key.Key_Minus: 1 / _CLOSER}
FIRST = (0.5, 0.4, 1.0)


class PhotoFrame(QWidget):
    """`chosen(focus)` when a hand lets go or a key is pressed; nothing is kept here."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._focus: tuple[float, ...] = FIRST
        self._held: tuple[QPointF, tuple[float, ...]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(HIGH)
        self.setAccessibleName(self.tr("What of the photo is in view"))
        self.setAccessibleDescription(self.tr("Arrow keys move it, plus and minus size it"))
        theme().changed.connect(self.update)

    def show_photo(self, image: QImage, focus: tuple[float, ...], *, locked: bool) -> None:
        """Show a photo and which part of it is in view."""
        self._image = image
        if self._held is None:
            self._focus = framed(focus, self._size()) if not image.isNull() else focus
        self.setEnabled(not locked)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a handy height."""
        return QSize(256, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the photo, what is out of view under a veil."""
        painter, area = QPainter(self), self._area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            painter.drawImage(area, self._image)
            left, top, side = frame(self._focus, area.width(), area.height())
            circle = QRectF(area.left() + left, area.top() + top, side, side)
            veil, hole = QPainterPath(), QPainterPath()
            veil.addRect(area)
            hole.addEllipse(circle)
            painter.fillPath(veil.subtracted(hole), QColor(0, 0, 0, 130))
            painter.setPen(QPen(QColor("white"), 2))
            painter.drawEllipse(circle)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the circle."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = (event.position(), self._focus)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it along."""
        if self._held is not None:
            start, focus = self._held
            area, way = self._area(), event.position() - start
            self._take(focus[0] + way.x() / area.width(), focus[1] + way.y() / area.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: that is what is in view from now on."""
        held, self._held = self._held, None
        if held is not None and event.position() != held[0]:
            self.chosen.emit(self._focus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come closer or go back."""
        turned = event.angleDelta().y()
        if turned:
            self._resize(_CLOSER if turned > 0 else 1 / _CLOSER)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, size by plus and minus, begin anew by Home."""
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers():
            by = _ARROWS[key]
            self._take(self._focus[0] + by[0], self._focus[1] + by[1])
            self.chosen.emit(self._focus)
        elif key in _SIZES:
            self._resize(_SIZES[key])
        elif key == Qt.Key.Key_Home:
            self._focus = framed(FIRST, self._size())
            self.chosen.emit(self._focus)
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self._focus, self._held = self._held[1], None
        else:
            super().keyPressEvent(event)
        self.update()

    def _resize(self, times: float) -> None:
        part = min(1.0, max(LEAST_PART, part_of(self._focus) * times))
        self._focus = framed((*self._focus[:2], part), self._size())
        self.update()
        self.chosen.emit(self._focus)

    def _take(self, x: float, y: float) -> None:
        self._focus = framed((x, y, part_of(self._focus)), self._size())
        self.update()

    def _size(self) -> tuple[float, float]:
        return float(max(1, self._image.width())), float(max(1, self._image.height()))

    def _area(self) -> QRectF:
        """Return where the whole photo stands in the widget."""
        wide, high = self._size()
        scale = min(self.width() / wide, self.height() / high)
        size = (wide * scale, high * scale)
        return QRectF((self.width() - size[0]) / 2, (self.height() - size[1]) / 2, *size)
