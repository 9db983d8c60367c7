# SPDX-License-Identifier: MIT
"""A white panel with a hairline around it."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A panel; fill `body`, its vertical layout."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 16) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(8)


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a thin line that parts two blocks."""
    line = QFrame(parent)
    line.setProperty("kind", "hairline")
    return line
