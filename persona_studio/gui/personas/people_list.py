# SPDX-License-Identifier: MIT
"""The rows behind evidence, one under the other; their answers are read as they come into view."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from persona_studio.core.persona import Evidence
from persona_studio.gui.direction import begins, seen
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.mark import paint_mark
from persona_studio.gui.widgets.row_delegate import Index, RowDelegate, draw_ground
from persona_studio.workspace import behind
from persona_studio.workspace.behind import Stand
from persona_studio.workspace.workspace import Workspace

_ROOT = QModelIndex()
_CUT = 200
WHO = Qt.ItemDataRole.UserRole + 1
SUPPORTS = Qt.ItemDataRole.UserRole + 2


class PeopleModel(QAbstractListModel):
    """People behind one piece of evidence, those against it first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.stands: Sequence[Stand] = ()
        self.item: Evidence | None = None
        self._workspace = workspace

    def show(self, item: Evidence | None, stands: Sequence[Stand]) -> None:
        """Show the people behind another piece of evidence."""
        self.beginResetModel()
        self.item, self.stands = item, stands
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.stands)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what somebody answered, who it is by a code, and on which side they stand."""
        if not index.isValid() or index.row() >= len(self.stands) or self.item is None:
            return None
        stand = self.stands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            said = behind.answered(self._workspace, stand, self.item)
            return " ".join(said[:_CUT].split()) or self.tr("nothing ticked")
        if role == WHO:
            return self.who(stand)
        if role == SUPPORTS:
            return stand.supports
        if role == Qt.ItemDataRole.AccessibleTextRole:
            side = self.tr("for it") if stand.supports else self.tr("against it")
            return f"{index.data()}, {side}, {self.who(stand)}"
        return None

    def who(self, stand: Stand) -> str:
        """Return who somebody is: their code and their row, never a name."""
        code = behind.key_of(self._workspace, stand)
        row = self.tr("row {0}").format(stand.row)
        return f"{code} · {row}" if code and code != str(stand.row) else row


class PeopleDelegate(RowDelegate):
    """Paints a side's mark, the answer, and who gave it."""

    least = QSize(120, 44)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one person."""
        look, inner = theme(), draw_ground(painter, option).adjusted(8, 4, -8, -4)
        supports = bool(index.data(SUPPORTS))
        disc = seen(QRectF(inner.left(), inner.top() + 2, 12, 12), inner)
        paint_mark(painter, disc, "filled" if supports else "slashed", look)
        words = seen(inner.adjusted(20, 0, 0, 0), inner)
        _line(painter, words, str(index.data() or ""), 13, "ink")
        words.setTop(words.top() + 18)
        _line(painter, words, str(index.data(WHO) or ""), 11, "muted")


def _line(painter: QPainter, area: QRectF, text: str, size: int, ink: str) -> None:
    painter.setFont(font(size, QFont.Weight.Normal))
    painter.setPen(theme().colour(ink))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(area.width()))
    painter.drawText(area, begins(text, Qt.AlignmentFlag.AlignTop), cut)
