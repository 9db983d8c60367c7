# SPDX-License-Identifier: MIT
"""Looks after the lists of the board as they come: what is written, dropped and asked in them."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.claim_commands import ClaimCommands
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.column import PersonaColumn
from persona_studio.gui.personas.evidence_use import EvidenceUse
from persona_studio.gui.personas.place import PARKING, Place
from persona_studio.gui.personas.section import SectionBlock
from persona_studio.gui.personas.zone import ClaimZone


class ListCare(QObject):
    """Hands on what a list tells to those who act; `menu_asked(at)` for the menu of claims."""

    menu_asked = Signal(QPoint)

    def __init__(
        self,
        board: Board,
        commands: ClaimCommands,
        evidence: EvidenceUse,
        parent: QWidget,
        *,
        locked: bool,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._commands = commands
        self._evidence = evidence
        self._locked = locked
        board.column_made.connect(self._column_made)

    def section_made(self, block: SectionBlock) -> None:
        """Look after a section of a persona."""
        self.zone_made(block)
        block.add_asked.connect(lambda: self._add_in(block))

    def zone_made(self, zone: ClaimZone) -> None:
        """Look after a place that takes drops."""
        zone.moved.connect(self._dropped)
        zone.brought.connect(self._evidence.dropped)

    def list_made(self, shown: ClaimList) -> None:
        """Look after a list of claims."""
        shown.asked.connect(self._commands.run)
        shown.menu_asked.connect(self.menu_asked)
        shown.claims.written.connect(
            lambda claim, text, row: self._commands.written(shown, claim, text, row)
        )
        shown.drag_ended.connect(self._board.auto_scroll.stop)

    def parked(self, claims: list[str], copy: bool) -> None:
        """Put claims that were dropped on the parking lot's name there."""
        self._commands.drop(claims, PARKING, "", copy=copy)

    def _column_made(self, column: PersonaColumn) -> None:
        self.zone_made(column.journey)

    def _add_in(self, block: SectionBlock) -> None:
        if not self._locked:
            shown = block.ensure_list()
            shown.write_new(len(shown.claims.claims))

    def _dropped(self, claims: list[str], place: Place, before: str, copy: bool) -> None:
        self._board.auto_scroll.stop()
        self._commands.drop(claims, place, before, copy=copy)
