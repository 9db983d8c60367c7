# SPDX-License-Identifier: MIT
"""What review has to decide, as small numbers on claims and personas; each leads to Review."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.core.change import Change
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.column import PersonaColumn

_AFTER_MS = 600
_FIRST_MS = 1500


class Badges(QObject):
    """Counts when the board rests, and tells with `counted`.

    `wanted` carries the claim or persona whose findings to show.
    """

    wanted = Signal(str)
    counted = Signal()

    def __init__(self, board: Board, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._bridge = bridge
        self._counting = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._counting.timeout.connect(self.show)
        board.column_made.connect(self._wire)
        board.list_made.connect(self._tell)
        bridge.changed.connect(self._changed)

    def start(self) -> None:
        """Count after the board was painted."""
        if not self._counting.isActive():
            self._counting.start(_AFTER_MS if self._board.look.calls else _FIRST_MS)

    def show(self) -> None:
        """Count, and show what has changed."""
        from persona_studio.review.checklist import calls

        found = calls(self._bridge.workspace.findings(), self._bridge.snapshot)
        before, self._board.look.calls = self._board.look.calls, found
        for key, column in self._board.columns.items():
            column.head.show_calls(found.get(key))
            for shown in column.lists():
                shown.claims.calls = found
                mine = (claim.id for claim in shown.claims.claims)
                if any(before.get(claim) != found.get(claim) for claim in mine):
                    shown.claims.repaint()
        self.counted.emit()

    def _changed(self, _change: Change) -> None:
        self._counting.start(_AFTER_MS)

    def _tell(self, shown: ClaimList) -> None:
        shown.claims.calls = self._board.look.calls

    def _wire(self, column: PersonaColumn) -> None:
        column.head.calls.clicked.connect(partial(self.wanted.emit, column.persona))
        column.head.show_calls(self._board.look.calls.get(column.persona))
