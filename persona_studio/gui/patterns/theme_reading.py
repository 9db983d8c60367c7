# SPDX-License-Identifier: MIT
"""Reads answers in idle turns: to count and search them, and to hand them to the pattern child."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.gui.bridge import Bridge
from persona_studio.workspace.said import Said
from persona_studio.workspace.theming import question_of, slices_of

_SLICE_SECONDS = 0.006
_SHOW_EVERY = 0.3
Told = Callable[[list[tuple[int, str]]], None]


class ThemeReading(QObject):
    """`more` fires now and then while answers are read, and when all are."""

    more = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.said = Said(bridge.workspace)
        self._told_at = 0.0
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)
        self._gathering = QTimer(self, interval=0)
        self._gathering.timeout.connect(self._gather_on)
        self._parts: Iterator[list[tuple[int, str]]] = iter(())
        self._gathered: list[tuple[int, str]] = []
        self._then: Told = lambda answers: None

    def begin(self) -> None:
        """Read what is not read yet."""
        self._reading.start()

    def gather(self, question: str, then: Told) -> None:
        """Call `then` with all answers of a question, as (row, text)."""
        found = question_of(self._bridge.snapshot, question)
        self._parts = slices_of(self._bridge.workspace, found)
        self._gathered, self._then = [], then
        self._gathering.start()

    def stop(self) -> None:
        """Gather no more."""
        self._gathering.stop()

    def _read_on(self) -> None:
        end, more = perf_counter() + _SLICE_SECONDS, True
        while more and perf_counter() < end:
            more = self.said.read_on()
        if not more:
            self._reading.stop()
        if not more or perf_counter() > self._told_at + _SHOW_EVERY:
            self._told_at = perf_counter()
            self.more.emit()

    def _gather_on(self) -> None:
        end = perf_counter() + _SLICE_SECONDS
        while perf_counter() < end:
            part = next(self._parts, None)
            if part is None:
                self._gathering.stop()
                self._then(self._gathered)
                return
            self._gathered += part
