# SPDX-License-Identifier: MIT
"""The line to find claims with: words, three filters, how many, and the way to the next."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.search_field import SearchField

ASSUMED, CONTRADICTED, KEY = "assumed", "contradicted", "key"


class FindBar(QWidget):
    """`changed` when other claims are sought, `step_wanted(by)` to the next, `closed` on Escape."""

    changed = Signal()
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(self.tr("Find on the board"))
        self.chips = {
            ASSUMED: Chip(self.tr("Only assumptions")),
            CONTRADICTED: Chip(self.tr("Only contradicted")),
            KEY: Chip(self.tr("Only key claims")),
        }
        self.count = PlainLabel("", "muted")
        self.before = IconButton("chevron-up", self.tr("Previous claim found (Shift+F3)"))
        self.after = IconButton("chevron-down", self.tr("Next claim found (F3)"))
        self.close_button = IconButton("x", self.tr("Find nothing (Esc)"))
        self.setAccessibleName(self.tr("Find on the board"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 10)
        row.setSpacing(6)
        self.field.setMinimumWidth(140)
        self.field.setMaximumWidth(320)
        row.addWidget(self.field, 1)
        for chip in self.chips.values():
            row.addWidget(chip)
            chip.toggled.connect(self.changed)
        row.addWidget(self.count)
        for button in (self.before, self.after, self.close_button):
            row.addWidget(button)
        row.addStretch(1)
        self.field.textChanged.connect(self.changed)
        self.before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.step_wanted.emit(1))
        self.close_button.clicked.connect(self.closed)

    @property
    def words(self) -> str:
        """What is sought."""
        return " ".join(self.field.text().split())

    @property
    def filters(self) -> frozenset[str]:
        """The filters that are on."""
        return frozenset(name for name, chip in self.chips.items() if chip.isChecked())

    def begin(self) -> None:
        """Take the keyboard, ready for other words."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Seek nothing any more."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        self.field.clear()
        for chip in self.chips.values():
            chip.setChecked(False)
        self.blockSignals(False)  # noqa: FBT003 - Qt's

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, back by Shift+Enter, leave by Escape."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
