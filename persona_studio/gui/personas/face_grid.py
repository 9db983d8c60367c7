# SPDX-License-Identifier: MIT
"""Drawn faces to choose from, of every style the studio has; others come at a press.

Seeds are drawn by lot, so that no face follows from a persona's name, age or origin.
"""

import secrets
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from persona_studio.gui.personas.picture import rendered

STYLES = {"open-peeps": "Open Peeps", "notionists": "Notionists"}
_EACH, _SIDE = 4, 56


def fresh_seeds() -> list[tuple[str, str]]:
    """Return (style, seed) of faces by lot, as many of each style."""
    return [(style, secrets.token_hex(6)) for style in STYLES for _ in range(_EACH)]


class FaceGrid(QWidget):
    """`wanted(style, seed)` asks for a drawing, `chosen(style, seed)` was pressed."""

    wanted = Signal(str, str)
    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces: list[tuple[str, str]] = []
        self.buttons: list[QToolButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)

    def offer(self, faces: list[tuple[str, str]], taken: tuple[str, str]) -> None:
        """Offer these faces; the one that is `taken` already is marked."""
        while len(self.buttons) < len(faces):
            self._add()
        self.faces = faces
        for place, ((style, seed), button) in enumerate(zip(faces, self.buttons, strict=False)):
            button.setIcon(QIcon())
            button.setChecked((style, seed) == taken)
            told = self.tr("Drawn face {0}, {1}").format(place + 1, STYLES.get(style, style))
            button.setAccessibleName(told)
            button.setToolTip(told)
            self.wanted.emit(style, seed)

    def mark(self, taken: tuple[str, str]) -> None:
        """Mark the face that is taken."""
        for face, button in zip(self.faces, self.buttons, strict=False):
            button.setChecked(face == taken)

    def take_face(self, style: str, seed: str, svg: str) -> None:
        """Show a face that was drawn."""
        for face, button in zip(self.faces, self.buttons, strict=False):
            if face == (style, seed):
                button.setIcon(QIcon(QPixmap.fromImage(_on_white(rendered(svg)))))

    def _add(self) -> None:
        button = QToolButton()
        button.setProperty("kind", "face")
        button.setCheckable(True)
        button.setFixedSize(_SIDE, _SIDE)
        button.setIconSize(QSize(_SIDE - 8, _SIDE - 8))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        place = len(self.buttons)
        button.clicked.connect(partial(self._press, place))
        self._grid.addWidget(button, place // _EACH, place % _EACH)
        self.buttons.append(button)

    def _press(self, place: int, _checked: bool = False) -> None:
        self.buttons[place].setChecked(True)
        self.chosen.emit(*self.faces[place])


def _on_white(drawn: QImage) -> QImage:
    """Return a face on white: its lines are dark in every look, as on paper."""
    ground = QImage(drawn.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return ground
