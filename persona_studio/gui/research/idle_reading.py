# SPDX-License-Identifier: MIT
"""Reads what people said in idle turns, a little at a time, so that the window keeps its own."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.gui.bridge import Bridge
from persona_studio.workspace.said import Said

SLICE_SECONDS = 0.006
_SHOW_EVERY = 0.3


class IdleReading(QObject):
    """`more` fires now and then while answers are read, and when all are; `said` holds them."""

    more = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.said = Said(bridge.workspace)
        self._told_at = 0.0
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)

    def begin(self) -> None:
        """Read what is not read yet."""
        self._reading.start()

    def _read_on(self) -> None:
        """Read until the window wants its turn."""
        end, more = perf_counter() + SLICE_SECONDS, True
        while more and perf_counter() < end:
            more = self.said.read_on()
        if not more:
            self._reading.stop()
        if not more or perf_counter() > self._told_at + _SHOW_EVERY:
            self._told_at = perf_counter()
            self.more.emit()
