# SPDX-License-Identifier: MIT
"""While a claim is written, and when one without evidence is chosen, the data's word is offered."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from persona_studio.core.change import Change
from persona_studio.core.persona import Claim, Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.figure_count import FigureCount
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.offers_panel import OffersPanel
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.offering import Offer, Offers

_AFTER_TYPING_MS = 180


class Suggesting(QObject):
    """Holds the panel of offers; `told(words)` is for a screen reader.

    `undecided(claim)` fires when what was linked leaves the claim open or speaks against it.
    """

    told = Signal(str)
    undecided = Signal(str)

    def __init__(
        self,
        board: Board,
        count: FigureCount,
        gestures: Gestures,
        bridge: Bridge,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.panel = OffersPanel()
        self._board, self._count = board, count
        self._gestures, self._bridge = gestures, bridge
        self._text = ""
        self._persona = ""
        self._quantifier: str | None = None
        self._writing = False
        self._hidden = ""
        self._armed: Offer | None = None
        self._ready: tuple[list[Figure], Offers] = ([], Offers((), bridge.snapshot))
        self._typed = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._typed.timeout.connect(self.refresh)
        count.ready.connect(lambda _persona: self.refresh())
        board.chosen.connect(self._take_choice)
        bridge.changed.connect(self._changed)
        self.panel.wanted.connect(self._link)
        self.panel.dismissed.connect(self._dismiss)

    def look_after(self, shown: ClaimList) -> None:
        """Follow what is written in a list."""
        shown.typed.connect(lambda text: self._take_words(shown, text))
        shown.written_out.connect(self._done)
        shown.link_wanted.connect(self._arm)

    def link_first(self) -> bool:
        """Link the first offer to the chosen claim; False where nothing is offered."""
        if not self.panel.offers or self._bridge.read_only:
            return False
        self._link(self.panel.offers[0], "supports")
        return True

    def refresh(self) -> None:
        """Offer what fits the words; counted first where the persona's figures are not known."""
        if not self._text.strip() or self._text == self._hidden or self._bridge.read_only:
            self.panel.show_offers((), "teal", "")
            return
        found = self._count.of(self._persona)
        if found is None:
            self._count.want(self._persona)
            return
        if found is not self._ready[0]:
            self._ready = (found, Offers(found, self._bridge.snapshot))
        offers = self._ready[1].about(self._text, self._quantifier)
        who = self._bridge.snapshot.table(Persona).get(self._persona)
        self.panel.show_offers(offers, who.colour if who else "teal", self._hint())

    def _hint(self) -> str:
        if self._writing:
            return self.tr("Ctrl+Enter keeps the claim and links the first")
        return self.tr("Ctrl+L links the first")

    def _take_words(self, shown: ClaimList, text: str) -> None:
        claim = shown.current_claim()
        self._writing = True
        self._text = text
        self._persona = shown.claims.place.persona or ""
        self._quantifier = claim.quantifier if claim else None
        self._typed.start()

    def _current(self) -> Claim | None:
        """Return the chosen claim as the project has it; the board may show one that is gone."""
        chosen = self._board.current_claim()
        return self._bridge.snapshot.table(Claim).get(chosen.id) if chosen else None

    def _done(self) -> None:
        self._writing = False
        self._take_choice()

    def _take_choice(self) -> None:
        """Speak of the chosen claim where nothing but an assumption stands behind it."""
        if self._writing:
            return
        claim = self._current()
        bare = claim is not None and not self._bridge.workspace.assess(claim.id).living
        self._text = claim.text if claim is not None and bare else ""
        self._persona = (claim.persona or "") if claim else ""
        self._quantifier = claim.quantifier if claim else None
        self._typed.start() if self._text else self.refresh()

    def _changed(self, change: Change) -> None:
        if change.touches("claim", "evidence", "wave", "question", "segment"):
            self._take_choice()

    def _dismiss(self) -> None:
        self._hidden = self._text
        self.refresh()

    def _arm(self) -> None:
        """Remember the first offer for the claim that is being kept just now."""
        self._typed.stop()
        self.refresh()
        self._armed = self.panel.offers[0] if self.panel.offers else None
        QTimer.singleShot(0, self, self._link_armed)

    def _link_armed(self) -> None:
        offer, self._armed = self._armed, None
        if offer is not None:
            self._link(offer, "supports")

    def _link(self, offer: Offer, stance: str) -> None:
        claim = self._current()
        if claim is None:
            return
        sure = offer.stance == "for" and stance == "supports"
        self._gestures.link_offer(offer.figure, claim.id, stance, say_how_many=sure)
        judged = self._bridge.workspace.assess(claim.id)
        self.told.emit(self.tr("Linked to {0}: {1}").format(claim.text, judged.proof))
        if judged.verdict != "supported":
            self.undecided.emit(claim.id)
