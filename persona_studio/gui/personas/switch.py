# SPDX-License-Identifier: MIT
"""The views of the Personas room as pills of one switch."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from persona_studio.gui.widgets.chip import Chip

BOARD, OVERVIEW, COMPARE = "board", "overview", "compare"
FOCUS, WALL, SCALES = "focus", "wall", "scales"
CLAIMS = (BOARD, FOCUS)
"""Views of the same columns: all of them, or one."""
WIDE = (OVERVIEW, COMPARE)
"""Views that take the room of the tray as well."""


class ViewSwitch(QWidget):
    """Pills of which one is on; `wanted(view)` fires when another is pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {
            BOARD: Chip(self.tr("Board"), checked=True),
            OVERVIEW: Chip(self.tr("Overview")),
            COMPARE: Chip(self.tr("Compare")),
            FOCUS: Chip(self.tr("Focus")),
            WALL: Chip(self.tr("Wall")),
            SCALES: Chip(self.tr("Scales")),
        }
        tips = {
            BOARD: self.tr("All personas side by side"),
            OVERVIEW: self.tr("Everything on one screen"),
            COMPARE: self.tr("Two to five personas line by line"),
            FOCUS: self.tr("One persona, as wide as the board"),
            WALL: self.tr("Sort notes and evidence freely"),
            SCALES: self.tr("People side by side on scales"),
        }
        self.setAccessibleName(self.tr("Views"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        group = QButtonGroup(self)
        for view, chip in self.chips.items():
            group.addButton(chip)
            row.addWidget(chip)
            chip.setToolTip(tips[view])
            chip.toggled.connect(lambda on, view=view: self.wanted.emit(view) if on else None)

    def show_view(self, view: str) -> None:
        """Say which is in front."""
        self.chips[view].setChecked(True)
