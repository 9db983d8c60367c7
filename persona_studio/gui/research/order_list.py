# SPDX-License-Identifier: MIT
"""The steps of a scale from low to high, put in order by dragging or by Alt and the arrows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFont, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from persona_studio.gui.icons import pixmap
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate

COUNT = Qt.ItemDataRole.UserRole + 1
STEP = "application/x-persona-studio-step"
_HIGH, _SHOWN = 30, 9


class OrderList(QListView):
    """`reordered` carries the steps, low to high, after each move."""

    reordered = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = _Steps(self)
        self.setModel(self._steps)
        self.setItemDelegate(_Step(self))
        self.setProperty("kind", "menu")
        self.setAccessibleName(self.tr("Steps of the scale, low to high"))
        self.setAccessibleDescription(self.tr("Alt and the up and down keys move a step."))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def steps(self) -> list[str]:
        """The steps as they stand now, low to high."""
        return [self._steps.item(row).text() for row in range(self._steps.rowCount())]

    def show_steps(self, steps: Sequence[str], counts: Mapping[str, int]) -> None:
        """Show the steps of a scale and how often each was given."""
        if list(steps) != self.steps:
            self._steps.clear()
            for step in steps:
                item = QStandardItem(step)
                item.setEditable(False)
                item.setDropEnabled(False)
                self._steps.appendRow(item)
        for row, step in enumerate(steps):
            self._steps.item(row).setData(counts.get(step), COUNT)
        self.setFixedHeight(min(len(steps), _SHOWN) * _HIGH + 14)

    def turn_round(self) -> None:
        """Let the last step be the first."""
        self._put(self.steps[::-1], len(self.steps) - 1 - self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current step by Alt and the arrows."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self._move(ways[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the dragged step where it was let go, above the middle of a step or below it."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        there = index.row() if index.isValid() else self._steps.rowCount()
        below = index.isValid() and place.y() > self.visualRect(index).center().y()
        row = int(bytes(event.mimeData().data(STEP).data()) or b"-1")
        there += int(below) - int(there + below > row)
        # A copy, so that Qt does not take a row out after the drag.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._put_step(row, there)

    def _move(self, way: int) -> None:
        row = self.currentIndex().row()
        self._put_step(row, row + way)

    def _put_step(self, row: int, there: int) -> None:
        steps = self.steps
        if row >= 0 and 0 <= there < len(steps) and there != row:
            steps.insert(there, steps.pop(row))
            self._put(steps, there)

    def _put(self, steps: list[str], row: int) -> None:
        counts = {s: self._steps.item(r).data(COUNT) for r, s in enumerate(self.steps)}
        self.show_steps(steps, counts)
        self.setCurrentIndex(self._steps.index(max(0, row), 0))
        self.reordered.emit(self.steps)


class _Steps(QStandardItemModel):
    """Carries a dragged step as its row."""

    def mimeTypes(self) -> list[str]:
        """Take nothing but steps."""
        return [STEP]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Wrap the row of a step."""
        data = QMimeData()
        data.setData(STEP, str(indexes[0].row()).encode())
        return data


class _Step(RowDelegate):
    """A grip, the step's place, its words and how often it was given."""

    least = QSize(80, _HIGH)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one step."""
        look, area = theme(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        grip = pixmap("grip-vertical", "faint", 16, ratio)
        painter.drawPixmap(area.left() + 4, area.center().y() - 8, grip)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(11))
        painter.setPen(look.colour("faint"))
        painter.drawText(area.adjusted(26, 0, 0, 0), middle, str(index.row() + 1))
        count = index.data(COUNT)
        said = f"{count:,}" if count is not None else ""
        painter.drawText(area.adjusted(0, 0, -10, 0), middle | Qt.AlignmentFlag.AlignRight, said)
        painter.setFont(font(13, QFont.Weight.Medium if chosen else QFont.Weight.Normal))
        painter.setPen(look.colour("accent" if chosen else "ink"))
        room = area.adjusted(48, 0, -56, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle, words)
