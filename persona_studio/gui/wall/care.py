# SPDX-License-Identifier: MIT
"""Ties the wall to the Personas room: the switch, the tray, and what becomes of a group."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from persona_studio.gui.wall.switch import Views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona_studio.gui.bridge import Bridge
    from persona_studio.gui.personas.room import PersonasRoom
    from persona_studio.gui.wall.page import WallPage

_COMMANDS = {"move_to": "move_to", "duplicate": "duplicate", "remove": "remove"}


class WallCare(QObject):
    """Switches the room between board and wall."""

    def __init__(self, room: "PersonasRoom", bridge: "Bridge", board: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._bridge = bridge
        self.views = Views(board, self._make)
        room.title.switch.wanted.connect(self._wanted)
        room.evidence.instead = self._take

    def show(self) -> "WallPage":
        """Bring the wall to the front."""
        page = self.views.show_wall()
        self._room.title.switch.show_wall(on=True)
        return page

    def show_board(self) -> None:
        """Bring the board to the front."""
        self.views.show_board()
        self._room.title.switch.show_wall(on=False)

    def run(self, command: str) -> bool:
        """Carry out what is meant for cards of the wall; False while the board is in front."""
        if not self.views.on_wall or self.views.wall is None:
            return False
        if command in _COMMANDS:
            self.views.wall.run(_COMMANDS[command])
            return True
        self.show_board()
        return False

    def _make(self) -> "WallPage":
        from persona_studio.gui.wall.page import WallPage

        page = WallPage(self._bridge, self._room.count, self._room.tray.item)
        page.announced.connect(self._room.announced)
        page.persona_made.connect(self._persona_made)
        page.section_made.connect(self._section_made)
        return page

    def _wanted(self, wall: bool) -> None:
        if wall != self.views.on_wall:
            if wall:
                self.show()
            else:
                self.show_board()

    def _take(self, key: str) -> bool:
        """Put a card of the tray on the wall, where that is in front."""
        if self.views.on_wall and self.views.wall is not None:
            self.views.wall.put(key)
            return True
        return False

    def _persona_made(self, persona: str) -> None:
        self.show_board()
        self._room.reveal_persona(persona)

    def _section_made(self, claims: "Sequence[str]") -> None:
        self.show_board()
        self._room.board.select(list(claims), self._bridge.snapshot)
