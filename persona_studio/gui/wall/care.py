# SPDX-License-Identifier: MIT
"""Ties the wall to the Personas room: the switch, the tray, and what becomes of a group."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from persona_studio.gui.wall.switch import BOARD, SCALES, WALL, Views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona_studio.gui.bridge import Bridge
    from persona_studio.gui.personas.room import PersonasRoom
    from persona_studio.gui.scales.page import ScalesPage
    from persona_studio.gui.wall.page import WallPage

_COMMANDS = ("move_to", "duplicate", "remove")


class WallCare(QObject):
    """Switches the room between board, wall and scales."""

    def __init__(self, room: "PersonasRoom", bridge: "Bridge", board: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._bridge = bridge
        self.views = Views(board, {WALL: self._make_wall, SCALES: self._make_scales})
        room.title.switch.wanted.connect(self._wanted)
        room.evidence.instead = self._take

    @property
    def on_wall(self) -> bool:
        """Whether the wall is in front."""
        return self.views.view == WALL

    def show(self) -> "WallPage":
        """Bring the wall to the front."""
        page: WallPage = self.views.show_view(WALL)
        self._room.title.switch.show_view(WALL)
        return page

    def show_scales(self) -> "ScalesPage":
        """Bring the scales board to the front."""
        page: ScalesPage = self.views.show_view(SCALES)
        self._room.title.switch.show_view(SCALES)
        return page

    def show_board(self) -> None:
        """Bring the board to the front."""
        self.views.show_view(BOARD)
        self._room.title.switch.show_view(BOARD)

    def run(self, command: str) -> bool:
        """Carry out what is meant for cards of the wall; False where claims are meant."""
        if self.on_wall and command in _COMMANDS:
            self.views.pages[WALL].run(command)
            return True
        self.show_board()
        return False

    def _make_wall(self) -> "WallPage":
        from persona_studio.gui.wall.page import WallPage

        page = WallPage(self._bridge, self._room.count, self._room.tray.item)
        page.announced.connect(self._room.announced)
        page.persona_made.connect(self._persona_made)
        page.section_made.connect(self._section_made)
        return page

    def _make_scales(self) -> "ScalesPage":
        from persona_studio.gui.scales.page import ScalesPage

        page = ScalesPage(self._bridge)
        page.announced.connect(self._room.announced)
        page.persona_made.connect(self._persona_made)
        page.open_room.connect(self._room.open_room)
        return page

    def _wanted(self, view: str) -> None:
        if view != self.views.view:
            self.views.show_view(view)

    def _take(self, key: str) -> bool:
        """Put a card of the tray on the wall, where that is in front."""
        if self.on_wall:
            self.views.pages[WALL].put(key)
        return self.on_wall

    def _persona_made(self, persona: str) -> None:
        self.show_board()
        self._room.reveal_persona(persona)

    def _section_made(self, claims: "Sequence[str]") -> None:
        self.show_board()
        self._room.board.select(list(claims), self._bridge.snapshot)
