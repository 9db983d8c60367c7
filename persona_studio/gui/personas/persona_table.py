# SPDX-License-Identifier: MIT
"""A table with a column for each persona, as wide as the window; the first column says what of."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from persona_studio.core.fields import Json
from persona_studio.gui.keyboard import came_by_tab
from persona_studio.gui.personas.persona_header import PersonaHeader
from persona_studio.gui.personas.wrapped import Wrapped


class PersonaTable(QTableView):
    """`entered_cell(index)` on Enter, `asked(index)` on Space, `pressed_at(index, where)`.

    `resized` when there is another room to fill.
    """

    entered_cell = Signal(QModelIndex)
    asked = Signal(QModelIndex)
    pressed_at = Signal(QModelIndex, QPoint)
    resized = Signal()

    def __init__(self, wrapped: Wrapped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PersonaHeader(wrapped, self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.fontDatabaseChanged.connect(self.resized)

    def share_width(self, first: int, least: int) -> list[int]:
        """Give the first column its width and the others even parts of the rest; return all.

        The scroll bar has its room also where it is away: rows are laid out once, not again for
        the width that it takes when they turn out to be too many.
        """
        model = self.model()
        many = model.columnCount() - 1 if model is not None else 0
        if many < 1:
            return []
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        each = max(least, (room - first) // many)
        widths = [first, *(each for _ in range(many))]
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        return widths

    def kept(self) -> dict[str, Json]:
        """Return where the table is scrolled to."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return {"across": across, "down": down}

    def take_up(self, seen: dict[str, Json]) -> None:
        """Scroll to where it was, when the rows have their heights."""

        def scroll() -> None:
            bars = {"across": self.horizontalScrollBar(), "down": self.verticalScrollBar()}
            for key, bar in bars.items():
                value = seen.get(key)
                bar.setValue(value if isinstance(value, int) else 0)

        QTimer.singleShot(0, self, scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another room to fill."""
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a cell when the keyboard comes by Tab."""
        super().focusInEvent(event)
        model = self.model()
        if came_by_tab(event) and not self.currentIndex().isValid() and model is not None:
            self.setCurrentIndex(model.index(0, min(1, model.columnCount() - 1)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where a cell was pressed."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(at) == self.currentIndex():
            self.pressed_at.emit(self.currentIndex(), at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go where the cell leads, and Space ask what stands behind it."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_cell.emit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Space:
            self.asked.emit(index)
        else:
            super().keyPressEvent(event)
