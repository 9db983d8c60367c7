# SPDX-License-Identifier: MIT
"""One claim of a re-check: what was counted then and now, what it means, what to do."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from persona_studio.evidence.adoption import new_word
from persona_studio.evidence.verdict import WORDS
from persona_studio.evidence.waves import Comparison
from persona_studio.gui.review.edge_card import EdgeCard
from persona_studio.gui.review.finding_card import reason_of
from persona_studio.gui.review.moved_bar import Count, MovedBar
from persona_studio.gui.review.recheck_words import ANSWERS, tr, wave_name
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.parted import add_parted
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.rechecking import Line


@dataclass(frozen=True)
class May:
    """What may be decided about a claim: anything at all, keeping it, splitting its persona."""

    edit: bool
    keep: bool
    split: bool


class RecheckCard(EdgeCard):
    """Signals carry the claim's id; `kept` also the reason and the last day."""

    adopted = Signal(str)
    kept = Signal(str, str, object)
    split = Signal(str)
    claim_wanted = Signal(str)

    def __init__(self, line: Line, comparison: Comparison, may: May) -> None:
        super().__init__(ANSWERS[line.answer].mark)
        self.line = line
        self._may = may
        sentence = str(line.told["sentence"])
        self.setAccessibleName(f"{tr(ANSWERS[line.answer].heading)}. {line.claim.text}")
        self.setAccessibleDescription(f"{line.persona.name}. {sentence} {self._became()}")
        add_parted(self.body, line.parted, "strong")
        self.body.addWidget(PlainLabel(self._about(), "quiet", wrap=True))
        self._add_counts(comparison)
        self.body.addWidget(PlainLabel(sentence, "muted", wrap=True))
        if became := self._became():
            self.body.addWidget(PlainLabel(became, "quiet", wrap=True))
        self.body.addSpacing(4)
        self.body.addWidget(self.buttons)
        self._fill_buttons()
        self.reasoned.connect(lambda reason, until: self.kept.emit(line.claim.id, reason, until))

    def _about(self) -> str:
        claim = self.line.claim
        parts = [self.line.persona.name, self.line.section]
        if claim.quantifier:
            parts.append(self.tr("says “{0}”").format(WORDS[claim.quantifier]))
        if claim.key:
            parts.append(self.tr("key claim"))
        return " · ".join(parts)

    def _add_counts(self, comparison: Comparison) -> None:
        before, after = self.line.told["before"], self.line.told["after"]
        if before is None or after is None:
            return
        counts = (
            Count(wave_name(comparison.before), before["k"], before["n"]),
            Count(wave_name(comparison.wave), after["k"], after["n"]),
        )
        self.body.addSpacing(6)
        self.body.addWidget(MovedBar(counts, self.line.claim.quantifier))
        self.body.addSpacing(4)

    def _became(self) -> str:
        if self.line.state == "adopted":
            return self.tr("The claim rests on the new answers.")
        waiver = self.line.waiver
        return reason_of(waiver, self) if waiver else ""

    def _fill_buttons(self) -> None:
        row, claim = FlowLayout(self.buttons), self.line.claim.id
        if self._may.edit and self.line.adoptable:
            after = self.line.told["after"]
            adopt = GhostButton(self._adopt_words(after["k"], after["n"]))
            adopt.clicked.connect(lambda: self.adopted.emit(claim))
            row.addWidget(adopt)
        if self._may.edit and self._may.keep and self.line.state == "open":
            row.addWidget(self.keep_button())
        if self._may.edit and self._may.split:
            split = GhostButton(self.tr("Split the persona by it"))
            split.setToolTip(self.tr("Two personas: those of whom it is true, and the others"))
            split.clicked.connect(lambda: self.split.emit(claim))
            row.addWidget(split)
        go = GhostButton(self.tr("Go to claim"))
        go.clicked.connect(lambda: self.claim_wanted.emit(claim))
        row.addWidget(go)

    def _adopt_words(self, k: int, n: int) -> str:
        """Return what taking the new value does, the new word for how many included."""
        word = new_word(self.line.claim, (k, n))
        if word == self.line.claim.quantifier or word is None:
            return self.tr("Take the new value ({0} of {1})").format(k, n)
        return self.tr("Take the new value ({0} of {1}: “{2}”)").format(k, n, WORDS[word])
