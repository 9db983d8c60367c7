# SPDX-License-Identifier: MIT
"""What a painting shows, as a list a screen reader can walk: never seen, never in the way.

A painted scene or a row of dots is one node of the accessibility tree, whatever is on it. The
list lies over the same place and answers for each thing with its words and where it is painted.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtCore import QPersistentModelIndex as Stay
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

Words = Callable[[str], tuple[str, str]]
"""Return what a thing is called, and what else there is to say of it."""


class SpokenModel(QAbstractListModel):
    """The keys of what is painted, in reading order; words are made when they are asked for."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.keys: list[str] = []
        self._words = words

    def show(self, keys: Sequence[str]) -> None:
        """Answer for these."""
        self.beginResetModel()
        self.keys = list(keys)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | Stay = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return how many things there are."""
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: QModelIndex | Stay, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a thing."""
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(self.keys[index.row()])[0]
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._words(self.keys[index.row()])[1]
        return None


class SpokenList(QListView):
    """`where(key)` is where a thing is painted, in px of this list; `picked(keys)` by a reader."""

    picked = Signal(list)

    def __init__(self, words: Words, where: Callable[[str], QRect], parent: QWidget) -> None:
        super().__init__(parent)
        self.things = SpokenModel(words, self)
        self._where = where
        self._following = False
        self.setModel(self.things)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "plain")
        self.viewport().setAutoFillBackground(False)

    def show_things(self, keys: Sequence[str]) -> None:
        """Answer for what is painted now."""
        if list(keys) != self.things.keys:
            self._following = True
            self.things.show(keys)
            self._following = False

    def follow(self, chosen: Sequence[str], current: str) -> None:
        """Be chosen as the painted things are, with the keyboard on `current`."""
        rows = {key: row for row, key in enumerate(self.things.keys)}
        meant = QItemSelection()
        for key in chosen:
            if key in rows:
                index = self.things.index(rows[key])
                meant.select(index, index)
        self._following = True
        replace = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(meant, replace)
        if current in rows:
            stay = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.things.index(rows[current]), stay)
        self._following = False

    def visualRect(self, index: QModelIndex | Stay) -> QRect:  # noqa: N802 - Qt's name
        """Return where a thing is painted."""
        known = index.isValid() and index.row() < len(self.things.keys)
        return self._where(self.things.keys[index.row()]) if known else QRect()

    def indexAt(self, at: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return what is painted at a point; what is painted last lies on top."""
        for row in reversed(range(len(self.things.keys))):
            if self._where(self.things.keys[row]).contains(at):
                return self.things.index(row)
        return QModelIndex()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing: what is told here is painted by others."""

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Hand on what a screen reader chose."""
        super().selectionChanged(selected, deselected)
        if not self._following:
            rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
            self.picked.emit([self.things.keys[row] for row in rows])
