# SPDX-License-Identifier: MIT
"""Figures of a persona, counted question by question while the window has nothing else to do."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.workspace.figures import Figure, each_figure

_SLICE_SECONDS = 0.008


class FigureCount(QObject):
    """`ready(persona)` fires when the figures of a wanted persona ("" is everyone) are counted."""

    ready = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: dict[tuple[str, str], list[Figure]] = {}
        self._waiting: list[str] = []
        self._wanted = ""
        self._counting: Iterator[list[Figure]] | None = None
        self._counted: list[Figure] = []
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._count_on)

    def of(self, persona: str) -> list[Figure] | None:
        """Return the figures of a persona, None while they are not counted."""
        return self._known.get(self._place(persona))

    def want(self, persona: str) -> None:
        """Count for a persona, after those that are wanted already."""
        if self._counting is None:
            self._wanted = persona
            self._counted = []
            self._counting = each_figure(self._bridge.workspace, persona or None)
            self._idle.start()
        elif persona not in (self._wanted, *self._waiting):
            self._waiting.append(persona)

    def forget(self) -> None:
        """Count anew from now on: the data or a group has changed."""
        self._known.clear()
        self._counting = None
        self._waiting.clear()
        self._idle.stop()

    def _place(self, persona: str) -> tuple[str, str]:
        who = self._bridge.snapshot.table(Persona).get(persona)
        return (persona, (who.segment or "") if who else "")

    def _count_on(self) -> None:
        """Count question after question until the window wants its turn."""
        end = perf_counter() + _SLICE_SECONDS
        while self._counting is not None and perf_counter() < end:
            found = next(self._counting, None)
            if found is None:
                self._counting = None
                self._idle.stop()
                self._known[self._place(self._wanted)] = self._counted
                done = self._wanted
                if self._waiting:
                    self.want(self._waiting.pop(0))
                self.ready.emit(done)
                return
            self._counted.extend(found)
