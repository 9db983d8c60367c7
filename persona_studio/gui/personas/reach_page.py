# SPDX-License-Identifier: MIT
"""Whom a persona describes: how many people fit, and what each line costs and proves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.persona import Persona
from persona_studio.evidence.spoken import lead_and_line
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas import backing
from persona_studio.gui.personas.head import percent
from persona_studio.gui.widgets.buttons import IconButton, LinkButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.parted import add_parted
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.workspace import reach
from persona_studio.workspace.reach import LineReach


class AsidePage(QWidget):
    """A page at the side: a heading with a way back, and below it what scrolls."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel("", "strong", wrap=True)
        self.back = IconButton("x", self.tr("Back to the evidence tray"))
        self.column = QVBoxLayout()
        self.column.setContentsMargins(14, 0, 14, 16)
        self.column.setSpacing(8)
        area = scrolling(self.column, sideways=False)
        top = QHBoxLayout()
        top.setContentsMargins(14, 10, 8, 0)
        top.addWidget(self.heading, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(top)
        outer.addWidget(area, 1)
        self.back.clicked.connect(self.closed)

    def take_focus(self) -> None:
        """Give the keyboard to the page."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Take away what was shown."""
        clear(self.column)

    def say(self, words: str, kind: str = "") -> None:
        """Add a paragraph."""
        self.column.addWidget(PlainLabel(words, kind, wrap=True))

    def meter(self, words: str, share: float, colour: str) -> None:
        """Add a share as a bar, with its words above."""
        self.say(words)
        bar = MeterBar(colour)
        bar.set_values(None, share)
        bar.setAccessibleName(words)
        self.column.addWidget(bar)


class ReachPage(AsidePage):
    """`claim_wanted` carries a line that is to be shown on the board."""

    claim_wanted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.persona = ""
        self._bridge = bridge

    def open(self, persona: str) -> None:
        """Show whom a persona describes; close where it is gone."""
        who = self._bridge.snapshot.table(Persona).get(persona)
        self.persona = persona
        self.clear()
        if who is None or who.retired is not None:
            self.closed.emit()
            return
        self.heading.setText(self.tr("Whom {0} describes").format(who.name))
        found = reach.of_persona(self._bridge.workspace, persona)
        if found is None or not found.found.n:
            self.say(
                self.tr(
                    "No line of this persona is counted yet. Drag a figure onto a claim, or "
                    "choose what is counted for it."
                ),
                "quiet",
            )
        else:
            self._fill(found, who.colour)
        self._tell_strength(persona)
        self.column.addStretch(1)

    def _tell_strength(self, persona: str) -> None:
        """Say what the persona rests on, so that the sum can be followed by hand."""
        found = self._bridge.workspace.judging.strength(persona)
        if found.lines:
            self.say(self.tr("How well it is backed"), "section")
            words = self.tr("{0}, strength {1} of 100").format(backing.basis(found), found.score)
            self.say(words, "strong")
            self.say(backing.why(found), "quiet")
            self.say(self.tr("Weight times strength of each claim, and their mean:"), "faint")
            for line in found.lines:
                self.say(line, "faint")

    def _fill(self, found: reach.Reach, colour: str) -> None:
        count = found.found
        source = reach.wave_words(self._bridge.snapshot, found.wave)
        self.say(self.tr("Of {0} people in {1}").format(f"{count.n:,}", source), "quiet")
        for words, fit in (
            (self.tr("Two lines in three: {0}"), count.soft),
            (self.tr("Every line: {0}"), count.strict),
        ):
            self.meter(words.format(_told(count.share(fit), fit)), fit / count.n, colour)
        if found.unmeasured:
            words = self.tr("{0} of its claims are not counted, so they keep nobody out.")
            self.say(words.format(found.unmeasured), "faint")
        self.say(self.tr("What each line costs"), "section")
        for line in found.lines:
            self.column.addWidget(self._card(line, colour))
        self.say(
            self.tr(
                "People are chosen by the other lines alone, because a line that helps to choose "
                "them is true of them by choice."
            ),
            "faint",
        )

    def _card(self, line: LineReach, colour: str) -> QWidget:
        card = Card(margin=10)
        card.body.setSpacing(4)
        add_parted(card.body, lead_and_line(line.claim, self._bridge.snapshot))
        if line.cost:
            words = self.tr("Keeps out {0} who fit every other line").format(f"{line.cost:,}")
        else:
            words = self.tr("Keeps nobody out")
        card.body.addWidget(PlainLabel(words, "strong" if line.cost else "quiet", wrap=True))
        if line.others:
            bar = MeterBar(colour)
            bar.set_values(None, line.holds / line.others)
            told = self.tr("Holds for {0} of {1} who fit by the others")
            said = told.format(f"{line.holds:,}", f"{line.others:,}")
            bar.setAccessibleName(said)
            card.body.addWidget(bar)
            card.body.addWidget(PlainLabel(said, "quiet", wrap=True))
        go = LinkButton(self.tr("Show the claim"), flush=True)
        go.setAccessibleName(self.tr("Show the claim: {0}").format(line.claim.text))
        go.clicked.connect(lambda: self.claim_wanted.emit(line.claim.id))
        card.body.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _told(share: tuple[float, float, float], count: int) -> str:
    low, high = (round(end * 100) for end in share[1:])
    return f"{percent(share[0])} ({low}\u2013{high}) · {count:,}"
