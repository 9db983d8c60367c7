# SPDX-License-Identifier: MIT
"""Guess, then reveal: choose, enter and lock the room's estimates, then hold them to the data."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.guess_picker import GuessPicker
from persona_studio.gui.workshop.guess_sheet import GuessSheet
from persona_studio.gui.workshop.page import Look, Page
from persona_studio.gui.workshop.score_card import ScoreCard
from persona_studio.storage import workshops
from persona_studio.workspace.guessing import Ask


class GuessPage(Page):
    """The picker where nothing is asked yet, else the question that is on, and the score."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(flow, look, parent)
        self.sheet = GuessSheet(flow, look)
        self.score = ScoreCard(flow, look)
        self.picker: GuessPicker | None = None
        self._empty = EmptyState("circle-question-mark", "")
        self._asking = QWidget()
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.sheet, 3)
        row.addWidget(self.score, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._asking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.sheet.more_wanted.connect(self._pick)
        self._empty.pressed.connect(self._act)

    def refresh(self) -> None:
        """Show the question that is on."""
        now = self.flow.current("guess")
        if now is None:
            self._show_empty()
            return
        if self.picker is None or self._stack.currentWidget() is not self.picker:
            self._stack.setCurrentWidget(self._asking)
        self.sheet.refresh()
        self.score.refresh()

    def _show_empty(self) -> None:
        if self.edits and self.flow.people:
            if self.picker is None or self._stack.currentWidget() is not self.picker:
                self._pick()
            return
        self._stack.setCurrentWidget(self._empty)
        if self.edits:
            words = self.tr("Guesses belong to people: say who takes part first.")
            self._empty.say(words, self.tr("Go to the agenda"))
        else:
            self._empty.say(self.tr("What to guess is chosen at the desk; Esc leads there."))

    def _act(self) -> None:
        self.flow.go("agenda")

    def _pick(self) -> None:
        if self.picker is None:
            self.picker = GuessPicker(self.bridge)
            self.picker.chosen.connect(self._ask)
            self.picker.cancelled.connect(self._back)
            self._stack.addWidget(self.picker)
        self._stack.setCurrentWidget(self.picker)
        self.picker.start(first=self.flow.current("guess") is None)

    def _back(self) -> None:
        self._stack.setCurrentWidget(self._asking)
        self.refresh()

    def _ask(self, chosen: list[Ask]) -> None:
        session = self.flow.session
        if session is None:
            return
        self._stack.setCurrentWidget(self._asking)
        before = {exercise.id for exercise in self.flow.exercises("guess")}
        label = "Ask the room to guess"
        with self.bridge.edit(label) as write:
            for ask in chosen:
                workshops.ask(write, ask.exercise(session.id))
        fresh = [each for each in self.flow.exercises("guess") if each.id not in before]
        if fresh:
            self.flow.show(fresh[0])
            self.sheet.start()
