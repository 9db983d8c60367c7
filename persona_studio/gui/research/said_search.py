# SPDX-License-Identifier: MIT
"""Looks for answers while they are still being read: what is there already is shown at once."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.core.research import ThemeItem
from persona_studio.gui.bridge import Bridge
from persona_studio.workspace.said import Place, Said, quotes_of

_SLICE_SECONDS = 0.008
_SHOW_EVERY = 0.3


class SaidSearch(QObject):
    """`more` fires now and then while answers are read, and when all are."""

    more = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.said = Said(bridge.workspace)
        self._told_at = 0.0
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)

    def begin(self) -> None:
        """Read what is not read yet, in idle time."""
        self._reading.start()

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

    def _read_on(self) -> None:
        """Read until the window wants its turn."""
        end = perf_counter() + _SLICE_SECONDS
        more = True
        while more and perf_counter() < end:
            more = self.said.read_on()
        if not more:
            self._reading.stop()
        if not more or perf_counter() > self._told_at + _SHOW_EVERY:
            self._told_at = perf_counter()
            self.more.emit()
