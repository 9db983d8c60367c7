# SPDX-License-Identifier: MIT
"""Looking for themes, and for two parts of one: answers are gathered, the pattern child works."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from persona_studio.core.research import Question
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.patterns.running import Running
from persona_studio.gui.patterns.theme_reading import ThemeReading
from persona_studio.gui.patterns.theme_view import ThemeView
from persona_studio.workspace import theming
from persona_studio.workspace.themes_kept import Sorting

if TYPE_CHECKING:
    from persona_studio.patterns.themes import ThemeResult

Said = list[tuple[int, str]]


class ThemeSearch(QObject):
    """`found(there are themes)` in the question in front, `parted(question, mark, (rows, words))`.

    `ended` fires however it came to an end. One question is looked at at a time.
    """

    found = Signal(bool)
    parted = Signal(str, int, tuple)
    ended = Signal()

    def __init__(self, bridge: Bridge, jobs: Jobs, reading: ThemeReading) -> None:
        super().__init__(reading)
        self._bridge = bridge
        self._reading = reading
        self._question = self._front = ""
        self.running = Running(jobs, self.tr("Looking for answers that use like words"))
        self.running.failed.connect(bridge.failed)
        self.running.ended.connect(self._end)
        bridge.closing.connect(self.running.cancel)

    @property
    def free(self) -> bool:
        """Whether a search can begin."""
        return not self.running.busy and not self._bridge.read_only

    def show_for(self, view: ThemeView) -> None:
        """Show the search where it is for the question in front; elsewhere say why none begins."""
        self._front = view.question
        here, busy = self._front == self._question, self.running.busy
        self.running.setVisible(busy and here)
        words = self.tr("Wait until the search in other answers is over.")
        for button in (view.find_button, view.again):
            button.setToolTip(words if busy and not here else "")

    def look(self, question: str, k: int | None) -> None:
        """Look for themes of a question; `k` forces a number."""
        if self.free and question:
            self._question = question
            self.running.wait()
            self._reading.gather(question, partial(self._look_in, question, k))

    def split(self, sorting: Sorting, mark: int) -> None:
        """Look for the two parts of a theme."""
        if self.free:
            self._question = sorting.question
            self.running.wait()
            self._reading.gather(sorting.question, partial(self._split_in, sorting, mark))

    def _look_in(self, question: str, k: int | None, said: Said) -> None:
        request, at = theming.request(self._bridge.workspace, question, k=k, said=said)
        self.running.start(theming.job(request), partial(self._keep, question, at))

    def _keep(self, question: str, at: Sequence[int], result: "ThemeResult") -> None:
        with self._bridge.edit(self.tr("Find themes")):
            theming.store(self._bridge.workspace, question, at, result)
        if question == self._front:
            self.found.emit(bool(result.themes))
        elif asked := self._bridge.snapshot.table(Question).get(question):
            self._bridge.told.emit(self.tr("The search for themes is over."), asked.label)

    def _split_in(self, sorting: Sorting, mark: int, said: Said) -> None:
        request, at = theming.request_of(self._bridge.workspace, sorting, mark, said)
        then = partial(self._part, sorting.question, mark, at)
        self.running.start(theming.job(request, split=True), then)

    def _part(self, question: str, mark: int, at: Sequence[int], result: "ThemeResult") -> None:
        from persona_studio.workspace.theme_use import second_half

        self.parted.emit(question, mark, second_half(at, result))

    def _end(self) -> None:
        self._reading.stop()
        self.ended.emit()
