# SPDX-License-Identifier: MIT
"""A line across the page that says what happened and what to do; no dialog is needed for it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.gui.icons import pixmap
from persona_studio.gui.places import show_folder
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import GhostButton, IconButton
from persona_studio.gui.widgets.plain_label import PlainLabel, plain_tip

_ICONS = {
    "info": ("info", "accent"),
    "caution": ("triangle-alert", "caution"),
    "error": ("circle-alert", "wrong"),
}

Act: TypeAlias = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class Banner(QFrame):
    """Hidden until something is to be said; `closed` fires when the user has read it."""

    shown = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._tone = "info"
        self._action: Callable[[], None] | None = None
        self._instead: Callable[[], None] | None = None
        self._sign = QLabel()
        self.message = PlainLabel(kind="strong", wrap=True)
        self.hint = PlainLabel(kind="muted", wrap=True)
        self._button = GhostButton(self.tr("Do it"))
        self._later = GhostButton("")
        self._close = IconButton("x", self.tr("Close this message"))
        self._build()
        self._button.clicked.connect(self._act)
        self._later.clicked.connect(self._act_instead)
        self._close.clicked.connect(self.dismiss)
        theme().changed.connect(self._tint)
        self.hide()

    def show_error(self, error: StudioError) -> None:
        """Say what went wrong and what to do."""
        self._say("error", error.message, error.hint)
        self.message.setToolTip(plain_tip(error.detail))

    def show_info(
        self,
        message: str,
        hint: str = "",
        action: Act | None = None,
        *,
        tone: str = "info",
        later: str | Act = "",
    ) -> None:
        """Say something; `action` is the words of one button and what it does.

        `later` is a second one: its words where it only takes the message away.
        """
        self._say(tone, message, hint, action)
        words, self._instead = (later, None) if isinstance(later, str) else later
        self._later.setVisible(bool(words))
        self._later.set_text(words)

    def take_keys(self) -> None:
        """Let Enter and Tab go to what is asked."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, message: str, hint: str, place: Path) -> None:
        """Say that a file was saved, with the way to the folder it lies in."""
        self.show_info(message, hint, (self.tr("Open folder"), partial(show_folder, place.parent)))

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.closed.emit()

    def dismiss_error(self) -> None:
        """Take the message away where it is of something that went wrong."""
        if self._tone == "error" and not self.isHidden():
            self.dismiss()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.message)
        words.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._later, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)

    def _say(
        self,
        tone: str,
        message: str,
        hint: str,
        action: Act | None = None,
    ) -> None:
        self._tone = tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()
        self.message.setText(message)
        self.message.setToolTip("")
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._later.hide()
        self._action = action[1] if action else None
        self._button.setVisible(action is not None)
        if action:
            self._button.set_text(action[0])
        self.setAccessibleName(f"{message} {hint}".strip())
        self.show()
        self.shown.emit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _act(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    def _act_instead(self) -> None:
        instead = self._instead
        self.dismiss()
        if instead is not None:
            instead()

    def _tint(self) -> None:
        name, colour = _ICONS[self._tone]
        self._sign.setPixmap(pixmap(name, colour, 18, self.devicePixelRatioF()))
