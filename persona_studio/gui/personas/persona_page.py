# SPDX-License-Identifier: MIT
"""A page at the side that speaks of one persona and follows what is changed there."""

from PySide6.QtWidgets import QWidget

from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.reach_page import AsidePage


class PersonaPage(AsidePage):
    """Fill `show_persona`; a persona that is gone closes the page."""

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.persona = ""
        self._bridge = bridge
        self._gestures = gestures
        bridge.changed.connect(self.refresh)

    def open(self, persona: str) -> None:
        """Speak of a persona as it is now."""
        who = self._bridge.snapshot.table(Persona).get(persona)
        if who is None or who.retired is not None:
            self.closed.emit()
            return
        fresh, self.persona = persona != self.persona, persona
        self.show_persona(who, fresh=fresh)

    def show_persona(self, who: Persona, *, fresh: bool) -> None:
        """Fill the page; `fresh` where another persona was spoken of before."""

    def refresh(self) -> None:
        """Say it anew, while the page is seen."""
        shown = self.persona
        if self.isVisible():
            self.open(shown)
