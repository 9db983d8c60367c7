# SPDX-License-Identifier: MIT
"""One of the three lists of a next wave: a heading with its number, and its lines."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from persona_studio.gui.research.next_wave import Item
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate, draw_ground

_ROOT = QModelIndex()
_HIGH = 46
NOTE = Qt.ItemDataRole.UserRole + 1
TONE = Qt.ItemDataRole.UserRole + 2
Say = Callable[[Item], tuple[str, str, str]]
"""(name, note, token of the note's colour) of a line."""


class ItemModel(QAbstractListModel):
    """The lines of one list."""

    def __init__(self, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[Item] = []
        self._say = say

    def show(self, items: Sequence[Item]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a line's name, its note, or both for a screen reader."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        name, note, tone = self._say(self.items[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}: {note}"
        return {Qt.ItemDataRole.DisplayRole: name, NOTE: note, TONE: tone}.get(role)


class _Delegate(RowDelegate):
    """Paints a name over a quiet note."""

    least = QSize(_HIGH, _HIGH)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        look = theme()
        inner = draw_ground(painter, option).adjusted(10, 5, -10, -5)
        half = inner.height() / 2
        lines = (
            (13, "ink", index.data(), inner.top()),
            (11, str(index.data(TONE)), index.data(NOTE), inner.top() + half),
        )
        for pixels, colour, words, top in lines:
            painter.setFont(font(pixels))
            painter.setPen(look.colour(colour))
            line = QRectF(inner.left(), top, inner.width(), half)
            cut = painter.fontMetrics().elidedText(
                str(words), Qt.TextElideMode.ElideRight, round(inner.width())
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, cut)


class NextList(QWidget):
    """`chosen` fires when a line of this list is the current one."""

    chosen = Signal()

    def __init__(self, title: str, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.heading = PlainLabel(title, "strong")
        self.model = ItemModel(say, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setProperty("kind", "menu")
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(title)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.view, 1)
        self.view.selectionModel().currentChanged.connect(self._tell)

    @property
    def item(self) -> Item | None:
        """The current line."""
        row = self.view.currentIndex().row()
        return self.model.items[row] if 0 <= row < len(self.model.items) else None

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other lines and how many they are."""
        self.model.show(items)
        self.heading.setText(f"{self._title} ({len(items)})")

    def look_at(self, column: str, question: str) -> bool:
        """Make the line of a column (or of a question that is gone) the current one."""
        for row, item in enumerate(self.model.items):
            if item.column == column and (column or item.question == question):
                self.view.setCurrentIndex(self.model.index(row))
                return True
        return False

    def leave(self) -> None:
        """Have no current line: another list has it."""
        self.view.setCurrentIndex(QModelIndex())

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit()
