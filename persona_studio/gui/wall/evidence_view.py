# SPDX-License-Identifier: MIT
"""A canvas on which evidence of the tray is dropped; near its edges the paper moves."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from persona_studio.gui import carry
from persona_studio.gui.personas.auto_scroll import AutoScroll


class EvidenceView(QGraphicsView):
    """`evidence_dropped(key, at)` for a card of the tray, at a place in px of the canvas.

    `held_at` is where in the view something is held, and `hint` shows where it would go.
    """

    evidence_dropped = Signal(str, QPointF)

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.held_at = QPoint()
        self.auto_scroll = AutoScroll(lambda _at: [self], self)

    def hint(self, at: QPointF | None) -> None:
        """Show where it would go at a point; None: no longer."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take evidence of the tray."""
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        if self._weigh(event):
            self.held_at = event.position().toPoint()
            self.hint(self.mapToScene(self.held_at))
            self.auto_scroll.near(self.viewport().mapToGlobal(self.held_at))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show no longer where it would go."""
        self.auto_scroll.stop()
        self.hint(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put evidence where it is dropped."""
        self.auto_scroll.stop()
        self.hint(None)
        if self._weigh(event):
            at = self.mapToScene(event.position().toPoint())
            self.evidence_dropped.emit(carry.evidence_in(event.mimeData()), at)

    def _weigh(self, event: QDropEvent) -> bool:
        fits = bool(carry.evidence_in(event.mimeData())) and self.acceptDrops()
        if fits:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
        return fits
