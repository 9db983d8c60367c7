# SPDX-License-Identifier: MIT
"""All answers of all groups as rows to sort: what forms groups, what describes them, numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from persona_studio.evidence.shares import Count, Line, Middle, NumberLine
from persona_studio.gui.patterns.heat import cell_words, middle_words, number
from persona_studio.gui.patterns.wording import tip_of
from persona_studio.workspace.shares import Table

QUESTION, ANSWER, EVERYONE = range(3)
BY_SPREAD = -1
"""The order in which the answers stand first whose shares differ most from group to group."""
_ROOT = QModelIndex()
_NOTHING = Table((), (), ())
Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = Line | NumberLine | str


@dataclass(frozen=True)
class _Order:
    column: int = QUESTION
    falling: bool = True


class HeatModel(QAbstractTableModel):
    """Rows are headings (a string), answers and numbers; sorting stays within each heading."""

    def __init__(self) -> None:
        super().__init__()
        self._table = _NOTHING
        self._names: list[str] = []
        self._order = _Order()
        self.rows: list[Row] = []

    def show_table(self, table: Table, names: Sequence[str]) -> None:
        """Show how groups of these names answered, in the order chosen before."""
        self.beginResetModel()
        self._table, self._names = table, list(names)
        if self._order.column >= EVERYONE + 1 + len(names):
            self._order = _Order()
        self.rows = self._arranged()
        self.endResetModel()

    @property
    def columns(self) -> list[str]:
        """The headings of everyone and of the groups."""
        return [self.tr("Everyone"), *self._names]

    def heads(self) -> list[int]:
        """Return the rows that are headings."""
        return [place for place, row in enumerate(self.rows) if isinstance(row, str)]

    def count_at(self, row: int, column: int) -> Count | None:
        """Return the count of a cell, None where it holds none."""
        found = self.rows[row]
        if not isinstance(found, Line) or column < EVERYONE:
            return None
        return (found.everyone, *found.groups)[column - EVERYONE]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.DescendingOrder) -> None:
        """Sort by the shares of a column, by spread, or (words) in the order of the questions."""
        self._order = _Order(column, order == Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        self.rows = self._arranged()
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the words, everyone and each group."""
        return 0 if parent.isValid() else EVERYONE + 1 + len(self._names)

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if side != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section < EVERYONE:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        name = [self.tr("Question"), self.tr("Answer"), *self.columns][section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of([name])
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keyboard walk over answers and headings alike."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the short words of a cell, or the whole sentence."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.told(index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, str):
            return tip_of([self.told(index.row(), column)])
        return None

    def told(self, place: int, column: int) -> str:
        """Return a cell as a sentence."""
        row = self.rows[place]
        if isinstance(row, str):
            return row
        if column < EVERYONE:
            return self._short(row, column)
        who = self.columns[column - EVERYONE]
        if isinstance(row, NumberLine):
            middle = (row.everyone, *row.groups)[column - EVERYONE]
            words = self.tr("{0}, {1}: half of {2} people lie from {3} to {4}, the middle is {5}")
            parts = (number(part) for part in (middle.low, middle.high, middle.median))
            return words.format(row.label, who, middle.n, *parts)
        count = (row.everyone, *row.groups)[column - EVERYONE]
        words = self.tr("{0}: {1}. {2}: {3} of {4} people; everyone {5} of {6}")
        said = words.format(
            row.label, row.answer, who, count.k, count.n, row.everyone.k, row.everyone.n
        )
        beside = {1: self.tr("surely more often"), -1: self.tr("surely less often"), 0: ""}
        sure = beside[count.beside(row.everyone)] if column > EVERYONE else ""
        return f"{said}, {sure}" if sure else said

    def _short(self, row: Row, column: int) -> str:
        if isinstance(row, str):
            return row if column == QUESTION else ""
        if column == QUESTION:
            return row.label
        if isinstance(row, NumberLine):
            middles: tuple[Middle, ...] = (row.everyone, *row.groups)
            if column == ANSWER:
                return self.tr("middle person (middle half)")
            return middle_words(middles[column - EVERYONE])
        if column == ANSWER:
            return row.answer
        if column == EVERYONE:
            return cell_words(row.everyone)
        return cell_words(row.groups[column - EVERYONE - 1], row.everyone)

    def _arranged(self) -> list[Row]:
        """Return headings, each with what belongs under it in the order chosen."""
        table = self._table
        out: list[Row] = []
        for forms, lines, numbers in (
            (True, self.tr("What forms the groups"), self.tr("Numbers that form them")),
            (False, self.tr("What only describes them"), self.tr("Numbers that describe them")),
        ):
            told = [line for line in table.lines if line.forms == forms]
            out += [lines, *sorted(told, key=self._line_key())] if told else []
            other = [line for line in table.numbers if line.forms == forms]
            out += [numbers, *sorted(other, key=self._number_key())] if other else []
        return out

    def _line_key(self) -> Callable[[Line], float]:
        column, way = self._order.column, -1 if self._order.falling else 1
        if column == BY_SPREAD:
            return lambda line: -line.spread
        if column < EVERYONE:
            return lambda _: 0.0
        return lambda line: way * (line.everyone, *line.groups)[column - EVERYONE].share

    def _number_key(self) -> Callable[[NumberLine], float]:
        column, way = self._order.column, -1 if self._order.falling else 1
        if column < EVERYONE:
            return lambda _: 0.0
        return lambda line: way * (line.everyone, *line.groups)[column - EVERYONE].median
