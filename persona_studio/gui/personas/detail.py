# SPDX-License-Identifier: MIT
"""What stands behind one claim: its evidence for and against, how strong, and what it assumes."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core import clock, words
from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.assess import Assessment, assess
from persona_studio.evidence.grounds import is_assumption
from persona_studio.evidence.verdict import WORDS, narrowest
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.assumption_form import AssumptionForm
from persona_studio.gui.personas.claim_model import mark_words
from persona_studio.gui.personas.evidence_card import EvidenceCard
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.review.interval_bar import IntervalBar
from persona_studio.gui.widgets.buttons import IconButton, LinkButton
from persona_studio.gui.widgets.card import hairline
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.mark import Mark
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.workspace import behind


class Holds(QComboBox):
    """For how many a claim holds; `put_away` when its list closes, chosen from or not."""

    put_away = Signal()

    def hidePopup(self) -> None:  # noqa: N802 - Qt's name
        """Tell that nothing is tried any more."""
        super().hidePopup()
        self.put_away.emit()


class ClaimDetail(QWidget):
    """A panel in place of the tray; `closed` when it is put away.

    `people_asked` carries the evidence whose people are to be shown, `measure_asked` (claim,
    evidence or "") what is to be counted otherwise, or as well.
    """

    closed = Signal()
    people_asked = Signal(str)
    measure_asked = Signal(str, str)

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.claim = ""
        self._bridge = bridge
        self._gestures = gestures
        self._close = IconButton("x", self.tr("Back to the evidence tray"))
        self._mark = Mark(size=14)
        self._verdict = PlainLabel("", "quiet", wrap=True)
        self._asked = PlainLabel("", "quiet", wrap=True)
        self._text = PlainLabel("", "name", wrap=True)
        self.holds = Holds()
        self._suggest = LinkButton("")
        self.bar = IntervalBar()
        self._cards = QVBoxLayout()
        self.more = LinkButton(self.tr("Count a question…"), "plus", flush=True)
        self._sum = PlainLabel("", "faint", wrap=True)
        self.form = AssumptionForm()
        self._build()
        self._close.clicked.connect(self.closed)
        self.holds.activated.connect(self._say_for_how_many)
        self.holds.highlighted.connect(self._preview)
        self.holds.put_away.connect(lambda: self.show_claim(self.claim))
        self.more.clicked.connect(lambda: self.measure_asked.emit(self.claim, ""))
        self._suggest.clicked.connect(self._use_data)
        self.form.kept.connect(self._assume)

    def show_claim(self, claim: str) -> None:
        """Show what stands behind a claim; close when it is gone."""
        found = self._bridge.snapshot.table(Claim).get(claim)
        if found is None:
            if self.claim:
                self.claim = ""
                self.closed.emit()
            return
        self.claim = claim
        judged = self._bridge.workspace.assess(claim)
        self._asked.setText(judged.lead)
        self._asked.setVisible(bool(judged.lead))
        self._text.setText(judged.line)
        self._say_verdict(judged)
        self._show_quantifier(found, judged)
        self._fill(claim, judged)
        lines = list(judged.lines)
        if judged.by_construction:
            lines.append(self.tr("Its question formed the group, so it had to be true there."))
        self._sum.setText("\n".join(lines))
        self.form.show_assumption(claim, judged.assumption)
        self.setAccessibleName(self.tr("What stands behind: {0}").format(found.text))

    def take_focus(self) -> None:
        """Give the keyboard to the panel."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape and F4."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        for word in ("", *words.QUANTIFIERS):
            self.holds.addItem(WORDS[word].capitalize() if word else self.tr("Not said"), word)
        self.holds.setAccessibleName(self.tr("Holds for"))
        self.holds.view().setAccessibleName(self.tr("Holds for"))
        self.holds.setEnabled(not self._bridge.read_only)
        if self._bridge.read_only:
            self.form.hide()
            self.more.hide()
        top = QHBoxLayout()
        top.addWidget(PlainLabel(self.tr("What stands behind it"), "strong"), 1)
        top.addWidget(self._close)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._verdict, 1)
        column = QVBoxLayout()
        column.setContentsMargins(14, 0, 14, 16)
        column.setSpacing(8)
        column.addWidget(self._asked)
        column.addWidget(self._text)
        column.addLayout(told)
        column.addWidget(PlainLabel(self.tr("Holds for"), "section"))
        column.addWidget(self.holds)
        column.addWidget(self.bar)
        column.addWidget(self._suggest)
        column.addLayout(self._cards)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(PlainLabel(self.tr("How the strength adds up"), "section"))
        column.addWidget(self._sum)
        column.addWidget(hairline())
        column.addWidget(self.form)
        column.addStretch(1)
        area = scrolling(column, sideways=False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 10, 0, 0)
        outer.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 8, 0)
        head.addLayout(top)
        outer.addLayout(head)
        outer.addWidget(area, 1)

    def _fill(self, claim: str, judged: Assessment) -> None:
        clear(self._cards)
        snapshot = self._bridge.snapshot
        every = snapshot.evidence_of(claim)
        sides = {item.id: side_of(item, judged, snapshot) for item in every}
        names = {
            "against": self.tr("Speaks against it"),
            "for": self.tr("Speaks for it"),
            "open": self.tr("Can't tell yet"),
            "assumed": self.tr("Assumed"),
        }
        groups = [(name, [e for e in every if sides[e.id] == side]) for side, name in names.items()]
        for title, items in groups:
            if items:
                self._cards.addWidget(PlainLabel(title, "section"))
            for item in sorted(items, key=_weight):
                self._cards.addWidget(self._card(item))
        if not every:
            said = self.tr("Nothing yet. Drag a figure or a quote onto the claim.")
            self._cards.addWidget(PlainLabel(said, "quiet", wrap=True))

    def _card(self, item: Evidence) -> EvidenceCard:
        locked = self._bridge.read_only
        whose = behind.whose(self._bridge.workspace, item)
        card = EvidenceCard(item, self._bridge.snapshot, clock.today(), whose, locked=locked)
        card.unlink_asked.connect(self._gestures.unlink)
        card.people_asked.connect(self.people_asked)
        card.change_asked.connect(lambda key: self.measure_asked.emit(self.claim, key))
        return card

    def _show_quantifier(self, claim: Claim, judged: Assessment) -> None:
        self.holds.setCurrentIndex(max(0, self.holds.findData(claim.quantifier or "")))
        self.bar.setVisible(judged.interval is not None and judged.n_total > 0)
        self.bar.show_share(judged, claim.quantifier)
        fitting = narrowest(judged.n_for, judged.n_total) if judged.measured else None
        wanted = fitting is not None and fitting != claim.quantifier
        self._suggest.setVisible(wanted and not self._bridge.read_only)
        self._suggest.setProperty("word", fitting)
        if fitting:
            self._suggest.set_text(self.tr("The data says: {0}").format(WORDS[fitting]))

    def _preview(self, row: int) -> None:
        """Show what the data would say to the word under the pointer or the arrow keys."""
        claim = self._bridge.snapshot.table(Claim).get(self.claim)
        if claim is not None and not self.bar.isHidden():
            word = str(self.holds.itemData(row)) or None
            snapshot = self._bridge.snapshot
            meant = assess(replace(claim, quantifier=word), snapshot, clock.today())
            self.bar.show_share(meant, word)
            self._say_verdict(meant)

    def _say_verdict(self, judged: Assessment) -> None:
        strength = self.tr("strength {0} of 100").format(judged.strength)
        self._mark.set_mark(judged.mark)
        self._verdict.setText(f"{mark_words(judged.mark, judged)} · {strength}")

    def _say_for_how_many(self, row: int) -> None:
        self._gestures.set_quantifier([self.claim], str(self.holds.itemData(row)) or None)

    def _use_data(self) -> None:
        self._gestures.set_quantifier([self.claim], str(self._suggest.property("word")))

    def _assume(self, who: str, how: str, test_by: date) -> None:
        self._gestures.assume([self.claim], who, how, test_by)


def side_of(item: Evidence, judged: Assessment, snapshot: Snapshot) -> str:
    """Return where evidence stands: against the claim, for it, open, or only assumed.

    A measure stands where its verdict is: linked in support it may well speak against.
    """
    if is_assumption(item, snapshot):
        return "assumed"
    answers = {measured.evidence.id: measured.answer for measured in judged.measured}
    if item.id in answers:
        words = {"supported": "for", "contradicted": "against"}
        return words.get(answers[item.id], "open")
    return "against" if item.stance == "contradicts" else "for"


def _weight(item: Evidence) -> tuple[int, str]:
    """Put what rests on most people first."""
    return (-item.n_for - item.n_against, item.id)
