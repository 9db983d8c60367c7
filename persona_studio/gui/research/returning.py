# SPDX-License-Identifier: MIT
"""Finds out who of a wave answered before, question by question, while the window is idle."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.gui.bridge import Bridge
from persona_studio.workspace.people import People, looking

MOST_COMPARED = 20_000
"""Rows of a wave up to which their answers are compared one by one after an import."""


class Returning(QObject):
    """`found` carries a People once all is known."""

    found = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._steps: Iterator[People | None] | None = None
        self._last: People | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._step)
        bridge.changed.connect(self.stop)

    def look(self, wave: str) -> None:
        """Begin to compare a wave with those before it."""
        self._steps, self._last = looking(self._bridge.workspace, wave), None
        self._idle.start()

    def stop(self) -> None:
        """Compare no further."""
        self._idle.stop()
        self._steps = None

    def _step(self) -> None:
        try:
            self._last = next(self._steps or iter(()))
        except StopIteration:
            self.stop()
            if self._last is not None:
                self.found.emit(self._last)
