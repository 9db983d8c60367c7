# SPDX-License-Identifier: MIT
"""The line over everything: whose project, find or do anything, undo and redo."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from persona_studio.core.research import Project
from persona_studio.gui.icons import dress
from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.plain_label import PlainLabel, plain_tip

_HEIGHT = 48
_RAIL = 76
_SAID_FOR_MS = 6000


class FindButton(QPushButton):
    """Looks like a field and opens the palette."""

    def __init__(self, words: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("kind", "find")
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMinimumWidth(232)
        self.setMaximumWidth(320)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self, "search", "faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.addStretch(1)
        key = PlainLabel(shortcut, "key")
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)


class ActionButton(IconButton):
    """Presses an action of the window, and says and allows what it says and allows."""

    def __init__(self, icon: str, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(icon, action.text(), parent)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        keys = self._action.shortcut().toString()
        words = self._action.text().replace("&&", "&")
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(f"{words} ({keys})"))
        self.setEnabled(self._action.isEnabled())


class TopBar(QFrame):
    """Shows the project; its buttons press the window's own actions."""

    find_wanted = Signal()

    def __init__(self, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "topbar")
        self.setFixedHeight(_HEIGHT)
        self._name = PlainLabel("", "strong", elide=True)
        self._client = PlainLabel("", "muted", elide=True)
        self._state = PlainLabel("", "quiet")
        self._said = PlainLabel("", "muted", elide=True)
        self._silence = QTimer(self, singleShot=True, interval=_SAID_FOR_MS)
        self._silence.timeout.connect(lambda: self._said.setText(""))
        self.find_button = FindButton(self.tr("Find or do anything"), self.tr("Ctrl K"))
        self.undo = ActionButton("undo-2", undo)
        self.redo = ActionButton("redo-2", redo)
        self._build()
        self.find_button.clicked.connect(self.find_wanted)

    def show_project(self, project: Project, *, read_only: bool) -> None:
        """Name the project and say whether it is being kept."""
        self._name.setText(project.name)
        self._client.setText(project.client)
        self._state.setText(
            self.tr("Read only") if read_only else self.tr("Saved on this computer")
        )

    def say(self, words: str) -> None:
        """Say for a moment, to eyes and ears, what has just happened; nothing else moves."""
        self._said.setText(words)
        self._silence.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, words))

    def _build(self) -> None:
        logo = PlainLabel("P·S", "logo")
        logo.setFixedWidth(_RAIL)
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(logo)
        row.addSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._client)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._said, 1)
        row.addWidget(self.find_button, 1)
        row.addSpacing(8)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addSpacing(8)
        row.addWidget(self._state)
        row.addSpacing(16)
