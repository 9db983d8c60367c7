# SPDX-License-Identifier: MIT
"""The number on a persona's head: how much review has to decide; a press shows it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from persona_studio.review.checklist import Call


class CallsButton(QPushButton):
    """Hidden while there is nothing to decide; filled where something blocks, else an outline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "calls")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_call(self, call: "Call | None", persona: str) -> None:
        """Show a number, and say it in words to whoever does not see it."""
        self.setVisible(call is not None)
        if call is None:
            return
        words = self.tr("1 to decide") if call.many == 1 else self.tr("{0} to decide")
        told = words.format(call.many)
        self.setText(str(call.many))
        self.setToolTip(self.tr("{0}: show in Review").format(told))
        self.setAccessibleName(self.tr("{0} on {1}, show in Review").format(told, persona))
        if self.property("blocks") != call.blocks:
            self.setProperty("blocks", call.blocks)
            self.style().unpolish(self)
            self.style().polish(self)
