# SPDX-License-Identifier: MIT
"""The answers under a theme, the most central first; one or many are dragged to another."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from persona_studio.gui import carry
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate, draw_ground

_ROOT = QModelIndex()
_HIGH, _CUT = 46, 300
_READ_AHEAD = 2_000
_MOST_CARRIED = 200
_BATCH = 2_000
Read = Callable[[int], str]


class AnswerModel(QAbstractListModel):
    """Rows of the wave by their number; their words are read when they come into view."""

    def __init__(self, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[int] = ()
        self._plain = read
        self._read = lru_cache(_READ_AHEAD)(read)

    def show(self, rows: Sequence[int]) -> None:
        """Show the answers of other rows."""
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def forget(self) -> None:
        """Read words anew: they may be another question's."""
        self._read = lru_cache(_READ_AHEAD)(self._plain)
        self.show(())

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let answers be chosen and dragged."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what was said, and for a screen reader by whom."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._read(row)[:_CUT].split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{0}, row {1}").format(" ".join(self._read(row).split()), row)
        return None

    def mimeTypes(self) -> list[str]:
        """Name what a drag carries."""
        return [carry.ANSWERS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry answers; other programs get the words of the first of them."""
        rows = [self.rows[index.row()] for index in indexes]
        return carry.pack_answers(rows, [self._read(row) for row in rows[:_MOST_CARRIED]])

    def supportedDragActions(self) -> Qt.DropAction:
        """Let answers be put elsewhere."""
        return Qt.DropAction.MoveAction


class AnswerDelegate(RowDelegate):
    """Paints two lines of an answer."""

    least = QSize(120, _HIGH)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one answer."""
        inner = draw_ground(painter, option).adjusted(10, 4, -10, -4)
        painter.setFont(font(13))
        painter.setPen(theme().colour("ink"))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, round(inner.width() * 2 - 40)
        )
        how = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        how.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.setClipRect(QRectF(inner))
        painter.drawText(QRectF(inner), words, how)
        painter.setClipping(False)


class AnswerList(QListView):
    """The list; many answers can be chosen at once."""

    def __init__(self, model: AnswerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(AnswerDelegate(self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # 50,000 at once would be a pause
        self.setBatchSize(_BATCH)
        self.setProperty("kind", "plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Answers"))

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Choose all as one range: Qt would ask each of 50,000 answers whether it is hidden."""
        rows = self._model.rowCount()
        everything = QItemSelection(self._model.index(0), self._model.index(rows - 1))
        self.selectionModel().select(everything, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @property
    def count(self) -> int:
        """How many answers are chosen."""
        return sum(bottom + 1 - top for top, bottom in self._ranges())

    def chosen(self) -> list[int]:
        """Return the rows of the answers that are chosen, in the order they are shown."""
        rows = self._model.rows
        return [row for top, bottom in sorted(self._ranges()) for row in rows[top : bottom + 1]]

    def _ranges(self) -> list[tuple[int, int]]:
        chosen = self.selectionModel().selection()
        parts = (chosen.at(number) for number in range(chosen.count()))
        return [(part.top(), part.bottom()) for part in parts]
