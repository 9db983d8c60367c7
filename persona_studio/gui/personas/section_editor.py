# SPDX-License-Identifier: MIT
"""A list of sections or steps with what is done to it: name, order, hide, remove, add."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from persona_studio.gui.personas.section_list import SectionList
from persona_studio.gui.widgets.buttons import GhostButton, IconButton
from persona_studio.gui.widgets.plain_label import PlainLabel


@dataclass(frozen=True)
class EditorWords:
    """What its parts are called: buttons, the field with its hint, a heading over the field."""

    up: str
    down: str
    remove: str
    add: str
    field: str
    hint: str
    over_field: str = ""


class SectionEditor(QWidget):
    """`added(title)` and `dropped(section)` are asked for here, the rest by the `list` itself."""

    added = Signal(str)
    dropped = Signal(str)

    def __init__(self, words: EditorWords, spacing: int) -> None:
        super().__init__()
        self.list = SectionList()
        self.up = IconButton("arrow-up", words.up)
        self.down = IconButton("arrow-down", words.down)
        self.remove = IconButton("trash-2", words.remove)
        self.keys = PlainLabel(
            self.tr("Enter names \u00b7 Space shows \u00b7 Alt+arrows move"), "faint", wrap=True
        )
        self.field = QLineEdit()
        self.field.setPlaceholderText(words.hint)
        self.field.setAccessibleName(words.field)
        self.add = GhostButton(self.tr("Add"), "plus")
        self.add.setAccessibleName(words.add)
        self._build(words, spacing)
        self._connect()

    def weigh(self, *, free: bool, removable: bool, why_not: str) -> None:
        """Allow what can be done with what is in hand; `free` when anything may be changed."""
        at = self.list.currentRow()
        self.up.setEnabled(free and at > 0)
        self.down.setEnabled(free and 0 <= at < self.list.count() - 1)
        self.remove.setEnabled(free and removable)
        self.remove.setToolTip(self.remove.accessibleName() if removable else why_not)
        for part in (self.field, self.add):
            part.setEnabled(free)

    def show_list(self, *, shown: bool) -> None:
        """Show the list with its buttons, or the field alone while there is nothing to list."""
        for part in (self.list, self.keys, self.up, self.down, self.remove):
            part.setVisible(shown)

    def _build(self, words: EditorWords, spacing: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.keys, 1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        column.addLayout(row)
        if words.over_field:
            column.addWidget(PlainLabel(words.over_field, "section"))
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        column.addLayout(line)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.added.emit(self.field.text()))
        self.field.returnPressed.connect(lambda: self.added.emit(self.field.text()))
        self.up.clicked.connect(lambda: self.list.shift(-1))
        self.down.clicked.connect(lambda: self.list.shift(1))
        self.remove.clicked.connect(lambda: self.dropped.emit(self.list.current()))
        self.list.removed.connect(self.dropped)
