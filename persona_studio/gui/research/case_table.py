# SPDX-License-Identifier: MIT
"""The models and the look of the Problems page: causes with counts, places with their cells."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from persona_studio.evidence.privacy import mask
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.research.row_store import RowStore
from persona_studio.gui.research.troubles import Case, Trouble
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.mark import paint_mark
from persona_studio.gui.widgets.plain_label import plain_tip
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate
from persona_studio.research.hiding import Hiding
from persona_studio.research.plan import Plan

COUNT = Qt.ItemDataRole.UserRole + 1
DECIDED = Qt.ItemDataRole.UserRole + 2
_ROOT = QModelIndex()
_HIGH = 48
_LONGEST = 300
_PLACE = QT_TRANSLATE_NOOP("research", "{0} place")
_PLACES = QT_TRANSLATE_NOOP("research", "{0} places")


class TroubleModel(QAbstractListModel):
    """Causes, each with how many places it has and what was decided."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._troubles: list[Trouble] = []
        self._decided: Mapping[str, str] = {}

    def show_troubles(self, troubles: list[Trouble], decided: Mapping[str, str]) -> None:
        """Show causes; those that are the same stay where they are."""
        same = [t.key for t in troubles] == [t.key for t in self._troubles]
        if not same:
            self.beginResetModel()
        self._troubles, self._decided = troubles, decided
        if not same:
            self.endResetModel()
        elif troubles:
            self.dataChanged.emit(self.index(0), self.index(len(troubles) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many causes there are."""
        return 0 if parent.isValid() else len(self._troubles)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a cause's title, its count and what was decided."""
        trouble = self._troubles[index.row()]
        action = self._decided.get(trouble.key, "")
        if role == COUNT:
            return words.counted(_PLACE, _PLACES, len(trouble.cases))
        if role == DECIDED:
            return words.say(words.DECIDED[action]) if action else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return trouble.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (trouble.title, index.data(COUNT), index.data(DECIDED))
            return ", ".join(filter(None, parts))
        return None

    def trouble(self, row: int) -> Trouble:
        """Return the cause in a row."""
        return self._troubles[row]


class TroubleDelegate(RowDelegate):
    """A mark (half until decided), the title, the count and the decision."""

    least = QSize(120, _HIGH)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cause."""
        look, area = theme(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        decided = str(index.data(DECIDED))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 8, 8)
        disc = QRectF(area.left() + 12, area.top() + 11, 12, 12)
        paint_mark(painter, disc, "filled" if decided else "half", look)
        upper = QRect(area.left() + 34, area.top() + 7, area.width() - 44, 18)
        lower = upper.translated(0, 19)
        painter.setFont(font(13, QFont.Weight.DemiBold))
        painter.setPen(look.colour("accent" if chosen else "ink"))
        self._write(painter, upper, str(index.data()))
        painter.setFont(font(11))
        painter.setPen(look.colour("muted"))
        self._write(painter, lower, ", ".join(filter(None, (str(index.data(COUNT)), decided))))

    def _write(self, painter: QPainter, area: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


class CaseModel(QAbstractTableModel):
    """The places of one cause: row of the file, column, cell; private cells stay hidden."""

    def __init__(self, store: RowStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._plan = Plan("")
        self._hiding = Hiding(self._plan)
        self._cases: Sequence[Case] = ()
        store.arrived.connect(self._arrived)

    def show_cases(self, seen: Seen, trouble: Trouble) -> None:
        """Show the places of a cause."""
        self.beginResetModel()
        self._plan, self._cases = seen.plan, trouble.cases
        self._hiding = Hiding(seen.plan)
        self.endResetModel()

    def row_of_file(self, row: int) -> int | None:
        """Return the row of the file a place is in, None where it has none."""
        return self._cases[row].row if 0 <= row < len(self._cases) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many places there are."""
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the three columns."""
        return 0 if parent.isValid() else 3

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return one part of a place."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        case = self._cases[index.row()]
        text = (self._row, self._column, self._cell)[index.column()](case)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text) if len(text) > 30 else None
        return text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what the columns hold."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            cell = self.tr("Cell") if self.has_rows else self.tr("What was found")
            return (self.tr("Row"), self.tr("Column"), cell)[section]
        return None

    @property
    def has_rows(self) -> bool:
        """Whether the places are rows of the file; else a sentence says what was found."""
        return any(case.row is not None for case in self._cases[:1])

    @property
    def has_columns(self) -> bool:
        """Whether the places are single cells."""
        return any(case.column is not None for case in self._cases[:1])

    def _row(self, case: Case) -> str:
        return f"{case.row:,}" if case.row is not None else ""

    def _column(self, case: Case) -> str:
        return draft.short(self._plan, case.column) if case.column else ""

    def _cell(self, case: Case) -> str:
        if case.text is not None:
            return " ".join(case.text.split())[:_LONGEST]
        if case.row is None:
            return case.sentence
        cells = self._store.cells(case.row)
        if cells is None:
            return "…"
        shown = [self._shown(number, cells) for number in range(1, len(cells) + 1)]
        return " | ".join(" ".join(cell.split()) for cell in shown)[:_LONGEST]

    def _shown(self, column: int, cells: Sequence[str]) -> str:
        """Return a cell as it may be shown: in a broken row any cell may hold anything."""
        cell = cells[column - 1]
        known = column <= len(self._plan.roles)
        if known and draft.hidden(self._plan, column):
            return "▒▒▒" if cell else ""
        return mask(self._hiding.unnamed(cells, column)[0])[0]

    def _arrived(self, _first: int, _last: int) -> None:
        if self._cases:
            self.dataChanged.emit(self.index(0, 2), self.index(len(self._cases) - 1, 2))
