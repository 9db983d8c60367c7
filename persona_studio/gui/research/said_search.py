# SPDX-License-Identifier: MIT
"""Looks for answers while they are still being read: what is there already is shown at once."""

from persona_studio.core.research import ThemeItem
from persona_studio.gui.research.idle_reading import IdleReading
from persona_studio.workspace.said import Place, quotes_of


class SaidSearch(IdleReading):
    """Finds what is there so far; search again at `more`."""

    def forget(self) -> None:
        """Read everything anew."""
        self.said.forget()

    @property
    def reading(self) -> bool:
        """Whether answers are still being read."""
        return self.said.unread > 0

    def find(self, query: str, question: str, theme: str, *, marked: bool) -> list[Place]:
        """Return the answers read so far that say every word; of a question, theme, or marked."""
        found = self.said.find(query, question)
        if not theme and not marked:
            return found
        snapshot = self._bridge.snapshot
        items = snapshot.table(ThemeItem).values()
        under = {item.quote for item in items if item.theme == theme}
        there = quotes_of(snapshot)
        return [
            place
            for place in found
            if any(not theme or quote.id in under for quote in there.get(place, ()))
        ]
