# SPDX-License-Identifier: MIT
"""The score of the guesses so far: who hit how often, and how far off on average."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.evidence.guesses import Score, scores
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import scrolling
from persona_studio.workspace import guessing


class ScoreCard(Card):
    """Hidden until the first reveal; the best guesser stands first."""

    def __init__(self, flow: Flow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self._shown: list[Score] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        words = self.tr("A hit lies inside the interval of the data.")
        self.body.addWidget(PlainLabel(self.tr("Score"), "name"))
        self.body.addWidget(scrolling(self._list), 1)
        self.body.addWidget(PlainLabel(words, "quiet", wrap=True))

    def refresh(self) -> None:
        """Count what is shown so far."""
        found = self._found()
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        clear(self._list)
        for score in found:
            line = QVBoxLayout()
            line.setSpacing(0)
            line.addWidget(PlainLabel(score.name, "strong", elide=True))
            hits = self.tr("{0} of {1} hit").format(score.hits, score.asked)
            off = self.tr("{0} points off").format(round(100 * score.distance))
            line.addWidget(PlainLabel(f"{hits}, {off}", "quiet", wrap=True))
            row = QHBoxLayout()
            row.addLayout(line)
            self._list.addLayout(row)
        self._list.addStretch(1)

    def _found(self) -> list[Score]:
        rounds = []
        for exercise in self._flow.exercises("guess"):
            counted = None
            if exercise.closed:
                counted = guessing.counted(self._flow.bridge.workspace, exercise)
            if counted is not None:
                guesses = self._flow.guesses(exercise.id).items()
                values = {name: g.value for name, g in guesses if g.value is not None}
                rounds.append((*counted, values))
        return scores(rounds)
