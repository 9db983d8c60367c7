# SPDX-License-Identifier: MIT
"""The left rail: one button for each room, the number of open findings, and the settings."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from persona_studio.gui import carry
from persona_studio.gui.icons import dress
from persona_studio.gui.rooms import ROOMS
from persona_studio.gui.widgets.plain_label import PlainLabel

SETTINGS = "settings"
_WIDTH = 76
_LOUDEST = 99
_OPENS_AFTER_MS = 450


class RailButton(QToolButton):
    """An icon over a word; a number may sit on its shoulder.

    `entered` fires when something of the studio is held over it for a moment: the drag goes on in
    the room that opens.
    """

    entered = Signal()

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = text
        self.setProperty("kind", "rail")
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(20, 20))
        self.setFixedHeight(58)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._badge = PlainLabel("", "badge", self)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.hide()
        self._held = QTimer(self, singleShot=True, interval=_OPENS_AFTER_MS)
        self._held.timeout.connect(self.entered)
        self.setAcceptDrops(True)
        dress(self, icon)

    def set_count(self, count: int, words: str) -> None:
        """Show a number (0 hides it); `words` say it to a screen reader."""
        self._badge.setText(str(count) if count <= _LOUDEST else f"{_LOUDEST}+")
        self._badge.setVisible(count > 0)
        self.setAccessibleName(f"{self._name}, {words}" if count else self._name)
        self.setToolTip(words if count else "")
        self._place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Open the room when evidence is held over its button."""
        if carry.evidence_in(event.mimeData()):
            event.accept()
            self._held.start()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stay when it was only passed over."""
        super().dragLeaveEvent(event)
        self._held.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the number on the shoulder."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._badge.setFixedSize(max(16, self._badge.sizeHint().width()), 16)
        self._badge.move(self.width() // 2 + 3, 5)


class Rail(QFrame):
    """`chosen` carries the id of a room, or SETTINGS."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Rooms"))
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(4)
        for entry in ROOMS:
            column.addWidget(self._button(entry.id, entry.icon, entry.name))
        column.addStretch(1)
        column.addWidget(self._button(SETTINGS, "settings", self.tr("Settings")))

    def show_room(self, room: str) -> None:
        """Mark the room that is in front."""
        self.buttons[room].setChecked(True)

    def set_count(self, room: str, count: int, words: str) -> None:
        """Show how many things wait in a room."""
        self.buttons[room].set_count(count, words)

    def _button(self, room: str, icon: str, text: str) -> RailButton:
        button = RailButton(icon, text)
        button.clicked.connect(lambda: self.chosen.emit(room))
        button.entered.connect(lambda: self.chosen.emit(room))
        self._group.addButton(button)
        self.buttons[room] = button
        return button
