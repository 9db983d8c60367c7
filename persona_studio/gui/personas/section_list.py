# SPDX-License-Identifier: MIT
"""The sections of a project as a list: tick to show, write to name, drag or Alt+arrows to order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from persona_studio.core.sections import Section

_ID = Qt.ItemDataRole.UserRole
_SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SectionList(QListWidget):
    """Asks for what is to change and keeps nothing: the project's change fills it anew."""

    renamed = Signal(str, str)
    shifted = Signal(str, int)
    switched = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "menu")
        self.setAccessibleName(self.tr("Sections of the project"))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._changed)
        self._told: dict[str, Section] = {}

    def show_sections(self, sections: Sequence[Section], *, locked: bool) -> None:
        """Show the sections as they are; the keyboard stays on the one it was on."""
        at, row = self.current(), self.currentRow()
        self._told = {section.id: section for section in sections}
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        self.clear()
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not locked:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        for section in sections:
            item = QListWidgetItem(section.title)
            item.setData(_ID, section.id)
            item.setFlags(flags)
            shown = Qt.CheckState.Unchecked if section.hidden else Qt.CheckState.Checked
            item.setCheckState(shown)
            state = self.tr("hidden") if section.hidden else self.tr("shown")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{section.title}, {state}")
            item.setToolTip(section.ask)
            self.addItem(item)
        ids = list(self._told)
        self.setCurrentRow(ids.index(at) if at in ids else min(max(row, 0), len(ids) - 1))
        self.blockSignals(False)  # noqa: FBT003 - Qt's
        self.setFixedHeight(sum(self.sizeHintForRow(i) for i in range(self.count())) + 12)
        self.currentRowChanged.emit(self.currentRow())

    def current(self) -> str:
        """Return the section the keyboard is on, "" without one."""
        item = self.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def shift(self, by: int) -> None:
        """Move the section the keyboard is on up or down."""
        to = self.currentRow() + by
        if self.current() and 0 <= to < self.count():
            self.shifted.emit(self.current(), to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by Alt+arrows, name by Enter, remove by Delete."""
        by = _SHIFTS.get(Qt.Key(event.key()))
        if by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.shift(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.editItem(self.currentItem())
        elif event.key() == Qt.Key.Key_Delete and self.current():
            self.removed.emit(self.current())
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the place something was dragged to."""
        at, section = self.currentRow(), self.current()
        row = self.indexAt(event.position().toPoint()).row()
        below = QAbstractItemView.DropIndicatorPosition.BelowItem
        place = self.count() if row < 0 else row + (self.dropIndicatorPosition() == below)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if section:
            self.shifted.emit(section, place - (place > at))

    def _changed(self, item: QListWidgetItem) -> None:
        section = self._told[str(item.data(_ID))]
        hidden = item.checkState() == Qt.CheckState.Unchecked
        if hidden != section.hidden:
            self.switched.emit(section.id, hidden)
        elif item.text() != section.title:
            self.renamed.emit(section.id, item.text())
