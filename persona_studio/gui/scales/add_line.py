# SPDX-License-Identifier: MIT
"""The line in which a scale is written: its name and two poles."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from persona_studio.gui.widgets.buttons import GhostButton


class AddLine(QWidget):
    """`added(name, low, high)`; `of_questions` asks for scales of what was asked in order."""

    added = Signal(str, str, str)
    of_questions = Signal()

    def __init__(self, *, locked: bool) -> None:
        super().__init__()
        self.name, self.low, self.high = QLineEdit(), QLineEdit(), QLineEdit()
        self.button = GhostButton(self.tr("Add scale"), "plus")
        self.questions = GhostButton(self.tr("Scales of questions"))
        for field, words in (
            (self.name, self.tr("Behaviour, such as planning")),
            (self.low, self.tr("One pole: books ahead")),
            (self.high, self.tr("Other pole: on the day")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.setMaxLength(80)
            field.returnPressed.connect(self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.low, self.name, self.high):
            row.addWidget(widget, 1)
            widget.setEnabled(not locked)
        for button in (self.button, self.questions):
            row.addWidget(button)
            button.setEnabled(not locked)
        self.button.clicked.connect(self._add)
        self.questions.clicked.connect(self.of_questions)

    def clear(self) -> None:
        """Be ready for the next scale."""
        for field in (self.name, self.low, self.high):
            field.clear()
        self.low.setFocus()

    def _add(self) -> None:
        self.added.emit(self.name.text(), self.low.text(), self.high.text())
