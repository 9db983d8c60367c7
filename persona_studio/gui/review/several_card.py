# SPDX-License-Identifier: MIT
"""Several findings alike as one card: how many, why it matters, fixes for all, each on demand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from persona_studio.core.reviewing import Fix
from persona_studio.gui.review.edge_card import EdgeCard
from persona_studio.gui.review.finding_card import FindingCard
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.review.checklist import Entry, said_of
from persona_studio.workspace import fixing


class SeveralCard(EdgeCard):
    """Signals carry the entry: `fixed` also the id of a fix, `kept` the reason and the last day.

    `unfolded` carries the key and whether each finding is to be seen below.
    """

    chosen = Signal(object)
    fixed = Signal(object, str)
    kept = Signal(object, str, object)
    reopened = Signal(object)
    unfolded = Signal(object, bool)

    def __init__(self, entry: Entry, tag: str, *, editable: bool) -> None:
        super().__init__("half")
        self.entry = entry
        self.cards: list[FindingCard] = []
        self.picked.connect(lambda: self.chosen.emit(self.entry))
        self.reasoned.connect(lambda reason, until: self.kept.emit(self.entry, reason, until))
        self.say(*said_of(entry), tag)
        self.body.addSpacing(6)
        self.body.addWidget(self.buttons)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(8)
        self.body.addLayout(self._inside)
        self._look_first: list[GhostButton] = []
        self.fold = GhostButton("")
        self.fold.clicked.connect(lambda: self.unfolded.emit(self.entry.key, not self.cards))
        self._fill_buttons(editable=editable)
        self.show_each([])

    def show_each(self, cards: list[FindingCard]) -> None:
        """Show each finding as a card of its own below, or none."""
        self.cards = cards
        self._inside.setContentsMargins(0, 6 if cards else 0, 0, 0)
        for card in cards:
            self._inside.addWidget(card)
        many = len(self.entry.findings)
        words = self.tr("Fold them up") if cards else self.tr("Show all {0}").format(many)
        self.fold.set_text(words)
        for button in self._look_first:
            button.setVisible(bool(cards))

    def _fill_buttons(self, *, editable: bool) -> None:
        row = FlowLayout(self.buttons)
        if editable and self.entry.first.waived:
            again = GhostButton(self.tr("Open all again"))
            again.clicked.connect(lambda: self.reopened.emit(self.entry))
            row.addWidget(again)
        elif editable:
            fixes = fixing.together(self.entry.findings)
            if any(fix.id in fixing.LOOK_FIRST for fix in fixes):
                self.lead(self.fold)
            for fix in fixes:
                row.addWidget(self._fix_button(fix))
            row.addWidget(self.keep_button())
        row.addWidget(self.fold)

    def _fix_button(self, fix: Fix) -> GhostButton:
        words = self.tr("{0} (all {1})").format(fix.label, len(self.entry.findings))
        button = GhostButton(words)
        button.clicked.connect(lambda: self.fixed.emit(self.entry, fix.id))
        if fix.id in fixing.LOOK_FIRST:
            self._look_first.append(button)
        self.lead(button)
        return button
