# SPDX-License-Identifier: MIT
"""The page of choices: the project's name, how the window looks, where everything is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio import paths
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.places import show_folder
from persona_studio.gui.project_card import ProjectCard
from persona_studio.gui.settings import Settings
from persona_studio.gui.theme import Direction, Mode, theme
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.plain_label import PlainLabel

_WIDTH = 720
_Key = TypeVar("_Key", bound=str)


class SettingsPage(QWidget):
    """Choices act at once and are kept."""

    def __init__(self, settings: Settings, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.modes: dict[Mode, Chip] = {}
        self.directions: dict[Direction, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Settings"), "title"))
        project = ProjectCard(bridge)
        project.setMaximumWidth(_WIDTH)
        column.addWidget(project)
        column.addWidget(self._look())
        column.addWidget(self._places())
        column.addStretch(1)
        theme().changed.connect(self._show_mode)
        self._show_mode()

    def activate(self) -> None:
        """Show the choice that is on."""
        self._show_mode()

    def _look(self) -> QWidget:
        card = _card(
            self.tr("Look"),
            self.tr("Light reads well on a projector, dark is calmer in a dim room."),
        )
        names: dict[Mode, str] = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "system": self.tr("As this computer"),
        }
        sides: dict[Direction, str] = {
            "language": self.tr("As the language"),
            "left": self.tr("Left to right"),
            "right": self.tr("Right to left"),
        }
        card.body.addLayout(self._choices(names, self.modes, self._choose))
        card.body.addWidget(PlainLabel(self.tr("Direction of the window"), "strong"))
        hint = self.tr("What is written on cards reads from its own side in any case.")
        card.body.addWidget(PlainLabel(hint, "muted", wrap=True))
        card.body.addLayout(self._choices(sides, self.directions, self._turn))
        return card

    def _choices(
        self, names: dict[_Key, str], chips: dict[_Key, Chip], choose: Callable[[_Key], None]
    ) -> QHBoxLayout:
        """Return a row of chips of which one is on, and keep them by their keys."""
        group, row = QButtonGroup(self), QHBoxLayout()
        for each, name in names.items():
            chips[each] = Chip(name)
            group.addButton(chips[each])
            chips[each].clicked.connect(lambda _on, key=each: choose(key))
            row.addWidget(chips[each])
        row.addStretch(1)
        return row

    def _places(self) -> QWidget:
        card = _card(
            self.tr("Where things are kept"),
            self.tr("A project is one file, where you saved it. Nothing leaves this computer."),
        )
        places = (
            (self.tr("Backups of your projects"), paths.backups()),
            (self.tr("Settings and the sample workshop"), paths.home()),
        )
        for name, folder in places:
            card.body.addLayout(self._place(name, folder))
        return card

    def _place(self, name: str, folder: Path) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(PlainLabel(name))
        words.addWidget(PlainLabel(str(folder), "quiet", elide=True))
        button = GhostButton(self.tr("Open folder"))
        button.setAccessibleName(self.tr("Open folder: {0}").format(name))
        button.clicked.connect(lambda: _open_folder(folder))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _choose(self, mode: Mode) -> None:
        theme().set_mode(mode)
        self._settings.keep(mode=mode)

    def _turn(self, direction: Direction) -> None:
        theme().set_direction(direction)
        self._settings.keep(direction=direction)

    def _show_mode(self) -> None:
        self.modes[theme().mode].setChecked(True)
        chosen = (key for key in self.directions if key == self._settings.direction)
        self.directions[next(chosen, "language")].setChecked(True)


def _card(title: str, hint: str) -> Card:
    card = Card()
    card.setMaximumWidth(_WIDTH)
    card.body.addWidget(PlainLabel(title, "name"))
    card.body.addWidget(PlainLabel(hint, "muted", wrap=True))
    return card


def _open_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    show_folder(folder)
