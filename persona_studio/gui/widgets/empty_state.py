# SPDX-License-Identifier: MIT
"""What an empty room shows: one sentence about what comes next, and one button that does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from persona_studio.gui.icons import pixmap
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import LinkButton, PrimaryButton
from persona_studio.gui.widgets.plain_label import PlainLabel


class EmptyState(QWidget):
    """An icon, a sentence, a button; `pressed` fires when it is used.

    A `link` under it leads another way (`link_pressed`).
    """

    pressed = Signal()
    link_pressed = Signal()

    def __init__(
        self,
        icon: str,
        sentence: str,
        button: str = "",
        parent: QWidget | None = None,
        *,
        link: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._sign = QLabel()
        self.sentence = PlainLabel(sentence, "muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setFixedWidth(420)
        words = QHBoxLayout()  # a label with an alignment of its own would not get its height
        words.addStretch(1)
        words.addWidget(self.sentence)
        words.addStretch(1)
        self.button = PrimaryButton(button)
        if not button:
            self.button.hide()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        if link:
            other = LinkButton(link)
            column.addWidget(other, 0, Qt.AlignmentFlag.AlignHCenter)
            other.clicked.connect(self.link_pressed)
        column.addStretch(3)
        self.button.clicked.connect(self.pressed)
        theme().changed.connect(self._tint)
        self._tint()

    def say(self, sentence: str, button: str = "") -> None:
        """Change the sentence and the button's words; no words hide the button."""
        self.sentence.setText(sentence)
        self.button.set_text(button)
        self.button.setVisible(bool(button))

    def _tint(self) -> None:
        self._sign.setPixmap(pixmap(self._icon, "accent", 40, self.devicePixelRatioF()))
