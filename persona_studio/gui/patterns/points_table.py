# SPDX-License-Identifier: MIT
"""The table of points of golden questions: answers under their questions, a column for each group.

An answer can be picked, one for each question; the points of what is picked add up.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from persona_studio.core.fields import Json
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.plain_label import plain_tip

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class PointsModel(QAbstractTableModel):
    """Rows are questions and their answers, columns the answer's words and each group's points."""

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()
        self._golden: Json = {"questions": [], "start": []}
        self._rows: list[tuple[int, int]] = []
        self._picked: dict[int, int] = {}

    def show_golden(self, golden: Json, names: Sequence[str]) -> None:
        """Show a rule for groups of these names; nothing is picked yet."""
        self.beginResetModel()
        self._golden, self._names, self._picked = golden, names, {}
        self._rows = [
            (place, answer)
            for place, one in enumerate(golden["questions"])
            for answer in range(-1, len(one["answers"]))
        ]
        self.endResetModel()

    def heads(self) -> list[int]:
        """Return the rows that hold a question."""
        return [row for row, (_, answer) in enumerate(self._rows) if answer < 0]

    def question_at(self, row: int) -> str:
        """Return the variable that a row is about."""
        return str(self._golden["questions"][self._rows[row][0]]["question"])

    def pick(self, row: int) -> None:
        """Pick the answer of a row, or let it go again."""
        place, answer = self._rows[row]
        if answer < 0:
            return
        if self._picked.get(place) == answer:
            del self._picked[place]
        else:
            self._picked[place] = answer
        last = self.index(len(self._rows) - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def totals(self) -> list[int]:
        """Return the points of each group for the answers picked so far; empty where none are."""
        if not self._picked:
            return []
        total = list(self._golden["start"])
        for place, answer in self._picked.items():
            points = self._golden["questions"][place]["points"][answer]
            total = [a + b for a, b in zip(total, points, strict=True)]
        return total

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many questions and answers there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return one column for the words and one for each group."""
        return 0 if parent.isValid() else 1 + len(self._names)

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if side != Qt.Orientation.Horizontal or not 0 <= section <= len(self._names):
            return None
        name = self._names[section - 1] if section else self.tr("Answer")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(name)
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a question, an answer or points; picked answers stand out by weight and a mark."""
        if not index.isValid():
            return None
        place, answer = self._rows[index.row()]
        picked = answer >= 0 and self._picked.get(place) == answer
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(place, answer, index.column(), picked=picked)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(place, answer, index.column(), picked=picked)
        if role == Qt.ItemDataRole.FontRole:
            heavy = answer < 0 or picked
            return font(13, QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        if role == Qt.ItemDataRole.ForegroundRole and picked:
            return theme().colour("accent")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _words(self, place: int, answer: int, column: int, *, picked: bool) -> str:
        one = self._golden["questions"][place]
        if answer < 0:
            return f"{place + 1}. {one['label']}" if column == 0 else ""
        if column == 0:
            return f"{'●' if picked else '○'}  {one['answers'][answer]}"
        return str(one["points"][answer][column - 1])

    def _spoken(self, place: int, answer: int, column: int, *, picked: bool) -> str:
        if answer < 0 or column:
            return self._words(place, answer, column, picked=picked)
        one = self._golden["questions"][place]
        points = ", ".join(
            f"{name} {n}" for name, n in zip(self._names, one["points"][answer], strict=True)
        )
        said = self.tr("{0}: points {1}").format(one["answers"][answer], points)
        return f"{said}, {self.tr('picked')}" if picked else said
