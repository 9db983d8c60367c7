# SPDX-License-Identifier: MIT
"""Finds claims on the board: those that do not fit fade, a filter folds them away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from persona_studio.core.change import Change
from persona_studio.core.persona import Claim
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.find_bar import ASSUMED, CONTRADICTED, KEY, FindBar

if TYPE_CHECKING:
    from persona_studio.gui.personas.room import PersonasRoom


class FindCare(QObject):
    """`told(words)` says how many were found, and which one is in hand."""

    told = Signal(str)

    def __init__(self, room: "PersonasRoom", bridge: Bridge) -> None:
        super().__init__(room)
        self._room = room
        self._bridge = bridge
        self._found: list[Claim] = []
        self._at = ""
        self.bar = FindBar()
        self.bar.hide()
        keys = QShortcut(QKeySequence("Ctrl+F"), room, self.open)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.bar.changed.connect(self._sought)
        self.bar.step_wanted.connect(self.step)
        self.bar.closed.connect(self.close)
        bridge.changed.connect(self._changed)

    @property
    def found(self) -> list[str]:
        """The claims that fit, in the order of the board."""
        return [claim.id for claim in self._found]

    def open(self) -> None:
        """Let it be typed what to find."""
        self._room.views.show_claims()
        self.bar.begin()
        self._say()

    def close(self) -> None:
        """Show every claim as before; the keyboard goes back to the board."""
        self.bar.clear()
        self._seek()
        self.bar.hide()
        self._room.give_keyboard()

    def step(self, by: int) -> None:
        """Choose the next claim found, or the one before; after the last comes the first."""
        if self.bar.isHidden():
            self.open()
            return
        ids = self.found
        if not ids:
            self._say()
            return
        typing = self.bar.isAncestorOf(self.bar.window().focusWidget())
        chosen = None if typing else self._room.board.current_claim()
        at = chosen.id if chosen else self._at
        to = (ids.index(at) + by) % len(ids) if at in ids else (0 if by > 0 else -1)
        self._at = ids[to]
        self._room.choose_claim(self._at, focus=not typing)
        self._say()

    def _sought(self) -> None:
        self._at = ""
        self._seek()
        self._say()

    def _seek(self) -> None:
        words, filters = self.bar.words.casefold(), self.bar.filters
        kept = [claim for claim in self._in_order() if self._passes(claim, filters)]
        self._found = [claim for claim in kept if words in claim.text.casefold()]
        if not words and not filters:
            self._found = []
        look = self._room.board.look
        look.only = frozenset(claim.id for claim in kept) if filters else None
        look.sought = frozenset(self.found) if words else None
        for shown in self._room.board.selection.lists:
            shown.sift()

    def _in_order(self) -> list[Claim]:
        snapshot = self._bridge.snapshot
        owners = (*(persona.id for persona in snapshot.personas), None)
        return [claim for owner in owners for claim in snapshot.claims_of(owner)]

    def _passes(self, claim: Claim, filters: frozenset[str]) -> bool:
        if KEY in filters and not claim.key:
            return False
        if not filters & {ASSUMED, CONTRADICTED}:
            return True
        known = self._bridge.workspace.assess(claim.id)
        if ASSUMED in filters and known.assumption is not None and known.mark == "ring":
            return True
        return CONTRADICTED in filters and known.mark == "slashed"

    def _say(self) -> None:
        many, ids = len(self._found), self.found
        if not self.bar.words and not self.bar.filters:
            words = ""
        elif not many:
            words = self.tr("No claim fits")
        elif self._at in ids:
            words = self.tr("{0} of {1}").format(ids.index(self._at) + 1, many)
        else:
            words = self.tr("1 claim") if many == 1 else self.tr("{0} claims").format(many)
        self.bar.count.setText(words)
        for button in (self.bar.before, self.bar.after):
            button.setEnabled(many > 0)
        if words:
            text = next((c.text for c in self._found if c.id == self._at), "")
            self.told.emit(f"{words}: {text}" if text else words)

    def _changed(self, _change: Change) -> None:
        if not self.bar.isHidden():
            self._seek()
            self._say()

    def adopt(self, shown: ClaimList) -> None:
        """Sift a list that was made while something is sought."""
        if not self.bar.isHidden():
            shown.sift()
