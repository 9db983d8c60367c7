# SPDX-License-Identifier: MIT
"""The list of evidence cards, to be dragged, or used by Enter and by a menu."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from persona_studio.gui.direction import seen
from persona_studio.gui.keyboard import came_by_tab
from persona_studio.gui.personas.drop_hint import carried_card, held_at
from persona_studio.gui.personas.quiet_bar import QuietBar
from persona_studio.gui.personas.tray_delegate import TrayDelegate
from persona_studio.gui.personas.tray_model import TrayModel


class TrayList(QListView):
    """Evidence; `use_asked(key, at)` fires for Enter and for a context menu."""

    use_asked = Signal(str, QPoint)
    drag_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = TrayModel()
        self.painter = TrayDelegate(self)
        self.setModel(self.cards)
        self.setItemDelegate(self.painter)
        self.setProperty("kind", "plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QuietBar()
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)

    def current_key(self) -> str:
        """Return the key of the card the keyboard is on, "" without one."""
        row = self.currentIndex().row()
        return self.cards.items[row].key if 0 <= row < len(self.cards.items) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use a card on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key():
            at = self.visualRect(self.currentIndex()).center()
            self.use_asked.emit(self.current_key(), self.viewport().mapToGlobal(at))
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a card."""
        if self.current_key():
            self.use_asked.emit(self.current_key(), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on a card when it comes by Tab."""
        super().focusInEvent(event)
        if came_by_tab(event) and self.cards.items and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.cards.index(max(0, self.currentIndex().row())))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the scroll bar be seen."""
        self._bar.come_near(near=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the scroll bar rest."""
        self._bar.come_near(near=False)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Carry the card; it stays here."""
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData([index]))
        picture = self._picture()
        drag.setPixmap(picture)
        drag.setHotSpot(held_at(picture, QPoint(28, 20)))
        self.painter.lifted = self.current_key()
        self.viewport().update()
        drag.exec(supportedActions, Qt.DropAction.CopyAction)
        self.painter.lifted = ""
        self.viewport().update()
        self.drag_ended.emit()

    def _picture(self) -> QPixmap:
        whole = self.visualRect(self.currentIndex())
        area = seen(whole.adjusted(14, 0, -4, -8), whole)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(area.width() * ratio), round(area.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        visible = area.intersected(self.viewport().rect())
        self.viewport().render(picture, visible.topLeft() - area.topLeft(), visible)
        return carried_card(picture, 1)
