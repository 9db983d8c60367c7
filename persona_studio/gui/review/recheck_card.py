# SPDX-License-Identifier: MIT
"""One claim of a re-check: what was counted then and now, what it means, what to do."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.evidence.adoption import new_word
from persona_studio.evidence.assess import short_date
from persona_studio.evidence.verdict import WORDS
from persona_studio.evidence.waves import Comparison
from persona_studio.gui.review.keep_strip import KeepStrip
from persona_studio.gui.review.moved_bar import Count, MovedBar
from persona_studio.gui.review.recheck_words import ANSWERS, tr, wave_name
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.mark import Mark
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.rechecking import Line


@dataclass(frozen=True)
class May:
    """What may be decided about a claim: anything at all, keeping it, splitting its persona."""

    edit: bool
    keep: bool
    split: bool


class RecheckCard(QFrame):
    """Signals carry the claim's id; `kept` also the reason and the last day."""

    adopted = Signal(str)
    kept = Signal(str, str, object)
    split = Signal(str)
    claim_wanted = Signal(str)

    def __init__(self, line: Line, comparison: Comparison, may: May) -> None:
        super().__init__()
        self.line = line
        self._may = may
        self._keep: KeepStrip | None = None
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sentence = str(line.told["sentence"])
        self.setAccessibleName(f"{tr(ANSWERS[line.answer].heading)}. {line.claim.text}")
        self.setAccessibleDescription(f"{line.persona.name}. {sentence} {self._became()}")
        self._body = QVBoxLayout()
        self._body.setSpacing(4)
        self._body.addWidget(PlainLabel(line.claim.text, "strong", wrap=True))
        self._body.addWidget(PlainLabel(self._about(), "quiet", wrap=True))
        self._add_counts(comparison)
        self._body.addWidget(PlainLabel(sentence, "muted", wrap=True))
        if became := self._became():
            self._body.addWidget(PlainLabel(became, "quiet", wrap=True))
        self._body.addSpacing(4)
        self._buttons = QWidget()
        self._body.addWidget(self._buttons)
        self._fill_buttons()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 13, 16, 13)
        row.setSpacing(12)
        row.addWidget(Mark(ANSWERS[line.answer].mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._body, 1)

    def ask_reason(self) -> None:
        """Open the form that keeps the claim as it is, with a reason."""
        if self._keep is None:
            self._keep = KeepStrip()
            self._keep.kept.connect(self._give_reason)
            self._keep.cancelled.connect(self._close_reason)
            self._body.addWidget(self._keep)
        self._buttons.hide()
        self._keep.show()
        self._keep.start()

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
        self._body.addSpacing(6)
        self._body.addWidget(MovedBar(counts, self.line.claim.quantifier))
        self._body.addSpacing(4)

    def _became(self) -> str:
        if self.line.state == "adopted":
            return self.tr("The claim rests on the new answers.")
        waiver = self.line.waiver
        if waiver is None:
            return ""
        words = self.tr("Kept: {0}").format(waiver.reason)
        if waiver.until:
            words += self.tr(" (until {0})").format(short_date(waiver.until, clock.today()))
        return words

    def _fill_buttons(self) -> None:
        row, claim = FlowLayout(self._buttons), self.line.claim.id
        if self._may.edit and self.line.adoptable:
            after = self.line.told["after"]
            adopt = GhostButton(self._adopt_words(after["k"], after["n"]))
            adopt.clicked.connect(lambda: self.adopted.emit(claim))
            row.addWidget(adopt)
        if self._may.edit and self._may.keep and self.line.state == "open":
            keep = GhostButton(self.tr("Keep, with a reason"))
            keep.clicked.connect(self.ask_reason)
            row.addWidget(keep)
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

    def _give_reason(self, reason: str, until: object) -> None:
        self.kept.emit(self.line.claim.id, reason, until)

    def _close_reason(self) -> None:
        if self._keep is not None:
            self._keep.hide()
        self._buttons.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
