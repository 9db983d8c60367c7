# SPDX-License-Identifier: MIT
"""How far the two tables agree: cards, kappa with its interval, the pair that is confused."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from persona_studio.core.workshop import Exercise
from persona_studio.evidence.agreement import Agreement, agreement
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.workshop.exercise_bar import ExerciseBar
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look, shortened
from persona_studio.gui.workshop.sort_words import chance, confused, with_data
from persona_studio.workspace import dealing


class SortResult(Card):
    """A sentence each, and the table of who put which cards where."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self.bar = ExerciseBar(flow, "sort", look)
        self.cards = PlainLabel("", "title", wrap=True)
        self.kappa = PlainLabel("", "", wrap=True)
        self.pair = PlainLabel("", "strong", wrap=True)
        self.data = PlainLabel("", "muted", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.cards, 1)
        head.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.kappa)
        self.body.addWidget(self.pair)
        self.body.addSpacing(12)
        row = QHBoxLayout()
        row.addLayout(self._grid)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.body.addWidget(self.data)

    def refresh(self) -> None:
        """Show what came of the sorting that is on."""
        now = self._flow.current("sort")
        if now is None:
            return
        one, two = dealing.both(now)
        found: Agreement = agreement(one, two)
        self.bar.refresh(now)
        words = self.tr("{0} of {1} cards alike at both tables")
        self.cards.setText(words.format(found.alike, found.n))
        self.kappa.setText(chance(found))
        self.pair.setText(confused(found, now))
        self.data.setText(with_data(now, dealing.by_data(self._flow.bridge.workspace, now)))
        self.data.setVisible(bool(self.data.text()))
        self._show_table(now, Counter(zip(one, two, strict=True)))

    def _show_table(self, now: Exercise, pairs: Counter[tuple[str, str]]) -> None:
        clear(self._grid)
        used = {kind for pair in pairs for kind in pair}
        options = [option for option in now.options if option.id in used]
        for place, option in enumerate(options, start=1):
            head = PlainLabel(self.tr("B: {0}").format(shortened(option.text, 24)), "muted")
            self._grid.addWidget(head, 0, place)
            side = PlainLabel(self.tr("A: {0}").format(shortened(option.text, 24)), "muted")
            self._grid.addWidget(side, place, 0)
        for row, a in enumerate(options, start=1):
            for column, b in enumerate(options, start=1):
                many = pairs.get((a.id, b.id), 0)
                cell = PlainLabel(f"{many or '·'}", "strong" if a == b else "")
                cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self._grid.addWidget(cell, row, column)
