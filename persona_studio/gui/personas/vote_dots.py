# SPDX-License-Identifier: MIT
"""The dots of the room's last vote on the cards of the board, once the vote is over."""

from PySide6.QtCore import QObject

from persona_studio.core.change import Change
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.workspace.dots import dots_of_claims


class VoteDots(QObject):
    """Keeps `look.dots` true, and tells every list when they change."""

    def __init__(self, board: Board, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._bridge = bridge
        bridge.changed.connect(self._changed)
        board.list_made.connect(self._tell)
        self.show()

    def show(self) -> None:
        """Count the dots, and show what has changed."""
        found = dots_of_claims(self._bridge.snapshot)
        before, self._board.look.dots = self._board.look.dots, found
        for shown in self._board.selection.lists:
            shown.claims.dots = found
            mine = (claim.id for claim in shown.claims.claims)
            if any(before.get(claim) != found.get(claim) for claim in mine):
                shown.claims.repaint()

    def _changed(self, change: Change) -> None:
        if change.kind == "load" or change.touches("workshop", "exercise", "vote"):
            self.show()

    def _tell(self, shown: ClaimList) -> None:
        shown.claims.dots = self._board.look.dots
