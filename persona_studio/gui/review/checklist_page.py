# SPDX-License-Identifier: MIT
"""The checklist: what to decide, most useful first, with fixes that act at once."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import Finding, Fix, SignOff
from persona_studio.evidence.assess import short_date
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.forms.review_page import Ui_ReviewPage
from persona_studio.gui.review.finding_card import FindingCard
from persona_studio.gui.review.listing import FIRST, MORE, Group, count, grouped, shown
from persona_studio.gui.review.sign_panel import SignPanel
from persona_studio.gui.review.standing_panel import StandingPanel
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.review.rules import RULES
from persona_studio.workspace import fixing, signing

_TAGS = {rule.id: rule.name for rule in RULES}
Key = tuple[str, str]


class ChecklistPage(QWidget):
    """`show_claim` carries a claim's id, `open_room` a room's; `recheck_wanted` asks for a page."""

    show_claim = Signal(str)
    open_room = Signal(str)
    recheck_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._most = FIRST
        self._chosen: Key | None = None
        self._signing = False
        self._signer = ""
        self._stale = True
        self._cards: dict[Key, FindingCard] = {}
        self._ui = Ui_ReviewPage()
        self._ui.setupUi(self)
        self._empty = EmptyState("circle-check", "")
        self._ui.left.addWidget(self._empty, 1)
        self._empty.pressed.connect(lambda: self.open_room.emit("personas"))
        self._ui.sign.clicked.connect(self.start_signing)
        self._ui.recheck.clicked.connect(lambda: self.recheck_wanted.emit())
        bridge.changed.connect(self._changed)

    def activate(self) -> None:
        """Look at the project again where it has changed."""
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """List the findings of today anew; what was chosen stays chosen where it is still there."""
        self._stale = False
        at_work = self._has_focus()
        findings = self._bridge.workspace.findings()
        place = self._ui.list_area.verticalScrollBar().value()
        clear(self._ui.cards)
        self._cards.clear()
        self._show_head(findings)
        chosen = shown(findings, self._most)
        for group in grouped(chosen, findings, self._bridge.snapshot):
            self._show_group(group)
        self._show_rest(len(findings) - len(chosen), findings)
        self._ui.cards.addStretch(1)
        self._show_empty(findings)
        if self._chosen not in self._cards:
            self._chosen = next(iter(self._cards), None)
        self._mark_chosen()
        self._show_side()
        self._ui.list_area.verticalScrollBar().setValue(place)
        if at_work and self._chosen in self._cards and not self._signing:
            self._cards[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def start_signing(self) -> None:
        """Show who signs what, instead of a claim's standing."""
        self._signing = True
        self._show_side()

    def show_all(self) -> None:
        """Show more findings: notes and those kept with a reason come along."""
        self._most += MORE
        self.refresh()

    def _has_focus(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and self._ui.list_area.isAncestorOf(focus)

    def _changed(self, change: Change) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _show_head(self, findings: list[Finding]) -> None:
        clear(self._ui.counts)
        found = count(findings)
        snapshot = self._bridge.snapshot
        claims = [c for p in snapshot.personas for c in snapshot.claims_of(p.id)]
        holding = sum(self._bridge.workspace.assess(claim.id).mark == "filled" for claim in claims)
        for number, words in (
            (found.to_decide, self.tr("to decide")),
            (found.notes, self.tr("notes")),
            (holding, self.tr("claims hold")),
            (found.kept, self.tr("kept with a reason")),
        ):
            if number or words == self.tr("to decide"):
                self._ui.counts.addLayout(_counted(number, words))
        self._ui.counts.addStretch(1)
        self._ui.last.setText(self._last_words())
        self._ui.sign.setEnabled(bool(snapshot.personas) and not self._bridge.read_only)

    def _last_words(self) -> str:
        signed = [s for s in self._bridge.snapshot.table(SignOff).values() if s.signed_on]
        if not signed:
            return self.tr("Nothing signed off yet")
        last = max(signed, key=lambda each: (each.signed_on or date.min, each.id))
        day = short_date(last.signed_on or date.min, clock.today())
        return self.tr("Last signed off {0} by {1}").format(day, last.name)

    def _show_group(self, group: Group) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = group.persona.name if group.persona else self.tr("The whole set")
        row.addWidget(PlainLabel(name, "strong", elide=True))
        many = self.tr("{0} findings").format(group.total)
        row.addWidget(PlainLabel(self.tr("1 finding") if group.total == 1 else many, "muted"), 1)
        self._ui.cards.addLayout(row)
        for finding in group.findings:
            card = self._card(finding)
            self._cards[_key(finding)] = card
            self._ui.cards.addWidget(card)

    def _card(self, finding: Finding) -> FindingCard:
        mark = "half"
        if finding.target.kind == "claim":
            mark = self._bridge.workspace.assess(finding.target.id).mark
        tag = _TAGS.get(finding.rule, finding.rule)
        card = FindingCard(finding, mark, tag, editable=not self._bridge.read_only)
        card.chosen.connect(self._choose)
        card.fixed.connect(self._fix)
        card.kept.connect(self._keep)
        card.reopened.connect(self._reopen)
        card.claim_wanted.connect(self.show_claim)
        return card

    def _show_rest(self, hidden: int, findings: list[Finding]) -> None:
        if hidden <= 0:
            return
        found = count(findings)
        words = self.tr("Show more ({0})")
        if self._most <= FIRST and found.to_decide <= FIRST:
            words = self.tr("Show notes and what is kept ({0})")
        more = LinkButton(words.format(hidden), flush=True)
        more.clicked.connect(self.show_all)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        self._ui.cards.addLayout(row)

    def _show_empty(self, findings: list[Finding]) -> None:
        nobody = not self._bridge.snapshot.personas
        empty = nobody or not self._cards
        self._ui.list_area.setVisible(not empty)
        self._ui.side.setVisible(not empty or (self._signing and not nobody))
        self._empty.setVisible(empty)
        if nobody:
            sentence = self.tr("There is nothing to review yet. Personas come first.")
            self._empty.say(sentence, self.tr("Open Personas"))
        else:
            self._empty.say(self.tr("Nothing to decide. Every claim holds or is openly marked."))

    def _show_side(self) -> None:
        clear(self._ui.side_body)
        snapshot = self._bridge.snapshot
        if self._signing and snapshot.personas:
            self._ui.side.show()
            self._show_signing()
            return
        panel = StandingPanel(self._bridge.workspace)
        self._ui.side_body.addWidget(panel)
        card = self._cards.get(self._chosen) if self._chosen else None
        target = card.finding.target if card else None
        claim = snapshot.table(Claim).get(target.id) if target else None
        persona = snapshot.table(Persona).get((target.persona if target else "") or "")
        if claim is not None:
            panel.show_claim(claim)
        elif persona is not None:
            panel.show_persona(persona)
        else:
            panel.show_set()

    def _show_signing(self) -> None:
        panel = SignPanel(self._bridge.workspace, self._signer)
        panel.signed.connect(self._sign)
        panel.closed.connect(self._stop_signing)
        self._ui.side_body.addWidget(panel)
        panel.start()

    def _stop_signing(self) -> None:
        self._signing = False
        self.refresh()

    def _choose(self, finding: Finding) -> None:
        if self._chosen == _key(finding) and not self._signing:
            return
        self._signing = False
        self._chosen = _key(finding)
        self._mark_chosen()
        self._show_side()

    def _mark_chosen(self) -> None:
        for key, card in self._cards.items():
            card.set_selected(key == self._chosen)

    def _fix(self, finding: Finding, fix: Fix) -> None:
        if fix.id == "start_review":
            self._signer = self._signer or str(fix.values.get("name", ""))
            self.start_signing()
            return
        self._do(lambda: fixing.apply(self._bridge.workspace, finding, fix))

    def _keep(self, finding: Finding, reason: str, until: date) -> None:
        self._do(lambda: fixing.waive(self._bridge.workspace, finding, reason, until))

    def _reopen(self, finding: Finding) -> None:
        waived = finding.waived
        if waived is not None:
            self._do(lambda: fixing.unwaive(self._bridge.workspace, waived.id))

    def _sign(self, persona: str, name: str) -> None:
        self._signer = name
        self._do(lambda: signing.sign(self._bridge.workspace, persona, name))

    def _do(self, step: Callable[[], object]) -> None:
        """Take a step that may be refused; a refusal is shown as a banner."""
        try:
            step()
        except StudioError as error:
            self._bridge.failed.emit(error)


def _key(finding: Finding) -> Key:
    return (finding.rule, finding.target.id)


def _counted(number: int, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(PlainLabel(str(number), "name"))
    row.addWidget(PlainLabel(words, "muted"))
    return row
