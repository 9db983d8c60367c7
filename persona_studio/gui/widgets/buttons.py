# SPDX-License-Identifier: MIT
"""Buttons: the one that moves on, the quiet ones beside it, and those that are only an icon."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from persona_studio.gui.direction import settled
from persona_studio.gui.icons import dress


class WordButton(QPushButton):
    """A button whose words are plain text and read their own way in a mirrored window."""

    def set_text(self, text: str) -> None:
        """Change the words on the button and what a screen reader says."""
        self.setText(settled(text).replace("&", "&&"))
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Settle the words anew when the window has been turned over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.setText(settled(self.text()))


class _Button(WordButton):
    _kind = ""
    _icon_colour = "ink"

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_text(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if self._kind:
            self.setProperty("kind", self._kind)
        if icon:
            self.setIconSize(QSize(16, 16))
            dress(self, icon, self._icon_colour, self._icon_colour)


class PrimaryButton(_Button):
    """The one step a page wants; at most one is seen at a time."""

    _kind = "primary"
    _icon_colour = "on_accent"


class GhostButton(_Button):
    """Every other step."""


class LinkButton(_Button):
    """A step inside a sentence or list; a `flush` one begins where the text above it does."""

    _kind = "link"
    _icon_colour = "accent"

    def __init__(
        self, text: str, icon: str = "", parent: QWidget | None = None, *, flush: bool = False
    ) -> None:
        super().__init__(text, icon, parent)
        self.setProperty("flush", flush)


class IconButton(QToolButton):
    """A button that is only an icon; `text` is its name, tool tip and accessible name."""

    def __init__(
        self, icon: str, text: str, parent: QWidget | None = None, *, colour: str = "muted"
    ) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(18, 18))
        self.setFixedSize(30, 30)
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_text(text)
        dress(self, icon, colour)

    def set_text(self, text: str) -> None:
        """Name the button."""
        self.setToolTip(text)
        self.setAccessibleName(text)
