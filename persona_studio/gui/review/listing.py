# SPDX-License-Identifier: MIT
"""The checklist as cards: the most useful first, all by persona, or what is kept with a reason."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import Finding
from persona_studio.evidence.spoken import lead_and_line
from persona_studio.gui.review.filter_bar import ALL, KEPT, USEFUL, FilterBar
from persona_studio.gui.review.finding_card import FindingCard
from persona_studio.gui.review.several_card import SeveralCard
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.review.checklist import (
    Entry,
    Filter,
    by_persona,
    key_of,
    most_useful,
    stands_on,
)
from persona_studio.review.rule import shown_apart
from persona_studio.review.rules import BY_ID
from persona_studio.workspace.workspace import Workspace

PAGE = 40
"""So many entries are made at once; the rest come on demand."""
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
Key: TypeAlias = tuple[str, ...]
Card: TypeAlias = FindingCard | SeveralCard


class Listing(QWidget):
    """Shows findings; `made` carries each card for whoever wires it.

    `chosen` fires when a card is chosen by hand, `shown` after the cards were made anew.
    """

    chosen = Signal()
    shown = Signal()
    made = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._findings: Sequence[Finding] = ()
        self._most = PAGE
        self._unfolded: set[Key] = set()
        self._chosen: Key | None = None
        self.cards: dict[Key, Card] = {}
        self.bar = FilterBar()
        self.area = QScrollArea()
        self._page = QWidget()
        self._column = QVBoxLayout()
        self._build()
        self.bar.changed.connect(self._turned)

    @property
    def card(self) -> Card | None:
        """The card that is chosen."""
        return self.cards.get(self._chosen or ())

    @property
    def about(self) -> str:
        """The claim or persona that what is chosen concerns, "" for several and the set."""
        card = self.card
        if isinstance(card, FindingCard):
            return card.place
        whose = {f.target.persona for f in card.entry.findings} if card is not None else {None}
        return (whose.pop() or "") if len(whose) == 1 else ""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings; what was chosen, unfolded and filtered stays as it was."""
        at_work = self._has_focus()
        place = self.area.verticalScrollBar().value()
        self._findings = findings
        self.bar.show_counts(findings, self._workspace.snapshot)
        clear(self._column)
        self.cards.clear()
        self._fill()
        self._column.addStretch(1)
        if self._chosen not in self.cards:
            self._chosen = next(iter(self.cards), None)
        self._mark_chosen()
        self._settle()
        self.area.verticalScrollBar().setValue(place)
        if at_work and self.card is not None:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit()

    def reveal(self, target: str) -> bool:
        """Bring the first finding on a claim or persona to view; tell whether there is one."""
        snapshot = self._workspace.snapshot
        meant = [
            finding
            for finding in self._findings
            if target in (finding.target.id, *stands_on(finding, snapshot))
        ] or [finding for finding in self._findings if finding.target.persona == target]
        if not meant:
            return False
        if target in snapshot.table(Persona):
            self.bar.want(ALL, Filter(persona=target))
            self._look_at(self.card)
            return True
        finding = min(meant, key=lambda each: each.waived is not None)
        self._most = len(self._findings)
        view = KEPT if finding.waived else ALL
        self._chosen = key_of(finding)
        for group in by_persona(self._wanted(Filter(kept=view == KEPT)), snapshot):
            self._unfolded |= {e.key for e in group.entries if finding in e.findings}
        self.bar.want(view, Filter())
        self._look_at(self.card)
        return True

    def unfold(self, key: Key, on: bool, /) -> None:
        """Show each of several findings, or fold them up again."""
        (self._unfolded.add if on else self._unfolded.discard)(key)
        self._chosen = key
        self.show_findings(self._findings)

    def choose(self, key: Key) -> None:
        """Choose a card."""
        self._chosen = key
        self._mark_chosen()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the cards with the arrow keys; Return unfolds several."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        card = self.card
        if card is None or not self._has_focus():
            super().keyPressEvent(event)
        elif step is not None:
            order = list(self.cards.values())
            self._look_at(order[max(0, min(len(order) - 1, order.index(card) + step))])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card.hasFocus():
            if isinstance(card, SeveralCard):
                self.unfold(card.entry.key, not card.cards)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._page.setProperty("kind", "clear")
        self._page.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 10, 8)
        self._column.setSpacing(10)
        self.area.setWidget(self._page)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(self.area, 1)

    def _fill(self) -> None:
        snapshot = self._workspace.snapshot
        if self.bar.view == USEFUL:
            first = most_useful(self._findings, snapshot)
            for entry in first:
                self._add(entry)
            shown = sum(len(entry.findings) for entry in first)
            rest = sum(finding.waived is None for finding in self._findings) - shown
            if rest > 0:
                words = self.tr("Show the other {0}").format(rest)
                self._link(words, lambda: self.bar.want(ALL, Filter()))
            if not first:
                self._say(self.tr("Nothing to decide. Every claim holds or is openly marked."))
            return
        wanted = self._wanted(self.bar.wanted)
        left = self._most
        for group in by_persona(wanted, snapshot):
            if left > 0:
                self._heading(group.persona, group.total)
            for entry in group.entries[: max(0, left)]:
                self._add(entry)
            left -= len(group.entries)
        if left < 0:
            self._link(self.tr("Show more"), self._show_more)
        if not wanted:
            self._say(self.tr("Nothing fits what you are looking for."))

    def _settle(self) -> None:
        """Give the cards their heights at once: Qt would paint them squeezed for a moment."""
        if not self.isVisible():
            return
        page, room = self._page, self.area.viewport().size()
        for child in page.findChildren(QWidget, options=_DIRECT):
            child.show()
        self._column.activate()
        page.resize(room.width(), max(room.height(), page.heightForWidth(room.width())))

    def _wanted(self, wanted: Filter) -> list[Finding]:
        snapshot = self._workspace.snapshot
        return [finding for finding in self._findings if wanted.keeps(finding, snapshot)]

    def _add(self, entry: Entry) -> None:
        if len(entry.findings) == 1:
            self._column.addWidget(self._one(entry.first))
            return
        editable = not self._workspace.read_only
        card = SeveralCard(entry, self._tag(entry.findings), editable=editable)
        card.unfolded.connect(self.unfold)
        self._keep(entry.key, card)
        if entry.key in self._unfolded:
            card.show_each([self._one(finding, whose=True) for finding in entry.findings])
        self._column.addWidget(card)

    def _one(self, finding: Finding, *, whose: bool = False) -> FindingCard:
        workspace = self._workspace
        on = stands_on(finding, workspace.snapshot)
        mark = workspace.assess(on[0]).mark if finding.target.kind == "claim" else "half"
        place = on[0] if on else finding.target.persona or ""
        looks = (mark, self._whose(finding) if whose else self._tag((finding,)))
        shown = _shown(workspace, finding.sentence, place)
        card = FindingCard(finding, looks, place, shown, editable=not workspace.read_only)
        self._keep(key_of(finding), card)
        return card

    def _keep(self, key: Key, card: Card) -> None:
        self.cards[key] = card
        card.picked.connect(lambda: self.choose(key))
        self.made.emit(card)

    def _tag(self, findings: Sequence[Finding]) -> str:
        """Return the rule's name, how grave it is, and whom it concerns if no heading says so."""
        first = findings[0]
        many = len({finding.target.persona for finding in findings})
        whose = self.tr("{0} personas").format(many) if many > 1 else self._whose(first)
        parts = [whose] if whose and self.bar.view == USEFUL else []
        weights = {"B": self.tr("Blocker"), "W": self.tr("Warning"), "N": self.tr("Note")}
        return " · ".join([*parts, BY_ID[first.rule].name, weights[first.severity]])

    def _whose(self, finding: Finding) -> str:
        persona = self._workspace.snapshot.table(Persona).get(finding.target.persona or "")
        return persona.name if persona else ""

    def _heading(self, persona: Persona | None, many: int) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = persona.name if persona else self.tr("The whole set")
        row.addWidget(PlainLabel(name, "strong", elide=True))
        words = self.tr("1 finding") if many == 1 else self.tr("{0} findings").format(many)
        row.addWidget(PlainLabel(words, "muted"), 1)
        self._column.addLayout(row)

    def _link(self, words: str, then: Callable[[], object]) -> None:
        more = LinkButton(words, flush=True)
        more.clicked.connect(then)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        self._column.addLayout(row)

    def _say(self, words: str) -> None:
        self._column.addWidget(PlainLabel(words, "muted", wrap=True))

    def _show_more(self) -> None:
        self._most += PAGE
        self.show_findings(self._findings)

    def _turned(self) -> None:
        self.area.verticalScrollBar().setValue(0)
        self.show_findings(self._findings)

    def _mark_chosen(self) -> None:
        for key, card in self.cards.items():
            card.set_selected(key == self._chosen)

    def _has_focus(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and self.area.isAncestorOf(focus)

    def _look_at(self, card: Card | None) -> None:
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.activate()
            self.area.ensureWidgetVisible(card, 0, 24)


def _shown(workspace: Workspace, sentence: str, place: str) -> tuple[str, str]:
    """Return what was asked and the sentence without it, where it quotes such a claim."""
    claim = workspace.snapshot.table(Claim).get(place)
    if claim is None:
        return "", sentence
    asked, line = lead_and_line(claim, workspace.snapshot, silent=True)
    return shown_apart(sentence, (claim.text, asked, line))
