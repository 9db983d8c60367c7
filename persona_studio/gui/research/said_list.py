# SPDX-License-Identifier: MIT
"""The answers that were found, one under the other: a few words of each, and what is marked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from persona_studio.gui import carry
from persona_studio.gui.icons import pixmap
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate, draw_ground
from persona_studio.workspace.said import Place

_ROOT = QModelIndex()
_HIGH, _CUT = 66, 260
WHERE = Qt.ItemDataRole.UserRole + 1
MARKED = Qt.ItemDataRole.UserRole + 2


class SaidModel(QAbstractListModel):
    """Places in the order they were found; their words are read when they come into view."""

    def __init__(self, text: Callable[[Place], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places: Sequence[Place] = ()
        self._text = text
        self._where: Callable[[Place], str] = lambda place: str(place.row)
        self._marked: Mapping[Place, int] = {}

    def show(self, places: Sequence[Place], where: Callable[[Place], str]) -> None:
        """Show other places; `where` says in short where one comes from."""
        if list(places[: len(self.places)]) == list(self.places) and self.places:
            if len(places) > len(self.places):
                self.beginInsertRows(_ROOT, len(self.places), len(places) - 1)
                self.places, self._where = places, where
                self.endInsertRows()
            return
        self.beginResetModel()
        self.places, self._where = places, where
        self.endResetModel()

    def show_marked(self, marked: Mapping[Place, int]) -> None:
        """Say how many marks each place has."""
        self._marked = marked
        if self.places:
            self.dataChanged.emit(self.index(0), self.index(len(self.places) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.places)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let an answer be chosen, and dragged to a claim."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return an answer's words, where it comes from, or how many marks it has."""
        if not index.isValid() or index.row() >= len(self.places):
            return None
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._text(place)[:_CUT].split())
        if role == WHERE:
            return self._where(place)
        if role == MARKED:
            return self._marked.get(place, 0)
        return None

    def mimeTypes(self) -> list[str]:
        """Name what a drag carries."""
        return [carry.EVIDENCE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry a whole answer."""
        place = self.places[indexes[0].row()]
        key = f"quote:{place.wave}:{place.question}:{place.row}"
        return carry.pack_evidence(key, self._text(place))

    def supportedDragActions(self) -> Qt.DropAction:
        """Leave an answer where it is."""
        return Qt.DropAction.CopyAction


class SaidDelegate(RowDelegate):
    """Paints two lines of an answer, and under them where it comes from and its marks."""

    least = QSize(_HIGH, _HIGH)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one answer."""
        look = theme()
        inner = draw_ground(painter, option).adjusted(10, 6, -10, -5)
        self._words(painter, inner, str(index.data()))
        painter.setFont(font(11))
        painter.setPen(look.colour("muted"))
        foot = QRectF(inner.left(), inner.bottom() - 15, inner.width(), 15)
        where = painter.fontMetrics().elidedText(
            str(index.data(WHERE)), Qt.TextElideMode.ElideRight, round(foot.width()) - 40
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, where)
        marks = int(index.data(MARKED) or 0)
        if marks:
            self._count(painter, foot, marks)

    def _words(self, painter: QPainter, inner: QRectF, words: str) -> None:
        painter.setFont(font(13))
        painter.setPen(theme().colour("ink"))
        metrics = painter.fontMetrics()
        room = QRectF(inner.left(), inner.top() - 1, inner.width(), 2 * metrics.lineSpacing() + 1)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.setClipRect(room)
        wide = round(inner.width() * 2 - 40)
        painter.drawText(room, metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide), option)
        painter.setClipping(False)

    def _count(self, painter: QPainter, foot: QRectF, marks: int) -> None:
        ratio = painter.device().devicePixelRatioF()
        sign = pixmap("quote", "accent", 13, ratio)
        painter.drawPixmap(round(foot.right()) - 28, round(foot.top()) + 1, sign)
        painter.setPen(theme().colour("accent"))
        painter.drawText(
            foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(marks)
        )


class SaidList(QListView):
    """The list itself; answers are dragged out of it."""

    def __init__(self, model: SaidModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(SaidDelegate(self))
        self.setUniformItemSizes(True)
        self.setProperty("kind", "menu")
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Answers"))
