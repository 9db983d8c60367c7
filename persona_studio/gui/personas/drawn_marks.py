# SPDX-License-Identifier: MIT
"""Pictures of claims: a share as a bar with everyone's tick, a scale with its people behind.

The marker of a scale is a disc where the people's own middle is, and a ring where the team put it.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.gui.direction import mirrored, placed, seen
from persona_studio.gui.personas.head import percent
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.mark import paint_mark
from persona_studio.gui.widgets.meter_bar import paint_meter
from persona_studio.workspace.drawn import DrawnBar, DrawnScale

_TOP, _HIGH, _FOOT, _EDGE, _DISC = 19, 26, 18, 7, 11
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Home)


class DrawnMark(QWidget):
    """A picture of one claim, with its `words`; `opened` shows what stands behind it."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour, self.mark, self.locked, self.words = "teal", "ring", False, ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Take the width there is."""
        return QSize(200, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what stands behind it."""
        if event.key() in _ENTER or event.key() == Qt.Key.Key_F4:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what stands behind it."""
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() < _TOP:
            self.opened.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def head(self, painter: QPainter, told: str) -> None:
        """Paint the evidence mark, the claim's words and, at the right, the figures."""
        look = theme()
        paint_mark(painter, seen(QRectF(0, 4, _DISC, _DISC), self.rect()), self.mark, look)
        painter.setFont(font(11))
        painter.setPen(look.colour("muted"))
        line = QRectF(0, 0, self.width(), _TOP)
        painter.drawText(line, placed(told, _RIGHT), told)
        room = self.width() - _DISC - 6 - painter.fontMetrics().horizontalAdvance(told) - 8
        painter.setFont(font(12))
        painter.setPen(look.colour("ink"))
        shown = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        place = seen(QRectF(_DISC + 6, 0, room, _TOP), self.rect())
        painter.drawText(place, placed(self.words, _LEFT), shown)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class BarMark(DrawnMark):
    """How many of the persona's people say so; the tick is everyone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar: DrawnBar | None = None
        self.setFixedHeight(_TOP + 15)

    def show_bar(self, bar: DrawnBar) -> None:
        """Show a counted claim."""
        self._bar = bar
        told = self.tr("{0}: {1} of {2}").format(bar.claim.text, bar.k, bar.n)
        if bar.grouped:
            told += self.tr(", of everyone {0} of {1}").format(bar.k_all, bar.n_all)
        self.setAccessibleName(told)
        self.setToolTip(told.replace("<", "&lt;"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, figures and the bar."""
        if self._bar is None:
            return
        bar, painter = self._bar, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = bar.k / bar.n if bar.n else 0.0
        everyone = bar.k_all / bar.n_all if bar.grouped and bar.n_all else None
        told = percent(share) if bar.n >= 30 else ""
        counts = self.tr("{0} of {1}").format(bar.k, bar.n)
        self.head(painter, f"{told} \u00b7 {counts}" if told else counts)
        place = QRectF(0, _TOP, self.width(), 12)
        paint_meter(painter, place, (None, share, everyone), self.colour, theme())
        painter.end()


class ScaleMark(DrawnMark):
    """Two poles, the people between them, the marker; `placed(value)` and `taken_back` are wishes.

    Drag the marker or press left and right; Delete lets it stand where the people are.
    """

    placed = Signal(float)
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: DrawnScale | None = None
        self._held: float | None = None
        self.setFixedHeight(_TOP + _HIGH + _FOOT)

    def show_scale(self, scale: DrawnScale) -> None:
        """Show a place on a scale."""
        self._scale, self._held = scale, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = f"{scale.claim.text}. {self._told(scale)}"
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Left and right place it, Delete lets the people's middle stand")
        )
        self.setToolTip(f"{scale.label}\n{self._told(scale)}".replace("<", "&lt;"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint people, axis, poles and marker."""
        if self._scale is None:
            return
        scale, painter = self._scale, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        told = self.tr("assumed \u00b7 n {0}") if scale.by_hand else self.tr("n {0}")
        self.head(painter, told.format(f"{scale.spread.n:,}"))
        self._paint_people(painter, scale)
        self._paint_poles(painter, scale)
        at = self._held if self._held is not None else scale.at
        self._paint_marker(painter, scale, at)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the marker."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not self.locked and event.position().y() >= _TOP:
            self._hold(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it along."""
        if self._held is not None:
            self._hold(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it stand there."""
        held, self._held = self._held, None
        if held is None:
            super().mouseReleaseEvent(event)
        elif self._scale is not None and held != self._scale.at:
            self.placed.emit(held)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Place by left and right, take back by Delete; Escape lets go of a held marker."""
        key, scale = Qt.Key(event.key()), self._scale
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if mirrored():
            by = -by
        if scale is None or self.locked or event.modifiers():
            super().keyPressEvent(event)
        elif by:
            found = scale.spread
            wanted = found.near(found.at(scale.at + by * found.grain))
            if wanted != scale.at:
                self.placed.emit(wanted)
        elif key in _BACK:
            if scale.by_hand:
                self.taken_back.emit()
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self.update()
        else:
            super().keyPressEvent(event)

    def _hold(self, x: float) -> None:
        assert self._scale is not None
        share = (x - _EDGE) / max(1.0, self.width() - 2 * _EDGE)
        if mirrored():
            share = 1 - share
        self._held = self._scale.spread.near(min(1.0, max(0.0, share)))
        self.update()

    def _told(self, scale: DrawnScale) -> str:
        found = scale.spread
        whose = self.tr("Middle of its {0} people") if found.grouped else self.tr("Middle of {0}")
        middle = f"{whose.format(f'{found.n:,}')}: {found.said(found.middle)}"
        if not scale.by_hand:
            return middle
        placed = self.tr("Placed at {0} by the team, an assumption").format(found.said(scale.at))
        return f"{placed}. {middle}"

    def _x(self, share: float) -> float:
        if mirrored():
            share = 1 - share
        return _EDGE + share * (self.width() - 2 * _EDGE)

    def _paint_people(self, painter: QPainter, scale: DrawnScale) -> None:
        """Paint the group as filled steps, everyone as a line over them, both as shares."""
        found, look = scale.spread, theme()
        mine = [count / max(1, found.n) for count in found.mine]
        every = [count / max(1, found.n_all) for count in found.everyone]
        top = max(*mine, *every, 0.01)
        ground = _TOP + _HIGH - 1
        outline = QPolygonF()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.persona(self.colour).soft))
        for place, (own, all_) in enumerate(zip(mine, every, strict=True)):
            ends = [self._x(found.at(found.edges[place + side])) for side in (0, 1)]
            high = own / top * (_HIGH - 4)
            left, right = min(ends), max(ends)
            painter.drawRect(QRectF(left + 0.5, ground - high, max(1.0, right - left - 1), high))
            level = ground - all_ / top * (_HIGH - 4)
            outline.append(QPointF(ends[0], level))
            outline.append(QPointF(ends[1], level))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("line_strong"), 1))
        painter.drawLine(QPointF(self._x(0), ground), QPointF(self._x(1), ground))
        if found.grouped:
            painter.setPen(QPen(look.colour("muted"), 1))
            painter.drawPolyline(outline)

    def _paint_poles(self, painter: QPainter, scale: DrawnScale) -> None:
        low, high = scale.poles
        painter.setFont(font(11))
        painter.setPen(theme().colour("muted"))
        half = (self.width() - 8) / 2
        line = QRectF(0, _TOP + _HIGH, half, _FOOT)
        for words, place, side in (
            (low, line, _LEFT),
            (high, line.translated(half + 8, 0), _RIGHT),
        ):
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(half))
            painter.drawText(seen(place, self.rect()), placed(words, side), shown)

    def _paint_marker(self, painter: QPainter, scale: DrawnScale, at: float) -> None:
        look = theme()
        middle = QPointF(self._x(scale.spread.at(at)), _TOP + _HIGH - 1)
        by_hand = scale.by_hand or self._held is not None
        strong = QColor(look.persona(self.colour).strong)
        painter.setPen(QPen(strong, 2))
        painter.setBrush(look.colour("paper") if by_hand else strong)
        painter.drawLine(QPointF(middle.x(), _TOP + 2), middle)
        painter.drawEllipse(middle, 5, 5)
