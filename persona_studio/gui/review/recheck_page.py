# SPDX-License-Identifier: MIT
"""Re-checking personas on a newer wave: every claim then and now, worst first, decided in place."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.evidence.waves import Comparison, comparisons
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.forms.recheck_page import Ui_RecheckPage
from persona_studio.gui.review.counted import counted
from persona_studio.gui.review.recheck_card import May, RecheckCard
from persona_studio.gui.review.recheck_side import RecheckSide
from persona_studio.gui.review.recheck_words import ANSWERS, comparison_name, tr
from persona_studio.gui.widgets.buttons import GhostButton, LinkButton
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import rechecking
from persona_studio.workspace.rechecking import Line, Recheck

_OPEN = ("changed", "maybe")
"""Answers whose claims are unfolded from the start."""


class RecheckPage(QWidget):
    """`closed`: back to the checklist; `show_claim(claim id)`; `open_room(room id)`."""

    closed = Signal()
    events_wanted = Signal()
    show_claim = Signal(str)
    open_room = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: Recheck | None = None
        self._stale = True
        self._waves: list[Comparison] = []
        self._unfolded: set[str] = set(_OPEN)
        self._cards: dict[str, RecheckCard] = {}
        self._ui = Ui_RecheckPage()
        self._ui.setupUi(self)
        self._ui.choice.activated.connect(self.refresh)
        self._ui.back.clicked.connect(self.closed)
        self._ui.events.clicked.connect(self.events_wanted)
        self._empty = EmptyState("refresh-cw", "")
        self._ui.column.addWidget(self._empty, 1)
        self._empty.pressed.connect(lambda: self.open_room.emit("research"))
        bridge.changed.connect(self._changed)

    def activate(self) -> None:
        """Compare anew where the project has changed."""
        if self._stale:
            self.refresh()

    def show_wave(self, wave: str = "") -> None:
        """Compare a wave (else the last imported one) with the wave before it."""
        self._offer()
        wanted = [n for n, each in enumerate(self._waves) if each.wave.id == wave]
        self._ui.choice.setCurrentIndex(wanted[0] if wanted else min(0, len(self._waves) - 1))
        self._unfolded = set(_OPEN)
        self.refresh()

    def refresh(self) -> None:
        """Compare anew; what was unfolded stays so, and the keyboard with its claim."""
        self._stale = False
        self._offer()
        place = self._ui.list_area.verticalScrollBar().value()
        at_work = self._claim_in_focus()
        for layout in (self._ui.counts, self._ui.cards, self._ui.side_body):
            clear(layout)
        self._cards.clear()
        comparison = self._chosen()
        self._found = self._look(comparison) if comparison else None
        if self._found is not None:
            self._show(self._found)
        self._show_empty()
        self._ui.list_area.verticalScrollBar().setValue(place)
        if at_work in self._cards:
            self._cards[at_work].setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Put the keyboard on the first claim, or on the choice of waves."""
        first = next(iter(self._cards.values()), None)
        (first or self._ui.choice).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back to the checklist."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _changed(self, _change: Change) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _offer(self) -> None:
        """List the waves that can be compared; the chosen one stays chosen."""
        chosen = self._chosen()
        self._waves = comparisons(self._bridge.snapshot)
        with QSignalBlocker(self._ui.choice):
            self._ui.choice.clear()
            for each in self._waves:
                self._ui.choice.addItem(comparison_name(each), each.wave.id)
            if chosen is not None:
                self._ui.choice.setCurrentIndex(max(0, self._ui.choice.findData(chosen.wave.id)))
        self._ui.choice.setVisible(bool(self._waves))

    def _chosen(self) -> Comparison | None:
        wave = self._ui.choice.currentData()
        return next((each for each in self._waves if each.wave.id == wave), None)

    def _look(self, comparison: Comparison) -> Recheck | None:
        try:
            return rechecking.recheck(self._bridge.workspace, comparison)
        except StudioError as error:
            self._bridge.failed.emit(error)
        return None

    def _show(self, found: Recheck) -> None:
        for answer, word in ANSWERS.items():
            lines = found.by_answer.get(answer, ())
            if lines:
                self._ui.counts.addLayout(counted(len(lines), tr(word.counted)))
                self._show_answer(answer, lines, found)
        self._ui.counts.addStretch(1)
        self._ui.cards.addStretch(1)
        self._ui.side_body.addWidget(RecheckSide(found, self._bridge.snapshot))

    def _show_answer(self, answer: str, lines: tuple[Line, ...], found: Recheck) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(tr(ANSWERS[answer].heading), "strong"))
        row.addWidget(PlainLabel(str(len(lines)), "muted"))
        row.addStretch(1)
        takable = [line.claim.id for line in lines if line.adoptable]
        if answer == "holds" and takable and not self._bridge.read_only:
            words = self.tr("Rest it on the new answers")
            if len(takable) > 1:
                words = self.tr("Rest all {0} on the new answers").format(len(takable))
            every = GhostButton(words)
            every.clicked.connect(lambda: self._adopt(takable))
            row.addWidget(every)
        unfolded = answer in self._unfolded
        fold = LinkButton(self.tr("Hide") if unfolded else self.tr("Show"))
        fold.setAccessibleName(f"{fold.text()}: {tr(ANSWERS[answer].heading)}")
        fold.clicked.connect(lambda: self._fold(answer))
        row.addWidget(fold)
        self._ui.cards.addLayout(row)
        for line in lines if unfolded else ():
            self._ui.cards.addWidget(self._card(line, found.comparison))

    def _card(self, line: Line, comparison: Comparison) -> RecheckCard:
        workspace, claim = self._bridge.workspace, line.claim.id
        keep = rechecking.can_keep(workspace, claim)
        may = May(not self._bridge.read_only, keep, rechecking.can_split(workspace, line))
        card = RecheckCard(line, comparison, may)
        card.adopted.connect(lambda claim: self._adopt([claim]))
        card.kept.connect(self._keep)
        card.split.connect(lambda _: self._split(line))
        card.claim_wanted.connect(self.show_claim)
        self._cards[claim] = card
        return card

    def _fold(self, answer: str) -> None:
        self._unfolded ^= {answer}
        self.refresh()

    def _show_empty(self) -> None:
        nothing = self._found is None or not self._found.lines
        for widget in (self._ui.list_area, self._ui.side):
            widget.setVisible(not nothing)
        self._empty.setVisible(nothing)
        if not self._waves:
            sentence = self.tr(
                "Import the same study again later: then every claim can be checked on the new "
                "answers."
            )
            self._empty.say(sentence, self.tr("Open Research"))
        elif nothing:
            self._empty.say(self.tr("There are no claims to check yet."))

    def _adopt(self, claims: list[str]) -> None:
        found = self._found
        if found is not None:
            self._do(lambda: rechecking.adopt(self._bridge.workspace, found, claims))

    def _keep(self, claim: str, reason: str, until: date) -> None:
        self._do(lambda: rechecking.keep(self._bridge.workspace, claim, reason, until))

    def _split(self, line: Line) -> None:
        self._do(lambda: rechecking.split(self._bridge.workspace, line))

    def _do(self, step: Callable[[], object]) -> None:
        """Take a step that may be refused; a refusal is shown as a banner."""
        try:
            step()
        except StudioError as error:
            self._bridge.failed.emit(error)

    def _claim_in_focus(self) -> str:
        focus = self.focusWidget()
        with suppress(RuntimeError):
            for claim, card in self._cards.items():
                if focus is not None and (card is focus or card.isAncestorOf(focus)):
                    return claim
        return ""
