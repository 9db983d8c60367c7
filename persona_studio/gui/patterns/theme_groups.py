# SPDX-License-Identifier: MIT
"""How often each theme is heard in each group: a table of shares with what they are made of."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from persona_studio.gui.patterns.wording import LEAST_FOR_SHARES, percent
from persona_studio.gui.theme import font, theme
from persona_studio.workspace.theming import Share

_ROOT = QModelIndex()
_ALIGN = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ShareModel(QAbstractTableModel):
    """Themes down, groups across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._groups: Sequence[str] = ()
        self._shares: Sequence[Sequence[Share]] = ()

    def show(
        self, themes: Sequence[tuple[int, str]], shares: Mapping[int, Sequence[Share]]
    ) -> None:
        """Show the shares of themes, given as (mark, name)."""
        self.beginResetModel()
        self._names = [name for _, name in themes]
        self._shares = [shares.get(mark, ()) for mark, _ in themes]
        self._groups = [share.group for share in (self._shares[0] if self._shares else ())]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many themes there are."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many groups there are."""
        return 0 if parent.isValid() else len(self._groups)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name groups and themes."""
        names = self._groups if orientation == Qt.Orientation.Horizontal else self._names
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return names[section]
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a share in short, in whole words, and how it is to be looked at."""
        if not index.isValid():
            return None
        share = self._shares[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short(share)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour("muted" if share.few else "ink")
        if role == Qt.ItemDataRole.FontRole:
            heavy = share.sure and not share.few
            return font(13, QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.told(index.row(), index.column())
        return None

    def told(self, row: int, column: int) -> str:
        """Return a cell as a sentence."""
        share = self._shares[row][column]
        said = self.tr("{0}, {1}: {2} of {3} people who answered").format(
            self._names[row], share.group, share.k, share.n
        )
        if share.few:
            return said + ". " + self.tr("Fewer than 5 people: it says nothing on the group.")
        if share.n >= LEAST_FOR_SHARES:
            said += ". " + self.tr("Of all such people it may be {0} to {1}.").format(
                *(percent(end) for end in share.interval)
            )
        word = {1: self.tr("More often than the others."), -1: self.tr("Less often.")}
        return f"{said} {word.get(share.sure, '')}".strip()

    def _short(self, share: Share) -> str:
        counts = self.tr("{0} of {1}").format(share.k, share.n)
        if share.few:
            return self.tr("{0} · few").format(counts)
        if share.n < LEAST_FOR_SHARES:
            return counts
        low, high = (round(100 * end) for end in share.interval)
        sign = {1: "▲ ", -1: "▼ "}.get(share.sure, "")
        return f"{sign}{percent(share.k / share.n)} ({low}\u2013{high})"


class ShareTable(QTableView):
    """The table; its cells are walked by the arrow keys."""

    def __init__(self, model: ShareModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setProperty("kind", "plain")
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Themes by group"))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(120)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setDefaultSectionSize(34)
        self.verticalHeader().setMaximumWidth(240)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
