# SPDX-License-Identifier: MIT
"""The pages at the side that make up a persona's head, each made when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.persona_page import PersonaPage

if TYPE_CHECKING:
    from persona_studio.gui.personas.side import Side

P = TypeVar("P", bound=PersonaPage)


class HeadPages(QObject):
    """Opens a page for a persona; who made it connects what it asks for (`made`)."""

    def __init__(
        self,
        side: "Side",
        bridge: Bridge,
        gestures: Gestures,
        made: Callable[[PersonaPage], None],
    ) -> None:
        super().__init__(side)
        self._side = side
        self._bridge = bridge
        self._gestures = gestures
        self._made = made
        self._pages: dict[type, PersonaPage] = {}

    def picture(self, persona: str) -> None:
        """Let the picture of a persona be chosen, and say whose it is."""
        from persona_studio.gui.personas.picture_page import PicturePage

        self._bring(PicturePage, persona)

    def names(self, persona: str) -> None:
        """Offer names for a persona."""
        from persona_studio.gui.personas.names_page import NamesPage

        self._bring(NamesPage, persona)

    def data(self, persona: str) -> None:
        """Let it be chosen what is drawn of a persona's data."""
        from persona_studio.gui.personas.data_page import DataPage

        self._bring(DataPage, persona)

    def facts(self, persona: str) -> None:
        """Let it be chosen which facts stand under a persona's name."""
        from persona_studio.gui.personas.facts_page import FactsPage

        self._bring(FactsPage, persona)

    def quote(self, persona: str) -> None:
        """Let a quote be chosen from what a persona's people said."""
        from persona_studio.gui.personas.quote_page import QuotePage

        self._bring(QuotePage, persona)

    def journey(self, persona: str) -> None:
        """Let the steps of the day or of the journey be made."""
        from persona_studio.gui.personas.journey_page import JourneyPage

        self._bring(JourneyPage, persona)

    def page(self, kind: type[P]) -> P | None:
        """Return a page that was made already."""
        found = self._pages.get(kind)
        return found if isinstance(found, kind) else None

    def _bring(self, kind: type[PersonaPage], persona: str) -> None:
        if not persona:
            return
        if kind not in self._pages:
            self._pages[kind] = kind(self._bridge, self._gestures)
            self._made(self._pages[kind])
        self._side.bring(self._pages[kind])
        self._pages[kind].open(persona)
        self._pages[kind].take_focus()
