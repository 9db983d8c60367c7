# SPDX-License-Identifier: MIT
"""The checklist: what to decide, most useful first, with fixes that act at once."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from persona_studio.core import clock
from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import Finding, Fix, SignOff
from persona_studio.evidence.assess import short_date
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.forms.review_page import Ui_ReviewPage
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.patterns.running import Running
from persona_studio.gui.review.counted import counted
from persona_studio.gui.review.filter_bar import ALL
from persona_studio.gui.review.listing import Card, Listing
from persona_studio.gui.review.several_card import SeveralCard
from persona_studio.gui.review.sign_panel import SignPanel
from persona_studio.gui.review.standing_panel import StandingPanel
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.review.checklist import WHOLE, Entry, Filter, count
from persona_studio.workspace import fixing, grouping, regrouping, signing

if TYPE_CHECKING:
    from persona_studio.patterns.request import GroupRequest, GroupResult


class ChecklistPage(QWidget):
    """`show_claim`, `show_persona` carry what to show on the board, `open_room` a room's id.

    `recheck_wanted` and `rules_wanted` ask for other pages, `report_wanted` for a file.
    """

    show_claim = Signal(str)
    show_persona = Signal(str)
    open_room = Signal(str)
    recheck_wanted = Signal()
    rules_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._signing = False
        self._signer = ""
        self._stale = True
        self._beside: tuple[str, ...] | None = None
        self._ui = Ui_ReviewPage()
        self._ui.setupUi(self)
        self.list = Listing(bridge.workspace)
        self._empty = EmptyState("circle-check", "")
        self._regrouping = ""
        self.running = Running(jobs, self.tr("Looking for groups of similar people"))
        self._ui.left.addWidget(self.running)
        self._ui.left.addWidget(self.list, 1)
        self._ui.left.addWidget(self._empty, 1)
        self._connect()

    def activate(self) -> None:
        """Look at the project again where it has changed."""
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """List the findings of today anew; what was chosen stays chosen where it is still there."""
        self._stale = False
        findings = self._bridge.workspace.findings()
        self._show_head(findings)
        self._show_empty(findings)
        self.list.show_findings(findings)

    def reveal(self, target: str) -> None:
        """Bring what is said of a claim or persona to view."""
        self.refresh()
        if not self.list.reveal(target):
            words = self.tr("Review has nothing to say here.")
            hint = self.tr("Every rule that is switched on is content with it.")
            self._bridge.failed.emit(StudioError(words, hint, kind="nothing"))

    def start_signing(self) -> None:
        """Show who signs what, instead of a claim's standing."""
        self._signing = True
        self._show_side()

    def show_on_board(self) -> None:
        """Show on the board what is chosen in the list."""
        if self.list.about:
            self._show_place(self.list.about)
            return
        words = self.tr("This has no place on the board.")
        hint = self.tr("Choose a finding on a claim or a persona; several can be unfolded.")
        self._bridge.failed.emit(StudioError(words, hint, kind="nothing_chosen"))

    def _connect(self) -> None:
        self._empty.pressed.connect(lambda: self.open_room.emit("personas"))
        self._ui.sign.clicked.connect(self.start_signing)
        self._ui.report.clicked.connect(lambda: self.report_wanted.emit())
        self._ui.rules.clicked.connect(lambda: self.rules_wanted.emit())
        self._ui.recheck.clicked.connect(lambda: self.recheck_wanted.emit())
        self.list.chosen.connect(self._chosen)
        self.list.shown.connect(self._show_side)
        self.list.made.connect(self._wire)
        self._bridge.changed.connect(self._changed)
        self.running.failed.connect(self._bridge.failed)

    def _wire(self, card: Card) -> None:
        if isinstance(card, SeveralCard):
            card.fixed.connect(self._fix_all)
            card.kept.connect(lambda entry, *why: self._keep(entry.findings, *why))
            card.reopened.connect(lambda entry: self._reopen(entry.findings))
        else:
            card.fixed.connect(self._fix)
            card.kept.connect(lambda finding, *why: self._keep((finding,), *why))
            card.reopened.connect(lambda finding: self._reopen((finding,)))
            card.board_wanted.connect(self._show_place)

    def _changed(self, _change: Change) -> None:
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
                self._ui.counts.addLayout(counted(number, words))
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

    def _show_empty(self, findings: list[Finding]) -> None:
        nobody = not self._bridge.snapshot.personas
        empty = nobody or not findings
        self.list.setVisible(not empty)
        self._ui.side.setVisible(not empty or (self._signing and not nobody))
        self._empty.setVisible(empty)
        if nobody:
            sentence = self.tr("There is nothing to review yet. Personas come first.")
            self._empty.say(sentence, self.tr("Open Personas"))
        else:
            self._empty.say(self.tr("Nothing to decide. Every claim holds or is openly marked."))

    def _chosen(self) -> None:
        """Let the side follow, unless it shows that already."""
        if self._signing or self._beside != (self.list.about,):
            self._signing = False
            self._show_side()

    def _show_side(self) -> None:
        focus = self.focusWidget()
        if focus is not None and self._ui.side.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt hands it to some card
        clear(self._ui.side_body)
        snapshot = self._bridge.snapshot
        self._beside = None
        if self._signing and snapshot.personas:
            self._ui.side.show()
            self._show_signing()
            return
        self._beside = (self.list.about,)
        panel = StandingPanel(self._bridge.workspace)
        self._ui.side_body.addWidget(panel)
        claim = snapshot.table(Claim).get(self.list.about)
        persona = snapshot.table(Persona).get(self.list.about)
        if claim is not None:
            panel.show_claim(claim)
        elif persona is not None:
            panel.show_persona(persona)
        else:
            panel.show_set()

    def _show_signing(self) -> None:
        panel = SignPanel(self._bridge.workspace, self._signer)
        panel.signed.connect(self._sign)
        panel.named.connect(self._take_name)
        panel.closed.connect(self._stop_signing)
        panel.kept.connect(self._keep_blocking)
        panel.open_wanted.connect(self._show_blocking)
        panel.claim_wanted.connect(self.show_claim)
        panel.rhythm_wanted.connect(self._look_again)
        self._ui.side_body.addWidget(panel)
        panel.start()

    def _keep_blocking(self, persona: str, reason: str, until: date) -> None:
        self._keep(signing.in_the_way(self._bridge.workspace, persona), reason, until)

    def _show_blocking(self, persona: str) -> None:
        """List what stands in the way of a sign-off; what concerns the set stands in every way."""
        blocking = signing.in_the_way(self._bridge.workspace, persona)
        own = any(finding.target.persona == persona for finding in blocking)
        self.list.bar.want(ALL, Filter(severity="B", persona=persona if own else WHOLE))

    def _look_again(self, persona: str, days: int) -> None:
        self._do(lambda: signing.look_again(self._bridge.workspace, persona, days))

    def _take_name(self, name: str) -> None:
        self._signer = name

    def _stop_signing(self) -> None:
        self._signing = False
        self.refresh()

    def _show_place(self, place: str) -> None:
        known = self._bridge.snapshot.table(Claim)
        (self.show_claim if place in known else self.show_persona).emit(place)

    def _fix(self, finding: Finding, fix: Fix) -> None:
        if fix.id == "start_review":
            self._signer = self._signer or str(fix.values.get("name", ""))
            self.start_signing()
            return
        if fix.id == "fewer_groups":
            self._do(lambda: self._look_for_fewer(str(fix.values["segmentation"]), fix.values["k"]))
            return
        self._do(lambda: fixing.apply(self._bridge.workspace, finding, fix))

    def _look_for_fewer(self, segmentation: str, k: int) -> None:
        """Look again in the pattern child; the window goes on meanwhile."""
        if not self.running.busy:
            request = regrouping.fewer_request(self._bridge.workspace, segmentation, k)
            self._regrouping = segmentation
            self.running.start(grouping.job(request), partial(self._take_fewer, request))

    def _take_fewer(self, request: "GroupRequest", result: "GroupResult") -> None:
        space, before = self._bridge.workspace, self._regrouping
        self._do(lambda: regrouping.take_fewer(space, before, request, result))

    def _fix_all(self, entry: Entry, fix: str) -> None:
        self._do(lambda: fixing.apply_all(self._bridge.workspace, entry.findings, fix))

    def _keep(self, findings: Sequence[Finding], reason: str, until: date) -> None:
        self._do(lambda: fixing.waive_all(self._bridge.workspace, findings, reason, until))

    def _reopen(self, findings: Sequence[Finding]) -> None:
        self._do(lambda: fixing.reopen(self._bridge.workspace, findings))

    def _sign(self, persona: str, name: str) -> None:
        self._signer = name
        self._do(lambda: signing.sign(self._bridge.workspace, persona, name))

    def _do(self, step: Callable[[], object]) -> None:
        """Take a step that may be refused; a refusal is shown as a banner."""
        try:
            step()
        except StudioError as error:
            self._bridge.failed.emit(error)
