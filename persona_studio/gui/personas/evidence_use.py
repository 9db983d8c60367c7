# SPDX-License-Identifier: MIT
"""Evidence of the tray put to use on the board: linked to a claim, or made into one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from persona_studio.core.persona import Claim
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.place import Place, place_name
from persona_studio.gui.personas.tray import Tray
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.lines import section_of


class EvidenceUse(QObject):
    """Looks up what was dropped; what the tray never offered is not taken."""

    told = Signal(str)

    def __init__(
        self, board: Board, tray: Tray, gestures: Gestures, bridge: Bridge, window: QWidget
    ) -> None:
        super().__init__(window)
        self._board = board
        self._tray = tray
        self._gestures = gestures
        self._bridge = bridge
        self._window = window
        self.instead: Callable[[str], bool] = lambda _key: False
        tray.use_asked.connect(self.offer)

    def dropped(self, key: str, place: Place, claim: str, stance: str) -> None:
        """Use what was dropped on a claim, for or against it, or with "" on a section."""
        self._board.auto_scroll.stop()
        if claim:
            self.link(key, claim, stance)
        else:
            self.make(key, place)

    def link(self, key: str, claim: str, stance: str = "supports") -> None:
        """Link evidence to a claim."""
        item = self._tray.item(key)
        found = self._bridge.snapshot.table(Claim).get(claim)
        if item is None or found is None:
            return
        if not self._gestures.link(item, claim, stance):
            return
        self._board.select([claim], self._bridge.snapshot, focus=False)
        proof = self._bridge.workspace.assess(claim).proof
        against = self.tr("Linked as speaking against {0}: {1}")
        words = self.tr("Linked to {0}: {1}") if stance == "supports" else against
        self.told.emit(words.format(found.text, proof))

    def make(self, key: str, place: Place) -> None:
        """Make a claim of evidence."""
        item = self._tray.item(key)
        made = self._gestures.make(item, place) if item is not None else []
        if made:
            self._board.select(made, self._bridge.snapshot, focus=False)
            where = place_name(place, self._bridge.snapshot)
            self.told.emit(self.tr("New claim in {0}").format(where))

    def offer(self, key: str, at: QPoint) -> None:
        """Open the menu of a card of the tray."""
        if self._bridge.read_only or self._tray.item(key) is None:
            return
        if not self.instead(key):
            menu = self.menu(key)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def menu(self, key: str) -> QMenu:
        """Return what can be done with a card of the tray."""
        menu = QMenu(self._window)
        self._add_nearest(menu, key)
        claim = self._board.current_claim()
        text = claim.text if claim else ""
        cut = text if len(text) <= 40 else text[:39].rstrip() + "\u2026"
        link = menu.addAction(self.tr("Link to “{0}”").format(cut.replace("&", "&&")))
        link.setEnabled(claim is not None)
        link.triggered.connect(lambda: self.link(key, claim.id if claim else ""))
        if claim is None:
            link.setText(self.tr("Link to the selected claim"))
        against = menu.addAction(self.tr("Link as speaking against it"))
        against.setEnabled(claim is not None)
        against.triggered.connect(lambda: self.link(key, claim.id if claim else "", "contradicts"))
        for persona in self._bridge.snapshot.personas:
            part = menu.addMenu(
                self.tr("Make a claim for {0}").format(persona.name.replace("&", "&&"))
            )
            for section in (s for s in self._bridge.snapshot.sections if not s.hidden):
                place = Place(persona.id, section.id)
                action = part.addAction(section.title)
                action.triggered.connect(lambda _on=False, place=place: self.make(key, place))
        return menu

    def _add_nearest(self, menu: QMenu, key: str) -> None:
        """Offer the claim most people want, for whom the tray speaks of: Enter, Enter makes it."""
        item = self._tray.item(key)
        if self._tray.persona in self._board.columns and isinstance(item, Figure):
            place = Place(self._tray.persona, section_of(item.label, descriptor=True))
            name = place_name(place, self._bridge.snapshot).replace("&", "&&")
            first = menu.addAction(self.tr("Make a claim for {0}").format(name))
            first.triggered.connect(lambda: self.make(key, place))
            menu.setActiveAction(first)
            menu.addSeparator()
