# SPDX-License-Identifier: MIT
"""A pill that is on or off: filters, choices among a few."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from persona_studio.gui.widgets.buttons import WordButton


class Chip(WordButton):
    """A checkable pill; the state is also in its weight, not in colour alone."""

    def __init__(self, text: str, parent: QWidget | None = None, *, checked: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_text(text)

    def sizeHint(self) -> QSize:
        """Leave room for the heavier words of the checked state."""
        heavy = self.font()
        heavy.setWeight(heavy.Weight.Bold)
        words = QFontMetrics(heavy).horizontalAdvance(self.text())
        return QSize(words + 26, super().sizeHint().height())
