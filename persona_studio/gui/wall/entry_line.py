# SPDX-License-Identifier: MIT
"""The line cards are typed into, with what Enter will do in words below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from persona_studio.core.research import Theme
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.wall.words import group_spoken, tr
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import walling
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.wall_entry import Typed, group_meant, new_group, read


class EntryLine(QWidget):
    """`entered(Typed)` on Enter; Escape gives the keyboard back (`left`)."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.figures: Sequence[Figure] | None = None
        self.field = _Line()
        self.preview = PlainLabel("", "quiet", elide=True)
        words = self.tr("Number of evidence and group (12 b), or a note (words /b)")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(self.tr("Put a card on the wall"))
        self.field.setAccessibleDescription(words)
        self.field.setMaxLength(500)
        self.field.setEnabled(not bridge.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.field)
        column.addWidget(self.preview)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._enter)
        self.field.escaped.connect(self._leave)
        self._look()

    def begin(self, text: str = "") -> None:
        """Take the keyboard and go on typing."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.setText(text)

    def clear(self) -> None:
        """Be ready for the next card."""
        self.field.clear()

    def _enter(self) -> None:
        typed = read(self.field.text())
        if typed.code or typed.note:
            self.entered.emit(typed)

    def _leave(self) -> None:
        self.field.clear()
        self.left.emit()

    def _look(self) -> None:
        typed = read(self.field.text())
        if not (typed.code or typed.note):
            words = tr("E12 or 12: a figure · Q3: a quote · T2: a theme · b: the group's letter")
            self.preview.setText(words)
            return
        what = self._evidence(typed) if typed.code else tr("Note")
        self.preview.setText(f"{what} \u2192 {self._goal(typed)}")

    def _evidence(self, typed: Typed) -> str:
        if typed.code[0] == "E" and self.figures is None:
            return typed.code
        item = walling.coded(self._bridge.workspace, typed.code, self.figures or ())
        if item is None:
            return tr("{0}: no such evidence").format(typed.code)
        return f"{typed.code}: {item.name if isinstance(item, Theme) else item.text}"

    def _goal(self, typed: Typed) -> str:
        if not typed.group:
            return tr("the free wall")
        found = group_meant(self._bridge.snapshot, typed.group)
        if found is not None:
            return group_spoken(found)
        name, letter = new_group(typed.group)
        return tr("new group {0}").format(name or letter)


class _Line(QLineEdit):
    """A field whose Escape is heard."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
