# SPDX-License-Identifier: MIT
"""The telling words of a question, for few answers or where no themes come back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate, draw_ground

_ROOT = QModelIndex()
COUNT = Qt.ItemDataRole.UserRole + 1
_HIGH = 30


class WordModel(QAbstractListModel):
    """Words with how many answers use each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: Sequence[tuple[str, int]] = ()

    def show(self, words: Sequence[tuple[str, int]]) -> None:
        """Show other words."""
        if tuple(words) == tuple(self.words):
            return
        self.beginResetModel()
        self.words = words
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.words)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a word, or its count."""
        if not index.isValid() or index.row() >= len(self.words):
            return None
        word, n = self.words[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return word
        if role == COUNT:
            return n
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{0}, in {1} answers").format(word, n)
        return None


class WordDelegate(RowDelegate):
    """Paints a word and its count."""

    least = QSize(120, _HIGH)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one word."""
        inner = draw_ground(painter, option).adjusted(12, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(13))
        painter.setPen(theme().colour("ink"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.setPen(theme().colour("muted"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, str(index.data(COUNT)))


class WordList(QListView):
    """The words; `wanted` carries one whose answers are to be seen."""

    wanted = Signal(str)

    def __init__(self, model: WordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(WordDelegate(self))
        self.setUniformItemSizes(True)
        self.setProperty("kind", "plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Telling words"))
        self.selectionModel().currentChanged.connect(self._want)
        self.clicked.connect(self._want)

    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(str(index.data()))
