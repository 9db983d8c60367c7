# SPDX-License-Identifier: MIT
"""The switch at the top of the room: what is looked for, groups of people or themes of words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from persona_studio.gui.widgets.chip import Chip

GROUPS, THEMES = "groups", "themes"


class RoomSwitch(QWidget):
    """`chosen` carries GROUPS or THEMES; of its chips exactly one is on."""

    chosen = Signal(str)

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.chips: Mapping[str, Chip] = {
            GROUPS: Chip(self.tr("Groups")),
            THEMES: Chip(self.tr("Themes")),
        }
        self.chips[GROUPS].setToolTip(self.tr("People who answer alike"))
        self.chips[THEMES].setToolTip(self.tr("What people say in their own words"))
        together = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, chip in self.chips.items():
            together.addButton(chip)
            chip.setChecked(name == view)
            chip.clicked.connect(lambda _=False, name=name: self._choose(name))
            row.addWidget(chip)

    def _choose(self, name: str) -> None:
        """Ask for the other side; the switch itself goes with the page it stands on."""
        self.chips[self._view].setChecked(True)
        if name != self._view:
            self.chosen.emit(name)
