# SPDX-License-Identifier: MIT
"""The map of people: a dot each, near to those who answered alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from persona_studio.core.fields import Json
from persona_studio.gui.patterns.drawing import paint_spot, shape_of
from persona_studio.gui.patterns.wording import colour_of, tip_of
from persona_studio.gui.theme import theme

BETWEEN = 0.10
_DOT = 3.2
_NEAR = 12.0
_PAD = 26.0
_TOO_FAR = 0.005


@dataclass(frozen=True)
class Dot:
    """One person: row number, place on the map, group (-1 none) and margin (small: between)."""

    row: int
    x: float
    y: float
    group: int
    margin: float


def dots_of(stored: Mapping[str, Json]) -> list[Dot]:
    """Return the dots of a segmentation's stored map."""
    parts = (stored[name] for name in ("rows", "x", "y", "group", "margin"))
    return [Dot(*dot) for dot in zip(*parts, strict=True)]


class PeopleMap(QWidget):
    """Shows dots; `tell` gives the lines to read for the row under the pointer."""

    def __init__(self, tell: Callable[[int], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        self._dots: list[Dot] = []
        self._names: list[str] = []
        self._places: list[QPointF] = []
        self._hot = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def show_people(self, dots: Sequence[Dot], names: Sequence[str]) -> None:
        """Show people; `names` are those of the groups, by number."""
        self._dots, self._names, self._hot = list(dots), list(names), -1
        said = self.tr("Map of {n} people").format(n=len(dots))
        self.setAccessibleName(said)
        self.setAccessibleDescription(self.tr("Arrow keys go from person to person."))
        self._place()
        self.update()

    def lines_at(self, place: QPointF) -> list[str]:
        """Return what is told about the person at a place of the widget, nothing where none is."""
        found = self._nearest(place)
        return [] if found < 0 else self._lines(found)

    def place_of(self, row: int) -> QPointF:
        """Return where in the widget a row's dot is."""
        return next(p for p, d in zip(self._places, self._dots, strict=True) if d.row == row)

    def sizeHint(self) -> QSize:
        """Ask for a square to begin with."""
        return QSize(420, 380)

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(240, 200)

    def event(self, event: QEvent) -> bool:
        """Answer a pointer that rests with the person's answers."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            lines = self.lines_at(QPointF(event.pos()))
            if lines:
                QToolTip.showText(event.globalPos(), tip_of(lines), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ring the person under the pointer and tell their answers at once."""
        found = self._nearest(event.position())
        if found == self._hot:
            return
        self._hot = found
        self.update()
        if found < 0:
            QToolTip.hideText()
        else:
            where = event.globalPosition().toPoint()
            QToolTip.showText(where, tip_of(self._lines(found)), self)

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the person."""
        self._hot = -1
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from person to person."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._dots:
            super().keyPressEvent(event)
            return
        self._hot = (self._hot + step) % len(self._dots)
        self.setAccessibleDescription(". ".join(self._lines(self._hot)))
        where = self.mapToGlobal(self._places[self._hot].toPoint())
        QToolTip.showText(where, tip_of(self._lines(self._hot)), self)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the people over the new size."""
        self._place()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, then the names of the groups over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, dot in zip(self._places, self._dots, strict=True):
            painter.setBrush(self._colour(dot))
            paint_spot(painter, shape_of(max(0, dot.group)), place, _DOT)
        if self._hot >= 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme().colour("ink"))
            painter.drawEllipse(self._places[self._hot], _DOT + 3, _DOT + 3)
        self._paint_names(painter)
        painter.end()

    def _colour(self, dot: Dot) -> QColor:
        if dot.group < 0 or dot.margin < BETWEEN:
            colour = theme().colour("faint")
        else:
            colour = QColor(theme().persona(colour_of(dot.group)).strong)
        colour.setAlphaF(0.6 if len(self._dots) < 800 else 0.4)
        return colour

    def _paint_names(self, painter: QPainter) -> None:
        font = painter.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        taken: list[QRectF] = []
        for number, name in enumerate(self._names):
            mine = [p for p, d in zip(self._places, self._dots, strict=True) if d.group == number]
            if not mine:
                continue
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 220)
            box = _label_box(painter, words, mine, QRectF(self.rect()), taken)
            taken.append(box)
            paper = theme().colour("paper")
            paper.setAlphaF(0.86)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paper)
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(theme().colour("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _lines(self, place: int) -> list[str]:
        return list(self._tell(self._dots[place].row))

    def _nearest(self, at: QPointF) -> int:
        best, found = _NEAR**2, -1
        for number, place in enumerate(self._places):
            away = (place.x() - at.x()) ** 2 + (place.y() - at.y()) ** 2
            if away < best:
                best, found = away, number
        return found

    def _place(self) -> None:
        """Fit the people into the widget."""
        area = (_PAD, _PAD, self.width() - 2 * _PAD, self.height() - 2 * _PAD)
        self._places = [QPointF(x, y) for x, y in spread(self._dots, area)]


def spread(
    dots: Sequence[Dot], area: tuple[float, float, float, float]
) -> list[tuple[float, float]]:
    """Fit the middle 99 % of people into (left, top, width, height); the rest sits at the edge."""
    if not dots:
        return []
    left, top, wide, high = area
    ends = [_ends([d.x for d in dots]), _ends([d.y for d in dots])]
    return [
        (left + wide * _between(d.x, ends[0]), top + high * (1 - _between(d.y, ends[1])))
        for d in dots
    ]


def _ends(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = int(len(ordered) * _TOO_FAR)
    return ordered[cut], ordered[-1 - cut]


def _between(value: float, ends: tuple[float, float]) -> float:
    low, high = ends
    return 0.5 if high <= low else min(1.0, max(0.0, (value - low) / (high - low)))


def _label_box(
    painter: QPainter, words: str, mine: list[QPointF], area: QRectF, taken: list[QRectF]
) -> QRectF:
    """Return where a group's name goes: over its middle, inside the map, clear of other names."""
    metrics = painter.fontMetrics()
    wide, high = metrics.horizontalAdvance(words) + 14.0, metrics.height() + 4.0
    x = sorted(p.x() for p in mine)[len(mine) // 2]
    y = sorted(p.y() for p in mine)[len(mine) // 10]
    left = min(max(area.left(), x - wide / 2), area.right() - wide)
    box = QRectF(left, max(area.top(), y - high), wide, high)
    while any(box.intersects(other) for other in taken) and box.bottom() + high < area.bottom():
        box.translate(0, high)
    return box
