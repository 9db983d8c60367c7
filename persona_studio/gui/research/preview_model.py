# SPDX-License-Identifier: MIT
"""A file of any size as a table: the file's row numbers, what each row and each column is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.draft import Kinds, Seen
from persona_studio.gui.research.row_store import RowStore
from persona_studio.gui.widgets.plain_label import plain_tip
from persona_studio.research import over_columns
from persona_studio.research.hiding import Hiding
from persona_studio.research.plan import Plan

KIND = Qt.ItemDataRole.UserRole + 1
HIDDEN = Qt.ItemDataRole.UserRole + 2
BARS = Qt.ItemDataRole.UserRole + 3
SUMMARY = Qt.ItemDataRole.UserRole + 4
COMING = Qt.ItemDataRole.UserRole + 5
_ANSWER = QT_TRANSLATE_NOOP("research", "{0} answer")
_ANSWERS = QT_TRANSLATE_NOOP("research", "{0} answers")
_CHOICE = QT_TRANSLATE_NOOP("research", "{0} choice")
_CHOICES = QT_TRANSLATE_NOOP("research", "{0} choices")
_STEP = QT_TRANSLATE_NOOP("research", "{0} step")
_STEPS = QT_TRANSLATE_NOOP("research", "{0} steps")
_LONGEST = 300
_ROOT = QModelIndex()
_BARS = 7
_WIDE_MOST = 2_000


class PreviewModel(QAbstractTableModel):
    """Shows a plan over the rows of a store; a private cell's text never leaves the model."""

    def __init__(self, store: RowStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen = Seen(Plan(""))
        self._store = store
        self._kinds, self._hiding = Kinds(self.plan), Hiding(self.plan)
        self._ones: dict[int, tuple[int, ...]] = {}
        self._wide = self._long = 0
        store.arrived.connect(self._arrived)
        store.grew.connect(self._grew)

    @property
    def plan(self) -> Plan:
        """The plan that is shown."""
        return self.seen.plan

    def show_seen(self, seen: Seen, head: Sequence[Sequence[str]] = ()) -> None:
        """Show a plan; the place where the user is stays as long as the columns are as many."""
        self.seen = seen
        self._kinds, self._hiding = Kinds(seen.plan), Hiding(seen.plan)
        self._ones = {n: each for each in over_columns.questions(seen.plan.roles) for n in each}
        longest = max((len(cells) for cells in head), default=0)
        wide = max(seen.plan.columns_count or 0, min(longest, _WIDE_MOST))
        if wide != self._wide:
            self.beginResetModel()
            self._wide = wide
            self.endResetModel()
        elif self._long and wide:
            self.dataChanged.emit(self.index(0, 0), self.index(self._long - 1, wide - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, wide - 1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows the file is known to have."""
        return 0 if parent.isValid() else self._long

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else self._wide

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a cell's text, its row's kind, or whether it is hidden."""
        number, column = index.row() + 1, index.column() + 1
        kind = self._kinds.of(number)
        if role == KIND:
            return kind
        if role == HIDDEN:
            return self._text(number, column, kind) is None
        if role not in _TEXTS:
            return self._store.cells(number) is None if role == COMING else None
        text = self._text(number, column, kind)
        if text is None:
            return self._tr("private, hidden") if role == _SPOKEN else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_LONGEST].split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text[:1000]) if len(text) > 24 else None
        return text[:_LONGEST]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return row numbers, and what each column means in two lines and a few bars."""
        if orientation == Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._tr("Click: the headings end in this row (key H)"))
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        column = section + 1
        if role == Qt.ItemDataRole.DisplayRole:
            headless = self.plan.headless
            return draft.label(self.plan, column) if headless else title(self.plan, column)
        if role == SUMMARY:
            told = self._summary(column)
            meaning = title(self.plan, column) if self.plan.headless else ""
            return ", ".join(filter(None, (meaning, told)))
        if role == BARS:
            return self._bars(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(draft.label(self.plan, column))
        if role == _SPOKEN:
            said = (title(self.plan, column), self._summary(column))
            return f"{draft.label(self.plan, column)}: {', '.join(filter(None, said))}"
        return None

    def _text(self, number: int, column: int, kind: str) -> str | None:
        """Return a cell's text, of an answer what is stored of it; None where it is hidden."""
        cells = self._store.cells(number) or ()
        if kind == draft.DATA:
            return self._hiding.stored(cells, column)
        return cells[column - 1] if column <= len(cells) else ""

    def _summary(self, column: int) -> str:
        columns = self._ones.get(column)
        if columns is None or draft.hidden(self.plan, column):
            return summary(self.seen, column)
        place = columns.index(column) + 1
        return self._tr("choice {0} of {1}").format(place, len(columns))

    def _bars(self, column: int) -> list[int]:
        if draft.hidden(self.plan, column):
            return []
        facts = self.seen.of(column)
        if columns := self._ones.get(column):
            return [self.seen.of(n).filled for n in columns[:_BARS]]
        return [count for _, count in facts.tops[:_BARS]]

    def _grew(self) -> None:
        now = self._store.count
        if now > self._long:
            self.beginInsertRows(_ROOT, self._long, now - 1)
            self._long = now
            self.endInsertRows()
        elif now < self._long:
            self.beginRemoveRows(_ROOT, now, self._long - 1)
            self._long = now
            self.endRemoveRows()

    def _arrived(self, first: int, last: int) -> None:
        if self._wide and first <= min(last, self._long):
            bottom = min(last, self._long) - 1
            self.dataChanged.emit(self.index(first - 1, 0), self.index(bottom, self._wide - 1))

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("PreviewModel", text)


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, _SPOKEN)


def title(plan: Plan, column: int) -> str:
    """Return the first line of a column's head: what it means, that it stays out or is empty."""
    use, role = plan.use(column), draft.role(plan, column)
    if role.role == "ignore" and not role.filled:
        return QCoreApplication.translate("PreviewModel", "Empty")
    if use == "leave_out":
        return QCoreApplication.translate("PreviewModel", "Left out")
    if use == "pseudonymise":
        return QCoreApplication.translate("PreviewModel", "Replaced by a code")
    return words.role(role.role)


def summary(seen: Seen, column: int) -> str:
    """Return the second line of a column's head."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("PreviewModel", text)

    plan, facts = seen.plan, seen.of(column)
    role = draft.role(plan, column)
    if role.role == "pii" or (role.pii and draft.hidden(plan, column)):
        kind = words.say(words.PRIVATE.get(role.pii or "", role.pii or ""))
        return tr("personal: {0}").format(kind)
    if role.role in ("ordinal", "likert", "nps") and role.order:
        return words.counted(_STEP, _STEPS, len(role.order))
    if role.role in words.CHOICE_ROLES and role.options:
        text = words.counted(_CHOICE, _CHOICES, len(role.options))
        mark = words.mark(role.separator) if role.role == "multi_select" else ""
        return f"{text}, {mark}" if mark else text
    if role.role in ("date", "timestamp") and facts.low:
        same = facts.low == facts.high
        return facts.low if same else tr("{0} to {1}").format(facts.low, facts.high)
    return words.counted(_ANSWER, _ANSWERS, role.filled) if role.filled else ""
