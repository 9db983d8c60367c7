# SPDX-License-Identifier: MIT
"""A scroll bar that does not shout."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollBar


class QuietBar(QScrollBar):
    """A scroll bar that is seen while the pointer is over its column; its room is always kept."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.near = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def come_near(self, *, near: bool) -> None:
        """Show or hide the handle."""
        self.near = near
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only when somebody is near and there is something to scroll."""
        if (self.near or self.isSliderDown()) and self.maximum() > 0:
            super().paintEvent(event)
