# SPDX-License-Identifier: MIT
"""The first records of a file as a table: the file's row numbers, what each row and column is."""

from collections import Counter
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

from persona_studio.evidence.privacy import mask
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.draft import Head
from persona_studio.gui.widgets.plain_label import plain_tip
from persona_studio.research.plan import Plan

KIND = Qt.ItemDataRole.UserRole + 1
HIDDEN = Qt.ItemDataRole.UserRole + 2
BARS = Qt.ItemDataRole.UserRole + 3
SUMMARY = Qt.ItemDataRole.UserRole + 4
_LONGEST = 300
_ROOT = QModelIndex()
_BARS = 7


class PreviewModel(QAbstractTableModel):
    """Shows plan and head; a private cell's text never leaves the model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = Plan("")
        self._head: Head = ()
        self._wide = 0
        self._bars: dict[int, list[int]] = {}

    def show_plan(self, plan: Plan, head: Head | None = None) -> None:
        """Show a plan, with other records when `head` is given."""
        self.beginResetModel()
        self.plan = plan
        if head is not None:
            self._head = head
        longest = max((len(cells) for _, cells in self._head), default=0)
        self._wide = max(plan.columns_count or 0, min(longest, 2000))
        self._bars = {}
        self.endResetModel()

    def number(self, row: int) -> int:
        """Return the file's number of a row of the table."""
        return self._head[row][0]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self._head)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else self._wide

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a cell's text, its row's kind, or whether it is hidden."""
        number, cells = self._head[index.row()]
        column = index.column() + 1
        kind = draft.kind_of_row(self.plan, number)
        if role == KIND:
            return kind
        secret = kind == draft.DATA and draft.hidden(self.plan, column)
        if role == HIDDEN:
            return secret
        text = cells[column - 1] if column <= len(cells) else ""
        if kind == draft.DATA and self.plan.use(column) == "mask":
            text, _ = mask(text)
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if secret else " ".join(text[:_LONGEST].split())
        if role == Qt.ItemDataRole.ToolTipRole and not secret and len(text) > 24:
            return plain_tip(text[:1000])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._tr("private, hidden") if secret else text[:_LONGEST]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return row numbers, and what each column means in two lines and a few bars."""
        if orientation == Qt.Orientation.Vertical:
            # In a reset the other header still asks for rows that are gone.
            there = section < len(self._head) and role == Qt.ItemDataRole.DisplayRole
            return self._head[section][0] if there else None
        column = section + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(column)
        if role == SUMMARY:
            return self.summary(column)
        if role == BARS:
            return self._bars_of(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(draft.label(self.plan, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                f"{draft.label(self.plan, column)}: {self._title(column)}, {self.summary(column)}"
            )
        return None

    def summary(self, column: int) -> str:
        """Return the second line of a column's head."""
        role = draft.role(self.plan, column)
        if role.role == "pii" or (role.pii and draft.hidden(self.plan, column)):
            kind = words.say(words.PRIVATE.get(role.pii or "", role.pii or ""))
            return self._tr("personal: {0}").format(kind)
        if role.role in ("ordinal", "likert", "nps") and role.order:
            return self._tr("{0} steps").format(len(role.order))
        if role.role in words.CHOICE_ROLES and role.options:
            text = self._tr("{0} choices").format(len(role.options))
            return self._apart(text, role.separator) if role.role == "multi_select" else text
        return self._tr("{0} answers").format(role.filled) if role.filled else ""

    def _title(self, column: int) -> str:
        use = self.plan.use(column)
        if use == "leave_out":
            return self._tr("Left out")
        if use == "pseudonymise":
            return self._tr("Replaced by a code")
        return words.role(draft.role(self.plan, column).role)

    def _apart(self, text: str, separator: str | None) -> str:
        mark = words.MARKS.get((separator or "").strip() or (separator or ""))
        return f"{text}, {words.say(mark)}" if mark else text

    def _bars_of(self, column: int) -> Sequence[int]:
        """Return how often the commonest choices stand in the head, a few small numbers."""
        if column not in self._bars:
            self._bars[column] = self._counted(column)
        return self._bars[column]

    def _counted(self, column: int) -> list[int]:
        role = draft.role(self.plan, column)
        if role.role not in words.CHOICE_ROLES or draft.hidden(self.plan, column):
            return []
        counts: Counter[str] = Counter()
        for number, cells in self._head:
            if column <= len(cells) and draft.kind_of_row(self.plan, number) == draft.DATA:
                text = cells[column - 1].strip()
                parts = text.split(role.separator) if role.separator else [text]
                counts.update(part.strip() for part in parts if part.strip())
        known = role.order or role.options
        places = [counts[step] for step in known if counts[step]][:_BARS]
        if role.order:
            return places
        return sorted(places, reverse=True)

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("PreviewModel", text)
