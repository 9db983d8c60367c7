# SPDX-License-Identifier: MIT
"""The paper at the right of the board."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from persona_studio.gui.direction import seen
from persona_studio.gui.theme import theme

SIDE_WIDTH = 284


class SidePanel(QFrame):
    """Paper with a hairline towards the board."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(SIDE_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper and line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("paper"))
        edge = seen(QRect(0, 0, 1, self.height()), self.rect())
        painter.fillRect(edge, theme().colour("line"))
        painter.end()
