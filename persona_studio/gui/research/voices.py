# SPDX-License-Identifier: MIT
"""What people wrote in their own words, to read, to search and to keep as a quote."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import words
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.search_field import SearchField

ROW = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_LONGEST = 600
_ANSWER = QT_TRANSLATE_NOOP("research", "{0} answer")
_ANSWERS = QT_TRANSLATE_NOOP("research", "{0} answers")


class VoiceModel(QAbstractListModel):
    """(row number, text) of every answer in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voices: Sequence[tuple[int, str]] = ()

    def show_voices(self, voices: Sequence[tuple[int, str]]) -> None:
        """Show other answers."""
        self.beginResetModel()
        self._voices = voices
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._voices)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return an answer, or the file's row it stands in."""
        row, text = self._voices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            cut = text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
            return f"“{' '.join(cut.split())}”"
        if role == ROW:
            return row
        return None


class Voices(QWidget):
    """`quote_wanted` carries (row, text) of an answer to keep, `reading_wanted` a row to read."""

    quote_wanted = Signal(int, str)
    reading_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voices: dict[int, str] = {}
        self._model = VoiceModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = SearchField(self.tr("Search these answers"))
        self.list = QListView()
        self.list.setModel(self._found)
        self.list.setItemDelegate(_Airy(self.list))
        self.list.setWordWrap(True)
        self.list.setProperty("kind", "menu")
        self.list.setAccessibleName(self.tr("Answers in people's own words"))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = PlainLabel("", "quiet")
        self.keep = GhostButton(self.tr("Keep as a quote"), "quote")
        self.keep.setEnabled(False)
        self.read = GhostButton(self.tr("Read and mark"), "eye")
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.read)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.search.textChanged.connect(self._search)
        self.keep.clicked.connect(self._keep)
        self.read.clicked.connect(self._want_reading)
        self.list.activated.connect(self._want_reading)
        self.list.selectionModel().currentChanged.connect(self._can_keep)

    def show_voices(self, voices: Sequence[tuple[int, str]], *, read_only: bool = False) -> None:
        """Show answers as (row number, text)."""
        self._voices = dict(voices)
        self.search.clear()
        self._model.show_voices(voices)
        self.keep.setVisible(not read_only)
        self._search("")

    def _search(self, text: str) -> None:
        self._found.setFilterFixedString(text)
        self.count.setText(words.counted(_ANSWER, _ANSWERS, self._found.rowCount()))
        self._can_keep()

    def _can_keep(self) -> None:
        self.keep.setEnabled(self.list.currentIndex().isValid())

    def _want_reading(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid() and self._found.rowCount():
            index = self._found.index(0, 0)
        if index.isValid():
            self.reading_wanted.emit(index.data(ROW))

    def _keep(self) -> None:
        row = self.list.currentIndex().data(ROW)
        if row in self._voices:
            self.quote_wanted.emit(row, self._voices[row])


class _Airy(QStyledItemDelegate):
    """A little room between answers."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give each answer the lines it needs at the list's width."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 6)
