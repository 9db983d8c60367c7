# SPDX-License-Identifier: MIT
"""Adjust columns: what each column means and whether it comes in, by mouse or by keys 1 to 9."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from persona_studio.gui.research import draft, words
from persona_studio.gui.research.column_delegate import FATE, NAME, NUMBER, ColumnDelegate
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import USES, Plan

_ROOT = QModelIndex()


class ColumnList(QAbstractListModel):
    """The columns of a plan, one line each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan("")
        self._numbers: list[int] = []

    def show_plan(self, plan: Plan) -> None:
        """Show the columns of a plan."""
        fresh = draft.numbers(plan)
        if fresh != self._numbers:
            self.beginResetModel()
            self._plan, self._numbers = plan, fresh
            self.endResetModel()
            return
        self._plan = plan
        if fresh:
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's line."""
        column = self._numbers[index.row()]
        if role == NUMBER:
            return str(column)
        if role not in (Qt.ItemDataRole.DisplayRole, NAME, FATE):
            return None
        use = self._plan.use(column)
        fate = words.role(draft.role(self._plan, column).role)
        if use in draft.HIDDEN:
            fate = words.say(words.USES[use])
        name = " ".join(draft.label(self._plan, column).split())[:200]
        return {NAME: name, FATE: fate}.get(role, f"{name}: {fate}")

    def number(self, row: int) -> int:
        """Return a row's column number."""
        return self._numbers[row]

    def row_of(self, column: int) -> int:
        """Return the row of a column, -1 where it is not there."""
        return self._numbers.index(column) if column in self._numbers else -1


class ColumnsPanel(Card):
    """`changed` carries the plan after a choice."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self.plan = Plan("")
        self.columns = ColumnList(self)
        self.list = _Keys(self)
        self.list.setModel(self.columns)
        self.list.setItemDelegate(ColumnDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.name = PlainLabel("", "strong", wrap=True)
        self.role_box = _box(self.tr("What the column means"), words.ROLES)
        self.use_box = _box(self.tr("What happens to the column"), {u: words.USES[u] for u in USES})
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why must it be kept?"))
        self.reason.setAccessibleName(self.tr("Reason for keeping personal data"))
        self.why = PlainLabel("", "quiet", wrap=True)
        self._build()
        self.list.digit.connect(self._role_by_key)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.role_box.activated.connect(self._role_chosen)
        self.use_box.activated.connect(self._use_chosen)
        self.reason.editingFinished.connect(self._use_chosen)

    @property
    def column(self) -> int | None:
        """The column that is looked at."""
        index = self.list.currentIndex()
        return self.columns.number(index.row()) if index.isValid() else None

    def show_plan(self, plan: Plan) -> None:
        """Show a plan's columns; the column looked at stays the same."""
        before = self.column
        self.plan = plan
        self.columns.show_plan(plan)
        if self.column is None and self.columns.rowCount():
            self.look_at(before or self.columns.number(0))
        self._show_current()

    def look_at(self, column: int) -> None:
        """Bring one column into view."""
        row = self.columns.row_of(column)
        if row >= 0:
            self.list.setCurrentIndex(self.columns.index(row))

    def _build(self) -> None:
        self.list.setProperty("kind", "menu")
        self.list.setAccessibleName(self.tr("Columns of the file"))
        self.body.addWidget(PlainLabel(self.tr("Columns"), "name"))
        self.body.addWidget(
            PlainLabel(self.tr("Keys 1 to 9 choose a meaning for the column."), "quiet", wrap=True)
        )
        self.body.addWidget(self.list, 1)
        form = QVBoxLayout()
        form.setSpacing(6)
        for widget in (self.name, self.role_box, self.why, self.use_box, self.reason):
            form.addWidget(widget)
        self.body.addLayout(form)

    def _show_current(self) -> None:
        column = self.column
        self.role_box.setEnabled(column is not None)
        self.use_box.setEnabled(column is not None)
        if column is None:
            return
        role = draft.role(self.plan, column)
        use = self.plan.use(column)
        told = self.plan.columns.get(column)
        self.name.setText(" ".join(draft.label(self.plan, column).split())[:200])
        self.role_box.setCurrentIndex(self.role_box.findData(role.role))
        self.use_box.setCurrentIndex(self.use_box.findData(use))
        self.why.setText(role.why[:1].upper() + role.why[1:] if role.why else "")
        self.why.setVisible(bool(role.why))
        self.reason.setText(told.reason if told else "")
        self.reason.setVisible(column in draft.private(self.plan) and use == "keep")

    def _role_by_key(self, digit: int) -> None:
        if digit <= self.role_box.count():
            self.role_box.setCurrentIndex(digit - 1)
            self._role_chosen()

    def _role_chosen(self) -> None:
        column = self.column
        if column is not None:
            self._tell(draft.with_role(self.plan, column, self.role_box.currentData()))

    def _use_chosen(self) -> None:
        column = self.column
        if column is not None:
            use = self.use_box.currentData()
            self._tell(draft.with_use(self.plan, column, use, self.reason.text().strip()))

    def _tell(self, plan: Plan) -> None:
        self.show_plan(plan)
        self.changed.emit(plan)


class _Keys(QListView):
    """A list whose digits mean roles."""

    digit = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take 1 to 9; everything else is the list's own."""
        if event.text() in set("123456789") and not event.modifiers():
            self.digit.emit(int(event.text()))
            return
        super().keyPressEvent(event)


def _box(name: str, entries: dict[Any, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for place, (key, text) in enumerate(entries.items(), 1):
        number = f"{place}  " if entries is words.ROLES and place <= 9 else ""
        box.addItem(number + words.say(text), key)
    return box
