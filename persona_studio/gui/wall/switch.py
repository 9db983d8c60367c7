# SPDX-License-Identifier: MIT
"""Board or wall: two views of the Personas room; the wall is made when it is first entered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from persona_studio.gui.widgets.chip import Chip

if TYPE_CHECKING:
    from persona_studio.gui.wall.page import WallPage


class ViewSwitch(QWidget):
    """Two pills of which one is on; `wanted(wall)` fires when the other is pressed."""

    wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = Chip(self.tr("Board"), checked=True)
        self.wall = Chip(self.tr("Wall"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        group = QButtonGroup(self)
        for chip in (self.board, self.wall):
            group.addButton(chip)
            row.addWidget(chip)
        self.wall.toggled.connect(self.wanted)

    def show_wall(self, *, on: bool) -> None:
        """Say which is in front."""
        (self.wall if on else self.board).setChecked(True)


class Views(QStackedWidget):
    """The board's page, and the wall once it was entered."""

    def __init__(self, board: QWidget, make: "Callable[[], WallPage]") -> None:
        super().__init__()
        self._make = make
        self.wall: WallPage | None = None
        self.addWidget(board)

    @property
    def on_wall(self) -> bool:
        """Whether the wall is in front."""
        return self.wall is not None and self.currentWidget() is self.wall

    def show_wall(self) -> "WallPage":
        """Bring the wall to the front."""
        if self.wall is None:
            self.wall = self._make()
            self.addWidget(self.wall)
        self.setCurrentWidget(self.wall)
        self.wall.activate()
        return self.wall

    def show_board(self) -> None:
        """Bring the board to the front."""
        self.setCurrentIndex(0)
