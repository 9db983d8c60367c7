# SPDX-License-Identifier: MIT
"""What the data says about a claim that has no evidence yet: for and against, the same size."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.gui.personas.tray_model import counts_of
from persona_studio.gui.widgets.buttons import IconButton, LinkButton
from persona_studio.gui.widgets.card import Card, hairline
from persona_studio.gui.widgets.mark import Mark
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.parted import add_parted
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.offering import Offer

_MARKS = {"for": "filled", "against": "slashed", "open": "half"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)


def stance_words(offer: Offer) -> str:
    """Return what an offer says about the claim, in words."""
    if offer.rival:
        return _tr("More say otherwise")
    words = {
        "for": _tr("Speaks for it"),
        "against": _tr("Speaks against it"),
        "open": _tr("Can't tell yet"),
    }
    return words[offer.stance]


class OfferCard(Card):
    """One figure: `wanted` carries the stance in which it is to be linked."""

    wanted = Signal(str)

    def __init__(self, offer: Offer, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=10)
        self.offer = offer
        self.body.setSpacing(3)
        said = stance_words(offer)
        top = QHBoxLayout()
        top.setSpacing(7)
        top.addWidget(Mark(_MARKS[offer.stance]))
        top.addWidget(PlainLabel(said, "strong"), 1)
        self.link = LinkButton(_tr("Link"))
        self.link.setAccessibleName(f"{_tr('Link')}: {said}, {offer.figure.text}")
        opposite = _tr("The claim says the opposite: link it as speaking against")
        self.turned = IconButton("arrow-left-right", opposite)
        self.turned.setFixedSize(24, 24)
        top.addWidget(self.link)
        top.addWidget(self.turned)
        self.body.addLayout(top)
        figure = offer.figure
        add_parted(self.body, figure.parted)
        bar = MeterBar(colour)
        bar.set_values(None, figure.share, figure.share_all if figure.grouped else None)
        counts = counts_of(figure)
        bar.setAccessibleName(counts)
        self.body.addWidget(bar)
        self.body.addWidget(PlainLabel(f"{counts} · {figure.source}", "quiet", wrap=True))
        self.link.clicked.connect(lambda: self.wanted.emit("supports"))
        self.turned.clicked.connect(lambda: self.wanted.emit("contradicts"))


class OffersPanel(QWidget):
    """Comes up over the tray when there is something to offer; `wanted(offer, stance)`."""

    wanted = Signal(object, str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []
        self.cards: list[OfferCard] = []
        self.title = PlainLabel(_tr("What the data says about it"), "strong")
        self.hint = PlainLabel("", "faint", elide=True)
        self._close = IconButton("x", _tr("Hide what the data says"))
        self._close.setFixedSize(24, 24)
        self._column = QVBoxLayout()
        self._build()
        self._close.clicked.connect(self.dismissed)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], colour: str, hint: str) -> None:
        """Show these; nothing to offer hides the panel."""
        if list(offers) == self.offers and not self.isHidden():
            self.hint.setText(hint)
            return
        self.offers = list(offers)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [OfferCard(offer, colour) for offer in offers]
        for card in self.cards:
            card.wanted.connect(lambda stance, o=card.offer: self.wanted.emit(o, stance))
            self._column.addWidget(card)
        self.hint.setText(hint)
        self.setVisible(bool(offers))

    def event(self, event: QEvent) -> bool:
        """Be as high as the cards at any width: what lies below gives way, no words are cut."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))
        return done

    def _build(self) -> None:
        self.setAccessibleName(self.title.text())
        self._column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(self._column)
        column.addWidget(self.hint)
        column.addWidget(hairline())
