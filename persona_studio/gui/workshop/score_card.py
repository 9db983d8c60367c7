# SPDX-License-Identifier: MIT
"""The score of the guesses so far: who hit how often, and how far off on average."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from persona_studio.evidence.guesses import Score, scores
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look
from persona_studio.workspace import guessing

_GAP = 8


class ScoreLine(QWidget):
    """One person's hits; on the `stage` in one line, so that more people are seen from afar."""

    def __init__(self, score: Score, *, stage: bool) -> None:
        super().__init__()
        across = QBoxLayout.Direction.LeftToRight if stage else QBoxLayout.Direction.TopToBottom
        hits = self.tr("{0} of {1} hit").format(score.hits, score.asked)
        off = self.tr("{0} points off").format(round(100 * score.distance))
        line = QBoxLayout(across, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP if stage else 0)
        line.addWidget(PlainLabel(score.name, "strong", elide=True), 1 if stage else 0)
        line.addWidget(PlainLabel(hits if stage else f"{hits}, {off}", "quiet", wrap=not stage))


class ScoreCard(Card):
    """Hidden until the first reveal; the best guesser stands first.

    On the stage nobody scrolls: only whole lines are seen, and how many more there are.
    """

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow, self._stage = flow, look.stage
        self._shown: list[Score] = []
        self.lines: list[ScoreLine] = []
        self._more = PlainLabel("", "quiet", self)
        self._more.hide()
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(_GAP)
        self._area = scrolling(self._list)
        if look.stage:
            self._area.viewport().installEventFilter(self)
        words = self.tr("A hit lies inside the interval of the data.")
        self.body.addWidget(PlainLabel(self.tr("Score"), "name"))
        self.body.addWidget(self._area, 1)
        self.body.addWidget(PlainLabel(words, "quiet", wrap=True))

    def refresh(self) -> None:
        """Count what is shown so far."""
        found = self._found()
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        clear(self._list)
        self.lines = [ScoreLine(score, stage=self._stage) for score in found]
        self._more = PlainLabel("", "quiet")
        for line in (*self.lines, self._more):
            self._list.addWidget(line)
        self._list.addStretch(1)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show as many whole lines as there is room for."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        many = shown = len(self.lines)
        if self._stage and many:
            high = max(line.sizeHint().height() for line in self.lines) + _GAP
            whole = max(2, (self._area.viewport().height() + _GAP) // high)
            shown = many if many <= whole else whole - 1
        for place, line in enumerate(self.lines):
            line.setVisible(place < shown)
        self._more.setText(self.tr("and {0} more").format(many - shown))
        self._more.setVisible(shown < many)

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
