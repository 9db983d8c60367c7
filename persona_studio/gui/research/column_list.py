# SPDX-License-Identifier: MIT
"""A list of columns, one line a question, in which digits tell what a column means."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from persona_studio.gui.research import draft, words
from persona_studio.gui.research import entries as questions
from persona_studio.gui.research.column_delegate import (
    ANSWERS,
    ASKS,
    BARS,
    FATE,
    GAPS,
    ICON,
    NAME,
    NUMBER,
    ColumnDelegate,
)
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.research.entries import Entry
from persona_studio.research.plan import Plan

_ROOT = QModelIndex()
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Fate = Callable[[Seen, Entry], str]


def fate(seen: Seen, entry: Entry) -> str:
    """Return what becomes of a question: its meaning, or that it stays out."""
    uses = {seen.plan.use(column) for column in entry.columns}
    if uses <= set(draft.HIDDEN):
        return words.say(words.FATES[min(uses)])
    return words.role(draft.role(seen.plan, entry.first).role)


class ColumnModel(QAbstractListModel):
    """The questions of what was seen, or those of them a page is about."""

    def __init__(self, say: Fate = fate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen = Seen(Plan(""))
        self._say = say
        self._entries: list[Entry] = []

    def show_entries(self, seen: Seen, entries: list[Entry]) -> None:
        """Show questions; those that are the same stay where they are."""
        before, self.seen = self._entries, seen
        if [e.columns for e in entries] != [e.columns for e in before]:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
            return
        self._entries = entries
        if entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many questions there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a part of a question's line."""
        entry = self._entries[index.row()]
        part = _PARTS.get(role)
        if part is not None:
            return part(self.seen, entry)
        if role == FATE:
            return self._say(self.seen, entry)
        if role in (Qt.ItemDataRole.DisplayRole, _SPOKEN):
            told = (self._say(self.seen, entry), questions.line(self.seen, entry))
            return f"{entry.place} {entry.title}: {', '.join(filter(None, told))}"
        return None

    def entry(self, row: int) -> Entry:
        """Return the question in a row."""
        return self._entries[row]

    def row_of(self, column: int) -> int:
        """Return the row of a column, -1 where it is not there."""
        rows = (row for row, entry in enumerate(self._entries) if column in entry.columns)
        return next(rows, -1)


def _bars(seen: Seen, entry: Entry) -> list[int]:
    if all(draft.hidden(seen.plan, column) for column in entry.columns):
        return []
    facts = questions.facts(seen, entry)
    if not entry.several and facts.bars:
        return list(facts.bars)
    return [count for _, count in questions.choices(seen, entry)][:14]


def _gaps(seen: Seen, entry: Entry) -> str:
    share = questions.missing(seen, entry)
    if share is None:
        return ""
    text = QCoreApplication.translate("research", "{0} empty")
    return text.format(words.percent(share)) if share else ""


def _icon(seen: Seen, entry: Entry) -> str:
    return words.ICONS.get(draft.role(seen.plan, entry.first).role, "")


def _asks(seen: Seen, entry: Entry) -> bool:
    return any(draft.needs_reason(seen.plan, column) for column in entry.columns)


_PARTS: dict[int, Callable[[Seen, Entry], Any]] = {
    NUMBER: lambda _seen, entry: entry.place,
    NAME: lambda _seen, entry: entry.title,
    ICON: _icon,
    ANSWERS: questions.line,
    BARS: _bars,
    GAPS: _gaps,
    ASKS: _asks,
}


class ColumnList(QListView):
    """Shows questions; `digit` carries 0 to 9, `entry_changed` fires when another is current."""

    digit = Signal(int)
    entry_changed = Signal()

    def __init__(self, name: str, say: Fate = fate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = ColumnModel(say, self)
        self.setModel(self.columns)
        self.setItemDelegate(ColumnDelegate(self))
        self.setProperty("kind", "menu")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self.entry_changed)

    @property
    def entry(self) -> Entry | None:
        """The question that is looked at."""
        index = self.currentIndex()
        return self.columns.entry(index.row()) if index.isValid() else None

    def show_entries(self, seen: Seen, entries: list[Entry]) -> None:
        """Show questions; the one looked at stays the same where it is still there."""
        before = self.entry
        self.columns.show_entries(seen, entries)
        if self.entry is None and entries:
            row = self.columns.row_of(before.first) if before else 0
            self.setCurrentIndex(self.columns.index(max(0, row)))

    def look_at(self, column: int) -> None:
        """Bring one column into view."""
        row = self.columns.row_of(column)
        if row >= 0:
            self.setCurrentIndex(self.columns.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits; everything else is the list's own."""
        if event.text() in set("0123456789") and not event.modifiers():
            self.digit.emit(int(event.text()))
            return
        super().keyPressEvent(event)
