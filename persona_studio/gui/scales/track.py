# SPDX-License-Identifier: MIT
"""One scale: people as numbered dots between two poles, moved by hand or by arrow keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.core.scales import Scale
from persona_studio.gui.breaking import breakable
from persona_studio.gui.direction import placed, seen, seen_point
from persona_studio.gui.keyboard import onward
from persona_studio.gui.scales.spoken_track import SpokenTrack
from persona_studio.gui.theme import font, theme
from persona_studio.workspace.scaling import Person, Spot

_POLE, _REST, _TOP, _BOTTOM = 130, 120, 34, 12
_DOT, _SPACE = 22, 26
_START, _END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass
class Shown:
    """What every track of the board shows alike: the people, who is meant, who goes with them."""

    people: Sequence[Person] = ()
    current: int = -1
    companions: frozenset[int] = field(default_factory=frozenset)

    def number(self, row: int) -> int:
        """Return the number of the person of a row, counted from 1."""
        return next((n for n, p in enumerate(self.people, start=1) if p.row == row), 0)


class ScaleTrack(QWidget):
    """`placed(row, step)` and `taken_back(row)` are wishes; `person(row)` was pressed.

    `held(at)` tells where on the screen a dot is carried, `let_go` that it is not any more.
    `walked(by)` asks for the next scale, `next_person(by)` for the next person, `typed(digit)`
    for one by number, `remove_asked` for the end of the scale.
    """

    placed = Signal(int, int)
    taken_back = Signal(int)
    person = Signal(int)
    walked = Signal(int)
    next_person = Signal(int)
    typed = Signal(str)
    remove_asked = Signal()
    reached = Signal()
    held = Signal(QPoint)
    let_go = Signal()

    def __init__(self, scale: Scale, shown: Shown, *, locked: bool) -> None:
        super().__init__()
        self.scale = scale
        self.spots: Mapping[int, Spot] = {}
        self._shown = shown
        self._locked = locked
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(2 * _POLE + _REST + 5 * _SPACE)
        poles = self.tr("from {0} to {1}").format(scale.low, scale.high)
        self.setAccessibleName(f"{scale.name}, {poles}" if scale.name else poles)
        self.setToolTip(self.accessibleName().replace("<", "&lt;"))
        self.spoken = SpokenTrack(self, shown)

    def show_spots(self, spots: Mapping[int, Spot]) -> None:
        """Show where people stand."""
        self.spots = spots
        self.spoken.show_things([str(person.row) for person in self._shown.people])
        self.show_current()
        self.updateGeometry()
        self.update()

    def show_current(self) -> None:
        """Show who is meant and who travels along."""
        self.spoken.follow([str(self._shown.current)], str(self._shown.current))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height that the fullest step needs."""
        tallest = max(self._lines(), default=1)
        return QSize(700, _TOP + tallest * _SPACE + _BOTTOM)

    def dot_at(self, row: int) -> QPointF:
        """Return the middle of a person's dot."""
        return self._places().get(row, QPointF())

    def step_at(self, at: QPointF) -> int:
        """Return the step at a point, -1 where people stand who are not placed."""
        x = seen_point(at, self.rect()).x()
        if x < _REST:
            return -1
        inner = self._inner()
        step = int((x - inner.left()) / (inner.width() / self.scale.steps))
        return min(max(step, 0), self.scale.steps - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its poles and the dots."""
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5)
        painter.setPen(QPen(look.colour("accent" if self.hasFocus() else "line"), 1.5))
        painter.setBrush(look.colour("paper"))
        painter.drawRoundedRect(ground, 8, 8)
        self._paint_line(painter)
        for row, at in self._places().items():
            if row != self._shown.current or self._held is None:
                self._dot(painter, row, at)
        if self._held is not None:
            self._dot(painter, self._shown.current, self._held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list that speaks lie over the dots; a wide step needs fewer lines."""
        super().resizeEvent(event)
        self.updateGeometry()
        self.spoken.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the person that is meant, or go to another person or scale."""
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(onward(event), 0)
        upwards = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if self._held is not None and event.key() == Qt.Key.Key_Escape:
            self._put_back()
        elif sideways and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.next_person.emit(sideways)
        elif sideways:
            self._step(sideways)
        elif upwards:
            self.walked.emit(upwards)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._locked:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.remove_asked.emit()
            else:
                self.taken_back.emit(self._shown.current)
        elif event.text().isdigit():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the dot under the pointer."""
        at = event.position()
        for row, middle in self._places().items():
            if (middle - at).manhattanLength() <= _DOT * 0.75:
                self.person.emit(row)
                if not self._locked:
                    self._held = at
                break
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the dot."""
        if self._held is not None:
            self._held = event.position()
            self.held.emit(self.mapToGlobal(self._held.toPoint()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the dot down."""
        if self._held is None:
            return
        self._held = None
        self.let_go.emit()
        step, row = self.step_at(event.position()), self._shown.current
        known = self.spots.get(row)
        if step >= 0 and (known is None or known.at != step):
            self.placed.emit(row, step)
        elif step < 0 and known is not None:
            self.taken_back.emit(row)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell where the keyboard is."""
        super().focusInEvent(event)
        self.update()
        self.reached.emit()

    def _put_back(self) -> None:
        """Escape: the dot is again where it was taken."""
        self._held = None
        self.let_go.emit()
        self.update()

    def _step(self, by: int) -> None:
        row = self._shown.current
        known = self.spots.get(row)
        if self._locked or row < 0:
            return
        middle = self.scale.steps // 2
        to = known.at + by if known else middle
        if 0 <= to < self.scale.steps:
            self.placed.emit(row, to)

    def _inner(self) -> QRectF:
        left, right = _REST + _POLE, self.width() - _POLE
        return QRectF(left, _TOP, max(1, right - left), self.height() - _TOP - _BOTTOM)

    def _lines(self) -> list[int]:
        """Return how many lines of dots each step needs, those not placed first."""
        counts = [0] * (self.scale.steps + 1)
        for person in self._shown.people:
            spot = self.spots.get(person.row)
            counts[spot.at + 1 if spot else 0] += 1
        wide = max(1, int(self._inner().width() / self.scale.steps / _SPACE))
        rest = max(1, (_REST - 12) // _SPACE)
        return [-(-many // (wide if n else rest)) for n, many in enumerate(counts)]

    def _places(self) -> dict[int, QPointF]:
        inner, out = self._inner(), {}
        cell = inner.width() / self.scale.steps
        seen = [0] * (self.scale.steps + 1)
        for person in self._shown.people:
            spot = self.spots.get(person.row)
            column = spot.at + 1 if spot else 0
            wide = max(1, int(cell / _SPACE)) if spot else max(1, (_REST - 12) // _SPACE)
            line, place = divmod(seen[column], wide)
            seen[column] += 1
            left = inner.left() + spot.at * cell + 4 if spot else 10
            x = left + place * _SPACE + _DOT / 2
            at = QPointF(x, inner.top() + line * _SPACE + _DOT / 2)
            out[person.row] = seen_point(at, self.rect())
        return out

    def _paint_line(self, painter: QPainter) -> None:
        look, inner = theme(), self._inner()
        cell = inner.width() / self.scale.steps
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("background"))
        for step in range(self.scale.steps):
            area = QRectF(inner.left() + step * cell, inner.top() - 4, cell - 4, inner.height() + 6)
            painter.drawRoundedRect(seen(area, self.rect()), 5, 5)
        painter.setFont(font(11))
        painter.setPen(look.colour("muted"))
        top = QRectF(inner.left(), 8, inner.width(), 20)
        self._write(painter, top, self.scale.name, _CENTRE)
        if len(self.spots) < len(self._shown.people):
            self._write(painter, QRectF(10, 8, _REST, 20), self.tr("Not placed"), _START)
        painter.setFont(font(12))
        painter.setPen(look.colour("ink"))
        low = QRectF(_REST, 6, _POLE - 10, self.height() - 12)
        high = QRectF(inner.right() + 6, 6, _POLE - 16, self.height() - 12)
        self._write(painter, low, self.scale.low[:60], _END, wrap=True)
        self._write(painter, high, self.scale.high[:60], _START, wrap=True)

    def _write(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        side: Qt.AlignmentFlag,
        *,
        wrap: bool = False,
    ) -> None:
        """Write at a side of a room that is reckoned from the left of the track."""
        flags = placed(text, side)
        if wrap:
            text, flags = breakable(text), flags | Qt.TextFlag.TextWordWrap.value
        else:
            metrics, wide = painter.fontMetrics(), int(room.width())
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(seen(room, self.rect()), flags, text)

    def _dot(self, painter: QPainter, row: int, at: QPointF) -> None:
        """Paint a person: filled who is meant, tinted who travels along, ringed whom a hand put."""
        look, spot = theme(), self.spots.get(row)
        meant, along = row == self._shown.current, row in self._shown.companions
        fill = "accent" if meant else "tint" if along else "paper"
        painter.setBrush(look.colour(fill))
        edge = "accent" if along or meant else "line_strong"
        painter.setPen(QPen(look.colour(edge), 2.5 if spot and spot.by_hand else 1))
        painter.drawEllipse(at, _DOT / 2 - 1, _DOT / 2 - 1)
        painter.setFont(font(11))
        painter.setPen(look.colour("on_accent" if meant else "accent" if along else "ink"))
        area = QRectF(at.x() - _DOT, at.y() - _DOT / 2, 2 * _DOT, _DOT)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._shown.number(row)))
