# SPDX-License-Identifier: MIT
"""Looks after the pictures of claims on the board; each hand on a marker is one named edit."""

from PySide6.QtCore import QObject, Signal

from persona_studio.core.persona import Claim
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.column import PersonaColumn
from persona_studio.workspace.drawn import Drawn, DrawnScale


class DrawnCare(QObject):
    """`opened(claim)` asks for what stands behind a claim, `told(words)` is heard."""

    opened = Signal(str)
    told = Signal(str)

    def __init__(self, board: Board, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._bridge = bridge

    def look_after(self, column: PersonaColumn) -> None:
        """Connect a new column's pictures."""
        column.drawn.opened.connect(self.opened)
        column.drawn.placed.connect(self._place)
        column.drawn.taken_back.connect(self._take_back)

    def show(self) -> None:
        """Show the pictures as the project says; nothing is read where nothing is drawn."""
        snapshot = self._bridge.snapshot
        colours = {persona.id: persona.colour for persona in snapshot.personas}
        for key, column in self._board.columns.items():
            found = self._drawn(key) if _any_drawn(snapshot, key) else []
            assess = self._bridge.workspace.assess
            locked = self._bridge.read_only
            column.drawn.show_drawn(found, colours.get(key, "teal"), assess, locked=locked)

    def _drawn(self, persona: str) -> list[Drawn]:
        from persona_studio.workspace import drawing

        return list(drawing.drawn(self._bridge.workspace, persona))

    def _scale(self, claim: str) -> DrawnScale | None:
        from persona_studio.workspace import drawing

        meant = self._bridge.snapshot.table(Claim).get(claim)
        found = drawing.drawn_claim(self._bridge.workspace, meant) if meant else None
        return found if isinstance(found, DrawnScale) else None

    def _place(self, claim: str, value: float) -> None:
        from persona_studio.workspace import drawing

        scale = self._scale(claim)
        if scale is not None:
            with self._bridge.edit("Place on the scale", f"place:{claim}") as write:
                drawing.place(self._bridge.workspace, write, scale, value)
            where = scale.spread.said(value)
            self.told.emit(self.tr("Placed at {0}, an assumption of the team").format(where))
            self.show()

    def _take_back(self, claim: str) -> None:
        from persona_studio.workspace import drawing

        scale = self._scale(claim)
        if scale is not None:
            with self._bridge.edit("Place as answered") as write:
                drawing.as_answered(self._bridge.workspace, write, scale)
            where = scale.spread.said(scale.spread.middle)
            self.told.emit(self.tr("At {0}, the middle of the people").format(where))
            self.show()


def _any_drawn(snapshot: Snapshot, persona: str) -> bool:
    return any(claim.shown in ("bar", "scale") for claim in snapshot.claims_of(persona))
