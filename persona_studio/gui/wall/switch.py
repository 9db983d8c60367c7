# SPDX-License-Identifier: MIT
"""Board, wall or scales: views of the Personas room, each made when it is first entered."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from persona_studio.gui.widgets.chip import Chip

BOARD, WALL, SCALES = "board", "wall", "scales"


class ViewSwitch(QWidget):
    """Pills of which one is on; `wanted(view)` fires when another is pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {
            BOARD: Chip(self.tr("Board"), checked=True),
            WALL: Chip(self.tr("Wall")),
            SCALES: Chip(self.tr("Scales")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        group = QButtonGroup(self)
        for view, chip in self.chips.items():
            group.addButton(chip)
            row.addWidget(chip)
            chip.toggled.connect(lambda on, view=view: self.wanted.emit(view) if on else None)

    def show_view(self, view: str) -> None:
        """Say which is in front."""
        self.chips[view].setChecked(True)


class Views(QStackedWidget):
    """The board's page, and the others once they were entered."""

    def __init__(self, board: QWidget, makers: Mapping[str, Callable[[], Any]]) -> None:
        super().__init__()
        self._makers = makers
        self.pages: dict[str, Any] = {BOARD: board}
        self.view = BOARD
        self.addWidget(board)

    def show_view(self, view: str) -> Any:
        """Bring a view to the front and return its page."""
        if view not in self.pages:
            self.pages[view] = self._makers[view]()
            self.addWidget(self.pages[view])
        self.view = view
        self.setCurrentWidget(self.pages[view])
        if view != BOARD:
            self.pages[view].activate()
        return self.pages[view]
