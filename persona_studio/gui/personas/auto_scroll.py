# SPDX-License-Identifier: MIT
"""Scrolls board, wall and scales while something is held near one of their edges in a drag."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from persona_studio.gui.direction import mirrored

_EDGE = 44
_TICK_MS = 16
_FASTEST = 18


class AutoScroll(QObject):
    """`areas(at)` returns the scroll areas that lie under a point of the screen.

    `moved` tells after each step that what is held lies elsewhere now.
    """

    moved = Signal()

    def __init__(
        self,
        areas: Callable[[QPoint], Sequence[QAbstractScrollArea]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._areas = areas
        self._at = QPoint()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def near(self, at: QPoint) -> None:
        """Hear where the drag is now (in pixels of the screen)."""
        self._at = at
        if any(_steps(area, at) != (0, 0) for area in self._areas(at)):
            if not self._timer.isActive():
                self._timer.start()
        else:
            self.stop()

    def stop(self) -> None:
        """Rest: the drag has left or ended."""
        self._timer.stop()

    @property
    def active(self) -> bool:
        """Whether the board is moving."""
        return self._timer.isActive()

    def _tick(self) -> None:
        moved = False
        for area in self._areas(self._at):
            across, down = _steps(area, self._at)
            moved |= _move(area.horizontalScrollBar(), -across if mirrored() else across)
            moved |= _move(area.verticalScrollBar(), down)
        if moved:
            self.moved.emit()
        else:
            self.stop()


def _steps(area: QAbstractScrollArea, at: QPoint) -> tuple[int, int]:
    """Return how far to scroll (across, down) for a point of the screen, 0 away from edges."""
    here, seen = area.viewport().mapFromGlobal(at), area.viewport().size()
    across = _step(here.x(), seen.width()) if area.horizontalScrollBar().maximum() else 0
    down = _step(here.y(), seen.height()) if area.verticalScrollBar().maximum() else 0
    return across, down


def _step(place: int, length: int) -> int:
    if not -_EDGE <= place <= length + _EDGE or length < 3 * _EDGE:
        return 0
    if place < _EDGE:
        return -min(_FASTEST, (_EDGE - place) // 3 + 1)
    if place > length - _EDGE:
        return min(_FASTEST, (place - length + _EDGE) // 3 + 1)
    return 0


def _move(bar: QScrollBar, by: int) -> bool:
    before = bar.value()
    bar.setValue(before + by)
    return bar.value() != before
