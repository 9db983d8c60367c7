# SPDX-License-Identifier: MIT
"""A field to look for something, with a glass and, if there is one, its shortcut."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from persona_studio.gui.icons import dress
from persona_studio.gui.widgets.plain_label import PlainLabel


class SearchField(QLineEdit):
    """Type to look; Escape empties it."""

    def __init__(self, words: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        glass = QAction(words, self)
        dress(glass, "search", "faint", "faint")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        if shortcut:
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 6, 0)
            row.addStretch(1)
            row.addWidget(PlainLabel(shortcut, "key"), 0, Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape before anything else hears of it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
