# SPDX-License-Identifier: MIT
"""The wall under the hand: zoom, pan, choose, drag; keys become commands."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QWidget

from persona_studio.gui.keyboard import came_by_tab
from persona_studio.gui.wall.afar import paint_names, paint_sheets
from persona_studio.gui.wall.evidence_view import EvidenceView
from persona_studio.gui.wall.scene import WallScene

LEAST, MOST, STEP = 0.06, 2.5, 1.2
_RESTS_MS = 120
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_PLAIN = (_NONE, Qt.KeyboardModifier.KeypadModifier)

KEYS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], str] = MappingProxyType(
    {
        **{
            (key, modifiers): f"{verb}{name}"
            for key, name in (
                (Qt.Key.Key_Left, "left"),
                (Qt.Key.Key_Right, "right"),
                (Qt.Key.Key_Up, "up"),
                (Qt.Key.Key_Down, "down"),
            )
            for modifiers, verb in ((_NONE, "go_"), (_SHIFT, "add_"), (_ALT, "move_"))
        },
        (Qt.Key.Key_N, _NONE): "note",
        (Qt.Key.Key_G, _NONE): "group",
        (Qt.Key.Key_G, _SHIFT): "ungroup",
        (Qt.Key.Key_M, _NONE): "move_to",
        (Qt.Key.Key_M, _CTRL): "move_to",
        (Qt.Key.Key_E, _NONE): "entry",
        (Qt.Key.Key_P, _NONE): "persona",
        (Qt.Key.Key_S, _NONE): "section",
        (Qt.Key.Key_T, _NONE): "theme",
        (Qt.Key.Key_T, _SHIFT): "put_theme",
        (Qt.Key.Key_D, _CTRL): "duplicate",
        (Qt.Key.Key_A, _CTRL): "all",
        (Qt.Key.Key_F2, _NONE): "edit",
        (Qt.Key.Key_Return, _NONE): "edit",
        (Qt.Key.Key_Enter, _NONE): "edit",
        (Qt.Key.Key_Delete, _NONE): "remove",
        (Qt.Key.Key_Backspace, _NONE): "remove",
        (Qt.Key.Key_Escape, _NONE): "none",
        (Qt.Key.Key_F, _NONE): "fit",
        (Qt.Key.Key_Plus, _NONE): "zoom_in",
        (Qt.Key.Key_Plus, _SHIFT): "zoom_in",
        (Qt.Key.Key_Minus, _NONE): "zoom_out",
    }
)


class WallView(EvidenceView):
    """Shows a scene. `commanded(name)` for keys, `digit(text)` begins the number of evidence.

    `carried(at)` fires when chosen items were dragged elsewhere, `pressed_twice(at)`; places are in
    px of the wall.
    """

    commanded = Signal(str)
    digit = Signal(str)
    carried = Signal(QPointF)
    pressed_twice = Signal(QPointF)
    menu_asked = Signal(QPoint)
    zoomed = Signal(float)
    resized = Signal()

    def __init__(self, scene: WallScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.wall = scene
        self._from: QPoint | None = None
        self._grip: QPoint | None = None
        self._dragging = self._space = False
        self._resting = QTimer(self, singleShot=True, interval=_RESTS_MS)
        self._resting.timeout.connect(self._rest)
        self.auto_scroll.moved.connect(self._carry_on)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("kind", "plain")
        # A map stays as it is: whoever opens the project finds each card where it was put.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    @property
    def zoom(self) -> float:
        """How large the wall is shown; 1 is its own size."""
        return self.transform().m11()

    def zoom_to(self, zoom: float, around: QPoint | None = None) -> None:
        """Show the wall larger or smaller; what lies under a point of the view stays there."""
        middle = self.viewport().rect().center() if around is None else around
        kept = self.mapToScene(middle)
        factor = max(LEAST, min(MOST, zoom)) / self.zoom
        self.scale(factor, factor)
        now = self.mapToScene(middle)
        self.pan((now - kept) * self.zoom)
        self.wall.look.hurry(on=self._resting.isActive())
        self._resting.start()
        self.wall.set_far(far=self.zoom < self.wall.look.far)
        self.zoomed.emit(self.zoom)

    def pan(self, by: QPointF) -> None:
        """Move the paper under the view, in px of the screen."""
        for bar, step in (
            (self.horizontalScrollBar(), by.x()),
            (self.verticalScrollBar(), by.y()),
        ):
            bar.setValue(bar.value() - round(step))

    def fit(self, area: QRectF) -> None:
        """Show an area as large as it fits, at its own size at most."""
        if area.isEmpty():
            self.zoom_to(1.0)
            self.centerOn(0, 0)
            return
        seen = self.viewport().size()
        room = area.adjusted(-24, -24, 24, 24)
        self.zoom_to(min(1.0, seen.width() / room.width(), seen.height() / room.height()))
        self.centerOn(area.center())

    def show_around(self, middle: QPointF, zoom: float) -> None:
        """Show the wall as near as told, with a point of it in the middle."""
        self.zoom_to(zoom)
        self.centerOn(middle)

    def bring_to_view(self, area: QRectF) -> None:
        """Scroll so that an area is seen."""
        if not self.mapToScene(self.viewport().rect()).boundingRect().contains(area):
            self.ensureVisible(area, 40, 40)

    def event(self, event: QEvent) -> bool:
        """Claim the wall's own keys before the window's shortcuts take them."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and _command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the command of a key; a digit begins the number of evidence."""
        command = _command(event)
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._let_go()
        elif command:
            self.commanded.emit(command)
        elif event.text().isdigit() and event.modifiers() in _PLAIN:
            self.digit.emit(event.text())
        elif event.key() == Qt.Key.Key_Space:
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the paper."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a card, draw a frame, or grip the paper with the middle button or the space bar."""
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or (self._space and event.button() == Qt.MouseButton.LeftButton):
            self._grip = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held, and show the group it would go into."""
        here = event.position().toPoint()
        if self._grip is not None:
            self.pan(QPointF(here - self._grip))
            self._grip = here
            return
        if self._from is None or not self._is_held():
            super().mouseMoveEvent(event)
            return
        far = (here - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragging:
            if not self._dragging:
                self._dragging = True
                self._lift()
            super().mouseMoveEvent(event)
            self.hint(self.mapToScene(here))
            self.held_at = here
            self.auto_scroll.near(self.viewport().mapToGlobal(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was held."""
        if self._grip is not None:
            self._grip = None
            self.viewport().unsetCursor()
            return
        dragged, self._dragging, self._from = self._dragging, False, None
        self.auto_scroll.stop()
        super().mouseReleaseEvent(event)
        if dragged:
            self.carried.emit(self.mapToScene(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write where there is nothing, or what was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_twice.emit(self.mapToScene(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is chosen, or lies under the pointer."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            found = self.itemAt(event.pos())
            if found is not None and not found.isSelected():
                self.wall.choose([getattr(found, "key", "")])
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else move the paper."""
        if event.modifiers() & _CTRL:
            turned = event.angleDelta().y() / 120
            self.zoom_to(self.zoom * STEP**turned, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell what lies over the view."""
        super().resizeEvent(event)
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Tell what lies over the view that the paper moves, and would take it along."""
        super().scrollContentsBy(dx, dy)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keyboard stand on a card when it comes by Tab."""
        super().focusInEvent(event)
        if came_by_tab(event) and not self.wall.selectedItems():
            self.commanded.emit("go_in")

    def drawForeground(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRectF | QRect
    ) -> None:
        """Paint what is too small to paint itself: sheets, and the names of groups over them."""
        if self.zoom >= self.wall.look.far or isinstance(rect, QRect):
            return
        paint_sheets(painter, self.wall.cards.values(), self.wall.look)
        paint_names(painter, self.wall.groups.values(), rect, self.zoom)

    def _is_held(self) -> bool:
        return self.wall.mouseGrabberItem() is not None

    def _lift(self) -> None:
        for item in self.wall.selectedItems():
            (item.parentItem() or item).setZValue(5)
            item.setZValue(6)

    def hint(self, at: QPointF | None) -> None:
        """Show the group that lies at a point; None: no longer."""
        moving = self.wall.chosen_groups() if self._dragging else []
        found = self.wall.group_at(at, moving) if at is not None and not moving else None
        for item in self.wall.groups.values():
            item.hint(on=item is found)

    def _rest(self) -> None:
        """Show all there is, now that the zoom stays."""
        self.wall.look.hurry(on=False)
        self.wall.set_far(far=self.zoom < self.wall.look.far)
        self.viewport().update()

    def _carry_on(self) -> None:
        """Show where what is held would go now; Qt keeps it under the pointer by itself."""
        self.hint(self.mapToScene(self.held_at))

    def _let_go(self) -> None:
        """Escape: everything is again where the project says."""
        grabber = self.wall.mouseGrabberItem()
        if grabber is not None:
            grabber.ungrabMouse()
        self._dragging, self._from = False, None
        self.auto_scroll.stop()
        self.hint(None)
        self.commanded.emit("put_back")


def _command(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return KEYS.get((Qt.Key(event.key()), modifiers), "")
