# SPDX-License-Identifier: MIT
"""Reads answers in idle turns: to count and search them, and to hand them to the pattern child."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.research.idle_reading import SLICE_SECONDS, IdleReading
from persona_studio.workspace.theming import question_of, slices_of

Told = Callable[[list[tuple[int, str]]], None]


class ThemeReading(IdleReading):
    """Reads answers to count and search them, and gathers those of one question for the child."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self._gathering = QTimer(self, interval=0)
        self._gathering.timeout.connect(self._gather_on)
        self._parts: Iterator[list[tuple[int, str]]] = iter(())
        self._gathered: list[tuple[int, str]] = []
        self._then: Told = lambda answers: None

    def gather(self, question: str, then: Told) -> None:
        """Call `then` with all answers of a question, as (row, text)."""
        found = question_of(self._bridge.snapshot, question)
        self._parts = slices_of(self._bridge.workspace, found)
        self._gathered, self._then = [], then
        self._gathering.start()

    def stop(self) -> None:
        """Gather no more."""
        self._gathering.stop()

    def _gather_on(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        while perf_counter() < end:
            part = next(self._parts, None)
            if part is None:
                self._gathering.stop()
                self._then(self._gathered)
                return
            self._gathered += part
