# SPDX-License-Identifier: MIT
"""One finding as a card: a mark, what we see, why and what to do, and buttons that do it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from persona_studio.core import clock
from persona_studio.core.reviewing import Finding, Fix, Waiver
from persona_studio.evidence.assess import short_date
from persona_studio.gui.review.ask_strip import AskStrip
from persona_studio.gui.review.edge_card import EdgeCard
from persona_studio.gui.widgets.buttons import GhostButton, IconButton
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.review.rule import parts_of
from persona_studio.workspace import fixing


class FindingCard(EdgeCard):
    """Signals carry the finding; `fixed` also the fix, `kept` the reason and the last day.

    `board_wanted` carries the id of the claim or persona to show on the board, `place` here.
    `shown` is what was asked, and the sentence without it; it is heard whole.
    """

    chosen = Signal(object)
    fixed = Signal(object, object)
    kept = Signal(object, str, object)
    reopened = Signal(object)
    board_wanted = Signal(str)

    def __init__(
        self,
        finding: Finding,
        looks: tuple[str, str],
        place: str,
        shown: tuple[str, str],
        *,
        editable: bool,
    ) -> None:
        mark, tag = looks
        super().__init__(mark)
        self.finding = finding
        self.place = place
        self._ask: AskStrip | None = None
        self.picked.connect(lambda: self.chosen.emit(self.finding))
        self.reasoned.connect(lambda reason, until: self.kept.emit(self.finding, reason, until))
        self.say(*parts_of(shown[1]), tag, self._way(), shown[0])
        self.setAccessibleName(f"{tag}. {parts_of(finding.sentence)[0]}")
        if finding.waived:
            self.body.addWidget(PlainLabel(reason_of(finding.waived, self), "quiet", wrap=True))
        self.body.addSpacing(6)
        self.body.addWidget(self.buttons)
        self._fill_buttons(editable=editable)

    def _way(self) -> IconButton | None:
        if not self.place:
            return None
        go = IconButton("board", self.tr("Show on the board"))
        go.clicked.connect(lambda: self.board_wanted.emit(self.place))
        return go

    def _fill_buttons(self, *, editable: bool) -> None:
        row = FlowLayout(self.buttons)
        if editable and self.finding.waived:
            again = GhostButton(self.tr("Open again"))
            again.clicked.connect(lambda: self.reopened.emit(self.finding))
            row.addWidget(again)
        elif editable:
            for fix in self.finding.fixes:
                row.addWidget(self._fix_button(fix))
            row.addWidget(self.keep_button())

    def _fix_button(self, fix: Fix) -> QPushButton:
        button = GhostButton(fix.label)
        button.clicked.connect(lambda: self._press(fix))
        self.lead(button)
        return button

    def _press(self, fix: Fix) -> None:
        """Carry a fix out, after asking for what it needs; signing has a form of its own."""
        if not fixing.wants(fix) or fix.id == "start_review":
            self.fixed.emit(self.finding, fix)
            return
        self._ask = AskStrip(fix)
        self._ask.answered.connect(self._answer)
        self._ask.cancelled.connect(self._stop_asking)
        self.body.addWidget(self._ask)
        self.buttons.hide()
        self._ask.show()
        self._ask.start()

    def _answer(self, fix: object) -> None:
        self.fixed.emit(self.finding, fix)

    def _stop_asking(self) -> None:
        if self._ask is not None:
            self._ask.hide()
            self._ask.deleteLater()
            self._ask = None
        self.buttons.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def reason_of(waiver: Waiver, words: EdgeCard) -> str:
    """Return why something is kept, and until when."""
    told = words.tr("Kept: {0}").format(waiver.reason)
    if waiver.until:
        told += words.tr(" (until {0})").format(short_date(waiver.until, clock.today()))
    return told
