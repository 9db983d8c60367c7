# SPDX-License-Identifier: MIT
"""The rooms in a sentence each, for who has not been here before."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from persona_studio.gui.icons import pixmap
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.rooms import ENTRY
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.plain_label import PlainLabel

_SENTENCES = (
    (
        "research",
        QT_TRANSLATE_NOOP(
            "welcome", "Drop survey, shop and support files, or interview notes. Names stay out."
        ),
    ),
    (
        "patterns",
        QT_TRANSLATE_NOOP(
            "welcome", "See whether your customers fall into groups, and what sets each apart."
        ),
    ),
    (
        "personas",
        QT_TRANSLATE_NOOP(
            "welcome", "Build personas of claims; each tells how many people stand behind it."
        ),
    ),
    (
        "review",
        QT_TRANSLATE_NOOP(
            "welcome", "Decide what to do with lines nobody has said, or the data speaks against."
        ),
    ),
    (
        "print",
        QT_TRANSLATE_NOOP("welcome", "Put posters on the wall, with their evidence."),
    ),
    (
        "workshop",
        QT_TRANSLATE_NOOP("welcome", "Run the meeting: a clock, guesses, votes, and its minutes."),
    ),
)
_ICON = 20


class HowItGoes(QWidget):
    """An icon, a room's name and what happens there, for each room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs: dict[str, PlainLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 4, 10, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for place, (room, sentence) in enumerate(_SENTENCES):
            sign = self._signs[room] = PlainLabel()
            words = QCoreApplication.translate("welcome", sentence)
            quiet = PlainLabel(words, "muted", wrap=True)
            quiet.setContentsMargins(0, 0, 0, 16)
            row = 2 * place
            grid.addWidget(sign, row, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(ENTRY[room].name, "strong"), row, 1)
            grid.addWidget(quiet, row + 1, 1)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        for room, sign in self._signs.items():
            sign.setPixmap(pixmap(ENTRY[room].icon, "accent", _ICON, self.devicePixelRatioF()))
